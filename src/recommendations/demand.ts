import type { Token } from '../language/tokens.ts';
import {
  isAdverb,
  isBaseVerb,
  isInfinitiveAt,
  isParticiple,
  isPlainVerb,
  lemmaOf,
} from '../language/verbs.ts';
import { type Action, readAction, readNominal, skipAdverbs } from './action.ts';
import { acting, wordsOf } from './cue.ts';
import {
  DETERMINERS,
  FINITES,
  isAgentNoun,
  MODALS,
  PREPOSITIONS,
  REPORTERS,
} from './grammar-words.ts';
import { verbOfNoun } from './nominal.ts';
import type { Subject } from './phrase.ts';
import { kindOf, named, phraseEnd } from './phrase.ts';
import { ADVERB, BASE_VERB, DETERMINER, GERUND, has, is, MODAL, PREPOSITION } from './word-kind.ts';

/**
 * Reads a clause that begins at `from` as what is demanded: "that agencies (should) patch",
 * "agencies patch", "patching", "a ban on". `who` is null where nobody is named.
 */
export function readDemand(
  tokens: readonly Token[],
  from: number,
): { action: Action; who: Subject | null } | null {
  let at = from;
  const that = tokens[at]?.lower === 'that';
  if (that) at++;
  if (!/^(?:all|both|each|more)$/u.test(tokens[at]?.lower ?? '')) at = skipAdverbs(tokens, at);
  const first = tokens[at];
  if (first?.kind !== 'word') return null;
  if (!that && is(first, GERUND)) {
    const action = readNominal(tokens, at);
    if (action) return { action, who: null };
  }
  if (first.lower === 'there') {
    const existential = readExistential(tokens, at);
    if (existential) return existential;
  }
  const verb = clauseVerb(tokens, at, that);
  if (verb !== null) {
    const modal = has(tokens, verb, MODAL);
    let to = modal ? verb + 1 : verb;
    if (/^(?:need|needs|ought)$/u.test(tokens[verb]!.lower) && tokens[verb + 1]?.lower === 'to')
      to = verb + 2;
    const action = readAction(tokens, to);
    if (action && !action.perfect) {
      let end = phraseEnd(tokens, at, verb);
      while (end > at + 1 && has(tokens, end - 1, ADVERB)) end--;
      const who = named(tokens, at, end);
      return {
        action: nominalSubject(tokens, action, who),
        who: action.passive ? byAgent(tokens, action.end) : acting(who),
      };
    }
  }
  if (that) return null;
  const action = readNominal(tokens, at);
  return action ? { action, who: null } : null;
}

/** The verb of a clause whose subject begins at `from`: a modal, "be", or a base form behind a noun. */
export function clauseVerb(tokens: readonly Token[], from: number, that: boolean): number | null {
  for (let at = from + 1; at < tokens.length && at < from + 22; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark' && /^[.;:!?]$/u.test(lower)) return null;
    if (kind !== 'word') continue;
    if (MODALS.has(lower) && (lower !== 'need' || tokens[at + 1]?.lower === 'to')) return at;
    if (FINITES.has(lower)) return null;
    if (lower === 'to') return null;
    if (lower === 'be' || lower === 'not') return at;
    // "suggested that trade gets a boost": it tells.
    if (that && presentWithObject(tokens, at)) return null;
    let noun = at - 1;
    while (noun > from && /ly$|^(?:all|both|each|also)$/u.test(tokens[noun]!.lower)) noun--;
    const before = tokens[noun]!.lower;
    if (DETERMINERS.has(before) || PREPOSITIONS.has(before) || before === 'of' || before === '-')
      continue;
    if (isPlainVerb(lower)) return at;
    if (!isBaseVerb(lower)) continue;
    // "agencies patch systems", "you exercise the plan": the noun before must close a subject.
    let next = tokens[at + 1]?.lower ?? '';
    // "ring-fence a tenth": the verb goes on behind its hyphen.
    if (next === '-' && !tokens[at + 1]!.spaced) next = tokens[at + 3]?.lower ?? '';
    const closed =
      /(?:[^s]s|people|police|staff|government|parliament|congress|we|you|they|it|\))$/u.test(
        before,
      );
    const named = /^\p{Lu}/u.test(tokens[noun]!.text);
    const determined = that || has(tokens, from, DETERMINER);
    if (
      named &&
      determined &&
      (DETERMINERS.has(next) || PREPOSITIONS.has(next) || /^(?:to|up|out|off)$/u.test(next))
    )
      return at;
    if (
      that &&
      isBaseVerb(lower) &&
      (tokens[at + 1] === undefined || /^[.,;]$/u.test(next)) &&
      (closed || named || isAgentNoun(before) || isAdverb(before)) &&
      at > from + 1
    )
      return at;
    if (closed && (that || DETERMINERS.has(next) || PREPOSITIONS.has(next) || next === 'on'))
      return at;
    if (closed && /^[a-z]+s$/u.test(next)) return at;
  }
  return null;
}

