import type { BlockHint } from '../article/article.ts';
import type { BlockKind } from '../article/schema.ts';

/** A block of a marked-up document before it has a place in the text. */
export interface MarkedBlock {
  readonly text: string;
  readonly kind: BlockKind;
}

/** The text of a marked-up document: its blocks with an empty line between them, each with its hint. */
export function joinBlocks(blocks: readonly MarkedBlock[]): { text: string; hints: BlockHint[] } {
  const hints: BlockHint[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const { text, kind } of blocks) {
    if (text === '') continue;
    const start = pieces.length === 0 ? 0 : length + 2;
    length = start + text.length;
    pieces.push(text);
    hints.push({ start, end: length, kind });
  }
  return { text: `${pieces.join('\n\n')}\n`, hints };
}

/** White space as mark-up has it: runs are one space, the edges have none; a no-break space stays. */
export const collapse = (text: string): string =>
  text
    .replace(/[ \t\r\n\f]{1,1000000}/g, ' ')
    .replace(/ ?\uE000 ?/g, '\n')
    .replaceAll(AMPERSAND, '&')
    .replaceAll(LESS, '<')
    .trim();

/** Stands for a line break of the mark-up (`<br>`) until {@link collapse} has run. */
export const BREAK = '\uE000';

/** The calendar day that a printed ISO date begins with, as it stands, or undefined. */
export function isoDay(value: unknown): string | undefined {
  const found = typeof value === 'string' ? /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(value) : null;
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days ? `${found[1]}-${found[2]}-${found[3]}` : undefined;
}

/** A string with something in it, else undefined. */
export const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? collapse(value) : undefined;

/** Stand for signs that begin no entity and no element, which parsers are slow at. */
export const AMPERSAND = '\uE001';
export const LESS = '\uE002';
