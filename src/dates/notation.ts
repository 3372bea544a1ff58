import { formNumber } from '../language/form-fact.ts';
import type { Form } from '../language/forms.ts';
import { cardinal, ordinal, readCardinal, readOrdinal } from '../language/numbers.ts';
import type { ReaderClass, TokenClass, TokenClasses } from '../language/pattern.ts';
import { ONLY_ONE } from '../language/pattern-nodes.ts';
import type { Token } from '../language/tokens.ts';
import { anyOf } from '../language/word-set.ts';
import type { YearRef } from './moment.ts';
import type { Side } from './resolved.ts';
import { DAY_WORDS, dayWord, isDigits, spelledDay, spelledYear } from './spelled.ts';
import * as words from './vocabulary.ts';
import { SUFFIXES } from './vocabulary.ts';

/* The classes of the patterns of this stage, and stretches of pattern that many of them share. */

/** A month by its full or its short name. */
export const MONTH = 'month=<monthname>';
/** A day of the week in front of a date. */
export const DAY_NAME = 'name=<dayname>?';
/**
 * A pattern with a day of the week in front, and without: as two they are tried at fewer tokens than
 * as one in which it may be missing.
 */
export const named = (pattern: string): [string, string] => [`name=<dayname> ${pattern}`, pattern];

/** Digits of a fixed count that make a number from `low` to `high`. */
function digits(pattern: RegExp, low: number, high: number): ReaderClass {
  const numberOf = formNumber(({ kind, text }) => {
    const number = kind === 'number' && pattern.test(text) ? Number(text) : -1;
    return number <= high ? number : -1;
  });
  return {
    starts: (form) => numberOf(form) >= low,
    second: ONLY_ONE,
    read(tokens, index) {
      const value = numberOf(tokens[index]!.form);
      return value >= low ? { end: index + 1, value } : null;
    },
  };
}

/** Behind a short name, with its full stop. */
const behindStop = (tokens: readonly Token[], end: number): number =>
  tokens[end]?.text === '.' && !tokens[end]!.spaced ? end + 1 : end;

/** The number of a word: that of a full name, 100 and that of a short one, or -1. */
const nameOf = (full: ReadonlyMap<string, number>, short: ReadonlyMap<string, number>) =>
  formNumber(({ lower }) => full.get(lower) ?? (short.has(lower) ? 100 + short.get(lower)! : -1));

const MAY = 5;
const monthOf = nameOf(words.MONTHS, words.SHORT_MONTHS);
const weekdayOf = nameOf(words.WEEKDAYS, words.SHORT_WEEKDAYS);

/** A month: "September", "Sept.". */
const monthName: ReaderClass = {
  starts: (form) => monthOf(form) >= 0,
  needs: new Set([...words.MONTHS.keys(), ...words.SHORT_MONTHS.keys()]),
  second: { words: ['.'], tests: [], empty: true },
  read(tokens, index) {
    const month = monthOf(tokens[index]!.form);
    const end = behindStop(tokens, index + 1);
    // a full name ends before the stop, but "May. 31" is a short one
    if (month < 100 && (month !== MAY || tokens[end]?.kind !== 'number')) {
      return { end: index + 1, value: month };
    }
    return { end, value: month % 100 };
  },
};

/** A day of the week in front of a date, with what joins them: "Tuesday, the", "Wed." */
const dayName: ReaderClass = {
  starts: (form) => weekdayOf(form) >= 0,
  needs: new Set([...words.WEEKDAYS.keys(), ...words.SHORT_WEEKDAYS.keys()]),
  second: { words: ['.', ',', 'the'], tests: [], empty: true },
  read(tokens, index) {
    const weekday = weekdayOf(tokens[index]!.form);
    let end = weekday < 100 ? index + 1 : behindStop(tokens, index + 1);
    if (tokens[end]?.text === ',') end++;
    if (tokens[end]?.lower === 'the') end++;
    const behind = tokens[end];
    if (!behind || (behind.kind !== 'number' && !opensDay(behind.form))) return null;
    return { end, value: weekday % 100 };
  },
};

const opensDay = (form: Form): boolean => monthOf(form) >= 0 || DAY_WORDS.has(form.lower);

/** A day of the month: "5", "05", "21st"; null where letters or a unit are glued to it. */
export const day: ReaderClass = {
  starts: isDigits,
  second: { words: SUFFIXES, tests: [], empty: true },
  read(tokens, index) {
    const token = tokens[index]!;
    if (!isDigits(token)) return null;
    const value = Number(token.text);
    if (value < 1 || value > 31) return null;
    const after = tokens[index + 1];
    if (after && !after.spaced) {
      const ordinal = readOrdinal(tokens, index);
      if (ordinal) return { end: ordinal.end, value };
      if (after.kind === 'word' || isRatio(after)) return null;
      // "5:30", but "On 5 May:"
      if (after.text === ':' && tokens[index + 2]?.spaced === false) return null;
    }
    return after?.text === '%' ? null : { end: index + 1, value };
  },
};

