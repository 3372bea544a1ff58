/*
 * The cases of Recognizers-Text beside the labelling guide: what each kind of expectation is for us,
 * and which cases the guide does not know, with the reason.
 */

/** What Recognizers-Text expects at a place, as its specs tell it. */
export interface Expected {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly resolution: Readonly<Record<string, string | undefined>>;
}

export interface Case {
  readonly id: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}

/** An expectation in the guide's terms. Percentages are of a hundred. */
export interface Wanted {
  readonly start: number;
  readonly end: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly comparator: string;
  readonly unit: string | null;
}

/** A case mapped, or the reason why the guide does not know it. */
export type Mapped = { readonly wanted: readonly Wanted[] } | { readonly reason: string };

const exact = (place: Expected, value: number, unit: string | null): Wanted => ({
  start: place.start,
  end: place.end,
  min: value,
  max: value,
  comparator: 'exact',
  unit,
});

const NUMBER_REASONS: readonly [RegExp, string][] = [
  [/\^|\de\+?-?\d/i, 'a power is no quantity of running text'],
  [/\d+\.\d{3},\d|\d,\d(?!\d\d)|\d{2},\d{2},\d{2}/, 'a decimal comma or a list without spaces'],
  [/nought|millionth/i, 'notation of a score or an ordinal fraction'],
  [/\d[ \u202f]\d{3}/, 'digits grouped by spaces'],
];

export function mapNumber(each: Case): Mapped {
  for (const [pattern, reason] of NUMBER_REASONS) {
    if (pattern.test(each.text)) return { reason };
  }
  const wanted: Wanted[] = [];
  for (const place of each.expected) {
    const value = Number(place.resolution.value);
    const { subtype } = place.resolution;
    const scaled = /million|billion|thousand/i.test(place.text) && value >= 1000;
    if (subtype === 'fraction' && !scaled) {
      if (
        !/^(?:an?|one|1|three|two)?[ -]*(?:half|quarters?|thirds?|fourth|fifth)$/i.test(
          place.text.trim(),
        )
      ) {
        return { reason: 'a fraction that is no share (improper, mixed or of a rare denominator)' };
      }
      wanted.push(exact(place, Number((value * 100).toFixed(2)), 'percent'));
    } else if (
      subtype === 'fraction' &&
      /thirds|fifths|and (?:a|three) quarter/i.test(place.text)
    ) {
      return { reason: 'a fraction behind its scale word ("six million and two thirds")' };
    } else wanted.push(exact(place, value, null));
  }
  return { wanted };
}

export function mapRange(each: Case): Mapped {
  if (/tenth/.test(each.text)) return { reason: 'a range of ordinals is no figure' };
  const wanted: Wanted[] = [];
  for (const place of each.expected) {
    const read = /^([[(])(-?[\d.]*),(-?[\d.]*)([\])])$/.exec(place.resolution.value ?? '');
    if (!read) return { reason: 'no value is told' };
    const low = read[2] ? Number(read[2]) : null;
    const high = read[3] ? Number(read[3]) : null;
    const share = /half|quarter/.test(place.text);
    const of = (value: number | null) => (share && value !== null ? value * 100 : value);
    const comparator =
      low !== null && high !== null
        ? low === high
          ? 'exact'
          : 'between'
        : low !== null
          ? read[1] === '('
            ? 'more_than'
            : 'at_least'
          : read[4] === ')'
            ? 'less_than'
            : 'at_most';
    const unit = share ? 'percent' : null;
    wanted.push({
      start: place.start,
      end: place.end,
      min: of(low),
      max: of(high),
      comparator,
      unit,
    });
  }
  return { wanted };
}

export function mapPercent(each: Case): Mapped {
  const wanted: Wanted[] = [];
  for (const place of each.expected) {
    const value = Number.parseFloat(place.resolution.value ?? '');
    if (Number.isNaN(value)) return { reason: 'a percentage without a number' };
    if (/^per ?cent of/.test(place.text)) return { reason: 'the sign stands before its number' };
    wanted.push(exact(place, value, 'percent'));
  }
  return { wanted };
}

/** Recognizers-Text's names of currencies: our code, and how many make one of it. */
const CURRENCY = new Map<string, readonly [string, number]>([
  ['Dollar', ['USD', 1]],
  ['Cent', ['USD', 100]],
  ['Pound', ['GBP', 1]],
  ['Pence', ['GBP', 100]],
  ['Rupee', ['INR', 1]],
  ['Franc', ['CHF', 1]],
  ['Bitcoin', ['BTC', 1]],
]);

export function mapMoney(each: Case): Mapped {
  const wanted: Wanted[] = [];
  for (const place of each.expected) {
    const { value, unit, isoCurrency } = place.resolution;
    if (value === undefined || value === null) return { reason: 'a currency without a number' };
    const known: readonly [string, number] | undefined = isoCurrency
      ? [isoCurrency, 1]
      : CURRENCY.get(unit ?? '');
    if (!known) return { reason: `no currency in force: ${unit}` };
    if (
      /[a-z\d] (?:and )?(?:fifty|five|\d+)$|forty five$|mao|and one$/i.test(place.text) &&
      !/^[a-z]{3} \d/i.test(place.text)
    ) {
      return { reason: 'a smaller part told without its unit ("15 dollars 50")' };
    }
    if (/^M[A-Z]{3} | M[A-Z]{3}$|[A-Z]{3} million$/.test(place.text)) {
      return { reason: 'a scale glued to or behind the code ("30 MUSD")' };
    }
    wanted.push(exact(place, Number((Number(value) / known[1]).toFixed(4)), known[0]));
  }
  return { wanted };
}
