import { type Civil, civil, dayNumber, daysInMonth, weekdayOf } from './civil.ts';

/*
 * Stretches of the calendar and their EDTF values (ISO 8601-2): what "2020", "the last quarter of
 * 2020" and "14 August 2021" stand for.
 */

/** How fine a stretch is; `span` is an interval that has no name of its own. */
export type Precision =
  | 'century'
  | 'decade'
  | 'year'
  | 'fiscal'
  | 'half'
  | 'quarter'
  | 'season'
  | 'month'
  | 'week'
  | 'day'
  | 'time'
  | 'span';

/** A stretch from its first to its last day, both inside, as day numbers. */
export interface Stretch {
  readonly precision: Precision;
  /** EDTF. */
  readonly value: string;
  readonly first: number;
  readonly last: number;
}

const TWO = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const two = (number: number): string => TWO[number]!;
function four(year: number): string {
  if (year >= 1000) return String(year);
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}
const monthValue = ({ year, month }: Civil): string => `${four(year)}-${two(month)}`;
const dayValue = (number: number): string => {
  const date = civil(number);
  return `${monthValue(date)}-${two(date.day)}`;
};

export const dayStretch = (number: number): Stretch => ({
  precision: 'day',
  value: dayValue(number),
  first: number,
  last: number,
});

/** Consecutive days as an interval, or one day. */
export const days = (first: number, last: number, precision: Precision = 'span'): Stretch =>
  first === last
    ? dayStretch(first)
    : { precision, value: `${dayValue(first)}/${dayValue(last)}`, first, last };

/** `count` months from `month` of `year` on; the month may lie outside of 1 to 12. */
export function months(
  year: number,
  month: number,
  count = 1,
  precision: Precision = count === 1 ? 'month' : 'span',
): Stretch {
  const first = dayNumber(year, month, 1);
  const last = dayNumber(year, month + count, 1) - 1;
  const from = monthValue(civil(first));
  return {
    precision,
    value: count === 1 ? from : `${from}/${monthValue(civil(last))}`,
    first,
    last,
  };
}

/** `count` years from `year` on. */
export const years = (year: number, count = 1): Stretch => ({
  precision: count === 1 ? 'year' : 'span',
  value: count === 1 ? four(year) : `${four(year)}/${four(year + count - 1)}`,
  first: dayNumber(year, 1, 1),
  last: dayNumber(year + count, 1, 1) - 1,
});

/**
 * A fiscal year that ends in `year`. One number names an American one, October to September; two
 * ("2020-21") one that ends in March.
 */
export const fiscalYear = (year: number, endsIn: 'march' | 'september'): Stretch => ({
  ...years(year - 1, 2),
  precision: 'fiscal',
  first: endsIn === 'march' ? dayNumber(year - 1, 4, 1) : dayNumber(year - 1, 10, 1),
  last: endsIn === 'march' ? dayNumber(year, 3, 31) : dayNumber(year, 9, 30),
});

/** The decade that begins with `year` ("199X"). */
export const decade = (year: number): Stretch => ({
  ...years(year, 10),
  precision: 'decade',
  value: `${four(year).slice(0, -1)}X`,
});

/** The hundred years that begin with `year` ("20XX"). */
export const century = (year: number): Stretch => ({
  ...years(year, 100),
  precision: 'century',
  value: `${four(year).slice(0, -2)}XX`,
});

export const quarter = (year: number, number: number): Stretch =>
  months(year, number * 3 - 2, 3, 'quarter');

export const half = (year: number, number: number): Stretch =>
  months(year, number * 6 - 5, 6, 'half');

/** A season by EDTF's code, 21 (spring) to 24 (winter, which begins in December of its year). */
export function season(year: number, code: number): Stretch {
  const stretch = months(year, (code - 20) * 3, 3, 'season');
  return { ...stretch, value: `${four(year)}-${code}` };
}

/** The week, Monday to Sunday, that holds a day. */
export function week(day: number): Stretch {
  const monday = day - weekdayOf(day);
  return days(monday, monday + 6, 'week');
}

/** The weekend of the week that holds a day. */
export function weekend(day: number): Stretch {
  const saturday = day - weekdayOf(day) + 5;
  return days(saturday, saturday + 1);
}

/** A minute of a day, without a zone. */
export const minute = (day: number, hour: number, minutes: number): Stretch => ({
  precision: 'time',
  value: `${dayValue(day)}T${two(hour)}:${two(minutes)}`,
  first: day,
  last: day,
});