const isRatio = anyOf('% / °');

/** "20,2021": a day and its year, between which a space was lost. */
const dayYear: TokenClass = {
  second: ONLY_ONE,
  starts: (token) => token.kind === 'number' && /^\d{1,2},(?:19|20)\d{2}$/.test(token.text),
  read(tokens, index) {
    const found = /^(\d{1,2}),(\d{4})$/.exec(tokens[index]!.text);
    return found && { end: index + 1, value: found.slice(1).map(Number) };
  },
};

/** "14.08.2021": day, month and year in one token. */
const dotted: TokenClass = {
  second: ONLY_ONE,
  starts: (token) => token.kind === 'number' && token.text.length >= 8,
  read(tokens, index) {
    const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokens[index]!.text);
    return found && { end: index + 1, value: found.slice(1).map(Number) };
  },
};

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** The words that a cardinal number below a hundred begins with. */
const CARDINALS = set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
);

/** The words that an ordinal number up to a hundred begins with, but for the rarer tens. */
const ORDINALS = set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth twenty',
);

/** Words that a number goes on with, besides those that begin one. */
export const NUMBER_WORDS =
  'hundred hundreds thousand thousands lakh lakhs lac lacs quarters million millions crore crores billion billions trillion trillions quadrillion quadrillions k m mn mln mio b bn bln t tn trn cr dozen dozens and point ½ ¼ ¾ -'.split(
    ' ',
  );

/** A cardinal number; "a hundred" and "half a dozen" days are too rare to try at every "a". */
export const num: ReaderClass = {
  starts: (token) => token.kind === 'number' || CARDINALS.has(token.lower),
  second: { words: NUMBER_WORDS, tests: [cardinal.starts], empty: true },
  read: readCardinal,
};

/** An ordinal number of a day, a week, a quarter, a century. */
const ord: ReaderClass = {
  needs: new Set([...ORDINALS, ...SUFFIXES]),
  starts: (token) => isDigits(token) || ORDINALS.has(token.lower),
  second: { words: ['-', ...SUFFIXES], tests: [ordinal.starts], empty: true },
  read: readOrdinal,
};

/** "21st", "3rd": digits with the letters of an ordinal. */
const nth: TokenClass = {
  starts: isDigits,
  needs: new Set(SUFFIXES),
  second: { words: SUFFIXES, tests: [], empty: false },
  read: readOrdinal,
};

/** An ordinal number in words. */
const ordinalWord: TokenClass = {
  ...ord,
  needs: ORDINALS,
  starts: (token) => ORDINALS.has(token.lower),
};

/** A clock's hour and minute: "2:00 pm", "9am", "14:30", "noon". */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** "a.m.", "noon" or seconds stand there, so that it can be nothing else. */
  readonly sure: boolean;
}

const HALF_DAY = new Map([
  ['am', 0],
  ['a.m.', 0],
  ['pm', 12],
  ['p.m.', 12],
]);

/** "noon" and "midnight". */
const noon: ReadonlyMap<string, Clock> = new Map([
  ['noon', { hour: 12, minute: 0, sure: true }],
  ['midnight', { hour: 0, minute: 0, sure: true }],
]);

const clock: ReaderClass = {
  needs: new Set([':', ...HALF_DAY.keys()]),
  starts: (token) =>
    isDigits(token) || (token.kind === 'number' && /^\d{1,2}\.\d{2}$/.test(token.text)),
  second: { words: [':', ...HALF_DAY.keys()], tests: [], empty: false },
  read(tokens, index) {
    const token = tokens[index]!;
    let end = index + 1;
    const behind = tokens[end];
    if (!behind || (behind.text !== ':' && !HALF_DAY.has(behind.lower))) return null;
    const point = /^(\d{1,2})\.(\d{2})$/.exec(token.text);
    let hour = Number(point ? point[1] : token.text);
    let minute = point ? Number(point[2]) : 0;
    let colon = false;
    let seconds = false;
    while (
      tokens[end]?.text === ':' &&
      !tokens[end]!.spaced &&
      /^\d{2}(?:\.\d+)?$/.test(tokens[end + 1]?.text ?? '')
    ) {
      if (!colon) minute = Number(tokens[end + 1]!.text);
      else if (seconds) return null;
      else seconds = true;
      colon = true;
      end += 2;
    }
    const half = HALF_DAY.get(tokens[end]?.lower ?? '');
    if (half !== undefined) {
      end++;
      if (hour < 1 || hour > 12) return null;
      hour = (hour % 12) + half;
    } else if (!colon) return null;
    // a fingerprint ("11:41:45:2F") is no time
    const after = tokens[end];
    if (after && !after.spaced && (after.text === ':' || after.kind === 'number')) return null;
    if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
    return { end, value: { hour: hour % 24, minute, sure: half !== undefined || seconds } };
  },
};

