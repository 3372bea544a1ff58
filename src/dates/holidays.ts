import type { TokenClass } from '../language/pattern.ts';
import { tokenize } from '../language/tokens.ts';
import { dayNumber, easter, weekdayOf } from './civil.ts';
import { captured, type DateRule, isThe, madeOf } from './form.ts';
import { compileNames } from './names.ts';
import { dayStretch, days, months, nthWeekday } from './stretch.ts';

/* Holidays of the calendar; they count only with their year. */

const fixed = (month: number, day: number) => (year: number) => dayNumber(year, month, day);
const nth = (month: number, weekday: number, count: number) => (year: number) =>
  nthWeekday(months(year, month), weekday, count)!.first;

const HOLIDAYS: readonly [string, (year: number) => number][] = [
  ["new year's day", fixed(1, 1)],
  ["new year's eve", fixed(12, 31)],
  ['martin luther king jr . day', nth(1, 0, 3)],
  ['martin luther king day', nth(1, 0, 3)],
  ["valentine's day", fixed(2, 14)],
  ["presidents ' day", nth(2, 0, 3)],
  ["presidents' day", nth(2, 0, 3)],
  ["st . patrick's day", fixed(3, 17)],
  ['good friday', (year) => easter(year) - 2],
  ['easter sunday', easter],
  ['easter monday', (year) => easter(year) + 1],
  ['easter', easter],
  ['earth day', fixed(4, 22)],
  ['may day', fixed(5, 1)],
  ["mother's day", nth(5, 6, 2)],
  ['memorial day', nth(5, 0, -1)],
  ['juneteenth', fixed(6, 19)],
  ['fourth of july', fixed(7, 4)],
  ['4th of july', fixed(7, 4)],
  ['july 4th', fixed(7, 4)],
  ['bastille day', fixed(7, 14)],
  ['labor day', nth(9, 0, 1)],
  ['columbus day', nth(10, 0, 2)],
  ['halloween', fixed(10, 31)],
  ['election day', (year) => nthWeekday(months(year, 11), 0, 1)!.first + 1],
  ['veterans day', fixed(11, 11)],
  ['thanksgiving day', nth(11, 3, 4)],
  ['thanksgiving', nth(11, 3, 4)],
  ['black friday', (year) => nth(11, 3, 4)(year) + 1],
  ['christmas eve', fixed(12, 24)],
  ['christmas day', fixed(12, 25)],
  ['christmas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
];

/** The words of all their names. */
export const HOLIDAY_WORDS: ReadonlySet<string> = new Set(
  HOLIDAYS.flatMap(([name]) => tokenize(name).map(({ lower }) => lower)),
);

/** The holiday that begins at a token; its value gives its day in a year. */
export const holiday: TokenClass = compileNames(HOLIDAYS);

export const holidayRules: readonly DateRule[] = [
  {
    id: 'holiday',
    patterns: [
      'day=<holiday> kind=(holiday|weekend|holidays)? (of|in|,)? year=<year>',
      'day=<holiday> ,? year=<year> kind=weekend',
      'kind=weekend of day=<holiday> ,? year=<year>',
      'year=<year> day=<holiday> kind=(holiday|weekend|holidays)?',
    ],
    make(match, tokens, context) {
      const day = captured<(year: number) => number>(match, 'day')!(
        captured<number>(match, 'year')!,
      );
      const kind = match.captures.kind;
      const weekend = kind && kind.end > kind.start && tokens[kind.start]!.lower === 'weekend';
      let stretch = dayStretch(day);
      if (weekend) {
        const weekday = weekdayOf(day);
        const saturday = weekday === 0 ? day - 2 : day - weekday + 5;
        stretch = days(Math.min(day, saturday), Math.max(day, saturday + 1));
      }
      const start = match.start - (isThe(tokens, match.start) ? 1 : 0);
      return madeOf({ stretch, relative: false, confidence: 'stated' }, context, start, match.end);
    },
    examples: [
      {
        text: 'Offices closed for the Memorial Day holiday in 2019 and Thanksgiving 2020.',
        finds: [
          { text: 'the Memorial Day holiday in 2019', value: '2019-05-27', relative: false },
          { text: 'Thanksgiving 2020', value: '2020-11-26' },
        ],
      },
      {
        text: 'They struck over the Labor Day weekend in 2021.',
        finds: [{ text: 'the Labor Day weekend in 2021', value: '2021-09-04/2021-09-06' }],
      },
      { text: 'Banks close over Christmas and on Memorial Day.', finds: [] },
    ],
  },
];
