/** What stands in front of a list item, a heading or a quotation. */
export interface Marker {
  /** `bullet`, `hash` and `quote` are signs of form; a printed `number` belongs to the item's words. */
  readonly kind: 'bullet' | 'number' | 'hash' | 'quote';
  /** Characters from the line's start to the words behind the marker. */
  readonly width: number;
  /** Of a number its value ("iv" is 4, "b" is 2), of hashes their count, else 0. */
  readonly value: number;
  /** How a number is written: `1`, `a`, `i`; two markers of one style make one list. */
  readonly style: string;
}

const BULLET =
  /^(?:[•◦▪▫■□●○‣⁃∙·➤➢➔→►▶✓✔✅❖◆◇★☆\uf0b7\uf0a7]\s{0,8}|[-–—*+]\s{1,8}|[-–](?=\p{Lu}\p{Ll})|o\s{1,8}(?=\p{Lu})|§[\t\u00a0 ]{1,8}(?=\p{Lu}\p{Ll}))(?=\S)/u;
const NUMBER =
  /^(?:\(?(?<digits>\d{1,3})(?:\.\d{1,2}){0,3}\s?[.)\]](?!\d)|\((?<inner>[a-zA-Z]|[ivxIVX]{1,5})\)|(?<letter>[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)])\s{0,8}(?=\S)/u;
const SHORT_ROMAN = /^[ivxIVX]{2,5}[.)]/u;
/** Tags that a scraper left: what they say of the line. */
const TAG = /^<(p|div|blockquote|li|h[1-6])(?:\s[^<>]{0,120})?>\s{0,8}(?=[^\s<])/u;
const HASH = /^(#{1,6})\s{1,8}(?=\S)/u;
const QUOTE = /^(?:>\s{0,4}){1,5}(?=\S)/u;
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** Reads the marker at the start of a line. */
export function markerAt(text: string, start: number, end: number): Marker | null {
  const first = text.charCodeAt(start);
  const second = start + 1 < end ? text.charCodeAt(start + 1) : 32;
  // Most lines begin with a letter of a longer word.
  if (isLetter(first) && isLetter(second) && !(isRoman(first) && isRoman(second))) return null;
  const ascii = first < 128 && isLetter(first);
  // "A ferry"; "a." and "o Ferries" may be items
  if (ascii && !isLetter(second) && second !== 46 && second !== 41 && first !== 111) return null;
  const head = text.slice(start, Math.min(end, start + 40));
  if (isLetter(second) && isLetter(first) && !SHORT_ROMAN.test(head)) return null;
  if (first === 60) return tagOf(head);
  if (first === 35) {
    const hash = HASH.exec(head);
    if (!hash) return null;
    return { kind: 'hash', width: hash[0].length, value: hash[1]!.length, style: '#' };
  }
  if (first === 62) {
    const quote = QUOTE.exec(head);
    return quote && { kind: 'quote', width: quote[0].length, value: 0, style: '>' };
  }
  const lettered = ascii && (isLetter(second) || second === 46 || second === 41);
  if (lettered || first === 40 || (first >= 48 && first <= 57)) return numberOf(head);
  const bullet = BULLET.exec(head);
  return bullet && { kind: 'bullet', width: bullet[0].length, value: 0, style: bullet[0][0]! };
}

function tagOf(head: string): Marker | null {
  const tag = TAG.exec(head);
  const name = tag?.[1]?.[0];
  if (name === 'l') return { kind: 'bullet', width: tag![0].length, value: 0, style: '<' };
  if (name === 'h')
    return { kind: 'hash', width: tag![0].length, value: Number(tag![1]![1]), style: '#' };
  return null;
}

function numberOf(head: string): Marker | null {
  const number = NUMBER.exec(head);
  if (!number) return null;
  const { digits, inner, letter } = number.groups!;
  const spaced = /\s$/u.test(number[0]);
  const width = number[0].length;
  if (digits !== undefined) {
    // "3.5 million" and "5.Text" differ by what follows.
    if (!spaced && !/^\p{Lu}/u.test(head.slice(width))) return null;
    return { kind: 'number', width, value: Number(digits), style: '1' };
  }
  const sign = (inner ?? letter)!;
  if (!spaced) return null;
  const lower = sign.toLowerCase();
  // A capital with a stop is more often an initial ("A. Smith said") than an item.
  if (
    inner === undefined &&
    sign !== lower &&
    head[sign.length] === '.' &&
    !/^[IVX]{1,5}$/u.test(sign)
  )
    return null;
  if (lower.length > 1 || /^[ivx]$/u.test(lower))
    return { kind: 'number', width, value: roman(lower), style: 'i' };
  return { kind: 'number', width, value: lower.charCodeAt(0) - 96, style: 'a' };
}

function roman(sign: string): number {
  let sum = 0;
  for (let i = 0; i < sign.length; i++) {
    const here = ROMAN[sign[i]!]!;
    sum += here < (ROMAN[sign[i + 1] ?? ''] ?? 0) ? -here : here;
  }
  return sum;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 0x24f;
}

/** One of "i", "v", "x", large or small. */
function isRoman(code: number): boolean {
  const small = code | 32;
  return small === 105 || small === 118 || small === 120;
}
