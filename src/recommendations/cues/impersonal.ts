import type { Strength } from '../../article/schema.ts';
import type { Token } from '../../language/tokens.ts';
import { isBaseVerb, isPast, lemmaOf } from '../../language/verbs.ts';
import { type Action, readAction, skipAdverbs } from '../action.ts';
import { acting, type CueRule, madeCue } from '../cue.ts';
import { fronted, readDemand, readForTo, readTo } from '../demand.ts';
import type { Subject } from '../phrase.ts';
import { subjectBefore } from '../subject.ts';
import { mentions } from '../told.ts';
import { existentialBefore } from './existential.ts';

type Demand = { action: Action; who: Subject | null };

/** What stands behind "it is vital": "that X do", "for X to do", "to do". */
function behindIt(tokens: readonly Token[], from: number): Demand | null {
  const at = skipAdverbs(tokens, from);
  const word = tokens[at]?.lower;
  if (word === 'that') return readDemand(tokens, at);
  if (word === 'for') return readTo(tokens, at + 1);
  if (word === 'if') return wishedIf(tokens, at + 1);
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

/** "It would help if vendors signed it": a past form behind who should act. */
function wishedIf(tokens: readonly Token[], from: number): Demand | null {
  let inside = false;
  for (let at = from + 1; at < tokens.length && at < from + 20; at++) {
    const { lower, kind } = tokens[at]!;
    if (lower === ',') inside = !inside;
    if (kind === 'mark' && /^[.;:]$/u.test(lower)) return null;
    if (inside || kind !== 'word' || !isPast(lower)) continue;
    const subject = subjectBefore(tokens, at);
    const who = { ...subject, start: Math.max(subject.start, from) };
    if (who.start >= who.end) return null;
    const lemma = lemmaOf(lower);
    const action: Action = {
      lemma,
      at,
      end: at + 1,
      passive: false,
      copula: false,
      perfect: false,
    };
    return { action, who: acting(who) };
  }
  return null;
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

export const impersonals: readonly CueRule[] = [
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
      {
        text: 'It would be helpful if Peru, which joined in May, lent a ship.',
        finds: [
          {
            text: 'It would be helpful if Peru, which joined in May, lent',
            strength: 'weak',
            action: 'lend',
            who: 'Peru',
          },
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
