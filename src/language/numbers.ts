import { formFact, formTest } from './form-fact.ts';
import type { ReaderClass } from './pattern.ts';
import type { Token } from './tokens.ts';
import { anyOf } from './word-set.ts';

/*
 * Numbers in digits, in words and in mixtures of both, read from the tokens of a sentence. Values
 * are made from decimal strings, never by multiplying fractions, so that 1.16 million is 1160000.
 */

/** A number read from the token at some index on; `end` is the index behind its last token. */
export interface NumberRead {
  readonly end: number;
  readonly value: number;
}

const table = (words: string, first: number, step = 1): [string, number][] =>
  words.split(' ').map((word, place) => [word, first + place * step]);

const UNITS = new Map(table('one two three four five six seven eight nine', 1));
const TEENS = new Map(
  table('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10),
);
const TENS = new Map(table('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10));

/** Powers of ten of the scale words, in the singular; "lakh" and "crore" are South Asian. */
const SCALES = new Map<string, number>([
  ['hundred', 2],
  ['thousand', 3],
  ['lakh', 5],
  ['lac', 5],
  ['million', 6],
  ['crore', 7],
  ['billion', 9],
  ['trillion', 12],
  ['quadrillion', 15],
]);
for (const word of [...SCALES.keys()]) SCALES.set(`${word}s`, SCALES.get(word)!);

/** Short scales, glued to their digits ("4.45m") or, but for single letters, behind a space too. */
const SHORT_SCALES = new Map<string, number>([
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  ['mln', 6],
  ['mio', 6],
  ['mil', 6],
  ['bil', 9],
  ['tril', 12],
  ['b', 9],
  ['bn', 9],
  ['bln', 9],
  ['t', 12],
  ['tn', 12],
  ['trn', 12],
  ['cr', 7],
]);

/** A word of these stands where {@link readScales} reads any behind digits. */
export const scaleWords: ReadonlySet<string> = new Set([...SCALES.keys(), ...SHORT_SCALES.keys()]);

const VULGAR = new Map<string, string>([
  ['½', '.5'],
  ['¼', '.25'],
  ['¾', '.75'],
]);

const PLAIN = /^\d{1,40}(?:\.\d{1,40})?$/;
const WESTERN = /^\d{1,3}(?:,\d{3}){1,12}(?:\.\d{1,40})?$/;
const INDIAN = /^\d{1,2}(?:,\d{2}){1,12},\d{3}(?:\.\d{1,40})?$/;

/**
 * The digits of a number in digits, without their grouping; null where the token is none: "1,2",
 * "10.3.1".
 */
export function plainDigits(text: string): string | null {
  if (PLAIN.test(text)) return text;
  return WESTERN.test(text) || INDIAN.test(text) ? text.replaceAll(',', '') : null;
}

const digitsOf = formFact(({ text }) => plainDigits(text));

/** The exact number `digits` times ten to the power of `power`. */
export function shifted(digits: string, power: number): number {
  if (power === 0) return Number(digits);
  const point = digits.indexOf('.');
  if (point < 0) return Number(digits + '0'.repeat(power));
  const fraction = digits.slice(point + 1).padEnd(power, '0');
  return Number(`${digits.slice(0, point)}${fraction.slice(0, power)}.${fraction.slice(power)}`);
}

/**
 * Reads one cardinal number: "20,000", "12,13,784", "1.16 million", "1.2bn", "3.5 lakh crore",
 * "twenty-five", "two hundred and fifty", "two and a half billion", "a hundred", "half a million",
 * "a quarter of a million", "two dozen". "a" alone and a scale word alone are none; neither are
 * versions ("10.3.1"), ordinals ("21st") and decades ("1990s"). Whether another word is glued to
 * the end ("5G", "2.5x") is for the caller to see.
 */
export function readCardinal(tokens: readonly Token[], index: number): NumberRead | null {
  const token = tokens[index];
  if (!token) return null;
  if (token.kind === 'number') return readDigits(tokens, index);
  if (token.kind === 'code' || !STARTS.has(token.lower)) return null;
  // by far the most of those that are asked about
  if (token.lower === 'a' && !countsWithArticle(tokens[index + 1])) return null;
  return readPartOfScale(tokens, index) ?? readWords(tokens, index);
}

/** Words that are a number with an article in front: "a hundred", "a quarter of a million". */
export const countsWithArticle = anyOf(`half quarter dozen dozens ${[...SCALES.keys()].join(' ')}`);

/** Digits with what follows them: a fraction, a scale, and a smaller part ("4 crore 50 lakh"). */
function readDigits(tokens: readonly Token[], index: number): NumberRead | null {
  const first = readScaledDigits(tokens, index);
  if (!first) return null;
  let { end, value, power } = first;
  while (power > 2) {
    const next = readScaledDigits(tokens, end);
    if (!next || next.power < 2 || next.power >= power) break;
    value += next.value;
    ({ end, power } = next);
  }
  // "3 hundred and 21", "4 thousand 3 hundred and one"
  if (power === 2 && tokens[end]?.lower === 'and') {
    const rest =
      tokens[end + 1]?.kind === 'number'
        ? readScaledDigits(tokens, end + 1)
        : readBelowHundred(tokens, end + 1);
    if (rest && rest.value < 100 && Number.isInteger(rest.value)) {
      return { end: rest.end, value: value + rest.value };
    }
  }
  return { end, value };
}

const endsOrdinal = anyOf('st nd rd th s');

function readScaledDigits(tokens: readonly Token[], index: number) {
  const token = tokens[index];
  if (token?.kind !== 'number') return null;
  let digits = digitsOf(token.form);
  if (digits === null) return null;
  let end = index + 1;
  if (tokens[end]?.kind === 'number') {
    end = groupsEnd(tokens, index);
    for (let at = index + 1; at < end; at++) digits += tokens[at]!.text;
  }
  const glued = tokens[end];
  if (glued && !glued.spaced) {
    if (endsOrdinal(glued)) return null;
    const fraction = VULGAR.get(glued.text);
    if (fraction && !digits.includes('.')) {
      digits += fraction;
      end++;
    }
  }
  const half = digits.includes('.') ? null : readAndFraction(tokens, end);
  // "2 and a half" is read where a scale or no word of its own follows: both are one number
  if (half) {
    digits += half.fraction;
    end = half.end;
  }
  const scale = readScales(tokens, end, true);
  // "3 million and a half"
  const more = scale.power > 2 && !digits.includes('.') ? readAndFraction(tokens, scale.end) : null;
  if (more) {
    const value = shifted(digits + more.fraction, scale.power);
    return { end: more.end, value, power: 0 };
  }
  return { end: scale.end, value: shifted(digits, scale.power), power: scale.power };
}

const opensGroups = formTest(({ text }) => /^[1-9]\d{0,2}$/.test(text));
const isGroup = formTest(({ text }) => /^\d{3}$/.test(text));

/** Behind the groups of "2 374 516", which spaces part; behind the number itself where it has none. */
function groupsEnd(tokens: readonly Token[], index: number): number {
  if (!opensGroups(tokens[index]!.form) || tokens[index - 1]?.kind === 'number') return index + 1;
  let end = index + 1;
  while (end < tokens.length && tokens[end]!.spaced && isGroup(tokens[end]!.form)) end++;
  const behind = tokens[end];
  return behind?.kind === 'number' || (behind && !behind.spaced && behind.lower === '-')
    ? index + 1
    : end;
}

/** Scale words from `index` on: "million", "-million", "hundred thousand", "lakh crore", "bn". */
export function readScales(
  tokens: readonly Token[],
  index: number,
  digits: boolean,
): { end: number; power: number } {
  let end = index;
  let power = 0;
  if (digits) {
    const token = tokens[end];
    const short = token && SHORT_SCALES.get(token.lower);
    if (short !== undefined && token) {
      const letter = token.text.length === 1;
      // "5 m" is five metres and "3t" three tonnes; "$3T" is meant
      if (!(letter && token.spaced) && token.text !== 't' && !isGlued(tokens, end + 1)) {
        // "10.4 bil. yen"
        const stop = isClipped(token) && tokens[end + 1]?.text === '.' && tokens[end + 2];
        return { end: stop ? end + 2 : end + 1, power: short };
      }
    }
  }
  for (let count = 0; count < 2; count++) {
    const at = isInnerHyphen(tokens, end) ? end + 1 : end;
    const more = SCALES.get(tokens[at]?.lower ?? '');
    if (more === undefined || (count === 1 && !(power === 2 || (power <= 5 && more === 7)))) break;
    power += more;
    end = at + 1;
  }
  return { end, power };
}

const isClipped = anyOf('mil bil tril');

/** A word, or a hyphen with a word, without white space in front of it; not "$10m-€20m". */
function isGlued(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || token.spaced) return false;
  if (token.kind === 'word') return true;
  const next = tokens[index + 1];
  return token.lower === '-' && (!next || next.spaced || next.kind === 'word');
}

const isInnerHyphen = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.lower === '-' && !tokens[index]!.spaced && tokens[index + 1]?.spaced === false;

const opensFraction = anyOf('and -');

/** "and a half", "-and-a-half", "and three quarters" as the decimal behind a whole number. */
function readAndFraction(tokens: readonly Token[], index: number) {
  if (!opensFraction(tokens[index])) return null;
  const words: string[] = [];
  let end = index;
  while (words.length < 3 && end < tokens.length) {
    if (tokens[end]!.lower !== '-') words.push(tokens[end]!.lower);
    end++;
  }
  if (words[0] !== 'and') return null;
  if (words[1] === 'a' && words[2] === 'half') return { end, fraction: '.5' };
  if (words[1] === 'a' && words[2] === 'quarter') return { end, fraction: '.25' };
  if (words[1] === 'three' && words[2] === 'quarters') return { end, fraction: '.75' };
  return null;
}

/** "half a million", "a half million", "half-million", "a quarter of a million", "half a dozen". */
function readPartOfScale(tokens: readonly Token[], index: number): NumberRead | null {
  let at = index;
  let digits = '.5';
  const vulgar = VULGAR.get(tokens[at]!.text);
  if (vulgar) {
    const scale = readScales(tokens, at + 1, false);
    return { end: scale.end, value: shifted(`0${vulgar}`, scale.power) };
  }
  if (tokens[at]!.lower === 'a') at++;
  const three = tokens[at]?.lower === 'three';
  if (three) at += tokens[at + 1]?.lower === '-' ? 2 : 1;
  const part = tokens[at]?.lower;
  if (three ? part === 'quarters' : part === 'quarter') digits = three ? '.75' : '.25';
  else if (part !== 'half' || three) return null;
  at++;
  // "a quarter of a million" and "a quarter million"
  if (tokens[at]?.lower === 'of') at++;
  else if (part !== 'half' && !SCALES.has(tokens[at]?.lower ?? '')) return null;
  if (tokens[at]?.lower === 'a') at++;
  else if (tokens[at]?.lower === '-') at++;
  if (tokens[at]?.lower === 'dozen') return { end: at + 1, value: Number(digits) * 12 };
  const scale = readScales(tokens, at, false);
  return scale.power > 0 ? { end: scale.end, value: shifted(`0${digits}`, scale.power) } : null;
}

/** A number in words, group by group from the greatest scale down. */
function readWords(tokens: readonly Token[], index: number): NumberRead | null {
  const fractional = readFractional(tokens, index);
  if (fractional) return fractional;
  let value = 0;
  let end = index;
  let last = Number.POSITIVE_INFINITY;
  while (last > 0) {
    const joined = value > 0 && tokens[end]?.lower === 'and';
    const group = readHundreds(tokens, joined ? end + 1 : end, value === 0);
    if (!group) break;
    const scale = readScales(tokens, group.end, false);
    // "a thousand and one", "a thousand and five hundred", but "between one million and five million"
    if (scale.power >= last || (joined && scale.power > 0)) break;
    const half = value === 0 && scale.power > 0 ? readAndFraction(tokens, scale.end) : null;
    if (half) {
      return { end: half.end, value: shifted(`${group.value}${half.fraction}`, scale.power) };
    }
    value += group.value * 10 ** scale.power;
    end = scale.end;
    last = scale.power;
  }
  return end > index ? { end, value } : null;
}

/** "two and a half billion", "three point five", "two dozen", "a dozen", "zero". */
function readFractional(tokens: readonly Token[], index: number): NumberRead | null {
  const word = tokens[index]!.lower;
  if (word === 'zero') return { end: index + 1, value: 0 };
  const whole = word === 'a' ? { end: index + 1, value: 1 } : readBelowHundred(tokens, index);
  if (!whole) return null;
  if (/^dozens?$/.test(tokens[whole.end]?.lower ?? '')) {
    return { end: whole.end + 1, value: whole.value * 12 };
  }
  if (word === 'a') return null;
  const part = readDecimals(tokens, whole.end) ?? readAndFraction(tokens, whole.end);
  if (!part) return null;
  const scale = readScales(tokens, part.end, false);
  return { end: scale.end, value: shifted(`${whole.value}${part.fraction}`, scale.power) };
}

/**
 * A whole number in front of a scale: "twenty-five", "twelve hundred", "two hundred and five", and
 * where it is the first of its number "a" in front of "hundred" or a scale.
 */
function readHundreds(tokens: readonly Token[], index: number, first: boolean): NumberRead | null {
  const word = tokens[index]?.lower;
  const article = first && (word === 'a' || word === 'an');
  if (article && !SCALES.has(tokens[index + 1]?.lower ?? '')) return null;
  const small = article ? { end: index + 1, value: 1 } : readBelowHundred(tokens, index);
  if (!small) return null;
  const hyphen = isInnerHyphen(tokens, small.end) ? 1 : 0;
  if (tokens[small.end + hyphen]?.lower !== 'hundred') return small;
  const end = small.end + hyphen + 1;
  const rest = readBelowHundred(tokens, tokens[end]?.lower === 'and' ? end + 1 : end);
  // "two hundred and fifty", but "between two hundred and three hundred"
  return rest && tokens[rest.end]?.lower !== 'hundred'
    ? { end: rest.end, value: small.value * 100 + rest.value }
    : { end, value: small.value * 100 };
}

/** "seven", "twelve", "twenty", "twenty-five", "twenty five". */
function readBelowHundred(tokens: readonly Token[], index: number): NumberRead | null {
  const word = tokens[index]?.lower ?? '';
  const small = UNITS.get(word) ?? TEENS.get(word);
  if (small !== undefined) return { end: index + 1, value: small };
  const tens = TENS.get(word);
  if (tens === undefined) return null;
  const hyphen = isInnerHyphen(tokens, index + 1);
  const at = hyphen ? index + 2 : index + 1;
  const unit = UNITS.get(tokens[at]?.lower ?? '');
  return unit === undefined ? { end: index + 1, value: tens } : { end: at + 1, value: tens + unit };
}

/** "point five", "point two five" as ".5", ".25". */
function readDecimals(tokens: readonly Token[], index: number) {
  if (tokens[index]?.lower !== 'point') return null;
  let fraction = '.';
  let end = index + 1;
  for (; end < index + 7; end++) {
    const word = tokens[end]?.lower ?? '';
    const digit = word === 'zero' ? 0 : UNITS.get(word);
    if (digit === undefined) break;
    fraction += digit;
  }
  return fraction.length > 1 ? { end, fraction } : null;
}

const STARTS: ReadonlySet<string> = new Set([
  ...UNITS.keys(),
  ...TEENS.keys(),
  ...TENS.keys(),
  ...VULGAR.keys(),
  'zero',
  'a',
  'an',
  'half',
  'quarter',
]);

const ORDINAL_UNITS = new Map(
  table('first second third fourth fifth sixth seventh eighth ninth', 1),
);
const ORDINALS = new Map<string, number>([
  ...ORDINAL_UNITS,
  ...table(
    'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    10,
  ),
  ...table('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth', 20, 10),
  ['hundredth', 100],
  ['thousandth', 1000],
]);

/**
 * Reads an ordinal up to a hundred in words or any in digits: "second", "twenty-first", "21st",
 * "1,000th". A "second" that is a unit of time is for the caller to tell.
 */
export function readOrdinal(tokens: readonly Token[], index: number): NumberRead | null {
  const token = tokens[index];
  if (!token) return null;
  if (token.kind === 'number') {
    const suffix = tokens[index + 1];
    if (!suffix || suffix.spaced || !/^(?:st|nd|rd|th)$/.test(suffix.lower)) return null;
    const digits = plainDigits(token.text);
    return digits === null || digits.includes('.')
      ? null
      : { end: index + 2, value: Number(digits) };
  }
  const value = ORDINALS.get(token.lower);
  if (value !== undefined) return { end: index + 1, value };
  const tens = TENS.get(token.lower);
  if (tens === undefined) return null;
  const hyphen = isInnerHyphen(tokens, index + 1);
  const at = hyphen ? index + 2 : index + 1;
  const unit = ORDINAL_UNITS.get(tokens[at]?.lower ?? '');
  return unit === undefined ? null : { end: at + 1, value: tens + unit };
}

/** {@link readCardinal} as a class of patterns; the value is a number. */
export const cardinal: ReaderClass = {
  read: readCardinal,
  starts: (token) => token.kind === 'number' || (token.kind !== 'code' && STARTS.has(token.lower)),
};

/** {@link readOrdinal} as a class of patterns; the value is a number. */
export const ordinal: ReaderClass = {
  read: readOrdinal,
  starts: (token) => token.kind === 'number' || ORDINALS.has(token.lower) || TENS.has(token.lower),
};
