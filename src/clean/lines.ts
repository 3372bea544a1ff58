import { isSpace, type Span } from '../kernel/span.ts';

/** A line that holds more than white space, without the white space at its edges. */
export interface Line extends Span {
  /** Line breaks between it and the line before; 2 and more say that a blank line stands between. */
  readonly breaks: number;
  /** Columns of white space in front of it. */
  readonly indent: number;
}

/** Every kind of line break that a scraper leaves: LF, CR LF, CR, VT, FF, NEL, U+2028, U+2029. */
const BREAKS = ['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

/** Cuts a text into its lines, in one pass for each kind of break that it has: most have one. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  const length = text.length;
  const kinds = BREAKS.filter((each) => text.includes(each));
  /** Where each kind stands next. */
  const nexts = kinds.map((each) => text.indexOf(each));
  let breaks = 2;
  let at = 0;
  while (at < length) {
    let stop = length;
    for (let kind = 0; kind < kinds.length; kind++) {
      if (nexts[kind]! < at) {
        const next = text.indexOf(kinds[kind]!, at);
        nexts[kind] = next < 0 ? length : next;
      }
      stop = Math.min(stop, nexts[kind]!);
    }
    let start = at;
    let end = stop;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (start < end) {
      lines.push({ start, end, breaks, indent: start - at });
      breaks = 0;
    }
    breaks++;
    at = stop + 1;
    if (text.charCodeAt(stop) === 13 && text.charCodeAt(at) === 10) at++;
  }
  return lines;
}

/** White space, a null byte, or a mark of direction: nothing that a reader sees. */
function isBlank(code: number): boolean {
  return (
    isSpace(code) ||
    code === 0 ||
    code === 0xad ||
    (code >= 0x200c && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0x180e
  );
}
