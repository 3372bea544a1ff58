import { type Form, onForgetting } from './forms.ts';

/*
 * Answers that are numbers or yes and no are kept side by side for each form: what stages ask of one
 * word lies in a line or two of the processor's cache, not in a list of its own for each question.
 */

/** Numbers of one form that lie side by side: a line of the processor's cache. */
const COLUMNS = 16;

/** Answers to so many questions, `COLUMNS` for each form by its id; a bit of each says that it is known. */
class Sheet {
  kept = new Int32Array(COLUMNS << 12);
  /** Columns that are taken. */
  taken = 0;

  constructor() {
    onForgetting(() => this.kept.fill(0));
  }

  keep({ id }: Form, column: number, bits: number): void {
    // of forms without an id nothing may be kept
    if (id === 0) return;
    const at = COLUMNS * id + column;
    if (at >= this.kept.length) {
      const larger = new Int32Array(Math.max(2 * this.kept.length, COLUMNS * (id + 1)));
      larger.set(this.kept);
      this.kept = larger;
    }
    this.kept[at]! |= bits;
  }
}

let sheet = new Sheet();

function nextColumn(): number {
  if (sheet.taken === COLUMNS) sheet = new Sheet();
  return sheet.taken++;
}

/** A {@link formFact} whose answer is an integer of at most 31 bits with its sign. */
export function formNumber(answer: (form: Form) => number): (form: Form) => number {
  const column = nextColumn();
  const own = sheet;
  return (form) => {
    const { kept } = own;
    const at = COLUMNS * form.id + column;
    const known = at < kept.length ? kept[at]! : 0;
    if ((known & 1) !== 0) return known >> 1;
    const found = answer(form);
    own.keep(form, column, (found << 1) | 1);
    return found;
  };
}

/** Yes or no takes two bits. */
const TESTS = 16;
let tests = TESTS;
let testColumn = 0;
let testSheet = sheet;

/** A {@link formFact} whose answer is yes or no. */
export function formTest(answer: (form: Form) => boolean): (form: Form) => boolean {
  if (tests === TESTS) {
    tests = 0;
    testColumn = nextColumn();
    testSheet = sheet;
  }
  const column = testColumn;
  const own = testSheet;
  const isKnown = 1 << (2 * tests);
  const isSo = 2 << (2 * tests++);
  return (form) => {
    const { kept } = own;
    const at = COLUMNS * form.id + column;
    const known = at < kept.length ? kept[at]! : 0;
    if ((known & isKnown) !== 0) return (known & isSo) !== 0;
    const found = answer(form);
    own.keep(form, column, found ? isKnown | isSo : isKnown);
    return found;
  };
}

/**
 * Makes a question about a token's text that is answered once for each distinct text: the answer is
 * kept by the form's id, which all tokens of that text share, in every sentence and article. It must
 * hang on the text alone and must not be `undefined`. Numbers and yes or no are found quicker by
 * {@link formNumber} and {@link formTest}.
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
