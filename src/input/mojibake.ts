import type { Repair } from '../article/schema.ts';
import { byteOf, characterOf } from './windows-1252.ts';

/*
 * Mojibake: UTF-8 that was once read as windows-1252 or Latin-1 ("â€™" for "’", "Ã©" for "é"), once or
 * twice. A stretch is repaired only where its characters, taken back to bytes, are strict UTF-8, and
 * where no words could have put them there by themselves: "née”—" would decode too, to a Chinese
 * character.
 */

/** Times that a text was misread at most. */
const MOST_TIMES = 2;
/** Different repairs that are told one by one. */
const MOST_TOLD = 10;
const LONGEST_TOLD = 40;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What a decoded character must have around it to be believed. */
type Kind = 'sure' | 'latin' | 'accent' | 'letter' | null;

interface Sequence {
  readonly text: string;
  readonly length: number;
  readonly kind: Kind;
  /** Characters of other alphabets are believed in company of their own. */
  readonly script: string;
}

/** What a repaired text was repaired of: places, and the commonest pairs. */
export interface Repaired {
  readonly text: string;
  readonly places: number;
  readonly repairs: readonly Repair[];
}

/** The text with its mojibake repaired, or null where there is none. */
export function repairMojibake(text: string): Repaired | null {
  if (!SUSPECT.test(text)) return null;
  const chains = new Chains(text);
  const pairs = new Map<string, { now: string; places: number }>();
  const pieces: string[] = [];
  let copied = 0;
  let places = 0;
  for (let at = 0; at < text.length; ) {
    const end = chains.end(text, at);
    if (end === at) {
      at++;
      continue;
    }
    const was = text.slice(at, end);
    const now = chains.repair(was, text[at - 1] ?? ' ', text[end] ?? ' ', MOST_TIMES);
    if (now !== was) {
      pieces.push(text.slice(copied, at), now);
      copied = end;
      places++;
      const pair = pairs.get(was);
      if (pair) pair.places++;
      else pairs.set(was, { now, places: 1 });
    }
    at = end;
  }
  if (places === 0) return null;
  pieces.push(text.slice(copied));
  const repairs = [...pairs]
    .sort(([a, x], [b, y]) => y.places - x.places || (a < b ? -1 : 1))
    .slice(0, MOST_TOLD)
    .map(([was, pair]) => ({ was: cut(was), now: cut(pair.now), places: pair.places }));
  return { text: pieces.join(''), places, repairs };
}

