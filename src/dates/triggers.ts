import type { Token } from '../language/tokens.ts';
import * as words from './vocabulary.ts';

/* What makes a sentence worth reading for dates: most have nothing of it and are passed over. */

const TRIGGERS: ReadonlySet<string> = new Set([
  ...words.MONTHS.keys(),
  ...words.SHORT_MONTHS.keys(),
  ...words.WEEKDAYS.keys(),
  ...words.SEASONS.keys(),
  ...words.UNITS.keys(),
  ...words.DECADE_WORDS.keys(),
  ...'yesterday today tomorrow tonight morning afternoon evening night christmas thanksgiving easter halloween hourly daily weekly fortnightly monthly quarterly annually yearly biennial biennially noon midnight half h1 h2 q1 q2 q3 q4 mid'.split(
    ' ',
  ),
]);

/** Whether a sentence may hold a date at all. */
export function mayHoldDate(tokens: readonly Token[]): boolean {
  for (const token of tokens) {
    if (token.kind === 'number' || TRIGGERS.has(token.lower)) return true;
    if (token.kind === 'word' && token.lower.startsWith('fy')) return true;
  }
  return false;
}
