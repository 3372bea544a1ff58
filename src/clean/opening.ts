/**
 * What a pattern that is anchored at the start of a text may begin with: most texts are told by their
 * first characters, without the pattern being tried. What those are is read from the pattern's source
 * (ECMA-262, 22.2.1 Patterns); what is not understood may be anything.
 */
export class Opening {
  readonly #pattern: RegExp;
  /**
   * For each character but the first, by the class of the first: its classes, as bits. Where each of a
   * text's is among them there may still be no way that has them all.
   */
  readonly pairs = new Int32Array((DEPTH - 1) * CLASSES);

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
    for (const way of waysOf(pattern)) {
      for (let left = way[0]!; left !== 0; left &= left - 1) {
        const first = 31 - Math.clz32(left & -left);
        for (let at = 0; at < DEPTH - 1; at++) this.pairs[at * CLASSES + first]! |= way[at + 1]!;
      }
    }
  }

  /** Whether a text with this opening may match. */
  fits(opening: number): boolean {
    if (opening === WIDE) return true;
    for (let at = 0; at < DEPTH - 1; at++) {
      const next = this.pairs[at * CLASSES + classAt(opening, 0)]!;
      if (((next >> classAt(opening, at + 1)) & 1) === 0) return false;
    }
    return true;
  }

  /** Whether the pattern takes the text in lower case. */
  test(text: Opened): boolean {
    return this.fits(text.opening) && this.#pattern.test(text.lower);
  }

  /** Whether the pattern takes the text as it is. */
  testHead(text: Opened): boolean {
    return this.fits(text.opening) && this.#pattern.test(text.head);
  }
}

/** Which of many may take a text with an opening, a bit each; any of one's patterns will do. */
export class Openings {
  readonly #words: number;
  /** By the place of a character, the class of the first and its own. */
  readonly #bits: Int32Array;

  /** @param lists each one's patterns; without any it takes no text by its opening */
  constructor(lists: readonly (readonly Opening[])[]) {
    this.#words = (lists.length + 31) >> 5;
    this.#bits = new Int32Array((DEPTH - 1) * CLASSES * CLASSES * this.#words);
    lists.forEach((list, index) => {
      for (const { pairs } of list) {
        pairs.forEach((next, row) => {
          for (let left = next; left !== 0; left &= left - 1) {
            const pair = row * CLASSES + 31 - Math.clz32(left & -left);
            this.#bits[pair * this.#words + (index >> 5)]! |= 1 << (index & 31);
          }
        });
      }
    });
  }

