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
/** The code units of their texts, one after the other. */
let letters = new Uint16Array(1 << 16);
let written = 0;
/**
 * An open-addressed table, four numbers a slot: the form's hash, its id or 0, and where its code units
 * stand and how many they are. It is no larger than it needs to be, for the processor's caches.
 */
const SLOT = 4;
let table = new Int32Array(SLOT << 13);

const forgetting: (() => void)[] = [];

/** Calls `forget` whenever forms lose their ids. */
export function onForgetting(forget: () => void): void {
  forgetting.push(forget);
}

/** Of no units yet. */
export const NO_HASH = 0x811c9dc5 | 0;

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/, with one unit more. */
export const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = NO_HASH;
  for (let at = start; at < end; at++) hash = hashed(hash, units[at]!);
  return hash;
}

/**
 * One copy of each form: the same word is the same object everywhere. It is found by the code units
 * `[start, end)` of the text in place, without a string being made of them.
 * @param hash of the units, where it is known
 */
export function formAt(
  text: string,
  units: Uint16Array,
  start: number,
  end: number,
  kind: TokenKind,
  hash = hashOf(units, start, end),
): Form {
  if (end - start > LONGEST_FORM) return newForm(text.slice(start, end), kind, 0);
  let slot = first(hash);
  for (let id = table[slot + 1]!; id > 0; id = table[slot + 1]!) {
    if (table[slot] === hash && isWritten(slot, units, start, end)) return forms[id - 1]!;
    slot = (slot + SLOT) & (table.length - 1);
  }
  if (forms.length === MOST_FORMS) return newForm(text.slice(start, end), kind, 0);
  if (forms.length * 2 * SLOT > table.length) enlarge();
  const form = newForm(String.fromCharCode(...units.subarray(start, end)), kind, forms.length + 1);
  forms.push(form);
  put(hash, form.id, keepLetters(units, start, end), end - start);
  return form;
}

/** The form of a text that stands nowhere. */
export const formOf = (text: string, kind: TokenKind): Form =>
  formAt(
    text,
    Uint16Array.from(text, (unit) => unit.charCodeAt(0)),
    0,
    text.length,
    kind,
  );

/** Where the search for a form begins. */
const first = (hash: number): number => ((hash ^ (hash >>> 15)) * SLOT) & (table.length - 1);

const newForm = (text: string, kind: TokenKind, id: number): Form => ({
  text,
  lower: kind === 'number' ? text : normalize(text),
  kind,
  id,
});

/** Whether the form in a slot is written with the units `[start, end)`. */
function isWritten(slot: number, units: Uint16Array, start: number, end: number): boolean {
  if (table[slot + 3] !== end - start) return false;
  const from = table[slot + 2]!;
  for (let at = start; at < end; at++) {
    if (letters[from + at - start] !== units[at]) return false;
  }
  return true;
}

/** Where the units are kept. */
function keepLetters(units: Uint16Array, start: number, end: number): number {
  const from = written;
  written += end - start;
  if (written > letters.length) {
    const larger = new Uint16Array(2 * letters.length);
    larger.set(letters);
    letters = larger;
  }
  letters.set(units.subarray(start, end), from);
  return from;
}

function put(hash: number, id: number, from: number, size: number): void {
  let slot = first(hash);
  while (table[slot + 1]! > 0) slot = (slot + SLOT) & (table.length - 1);
  table[slot] = hash;
  table[slot + 1] = id;
  table[slot + 2] = from;
  table[slot + 3] = size;
}

function enlarge(): void {
  const before = table;
  table = new Int32Array(2 * before.length);
  for (let at = 0; at < before.length; at += SLOT) {
    const id = before[at + 1]!;
    if (id > 0) put(before[at]!, id, before[at + 2]!, before[at + 3]!);
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
  written = 0;
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
