/**
 * The kinds of token. `word` holds letters (with inner digits: "APT41"), `number` digits with their
 * grouping ("1,16,000.5"), `code` an identifier that is never taken apart (a URL, a CVE number).
 */
export type TokenKind = 'word' | 'number' | 'code' | 'mark';

/** The one copy of what equal tokens have in common. */
export interface Form {
  readonly text: string;
  /** The text in lower case, with the typographic apostrophe and dashes made plain. */
  readonly lower: string;
  readonly kind: TokenKind;
  /** From 1 on: where tables keep what they know of it; 0 where nothing may be kept. */
  readonly id: number;
}

/** Distinct forms that are remembered from one batch of articles to the next. */
const MOST_KEPT = 25_000;
/** Those that are remembered at all: more are met only in what is no language. */
const MOST_FORMS = 100_000;
/** A longer token is hardly met again. */
const LONGEST_FORM = 200;

/** Those that are remembered, by id less one. */
let forms: Form[] = [];
/**
 * An open-addressed table, four numbers a slot: the two that tell the form (see {@link find}), its id or
 * 0, and its bits. It is no larger than it needs to be, and a slot holds all that is asked of a word as
 * it is read, for the processor's caches.
 */
const SLOT = 4;
let table = new Int32Array(SLOT << 13);

const forgetting: (() => void)[] = [];

/** Calls `forget` whenever forms lose their ids. */
export function onForgetting(forget: () => void): void {
  forgetting.push(forget);
}

let describe = (_form: Form): number => 0;
/** The bits of all forms found since they were last asked for. */
let gathered = 0;

/** Has bits kept with each form: what `by` says of it, asked again as long as it says 0. */
export function describeForms(by: (form: Form) => number): void {
  describe = by;
}

/** The bits of all forms found since it was last called. */
export function gatheredBits(): number {
  const bits = gathered;
  gathered = 0;
  return bits;
}

/** By code unit: a letter of ASCII in six bits, 0 for all else. */
export const sixBits = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) ? unit & 63 : 0,
);

/** With a form's first number it has to be told from others by its text. */
const LONG = 0x80000000 | 0;
const SHORT = 0x40000000;
/** Letters that two numbers hold. */
const HELD = 10;

/**
 * One copy of each form: the same word is the same object everywhere. It is found by the code units
 * `[start, end)` of the text in place, without a string being made of them.
 */
export function formAt(
  text: string,
  units: Uint16Array,
  start: number,
  end: number,
  kind: TokenKind,
): Form {
  let low = 0;
  let high = 0;
  let at = start;
  for (; at < end; at++) {
    const six = sixBits[units[at]!]!;
    if (six === 0) break;
    high = (high << 6) | (low >>> 24);
    low = ((low << 6) & 0x3fffffff) | six;
  }
  if (at === end) return wordAt(text, units, start, end, kind, low, high);
  const size = end - start;
  if (size > 2) return find(text, units, start, end, kind, hashOf(units, start, end), LONG | size);
  const second = size === 2 ? units[start + 1]! : 0;
  return find(text, units, start, end, kind, (units[start]! << 16) | second, SHORT | size);
}

/**
 * The form of letters of ASCII.
 * @param low the last five, six bits each
 * @param high the five and more before them
 */
export const wordAt = (
  text: string,
  units: Uint16Array,
  start: number,
  end: number,
  kind: TokenKind,
  low: number,
  high: number,
): Form => find(text, units, start, end, kind, low, end - start > HELD ? high | LONG : high);

/** The form of a text that stands nowhere. */
export const formOf = (text: string, kind: TokenKind): Form =>
  formAt(
    text,
    Uint16Array.from(text, (unit) => unit.charCodeAt(0)),
    0,
    text.length,
    kind,
  );

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
  return hash;
}

/**
 * The form that two numbers tell: up to ten letters of ASCII are 60 bits, two code units are 32. Where
 * `high` is negative other forms may have the same.
 */
function find(
  text: string,
  units: Uint16Array,
  start: number,
  end: number,
  kind: TokenKind,
  low: number,
  high: number,
): Form {
  let slot = first(low, high);
  for (let id = table[slot + 2]!; id > 0; id = table[slot + 2]!) {
    if (table[slot] === low && table[slot + 1] === high) {
      const form = forms[id - 1]!;
      if (high >= 0 || isWritten(form.text, units, start, end)) {
        const bits = table[slot + 3]!;
        gathered |= bits === 0 ? describeAt(slot, form) : bits;
        return form;
      }
    }
    slot = (slot + SLOT) & (table.length - 1);
  }
  if (end - start > LONGEST_FORM || forms.length === MOST_FORMS) {
    const form = newForm(text.slice(start, end), kind, 0);
    gathered |= describe(form);
    return form;
  }
  if (forms.length * 2 * SLOT > table.length) enlarge();
  const form = newForm(String.fromCharCode(...units.subarray(start, end)), kind, forms.length + 1);
  forms.push(form);
  gathered |= describeAt(put(low, high, form.id, 0), form);
  return form;
}

/** Where the search for a form begins. */
function first(low: number, high: number): number {
  const mixed = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) * SLOT) & (table.length - 1);
}

const newForm = (text: string, kind: TokenKind, id: number): Form => ({
  text,
  lower: kind === 'number' ? text : normalize(text),
  kind,
  id,
});

function isWritten(written: string, units: Uint16Array, start: number, end: number): boolean {
  if (written.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    if (written.charCodeAt(at - start) !== units[at]) return false;
  }
  return true;
}

function describeAt(slot: number, form: Form): number {
  // what describes it may make other forms, and the table larger
  const before = table;
  before[slot + 3] = describe(form);
  return before[slot + 3]!;
}

function put(low: number, high: number, id: number, bits: number): number {
  let slot = first(low, high);
  while (table[slot + 2]! > 0) slot = (slot + SLOT) & (table.length - 1);
  table[slot] = low;
  table[slot + 1] = high;
  table[slot + 2] = id;
  table[slot + 3] = bits;
  return slot;
}

function enlarge(): void {
  const before = table;
  table = new Int32Array(2 * before.length);
  for (let at = 0; at < before.length; at += SLOT) {
    const id = before[at + 2]!;
    if (id > 0) put(before[at]!, before[at + 1]!, id, before[at + 3]!);
  }
}

/**
 * Forgets all forms where there are many: between articles, as the tokens there are keep theirs, of
 * which nothing is known quickly any more.
 */
export function forgetMany(): void {
  if (forms.length <= MOST_KEPT) return;
  for (const form of forms) (form as { id: number }).id = 0;
  forms = [];
  table.fill(0);
  for (const forget of forgetting) forget();
}

function normalize(text: string): string {
  if (text.length === 1) {
    const code = text.charCodeAt(0);
    if (code < 65 || (code > 90 && code < 128)) return text;
  }
  const lower = text.toLowerCase();
  if (lower === '–' || lower === '‑' || lower === '‐' || lower === '−') return '-';
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}
