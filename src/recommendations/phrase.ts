import { formFact } from '../language/form-fact.ts';
import type { Token } from '../language/tokens.ts';
import { isAdverb, isGerund, isParticiple } from '../language/verbs.ts';
import { knownTag } from '../language/words.ts';
import {
  ATTACKERS,
  DETERMINERS,
  FINITE,
  GENERIC,
  isAgentNoun,
  PREPOSITIONS,
  PRONOUNS,
  REPORTING,
} from './grammar-words.ts';
import { verbOfNoun } from './nominal.ts';

/** The subject in front of a verb, as token indexes, half-open. */
export interface Subject {
  readonly start: number;
  readonly end: number;
  /** The word that opens its clause ("if", "that", "how"), or null. */
  readonly opener: string | null;
  /** The verb stands in a relative clause: "tools they need", "steps that must be taken". */
  readonly relative: boolean;
  /** What it is: who can act, a thing, an attacker, we or you, a pronoun, "there", or nothing. */
  readonly kind: 'agent' | 'thing' | 'attacker' | 'generic' | 'pronoun' | 'there' | 'none';
}

export const TIME =
  /^(?:week|month|year|weekend|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u;

export const NO_ACTOR =
  /^(?:internet|act|bill|directive|convention|strategy|framework|order|treaty|protocol|law|code|agreement|accord|charter|plan|policy|ai|it|ics|iot|mfa|dns|vpn|rdp|tls|api|5g|covid|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)$/u;

export const OPENERS = new Set(
  'if unless when whenever while although though because since until whether how why what where as so but than that which who whom whose once lest wherever'.split(
    ' ',
  ),
);

export const RELATIVES = new Set(['that', 'which', 'who', 'whom', 'whose']);

const DAYS = /^(?:yesterday|today|again|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u;

/** Whether a phrase may end in front of the word; most words only go on with it. */
const mayEnd = formFact(
  ({ kind, lower }) =>
    kind !== 'word' ||
    RELATIVES.has(lower) ||
    PREPOSITIONS.has(lower) ||
    /^(?:to|not|this|last|next|earlier)$/u.test(lower) ||
    DAYS.test(lower) ||
    isGerund(lower) ||
    isParticiple(lower),
);

/** The end of the phrase that begins at `start`: before a preposition other than "of", or a participle. */
export function phraseEnd(tokens: readonly Token[], start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    const { form, lower, kind } = tokens[at]!;
    if (!mayEnd(form)) continue;
    if (lower === '(') {
      let close = at;
      while (close < end && tokens[close]!.lower !== ')') close++;
      if (close >= end - 1) return at;
      at = close;
      continue;
    }
    if (
      lower === ',' &&
      /^(?:including|such|like|especially|which|who|particularly)$/u.test(
        tokens[at + 1]?.lower ?? '',
      )
    )
      return at;
    if (kind !== 'word') continue;
    if (RELATIVES.has(lower) || lower === 'to' || lower === 'not') return at;
    // "retailers last week", "users on Friday"
    if (/^(?:this|last|next|earlier)$/u.test(lower) && TIME.test(tokens[at + 1]?.lower ?? ''))
      return at;
    if (DAYS.test(lower)) return at;
    // "whatever their size", "companies in the sector"; but "the departments of X and Y".
    if (PREPOSITIONS.has(lower) && lower !== 'of') {
      return at;
    }
    if (isGerund(lower) && at + 1 < end && !nounFollows(tokens, at, end)) return at;
    if (
      isParticiple(lower) &&
      at + 1 < end &&
      (PREPOSITIONS.has(tokens[at + 1]!.lower) || tokens[at + 1]!.lower === 'to') &&
      nounLike(tokens, at - 1)
    )
      return at;
  }
  return end;
}

/** "the leading companies", "ageing systems": the -ing form describes what follows. */
export function nounFollows(tokens: readonly Token[], at: number, end: number): boolean {
  const before = tokens[at - 1]!.lower;
  const next = tokens[at + 1];
  if (next === undefined || at + 1 >= end) return true;
  if (
    DETERMINERS.has(before) ||
    before === 'and' ||
    before === 'or' ||
    before === ',' ||
    before === 'of' ||
    before === '-'
  )
    return !DETERMINERS.has(next.lower);
  return false;
}

/** Tokens `[start, end)` as the one who acts, though no verb stands behind them. */
export const named = (tokens: readonly Token[], start: number, end: number): Subject => ({
  start,
  end,
  opener: null,
  relative: false,
  kind: kindOf(tokens, start, end),
});

/** What the phrase names, by its head. */
export function kindOf(
  tokens: readonly Token[],
  start: number,
  end: number,
  first = tokens[start]?.lower ?? '',
): Subject['kind'] {
  if (start >= end) return 'none';
  if (first === 'there') return 'there';
  if (end - start === 1) {
    if (GENERIC.has(first)) return 'generic';
    if (first === 'that' || first === 'this' || first === 'these') return 'thing';
    if (first === 'those') return 'agent';
    if (PRONOUNS.has(first)) return 'pronoun';
  }
  if (
    /^(?:all|both|each|none|most|some|many|any)$/u.test(first) &&
    tokens[start + 1]?.lower === 'of'
  ) {
    if (GENERIC.has(tokens[start + 2]?.lower ?? '')) return 'generic';
  }
  const head = headOf(tokens, start, end);
  const word = tokens[head]!.lower;
  if (
    ATTACKERS.has(word) &&
    !(
      word === 'actors' &&
      /^(?:state|political|private|economic|regional|key|international|public|all|other|market|global|democratic)$/u.test(
        tokens[head - 1]?.lower ?? '',
      )
    )
  )
    return 'attacker';
  if (isAgentNoun(word)) return 'agent';
  if (word.endsWith("'s")) return 'thing';
  if (isName(tokens, head)) return 'agent';
  // "We as a society", "those of us who"
  if (GENERIC.has(first) || first === 'those') return first === 'those' ? 'agent' : 'generic';
  return 'thing';
}

/** A capital that no sentence's start explains, on a word that names no act or instrument. */
export function isName(tokens: readonly Token[], at: number): boolean {
  const { text, lower } = tokens[at]!;
  if (!/^\p{Lu}/u.test(text) || NO_ACTOR.test(lower)) return false;
  if (at > 0 && tokens[at - 1]!.kind === 'word')
    return verbOfNoun(lower) === null || /^\p{Lu}{2,}/u.test(text);
  const tag = knownTag(lower);
  if (tag !== null)
    return /^(?:Place|Country|City|Region|Organization|Person|FirstName|LastName|MaleName|FemaleName|ProperNoun|Acronym)$/u.test(
      tag,
    );
  return verbOfNoun(lower) === null && !lower.endsWith('s');
}

/** Index of the head: the last word before "of", else the last word. */
export function headOf(tokens: readonly Token[], start: number, end: number): number {
  let head = start;
  for (let at = start; at < end; at++) {
    const { lower, kind } = tokens[at]!;
    if (lower === 'of' && at > start) {
      // "a number of companies", "groups of states": the first where it can act, else the second.
      const quantity =
        /^(?:number|majority|range|form|amount|kind|type|group|variety|lot|couple|handful|all|both|each|many|most|some|rest|types?|kinds?|dozens|hundreds|thousands|millions)$/u;
      if (!quantity.test(tokens[head]!.lower)) break;
      continue;
    }
    if (lower === '(') break;
    if (kind === 'word' || kind === 'number') head = at;
  }
  return head;
}

const isNounLike = formFact(
  ({ lower }) =>
    !isAdverb(lower) &&
    !FINITE.has(lower) &&
    !PREPOSITIONS.has(lower) &&
    !OPENERS.has(lower) &&
    !DETERMINERS.has(lower) &&
    !/^(?:and|or|but|of|to|not|so|yet|then|imperative|essential|clear|important|vital|crucial|critical|necessary|sure|true|time|out|up|down|off|forward|is|me|him|them|us)$/u.test(
      lower,
    ),
);

export const nounLike = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (REPORTING.has(token.lower) && !DETERMINERS.has(tokens[at - 1]?.lower ?? '')) return false;
  return isNounLike(token.form);
};
