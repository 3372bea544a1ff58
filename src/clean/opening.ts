/**
 * What a pattern that is anchored at the start of a text may begin with: most texts are told by their
 * first two characters, without the pattern being tried. What those are is read from the pattern's
 * source (ECMA-262, 22.2.1 Patterns); what is not understood may be anything.
 */
export class Opening {
  readonly #pattern: RegExp;
  readonly #pairs: PairSet;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
    this.#pairs = pairsOf(pattern);
  }

  /** Whether a text with this opening may match. */
  fits(opening: number): boolean {
    return holds(this.#pairs, opening);
  }

  /** Whether the pattern takes the text in lower case. */
  test(text: Opened): boolean {
    return holds(this.#pairs, text.opening) && this.#pattern.test(text.lower);
  }

  /** Whether the pattern takes the text as it is. */
  testHead(text: Opened): boolean {
    return holds(this.#pairs, text.opening) && this.#pattern.test(text.head);
  }
}

/** A text, in lower case and as it is, and what it begins with: that of {@link openingOf}. */
interface Opened {
  readonly lower: string;
  readonly head: string;
  readonly opening: number;
}

/** Characters are told apart by class: letters without case, and signs of one kind as one. */
const CLASSES = 32;
/** Two characters make a number below this. */
export const OPENINGS = CLASSES * CLASSES;
const END = 0;
const DIGIT = 27;
const SPACE = 28;
const QUOTE = 29;
const OTHER = 30;
const SIGN = 31;

/** By ASCII code. */
const classes = new Uint8Array(128).fill(SIGN);
for (let code = 0; code <= 32; code++) classes[code] = SPACE;
for (let code = 48; code <= 57; code++) classes[code] = DIGIT;
for (let code = 65; code <= 90; code++) classes[code] = code - 64;
for (let code = 97; code <= 122; code++) classes[code] = code - 96;
classes[34] = QUOTE;
classes[39] = QUOTE;

function classOf(code: number): number {
  if (code < 128) return classes[code]!;
  // Where quotes were made plain a pattern says so.
  return code >= 0x2018 && code <= 0x201d ? QUOTE : OTHER;
}

/** The classes of a text's first two characters as a number, with or without case and plain quotes. */
export function openingOf(text: string): number {
  const { length } = text;
  if (length === 0) return 0;
  const first = classOf(text.charCodeAt(0)) * CLASSES;
  return length === 1 ? first : first + classOf(text.charCodeAt(1));
}

/** For each class of a first character the classes of the second, as bits. */
export type PairSet = Int32Array;

export const holds = (pairs: PairSet, opening: number): boolean =>
  ((pairs[opening >> 5]! >> (opening & 31)) & 1) !== 0;

/** The openings of the texts that the pattern may take: all where it is not anchored throughout. */
export function pairsOf(pattern: RegExp): PairSet {
  const reader = new SourceReader(pattern);
  const begin = reader.alternatives();
  const pairs = begin.pairs.slice();
  if (!reader.anchored || !reader.done || begin.empty) return pairs.fill(-1);
  // behind a match of one character may stand any other
  for (let first = 0; first < CLASSES; first++) if ((begin.one >> first) & 1) pairs[first] = -1;
  return pairs;
}

/** What a part of a pattern may begin with. */
interface Begin {
  readonly pairs: PairSet;
  /** Classes of the characters that it may take alone, as bits. */
  readonly one: number;
  /** It may take nothing. */
  readonly empty: boolean;
}

const NONE = new Int32Array(CLASSES);
const EMPTY: Begin = { pairs: NONE, one: 0, empty: true };
/** A sign behind the first 65,536 is two characters of the text. */
const ASTRAL = NONE.slice();
ASTRAL[OTHER] = 1 << OTHER;
const oneOf = (one: number): Begin => ({
  pairs: (one >> OTHER) & 1 ? ASTRAL : NONE,
  one,
  empty: false,
});

function either(a: Begin, b: Begin): Begin {
  const pairs = a.pairs === b.pairs ? a.pairs : a.pairs.map((bits, i) => bits | b.pairs[i]!);
  return { pairs, one: a.one | b.one, empty: a.empty || b.empty };
}

/** `a` and `b` behind it. */
function both(a: Begin, b: Begin): Begin {
  if (a.one === 0 && !a.empty) return a;
  let next = b.one;
  for (let i = 0; i < CLASSES; i++) if (b.pairs[i] !== 0) next |= 1 << i;
  const pairs = new Int32Array(CLASSES);
  for (let i = 0; i < CLASSES; i++) {
    pairs[i] = a.pairs[i]! | ((a.one >> i) & 1 ? next : 0) | (a.empty ? b.pairs[i]! : 0);
  }
  return {
    pairs,
    one: (b.empty ? a.one : 0) | (a.empty ? b.one : 0),
    empty: a.empty && b.empty,
  };
}

const LETTERS = (1 << 27) - 2;
const NO_ASCII = (1 << QUOTE) | (1 << OTHER);
const SPACES = (1 << SPACE) | (1 << OTHER);
/** Any character; the end is none. */
const ALL = ~1;

class SourceReader {
  readonly #source: string;
  readonly #folds: boolean;
  #at = 0;
  #depth = 0;
  /** Every way of the pattern begins with `^`. */
  anchored = true;

  constructor({ source, flags }: RegExp) {
    this.#source = source;
    this.#folds = flags.includes('i');
  }

  get done(): boolean {
    return this.#at === this.#source.length;
  }

  alternatives(): Begin {
    let all: Begin | null = null;
    for (;;) {
      if (this.#depth === 0 && !this.#opensAnchored()) this.anchored = false;
      const way = this.#sequence();
      all = all ? either(all, way) : way;
      if (this.#source[this.#at] !== '|') return all;
      this.#at++;
    }
  }

  /** At "^", or at a group all of whose ways are. */
  #opensAnchored(): boolean {
    return this.#source[this.#at] === '^' || this.#source.startsWith('(?:^', this.#at);
  }

  #sequence(): Begin {
    let begin = EMPTY;
    while (!this.done && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
      begin = both(begin, this.#repeated(this.#element()));
    }
    return begin;
  }

  #repeated(part: Begin): Begin {
    const sign = /^(?:[?*+]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(
      this.#source.slice(this.#at, this.#at + 12),
    );
    if (!sign) return part;
    this.#at += sign[0].length;
    const [, count, comma, limit] = sign;
    const least = count === undefined ? (sign[0][0] === '+' ? 1 : 0) : Number(count);
    let most = sign[0][0] === '?' ? 1 : 2;
    if (count !== undefined && !comma) most = least;
    else if (limit) most = Number(limit);
    const twice = most > 1 ? both(part, part) : part;
    if (least > 1) return twice;
    const begin = most > 1 ? either(part, twice) : part;
    return least > 0 ? begin : either(begin, EMPTY);
  }

  #element(): Begin {
    const sign = this.#source[this.#at]!;
    if (sign === '(') return this.#group();
    if (sign === '[') return this.#class();
    if (sign === '\\') return this.#escape();
    this.#at++;
    if (sign === '^') return EMPTY;
    if (sign === '$') return oneOf(1 << END);
    if (sign === '.') return oneOf(ALL);
    return oneOf(this.#bitOf(sign));
  }

  #group(): Begin {
    const opening = /^\((?:\?(?::|<?[=!]|<\w+>))?/.exec(
      this.#source.slice(this.#at, this.#at + 40),
    )![0];
    this.#at += opening.length;
    this.#depth++;
    const inner = this.alternatives();
    this.#depth--;
    this.#at++;
    return /[=!]$/.test(opening) ? EMPTY : inner;
  }

  #escape(): Begin {
    const sign = ESCAPE.exec(this.#source.slice(this.#at, this.#at + 40))![0];
    this.#at += sign.length;
    return /^\\[bB]$/.test(sign) ? EMPTY : oneOf(this.#bitsOf(sign) ?? ALL);
  }

  #class(): Begin {
    const all = /^\[(\^?)((?:\\.|[^\]\\])*)\]/su.exec(this.#source.slice(this.#at))!;
    this.#at += all[0].length;
    // A class of all but some holds of each kind of characters some others.
    if (all[1] !== '') return oneOf(this.#butFor(all[2]!));
    let bits = 0;
    for (const [member, from, to] of all[2]!.matchAll(MEMBERS)) {
      if (from === undefined || to === undefined) bits |= this.#bitsOf(member) ?? ALL;
      else
        for (let code = from.codePointAt(0)!; code <= Math.min(to.codePointAt(0)!, 128); code++)
          bits |= this.#bitOf(String.fromCharCode(code));
      if (to !== undefined && to.codePointAt(0)! > 127) bits |= NO_ASCII;
    }
    return oneOf(bits);
  }

  /** All classes but those of which the members leave out every character. */
  #butFor(members: string): number {
    let bits = ALL;
    for (const [member] of members.matchAll(MEMBERS)) {
      if (member === '\\p{L}') bits &= ~LETTERS;
      else if (member === '\\p{N}' || member === '\\d') bits &= ~(1 << DIGIT);
      else if (member === '\\w') bits &= ~(LETTERS | (1 << DIGIT));
    }
    return bits;
  }

  /** The classes that a member of a class, or an escape, stands for; null where that is not known. */
  #bitsOf(member: string): number | null {
    if (member[0] !== '\\' || member.length === 1) return this.#bitOf(member);
    if (/^\\p\{L[ul]?\}$/.test(member)) return LETTERS | (1 << OTHER);
    if (member === '\\d') return 1 << DIGIT;
    if (member === '\\w')
      return LETTERS | (1 << DIGIT) | (1 << SIGN) | (this.#folds ? 1 << OTHER : 0);
    if (member === '\\s') return SPACES;
    return /^\\[\p{L}\d]/u.test(member) ? null : this.#bitOf(member[1]!);
  }

  #bitOf(sign: string): number {
    const code = sign.codePointAt(0)!;
    if (code > 127) return NO_ASCII;
    // the signs of other alphabets that fold into ASCII: "ſ" and the Kelvin sign
    if (this.#folds && /[ks]/i.test(sign)) return (1 << classOf(code)) | (1 << OTHER);
    return 1 << classOf(code);
  }
}

const ESCAPE = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)/su;
const MEMBERS = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|(.)-(?!\\)(.)|./gsu;
