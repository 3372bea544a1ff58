/*
 * windows-1252, by the Encoding Standard. Node 20's TextDecoder reads it as Latin-1 and loses curly
 * quotes, so that its 32 characters of its own stand here.
 */

/** The characters of the bytes 0x80 to 0x9F; the five that stand for none are control characters. */
const OWN =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

const BYTES = new Map(
  [...OWN].map((character, number) => [character.charCodeAt(0), 0x80 + number]),
);

/** The byte that a UTF-16 code unit stands for from 0x80 on, -1 where it stands for none. */
export const byteOf = (code: number): number =>
  BYTES.get(code) ?? (code >= 0x80 && code <= 0xff ? code : -1);

/** The character of a byte; a control character where the byte stands for none. */
export const characterOf = (byte: number): string =>
  byte >= 0x80 && byte <= 0x9f ? OWN[byte - 0x80]! : String.fromCharCode(byte);

const stands = (byte: number): boolean =>
  byte < 0x80 || byte > 0x9f || OWN.charCodeAt(byte - 0x80) !== byte;

/** The offset of the first byte that stands for no character, or -1. */
export const firstUndefined = (bytes: Uint8Array): number =>
  bytes.findIndex((byte) => !stands(byte));

export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9F]/g, (character) => characterOf(character.charCodeAt(0)));

/** Shorter texts tell too little: any ten bytes with an accent in them could be anything. */
const FEWEST_WORDS = 20;
/** French has 0.05 accented letters, Czech in its own code page 0.12. */
const MOST_HIGH = 0.12;
/** An accented letter, a closing quote and a dash; words of other alphabets are longer. */
const LONGEST_RUN = 3;

const OPENING = new Set([0x82, 0x84, 0x8b, 0x91, 0x93, 0xa1, 0xab, 0xbf]);
const CLOSING = new Set([0x85, 0x94, 0x9b, 0x99, 0xaa, 0xae, 0xba, 0xbb]);
/** Stand anywhere between words: no-break space, dashes, bullets, signs of money, rights and measures. */
const FREE = new Set([
  0x80, 0x86, 0x87, 0x95, 0x96, 0x97, 0xa0, 0xa2, 0xa3, 0xa5, 0xa7, 0xa9, 0xad, 0xb0, 0xb1, 0xb2,
  0xb3, 0xb5, 0xb7, 0xb9, 0xbc, 0xbd, 0xbe, 0xd7,
]);

const isAsciiLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isUpper = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0xc0 && byte <= 0xde && byte !== 0xd7) ||
  byte === 0x8a ||
  byte === 0x8c ||
  byte === 0x8e ||
  byte === 0x9f;
const isHighLetter = (byte: number): boolean =>
  (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7 && byte !== 0xff) ||
  [0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f].includes(byte);
const isLetter = (byte: number): boolean => isAsciiLetter(byte) || isHighLetter(byte);

/**
 * Whether bytes that nothing declares, and that are not UTF-8, are plainly text in windows-1252:
 * an article's worth of words in ASCII letters, no byte that stands for no character, no UTF-8
 * among them, and every high byte a letter or a sign in a place where one stands.
 */
export function isPlainlyWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  let run = 0;
  let words = 0;
  let letters = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      run = 0;
      letters = isAsciiLetter(byte) ? letters + 1 : 0;
      if (letters === 3) words++;
      if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) return false;
      continue;
    }
    letters = 0;
    high++;
    if (++run > LONGEST_RUN || !stands(byte) || !fits(bytes, at)) return false;
  }
  return words >= FEWEST_WORDS && high <= bytes.length * MOST_HIGH;
}

/** Whether a high byte may stand where it does. */
function fits(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]!;
  const before = bytes[at - 1] ?? 0x20;
  const after = bytes[at + 1] ?? 0x20;
  if (isUtf8(bytes, at)) return false;
  if (isHighLetter(byte)) {
    if (isUpper(byte) && isLetter(before) && !isUpper(before)) return false;
    // "à", "É" and "ó" are words in their languages
    return isLetter(before) || isLetter(after) || (before <= 0x20 && after <= 0x20);
  }
  if (byte === 0x92) return isWordy(before) || isWordy(after);
  if (OPENING.has(byte)) return !isAsciiLetter(before) && after > 0x20;
  if (CLOSING.has(byte)) return before > 0x20 && !isAsciiLetter(after);
  return FREE.has(byte);
}

const isWordy = (byte: number): boolean => isLetter(byte) || (byte >= 0x30 && byte <= 0x39);

/** A sequence of UTF-8 begins here: then the bytes are of two encodings, and of neither. */
function isUtf8(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return false;
  for (let next = at + 1; next < at + length; next++) {
    if ((bytes[next]! & 0xc0) !== 0x80) return false;
  }
  return true;
}
