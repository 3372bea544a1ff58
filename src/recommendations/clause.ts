import { formFact } from '../language/form-fact.ts';
import type { Token } from '../language/tokens.ts';
import { isAdverb, isBaseVerb, isParticiple, isPast, isPlainVerb } from '../language/verbs.ts';
import { DETERMINERS, FINITE, MODALS, PREPOSITIONS, REPORTING } from './grammar-words.ts';
import { nounLike } from './phrase.ts';

/* Whether words are a clause of their own: what verb of theirs is finite. */

export const skipAdverb = (tokens: readonly Token[], at: number): number => {
  let index = at;
  while (tokens[index]?.kind === 'word' && isAdverb(tokens[index]!.lower)) index++;
  return index;
};

/** Whether the word at `at` opens a predicate: an auxiliary, or a verb form with something behind it. */
export function looksFinite(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (FINITE.has(word)) return true;
  if (isPast(word)) return true;
  if (isPlainVerb(word)) return true;
  if (word.endsWith('s') && !word.endsWith('ss') && word.length > 3) {
    const next = tokens[at + 1]?.lower ?? '';
    // "that sanctions should": a noun in front of its verb.
    if (MODALS.has(next) || FINITE.has(next)) return false;
    if (
      isPlainVerb(word.slice(0, -1)) ||
      isPlainVerb(word.slice(0, -2)) ||
      isPlainVerb(`${word.slice(0, -3)}y`)
    )
      return true;
    return isBaseVerb(word.slice(0, -1)) && (DETERMINERS.has(next) || PREPOSITIONS.has(next));
  }
  return (
    isBaseVerb(word) &&
    (DETERMINERS.has(tokens[at + 1]?.lower ?? '') || PREPOSITIONS.has(tokens[at + 1]?.lower ?? ''))
  );
}

/** Whether the word may be a verb that makes a clause finite. */
const mayBeFinite = formFact(
  ({ lower }) =>
    FINITE.has(lower) ||
    REPORTING.has(lower) ||
    isParticiple(lower) ||
    isPlainVerb(lower) ||
    lower.endsWith('s'),
);

/** Whether a finite verb stands in tokens `[from, to)`. */
export function finiteIn(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const { form, lower } = tokens[index]!;
    if (!mayBeFinite(form)) continue;
    if (
      FINITE.has(lower) ||
      (REPORTING.has(lower) && !DETERMINERS.has(tokens[index - 1]?.lower ?? ''))
    )
      return true;
    if (
      index > from &&
      isParticiple(lower) &&
      (DETERMINERS.has(tokens[index + 1]?.lower ?? '') || tokens[index - 1]?.lower === 'it')
    )
      return true;
    if (
      isPlainVerb(lower) &&
      index > from &&
      (nounLike(tokens, index - 1) || isAdverb(tokens[index - 1]!.lower))
    )
      return true;
    if (
      index > from &&
      lower.endsWith('s') &&
      lower.length > 4 &&
      (isPlainVerb(lower.slice(0, -1)) || isPlainVerb(lower.slice(0, -2))) &&
      nounLike(tokens, index - 1)
    )
      return true;
  }
  return false;
}
