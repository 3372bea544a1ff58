import type { Token } from '../language/tokens.ts';
import * as words from './vocabulary.ts';

/* What makes a sentence worth reading for dates: most have nothing of it and are passed over. */

const TRIGGERS: ReadonlySet<string> = new Set([
  ...words.MONTHS.keys(),
  ...words.SHORT_MONTHS.keys(),
  ...words.WEEKDAYS.keys(),
  ...words.SHORT_WEEKDAYS.keys(),
  ...words.SEASONS.keys(),
  ...words.UNITS.keys(),
  ...words.DECADE_WORDS.keys(),
  ...'yesterday today tomorrow tonight morning afternoon evening night hourly daily weekly fortnightly monthly quarterly annually yearly biennial biennially noon midnight half h1 h2 q1 q2 q3 q4 seventeen eighteen nineteen twenty thousand am pm a.m. p.m.'.split(
    ' ',
  ),
]);

/** Words that are also something else where they begin with a small letter. */
const CAPITAL: ReadonlySet<string> = new Set(['may', 'sun', 'sat', 'mar', 'jan', 'wed']);

/** Whether a sentence may hold a date at all. */
export function mayHoldDate(tokens: readonly Token[]): boolean {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === 'number') {
      if (mayBeDated(token, tokens[index + 1])) return true;
    } else if (token.kind === 'word') {
      const { lower, text } = token;
      if (TRIGGERS.has(lower) && !(lower === text && CAPITAL.has(lower))) {
        if (lower !== 'second' || isMeasure(tokens[index - 1])) return true;
      }
      if (lower.startsWith('fy')) return true;
    }
  }
  return false;
}

/** Whether "second" behind it is a length, not an ordinal. */
const isMeasure = (before: Token | undefined): boolean =>
  before !== undefined &&
  (before.kind === 'number' || /^(?:-|one|per|every|each|a)$/.test(before.lower));

/** A number that needs no word of the calendar: a year, "12/10/21", "14:30", "the '90s", "the 14th". */
function mayBeDated({ text }: Token, after: Token | undefined): boolean {
  if (text.length === 4) return text >= '1000' && text <= '2199';
  if (text.length > 4) return text.length >= 8 && !text.includes(',');
  return after?.spaced === false && GLUED.has(after.lower);
}

const GLUED: ReadonlySet<string> = new Set([':', '/', 's', 'st', 'nd', 'rd', 'th']);

/** Whether a sentence may name a day in full: a year, and a month or another number beside it. */
export function mayNameDay(tokens: readonly Token[]): boolean {
  let year = false;
  let rest = false;
  for (const { kind, lower, text } of tokens) {
    if (kind === 'number') {
      if (text.length >= 8) return true;
      if (text.length === 4) year = true;
      else if (text.length <= 2) rest = true;
    } else if (lower === '/') {
      year = true;
    } else if (kind === 'word' && (lower === 'two' || lower === 'nineteen' || lower === 'twenty')) {
      year = true;
    }
    if (kind === 'word' && (words.MONTHS.has(lower) || words.SHORT_MONTHS.has(lower))) rest = true;
  }
  return year && rest;
}
