import type { Answer, Found, Resolution } from './dates-peers.ts';

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

/** Something found in a case with the values, in the cases' terms, that it may stand for. */
interface Read {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly string[];
}

export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly reason: string };

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
  { reason: 'time zones are no kind of the guide', type: /^timezone$/ },
  {
    reason: 'a length counted from another date is a length ("a week after the visit")',
    words:
      /\b(?:hours?|days?|weeks?|months?|quarters?|years?|decades?)\b.*\b(?:from|after|before|later|earlier)\b(?! now| today)/i,
  },
  {
    reason: 'what is counted in weeks, months or years is as coarse as its unit, not a day',
    type: /^(?:daterange|datetime|date)$/,
    words:
      /^(?:in|within|after)\b.*\b(?:weeks?|months?|years?|quarters?|hours?|minutes?|mins?|h)\b|\b(?:weeks?|months?|years?|quarters?|decades?|hours?|hrs?|minutes?|mins?|seconds?)\b.*\b(?:from (?:now|today)|hence|later|earlier|after|ago|back|before)\b/i,
  },
  {
    reason: '"within 90 days", "in 3 days" are lengths',
    type: /^(?:daterange|datetime|date)$/,
    words: /^(?:within|in) [\w -]*\bdays?$/i,
  },
  {
    reason: 'vague words are not labelled',
    words:
      /^(?:in |the )*coming (?:days|weeks|months|years)$|^(?:at|by) (?:the|this) (?:moment|minute|time)$|^(?:to|till) date$|\b(?:any|some) (?:day|week|month|year)s?\b|\b(?:now|recent|recently|few|several|couple|some ?day|sometime|soon|someday|rest|asap|right|present)\b|^(?:in |for |the |my )*(?:hours?|days?|weeks?|months?|years?|weekends?)$/i,
  },
  {
    reason: 'abbreviations of offices and days of work are not of the guide (EOD, OTD, workweek)',
    words: /\b(?:eod|eoy|eom|eow|cob|otd)\b|work ?week|business day|working day/i,
  },
  {
    reason: 'holidays and daytimes count only with a year or a day',
    words:
      /^(?!.*\b\d{4}\b).*(?:christmas|xmas|thanksgiving|easter|holiday|\bday of\b|mother|father|memorial|labou?r|workers|new year|\beve\b|valentine|halloween|festival|night|morning|evening|afternoon|noon|black friday|juneteenth|earth day|mlk|king|columbus|veteran|independence|yuandan|ramadan|patrick|groundhog|teacher|cinco|inauguration|mardi|diwali|holi\b|lover|maosoul|cyber monday|pirate|arbor|april fool|guy fawkes|all (?:saints|souls|hallows)|assumption|corpus|pentecost|ash wed|palm sun|good friday|ascension|trinity|whit)/i,
  },
  {
    reason: 'two bare numbers ("5/12", "5.12") are a share, a version or a section',
    words: /(?<![\d/.-])\d{1,2}\s?[/.-]\s?\d{1,2}(?![/.-]?\d)/,
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

/** Why a case is left out: the first of its expected things that the guide knows no value of. */
export function leftOut({ expected }: Case): string | null {
  for (const each of expected) {
    const type = kindOf(each);
    const row = LEFT_OUT.find(
      (one) => (one.type?.test(type) ?? true) && (one.words?.test(each.text) ?? true),
    );
    if (row) return row.reason;
    if (wantedOf(each).length === 0) return 'its value has no EDTF form';
  }
  return null;
}

/**
 * Judges what was found in a case that is not left out: dates and ranges by their days, bounds by
 * the day that they begin or end with, lengths and repetitions by their ISO duration, "the next two
 * quarters" by its length. With several resolutions any is right; the end of a range between two
 * named dates counts with and without its last unit, for Recognizers leaves it out. Spans may differ
 * by an article, a preposition or a qualifier.
 */
export function judge({ text, expected }: Case, found: readonly Read[]): Verdict {
  const rest = [...found];
  for (const each of expected) {
    const place = rest.findIndex(({ start, end }) => start < each.end && each.start < end);
    if (place < 0) return { kind: 'wrong', reason: `nothing for "${each.text}"` };
    const [read] = rest.splice(place, 1);
    const wanted = wantedOf(each);
    if (!read!.readings.some((reading) => wanted.includes(reading))) {
      return {
        kind: 'wrong',
        reason: `"${text.slice(read!.start, read!.end)}" is ${read!.readings.join(' or ')}, wanted ${wanted.join(' or ')}`,
      };
    }
  }
  const [more] = rest;
  if (more)
    return { kind: 'wrong', reason: `"${text.slice(more.start, more.end)}" should not be found` };
  return { kind: 'right' };
}

/** What an EDTF value or a duration may stand for in the cases: days from and to, bounds, a length. */
export function readingsOf({ start, end, type, value }: Found): Read {
  if (value === null) return { start, end, readings: [] };
  if (type === 'duration' || type === 'set') return { start, end, readings: [value] };
  const bounds = boundsOf(value);
  if (!bounds.includes('/')) return { start, end, readings: [bounds] };
  const [from, until] = bounds.split('/') as [string, string];
  const [, to] = value.split('/');
  const readings = [bounds, ...(to ? [`${from}/${dayBefore(first(to))}`] : [])];
  // the last unit of a range of quarters is three months
  if (/^\d{4}-(?:03|06|09|12)$/.test(to ?? ''))
    readings.push(
      `${from}/${dayBefore(first(`${to!.slice(0, 5)}${two(Number(to!.slice(5)) - 2)}`))}`,
    );
  // "before May" ends with its first day or, in "by May", with the day behind its last
  for (const day of [from, dayAfter(until)]) readings.push(`${day}/..`, `../${day}`);
  return { start, end, readings };
}

/** The answer of Recognizers-Text in the same terms as the cases'. */
export const readingsOfAnswer = (text: string, { start, end, resolutions }: Answer): Read => ({
  start,
  end,
  readings: valuesOf(text.slice(start, end), resolutions),
});

/** What an expected thing is; of alternatives ("this week or next") each is what its value is. */
const kindOf = ({ type, resolution }: Expected): string =>
  type === 'datetimeV2.datetimealt'
    ? (resolution?.values?.[0]?.type ?? 'datetimealt')
    : type.replace('datetimeV2.', '');

const wantedOf = ({ text, resolution }: Expected): string[] =>
  valuesOf(text, resolution?.values ?? []);

function valuesOf(text: string, resolutions: readonly Resolution[]): string[] {
  const found: string[] = [];
  // to the guide "the past two years" is a length
  const length =
    /\b(?:past|last|next|previous|coming|upcoming|following)\b/i.test(text) &&
    /\b(?:days|weeks|months|years|quarters|decades)\b|\b(?:past|next|coming) (?:year|decade)$/i.test(
      text,
    );
  for (const { timex = '', type, value, start, end } of resolutions) {
    if (type === 'date' && value && /^\d{4}-\d{2}-\d{2}$/.test(value))
      found.push(`${value}/${value}`);
    else if (type === 'daterange' && start && end) {
      const period = length ? /,(P[\dA-Z]+)\)$/.exec(timex)?.[1] : undefined;
      if (period) found.push(period);
      found.push(`${start}/${dayBefore(end)}`);
    } else if (type === 'daterange' && (start || end))
      found.push(start ? `${start}/..` : `../${end}`);
    else if (type === 'datetime' && /^\d/.test(value ?? ''))
      found.push(value!.slice(0, 16).replace(' ', 'T'));
    else if (type === 'duration' && timex.startsWith('P')) found.push(plainLength(timex));
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

/** Its own notations as ISO 8601 writes them: PT1.5H is PT1H30M, P3WE (weekends) P6D. */
function plainLength(timex: string): string {
  const hours = /^PT(\d+)\.5H$/.exec(timex);
  if (hours) return `PT${hours[1] === '0' ? '' : `${hours[1]}H`}30M`;
  const weekends = /^P(\d+)WE$/.exec(timex);
  return weekends ? `P${Number(weekends[1]) * 2}D` : timex;
}

/** First and last day of an EDTF value, both inside. */
function boundsOf(value: string): string {
  if (value.includes('T')) return value;
  const [from, to = from] = value.split('/') as [string, string?];
  return `${first(from)}/${last(to!)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

function first(value: string): string {
  if (/^\d+X+$/.test(value)) return `${value.replaceAll('X', '0')}-01-01`;
  const [year, part, day] = value.split('-') as [string, string?, string?];
  if (!part) return `${year}-01-01`;
  if (Number(part) > 20) return `${year}-${two((Number(part) - 20) * 3)}-01`;
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

const shifted = (day: string, by: number): string =>
  iso(new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + by * 86_400_000));
const dayBefore = (day: string): string => shifted(day, -1);
const dayAfter = (day: string): string => shifted(day, 1);
