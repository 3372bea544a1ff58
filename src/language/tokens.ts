import type { Span } from '../kernel/span.ts';

/**
 * The kinds of token. `word` holds letters (with inner digits: "APT41"), `number` digits with their
 * grouping ("1,16,000.5"), `code` an identifier that is never taken apart (a URL, a CVE number).
 */
export type TokenKind = 'word' | 'number' | 'code' | 'mark';

/** A token, a span of the article's text in UTF-16 code units. */
export interface Token extends Span {
  readonly text: string;
  /** The text in lower case, with the typographic apostrophe and dashes made plain. */
  readonly lower: string;
  readonly kind: TokenKind;
  /** White space stands in front of it, or it is the first. */
  readonly spaced: boolean;
  /** Shared by all tokens of the same text. */
  readonly form: Form;
}

/** What hangs on the text alone; tokens and forms both have it. */
export type Written = Pick<Form, 'text' | 'lower' | 'kind'>;

/** The one copy of what equal tokens have in common, with room for what tables know of it. */
export interface Form {
  readonly text: string;
  readonly lower: string;
  readonly kind: TokenKind;
  /** Answers of `formFact`, which alone knows their types. */
  readonly known: unknown[];
}

/** An identifier that is one token: a URL, an address, a CVE number. */
const CODE =
  /(?:https?:\/\/[^\s<>"”)\]]{1,2000}|www\.[^\s<>"”)\]]{1,500})[^\s<>"”)\].,;:!?'’]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|CVE-\d{4}-\d{4,7}/y;
const HAS_CODE = /:\/\/|www\.|@|CVE-/;

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const APOSTROPHE = 3;
const MARK = 4;

/** Classes of the characters below U+0100, then of any other by asking once and remembering. */
const classes = new Map<number, number>();
const latin = new Uint8Array(256);
for (let code = 0; code < 256; code++) latin[code] = classify(code);

function classify(code: number): number {
  const text = String.fromCodePoint(code);
  if (/\s/u.test(text)) return SPACE;
  if (/[\p{L}\p{M}]/u.test(text)) return LETTER;
  if (code >= 48 && code <= 57) return DIGIT;
  return text === "'" || text === '’' ? APOSTROPHE : MARK;
}

function classOf(code: number): number {
  if (code < 256) return latin[code]!;
  let found = classes.get(code);
  if (found === undefined) {
    found = classify(code);
    classes.set(code, found);
  }
  return found;
}

/** What stands at `index`; white space at `end` and behind it. */
function classAt(text: string, index: number, end: number): number {
  if (index >= end) return SPACE;
  const code = text.charCodeAt(index);
  return code < 256 ? latin[code]! : classOf(text.codePointAt(index)!);
}

const width = (text: string, index: number): number =>
  text.charCodeAt(index) >= 0xd800 && text.codePointAt(index)! > 0xffff ? 2 : 1;

/**
 * Cuts `text[start, end)` into tokens; every character that is not white space is in one of them.
 *
 * In order of trial: codes; dotted abbreviations (U.S., a.m.); words, with digits behind letters
 * (APT41) and the inner apostrophes of names (O’Brien); the clitic ’s; numbers with their grouping;
 * any other single character. Letters right behind a number are a token of their own ("1.2" "bn",
 * "21" "st"), told from others by `spaced`.
 */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const withCodes = HAS_CODE.test(text.slice(start, end));
  const tokens: Token[] = [];
  let last = -1;
  let index = start;
  while (index < end) {
    const kindOf = classAt(text, index, end);
    if (kindOf === SPACE) {
      index++;
      continue;
    }
    let stop = withCodes ? codeEnd(text, index, end) : index;
    let kind: TokenKind = 'mark';
    if (stop > index) {
      kind = 'code';
    } else if (kindOf === LETTER) {
      stop = abbreviationEnd(text, index, end);
      if (stop === index) stop = wordEnd(text, index, end);
      kind = 'word';
    } else if (kindOf === DIGIT) {
      stop = numberEnd(text, index, end);
      kind = 'number';
    } else if (kindOf === APOSTROPHE && isClitic(text, index, end)) {
      stop = index + 2;
      kind = 'word';
    } else {
      stop = Math.min(end, index + width(text, index));
    }
    const form = formOf(text, index, stop, kind);
    tokens.push({
      start: index,
      end: stop,
      text: form.text,
      lower: form.lower,
      kind,
      spaced: index !== last,
      form,
    });
    last = stop;
    index = stop;
  }
  return tokens;
}

