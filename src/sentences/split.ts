import { isSpace, type Span } from '../kernel/span.ts';
import { type Boundary, isStop, readBoundary } from './boundary.ts';
import { rules } from './rules.ts';

/** Told of every stop that was judged, by which rule and how. */
export type Listener = (rule: string, ends: boolean, boundary: Boundary) => void;

/** Cuts `text[start, end)` into sentences, white space outside; in one pass. */
export function splitSentences(
  text: string,
  start: number,
  end: number,
  listen?: Listener,
): Span[] {
  const sentences: Span[] = [];
  let from = start;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 0x2022 && at > from + 1 && isSpace(text.charCodeAt(at - 1))) {
      // A bullet that was glued into a paragraph parts its items.
      push(sentences, text, from, at);
      from = at + 1;
      while (from < end && isSpace(text.charCodeAt(from))) from++;
      at = from;
      continue;
    }
    if (!isStop(code)) {
      at++;
      continue;
    }
    const boundary = readBoundary(text, from, end, at);
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
