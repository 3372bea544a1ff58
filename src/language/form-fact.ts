import type { Form } from './tokens.ts';

let facts = 0;

/**
 * Makes a question about a token's text that is answered once for each distinct text: the answer is
 * kept with the form, which all tokens of that text share, in every sentence and article. It must
 * hang on the text alone and must not be `undefined`.
 *
 * Answers that are small integers (a mask of features) are the cheapest to keep and to test.
 */
export function formFact<T>(answer: (form: Form) => T): (form: Form) => T {
  const number = facts++;
  return (form) => {
    const { known } = form;
    const kept = known[number] as T | undefined;
    if (kept !== undefined) return kept;
    const found = answer(form);
    // without holes, which would make the list slow
    while (known.length < number) known.push(undefined);
    known[number] = found;
    return found;
  };
}
