import type { DateMention } from '../src/article/schema.ts';

/* How the cases of Recognizers-Text are read by the labelling guide. */

export interface Case {
  readonly id: string;
  readonly text: string;
  /** Reference time, ISO; what its day is to an article is the day of publication. */
  readonly ref: string;
  readonly expected: readonly Expected[];
}

interface Expected {
  readonly text: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly resolution?: { readonly values?: readonly Resolution[] } | null;
}

interface Resolution {
  readonly timex: string;
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly reason: string }
  | { readonly kind: 'left out'; readonly reason: string };

/** Kinds of case that the guide does not know, or decides otherwise, by type and words. */
const LEFT_OUT: readonly (readonly [string, RegExp | null, RegExp | null])[] = [
  ['a time of day without a day has no EDTF value', /time|datetimerange/, null],
  ['alternatives and time zones are no kind of the guide', /datetimealt|timezone/, null],
  [
    'a bound ("before", "since") is a preposition outside of the span',
    /range|date/,
    /^(?:before|after|since|until|till|by|prior|later|earlier|on or|from|as of|starting|no later|not|already|any time|anytime|end before|start after|\W?[<>=]|in less|in more|within|less|more|in \d|for)/i,
  ],
  [
    'vague ("now", "recently", "a few days") is not labelled',
    null,
    /\b(?:now|recent|recently|few|several|couple|some ?day|soon|someday|ago this|rest|asap|as soon|right|present|current|currently|today|tonight|past days|eod|eoy|eom|end of day|cob)\b/i,
  ],
  [
    'holidays and daytimes count only with a year or a day',
    null,
    /christmas|thanksgiving|easter|holiday|day of|mother|father|memorial|labou?r|new year|eve\b|valentine|halloween|festival|night|morning|evening|afternoon|noon|weekday|black friday|juneteenth|earth day|mlk|king|columbus|veteran|independence|yuandan|ramadan|patrick|groundhog|teacher|cinco|orthodox|inauguration|mardi|diwali|holi|white lover|maosoul/i,
  ],
];

/**
 * Judges what was found in a case. It is mapped where each expected thing has one value in EDTF:
 * dates and ranges by their days, lengths and repetitions by their ISO duration. With several
 * resolutions any is right. Spans may differ by an article, a preposition or a qualifier.
 */
export function judge(each: Case, found: readonly DateMention[]): Verdict {
  for (const expected of each.expected) {
    for (const [reason, type, words] of LEFT_OUT) {
      if (type && !type.test(expected.type)) continue;
      if (
        words ? words.test(expected.text) : type?.test(expected.type.replace('datetimeV2.date', ''))
      ) {
        return { kind: 'left out', reason };
      }
    }
    if (valuesOf(expected).length === 0)
      return { kind: 'left out', reason: 'its value has no EDTF form' };
  }
  const rest = [...found];
  for (const expected of each.expected) {
    const place = rest.findIndex(({ start, end }) => start < expected.end && expected.start < end);
    if (place < 0) return { kind: 'wrong', reason: `nothing for "${expected.text}"` };
    const [label] = rest.splice(place, 1);
    const wanted = valuesOf(expected);
    const days =
      label!.type === 'duration' || label!.type === 'set' ? label!.value : boundsOf(label!.value);
    if (!wanted.includes(days ?? '')) {
      return {
        kind: 'wrong',
        reason: `"${label!.text}" is ${label!.value}, wanted ${wanted.join(' or ')}`,
      };
    }
  }
  if (rest.length > 0) return { kind: 'wrong', reason: `"${rest[0]!.text}" should not be found` };
  return { kind: 'right' };
}

/** The values that count as right: "first/last" days of a date, ISO duration of a length or set. */
function valuesOf(expected: Expected): string[] {
  const found: string[] = [];
  for (const { timex, type, value, start, end } of expected.resolution?.values ?? []) {
    if (type === 'date' && value && /^\d{4}-\d{2}-\d{2}$/.test(value))
      found.push(`${value}/${value}`);
    else if (type === 'daterange' && start && end) found.push(`${start}/${dayBefore(end)}`);
    else if (type === 'datetime' && value) found.push(value.slice(0, 16).replace(' ', 'T'));
    else if (type === 'duration' && timex.startsWith('P')) found.push(timex);
    else if (type === 'set') {
      const period = /^P\d*[\dYMWDTHS]+$/.test(timex)
        ? timex
        : /^XXXX-WXX-\d$/.test(timex)
          ? 'P1W'
          : null;
      if (period) found.push(period);
    }
  }
  return found;
}

/** First and last day of an EDTF value, both inside. */
function boundsOf(value: string | null): string | null {
  if (value === null) return null;
  if (value.includes('T')) return value;
  const [from, to = from] = value.split('/') as [string, string?];
  return `${first(from)}/${last(to!)}`;
}

function first(value: string): string {
  if (/^\d+X+$/.test(value)) return `${value.replaceAll('X', '0')}-01-01`;
  const [year, part, day] = value.split('-') as [string, string?, string?];
  if (!part) return `${year}-01-01`;
  if (Number(part) > 20) return `${year}-${String((Number(part) - 20) * 3).padStart(2, '0')}-01`;
  return `${year}-${part}-${day ?? '01'}`;
}

function last(value: string): string {
  if (/^\d+X+$/.test(value)) return `${value.replaceAll('X', '9')}-12-31`;
  const [year, part, day] = value.split('-') as [string, string?, string?];
  if (!part) return `${year}-12-31`;
  if (day) return value;
  const month = Number(part) > 20 ? (Number(part) - 20) * 3 + 2 : Number(part);
  return dayBefore(iso(new Date(Date.UTC(Number(year), month, 1))));
}

const iso = (date: Date): string => date.toISOString().slice(0, 10);

function dayBefore(day: string): string {
  return iso(new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - 86_400_000));
}
