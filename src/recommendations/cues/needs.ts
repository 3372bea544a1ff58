import type { Token } from '../../language/tokens.ts';
import { isGerund } from '../../language/verbs.ts';
import { type Action, readAction, readNominal } from '../action.ts';
import { acting, type CueRule, madeCue } from '../cue.ts';
import { effortBehind, readForTo, readTo } from '../demand.ts';
import { DETERMINERS } from '../grammar-words.ts';
import { named, phraseEnd, type Subject } from '../phrase.ts';
import { subjectBefore } from '../subject.ts';
import { mentions, toldOfAttack, toldOfLaw } from '../told.ts';
import { ATTACKER, BASE_VERB, DETERMINER, GERUND, has } from '../word-kind.ts';
import { existentialBefore } from './existential.ts';

const WANTING =
  /^(?:more|much|greater|better|stronger|new|urgent|further|closer|clear|clearer|additional|immediate|fresh|bold|tougher|stricter)$/u;

/** Acts that a matter can ask for. */
const ASKED =
  /^(?:act|cooperate|co-operate|coordinate|collaborate|invest|respond|reform|commit|rethink|change|engage|partner|lead|harmonise|harmonize|legislate|regulate|intervene|attend|overhaul|strengthen|watch|update|upgrade|shift|train|share|consult|talk|integrate|prioritise|prioritize|modernise|modernize|oversee|unite|scrutinise|review|protect)$/u;

/** Subjects whose demand is the author's: "This requires …", "Tackling fraud requires …". */
const PURPOSES =
  /^(?:this|that|it|such|meeting|tackling|addressing|solving|winning|building|ensuring|achieving|protecting|success|progress)$/u;

/** Heads of subjects whose demand is the author's: "Cyber security requires ministers to lead". */
const MATTERS =
  /^(?:security|cybersecurity|resilience|safety|challenges?|problems?|situation|crisis|future|transition|threats?|defen[cs]e|deterrence|sovereignty)$/u;

const STRESSED =
  /^(?:underscor|highlight|stress|emphasi[sz]|reinforc|underlin|reiterat|re-emphasi[sz])(?:e|es|ed|ing|s)?$/u;

/** "stressed the (urgent) …" in front of the noun at `at`. */
function stressedBefore(tokens: readonly Token[], at: number): boolean {
  let index = at - 1;
  while (index > 0 && index > at - 6 && !has(tokens, index, DETERMINER)) {
    if (tokens[index]!.kind !== 'word' && tokens[index]!.lower !== ',') return false;
    index--;
  }
  if (!/^(?:the|an?|this|our|their|its)$/u.test(tokens[index]?.lower ?? '')) return false;
  let verb = index - 1;
  // "stressed, among others, the need", "emphasised both the need"
  if (tokens[verb]?.lower === 'both' || tokens[verb]?.lower === 'on') verb--;
  return STRESSED.test(tokens[verb]?.lower ?? '');
}

/** What a law or a system that is in bad order is said to need. */
const MENDING =
  /^(?:amend|reform|overhaul|revise|update|review|rethink|upgrade|moderni[sz]e|strengthen|rejuvenate|redesign|improve|tighten|clarify|replace)$/u;

