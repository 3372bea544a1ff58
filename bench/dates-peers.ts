/* The peers of the dates' benchmark: chrono-node and Recognizers-Text, their answers in EDTF. */
import { createRequire } from 'node:module';

/** Something found in a text. Offsets are UTF-16 code units, half-open. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly type: 'date' | 'time' | 'duration' | 'set';
  /** EDTF or an ISO 8601 duration; null where it has none. */
  readonly value: string | null;
}

interface ChronoResult {
  readonly index: number;
  readonly text: string;
  readonly start: ChronoPart;
  readonly end: ChronoPart | null;
}
interface ChronoPart {
  get(part: string): number | null;
  isCertain(part: string): boolean;
}
interface Chrono {
  parse(text: string, reference?: { instant: Date; timezone: number }): ChronoResult[];
}

/** One answer of Recognizers-Text. `end` is the last character's own offset. */
interface Recognized {
  readonly start: number;
  readonly end: number;
  readonly typeName: string;
  readonly resolution?: { readonly values?: readonly Resolution[] } | null;
}

/** One of the readings of an expression, in an answer and in a case's expectation alike. */
export interface Resolution {
  readonly timex?: string;
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

interface Suite {
  readonly DateTimeOptions: { readonly None: number; readonly Calendar: number };
  recognizeDateTime(text: string, culture: string, options: number, now: Date): Recognized[];
}

export interface Answer {
  readonly start: number;
  readonly end: number;
  readonly resolutions: readonly Resolution[];
}

const require = createRequire(import.meta.url);

/** A package that need not be installed. */
function installed<Library>(name: string): Library | null {
  try {
    return require(name) as Library;
  } catch {
    return null;
  }
}

/** chrono-node over a whole text, as precise as what it calls certain; null where not installed. */
export function chrono(): ((text: string, day: string | null) => Found[]) | null {
  const library = installed<Chrono>('chrono-node');
  return (
    library &&
    ((text, day) =>
      library
        .parse(text, day ? { instant: new Date(`${day}T12:00:00Z`), timezone: 0 } : undefined)
        .map(({ index, text: words, start, end }) => ({
          start: index,
          end: index + words.length,
          type: start.isCertain('hour') ? 'time' : 'date',
          value: end ? `${chronoValue(start)}/${chronoValue(end)}` : chronoValue(start),
        })))
  );
}

function chronoValue(part: ChronoPart): string {
  const two = (name: string) => String(part.get(name) ?? 0).padStart(2, '0');
  const year = String(part.get('year') ?? 0).padStart(4, '0');
  const day = `${year}-${two('month')}-${two('day')}`;
  if (part.isCertain('hour')) return `${day}T${two('hour')}:${two('minute')}`;
  if (part.isCertain('day') || part.isCertain('weekday')) return day;
  return part.isCertain('month') ? `${year}-${two('month')}` : year;
}

/**
 * Recognizers-Text on one sentence; null where not installed. `calendar` is its mode for calendars.
 * @param time ISO, the reference
 */
export function recognizers():
  | ((sentence: string, time: string, calendar?: boolean) => Answer[])
  | null {
  const suite = installed<Suite>('@microsoft/recognizers-text-suite');
  if (!suite) return null;
  const { None, Calendar } = suite.DateTimeOptions;
  return (sentence, time, calendar = false) => {
    try {
      return suite
        .recognizeDateTime(sentence, 'en-us', calendar ? Calendar : None, new Date(time))
        .map(({ start, end, resolution }) => ({
          start,
          end: end + 1,
          resolutions: resolution?.values ?? [],
        }));
    } catch {
      // it throws on some sentences; that is an empty answer
      return [];
    }
  };
}

/** Its seasons in EDTF's codes. */
const SEASONS: Readonly<Record<string, string>> = { SP: '21', SU: '22', FA: '23', WI: '24' };

/** How a stretch's timex is written in EDTF, the first that fits. Ends stand as they are said. */
const STRETCHES: readonly (readonly [
  timex: RegExp,
  edtf: (found: RegExpExecArray, of: Resolution) => string | null,
])[] = [
  [/^\d{4}(?:-\d{2})?$/, ([all]) => all],
  [/^XXXX-\d{2}$/, (_, { start, end }) => (start ?? end)?.slice(0, 7) ?? null],
  [/^(\d{4})-(SP|SU|FA|WI)$/, ([, year, season]) => `${year}-${SEASONS[season!]}`],
  [/^\((\d{3})0-01-01,\d{3}0-01-01,P10Y\)$/, ([, decade]) => `${decade}X`],
  [
    /,P\d+Y\)$/,
    (_, { start, end }) => (start && end ? `${start.slice(0, 4)}/${end.slice(0, 4)}` : null),
  ],
  [
    /,P\d+M\)$/,
    (_, { start, end }) => (start && end ? `${start.slice(0, 7)}/${end.slice(0, 7)}` : null),
  ],
  [/^/, (_, { start, end }) => (start && end ? `${start}/${end}` : (start ?? end ?? null))],
];

/**
 * Its dates as EDTF: of several readings the first, which is the past one. Clock times without a
 * day, lengths and repetitions are no calendar dates and are left out.
 */
export function datesOf(answers: readonly Answer[]): Found[] {
  return answers.flatMap(({ start, end, resolutions }) => {
    const [of] = resolutions;
    if (!of) return [];
    if (of.type === 'date') return { start, end, type: 'date', value: of.value ?? null };
    if (of.type === 'datetime') {
      const value = of.value?.slice(0, 16).replace(' ', 'T') ?? null;
      return { start, end, type: 'time', value };
    }
    if (of.type !== 'daterange') return [];
    for (const [timex, edtf] of STRETCHES) {
      const found = timex.exec(of.timex ?? '');
      if (found) return { start, end, type: 'date', value: edtf(found, of) };
    }
    return [];
  });
}
