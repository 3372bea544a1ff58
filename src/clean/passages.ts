import { isSpace, type Span } from '../kernel/span.ts';
import { type Pairs, pairsOf } from './cues.ts';
import type { Line } from './lines.ts';
import { type Marker, readMarker } from './markers.ts';
import { continues, endsSentence, isTorn, wrapWidth } from './wrap.ts';

/** A stretch of lines that will become one block, with what the rules ask of it. */
export interface Passage extends Span {
  /** Start and end of the words: without bullet, hashes and the emphasis around the whole. */
  readonly inner: Span;
  readonly marker: Marker | null;
  /** Line breaks in front of it; 2 and more: a blank line. */
  readonly breaks: number;
  readonly indent: number;
  /** The words, white space made single, at most {@link HEAD} characters. */
  readonly head: string;
  /** `head` in lower case with plain quotes. */
  readonly lower: string;
  /** Of `lower`, for `Cues`. */
  readonly pairs: Pairs;
  readonly words: number;
  /** Ends like a sentence: stop, question or exclamation mark. */
  readonly stopped: boolean;
  /** Ends with a colon. */
  readonly opens: boolean;
  /** A run of text, with sentences and the small words of a language. */
  readonly prose: boolean;
}

const HEAD = 400;

/** Joins lines into passages. */
export function readPassages(text: string, lines: readonly Line[]): Passage[] {
  const width = wrapWidth(text, lines);
  const passages: Passage[] = [];
  if (lines.length === 0) return passages;
  let from = 0;
  let marker = markerOf(text, lines[0]!);
  let lastNumber = 0;
  for (let i = 0; i < lines.length; i++) {
    const next = lines[i + 1];
    let follows: Marker | null = null;
    if (next) {
      follows = markerOf(text, next);
      if (marker?.kind === 'number') lastNumber = marker.value;
      if (next.breaks > 1) {
        if (!follows && isTorn(text, lines, i, next)) continue;
      } else if (
        (!follows || isStray(text, lines[i]!, next, follows, marker, lastNumber, width)) &&
        !(isField(text, next) && (width === null || isField(text, lines[i]!))) &&
        !standsAlone(text, lines[from]!, lines[i]!, next) &&
        continues(text, lines, i + 1, width, i > from, marker !== null)
      ) {
        continue;
      }
    }
    passages.push(toPassage(text, lines[from]!, lines[i]!, marker));
    marker = follows;
    from = i + 1;
  }
  return passages;
}

function markerOf(text: string, line: Line): Marker | null {
  return readMarker(text.slice(line.start, Math.min(line.end, line.start + 40)));
}

/** What looks like a marker is a number or a dash that wrapping brought to its line's start. */
function isStray(
  text: string,
  line: Line,
  next: Line,
  follows: Marker,
  marker: Marker | null,
  lastNumber: number,
  width: number | null,
): boolean {
  if (width === null || endsSentence(text, line.end)) return false;
  if (follows.kind === 'number') return follows.value !== 1 && follows.value !== lastNumber + 1;
  return (
    follows.kind === 'bullet' &&
    marker === null &&
    line.end - line.start > width * 0.7 &&
    /^\p{Ll}/u.test(text.slice(next.start + follows.width, next.start + follows.width + 2))
  );
}

/** A footnote, an address or a page's number opens a passage of its own where the line before ended. */
function standsAlone(text: string, first: Line, line: Line, next: Line): boolean {
  const code = text.charCodeAt(next.start);
  if (code === 91)
    return (
      /^\[\^?\d{1,3}\]/u.test(text.slice(next.start, next.start + 7)) &&
      (endsSentence(text, line.end) || text[first.start] === '[')
    );
  if (code >= 48 && code <= 57) return endsSentence(text, line.end) && isNumber(text, next);
  if (isNumber(text, line)) return line === first;
  const opening = text.slice(next.start, Math.min(next.end, next.start + 60));
  if (opening.startsWith('http')) return text.startsWith('http', first.start);
  return opening.includes('@') && /^[\w.+-]{1,40}@\w/u.test(opening);
}