function codeEnd(text: string, index: number, end: number): number {
  CODE.lastIndex = index;
  if (!CODE.test(text)) return index;
  if (CODE.lastIndex <= end) return CODE.lastIndex;
  // the sentence was cut inside it
  CODE.lastIndex = 0;
  return CODE.test(text.slice(index, end)) ? index + CODE.lastIndex : index;
}

/** Behind two to six letters with a stop each ("U.S.", "a.m."), else `index`. */
function abbreviationEnd(text: string, index: number, end: number): number {
  if (text.charCodeAt(index + 1) !== 46 && width(text, index) === 1) return index;
  let at = index;
  for (let letters = 0; letters < 6; letters++) {
    if (classAt(text, at, end) !== LETTER) break;
    const next = at + width(text, at);
    if (next >= end || text.charCodeAt(next) !== 46) break;
    at = next + 1;
  }
  const letters = at - index;
  return letters >= 4 && classAt(text, at, end) !== LETTER ? at : index;
}

function wordEnd(text: string, index: number, end: number): number {
  let at = index;
  while (at < end) {
    const code = text.charCodeAt(at);
    const found = code < 256 ? latin[code]! : classOf(text.codePointAt(at)!);
    if (found === LETTER) at += code < 0xd800 ? 1 : width(text, at);
    else if (found === DIGIT) {
      // "Rs500", "USD5": a currency's letters are a word of their own
      if (at - index < 4 && at > index + 1 && isCurrency(text.slice(index, at))) return at;
      at++;
    } else if (code === 95) at++;
    else if (
      found === APOSTROPHE &&
      !isClitic(text, at, end) &&
      classAt(text, at + 1, end) === LETTER
    )
      at++;
    else break;
  }
  return Math.min(at, end);
}

const isCurrency = (letters: string): boolean =>
  /^(?:Rs|RM|RMB|USD|EUR|GBP|INR|AUD|CAD|NZD|SGD|HKD|TWD|JPY|CNY|KRW|CHF)$/.test(letters);

function numberEnd(text: string, index: number, end: number): number {
  let at = index;
  for (;;) {
    while (classAt(text, at, end) === DIGIT) at++;
    const mark = text.charCodeAt(at);
    if ((mark !== 44 && mark !== 46) || classAt(text, at + 1, end) !== DIGIT) return at;
    at++;
  }
}

/** ’s at the end of a word. */
function isClitic(text: string, index: number, end: number): boolean {
  if (index + 1 >= end) return false;
  const letter = text.charCodeAt(index + 1);
  if (letter !== 115 && letter !== 83) return false;
  const after = classAt(text, index + 2, end);
  return after !== LETTER && after !== DIGIT;
}

/** Distinct forms that are remembered before all are forgotten. */
const MOST_FORMS = 50_000;
/** A longer token is hardly met again. */
const LONGEST_FORM = 200;
/** An open-addressed table, two numbers a slot: the form's hash, and one more than its place or 0. */
const SLOTS = 1 << 17;
const table = new Int32Array(2 * SLOTS);
let forms: Form[] = [];

/**
 * One copy of each form: the same word is the same object everywhere, which knows what was asked of
 * it before. It is found by the characters in place, without a string being made of them.
 */
function formOf(text: string, start: number, end: number, kind: TokenKind): Form {
  if (end - start > LONGEST_FORM) return newForm(text.slice(start, end), kind);
  // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  for (let place = table[2 * slot + 1]!; place > 0; place = table[2 * slot + 1]!) {
    if (table[2 * slot] === hash) {
      const form = forms[place - 1]!;
      if (standsAt(form.text, text, start, end)) return form;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (forms.length === MOST_FORMS) {
    table.fill(0);
    forms = [];
    return formOf(text, start, end, kind);
  }
  const form = newForm(copy(text, start, end), kind);
  table[2 * slot] = hash;
  table[2 * slot + 1] = forms.push(form);
  return form;
}

const newForm = (text: string, kind: TokenKind): Form => ({
  text,
  lower: kind === 'number' ? text : normalize(text),
  kind,
  known: [],
});

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

/** Of characters of its own: a slice would hold the whole article in memory. */
function copy(text: string, start: number, end: number): string {
  const codes: number[] = [];
  for (let at = start; at < end; at++) codes.push(text.charCodeAt(at));
  return String.fromCharCode(...codes);
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

/** The index of the first token that starts at or after `offset`. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
