import { formFact } from './form-fact.ts';
import type { Form } from './forms.ts';
import type { Token } from './tokens.ts';

/*
 * What the words of a sentence may be, a bit each, gathered where its tokens are made and their forms
 * are at hand: a stage that looks for what few sentences hold need not come to the others' tokens.
 */

const tests: ((form: Form) => boolean)[] = [];
let asked = false;

const bitsOf = formFact((form) => {
  asked = true;
  let bits = 0;
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

export function sentenceBits(tokens: readonly Token[]): number {
  let bits = 0;
  for (let at = 0; at < tokens.length; at++) bits |= bitsOf(tokens[at]!.form);
  return bits;
}
