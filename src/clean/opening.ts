/**
 * A pattern that is anchored at the start of a text, with the characters that such a text may begin
 * with: most texts are told by their first character, without the pattern being tried. What the
 * characters are is read from the pattern's source (ECMA-262, 22.2.1 Patterns); what is not
 * understood may be anything.
 */
export class Opening {
  readonly #pattern: RegExp;
  /** For each ASCII character whether a match may begin with it; at 128 all others. */
  readonly #first: Uint8Array | null;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
    this.#first = firstOf(pattern);
  }

  test(text: string): boolean {
    const first = this.#first;
    if (first && text.length > 0) {
      const code = text.charCodeAt(0);
      if (first[code < 128 ? code : 128] === 0) return false;
    }
    return this.#pattern.test(text);
  }
}

const OTHER = 128;

/** What a part of a pattern may begin with; `empty`: it may take nothing. */
interface First {
  readonly codes: ReadonlySet<number>;
  readonly empty: boolean;
}

const EMPTY: First = { codes: new Set(), empty: true };
const ANY = new Set(Array.from({ length: OTHER + 1 }, (_, code) => code));
const DIGITS = [...'0123456789'].map((digit) => digit.charCodeAt(0));
const SPACES = [9, 10, 11, 12, 13, 32, OTHER];
const CAPITALS = [...ANY].filter((code) => code === OTHER || (code >= 65 && code <= 90));
const SMALL_LETTERS = [...ANY].filter((code) => code === OTHER || (code >= 97 && code <= 122));
const LETTERS = [...CAPITALS, ...SMALL_LETTERS];

/** The characters that a match may begin with; null where the pattern is not anchored throughout. */
export function firstOf({ source, flags }: RegExp): Uint8Array | null {
  const reader = new SourceReader(source);
  const { codes, empty } = reader.alternatives();
  if (!reader.anchored || !reader.done || empty) return null;
  const first = new Uint8Array(OTHER + 1);
  for (const code of codes) {
    first[code] = 1;
    if (flags.includes('i') && isLetter(code)) first[code ^ 32] = 1;
  }
  // the signs of other alphabets that fold into ASCII
  if (flags.includes('i')) first[OTHER] = 1;
  return first;
}

class SourceReader {
  readonly #source: string;
  #at = 0;
  #depth = 0;
  /** Every way of the pattern begins with `^`. */
  anchored = true;

  constructor(source: string) {
    this.#source = source;
  }

  get done(): boolean {
    return this.#at === this.#source.length;
  }

  alternatives(): First {
    const codes = new Set<number>();
    let empty = false;
    for (;;) {
      if (this.#depth === 0 && !this.#opensAnchored()) this.anchored = false;
      const way = this.#sequence();
      for (const code of way.codes) codes.add(code);
      empty ||= way.empty;
      if (this.#source[this.#at] !== '|') return { codes, empty };
      this.#at++;
    }
  }

  /** At "^", or at a group all of whose ways are. */
  #opensAnchored(): boolean {
    return this.#source[this.#at] === '^' || this.#source.startsWith('(?:^', this.#at);
  }

  #sequence(): First {
    const codes = new Set<number>();
    let empty = true;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!)) {
      const part = this.#repeated(this.#element());
      if (empty) for (const code of part.codes) codes.add(code);
      empty &&= part.empty;
    }
    return { codes, empty };
  }

  #repeated(part: First): First {
    const sign = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(
      this.#source.slice(this.#at, this.#at + 12),
    );
    if (!sign) return part;
    this.#at += sign[0].length;
    const least = sign[1] === undefined ? (sign[0][0] === '+' ? 1 : 0) : Number(sign[1]);
    return least > 0 ? part : { codes: part.codes, empty: true };
  }

  #element(): First {
    const sign = this.#source[this.#at]!;
    if (sign === '(') return this.#group();
    if (sign === '[') return this.#class();
    if (sign === '\\') return this.#escape();
    this.#at++;
    if (sign === '^' || sign === '$') return EMPTY;
    if (sign === '.') return { codes: ANY, empty: false };
    return { codes: new Set([codeOf(sign)]), empty: false };
  }

  #group(): First {
    const opening = /^\((?:\?(?::|<?[=!]|<\w+>))?/.exec(this.#source.slice(this.#at))![0];
    this.#at += opening.length;
    this.#depth++;
    const inner = this.alternatives();
    this.#depth--;
    this.#at++;
    return /[=!]$/.test(opening) ? EMPTY : inner;
  }

  #escape(): First {
    const sign = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)/su.exec(
      this.#source.slice(this.#at),
    )![0];
    this.#at += sign.length;
    if (/^\\[bB]$/.test(sign)) return EMPTY;
    return { codes: new Set(codesOf(sign) ?? ANY), empty: false };
  }

  #class(): First {
    const all = /^\[(\^?)((?:\\.|[^\]\\])*)\]/su.exec(this.#source.slice(this.#at))!;
    this.#at += all[0].length;
    const codes = new Set<number>();
    let known = true;
    const members =
      /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|(.)-(?!\\)(.)|./gsu;
    for (const [member, from, to] of all[2]!.matchAll(members)) {
      if (from === undefined || to === undefined) {
        const those = codesOf(member);
        if (those) for (const code of those) codes.add(code);
        else known = false;
      } else for (let code = codeOf(from); code <= codeOf(to); code++) codes.add(code);
    }
    if (all[1] === '') return { codes: known ? codes : ANY, empty: false };
    // signs that are not ASCII are one here, of which the class may leave out some only
    return {
      codes: new Set([...ANY].filter((code) => code === OTHER || !codes.has(code))),
      empty: false,
    };
  }
}

/** The characters that a member of a class, or an escape, stands for; null where that is not known. */
function codesOf(member: string): Iterable<number> | null {
  if (member[0] !== '\\' || member.length === 1) return [codeOf(member)];
  if (/^\\p\{L\}$/.test(member)) return LETTERS;
  if (/^\\p\{Lu\}$/.test(member)) return CAPITALS;
  if (/^\\p\{Ll\}$/.test(member)) return SMALL_LETTERS;
  if (member === '\\d') return DIGITS;
  if (member === '\\w') return [...DIGITS, 95, ...LETTERS];
  if (member === '\\s') return SPACES;
  return /^\\[\p{L}\d]/u.test(member) ? null : [codeOf(member[1]!)];
}

const codeOf = (sign: string): number => Math.min(sign.codePointAt(0)!, OTHER);

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
