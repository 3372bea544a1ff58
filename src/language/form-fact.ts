import { type Form, onForgetting } from './forms.ts';

/**
 * Makes a question about a token's text that is answered once for each distinct text: the answer is
 * kept by the form's id, which all tokens of that text share, in every sentence and article. It must
 * hang on the text alone and must not be `undefined`.
 *
 * Answers that are small integers (a mask of features) are the cheapest to keep and to test. Those of
 * the commonest words, which are met first, lie side by side.
 */
export function formFact<T>(answer: (form: Form) => T): (form: Form) => T {
  let answers: (T | undefined)[] = [undefined];
  onForgetting(() => {
    answers = [undefined];
  });
  return (form) => {
    const kept = answers[form.id];
    if (kept !== undefined) return kept;
    const found = answer(form);
    const { id } = form;
    if (id > 0) {
      // without holes, which would make the list slow
      while (answers.length <= id) answers.push(undefined);
      answers[id] = found;
    }
    return found;
  };
}
