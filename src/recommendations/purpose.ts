import type { Token } from '../language/tokens.ts';
import { FINITE, has, OPENER, PLAIN_VERB, RELATIVE } from './word-kind.ts';

/** The "to" of a purpose within a phrase's length, before any clause. */
export function purposeAhead(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at < tokens.length && at < from + 14; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark' && lower !== ',' && lower !== '-') return null;
    if (lower === 'to' && has(tokens, at + 1, PLAIN_VERB)) return at;
    if (has(tokens, at, FINITE | RELATIVE | OPENER)) return null;
  }
  return null;
}
