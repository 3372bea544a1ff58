import type { Span } from '../kernel/span.ts';

/*
 * Finds the words of a hand-made label in the article. White space is matched loosely, everything
 * else as it stands.
 */

const WORD = /[\p{L}\p{N}]/u;

/**
 * Every place where `words` stand as whole words, not next to a letter or a digit, in the order of
 * the text; offsets are UTF-16.
 */
export function occurrencesOf(text: string, words: string): Span[] {
  const parts = words.trim().split(/\s+/u).filter(Boolean).map(literal);
  if (parts.length === 0) return [];
  const pattern = new RegExp(parts.join('\\s+'), 'gu');
  const found: Span[] = [];
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!WORD.test(before(text, start)) && !WORD.test(after(text, end))) found.push({ start, end });
    pattern.lastIndex = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
  }
  return found;
}

const literal = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function before(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff;
  return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at);
}

const after = (text: string, at: number): string =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