/** A year of two digits: of this century up to 49. */
export const shortYear = (year: number): number => (year < 50 ? 2000 + year : 1900 + year);

/** A year in four digits. */
const year = digits(/^\d{4}$/, 1000, 2199);
const two = digits(/^\d{2}$/, 0, 99);

const isYear = anyOf('year');

/** "this year", "last year", "next year". */
const SHIFTS: ReadonlyMap<string, YearRef> = new Map([
  ['this', { shift: 0 }],
  ['current', { shift: 0 }],
  ['last', { shift: -1 }],
  ['next', { shift: 1 }],
]);
/** "the same year", "the following year". */
const BACKS: ReadonlyMap<string, YearRef> = new Map([
  ['current', { shift: 0 }],
  ['same', { back: 0 }],
  ['following', { back: 1 }],
  ['previous', { back: -1 }],
  ['preceding', { back: -1 }],
]);

/** Words that a year may be told with. */
export const YEAR_WORDS: readonly string[] = [
  ...SHIFTS.keys(),
  ...BACKS.keys(),
  'the',
  'that',
  'year',
  'before',
  "'",
];

/** A year in all its forms: "2021", "'21", "this year", "that year", "the following year". */
const yearReference: ReaderClass = {
  starts: (form) =>
    year.starts(form) ||
    spelledYear.starts(form) ||
    SHIFTS.has(form.lower) ||
    form.lower === 'that' ||
    form.lower === 'the' ||
    form.lower === "'",
  second: {
    words: ['year', 'thousand', 'hundred', ...BACKS.keys()],
    tests: [cardinal.starts],
    empty: true,
  },
  read(tokens, index) {
    const token = tokens[index]!;
    const behind = tokens[index + 1];
    const found = (value: YearRef, size: number) => ({ end: index + size, value });
    if (token.kind === 'number') {
      const written = year.read(tokens, index);
      return written && found({ year: written.value as number }, 1);
    }
    if (!behind) return null;
    switch (token.lower) {
      case "'": {
        const written =
          behind.spaced || !two.starts(behind.form) ? null : two.read(tokens, index + 1);
        return written && found({ year: shortYear(written.value as number) }, 2);
      }
      case 'that':
        if (isYear(behind)) return found({ back: 0 }, 2);
        return behind.lower === 'same' && isYear(tokens[index + 2]) ? found({ back: 0 }, 3) : null;
      case 'the': {
        if (isYear(behind)) {
          return tokens[index + 2]?.lower === 'before' ? found({ back: -1 }, 3) : null;
        }
        const back = BACKS.get(behind.lower);
        return back && isYear(tokens[index + 2]) ? found(back, 3) : null;
      }
    }
    const shift = SHIFTS.get(token.lower);
    if (shift) return isYear(behind) ? found(shift, 2) : null;
    const spelled = spelledYear.read(tokens, index);
    return spelled && { end: spelled.end, value: { year: spelled.value as number } };
  },
};

const SIDES: ReadonlyMap<string, Side> = new Map<string, Side>([
  ['last', 'last'],
  ['past', 'last'],
  ['this', 'this'],
  ['current', 'this'],
  ['next', 'next'],
  ['coming', 'next'],
  ['upcoming', 'next'],
  ['following', 'following'],
]);

const letters: TokenClasses = {
  month: words.MONTHS,
  mon: words.SHORT_MONTHS,
  weekday: words.WEEKDAYS,
  wday: words.SHORT_WEEKDAYS,
  season: words.SEASONS,
  unit: words.UNITS,
  shifted: words.SHIFTED,
  counted: words.COUNTED,
  third: words.THIRD_WORDS,
  edge: words.EDGE_WORDS,
  decadeword: words.DECADE_WORDS,
  kind: words.KINDS,
  side: SIDES,
  num,
  ord,
  nth,
  ordinalword: ordinalWord,
  day,
  spelledday: spelledDay,
  dayword: dayWord,
  spelledyear: spelledYear,
  dotted,
  dayyear: dayYear,
  clock,
  noon,
  monthname: monthName,
  dayname: dayName,
  year,
  two,
  digits: digits(/^\d{1,2}$/, 0, 99),
  tens: digits(/^\d{3}0$/, 1000, 2190),
  zone: set(
    'edt est et pdt pst pt cdt cst ct mdt mst mt gmt utc bst cet cest eet ist jst kst hkt sgt aest aedt eat wat msk z',
  ),
  zonename: set(
    'eastern pacific central mountain local moscow beijing london greenwich universal european japan india singapore korea',
  ),
};

/** The classes that the forms of a moment are written with. */
export const baseClasses: TokenClasses = { ...letters, yearref: yearReference };
