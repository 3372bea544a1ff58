import type { DateMention } from '../src/article/schema.ts';

/* How the cases of Recognizers-Text are read by the labelling guide. */

export interface Case {
  readonly id: string;
  readonly text: string;
  /** Reference time, ISO; what its day is to an article is the day of publication. */
  readonly ref: string | null;
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

/** A row of the table: what of the expected things is left out and why. */
interface Row {
  readonly reason: string;
  readonly type?: RegExp;
  readonly words?: RegExp;
}

/** Kinds of thing that the guide does not know, or decides otherwise. */
const LEFT_OUT: readonly Row[] = [
  { reason: 'a stretch of hours has no EDTF value', type: /^(?:timerange|datetimerange)$/ },
  { reason: 'a time of day without a day has no EDTF value', type: /^time$/ },
  {
    reason: 'alternatives and time zones are no kind of the guide',
    type: /^(?:datetimealt|timezone)$/,
  },
  {
    reason: 'a bound is a preposition outside of the span',
    type: /^(?:daterange|datetime|date)$/,
    words:
      /^(?:before|after|since|until|till?|by|prior|later|earlier|on or|from(?!.*\b(?:to|till|until|through)\b)|as of|as early|as late|starting|no later|not|any ?time|end(?:ing)? before|start(?:s|ing)? after|[<>=]|≤|≥|exceeding|less than|more than)/i,
  },
  {
    reason: 'an offset ("in two weeks", "3 days from now") is a length to the guide',
    type: /^(?:daterange|datetime|date)$/,
    words:
      /^(?:in|within)\b.*\b(?:days?|weeks?|months?|years?|quarters?|hours?|minutes?)\b|\b(?:from now|hence|later|earlier|from|after|before|ago)\b/i,
  },
  {
    reason: 'vague words are not labelled',
    words:
      /\b(?:now|recent|recently|few|several|couple|some ?day|sometime|soon|someday|rest|asap|right|present|current|currently|today|tonight|eod|eoy|eom|eow|cob|otd|dec)\b|^(?:in |the |my |this |that )*(?:days?|weeks?|months?|years?|weekends?)$|workweek/i,
  },
  {
    reason: 'holidays and daytimes count only with a year or a day',
    words:
      /christmas|xmas|thanksgiving|easter|holiday|\bday of\b|mother|father|memorial|labou?r|workers|new year|\beve\b|valentine|halloween|festival|night|morning|evening|afternoon|noon|black friday|juneteenth|earth day|mlk|king|columbus|veteran|independence|yuandan|ramadan|patrick|groundhog|teacher|cinco|inauguration|mardi|diwali|holi\b|lover|maosoul|cyber monday|pirate|arbor|april fool|guy fawkes|all (?:saints|souls|hallows)|assumption|corpus|pentecost|ash wed|palm sun|good friday|ascension|trinity|whit/i,
  },
  {
    reason: 'numbers without a year ("5/12") and year numbers in words are not of the genre',
    words:
      /^\d{1,2}\s?[/.-]\s?\d{1,2}$|\d{1,2}\/\d{1,2}(?!\/|\d)|\b(?:nineteen|eighteen|seventeen|two thousand|twenty) ?(?:hundred|and|\w+ty|\w+teen)?\b/i,
  },
  {
    reason: 'weeks of a year or a month are decided otherwise (days 1-7, 8-14)',
    words: /week\b.*\b(?:of|in)\b|\bweek (?:no\.? ?)?\d|\bw\d/i,
  },
  {
    reason: 'begin, middle and end are decided otherwise (first and last month, thirds)',
    words: /\b(?:early|mid|middle|late|end|beginning|start|later|earlier)\b/i,
  },
];

/**
 * Judges what was found in a case. It is mapped where each expected thing has a value in the guide's
 * terms: dates and ranges by their days, lengths and repetitions by their ISO duration, "the next two
 * quarters" by its length. With several resolutions any is right; the end of a range between two
 * named dates counts with and without its last unit, for Recognizers leaves it out. Spans may differ
 * by an article, a preposition or a qualifier.
 */
export function judge(each: Case, found: readonly DateMention[]): Verdict {
  for (const expected of each.expected) {
    const type = expected.type.replace('datetimeV2.', '');
    const row = LEFT_OUT.find(
      (one) => (one.type?.test(type) ?? true) && (one.words?.test(expected.text) ?? true),
    );
    if (row) return { kind: 'left out', reason: row.reason };
    if (valuesOf(expected).length === 0)
      return { kind: 'left out', reason: 'its value has no EDTF form' };
  }
  const rest = [...found];
  for (const expected of each.expected) {
    const place = rest.findIndex(({ start, end }) => start < expected.end && expected.start < end);
    if (place < 0) return { kind: 'wrong', reason: `nothing for "${expected.text}"` };
    const [label] = rest.splice(place, 1);
    const wanted = valuesOf(expected);
    if (!readingsOf(label!).some((reading) => wanted.includes(reading))) {
      return {
        kind: 'wrong',
        reason: `"${label!.text}" is ${label!.value}, wanted ${wanted.join(' or ')}`,
      };
    }
  }
  if (rest.length > 0) return { kind: 'wrong', reason: `"${rest[0]!.text}" should not be found` };
  return { kind: 'right' };
}

/** A label's value as the cases write it: days from and to, or a duration. */
function readingsOf({ type, value }: DateMention): string[] {
  if (value === null) return [];
  if (type === 'duration' || type === 'set') return [value];
  const bounds = boundsOf(value)!;
  const [, to] = value.split('/');
  return to ? [bounds, `${bounds.slice(0, 10)}/${dayBefore(first(to))}`] : [bounds];
}

/** The values that count as right: "first/last" days of a date, ISO duration of a length or set. */
function valuesOf(expected: Expected): string[] {
  const found: string[] = [];
  // to the guide "the past two years" is a length
  const length =
    /\b(?:past|last|next|previous|coming|upcoming|following)\b/i.test(expected.text) &&
    /\b(?:days|weeks|months|years|quarters|decades)\b|\b(?:past|next|coming) (?:year|decade)$/i.test(
      expected.text,
    );
  for (const { timex, type, value, start, end } of expected.resolution?.values ?? []) {
    if (type === 'date' && value && /^\d{4}-\d{2}-\d{2}$/.test(value))
      found.push(`${value}/${value}`);
    else if (type === 'daterange' && start && end) {
      const period = length ? /,(P[\dA-Z]+)\)$/.exec(timex)?.[1] : undefined;
      if (period) found.push(period);
      found.push(`${start}/${dayBefore(end)}`);
    } else if (type === 'datetime' && value) found.push(value.slice(0, 16).replace(' ', 'T'));
    else if (type === 'duration' && timex.startsWith('P')) found.push(timex);
    else if (type === 'set') {
      const period = /^P\d+[YMWD]$/.test(timex)
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
