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

/** `piece` itself is read; NaN behind its end is a mark that nothing continues. */
const classAt = (piece: string, index: number): number => {
  const code = piece.charCodeAt(index);
  if (code < 256) return latin[code]!;
  return Number.isNaN(code) ? SPACE : classOf(piece.codePointAt(index)!);
};

const width = (piece: string, index: number): number =>
  piece.charCodeAt(index) >= 0xd800 && piece.codePointAt(index)! > 0xffff ? 2 : 1;

/**
 * Cuts `text[start, end)` into tokens; every character that is not white space is in one of them.
 *
 * In order of trial: codes; dotted abbreviations (U.S., a.m.); words, with digits behind letters
 * (APT41) and the inner apostrophes of names (O’Brien); the clitic ’s; numbers with their grouping;
 * any other single character. Letters right behind a number are a token of their own ("1.2" "bn",
 * "21" "st"), told from others by `spaced`.
 */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const piece = start === 0 && end === text.length ? text : text.slice(start, end);
  const size = piece.length;
  const withCodes = HAS_CODE.test(piece);
  const tokens: Token[] = [];
  let last = -1;
  let index = 0;
  while (index < size) {
    const kindOf = classAt(piece, index);
    if (kindOf === SPACE) {
      index++;
      continue;
    }
    let stop = withCodes ? codeEnd(piece, index) : index;
    let kind: TokenKind = 'mark';
    if (stop > index) {
      kind = 'code';
    } else if (kindOf === LETTER) {
      stop = abbreviationEnd(piece, index);
      if (stop === index) stop = wordEnd(piece, index);
      kind = 'word';
    } else if (kindOf === DIGIT) {
      stop = numberEnd(piece, index);
      kind = 'number';
    } else if (kindOf === APOSTROPHE && isClitic(piece, index)) {
      stop = index + 2;
      kind = 'word';
    } else {
      stop = index + width(piece, index);
    }
    const form = formOf(piece.slice(index, stop), kind);
    tokens.push({
      start: start + index,
      end: start + stop,
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

function codeEnd(piece: string, index: number): number {
  CODE.lastIndex = index;
  return CODE.test(piece) ? CODE.lastIndex : index;
}

/** Behind two to six letters with a stop each ("U.S.", "a.m."), else `index`. */
function abbreviationEnd(piece: string, index: number): number {
  let at = index;
  for (let letters = 0; letters < 6; letters++) {
    if (classAt(piece, at) !== LETTER) break;
    const next = at + width(piece, at);
    if (piece.charCodeAt(next) !== 46) break;
    at = next + 1;
  }
  const letters = at - index;
  return letters >= 4 && classAt(piece, at) !== LETTER ? at : index;
}

function wordEnd(piece: string, index: number): number {
  let at = index;
  while (at < piece.length) {
    const found = classAt(piece, at);
    // "Rs500", "USD5": a currency's letters are a word of their own
    if (found === DIGIT && at - index < 4 && at > index + 1 && isCurrency(piece.slice(index, at))) {
      return at;
    }
    if (found === LETTER || found === DIGIT) at += width(piece, at);
    else if (piece.charCodeAt(at) === 95) at++;
    else if (found === APOSTROPHE && !isClitic(piece, at) && classAt(piece, at + 1) === LETTER)
      at++;
    else break;
  }
  return at;
}

const isCurrency = (letters: string): boolean =>
  /^(?:Rs|RM|RMB|USD|EUR|GBP|INR|AUD|CAD|NZD|SGD|HKD|TWD|JPY|CNY|KRW|CHF)$/.test(letters);

function numberEnd(piece: string, index: number): number {
  let at = index;
  for (;;) {
    while (latin[piece.charCodeAt(at)] === DIGIT) at++;
    const mark = piece.charCodeAt(at);
    if ((mark !== 44 && mark !== 46) || latin[piece.charCodeAt(at + 1)] !== DIGIT) return at;
    at++;
  }
}

/** ’s at the end of a word. */
function isClitic(piece: string, index: number): boolean {
  const letter = piece.charCodeAt(index + 1);
  if (letter !== 115 && letter !== 83) return false;
  const after = classAt(piece, index + 2);
  return after !== LETTER && after !== DIGIT;
}

/** Distinct forms that are remembered before all are forgotten. */
const MOST_FORMS = 50_000;
const forms = new Map<string, Form>();

/**
 * One copy of each form's strings: the same word is the same string everywhere, which tables compare
 * and hash faster than equal ones.
 */
function formOf(text: string, kind: TokenKind): Form {
  let form = forms.get(text);
  if (!form) {
    form = { text, lower: kind === 'number' ? text : normalize(text), kind, known: [] };
    if (forms.size >= MOST_FORMS) forms.clear();
    forms.set(text, form);
  }
  return form;
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