const cut = (text: string): string =>
  text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD - 1)}…` : text;

/** A byte of a sequence's beginning before one of its rest, or a control character of Latin-1. */
const SUSPECT =
  /[\u00C2-\u00F4][\u0080-\u00BF\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018-\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178]|[\u0080-\u009F]/;

/** Stretches of a text whose characters may be the bytes of others: sequences of UTF-8 and controls. */
class Chains {
  readonly #sequences = new Map<string, Sequence | null>();
  /** Alphabets of which two letters stand side by side somewhere: single ones are believed too. */
  readonly #scripts = new Set<string>();

  constructor(text: string) {
    this.#findScripts(text);
    // What was misread twice shows its alphabet only when it is repaired once.
    const once: string[] = [];
    for (let at = 0; at < text.length; ) {
      const sequence = this.#at(text, at);
      const read = sequence !== null && sequence.kind !== null && sequence.kind !== 'letter';
      once.push(read ? sequence.text : text[at]!);
      at += read ? sequence.length : 1;
    }
    this.#findScripts(once.join(''));
  }

  #findScripts(text: string): void {
    let last: { readonly end: number; readonly script: string } | null = null;
    for (let at = 0; at < text.length; ) {
      const sequence = this.#at(text, at);
      if (sequence && sequence.script !== '') {
        const { script, length } = sequence;
        const two = last?.end === at && last.script === script;
        // Vietnamese words have few such letters, but "está»—" has none but its signs
        const alone = script === 'Vietnamese' && !CLOSING.test(text.slice(at, at + length));
        if (two || alone) this.#scripts.add(script);
        last = { end: at + length, script };
      }
      at += sequence?.length ?? 1;
    }
  }

  /** Where the chain ends that begins at `at`; `at` itself where none does. */
  end(text: string, at: number): number {
    let end = at;
    for (;;) {
      const length = this.#at(text, end)?.length ?? (isControl(text.charCodeAt(end)) ? 1 : 0);
      if (length === 0) return end;
      end += length;
    }
  }

  /** A chain as it was before it was misread, so many times at most; what is doubtful stays. */
  repair(chain: string, before: string, after: string, times: number): string {
    if (times === 0) return chain;
    const pieces: string[] = [];
    let left = before;
    const sure = this.#hasSure(chain);
    for (let at = 0; at < chain.length; ) {
      const sequence = this.#at(chain, at);
      const length = sequence?.length ?? 1;
      const was = chain.slice(at, at + length);
      const right = chain[at + length] ?? after;
      const piece = sequence
        ? this.#isBelieved(sequence, was, left, right, sure)
          ? sequence.text
          : was
        : (fromControl(chain.charCodeAt(at), left) ?? was);
      pieces.push(piece);
      left = piece.at(-1)!;
      at += length;
    }
    const result = pieces.join('');
    return result === chain ? chain : this.#repairAgain(result, before, after, times - 1);
  }

  /** What comes out may have been misread before, whole or in parts. */
  #repairAgain(text: string, before: string, after: string, times: number): string {
    const pieces: string[] = [];
    let left = before;
    for (let at = 0; at < text.length; ) {
      const end = this.end(text, at);
      const piece =
        end === at ? text[at]! : this.repair(text.slice(at, end), left, text[end] ?? after, times);
      pieces.push(piece);
      left = piece.at(-1)!;
      at = Math.max(end, at + 1);
    }
    return pieces.join('');
  }

  #hasSure(chain: string): boolean {
    for (let at = 0; at < chain.length; ) {
      const sequence = this.#at(chain, at);
      if (sequence?.kind === 'sure') return true;
      at += sequence?.length ?? 1;
    }
    return false;
  }

  /** The sequence of UTF-8 that the characters from `at` are the bytes of. */
  #at(text: string, at: number): Sequence | null {
    const lead = text.charCodeAt(at);
    if (!(lead >= 0xc2 && lead <= 0xf4)) return null;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const key = text.slice(at, at + length);
    let sequence = this.#sequences.get(key);
    if (sequence === undefined) {
      sequence = decodeSequence(key, length);
      this.#sequences.set(key, sequence);
    }
    return sequence;
  }

  #isBelieved(
    { kind, script }: Sequence,
    was: string,
    before: string,
    after: string,
    sure: boolean,
  ): boolean {
    switch (kind) {
      case 'sure':
        return true;
      case 'latin':
        // "IRMÃ”" may be a word in capitals and its quotation mark
        return !(CLOSING.test(was) && CAPITAL.test(before) && !LETTER.test(after));
      case 'accent':
        return (
          sure ||
          (CLOSING.test(was) ? /[a-z]/.test(after) : LETTER.test(before) || LETTER.test(after))
        );
      case 'letter':
        return this.#scripts.has(script);
      default:
        return false;
    }
  }
}

const isControl = (code: number): boolean => code >= 0x80 && code <= 0x9f;

function decodeSequence(characters: string, length: number): Sequence | null {
  const bytes = Uint8Array.from(characters, (character) => byteOf(character.charCodeAt(0)) & 0xff);
  const rest = [...characters].slice(1);
  if (bytes.length !== length || rest.some((character) => byteOf(character.charCodeAt(0)) < 0x80)) {
    return null;
  }
  try {
    const decoded = strict.decode(bytes);
    return { text: decoded, length, ...kindOf(decoded) };
  } catch {
    return null;
  }
}

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['latin', /[\u0080-\u00FF]/u],
  [
    'sure',
    /[\u2000-\u206F\u2070-\u24FF\u25A0-\u27BF\u2B00-\u2BFF\u{FB00}-\u{FB06}\uFEFF\uFFFD\u{1F000}-\u{1FAFF}]|\uFE0F/u,
  ],
  ['accent', /[\u0100-\u017F\u0218-\u021B\u02BB-\u02BF\u02C6\u02DC]|\p{Script=Inherited}/u],
];
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['cjk', /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u],
  ['Vietnamese', /[\u1E00-\u1EFF]/u],
  ...[
    'Greek',
    'Cyrillic',
    'Hebrew',
    'Arabic',
    'Devanagari',
    'Bengali',
    'Tamil',
    'Thai',
    'Hangul',
  ].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const),
];

function kindOf(decoded: string): Pick<Sequence, 'kind' | 'script'> {
  const kind = KINDS.find(([, pattern]) => pattern.test(decoded))?.[0];
  if (kind) return { kind, script: '' };
  const script = SCRIPTS.find(([, pattern]) => pattern.test(decoded))?.[0] ?? '';
  return { kind: script === '' ? null : 'letter', script };
}

/** Signs that end a word or a quotation, and so may follow a capital that is one. */
const CLOSING = /[’”“»›…–—]$/u;
const CAPITAL = /\p{Lu}/u;
const LETTER = /\p{L}/u;

/** A byte of windows-1252 that was read as Latin-1. U+0085 may be a line's end. */
function fromControl(code: number, before: string): string | null {
  const character = characterOf(code);
  if (character.charCodeAt(0) === code || (code === 0x85 && /\s/.test(before))) return null;
  return character;
}
