import type { Written } from '../language/tokens.ts';

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

/** How freely a sentence writes capitals: as usual, every word's first, or every letter. */
export type Casing = 'usual' | 'title' | 'caps';