function isNumber(text: string, { start, end }: Line): boolean {
  if (end - start > 4) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** `key: value` or `key = value`, a line of metadata. */
function isField(text: string, line: Line): boolean {
  return /^[a-zA-Z_][\w-]{1,20}\s?[:=](?:\s|$)/u.test(
    text.slice(line.start, Math.min(line.end, line.start + 26)),
  );
}

export function toPassage(
  text: string,
  first: Line,
  last: Line,
  marker: Marker | null = markerOf(text, first),
): Passage {
  const start = first.start;
  const end = last.end;
  const inner = stripEmphasis(
    text,
    stripTags(text, {
      start: marker && marker.kind !== 'number' ? start + marker.width : start,
      end,
    }),
  );
  const words = countWords(text, inner);
  const stopped = isStopped(text, inner.end);
  return new TextPassage(
    text,
    start,
    end,
    inner,
    marker,
    first.breaks,
    first.indent,
    words,
    stopped,
  );
}

class TextPassage implements Passage {
  readonly head: string;
  readonly opens: boolean;
  readonly prose: boolean;
  #lower: string | null = null;
  #pairs: Pairs | null = null;

  constructor(
    text: string,
    readonly start: number,
    readonly end: number,
    readonly inner: Span,
    readonly marker: Marker | null,
    readonly breaks: number,
    readonly indent: number,
    readonly words: number,
    readonly stopped: boolean,
  ) {
    const piece = text.slice(inner.start, Math.min(inner.end, inner.start + HEAD));
    this.head = hasOddSpace(piece) ? piece.replace(/\s+/gu, ' ').trim() : piece;
    this.opens = text[inner.end - 1] === ':';
    this.prose =
      isProse(this.head, words, stopped || this.opens) &&
      // A teaser that was cut off is no running text.
      !(words < 40 && /\[(?:…|\.{3})\]$/u.test(this.head));
  }

  /** Most passages are never asked for it. */
  get lower(): string {
    this.#lower ??= plain(this.head);
    return this.#lower;
  }

  get pairs(): Pairs {
    this.#pairs ??= pairsOf(this.lower);
    return this.#pairs;
  }
}

function plain(head: string): string {
  const lower = head.toLowerCase();
  if (!/[‘’“”]/u.test(lower)) return lower;
  return lower.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"');
}

/** White space that is not one plain space, and what may be some. */
function hasOddSpace(piece: string): boolean {
  let before = false;
  for (let at = 0; at < piece.length; at++) {
    const code = piece.charCodeAt(at);
    const space = code <= 32 || code === 0xa0 || (code >= 0x1680 && isSpace(code));
    if (space && (before || code !== 32)) return true;
    before = space;
  }
  return false;
}

/** Words, at most 1000 of them. */
function countWords(text: string, { start, end }: Span): number {
  let words = 0;
  let inside = false;
  for (let at = start; at < end && words < 1000; at++) {
    const code = text.charCodeAt(at);
    const space = code <= 32 || code === 0xa0;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}

/** The words inside tags that a scraper left around the whole passage. */
function stripTags(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  if (text[from] === '<') {
    const open = /^<(?:p|div|blockquote|span|strong|b)(?:\s[^<>]{0,120})?>\s{0,8}(?=\S)/u.exec(
      text.slice(from, Math.min(to, from + 150)),
    );
    if (open) from += open[0].length;
  }
  if (from > start || (start > 0 && text[start - 1] === '>')) {
    const close = /\s{0,8}<\/(?:p|div|blockquote|span|strong|b|li|h[1-6])>$/u.exec(
      text.slice(Math.max(from, to - 24), to),
    );
    if (close) to -= close[0].length;
  }
  return to > from ? { start: from, end: to } : { start, end };
}

const EMPHASIS = ['***', '**', '*', '___', '__', '_', '`'];

/** The words inside emphasis that wraps the whole passage, inner pairs left alone. */
function stripEmphasis(text: string, span: Span): Span {
  for (const sign of EMPHASIS) {
    const length = sign.length;
    if (span.end - span.start <= 2 * length) continue;
    if (!text.startsWith(sign, span.start) || !text.startsWith(sign, span.end - length)) continue;
    const within = text.indexOf(sign, span.start + length);
    if (within !== span.end - length || /\s/u.test(text[span.start + length]!)) continue;
    return { start: span.start + length, end: span.end - length };
  }
  return span;
}

function isStopped(text: string, end: number): boolean {
  let at = end - 1;
  while (at > 0 && '"”’\')]*_»'.includes(text[at]!)) at--;
  return '.!?…。！？'.includes(text[at] ?? ' ');
}

/** Words without which hardly a sentence does. */
const SMALL: ReadonlySet<number> = new Set(
  `the a an of to in and is are was were that this it for on with as by at from be have has had will
   would can its their not or but which who we they he she said should must i you our`
    .split(/\s+/u)
    .map((word) => [...word].reduce((number, sign) => lettersTo(number, sign.charCodeAt(0)), 0)),
);
const LONGEST_SMALL = 6;

/** A word of at most six letters makes one number, whatever their case. */
function lettersTo(number: number, code: number): number {
  return number * 32 + (code & 31);
}

function isProse(head: string, words: number, closed: boolean): boolean {
  if (words < 8 || (words < 26 && !closed)) return closed && isForeign(head);
  const seen = Math.min(words, head.length / 6);
  const least = Math.max(2, seen / 8);
  const small = countSmall(head, least);
  // Twenty words and a stop are a sentence in any language.
  return small >= least || (closed && (words >= 20 || isForeign(head)));
}

/** Small words, at most as many as `least` asks for. */
function countSmall(head: string, least: number): number {
  let small = 0;
  let word = 0;
  let length = 0;
  for (let at = 0; at <= head.length && small < least; at++) {
    const code = at < head.length ? head.charCodeAt(at) : 0;
    if (isLetter(code)) {
      length++;
      if (length <= LONGEST_SMALL) word = lettersTo(word, code);
    } else if (isWordCode(code)) {
      length = LONGEST_SMALL + 1;
    } else {
      if (length > 0 && length <= LONGEST_SMALL && SMALL.has(word)) small++;
      word = 0;
      length = 0;
    }
  }
  return small;
}

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** What `\\w` takes besides letters. */
const isWordCode = (code: number): boolean => (code >= 48 && code <= 57) || code === 95;

/** A sentence in a script that parts few words by spaces. */
function isForeign(head: string): boolean {
  return (
    head.length >= 40 && /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{4}/u.test(head)
  );
}
