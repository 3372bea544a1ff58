import type { Strength } from '../../article/schema.ts';
import type { Token } from '../../language/tokens.ts';
import { isPast, lemmaOf } from '../../language/verbs.ts';
import { type Action, readAction, skipAdverbs } from '../action.ts';
import { acting, type CueRule, madeCue } from '../cue.ts';
import { fronted, readDemand, readForTo, readTo } from '../demand.ts';
import type { Subject } from '../phrase.ts';
import { subjectBefore } from '../subject.ts';
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
      if (/^(?:was|were)$/u.test(tokens[start + 1]?.lower ?? '')) return null;
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
];
