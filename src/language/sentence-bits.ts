import { describeForms, type Form, gatheredBits } from './forms.ts';

/*
 * What the words of a sentence may be, a bit each, gathered where its tokens are made and their forms
 * are at hand: a stage that looks for what few sentences hold need not come to the others' tokens.
 */

const tests: ((form: Form) => boolean)[] = [];
let asked = false;
/** Beside them: what a form may be was asked. */
const ASKED = 1 << 30;

describeForms((form) => {
  if (!asked) return 0;
  let bits = ASKED;
  for (let at = 0; at < tests.length; at++) if (tests[at]!(form)) bits |= 1 << at;
  return bits;
});

/**
 * A bit of every sentence with such a word. To be made before sentences are read.
 * @param test hangs on the word's text alone
 */
export function sentenceBit(test: (form: Form) => boolean): number {
  if (asked || tests.length === 30) throw new Error('there is no room for another bit');
  return 1 << (tests.push(test) - 1);
}

/** To be called before the tokens of a sentence are made. */
export function openBits(): void {
  asked = true;
  gatheredBits();
}

/** The bits of the sentence whose tokens were made since {@link openBits}. */
export const closeBits = (): number => gatheredBits() & ~ASKED;
