import type { Made } from '../language/grammar.ts';
import type { Token } from '../language/tokens.ts';
import type { Context } from './context.ts';
import { captured, type DateRule, type DateValue, isThe, madeOf } from './form.ts';
import { type Moment, resolveMoment, type YearRef } from './moment.ts';
import { MONTH, named } from './notation.ts';
import { century } from './stretch.ts';

/* Lists of dates of which the last alone has the month or the year that all of them share. */

export const AND = 'and|or|&|\\/';
/** Further months, and further days with months of their own, in front of the last one of a list. */
const MONTHS = '(, (early|mid|late -?)? <month>|<mon>){0,4}';
const DAY_FIRST = '(<weekday>|<wday> ,?)? the? <day> of? <month>|<mon> ~.?';
const MONTH_FIRST = '(<weekday>|<wday> ,?)? <month>|<mon> ~.? the? <day>';

/** "may" and "march" in small letters are verbs. */
const isVerb = (token: Token): boolean => token.text === 'may' || token.text === 'march';

/** A short name has its full stop with it. */
const behindName = (tokens: readonly Token[], end: number): number =>
  tokens[end]?.text === '.' && !tokens[end]!.spaced ? end + 1 : end;

/** The year of an item that stands before a later month: of "November and January 2021" 2020. */
const yearAt = (year: YearRef, month: number, until: number): YearRef =>
  month <= until
    ? year
    : 'year' in year
      ? { year: year.year - 1 }
      : 'shift' in year
        ? { shift: year.shift - 1 }
        : year;

/** A moment as an item of a list, whose later items may hang on it. */
export function listed(
  moment: Moment,
  tokens: readonly Token[],
  context: Context,
  start: number,
  end: number,
): Made<DateValue> | null {
  const resolved = resolveMoment(moment, { tokens, start, end, context });
  if (resolved?.stretch) context.seen.push({ start, end, stretch: resolved.stretch, listed: true });
  return madeOf(resolved, context, start, end);
}

