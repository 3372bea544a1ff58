import { formNumber } from '../../language/form-fact.ts';
import { PUBLISHING } from './attribution.ts';
import { TELLING } from './telling-words.ts';

/** What a word may tell of who tells, a bit each. */
export const CUE = 1;
export const TELLS = 2;
/** "according to", "as per" */
export const ACCORDS = 4;
/** A name may stand beside it in its own right: "the board's finding", "reported to X". */
export const NAMES = 8;
export const PUBLISHES = 16;
const CUES: readonly (readonly [number, string])[] = [
  [CUE, 'according : per by finding findings numbers figures data count tally'],
  [CUE | PUBLISHES, PUBLISHING],
  [CUE | TELLS, TELLING],
  [ACCORDS, 'according as'],
  [NAMES, "by from reported 's '"],
];
const CUES_OF = new Map<string, number>();
for (const [bits, words] of CUES) {
  for (const word of words.trim().split(/\s+/)) CUES_OF.set(word, (CUES_OF.get(word) ?? 0) | bits);
}
/** Its bits; without {@link CUE} among them a sentence tells of nobody. */
export const cuesOf = formNumber(({ lower }) => CUES_OF.get(lower) ?? 0);