/** "gets a boost", "shows the way": a present form with its object behind a subject. */
const presentWithObject = (tokens: readonly Token[], at: number): boolean => {
  const { lower } = tokens[at]!;
  return (
    /[^s]s$/u.test(lower) &&
    isPlainVerb(lower.slice(0, -1)) &&
    /^(?:an?|the|its|their|one|every|no|his|her)$/u.test(tokens[at + 1]?.lower ?? '') &&
    !has(tokens, at - 1, DETERMINER)
  );
};

/** "There should be rules for vendors to follow": what is to be, and who would do it. */
export function readExistential(
  tokens: readonly Token[],
  there: number,
): { action: Action; who: Subject | null } | null {
  let be = there + 1;
  while (be < there + 8 && tokens[be] && tokens[be]!.lower !== 'be') be++;
  if (tokens[be]?.lower !== 'be') return null;
  // "a procedure devised for departments"
  for (let at = be + 3; at < be + 16 && at < tokens.length; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark' && lower !== '-') break;
    if (lower === 'for' || lower === 'that' || lower === 'which') break;
    const next = tokens[at + 1];
    if (
      !isParticiple(lower) ||
      !next ||
      !(next.kind === 'mark' || is(next, PREPOSITION) || next.lower === 'to')
    )
      continue;
    if (
      tokens[at - 1]!.kind !== 'word' ||
      has(tokens, at - 1, DETERMINER) ||
      has(tokens, at - 1, ADVERB)
    )
      continue;
    const action = readAction(tokens, at);
    if (action)
      return { action: { ...action, lemma: lemmaOf(lower) }, who: byAgent(tokens, at + 1) };
  }
  const behind = readForTo(tokens, be + 1, 16);
  if (behind) return behind;
  const nominal = readNominal(tokens, be + 1);
  const action = nominal ?? {
    lemma: 'be',
    at: be,
    end: be + 1,
    passive: false,
    copula: true,
    perfect: false,
  };
  return { action, who: null };
}

/** "for X to do" within `reach` tokens from `from` on. */
export function readForTo(
  tokens: readonly Token[],
  from: number,
  reach: number,
): { action: Action; who: Subject | null } | null {
  for (let at = from; at < tokens.length && at < from + reach; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark' && /^[.;:!?]$/u.test(lower)) return null;
    if (lower !== 'for') continue;
    const found = readTo(tokens, at + 1);
    if (found) return found;
  }
  return null;
}

/** "agencies (…) to patch": who, and what they are to do. */
export function readTo(
  tokens: readonly Token[],
  from: number,
  reach = 24,
  asked = false,
): { action: Action; who: Subject | null; to: number } | null {
  for (let at = from; at < tokens.length && at < from + reach; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark' && /^[.;:!?—]$/u.test(lower)) return null;
    if (lower !== 'to' || /^(?:order|so|as)$/u.test(doneSo(tokens, at - 1))) continue;
    const verb = skipAdverbs(tokens, at + 1);
    const word = tokens[verb]?.lower ?? '';
    if (word !== 'have' && !isInfinitiveAt(tokens, verb) && !rare(tokens, verb, asked)) continue;
    // "to access controls", "to research groups" are directions, not infinitives.
    if (has(tokens, at - 1, DETERMINER)) continue;
    const action = readAction(tokens, at + 1);
    if (!action || action.perfect) continue;
    const end = phraseEnd(tokens, from, beforeAside(tokens, from, at));
    const who = named(tokens, from, end);
    // Who is urged can act, whatever the word.
    const urged = asked && who.kind === 'thing' ? who : acting(who);
    return { action, who: action.passive ? byAgent(tokens, action.end) : urged, to: at };
  }
  return null;
}

/** "all firms, large and small, to": in front of the aside that tells which. */
function beforeAside(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[to - 1]?.lower !== ',') return to;
  for (let at = from + 1; at < to - 1; at++) {
    if (tokens[at]!.lower !== ',') continue;
    return /^(?:public|private|large|big|small|old|new|rich|poor|foreign|domestic|great|both|young)$/u.test(
      tokens[at + 1]!.lower,
    )
      ? at
      : to;
  }
  return to;
}

/** A verb that no list holds, where what is urged must come: "urge them to accede". */
function rare(tokens: readonly Token[], at: number, asked: boolean): boolean {
  const token = tokens[at];
  if (!asked || token?.kind !== 'word' || token.text !== token.lower) return false;
  if (is(token, DETERMINER) || /(?:s|ing|ed|ly)$/u.test(token.lower)) return false;
  const next = tokens[at + 1]?.lower ?? '';
  return DETERMINERS.has(next) || /^(?:to|on|in|with|from|by)$/u.test(next);
}

