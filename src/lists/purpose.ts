import type { Sentence } from '../article/article.ts';
import type { Token } from '../language/tokens.ts';
import { isGerund, isImperativeAt, isParticiple, skipMarks } from '../language/verbs.ts';

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** Nouns that introduce what should be done. */
const DONE = words(`
  way ways step steps measure measures action actions thing things practice practices tip tips
  priority priorities guideline guidelines task tasks reform reforms move moves idea ideas
  rule rules precaution precautions safeguard safeguards principle principles pillar pillars habit habits
  avenue avenues area areas change changes initiative initiatives requirement requirements
  countermeasure countermeasures solution solutions control controls checklist instruction instructions`);
/** Nouns that by themselves say that something is recommended. */
const ADVISED = words(`
  recommendation recommendations proposal proposals advice suggestion suggestions guidance demand demands
  recommended advised precautions tips must-haves do's`);
/** Nouns that introduce what is or what was. */
const TOLD = words(`
  reason reasons finding findings incident incidents example examples member members country countries
  attack attacks factor factors question questions problem problems threat threats type types category
  categories feature features vulnerability vulnerabilities product products indicator indicators
  commitment commitments result results outcome outcomes event events case cases fact facts company
  companies organization organizations organisation organisations agency agencies group groups
  challenge challenges risk risks trend trends statement statements service services state states
  speaker speakers tool tools technique techniques tactic tactics symptom symptoms sign signs effect
  effects consequence consequences advantage advantages benefit benefits highlight highlights
  announcement announcements document documents topic topics issue issues stage stages phase phases
  version versions system systems user users victim victims weakness weaknesses flaw flaws bug bugs
  argument arguments assumption assumptions element elements part parts objective objectives goal goals
  data information`);
/** What counts the nouns above. */
const COUNTS = words(`
  following several some two three four five six seven eight nine ten many various number few
  below additional multiple couple`);
/** What points at them. */
const POINTERS = words(`
  these specific key best basic concrete simple other main immediate such practical important top
  necessary recommended next urgent critical certain more the a our its`);
/** What makes "ways" a matter of what can be done. */
const OPEN = words('can could should must may might need needs ought to help benefit would');
/** A body does or has done what follows: it is no advice. */
const REPORTED = words(`
  announced announces agreed agrees committed commits launched launches undertaken took taken taking
  adopted reaffirmed discussed intends plans planned pledged completed achieved signed unveiled
  introduced`);
const ADVICE_CUES = words(
  'should must recommend recommends recommended urge urges urged advise advises advised ought encourage encourages encouraged',
);
const ATTACKERS =
  /^(?:attackers?|hackers?|criminals?|cybercriminals?|adversar(?:y|ies)|actors?|malware|scammers?|gangs?|thie(?:f|ves)|intruders?|spies|fraudsters?)$/u;

const HEADING =
  /\b(?:recommend|mitigation|mitigate|what (?:you|we|to|companies|organi[sz]ations|users|governments?|should|can|must|needs)|how (?:to|you|can)|required action|actions? (?:to|for|required|item)|steps|tips|best practices|good practices|advice|guidance|protect|prevention|measures|checklist|way forward|the path forward|next steps|to[- ]do|policy options|proposals?|priorities|dos and don)/iu;

/** What the words of an introduction say of its list: advice (1), report (-1), or nothing (0). */
export function purposeOfIntroduction(tokens: readonly Token[]): number {
  if (tokens.some(({ lower }) => ADVISED.has(lower) && lower !== 'recommended')) return 1;
  const reported = tokens.some(
    ({ lower }, at) =>
      REPORTED.has(lower) ||
      (/^(?:would|will|could)$/u.test(lower) &&
        /^(?:follow|happen|result|occur|ensue)$/u.test(tokens[at + 1]?.lower ?? '')) ||
      (lower === 'will' && /^(?:take|launch|undertake|work)$/u.test(tokens[at + 1]?.lower ?? '')),
  );
  const advises = tokens.some(({ lower }) => ADVICE_CUES.has(lower));
  if (tokens.some(({ lower }) => ATTACKERS.test(lower)) && !advises && !startsWithDoing(tokens))
    return attackersAct(tokens) ? -1 : directed(tokens, reported);
  if (advises) return 1;
  return directed(tokens, reported);
}