export const needs: readonly CueRule[] = [
  {
    id: 'need-for',
    patterns: ['need for', 'needs for', 'scope|room for', 'case for'],
    make({ start, end }, tokens) {
      const { lower } = tokens[start]!;
      if (lower === 'need' && start <= 2 && tokens[0]!.lower === 'the') {
        // "The need for legislation is urgent", "… cannot be overstated", "… was stressed"
        const at = tokens.findIndex(
          ({ lower: word }, index) =>
            index > end && index < end + 20 && /^(?:is|was|cannot|can)$/u.test(word),
        );
        const stressed = tokens
          .slice(at + 1, at + 5)
          .some(({ lower: word }) =>
            /^(?:overstated|overemphasi[sz]ed|overestimated|stressed|emphasi[sz]ed|underlined|highlighted|underscored|reiterated|felt)$/u.test(
              word,
            ),
          );
        if (at > 0 && stressed) {
          const found = readTo(tokens, end, 10);
          const act = found?.who ? found.action : readNominal(tokens, end);
          return madeCue(tokens, 'strong', act, found?.who ?? null, { end: at + 2 });
        }
        if (
          at < 0 ||
          tokens[at]!.lower !== 'is' ||
          !/^(?:clear|urgent|pressing|obvious|real|acute|greater|stronger|evident|undeniable|more|now)$/u.test(
            tokens[at + 1]?.lower ?? '',
          )
        )
          return null;
        const named = readNominal(tokens, end);
        return named && madeCue(tokens, 'strong', named, null, { end: at + 2 });
      }
      if (lower === 'need' || lower === 'needs') {
        if (!existentialBefore(tokens, start)) return null;
        const found = readForTo(tokens, end - 1, 1);
        const act = found?.action ?? readNominal(tokens, end);
        return madeCue(tokens, 'strong', act, found?.who ?? null, {
          end: Math.max(end, act?.end ?? end),
        });
      }
      if (!existentialBefore(tokens, start)) return null;
      const found = readForTo(tokens, end - 1, 1);
      const act = found?.action ?? readNominal(tokens, end);
      return act
        ? madeCue(tokens, 'weak', act, found?.who ?? null, { end: Math.max(end, act.end) })
        : null;
    },
    examples: [
      {
        text: 'There is a need for expansion of the fund.',
        finds: [{ text: 'need for expansion', strength: 'strong', action: 'expand', who: '' }],
      },
      {
        text: 'There is an urgent need for the two ports to pool staff.',
        finds: [{ text: 'need for the two ports to pool', strength: 'strong', action: 'pool' }],
      },
      {
        text: 'There is scope for closer cooperation on audits.',
        finds: [{ text: 'scope for closer cooperation', strength: 'weak', action: 'cooperate' }],
      },
      {
        text: 'The need for carriers to share logs cannot be overstated.',
        finds: [
          {
            text: 'need for carriers to share logs cannot be',
            action: 'share',
            who: 'carriers',
            strength: 'strong',
          },
        ],
      },
      { text: 'The need for speed was his excuse.', finds: [] },
      { text: 'Keeping in mind the need for speed, they met again.', finds: [] },
      { text: 'There is no need for alarm.', finds: [] },
    ],
  },
  {
    id: 'need-stressed',
    patterns: ['need|needs|urgency|necessity for|to|of'],
    make({ start, end }, tokens) {
      if (!stressedBefore(tokens, start) || toldOfLaw(tokens)) return null;
      const found =
        tokens[end - 1]!.lower === 'to' ? readTo(tokens, end - 1, 1) : readTo(tokens, end, 10);
      const nominal = tokens[end - 1]!.lower === 'to' ? null : readNominal(tokens, end);
      const pick =
        nominal && !(found?.who && found.who.kind === 'agent')
          ? { action: nominal, who: null }
          : found;
      if (pick?.action.perfect) return null;
      if (!pick && (tokens[end - 1]!.lower === 'to' || tokens[end]?.kind !== 'word')) return null;
      const effort = pick ? null : effortBehind(tokens, end);
      return madeCue(tokens, 'strong', pick?.action ?? effort, pick?.who ?? null, {
        end: Math.max(end, pick?.action.end ?? end),
      });
    },
    examples: [
      {
        text: 'She stressed the need for carriers to drill twice a year.',
        finds: [
          {
            text: 'need for carriers to drill',
            strength: 'strong',
            action: 'drill',
            who: 'carriers',
          },
        ],
      },
      {
        text: 'The flood underscores the urgent need for closer cooperation.',
        finds: [{ text: 'need for closer cooperation', strength: 'strong', action: 'cooperate' }],
      },
      {
        text: 'The audit highlights a need to train clerks.',
        finds: [{ text: 'need to train', action: 'train' }],
      },
      { text: 'They agreed on the need for more drills.', finds: [] },
      { text: 'He stressed that there was no need for alarm.', finds: [] },
      { text: 'Officials had acknowledged the need to train clerks.', finds: [] },
    ],
  },
  {
    id: 'in-need-of',
    patterns: [
      'in dire|urgent|desperate|great|sore|serious need of',
      'need of the hour is|remains',
      'need (now / today / here){0,2} is for|to',
    ],
    make({ start, end }, tokens) {
      if (tokens[start]!.lower === 'in') {
        if (!/^(?:is|are|remains|remain|stands|stand|'s)$/u.test(tokens[start - 1]?.lower ?? ''))
          return null;
        const subject = subjectBefore(tokens, start - 1);
        if (mentions(subject, tokens) || subject.relative) return null;
        if (
          /^(?:people|children|victims?|patients?|refugees)$/u.test(
            tokens[subject.end - 1]?.lower ?? '',
          )
        )
          return null;
        const act = readNominal(tokens, end);
        return act && madeCue(tokens, 'strong', act, acting(subject), { end: act.end });
      }
      if (
        !has(tokens, start - 1, DETERMINER) &&
        !WANTING.test(tokens[start - 1]?.lower ?? '') &&
        tokens[start - 1]?.lower !== 'pressing'
      )
        return null;
      const last = tokens[end - 1]!.lower;
      const to = last === 'to' ? end - 1 : tokens[end]?.lower === 'to' ? end : -1;
      const found = to >= 0 ? readTo(tokens, to, 1) : null;
      const asked = found ?? (last === 'for' ? readTo(tokens, end, 9) : null);
      const act =
        asked?.who || !readNominal(tokens, end) ? asked?.action : readNominal(tokens, end);
      return madeCue(tokens, 'strong', act ?? null, asked?.who ?? null, {
        end: Math.max(end, act?.end ?? end),
      });
    },
    examples: [
      {
        text: 'The navy is in dire need of reform.',
        finds: [
          { text: 'in dire need of reform', strength: 'strong', action: 'reform', who: 'The navy' },
        ],
      },
      {
        text: 'The need of the hour is to train judges.',
        finds: [{ text: 'need of the hour is to train', action: 'train', strength: 'strong' }],
      },
      {
        text: 'The need now is for closer coordination.',
        finds: [{ text: 'need now is for closer coordination', action: 'coordinate' }],
      },
      { text: 'The children are in dire need of shelter.', finds: [] },
      { text: 'The old were in urgent need of protection.', finds: [] },
    ],
  },
  {
    id: 'there-is-need-to',
    patterns: ['need to'],
    make({ start, end }, tokens) {
      if (!existentialBefore(tokens, start)) return null;
      const action = readAction(tokens, end);
      return action ? madeCue(tokens, 'strong', action, null, { end: action.end }) : null;
    },
    examples: [
      {
        text: 'There is an urgent need to replace old meters.',
        finds: [{ text: 'need to replace', strength: 'strong', action: 'replace', who: '' }],
      },
      { text: 'There is no need to worry.', finds: [] },
      { text: 'Staff felt the need to talk.', finds: [] },
    ],
  },
  {
    id: 'needs',
    patterns: ['need|needs'],
    make({ start, end }, tokens) {
      const next = tokens[end]?.lower ?? '';
      const before = tokens[start - 1]?.lower ?? '';
      if (next === 'to' || next === 'for' || next === 'not' || next === 'it' || next === '')
        return null;
      if (
        DETERMINERS.has(before) ||
        /^(?:not|don't|doesn't|didn't|may|might|would|in|special|specific|local|own|their|basic|security|of|and|if)$/u.test(
          before,
        )
      )
        return null;
      if (
        !DETERMINERS.has(next) &&
        !/^(?:better|stronger|clear|clearer|new|greater|urgent|strong|robust|closer|common|harmonised|harmonized|continental|binding|comprehensive|real|serious|international|national|global|regional|continued|sustained|coordinated|concerted|faster|fewer|reform|stricter|tougher|proper|effective|adequate|cooperation|leadership|investment|rules|regulation)$/u.test(
          next,
        )
      )
        return null;
      if (/^(?:that|this|these|it|no|some|access|help)$/u.test(next)) return null;
      const subject = subjectBefore(tokens, start);
      // "The act needs several amendments."
      if (subject.kind === 'thing' && !subject.relative && !mentions(subject, tokens)) {
        const mended = readNominal(tokens, end);
        return mended && MENDING.test(mended.lemma ?? '') && !toldOfAttack(tokens)
          ? madeCue(tokens, 'strong', mended, null, { end: mended.end })
          : null;
      }
      // "We need all firms to report": who is needed acts.
      if (subject.kind === 'generic' && tokens[subject.start]!.lower === 'we') {
        const wanted = readTo(tokens, end, 12);
        const first = tokens[end]!.lower;
        if (
          wanted?.who?.kind === 'agent' &&
          (first === 'all' ||
            first === 'every' ||
            first === 'our' ||
            first === 'the' ||
            first === 'more') &&
          !mentions(subject, tokens) &&
          !subject.relative
        )
          return madeCue(tokens, 'strong', wanted.action, wanted.who, { end: wanted.action.end });
      }
      if (mentions(subject, tokens) || toldOfAttack(tokens)) return null;
      // "What we need is a plan to …": the demand stands behind "is".
      if (subject.opener === 'what') return null;
      if (subject.relative || (subject.kind !== 'agent' && subject.kind !== 'generic')) return null;
      if (subject.kind === 'generic' && tokens[subject.start]!.lower !== 'we') return null;
      if (has(tokens, subject.end - 1, ATTACKER)) return null;
      if (
        /^(?:users?|victims?|patients?|children|customers?|clients?|people|students?|employees)$/u.test(
          tokens[subject.end - 1]!.lower,
        )
      )
        return null;
      const act = readNominal(tokens, end);
      return madeCue(tokens, 'strong', act, acting(subject), {
        end: Math.max(end, act?.end ?? end),
      });
    },
    examples: [
      {
        text: 'The union needs common port security rules.',
        finds: [{ text: 'needs', strength: 'strong', action: null, who: 'The union' }],
      },
      {
        text: 'The continent needs better risk management.',
        finds: [{ text: 'needs better risk management', action: 'manage', who: 'The continent' }],
      },
      {
        text: 'We need a treaty to curb spyware.',
        finds: [{ text: 'need a treaty to curb', action: 'curb', who: '' }],
      },
      {
        text: 'We need all carriers, old and new, to report their losses.',
        finds: [
          {
            text: 'need all carriers, old and new, to report',
            action: 'report',
            strength: 'strong',
          },
        ],
      },
      {
        text: 'The old code needs several amendments.',
        finds: [{ text: 'needs several amendments', action: 'amend', who: '' }],
      },
      { text: 'An intruder needs a valid account.', finds: [] },
      { text: 'The report lists support needs.', finds: [] },
      { text: 'The tool needs a fast processor.', finds: [] },
    ],
  },
  {
    id: 'what-is-needed',
    patterns: [
      "what is|'s (now / really / also / urgently)? needed|required (now)? is (not)?",
      'what (the / our / its)? <any>{1,3} (now / really / also / urgently)? need|needs|lack|lacks (now)? is (not)?',
      'what (the / our / its)? <any>{1,3} (now / really / also)? must|should do (now / next / instead)? is',
      'what (the / our / its)? <any>{1,3} (now / really / also)? need|needs|have|has to do (now / next / instead)? is',
    ],
    make({ start, end }, tokens) {
      const text = tokens.slice(start, end).map(({ lower }) => lower);
      // "What is needed now is unclear."
      if (
        /^(?:unclear|clear|simple|obvious|known|different|not|unknown)$/u.test(
          tokens[end]?.lower ?? '',
        )
      )
        return null;
      if (text.includes('do')) {
        const from = tokens[end]?.lower === 'to' ? end + 1 : end;
        const action = has(tokens, from, BASE_VERB) ? readAction(tokens, from) : null;
        const verb = tokens.findIndex(
          ({ lower }, at) => at > start && /^(?:must|should|need|needs|have|has)$/u.test(lower),
        );
        const cut = phraseEnd(tokens, start + 1, verb);
        const who = named(tokens, start + 1, cut);
        return (
          action &&
          madeCue(tokens, text.includes('should') ? 'medium' : 'strong', action, acting(who), {
            end: action.end,
          })
        );
      }
      const act = readNominal(tokens, end) ?? readTo(tokens, end)?.action ?? null;
      if (!act && text.some((word) => word.startsWith('lack'))) return null;
      return madeCue(tokens, 'strong', act, null, { end: Math.max(end, act?.end ?? end) });
    },
    examples: [
      {
        text: 'What we need is a fund to rebuild clinics.',
        finds: [
          { text: 'What we need is a fund to rebuild', strength: 'strong', action: 'rebuild' },
        ],
      },
      {
        text: 'What is needed is investment in people.',
        finds: [{ text: 'What is needed is investment', action: 'invest' }],
      },
      { text: 'She asked what we need.', finds: [] },
    ],
  },
  {
    id: 'is-needed',
    patterns: [
      '<be> (also / now / urgently / still / clearly / therefore / sorely / badly / desperately){0,2} needed|required|necessary|overdue',
      '<be> (also / now / still / equally / absolutely / therefore){0,2} essential|critical|crucial|vital|imperative|paramount|key',
      '<be> (also / very / equally / critically / extremely / particularly / increasingly){0,2} important',
      'will|would (also)? be needed|required|necessary|essential|critical|crucial|vital',
    ],
    make({ start, end }, tokens) {
      const word = tokens[end - 1]!.lower;
      if (/^(?:was|were)$/u.test(tokens[start]!.lower)) return null;
      const subject = subjectBefore(tokens, start);
      if (mentions(subject, tokens) || toldOfLaw(tokens) || toldOfAttack(tokens)) return null;
      const first = tokens[subject.start]?.lower ?? '';
      if (
        first === 'it' ||
        first === 'no' ||
        first === 'what' ||
        subject.relative ||
        subject.kind === 'none'
      )
        return null;
      const next = tokens[end]?.lower ?? '';
      if (
        (word === 'required' || word === 'needed' || word === 'necessary') &&
        next === 'to' &&
        subject.kind === 'agent'
      ) {
        // "Agencies are required to comply": a demand where it is told of the present.
        if (word !== 'required') return null;
        const action = readAction(tokens, end + 1);
        return action && !/^(?:serve|wear|live)$/u.test(action.lemma ?? '')
          ? madeCue(tokens, 'strong', action, subject, { end: action.end })
          : null;
      }
      const act = actOf(tokens, subject);
      if (
        !act &&
        subject.kind === 'thing' &&
        /^(?:needed|required|essential|necessary|vital|crucial|imperative)$/u.test(word) &&
        tokens[start]!.lower !== 'be'
      ) {
        const effort = effortBehind(tokens, subject.start);
        if (effort && effort.end === subject.end && !/^(?:for|to)$/u.test(next))
          return madeCue(tokens, 'strong', effort, null, { end });
        if (effort && effort.end === subject.end && next === 'to')
          return madeCue(tokens, 'strong', readAction(tokens, end + 1), null, { end });
      }
      if (word === 'important')
        return act && isGerund(first) && subject.kind === 'thing'
          ? madeCue(tokens, 'medium', act, null, { end })
          : null;
      const asks =
        /^(?:needed|required|overdue)$/u.test(word) &&
        !/^(?:by|for)$/u.test(next) &&
        subject.kind !== 'agent' &&
        tokens[start]!.lower !== 'be';
      const second = tokens[subject.start + 1]?.lower ?? '';
      const wanting =
        WANTING.test(first) ||
        (/^(?:an?|the)$/u.test(first) &&
          (WANTING.test(second) ||
            /^(?:different|common|global|national|clearer|comprehensive|international|coordinated|shared|radical|binding|dedicated)$/u.test(
              second,
            )));
      if (
        act &&
        /^(?:required|necessary|key)$/u.test(word) &&
        !wanting &&
        !has(tokens, act.at, GERUND) &&
        !ASKED.test(act.lemma ?? '')
      )
        return null;
      if (asks && wanting && next === 'to' && !act) {
        // "Stronger rules are needed to protect children."
        const purpose = readAction(tokens, end + 1);
        if (purpose && has(tokens, purpose.at, BASE_VERB))
          return madeCue(tokens, 'strong', purpose, null, { end: purpose.end });
      }
      if (!act && !(asks && wanting)) return null;
      if (
        act &&
        !has(tokens, act.at, GERUND) &&
        /^(?:for|to)$/u.test(next) &&
        !wanting &&
        word !== 'overdue'
      ) {
        // "Access is required for the exploit": what a thing takes.
        if (/^(?:required|needed|necessary|key)$/u.test(word)) return null;
      }
      if (act && word === 'key' && next !== 'to' && !/^[.,;]$/u.test(next)) return null;
      return madeCue(tokens, 'strong', act, null, { end });
    },
    examples: [
      {
        text: 'Training clerks every year is critical.',
        finds: [{ text: 'is critical', strength: 'strong', action: 'train', who: '' }],
      },
      { text: 'Urgent action is needed.', finds: [{ text: 'is needed', action: 'act' }] },
      {
        text: 'Closer cooperation between the labs is essential.',
        finds: [{ text: 'is essential', action: 'cooperate' }],
      },
      {
        text: 'Member banks are required to comply with this order.',
        finds: [{ text: 'are required to comply', action: 'comply', who: 'Member banks' }],
      },
      {
        text: 'Rehearsing with the fire brigade is very important.',
        finds: [{ text: 'is very important', strength: 'medium', action: 'rehearse' }],
      },
      {
        text: 'A whole-of-port approach is needed.',
        finds: [{ text: 'is needed', strength: 'strong', action: 'approach' }],
      },
      { text: 'The port is important.', finds: [] },
      { text: 'The port is critical.', finds: [] },
      { text: 'Tools that can answer at once are critical.', finds: [] },
      { text: 'No reboot is required.', finds: [] },
      { text: 'Under the act, notice is required.', finds: [] },
      { text: 'If an update is needed, it will come.', finds: [] },
    ],
  },
  {
    id: 'requires',
    patterns: ['requires|require|demands|necessitates', 'will (also)? require|need|demand'],
    make({ start, end }, tokens) {
      const last = tokens[end - 1]!.lower;
      if (
        last === 'for' ||
        tokens[end]?.lower === 'that' ||
        toldOfLaw(tokens) ||
        toldOfAttack(tokens)
      )
        return null;
      if (
        /^(?:to|not|never|even|would|could|may|might|can|and|or|does|do)$/u.test(
          tokens[start - 1]?.lower ?? '',
        )
      )
        return null;
      const subject = subjectBefore(tokens, start);
      const joined = tokens[start - 1]?.lower === 'and';
      if (mentions(subject, tokens) || (subject.relative && !joined)) return null;
      if (subject.kind === 'attacker' && !has(tokens, subject.start, GERUND)) return null;
      if (tokens[start - 1]?.lower === 'will') return null;
      if (subject.start >= subject.end && tokens[start - 1]?.lower !== 'and') return null;
      const to = readTo(tokens, end, 12);
      const act = readNominal(tokens, end);
      const led = to?.who != null && to.action.at === act?.at;
      if (act && !led && ASKED.test(act.lemma ?? '')) {
        return madeCue(tokens, 'strong', act, null, { end: act.end });
      }
      const first = tokens[subject.start]?.lower ?? '';
      const head = tokens[subject.end - 1]?.lower ?? '';
      const matter = PURPOSES.test(first) || isGerund(first) || MATTERS.test(head);
      if (subject.kind === 'thing' && matter && (PURPOSES.test(first) || isGerund(first))) {
        const effort = effortBehind(tokens, end);
        if (effort) return madeCue(tokens, 'strong', effort, null, { end: effort.end });
      }
      if (to?.who && subject.kind !== 'agent' && matter) {
        return madeCue(tokens, 'strong', to.action, to.who, { end: to.action.end });
      }
      return null;
    },
    examples: [
      {
        text: 'The leak requires immediate action.',
        finds: [{ text: 'requires immediate action', strength: 'strong', action: 'act' }],
      },
      {
        text: 'Tackling fraud will require sustained investment.',
        finds: [{ text: 'will require sustained investment', action: 'invest' }],
      },
      {
        text: 'Tackling the leaks requires a broad and patient approach.',
        finds: [{ text: 'requires a broad and patient approach', action: 'approach' }],
      },
      {
        text: 'Port security requires ministers and owners to lead.',
        finds: [{ text: 'requires ministers and owners to lead', action: 'lead' }],
      },
      { text: 'The new law requires an annual review.', finds: [] },
      { text: 'The attack requires physical access.', finds: [] },
      { text: 'The job requires patience and a van.', finds: [] },
    ],
  },
  {
    id: 'requires-to',
    patterns: ['requires|require to <verb>'],
    make({ start, end }, tokens) {
      if (toldOfLaw(tokens) || toldOfAttack(tokens)) return null;
      const subject = subjectBefore(tokens, start);
      if (subject.kind !== 'agent' || subject.relative || mentions(subject, tokens)) return null;
      const action = readAction(tokens, start + 2);
      return action && end > start
        ? madeCue(tokens, 'strong', action, subject, { end: action.end })
        : null;
    },
    examples: [
      {
        text: 'Kenya requires to invest in its labs.',
        finds: [{ text: 'requires to invest', strength: 'strong', action: 'invest', who: 'Kenya' }],
      },
      { text: 'The job requires to be done.', finds: [] },
    ],
  },
];

/** The act that a subject names: a gerund or a noun of an act; null for a thing, however important. */
function actOf(tokens: readonly Token[], subject: Subject): Action | null {
  if (subject.kind === 'agent' || subject.kind === 'pronoun' || subject.kind === 'attacker')
    return null;
  const act = readNominal(tokens, subject.start);
  return act && act.at < subject.end ? act : null;
}
