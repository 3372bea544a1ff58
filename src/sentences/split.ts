import { isSpace, type Span } from '../kernel/span.ts';
import { unitsOf } from '../language/units.ts';
import { type Boundary, isStop, readBoundary } from './boundary.ts';
import { rules } from './rules.ts';

/** Told of every stop that was judged, by which rule and how. */
export type Listener = (rule: string, ends: boolean, boundary: Boundary) => void;

const ORDINARY = 0;
const STOP = 1;
const BULLET = 2;
const OPENING = 3;

/** Of every code unit: what it may be to a sentence. */
const sorts = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (isStop(code)) return STOP;
  if (code === 0x2022) return BULLET;
  return code === 40 || code === 91 ? OPENING : ORDINARY;
});

/** Cuts `text[start, end)` into sentences, white space outside; in one pass. */
export function splitSentences(
  text: string,
  start: number,
  end: number,
  listen?: Listener,
): Span[] {
  const units = unitsOf(text);
  const sentences: Span[] = [];
  let from = start;
  while (from < end && isSpace(units[from]!)) from++;
  let at = from;
  let opened = -1;
  while (at < end) {
    const sort = sorts[units[at]!]!;
    if (sort === ORDINARY) {
      at++;
      continue;
    }
    if (sort === BULLET && at > from + 1 && isSpace(units[at - 1]!)) {
      // A bullet that was glued into a paragraph parts its items.
      push(sentences, text, from, at);
      from = at + 1;
      while (from < end && isSpace(units[from]!)) from++;
      at = from;
      continue;
    }
    if (sort !== STOP) {
      if (sort === OPENING) opened = at;
      at++;
      continue;
    }
    const boundary = readBoundary(text, from, end, at, opened);
    if (judge(boundary, listen)) {
      push(sentences, text, from, boundary.close);
      from = boundary.next;
      at = Math.max(from, boundary.close);
    } else {
      at = boundary.stopped;
    }
  }
  push(sentences, text, from, end);
  return sentences;
}

function judge(boundary: Boundary, listen?: Listener): boolean {
  for (const rule of rules) {
    const verdict = rule.judge(boundary);
    if (verdict === null) continue;
    listen?.(rule.id, verdict === 'ends', boundary);
    return verdict === 'ends';
  }
  return false;
}

function push(sentences: Span[], text: string, from: number, to: number): void {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > from) sentences.push({ start: from, end });
}