/** The word at `at`; empty for the "so" of "done so". */
function doneSo(tokens: readonly Token[], at: number): string {
  const word = tokens[at]?.lower ?? '';
  return word === 'so' && /^(?:do|did|done|doing)$/u.test(tokens[at - 1]?.lower ?? '') ? '' : word;
}

/** "a comprehensive and coordinated approach": what a task calls for, as its verb. */
export function effortBehind(tokens: readonly Token[], from: number): Action | null {
  for (let at = from + 1; at < from + 8 && at < tokens.length; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind !== 'word' && lower !== ',' && lower !== '-') return null;
    if (/^(?:of|to|that|for|in|from)$/u.test(lower) && tokens[at - 1]!.lower !== '-') return null;
    if (
      /^(?:approach|response|effort|efforts|strategy|commitment|cooperation|collaboration)$/u.test(
        lower,
      )
    ) {
      const lemma = /^effort|^strategy/u.test(lower) ? null : (verbOfNoun(lower) ?? lower);
      return { lemma, at, end: at + 1, passive: false, copula: false, perfect: false };
    }
  }
  return null;
}

/** Who is behind "by" after a passive, where it can act. */
export function byAgent(tokens: readonly Token[], from: number): Subject | null {
  for (let at = from; at < tokens.length && at < from + 4; at++) {
    if (tokens[at]!.lower !== 'by') continue;
    if (has(tokens, at + 1, GERUND)) return null;
    let end = at + 1;
    while (end < tokens.length && end < at + 16) {
      const { lower, kind } = tokens[end]!;
      if (kind === 'mark' && !/^[,&'’-]$/u.test(lower)) break;
      if (FINITES.has(lower) || MODALS.has(lower) || lower === 'to' || REPORTERS.has(lower)) break;
      if (
        lower === ',' &&
        !/\b(?:and|or)\b/u.test(wordsOf(tokens, end, Math.min(tokens.length, end + 8)))
      )
        break;
      end++;
    }
    const cut = phraseEnd(tokens, at + 1, end);
    const kind = kindOf(tokens, at + 1, cut);
    return kind === 'agent'
      ? { start: at + 1, end: cut, opener: null, relative: false, kind }
      : null;
  }
  return null;
}

/** Where a copula says nothing of the act, the act may be its subject: "patching should be routine". */
export function nominalSubject(tokens: readonly Token[], action: Action, subject: Subject): Action {
  if (!action.copula || subject.start >= subject.end) return action;
  const complement = skipAdverbs(tokens, action.end);
  const word = tokens[complement]?.lower ?? '';
  if (subject.kind === 'thing' && word === 'to') {
    const inner = readAction(tokens, complement + 1);
    if (inner && has(tokens, inner.at, BASE_VERB)) return inner;
  }
  if (subject.kind !== 'thing') return action;
  const nominal = readNominal(tokens, subject.start);
  if (nominal && nominal.at < subject.end) return { ...nominal, at: action.at, end: action.end };
  for (let at = complement; at < complement + 5; at++) {
    if (/^priorit(?:y|ies)$/u.test(tokens[at]?.lower ?? ''))
      return { ...action, lemma: 'prioritise', end: at + 1 };
  }
  return action;
}

/** "The government's top priority should be …": whose task it is. */
export function possessor(tokens: readonly Token[], subject: Subject): Subject | null {
  if (
    !/^(?:priority|priorities|goal|aim|task|job|step|focus|objective|response|duty|responsibility|role|mission|approach)$/u.test(
      tokens[subject.end - 1]?.lower ?? '',
    )
  )
    return null;
  for (let at = subject.start; at < subject.end; at++) {
    const { lower } = tokens[at]!;
    if (lower !== "'s" && lower !== "'") continue;
    const kind = kindOf(tokens, subject.start, at);
    return kind === 'agent' ? { ...subject, end: at, kind } : null;
  }
  return null;
}

/** "For the allies, this means that aid must be kept up": the phrase in front that acts. */
export function fronted(tokens: readonly Token[], subject: Subject): Subject | null {
  if (tokens[0]?.lower !== 'for' || subject.start < 3) return null;
  const comma = tokens.findIndex(({ lower }, at) => lower === ',' && at > 1);
  if (comma < 0 || comma > 9 || comma > subject.start) return null;
  const end = phraseEnd(tokens, 1, comma);
  const kind = kindOf(tokens, 1, end);
  return kind === 'agent' ? { start: 1, end, opener: null, relative: false, kind } : null;
}
