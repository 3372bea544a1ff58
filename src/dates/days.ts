import type { Match } from '../language/pattern.ts';
import type { Token } from '../language/tokens.ts';
import { anyOf } from '../language/word-set.ts';
import { dayNumber } from './civil.ts';
import { captured, type Form } from './form.ts';
import { isMoney } from './guards.ts';
import type { Moment, YearRef } from './moment.ts';
import { MONTH, named, shortYear } from './notation.ts';
import { dayStretch, hasDay, months } from './stretch.ts';

/* Days as they stand on the calendar, in words and in digits, and months in digits. */

const fixedDay = (year: number, month: number, day: number, guessed = false): Moment | null =>
  hasDay(month, day, year)
    ? { kind: 'fixed', stretch: dayStretch(dayNumber(year, month, day)), guessed }
    : null;

/** "may", "march" in lower case and "mar", "dec" are no months beside a number. */
export const isMonthToken = (token: Token): boolean =>
  token.text !== token.lower || !isSmall(token);

const isSmall = anyOf('may march mar dec sep sept apr jan oct');

export const dayForms: readonly Form[] = [
  {
    id: 'day',
    patterns: [
      ...named(`${MONTH} (the? day=<day> / the day=<ord>) (,|of|in? year=<yearref>)?`),
      ...named(`${MONTH} the? day=<dayword> (,|of|in? year=<yearref>)?`),
      'month=<mon> ~\\/ day=~<day>',
      ...named(`day=<day> of? ${MONTH} (,|of|in? year=<yearref>)?`),
      ...named(`day=<nth> ((day of / of)? ${MONTH}) (,|of|in? year=<yearref>)?`),
      ...named(`day=<dayword> ((day of / of)? ${MONTH}) (,|of|in? year=<yearref>)?`),
      `day=<day> ${MONTH} of year=<two>`,
    ],
    article: (match) => {
      const day = match.captures.day!;
      return day.start === match.start && match.captures.month!.start > day.end;
    },
    make(match, tokens) {
      const month = match.captures.month!;
      if (!isMonthToken(tokens[month.start]!)) return null;
      const year = yearOf(match);
      const day = captured<number>(match, 'day')!;
      const first = match.captures.day!.start;
      // "$12 December 27"
      if (isMoney(tokens[first - 1])) return null;
      if (!year) {
        // "in June twenty banks", "in May first responders"
        if (tokens[first]!.kind === 'word' && isCounting(tokens, match)) return null;
        // "in March 30 banks", "5 May 2,000 clients"
        const before = tokens[match.start - 1]?.lower;
        const after = tokens[match.end];
        if (before === 'in' && match.start === month.start && after?.kind === 'word') return null;
        if (
          after &&
          !after.spaced &&
          after.lower === '-' &&
          tokens[match.end + 1]?.kind === 'word'
        ) {
          return null;
        }
        // the Fourth of July is a holiday, which has no date without a year
        if (
          month.value === 7 &&
          day === 4 &&
          isHoliday(tokens[match.captures.day!.start]!.text, after?.lower)
        ) {
          return null;
        }
      }
      const weekday = captured<number>(match, 'name');
      return { kind: 'day', month: month.value as number, day, year, weekday };
    },
    examples: [
      {
        text: 'The bill was signed on Tuesday, March 3, 2020, in Canberra.',
        finds: [
          { text: 'Tuesday, March 3, 2020', type: 'date', value: '2020-03-03', relative: false },
        ],
      },
      {
        text: 'It lapsed on the 21st of May 2019 and again on 4 Sept. 2020.',
        finds: [
          { text: 'the 21st of May 2019', value: '2019-05-21' },
          { text: '4 Sept. 2020', value: '2020-09-04' },
        ],
      },
      {
        text: 'The ministry was hit on June 30.',
        published: '2021-02-10',
        finds: [{ text: 'June 30', value: '2020-06-30', relative: true }],
      },
      {
        text: 'The rules will apply from November 3.',
        published: '2021-02-10',
        finds: [{ text: 'November 3', value: '2021-11-03', relative: true }],
      },
      { text: 'Officials may 3 times ask; they met on June 31, 2020.', finds: [] },
      { text: 'Over the Fourth of July weekend the ransom note arrived.', finds: [] },
    ],
  },
  {
    id: 'day.bracketed',
    patterns: [
      `name=<weekday>|<wday> .? \\( ${MONTH} day=<day> (,? year=<yearref>)? \\)`,
      `name=<weekday>|<wday> .? \\( day=<day> of? ${MONTH} (,? year=<yearref>)? \\)`,
    ],
    make(match, tokens) {
      if (!isMonthToken(tokens[match.captures.month!.start]!)) return null;
      const day = captured<number>(match, 'day')!;
      const weekday = captured<number>(match, 'name');
      const month = match.captures.month!.value as number;
      return { kind: 'day', month, day, year: yearOf(match), weekday };
    },
    examples: [
      {
        text: 'The ministry said on Wednesday (Feb 3) that the port would open on Mon (8 February 2021).',
        published: '2021-02-04',
        finds: [
          { text: 'Wednesday (Feb 3)', value: '2021-02-03', relative: true },
          { text: 'Mon (8 February 2021)', value: '2021-02-08' },
        ],
      },
      {
        text: 'They met (on Monday) and left (8 of them).',
        published: '2021-02-04',
        finds: [{ text: 'Monday' }],
      },
    ],
  },
  {
    id: 'day.digits',
    patterns: [
      'year=<year> ~- month=~<two> ~- day=~<two>',
      'year=<year> ~\\/ month=~<two> ~\\/ day=~<two>',
    ],
    make: (match) =>
      fixedDay(
        captured<number>(match, 'year')!,
        captured<number>(match, 'month')!,
        captured<number>(match, 'day')!,
      ),
    examples: [
      {
        text: 'The register was closed on 2021-08-14 after a leak.',
        finds: [{ text: '2021-08-14', value: '2021-08-14', relative: false }],
      },
      { text: 'See bulletin 2021-28-44.', finds: [] },
    ],
  },
  {
    id: 'month.digits',
    patterns: ['year=<year> ~- month=~<two>', 'month=<two> ~\\/ year=~<year>'],
    make(match, tokens) {
      const year = captured<number>(match, 'year')!;
      const month = captured<number>(match, 'month')!;
      if (month < 1 || month > 12 || year < 1900) return null;
      const after = tokens[match.end];
      if (after && !after.spaced && /^[-/:.\p{L}\d]/u.test(after.text) && tokens[match.end + 1]) {
        if (after.text !== '.' && after.text !== ':') return null;
      }
      const front = tokens[match.start - 1];
      if (front && !tokens[match.start]!.spaced && /^[-/.\d\p{L}]$/u.test(front.lower)) return null;
      // "2009-10" is two years
      if (match.captures.year!.start === match.start && month > year % 100) return null;
      return { kind: 'fixed', stretch: months(year, month) };
    },
    examples: [
      { text: 'Released 2021-05.', finds: [{ text: '2021-05', value: '2021-05' }] },
      { text: 'In the budget of 2009-10 and file 2021-0512.', finds: [] },
    ],
  },
  {
    id: 'day.slashes',
    patterns: [
      'a=<digits> ~\\/ b=~<digits> ~\\/ year=~<year>|<two>',
      'a=<digits> ~- b=~<digits> ~- year=~<year>',
    ],
    make(match, tokens) {
      if (tokens[match.end]?.spaced === false && tokens[match.end]!.kind === 'number') return null;
      // "133-03-03-2020" is a number of something
      const front = tokens[match.start - 1];
      if (front && !tokens[match.start]!.spaced && /^[-/\d]/.test(front.lower)) return null;
      const a = captured<number>(match, 'a')!;
      const b = captured<number>(match, 'b')!;
      const written = captured<number>(match, 'year')!;
      const year = written < 100 ? shortYear(written) : written;
      // with hyphens the day comes first, except in America, which writes slashes
      const hyphen = tokens[match.captures.a!.end]!.lower === '-';
      if (a > 12 || (hyphen && b <= 12)) return fixedDay(year, b, a, a <= 12 && a !== b);
      return fixedDay(year, a, b, b <= 12 && a !== b);
    },
    examples: [
      {
        text: 'Filed 12/10/2021 in Delaware.',
        finds: [{ text: '12/10/2021', value: '2021-12-10' }],
      },
      { text: 'Filed 25/10/21 in Leeds.', finds: [{ text: '25/10/21', value: '2021-10-25' }] },
      { text: 'The vote was 12/10/99/4.', finds: [{ text: '12/10/99' }] },
      { text: 'The score was 31/31/2020.', finds: [] },
    ],
  },
  {
    id: 'day.dots',
    patterns: ['date=<dotted>'],
    make(match) {
      const [day, month, year] = captured<[number, number, number]>(match, 'date')!;
      return fixedDay(year, month, day, day <= 12 && day !== month);
    },
    examples: [
      { text: 'Stand: 14.08.2021.', finds: [{ text: '14.08.2021', value: '2021-08-14' }] },
      { text: 'Version 10.13.6 is affected.', finds: [] },
    ],
  },
  {
    id: 'day.unspaced',
    patterns: named(`${MONTH} date=<dayyear>`),
    make(match, tokens) {
      const month = match.captures.month!;
      if (!isMonthToken(tokens[month.start]!)) return null;
      const [day, year] = captured<[number, number]>(match, 'date')!;
      return fixedDay(year, month.value as number, day);
    },
    examples: [
      {
        text: 'The botnet fell on January 27,2021.',
        finds: [{ text: 'January 27,2021', value: '2021-01-27', relative: false }],
      },
      { text: 'About 12,2021 hosts fell.', finds: [] },
    ],
  },
  {
    id: 'day.hyphens',
    patterns: [
      'day=<digits> ~-|~\\/ month=~<month>|<mon> ~-|~\\/ year=~<year>|<two>',
      'year=<year> ~-|~\\/ month=~<month>|<mon> ~-|~\\/ day=~<two>',
      'month=<month>|<mon> ~- day=~<digits> ~- year=~<year>',
    ],
    make(match) {
      const year = captured<number>(match, 'year')!;
      return fixedDay(
        year < 100 ? shortYear(year) : year,
        captured<number>(match, 'month')!,
        captured<number>(match, 'day')!,
      );
    },
    examples: [
      { text: 'Compiled 24-Apr-2020.', finds: [{ text: '24-Apr-2020', value: '2020-04-24' }] },
      { text: 'A 24-May-like mood.', finds: [] },
    ],
  },
];

/** Whether a day in words counts what follows it, so that it is none. */
function isCounting(tokens: readonly Token[], match: Match): boolean {
  const after = tokens[match.end];
  if (tokens[match.captures.day!.start - 1]?.lower === 'the') return false;
  return after?.kind === 'word' && !goesOn(after);
}

const goesOn = anyOf('and at by in to or from through till until as');

/** A year that was read as a number or as words. */
export function yearOf(match: Match): YearRef | undefined {
  const year = captured<YearRef | number>(match, 'year');
  return typeof year === 'number' ? { year: year < 100 ? shortYear(year) : year } : year;
}

const isHoliday = (first: string, after: string | undefined): boolean =>
  /^(?:Fourth)$/.test(first) || /^(?:weekend|holidays?|celebrations?|break)$/.test(after ?? '');