/** From the beginning of one stretch to the end of another, each at its own precision. */
export function between(from: Stretch, to: Stretch): Stretch | null {
  if (to.last < from.first) return null;
  const [first] = from.value.split('/');
  const last = to.value.split('/').at(-1);
  return first === last
    ? from
    : { precision: 'span', value: `${first}/${last}`, first: from.first, last: to.last };
}

export type Third = 'early' | 'mid' | 'late';

/** First and last of the three parts of ten units, numbered from 0: 3, 4 and 3 of them. */
const THIRDS = { early: [0, 2], mid: [3, 6], late: [7, 9] } as const;

/**
 * The first, middle or last third: days 1-10, 11-20 and 21 on of a month, four months of a year,
 * three, four and three years of a decade and tens of years of a century. Null for a stretch that is
 * not divided so.
 */
export function third(stretch: Stretch, which: Third): Stretch | null {
  const { first, last } = stretch;
  const { year, month } = civil(first);
  const place = which === 'early' ? 0 : which === 'mid' ? 1 : 2;
  const [from, to] = THIRDS[which];
  switch (stretch.precision) {
    case 'month':
      return days(first + place * 10, place === 2 ? last : first + place * 10 + 9);
    case 'year':
      return months(year, 1 + place * 4, 4);
    case 'decade':
      return years(year + from, to - from + 1);
    case 'century':
      return years(year + from * 10, (to - from + 1) * 10);
    case 'season':
    case 'quarter':
      return months(year, month + place, 1);
    case 'week':
      return days(first + place * 2, place === 2 ? last : first + place * 2 + 1);
    case 'day':
      // "late Sunday"
      return stretch;
    default:
      return null;
  }
}

/** The first or last part of a stretch, one unit finer: of a year its month, of a month its day. */
export function edge(stretch: Stretch, which: 'start' | 'end'): Stretch | null {
  const day = which === 'start' ? stretch.first : stretch.last;
  const { year, month } = civil(day);
  switch (stretch.precision) {
    case 'century':
      return decade(Math.floor(year / 10) * 10);
    case 'decade':
      return years(year);
    case 'year':
    case 'fiscal':
    case 'half':
    case 'quarter':
    case 'season':
    case 'span':
      return months(year, month);
    case 'month':
    case 'week':
      return dayStretch(day);
    default:
      return null;
  }
}

/** What of a stretch can be counted out: "the second week of", "the first three months of". */
export type Counted = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'decade';

/**
 * `count` units from the one numbered `from` (from 1; -1 is the last) inside a stretch. Weeks of a
 * month are its days 1-7, 8-14, 15-21 and 22-28. Null where they are not inside it.
 */
export function counted(stretch: Stretch, unit: Counted, from: number, count = 1): Stretch | null {
  const start = civil(stretch.first);
  const end = civil(stretch.last);
  let found: Stretch;
  switch (unit) {
    case 'day':
    case 'week': {
      const size = unit === 'day' ? 1 : 7;
      const first = from < 0 ? stretch.last - size * count + 1 : stretch.first + (from - 1) * size;
      found = days(first, first + size * count - 1);
      break;
    }
    case 'month':
    case 'quarter':
    case 'half': {
      if (unit === 'half' && stretch.precision === 'decade') {
        found = years(start.year + (from === 1 ? 0 : 5), 5);
        break;
      }
      const size = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 6;
      const first = from < 0 ? end.month - size * count + 1 : start.month + (from - 1) * size;
      found = months(
        from < 0 ? end.year : start.year,
        first,
        size * count,
        size * count === 1
          ? 'month'
          : size * count === 3
            ? 'quarter'
            : size * count === 6
              ? 'half'
              : 'span',
      );
      break;
    }
    case 'year':
      found = years(from < 0 ? end.year - count + 1 : start.year + from - 1, count);
      break;
    case 'decade': {
      const first = from < 0 ? end.year - 10 * count + 1 : start.year + (from - 1) * 10;
      found = count === 1 ? decade(first) : years(first, 10 * count);
      break;
    }
  }
  return found.first < stretch.first || found.last > stretch.last ? null : found;
}

/** The `nth` (from 1; -1 is the last) day of the week in a stretch. */
export function nthWeekday(stretch: Stretch, weekday: number, nth: number): Stretch | null {
  const ahead = (weekday - weekdayOf(stretch.first) + 7) % 7;
  const behind = (weekdayOf(stretch.last) - weekday + 7) % 7;
  const day = nth < 0 ? stretch.last - behind : stretch.first + ahead + (nth - 1) * 7;
  return day < stretch.first || day > stretch.last ? null : dayStretch(day);
}

/** Whether a month has such a day; without a year the leap day is granted. */
export const hasDay = (month: number, day: number, year = 2000): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
