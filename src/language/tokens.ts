import type { Span } from '../kernel/span.ts';

/**
 * The kinds of token. `word` holds letters (with inner digits: "APT41"), `number` digits with their
 * grouping ("1,16,000.5"), `code` an identifier that is never taken apart (a URL, a CVE number).
 */
export type TokenKind = 'word' | 'number' | 'code' | 'mark';

/** A token, a span of the article's text in UTF-16 code units. */
export interface Token extends Span {
  readonly text: string;
  /** The text in lower case, with the typographic apostrophe and dashes made plain. */
  readonly lower: string;
  readonly kind: TokenKind;
  /** White space stands in front of it, or it is the first. */
  readonly spaced: boolean;
}

/*
 * In order of trial: codes; dotted abbreviations (U.S., a.m.); numbers; the clitics ’s and n't's
 * apostrophe part; words, with digits behind letters (APT41) and inner apostrophes of names
 * (O'Brien); any other single character. Letters right behind a number are a token of their own
 * ("1.2" "bn", "21" "st"), told from others by `spaced`.
 */
const TOKEN =
  /(?<code>https?:\/\/[^\s<>"”)\]]{1,2000}[^\s<>"”)\].,;:!?'’]|www\.[^\s<>"”)\]]{1,500}[^\s<>"”)\].,;:!?'’]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|CVE-\d{4}-\d{4,7})|(?<abbr>(?:\p{L}\.){2,6}(?!\p{L}))|(?<number>\d{1,40}(?:[.,]\d{1,40}){0,20})|(?<clitic>['’][sS](?![\p{L}\p{N}]))|(?<word>[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}_]|['’](?=\p{L})(?![sS](?![\p{L}\p{N}])))*)|(?<mark>\S)/gu;

/** Cuts `text[start, end)` into tokens; every character that is not white space is in one of them. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const piece = start === 0 && end === text.length ? text : text.slice(start, end);
  const tokens: Token[] = [];
  let last = -1;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(piece); match; match = TOKEN.exec(piece)) {
    const groups = match.groups!;
    const found = match[0];
    const kind: TokenKind =
      groups.word !== undefined || groups.abbr !== undefined || groups.clitic !== undefined
        ? 'word'
        : groups.number !== undefined
          ? 'number'
          : groups.code !== undefined
            ? 'code'
            : 'mark';
    tokens.push({
      start: start + match.index,
      end: start + match.index + found.length,
      text: found,
      lower: kind === 'number' ? found : normalize(found),
      kind,
      spaced: match.index !== last,
    });
    last = match.index + found.length;
  }
  return tokens;
}

function normalize(text: string): string {
  const lower = text.toLowerCase();
  if (lower === '–' || lower === '‑' || lower === '‐' || lower === '−') return '-';
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** The index of the first token that starts at or after `offset`. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
