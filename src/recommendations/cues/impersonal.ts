import type { Strength } from '../../article/schema.ts';
import type { Token } from '../../language/tokens.ts';
import { isBaseVerb, isGerund } from '../../language/verbs.ts';
import { type Action, readAction, readNominal, skipAdverbs } from '../action.ts';
import {
  acting,
  type CueRule,
  fronted,
  madeCue,
  mentions,
  readDemand,
  readForTo,
  readTo,
  toldOfAttack,
  toldOfLaw,
} from '../cue.ts';
import { ATTACKERS, DETERMINERS, FINITE } from '../grammar-words.ts';
import { type Subject, subjectBefore } from '../subject.ts';

type Demand = { action: Action; who: Subject | null };

/** What stands behind "it is vital": "that X do", "for X to do", "to do". */
function behindIt(tokens: readonly Token[], from: number): Demand | null {
  const at = skipAdverbs(tokens, from);
  const word = tokens[at]?.lower;
  if (word === 'that') return readDemand(tokens, at);
  if (word === 'for') return readTo(tokens, at + 1);
  if (word === 'to') {
    const action = readAction(tokens, at + 1);
    return action && !action.perfect ? { action, who: null } : null;
  }
  // "It is vital we act."
  return tokens[at]?.kind === 'word' &&
    /^(?:we|you|they|all|the|governments?|companies|organi[sz]ations|states)$/u.test(word ?? '')
    ? readDemand(tokens, at)
    : null;
}

/** "It is imperative that …" and its like. */
function impersonal(
  tokens: readonly Token[],
  start: number,
  end: number,
  strength: Strength,
): ReturnType<CueRule['make']> {
  const demand = behindIt(tokens, end);
  if (!demand || demand.action.lemma === null) return null;
  if (/^(?:note|mention|stress|recall|emphasise|emphasize)$/u.test(demand.action.lemma))
    return null;
  if (
    /^(?:note|remember|say|mention|stress|recognise|recognize|understand|emphasise|emphasize|point|realise|realize|acknowledge|distinguish|ask|recall|keep|know|see|consider|look)$/u.test(
      demand.action.lemma,
    ) &&
    demand.who === null &&
    /^(?:important|worth|necessary|essential|useful|helpful|better|best|crucial|critical|vital)$/u.test(
      tokens[end - 1]!.lower,
    ) &&
    tokens[skipAdverbs(tokens, end)]?.lower === 'to'
  )
    return /^(?:ask|keep|consider|look|see|know)$/u.test(demand.action.lemma)
      ? madeCue(tokens, strength, demand.action, null, { end: demand.action.end })
      : null;
  return madeCue(tokens, strength, demand.action, demand.who, {
    start,
    end: Math.max(end, demand.action.end),
  });
}

/** The act that a subject names: a gerund or a noun of an act; null for a thing, however important. */
function actOf(tokens: readonly Token[], subject: Subject): Action | null {
  if (subject.kind === 'agent' || subject.kind === 'pronoun' || subject.kind === 'attacker')
    return null;
  const act = readNominal(tokens, subject.start);
  return act && act.at < subject.end ? act : null;
}