/** By the first noun that is counted, else the first that is pointed at. */
function directed(tokens: readonly Token[], reported: boolean): number {
  const found = nounBehind(tokens, COUNTS) ?? nounBehind(tokens, POINTERS);
  if (found === undefined) {
    if (tokens.at(-1)?.lower !== ':') return 0;
    if (/^(?:to|can|by)$/u.test(tokens.at(-2)?.lower ?? '')) return 1;
    if (!tokens.some(({ lower }) => DONE.has(lower))) return 0;
    return reported ? -1 : 1;
  }
  if (TOLD.has(found)) return -1;
  // "It happened in two ways" tells; "in several ways we can …" proposes.
  if (
    /^(?:ways?|areas?|changes?|things?)$/u.test(found) &&
    !tokens.some(({ lower }) => OPEN.has(lower))
  )
    return 0;
  return reported ? -1 : 1;
}

/** The noun of a list within four words behind one of `openers`. */
function nounBehind(tokens: readonly Token[], openers: ReadonlySet<string>): string | undefined {
  for (let at = 0; at < tokens.length; at++) {
    if (!openers.has(tokens[at]!.lower)) continue;
    for (let ahead = at + 1; ahead < tokens.length && ahead <= at + 4; ahead++) {
      const { lower } = tokens[ahead]!;
      if (DONE.has(lower)) return lower;
      // "the two countries" are no list.
      if (TOLD.has(lower)) {
        if (tokens[at - 1]?.lower === 'the') break;
        return lower;
      }
      if (/^[,:.;]$/u.test(lower)) break;
    }
  }
  return undefined;
}

/** "The ways attackers get in": they are who acts. */
function attackersAct(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ lower }) => ATTACKERS.test(lower));
  return /^(?:can|could|may|use|used|are|have|might|get|will|exploit|do|would)$/u.test(
    tokens[at + 1]?.lower ?? '',
  );
}

/** "To protect yourself, do the following:" */
function startsWithDoing(tokens: readonly Token[]): boolean {
  return tokens[0]?.lower === 'to' || isImperativeAt(tokens, 0);
}

/** What a heading above a list says of it. */
export const headingAdvises = (heading: string): boolean => HEADING.test(heading);

export type ItemPurpose = 'advice' | 'plan' | 'deed' | 'other';

/** How the first sentences of an item read: advice, a plan, something done, or anything else. */
export function purposeOfItem(sentences: readonly Sentence[], from: number): ItemPurpose {
  let plan = false;
  for (const [place, sentence] of sentences.slice(0, 3).entries()) {
    const { tokens } = sentence;
    let at = place === 0 ? from : 0;
    at = skipMarks(tokens, at);
    if (tokens[at]?.lower === ',') at++;
    if (isImperativeAt(tokens, at)) return 'advice';
    const lead = tokens[at]?.lower;
    if (place === 0 && lead && isGerund(lead)) return 'other';
    if (/^(?:please|do|don't|never|always|only)$/u.test(lead ?? '')) return 'advice';
    for (let index = at; index < tokens.length; index++) {
      const { lower } = tokens[index]!;
      if (ADVICE_CUES.has(lower)) return 'advice';
      if (lower === 'need' && tokens[index + 1]?.lower === 'to') return 'advice';
      if (lower === 'will' || lower === 'plans') plan = true;
      // "By Friday, ensure …", "Network access: limit it …", "**Back-ups** – keep …"
      if (
        /^[,:*—-]$/u.test(lower) &&
        index < at + 14 &&
        isImperativeAt(tokens, skipMarks(tokens, index + 1))
      )
        return 'advice';
    }
    if (place === 0 && lead && isParticiple(lead)) return 'deed';
  }
  return plan ? 'plan' : 'other';
}
