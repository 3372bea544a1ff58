import type { ReaderClass } from '../language/pattern.ts';
import { anyOf } from '../language/word-set.ts';
import { captured, type Form, isThe } from './form.ts';
import { isLink } from './guards.ts';
import type { Moment } from './moment.ts';
import type { Counted, Third } from './stretch.ts';
import { EDGE_WORDS, type ShiftedUnit } from './vocabulary.ts';

/* Parts of a stretch: "late 2020", "the end of last month", "the third week of April". */

const FIRST = new Map<string, number>([
  ['opening', 1],
  ['first', 1],
  ['last', -1],
  ['final', -1],
  ['closing', -1],
]);

const nthOf = (match: Parameters<Form['make']>[0], word: string | undefined): number =>
  captured<number>(match, 'nth') ?? FIRST.get(word ?? '') ?? 1;

/** Forms over `<whole>`: any moment but these, and "the year", "the month" of which one may speak. */
const tellsFiscal = anyOf('fiscal financial fy');
const leadsToAim = anyOf('that this which same these those');

export const partForms: readonly Form[] = [
  {
    id: 'part.third',
    patterns: [
      'third=<third> -? of=<base>',
      'third=early|mid|late (in|on) the? of=<base>',
      'very? third=early|late|middle (part|parts|half|days|weeks|months) of the? of=<base>',
      'third=middle of the? of=<whole>',
      'latter (part|half|months) of the? of=<whole>',
      'mid -? of=year of? year=<yearref>?',
    ],
    // "the early 1990s", "the middle of 2021", but "the late 2020 campaign"
    article: (match, tokens) =>
      /^(?:s|'s|century)$/.test(tokens[match.end - 1]!.lower) ||
      tokens.slice(match.start, match.end).some(({ lower }) => lower === 'of' || lower === 'in'),
    make(match, tokens) {
      const of = match.captures.of!;
      // "in her mid-50s": an age
      if (/^(?:my|our|your|her|his|their)$/.test(tokens[match.start - 1]?.lower ?? '')) return null;
      const written = match.captures.third;
      const word = written ? tokens[written.start]!.lower : '';
      const third: Third =
        word === 'early'
          ? 'early'
          : word === 'late' ||
              tokens.slice(match.start, of.start).some((token) => token.lower === 'latter')
            ? 'late'
            : 'mid';
      if (tokens[of.start]!.lower === 'year' && of.end - of.start === 1) {
        return {
          kind: 'third',
          third,
          of: { kind: 'year', year: captured(match, 'year') ?? { same: true } },
        };
      }
      return { kind: 'third', third, of: of.value as Moment };
    },
    examples: [
      {
        text: 'Since early 2020, and from mid-July 2021 to the late 1990s, it grew.',
        finds: [
          { text: 'early 2020', value: '2020-01/2020-04', relative: false },
          { text: 'mid-July 2021', value: '2021-07-11/2021-07-20' },
          { text: 'the late 1990s', value: '1997/1999' },
        ],
      },
      {
        text: 'It opened late last year and closes in mid-2026.',
        published: '2021-07-15',
        finds: [
          { text: 'late last year', value: '2020-09/2020-12', relative: true },
          { text: 'mid-2026', value: '2026-05/2026-08' },
        ],
      },
      {
        text: 'Late filings, analysts in their mid-50s, early warning and mid-size firms.',
        finds: [],
      },
    ],
  },
  {
    id: 'part.edge',
    patterns: [
      'very? edge=<edge> of the? of=<whole>',
      'edge=end|middle|start of unit=year|month|quarter|week',
      "(year -? end / year 's -? end / years end) (of? year=<yearref>)?",
      "unit=year|month|week|quarter|decade 's end",
      'end -? of=<base>',
    ],
    article: (match, tokens) => tokens[match.start + 1]?.lower !== '-',
    make(match, tokens) {
      const of = match.captures.of;
      const written = match.captures.edge;
      // "they met to that end last year"
      if (!written && leadsToAim(tokens[match.start - 1])) return null;
      // "the end of the 2016 campaign" is no end of a year
      if (of && isThe(tokens, of.start) && (of.value as Moment).kind === 'year') {
        const after = tokens[match.end];
        if (after?.kind === 'word' && after.spaced && !isLink(after)) return null;
      }
      const edge = written ? EDGE_WORDS.get(tokens[written.start]!.lower)! : 'end';
      let whole: Moment;
      if (of) whole = of.value as Moment;
      else {
        const unit = match.captures.unit
          ? (tokens[match.captures.unit.start]!.lower as ShiftedUnit)
          : 'year';
        whole =
          unit === 'year'
            ? { kind: 'year', year: captured(match, 'year') ?? { same: true } }
            : { kind: 'shifted', unit, by: 0 };
      }
      return edge === 'mid'
        ? { kind: 'third', third: 'mid', of: whole }
        : { kind: 'edge', edge, of: whole };
    },
    examples: [
      {
        text: 'By the end of last year, and again at the start of 2022, by the end of March 2023.',
        published: '2021-07-15',
        finds: [
          { text: 'the end of last year', value: '2020-12', relative: true },
          { text: 'the start of 2022', value: '2022-01', relative: false },
          { text: 'the end of March 2023', value: '2023-03-31' },
        ],
      },
      {
        text: 'It is due by the end of the year.',
        published: '2021-07-15',
        finds: [{ text: 'the end of the year', value: '2021-12', relative: true }],
      },
      {
        text: 'By the end of the 2016 campaign it was spent.',
        finds: [{ text: '2016', value: '2016' }],
      },
      {
        text: 'To that end last year they met.',
        published: '2021-07-15',
        finds: [{ text: 'last year', value: '2020' }],
      },
      { text: 'The end of an era; end users; the beginning of talks.', finds: [] },
    ],
  },
  {
    id: 'part.counted',
    patterns: [
      '(nth=<ord> / which=last|final|closing|opening) num=<num>? unit=<counted> of|in the? of=<whole>',
      'quarter=<qname> (of|in|,)? the? of=<base>',
    ],
    article: (match) => match.captures.quarter === undefined,
    make(match, tokens) {
      const of = match.captures.of!;
      const quarter = captured<number>(match, 'quarter');
      if (quarter !== undefined) {
        // "Q1 of the financial year 2021/22"; that of a plain year is read as such
        if (!tokens.slice(of.start, of.end).some(tellsFiscal)) return null;
        return {
          kind: 'counted',
          unit: 'quarter',
          from: quarter,
          count: 1,
          of: of.value as Moment,
        };
      }
      const unit = captured<Counted>(match, 'unit')!;
      const count = captured<number>(match, 'num') ?? 1;
      const which = match.captures.which;
      const nth = nthOf(match, which && tokens[which.start]!.lower);
      if (!Number.isInteger(count) || count < 1 || count > 100) return null;
      return { kind: 'counted', unit, from: nth, count, of: of.value as Moment };
    },
    examples: [
      {
        text: 'The delegates met in the third week of April 2015 and the last quarter of 2020.',
        finds: [
          { text: 'the third week of April 2015', value: '2015-04-15/2015-04-21' },
          { text: 'the last quarter of 2020', value: '2020-10/2020-12' },
        ],
      },
      {
        text: 'In the first five months of 2021 and the first half of the year cases rose.',
        published: '2021-07-15',
        finds: [
          { text: 'the first five months of 2021', value: '2021-01/2021-05' },
          { text: 'the first half of the year', value: '2021-01/2021-06', relative: true },
        ],
      },
      { text: 'On the second day of the summit, the first week in office.', finds: [] },
    ],
  },
  {
    id: 'part.weekday',
    patterns: ['(nth=<ord> / which=last|final) weekday=<weekday> of|in the? of=<whole>'],
    article: () => true,
    make(match) {
      const nth = captured<number>(match, 'nth') ?? -1;
      return {
        kind: 'nth',
        weekday: captured<number>(match, 'weekday')!,
        nth,
        of: match.captures.of!.value as Moment,
      };
    },
    examples: [
      {
        text: 'Patches come on the second Tuesday of May 2021 and the last Friday in June 2021.',
        finds: [
          { text: 'the second Tuesday of May 2021', value: '2021-05-11' },
          { text: 'the last Friday in June 2021', value: '2021-06-25' },
        ],
      },
      { text: 'The second Friday of the siege.', finds: [] },
    ],
  },
];

/** What of "the year" and the like a part may be told of, though it never stands alone. */
const WHOLES = new Map<string, Moment>([
  ['year', { kind: 'year', year: { same: true } }],
  ...(['month', 'week', 'quarter', 'decade', 'century'] as const).map((unit): [string, Moment] => [
    unit,
    { kind: 'shifted', unit, by: 0 },
  ]),
]);

/** A base, or "year", "month" and the like behind "the". */
export const wholeOf = (base: ReaderClass): ReaderClass => ({
  starts: (form) => base.starts(form) || WHOLES.has(form.lower),
  second: base.second ? { ...base.second, empty: true } : null,
  read(tokens, index) {
    const { form, lower } = tokens[index]!;
    const found = base.starts(form) ? base.read(tokens, index) : null;
    if (found || !isThe(tokens, index)) return found;
    const value = WHOLES.get(lower);
    return value ? { end: index + 1, value } : null;
  },
});
