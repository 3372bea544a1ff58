/*
 * The proleptic Gregorian calendar in whole numbers: a day is the count of days since 1 January 1970.
 * No Date object is used, for it knows a clock and time zones.
 */

/** A day of the calendar. Months count from 1; the year 0 is 1 BC. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of a day; `month` and `day` may lie outside of their ranges and carry over. */
export function dayNumber(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const inside = ((((month - 1) % 12) + 12) % 12) + 1;
  // the year is counted from March, so that the leap day is its last
  const shifted = inside > 2 ? carried : carried - 1;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (inside > 2 ? inside - 3 : inside + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
  );
}

/** The day with a number. */
export function civil(number: number): Civil {
  const days = number + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: year + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export const daysInMonth = (year: number, month: number): number =>
  dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);

/** Day of the week, Monday 0 to Sunday 6. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** The number of an ISO date ("2021-08-14"), or null where it is none. */
export function parseDay(iso: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

/** Easter Sunday by the Gregorian computus. */
export function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon =
    (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) %
    30;
  const full =
    moon -
    Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const sunday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  const offset = full - sunday;
  const month = 3 + Math.floor((offset + 40) / 44);
  return dayNumber(year, month, offset + 28 - 31 * Math.floor(month / 4));
}