  /** Those that may take it, 32 to a number. */
  fitting(opening: number): Int32Array {
    const fitting = new Int32Array(this.#words).fill(-1);
    if (opening === WIDE) return fitting;
    for (let at = 0; at < DEPTH - 1; at++) {
      const row = at * CLASSES + classAt(opening, 0);
      const from = (row * CLASSES + classAt(opening, at + 1)) * this.#words;
      for (let word = 0; word < this.#words; word++) fitting[word]! &= this.#bits[from + word]!;
    }
    return fitting;
  }
}

/** A text, in lower case and as it is, and what it begins with: that of {@link openingOf}. */
interface Opened {
  readonly lower: string;
  readonly head: string;
  readonly opening: number;
}

/** Characters that an opening tells of. */
const DEPTH = 6;
/** Characters are told apart by class: letters without case, and signs of one kind as one. */
const CLASSES = 32;
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

/** The opening of a text whose first characters are no 16 bits each: any pattern may take it. */
const WIDE = -1;

/**
 * The classes of a text's first characters, five bits each; those of a text that is in lower case with
 * plain quotes are the same.
 */
export function openingOf(text: string): number {
  let opening = 0;
  for (let i = 0; i < DEPTH; i++) {
    const code = i < text.length ? text.charCodeAt(i) : -1;
    if (code >= 0xd800 && code <= 0xdfff) return WIDE;
    opening = opening * CLASSES + (code < 0 ? END : classOf(code));
  }
  return opening;
}

const classAt = (opening: number, at: number): number => (opening >> (5 * (DEPTH - 1 - at))) & 31;

/** One way in which a pattern may begin: the classes of each character in turn, as bits. */
type Way = readonly number[];

const ANY_CLASS = -1;

/** The ways of a pattern, each of `DEPTH` characters: anything where it is not anchored throughout. */
function waysOf(pattern: RegExp): readonly Way[] {
  const reader = new SourceReader(pattern);
  const ways = reader.alternatives();
  const known = reader.anchored && reader.done && ways.every(({ length }) => length > 0);
  // behind a short match may stand anything
  return (known ? ways : [[]]).map((way) =>
    Array.from({ length: DEPTH }, (_, i) => way[i] ?? ANY_CLASS),
  );
}

const NOTHING: readonly Way[] = [[]];

function distinct(ways: readonly Way[]): readonly Way[] {
  if (ways.length < 2) return ways;
  return [...new Map(ways.map((way) => [way.join(), way])).values()];
}

const isOpen = (way: Way): boolean => way.length < DEPTH;

/** `a` and `b` behind it. */
function both(a: readonly Way[], b: readonly Way[]): readonly Way[] {
  if (a === NOTHING) return b;
  const ways: Way[] = [];
  for (const way of a) {
    if (!isOpen(way)) ways.push(way);
    else for (const next of b) ways.push(way.concat(next.slice(0, DEPTH - way.length)));
  }
  return ways;
}

const oneOf = (bits: number): readonly Way[] => [[bits]];

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

  alternatives(): readonly Way[] {
    const all: Way[] = [];
    for (;;) {
      if (this.#depth === 0 && !this.#opensAnchored()) this.anchored = false;
      all.push(...this.#sequence());
      if (this.#source[this.#at] !== '|') return distinct(all);
      this.#at++;
    }
  }

  /** At "^", or at a group all of whose ways are. */
  #opensAnchored(): boolean {
    return this.#source[this.#at] === '^' || this.#source.startsWith('(?:^', this.#at);
  }

  #sequence(): readonly Way[] {
    let ways = NOTHING;
    while (!this.#atEnd() && ways.some(isOpen)) ways = both(ways, this.#repeated(this.#element()));
    // What stands behind the characters that count is passed over.
    for (let depth = 0; depth > 0 || !this.#atEnd(); this.#at++) {
      const sign = this.#source[this.#at]!;
      if (sign === '(') depth++;
      else if (sign === ')') depth--;
      else if (sign === '\\') this.#at++;
      else if (sign === '[') this.#at += CLASS.exec(this.#source.slice(this.#at))![0].length - 1;
    }
    return ways;
  }

  /** At what ends a way: "|", ")" or the pattern's end. */
  #atEnd(): boolean {
    return this.done || this.#source[this.#at] === '|' || this.#source[this.#at] === ')';
  }

  #repeated(part: readonly Way[]): readonly Way[] {
    if (!'?*+{'.includes(this.#source[this.#at] ?? ' ')) return part;
    const sign = /^(?:[?*+]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(
      this.#source.slice(this.#at, this.#at + 12),
    );
    if (!sign) return part;
    this.#at += sign[0].length;
    const [, count, comma, limit] = sign;
    const least = count === undefined ? (sign[0][0] === '+' ? 1 : 0) : Number(count);
    let most = sign[0][0] === '?' ? 1 : DEPTH;
    if (count !== undefined && !comma) most = least;
    else if (limit) most = Number(limit);
    const all: Way[] = [];
    let ways = NOTHING;
    for (let times = 0; times <= Math.min(most, DEPTH); times++) {
      if (times >= least) all.push(...ways);
      ways = both(ways, part);
    }
    if (least > DEPTH) all.push(...ways);
    return distinct(all);
  }

  #element(): readonly Way[] {
    const sign = this.#source[this.#at]!;
    if (sign === '(') return this.#group();
    if (sign === '[') return this.#class();
    if (sign === '\\') return this.#escape();
    this.#at++;
    if (sign === '^') return NOTHING;
    if (sign === '$') return oneOf(1 << END);
    if (sign === '.') return oneOf(ALL);
    return oneOf(this.#bitOf(sign));
  }

  #group(): readonly Way[] {
    const opening = /^\((?:\?(?::|<?[=!]|<\w+>))?/.exec(
      this.#source.slice(this.#at, this.#at + 40),
    )![0];
    this.#at += opening.length;
    this.#depth++;
    const inner = this.alternatives();
    this.#depth--;
    this.#at++;
    return /[=!]$/.test(opening) ? NOTHING : inner;
  }

  #escape(): readonly Way[] {
    const sign = ESCAPE.exec(this.#source.slice(this.#at, this.#at + 40))![0];
    this.#at += sign.length;
    return /^\\[bB]$/.test(sign) ? NOTHING : oneOf(this.#bitsOf(sign) ?? ALL);
  }

  #class(): readonly Way[] {
    const all = CLASS.exec(this.#source.slice(this.#at))!;
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

const CLASS = /^\[(\^?)((?:\\.|[^\]\\])*)\]/su;
const ESCAPE = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)/su;
const MEMBERS = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|(.)-(?!\\)(.)|./gsu;