export const impersonals: readonly CueRule[] = [
  {
    id: 'need-for',
    patterns: ['need for', 'needs for', 'scope|room for', 'case for'],
    make({ start, end }, tokens) {
      const { lower } = tokens[start]!;
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
      { text: 'Keeping in mind the need for speed, they met again.', finds: [] },
      { text: 'There is no need for alarm.', finds: [] },
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
      if (mentions(subject, tokens) || toldOfAttack(tokens)) return null;
      // "What we need is a plan to …": the demand stands behind "is".
      if (subject.opener === 'what') return null;
      if (subject.relative || (subject.kind !== 'agent' && subject.kind !== 'generic')) return null;
      if (subject.kind === 'generic' && tokens[subject.start]!.lower !== 'we') return null;
      if (ATTACKERS.has(tokens[subject.end - 1]!.lower)) return null;
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
      { text: 'An intruder needs a valid account.', finds: [] },
      { text: 'The report lists support needs.', finds: [] },
      { text: 'The tool needs a fast processor.', finds: [] },
    ],
  },
  {
    id: 'what-is-needed',
    patterns: [
      'what we|they|you|countries|states|governments|companies (now / really / also / urgently)? need|needs (now)? is',
      "what is|'s (now / really / also / urgently)? needed|required (now)? is",
    ],
    make({ end }, tokens) {
      const act = readNominal(tokens, end) ?? readTo(tokens, end)?.action ?? null;
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
    id: 'it-is-pressing',
    patterns: [
      'it <be> (also / therefore / thus / now / absolutely / equally / however / always / more / clearly / still / so / as / especially / particularly / incredibly / extremely){0,2} <pressing>',
      'it|this becomes|seems <pressing>',
      'makes|make it <pressing>',
    ],
    make({ start, end }, tokens) {
      if (
        tokens[end - 1]!.lower === 'incumbent' &&
        /^(?:on|upon)$/u.test(tokens[end]?.lower ?? '')
      ) {
        const found = readTo(tokens, end + 1);
        return found
          ? madeCue(tokens, 'strong', found.action, found.who, { end: found.action.end })
          : null;
      }
      if (tokens.slice(start, end).some(({ lower }) => lower === 'was' || lower === 'not'))
        return null;
      return impersonal(tokens, start, end, 'strong');
    },
    examples: [
      {
        text: 'It is imperative for the region to agree on one code.',
        finds: [
          {
            text: 'It is imperative for the region to agree',
            strength: 'strong',
            action: 'agree',
            who: 'the region',
          },
        ],
      },
      {
        text: 'It is therefore vital that you convene the board.',
        finds: [{ text: 'It is therefore vital that you convene', action: 'convene', who: '' }],
      },
      {
        text: 'It is incumbent on vendors to warn buyers.',
        finds: [{ action: 'warn', who: 'vendors', text: 'It is incumbent on vendors to warn' }],
      },
      {
        text: 'It is essential to keep logs.',
        finds: [{ action: 'keep', text: 'It is essential to keep' }],
      },
      { text: 'It was vital to stop the leak.', finds: [] },
      { text: 'It is essential kit.', finds: [] },
    ],
  },
  {
    id: 'it-is-weighty',
    patterns: [
      'it <be> (also / therefore / thus / now / always / very / equally / more / really / still / so / especially / particularly / most / often){0,2} <weighty>',
      "it's (also / very)? <weighty>",
      'it would be (also / very / more)? <weighty>',
      'it may|might be <weighty>',
    ],
    make({ start, end }, tokens) {
      if (tokens.slice(start, end).some(({ lower }) => lower === 'was' || lower === 'not'))
        return null;
      const conditional = tokens
        .slice(start, end)
        .some(({ lower }) => /^(?:would|may|might)$/u.test(lower));
      return impersonal(tokens, start, end, conditional ? 'weak' : 'medium');
    },
    examples: [
      {
        text: 'It is important to have a second supplier.',
        finds: [{ text: 'It is important to have', strength: 'medium', action: 'have' }],
      },
      {
        text: 'It would be wise for ports to rehearse.',
        finds: [
          { text: 'It would be wise for ports to rehearse', strength: 'weak', action: 'rehearse' },
        ],
      },
      { text: 'It is important to note that the figures are old.', finds: [] },
      { text: 'It is an important port.', finds: [] },
    ],
  },
  {
    id: 'time-to',
    patterns: [
      'it <be> (now / high / about / past / also / well / therefore){0,3} time',
      'the? time is ripe|right|now|overdue',
      'the? time has (now)? come',
      'now <be> the time',
    ],
    make({ start, end }, tokens) {
      if (tokens[start]!.lower === 'time' && tokens[start - 1]?.lower === 'the') return null;
      const demand = behindIt(tokens, end);
      return demand
        ? madeCue(tokens, 'medium', demand.action, demand.who, { start, end: demand.action.end })
        : null;
    },
    examples: [
      {
        text: 'The time is ripe for Oslo and Riga to sign a pact.',
        finds: [
          {
            text: 'The time is ripe for Oslo and Riga to sign',
            strength: 'medium',
            action: 'sign',
            who: 'Oslo and Riga',
          },
        ],
      },
      { text: 'It is high time that banks shared their data.', finds: [] },
      {
        text: 'It is time to retire old routers.',
        finds: [{ text: 'It is time to retire', action: 'retire', who: '' }],
      },
      {
        text: 'Now is the time for insurers to act.',
        finds: [{ text: 'Now is the time for insurers to act', action: 'act', who: 'insurers' }],
      },
      { text: 'It is time consuming.', finds: [] },
      { text: 'It took some time to recover.', finds: [] },
    ],
  },
  {
    id: 'is-needed',
    patterns: [
      '<be> (also / now / urgently / still / clearly / therefore / sorely / badly / desperately){0,2} needed|required|necessary|overdue',
      '<be> (also / now / still / equally / absolutely / therefore){0,2} essential|critical|crucial|vital|imperative|paramount|key',
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
        !isGerund(tokens[act.at]!.lower) &&
        !ASKED.test(act.lemma ?? '')
      )
        return null;
      if (asks && wanting && next === 'to' && !act) {
        // "Stronger rules are needed to protect children."
        const purpose = readAction(tokens, end + 1);
        if (purpose && isBaseVerb(tokens[purpose.at]!.lower))
          return madeCue(tokens, 'strong', purpose, null, { end: purpose.end });
      }
      if (!act && !(asks && wanting)) return null;
      if (
        act &&
        !isGerund(tokens[act.at]!.lower) &&
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
        /^(?:to|not|would|could|may|might|can|and|or|does|do)$/u.test(
          tokens[start - 1]?.lower ?? '',
        )
      )
        return null;
      const subject = subjectBefore(tokens, start);
      if (mentions(subject, tokens) || subject.relative || subject.kind === 'attacker') return null;
      if (tokens[start - 1]?.lower === 'will') return null;
      if (subject.start >= subject.end && tokens[start - 1]?.lower !== 'and') return null;
      const to = readTo(tokens, end, 12);
      const act = readNominal(tokens, end);
      if (act && ASKED.test(act.lemma ?? '')) {
        return madeCue(tokens, 'strong', act, null, { end: act.end });
      }
      if (to?.who && subject.kind !== 'agent' && PURPOSES.test(tokens[subject.start]!.lower)) {
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
      { text: 'The new law requires an annual review.', finds: [] },
      { text: 'The attack requires physical access.', finds: [] },
      { text: 'The job requires patience and a van.', finds: [] },
    ],
  },
  {
    id: 'there-is-duty',
    patterns: [
      'imperative|obligation|responsibility|duty|opportunity|chance to',
      'opportunity|chance for',
    ],
    make({ start, end }, tokens) {
      if (!existentialBefore(tokens, start)) return null;
      const weak = /^(?:opportunity|chance)$/u.test(tokens[start]!.lower);
      if (tokens[end - 1]!.lower === 'for') {
        const found = readForTo(tokens, end - 1, 1);
        return found?.who
          ? madeCue(tokens, 'weak', found.action, found.who, { end: found.action.end })
          : null;
      }
      const action = readAction(tokens, end);
      if (!action) return null;
      const nobody: Subject = { start: 1, end: 1, opener: null, relative: false, kind: 'none' };
      return madeCue(
        tokens,
        weak ? 'weak' : 'medium',
        action,
        fronted(tokens, { ...nobody, start }),
        { end: action.end },
      );
    },
    examples: [
      {
        text: 'For insurers, there is a clear imperative to share loss data.',
        finds: [
          { text: 'imperative to share', strength: 'medium', action: 'share', who: 'insurers' },
        ],
      },
      {
        text: 'There is an opportunity for Ghana and Togo to merge their desks.',
        finds: [
          {
            action: 'merge',
            strength: 'weak',
            who: 'Ghana and Togo',
            text: 'opportunity for Ghana and Togo to merge',
          },
        ],
      },
      { text: 'The thieves saw an opportunity to strike.', finds: [] },
      { text: 'There is no obligation to buy.', finds: [] },
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
  {
    id: 'step-is',
    patterns: [
      'step|steps|action|thing|priority|task|measure|solution|answer|approach|course|remedy|defence|defense|way|fix|key|bet|practice is|are|remains to',
      'step|solution|answer|approach|course|way|move|option|start would|could|might be to',
      'step|way|key|solution|answer to|for|in|of <any>{1,7} is|would (be)? to',
    ],
    make({ start, end }, tokens) {
      const { lower } = tokens[start]!;
      let determined = false;
      for (let at = start - 1; at >= 0 && at >= start - 6; at--) {
        const word = tokens[at]!.lower;
        if (/^(?:the|a|an|another|our|one|their|his|her|my)$/u.test(word)) determined = true;
        if (/^(?:attackers?|hackers?|attack|criminals?|no|their|his|her)$/u.test(word)) return null;
      }
      if (!determined && lower !== 'key') return null;
      const action = readAction(tokens, end);
      if (!action || action.perfect || !isBaseVerb(tokens[action.at]!.lower)) return null;
      return madeCue(tokens, 'weak', action, null, { end: action.end });
    },
    examples: [
      {
        text: 'The first step is to list every device.',
        finds: [{ text: 'step is to list', strength: 'weak', action: 'list', who: '' }],
      },
      {
        text: 'A better approach would be to license the dealers.',
        finds: [{ text: 'approach would be to license', action: 'license' }],
      },
      { text: 'The next step is unclear.', finds: [] },
      { text: 'The way is long.', finds: [] },
    ],
  },
  {
    id: 'duty',
    patterns: [
      'have|has|bear|bears a|an|the (clear / shared / special / moral / joint / collective)? responsibility|duty|obligation|role to',
      'responsibility|onus|burden|duty is|lies|falls on',
      '<be> up to',
      '<be> on|upon',
      'would do well to',
      'would be wise|smart|prudent|right|better to',
      'had better',
      'must be a|the (top / first / national)? priority',
    ],
    make({ start, end }, tokens) {
      const text = tokens
        .slice(start, end)
        .map(({ lower }) => lower)
        .join(' ');
      const subject = subjectBefore(tokens, start);
      if (mentions(subject, tokens)) return null;
      if (/up to$/u.test(text)) {
        if (tokens[subject.start]?.lower !== 'it') return null;
        const found = readTo(tokens, end);
        return found
          ? madeCue(tokens, 'medium', found.action, found.who, { end: found.action.end })
          : null;
      }
      if (/(?:on|upon)$/u.test(text)) {
        if (
          !/^(?:onus|responsibility|burden|duty)$/u.test(
            tokens[subject.end - 1]?.lower ?? tokens[start]!.lower,
          )
        )
          return null;
        const found = readTo(tokens, end);
        return found
          ? madeCue(tokens, 'strong', found.action, found.who, { end: found.action.end })
          : null;
      }
      if (/priority$/u.test(text)) return null;
      const action = readAction(tokens, end);
      if (!action || action.perfect || subject.relative) return null;
      const strength: Strength = /^would/u.test(text) || text.includes('role') ? 'weak' : 'medium';
      return madeCue(tokens, strength, action, acting(subject), { end: action.end });
    },
    examples: [
      {
        text: 'Vendors have a duty to warn buyers.',
        finds: [
          { text: 'have a duty to warn', strength: 'medium', action: 'warn', who: 'Vendors' },
        ],
      },
      {
        text: 'It is up to parliament to close the gap.',
        finds: [
          {
            text: 'is up to parliament to close',
            strength: 'medium',
            action: 'close',
            who: 'parliament',
          },
        ],
      },
      {
        text: 'Investors would do well to read the audit.',
        finds: [
          { text: 'would do well to read', strength: 'weak', action: 'read', who: 'Investors' },
        ],
      },
      { text: 'The figure is up to ten.', finds: [] },
      { text: 'The talks are on Monday.', finds: [] },
    ],
  },
];

/** "there is a (clear, urgent) …" in front of the noun at `at`, not denied. */
function existentialBefore(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && index > at - 8; index--) {
    const { lower, kind } = tokens[index]!;
    if (/^(?:no|not|little|of|we|you|they|it|he|she|i)$/u.test(lower)) return false;
    if (/^(?:is|are|remains|exists|'s|be|sees|see)$/u.test(lower)) {
      return /^(?:there|clearly|also|still|now|we|i|therefore|will|thus)$/u.test(
        tokens[index - 1]?.lower ?? '',
      );
    }
    if (kind !== 'word' && lower !== ',') return false;
    if (FINITE.has(lower) || isBaseVerbOnly(lower)) return false;
  }
  return false;
}

const isBaseVerbOnly = (word: string): boolean =>
  isBaseVerb(word) && /^(?:keep|feel|stress|understand|meet|show)$/u.test(word);

const WANTING =
  /^(?:more|much|greater|better|stronger|new|urgent|further|closer|clear|clearer|additional|immediate|fresh|bold|tougher|stricter)$/u;

/** Acts that a matter can ask for. */
const ASKED =
  /^(?:act|cooperate|co-operate|coordinate|collaborate|invest|respond|reform|commit|rethink|change|engage|partner|lead|harmonise|harmonize|legislate|regulate|intervene|attend|overhaul|strengthen|watch|update|upgrade|shift|train|share|consult|talk|integrate|prioritise|prioritize|modernise|modernize|oversee|unite|scrutinise|review|protect)$/u;
/** Subjects whose demand is the author's: "This requires …", "Tackling fraud requires …". */
const PURPOSES =
  /^(?:this|that|it|such|meeting|tackling|addressing|solving|winning|building|ensuring|achieving|protecting|success|progress)$/u;
