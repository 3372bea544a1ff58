import type { Counted } from './stretch.ts';

/* The words of the calendar with their values. */

const numbered = (words: string, first: number): [string, number][] =>
  words.split(' ').map((word, place) => [word, first + place]);

export const MONTHS: ReadonlyMap<string, number> = new Map(
  numbered(
    'january february march april may june july august september october november december',
    1,
  ),
);

/** Short names, with or without their full stop. */
export const SHORT_MONTHS: ReadonlyMap<string, number> = new Map([
  ...numbered('jan feb mar apr may jun jul aug sep oct nov dec', 1),
  ['sept', 9],
]);

/** Monday is 0. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  numbered('monday tuesday wednesday thursday friday saturday sunday', 0),
);

export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...numbered('mon tue wed thu fri sat sun', 0),
  ['tues', 1],
  ['thur', 3],
  ['thurs', 3],
]);

/** EDTF's codes. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ...numbered('spring summer autumn winter', 21),
  ['fall', 23],
]);

/** A unit of length: what one of it is in ISO 8601, by its designator and factor. */
export interface LengthUnit {
  readonly designator: 'Y' | 'M' | 'W' | 'D' | 'TH' | 'TM' | 'TS';
  readonly factor: number;
  readonly plural: boolean;
}

const lengths: [string, LengthUnit['designator'], number][] = [
  ['second', 'TS', 1],
  ['minute', 'TM', 1],
  ['hour', 'TH', 1],
  ['day', 'D', 1],
  ['night', 'D', 1],
  ['weekend', 'D', 2],
  ['week', 'W', 1],
  ['fortnight', 'W', 2],
  ['month', 'M', 1],
  ['quarter', 'M', 3],
  ['semester', 'M', 6],
  ['year', 'Y', 1],
  ['decade', 'Y', 10],
  ['century', 'Y', 100],
  ['millennium', 'Y', 1000],
];

const PLURALS = new Map([
  ['century', 'centuries'],
  ['millennium', 'millennia'],
]);

export const UNITS: ReadonlyMap<string, LengthUnit> = new Map([
  ...lengths.flatMap(([word, designator, factor]): [string, LengthUnit][] => [
    [word, { designator, factor, plural: false }],
    [PLURALS.get(word) ?? `${word}s`, { designator, factor, plural: true }],
  ]),
  ['hr', { designator: 'TH', factor: 1, plural: false }],
  ['hrs', { designator: 'TH', factor: 1, plural: true }],
  ['mins', { designator: 'TM', factor: 1, plural: true }],
  ['yr', { designator: 'Y', factor: 1, plural: false }],
  ['yrs', { designator: 'Y', factor: 1, plural: true }],
]);

/** Units of which a stretch can be counted out. */
export const COUNTED: ReadonlyMap<string, Counted> = new Map(
  (['day', 'week', 'month', 'quarter', 'half', 'year', 'decade'] as const).flatMap(
    (unit): [string, Counted][] => [
      [unit, unit],
      [unit === 'half' ? 'halves' : `${unit}s`, unit],
    ],
  ),
);

/** Units that "this", "last" and "next" stand in front of. */
export const SHIFTED: ReadonlyMap<string, ShiftedUnit> = new Map(
  (['week', 'weekend', 'month', 'quarter', 'year', 'decade', 'century'] as const).map((unit) => [
    unit,
    unit,
  ]),
);
export type ShiftedUnit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** Words for the first, middle or last third of a stretch. */
export const THIRD_WORDS: ReadonlyMap<string, 'early' | 'mid' | 'late'> = new Map([
  ['early', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late'],
]);

/** Nouns for the two ends of a stretch. */
export const EDGE_WORDS: ReadonlyMap<string, 'start' | 'end' | 'mid'> = new Map([
  ['start', 'start'],
  ['beginning', 'start'],
  ['outset', 'start'],
  ['end', 'end'],
  ['close', 'end'],
  ['middle', 'mid'],
]);

/** Decades in words: "the nineties". */
export const DECADE_WORDS: ReadonlyMap<string, number> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, place) => [word, 20 + place * 10]),
);

/** Behind the digits of an ordinal. */
export const SUFFIXES: readonly string[] = ['st', 'nd', 'rd', 'th'];

/** Words between a number and its unit of length. */
export const KINDS: ReadonlySet<string> = new Set(
  'single full whole more consecutive straight calendar business working successive additional extra long fiscal entire short academic'.split(
    ' ',
  ),
);

/** Words in front of a length that belong to its span. */
export const QUALIFIERS: ReadonlySet<string> = new Set([
  'about',
  'around',
  'approximately',
  'roughly',
  'nearly',
  'almost',
  'over',
  'some',
  'another',
  'under',
]);
