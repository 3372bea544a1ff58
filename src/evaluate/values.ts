import type { DateType } from '../article/schema.ts';

/*
 * Whether a value is written as the guide has it: dates in EDTF (ISO 8601-2), lengths in ISO 8601.
 */

const YEAR = String.raw`-?(?:\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)`;
const MONTH = '(?:0[1-9]|1[0-2]|2[1-9]|3\\d|4[01]|XX)';
const DAY = '(?:0[1-9]|[12]\\d|3[01]|XX)';
const CLOCK = '(?:[01]\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?';
const POINT = new RegExp(
  `^(?:(${YEAR})(?:-(${MONTH})(?:-(${DAY}))?)?(?:T${CLOCK})?[?~%]?|T${CLOCK})$`,
);
const LENGTH =
  /^P(?=[\dT])(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?W)?(?:\d+(?:\.\d+)?D)?(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** A day, month, year, decade, century, season or clock time, or an interval of them. */
export function isEdtf(value: string): boolean {
  const ends = value.split('/');
  if (ends.length > 2) return false;
  if (ends.length === 1) return isPoint(value);
  return ends.every((end) => end === '' || end === '..' || isPoint(end)) && ends.some(isPoint);
}

function isPoint(text: string): boolean {
  const match = POINT.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  if (day === undefined || [year, month, day].some((part) => part?.includes('X'))) return true;
  // A season has no days; and the day must be one of its month.
  if (Number(month) > 12) return false;
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** A length as in `P2D` and `PT36H`, or a range of two. */
export function isDuration(value: string): boolean {
  const ends = value.split('/');
  return ends.length <= 2 && ends.every((end) => LENGTH.test(end));
}

/** What is wrong with a date's value, or null. */
export function dateProblem(type: DateType, value: string | null): string | null {
  if (value === null) return null;
  if (type === 'duration') {
    return isDuration(value) ? null : `${quoted(value)} is no ISO 8601 duration like "P2D"`;
  }
  if (type === 'set') {
    return isDuration(value) || isEdtf(value)
      ? null
      : `${quoted(value)} is no ISO 8601 duration like "P1Y"`;
  }
  return isEdtf(value) ? null : `${quoted(value)} is no EDTF value like "2021-08-14"`;
}

export const quoted = (value: unknown): string => JSON.stringify(value);
