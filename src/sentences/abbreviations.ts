/*
 * Words that carry a stop of their own, without it. Case counts where it tells the abbreviation from
 * a word ("Gen." from "gen."): titles are written with a capital.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Always lean on the word behind them: titles, "vs.", "e.g.". */
export const leaning = set(
  `Mr Mrs Ms Mx dr prof Asst Assoc Dep Messrs Mmes Dr Drs Prof Profs Rev Fr Hon Pres Gov Govs Sen Sens Rep Reps Amb Sec Atty
   Gen Maj Lt Col Cpl Sgt Capt Cmdr Cdr Comdr Adm Brig Pvt Ens Supt Det Insp Spc Pfc Msgt Cmsgt Wg
   Mt Ft Pt Shri Smt Adv Dato Sri Engr Engrs Engg Ing Dipl Mag Hj Hjh Alh Barr Arc Archt Pr Pst Ptr Bro Usec Asec
   Brgy Ir Tn Mgr Bc Judr Mudr Phdr Flt Sqn Ldr Gp Cmde Cdre Ald Cllr Clr Rtd Retd Ust Sdri Sdr Bp Abp Msgr Mons Sra Srta Ofc Ofcr Rear-Adm Vice-Adm Lt-Col Lt-Gen
   Maj-Gen Brig-Gen Sub-Lt Undersec M/s Messr Approx approx Govr Congr Chmn Commr Dy
   vs v viz cf e.g i.e eg ie ca approx resp incl excl esp Rs Nos nos pp eqs ibid op Lt.Col Lt.Gen Maj.Gen
   Ph Geo Chas Wm Thos Jos Jas Benj`,
);

/** Lean on a number or a numeral behind them ("No. 5", "Art. IV") and are words or names else. */
export const numbering = set(
  `No no Nos nos Art art Arts arts Fig fig Figs figs Sec sec Secs secs vol vols ch chs paras cl eq Sect Ch Vol Pt pt Para Cl Reg Regs Dir Rec Ref ref Ser Ex Exh App Ann Cap Nr nr
   Eq Tab p pg pgs Bk bk Ver ver v Rev rev Ed Op Add Res Doc Docs doc Stat Supp Pub L Cir Div Dist Cong
   Sess Fed Cal cal Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs
   Fri Sat Sun c b d fl est temp tel Tel ext Ext max Max min Min avg Avg Php PhP PHP Rp Ksh KSh Kshs Tsh Ush Shs Tk Re`,
);

/** May stand inside a sentence or end it; what comes behind them decides. */
export const doubtful = set(
  `Inc Ltd Corp Co Cos Bros LLC LLP Plc Pte Pvt Pty Bhd Sdn Gmbh Nig Assn Assoc Dept Dep Univ Inst Intl Int'l
   Natl Nat'l Govt Comm Cmte Jr Sr Esq Ave Blvd Rd Hwy Bldg Ste Sq Ct etc Etc
   Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev
   Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Dak Ont Que
   Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
   al cit sched cert St Ste dept govt assn misc admin orig eds trans repr rev ed fn nn Supp Stat Reg Rev Rep App Ct Cir Cong Rec Sess Div Ops
   PT Tech Sci Mil Def Pol Int Cyber. Ed Eds Tr Bull Mag Jnl Q Proc Sess`,
);

/**
 * Words that open a sentence with a capital and hardly ever a name: behind a doubtful abbreviation
 * they say that it ended its sentence.
 */
export const openers = set(
  `A About According Additionally After Again Against All Already Also Although Among An And Another Any
   Are As At Because Before Besides Between Both But By Can Could Currently Despite Did Do Does During
   Each Earlier Either Even Every Everyone Finally First Following For From Further Furthermore Given Had
   Has Have He Hence Her Here His How However I If In Indeed Instead Is It Its Just Last Later Like Many
   Maybe Meanwhile Moreover Most Much My Neither Nevertheless Next No None Nonetheless Nor Not Nothing Now
   Of On Once One Only Or Other Others Our Over Perhaps Please Rather Recently Second See Several She
   Should Similarly Since So Some Sometimes Soon Still Such Than That The Their Then There Therefore These
   They This Those Though Through Thus To Today Together Too Under Unfortunately Unless Unlike Until Upon
   Was We Were What Whatever When Where Whereas Whether Which While Who Whoever Why Will With Within
   Without Would Yes Yet You Your It's That's There's He's She's They're We're I'm I've We've You're Let's
   Don't Doesn't Isn't Can't Won't What's Who's Here's`,
);

/** Verbs that say who speaks: behind a question in quotes they go on with its sentence. */
export const speech = set(
  `said says asked asks added adds wrote writes told tells noted notes explained explains argued argues
   warned warns replied replies tweeted tweets continued continues stated states exclaimed shouted
   wondered wonders recalled concluded insisted insists joked quipped demanded declared announced
   responded remarked observed suggested claimed commented`,
);