export const listRules: readonly DateRule[] = [
  {
    id: 'list.month',
    patterns: [
      `${MONTH} ${MONTHS} ,? ${AND} (early|mid|late -?)? until=<month>|<mon> .? (of|,|in)? year=<yearref>`,
    ],
    make(match, tokens, context) {
      const month = match.captures.month!;
      if (isVerb(tokens[month.start]!) || tokens[match.start - 1]?.lower === 'between') return null;
      const year = yearAt(
        captured<YearRef>(match, 'year')!,
        month.value as number,
        captured<number>(match, 'until')!,
      );
      return listed(
        { kind: 'month', month: month.value as number, year },
        tokens,
        context,
        match.start,
        behindName(tokens, month.end),
      );
    },
    examples: [
      {
        text: 'It struck in March and April 2020.',
        finds: [{ text: 'March', value: '2020-03' }],
      },
      {
        text: 'Ports shut in November, December and January 2019.',
        finds: [
          { text: 'November', value: '2018-11', relative: false },
          { text: 'December', value: '2018-12' },
        ],
      },
      {
        text: 'Losses doubled in June and July last year.',
        published: '2021-09-15',
        finds: [{ text: 'June', value: '2020-06', relative: true }],
      },
      { text: 'They march and in April 2020 rest.', finds: [] },
    ],
  },
  {
    id: 'list.part',
    patterns: [
      `season=<season> (,|${AND} early|mid|late? <season>){0,2} ,? ${AND} (early|mid|late -?)? <season> (of|,|in)? year=<yearref>`,
      `quarter=<qname> (, <qname>){0,2} ,? ${AND} <qname> (of|in|,)? year=<yearref>`,
      `half=<hname> ${AND} <hname> (of|in|,)? year=<yearref>`,
      `quarter=<ord> (, <ord>){0,2} ,? ${AND} <ord> quarter|quarters (of|in) (the? fiscal|calendar)? year=<yearref>`,
      `half=<ord> ${AND} <ord> half|halves (of|in) (the? fiscal|calendar)? year=<yearref>`,
    ],
    make(match, tokens, context) {
      const year = captured<YearRef>(match, 'year')!;
      const { season, quarter, half } = match.captures;
      const part = (season ?? quarter ?? half)!;
      const number = part.value as number;
      if (!season && (number < 1 || number > (quarter ? 4 : 2))) return null;
      if (season && /^(?:early|mid|late)$/.test(tokens[match.start - 1]?.lower ?? '')) return null;
      const moment: Moment = season
        ? { kind: 'season', season: number, year }
        : { kind: quarter ? 'quarter' : 'half', number, year };
      const start = isThe(tokens, match.start) ? match.start - 1 : match.start;
      return listed(moment, tokens, context, start, part.end);
    },
    examples: [
      {
        text: 'It grew in Q2 and Q3 2019 and in the second and third quarters of 2018.',
        finds: [
          { text: 'Q2', value: '2019-04/2019-06' },
          { text: 'the second', value: '2018-04/2018-06' },
        ],
      },
      {
        text: 'It was quiet in the spring and summer of 2019.',
        finds: [{ text: 'the spring', value: '2019-21' }],
      },
      { text: 'The second and third quarters went to farmers; they spring and fall.', finds: [] },
    ],
  },
  {
    id: 'list.century',
    patterns: [`number=<ord> (, <ord>){0,2} ,? ${AND}|to <ord> century|centuries`],
    make(match, tokens, context) {
      const number = match.captures.number!;
      const place = number.value as number;
      if (place < 1 || place > 22) return null;
      const stretch = century((place - 1) * 100);
      const start = isThe(tokens, match.start) ? match.start - 1 : match.start;
      return madeOf({ stretch, relative: false, confidence: 'stated' }, context, start, number.end);
    },
    examples: [
      {
        text: 'Trade grew in the 19th and 20th centuries.',
        finds: [{ text: 'the 19th', value: '18XX' }],
      },
      { text: 'The 19th and 20th floors are let.', finds: [] },
    ],
  },
  {
    id: 'list.day',
    patterns: [
      `${MONTH} the? from=<day> (, the? <day>){0,5} ,? ${AND} the? <day> (,? year=<yearref> / of year=<yearref>)?`,
      `from=<day> (, the? <day>){0,5} ,? ${AND} the? <day> of? ${MONTH} (,|of? year=<yearref>)?`,
    ],
    make(match, tokens, context) {
      const from = match.captures.from!;
      const month = match.captures.month!;
      if (isVerb(tokens[month.start]!)) return null;
      if (tokens[match.start - 1]?.lower === 'between') return null;
      const first = from.start === match.start;
      // "the 3rd and 4th of May"
      const article = first && from.end - from.start > 1 && isThe(tokens, from.start);
      const moment: Moment = {
        kind: 'day',
        month: month.value as number,
        day: from.value as number,
        year: captured<YearRef>(match, 'year'),
      };
      const start = article ? match.start - 1 : match.start;
      return listed(moment, tokens, context, start, from.end);
    },
    examples: [
      {
        text: 'It struck on July 4 and 5, 2021, and on 3 and 8 May 2022.',
        finds: [
          { text: 'July 4', value: '2021-07-04' },
          { text: '3', value: '2022-05-03' },
        ],
      },
      {
        text: 'Panels sat on the 2nd, 3rd and 5th of June 2020.',
        finds: [
          { text: 'the 2nd', value: '2020-06-02' },
          { text: '3rd', value: '2020-06-03' },
        ],
      },
      { text: 'About 3 and 8 per cent in May 2022.', finds: [] },
    ],
  },
  {
    id: 'list.full-day',
    patterns: [
      ...named(
        `${MONTH} the? day=<day> (, on? ${MONTH_FIRST}){0,3} ,? and|or|& again? on? (<weekday>|<wday> ,?)? until=<month>|<mon> ~.? the? <day> ,? year=<year>`,
      ),
      ...named(
        `the? day=<day> of? ${MONTH} (, on? ${DAY_FIRST}){0,3} ,? and|or|& again? on? (<weekday>|<wday> ,?)? the? <day> of? until=<month>|<mon> ~.? ,? year=<year>`,
      ),
    ],
    make(match, tokens, context) {
      const { month, day, until } = match.captures;
      if (isVerb(tokens[month!.start]!) || isVerb(tokens[until!.start]!)) return null;
      const year = yearAt(
        { year: captured<number>(match, 'year')! },
        month!.value as number,
        until!.value as number,
      );
      const end = Math.max(day!.end, behindName(tokens, month!.end));
      return listed(
        {
          kind: 'day',
          month: month!.value as number,
          day: day!.value as number,
          year,
          weekday: captured<number>(match, 'name'),
        },
        tokens,
        context,
        match.start,
        end,
      );
    },
    examples: [
      {
        text: 'Courts sat on March 3 and April 5, 2019, and on 30 December, 2 January and 9 January 2018.',
        finds: [
          { text: 'March 3', value: '2019-03-03', relative: false },
          { text: '30 December', value: '2017-12-30' },
          { text: '2 January', value: '2018-01-02' },
        ],
      },
      { text: 'Between them and 5 April 2019 stood 3 or 4 banks.', finds: [] },
    ],
  },
];
