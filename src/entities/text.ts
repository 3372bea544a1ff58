import type { Sentence } from '../article/article.ts';
import type { Written } from '../language/tokens.ts';
import type { Casing } from './lexicon.ts';

/** The token begins with a capital letter. */
export function isCapital(token: Written | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const first = token.text.charCodeAt(0);
  if (first < 128) return first >= 65 && first <= 90;
  return /^\p{Lu}/u.test(token.text);
}

/** Two letters or more, all capitals ("NATO", "CERT", "U.S."). */
export const isAcronym = (text: string): boolean =>
  text.length >= 2 && text === text.toUpperCase() && /\p{Lu}.*\p{Lu}/su.test(text);

const SMALL = new Set(
  'a an the of for and or in on at by to with from as is are be not vs via into over its but after before how why'.split(
    ' ',
  ),
);

/** How a sentence writes capitals; in headlines they tell nothing of names. */
export function casingOf(sentence: Sentence): Casing {
  let lower = 0;
  let capital = 0;
  let upper = 0;
  for (const token of sentence.tokens) {
    if (token.kind !== 'word' || token.text.length < 2 || SMALL.has(token.lower)) continue;
    if (token.lower.startsWith("'")) continue;
    if (!isCapital(token)) lower++;
    else {
      capital++;
      if (token.text === token.text.toUpperCase()) upper++;
    }
  }
  if (lower === 0 && upper >= 2 && upper >= 0.8 * capital) return 'caps';
  const headline = sentence.kind === 'title' || sentence.kind === 'heading';
  // a caption or a short list of names is no headline
  if (headline ? capital >= 3 && lower <= capital * 0.35 : capital >= 6 && lower === 0)
    return 'title';
  return 'usual';
}
