import type { Written } from '../language/tokens.ts';

/** The token begins with a capital letter. */
export function isCapital(token: Written | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const first = token.text.charCodeAt(0);
  if (first < 128) return first >= 65 && first <= 90;
  return /^\p{Lu}/u.test(token.text);
}

/** Two letters or more, all capitals ("NATO", "CERT", "U.S."). */
export function isAcronym(text: string): boolean {
  let capitals = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) return false;
    if (code >= 65 && code <= 90) capitals++;
    else if (code > 127) return text === text.toUpperCase() && /\p{Lu}.*\p{Lu}/su.test(text);
  }
  return capitals >= 2;
}

/** How freely a sentence writes capitals: as usual, every word's first, or every letter. */
export type Casing = 'usual' | 'title' | 'caps';
