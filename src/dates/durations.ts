import type { Made } from '../language/grammar.ts';
import type { Match, ReaderClass } from '../language/pattern.ts';
import { ONLY_ONE } from '../language/pattern-nodes.ts';
import type { Token } from '../language/tokens.ts';
import { anyOf } from '../language/word-set.ts';
import { captured, type DateRule, type DateValue, isThe } from './form.ts';
import { isCapital, isMoney } from './guards.ts';
import { isoDuration } from './length.ts';
import { withQualifier } from './qualifier.ts';
import { type LengthUnit, UNITS } from './vocabulary.ts';

/* Lengths of time. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const KIND = '<kind>?';

function duration(
  value: string | null,
  relative: boolean,
  start: number,
  end: number,
): Made<DateValue> | null {
  if (value === null) return null;
  const confidence = relative ? 'inferred' : 'stated';
  return { value: { type: 'duration', value, relative }, confidence, start, end };
}

/** A plain length with its qualifier; "within" measures it from the publication or an event. */
function plain(
  value: string | null,
  tokens: readonly Token[],
  start: number,
  end: number,
): Made<DateValue> | null {
  const from = withQualifier(tokens, start);
  return duration(value, tokens[from - 1]?.lower === 'within', from, end);
}

const opensSpan = anyOf('the this over in within during for throughout across into');

/** "past" and "next" where they may be a length: "over the next year", "the past month". */
export const span: ReaderClass = {
  starts: ({ lower }) => SPANS.has(lower),
  second: ONLY_ONE,
  read: (tokens, index) =>
    opensSpan(tokens[index - 1]) ? { end: index + 1, value: tokens[index]!.lower } : null,
};

const SPANS = set('past last next coming');

/** In front of "a year", "one day", a bare singular: what makes it a length and not a rate. */
const opensLength = anyOf(
  'for in within over after nearly almost about around approximately roughly under than least most lasted lasting lasts last spent spending spend took taken take takes taking another full whole entire just only barely during through further wait waited waiting',
);

const closesLength = anyOf('after before later earlier from since long ahead following prior');
const isPeriod = anyOf('period span course space term total maximum minimum duration delay window');

/** Whether the words around "a year" or "one week" make it a length. */
function isLength(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 1];
  if (closesLength(tokens[end])) return true;
  if (before?.lower === 'of') return isPeriod(tokens[start - 2]);
  if (before?.lower === 'to') return tokens[start - 2]?.lower === 'up';
  return opensLength(before);
}

function isAge(tokens: readonly Token[], start: number, end: number): boolean {
  const after = tokens[end];
  const behind = after?.lower === '-' ? tokens[end + 1] : after;
  if (isOld(behind)) return true;
  if (after?.lower === 'of' && tokens[end + 1]?.lower === 'age') return true;
  return isAged(tokens[start - 1]);
}

const isOld = anyOf('old olds younger older');
const isAged = anyOf('aged age');

/** "24 hours a day", "seven days a week": always, or a rate. */
const isRate = (tokens: readonly Token[], end: number): boolean =>
  opensRate(tokens[end]) && isRateUnit(tokens[end + 1]);

const opensRate = anyOf('a per each every');
const isRateUnit = anyOf('day week month year');
const isOfWhole = anyOf('of ( said say have has had are were');
const isTerm = anyOf(
  'period window notice deadline limit plan term sentence suspension ban timeframe delay outage contract deal deadline course program programme cycle interval',
);
const repeats = anyOf('every each per');
const isWorking = anyOf('business working');
const isSign = anyOf('# /');

function makeCounted(match: Match, tokens: readonly Token[]): Made<DateValue> | null {
  const { start, end } = match;
  const unit = captured<LengthUnit>(match, 'unit')!;
  const at = match.captures.unit!.start;
  const low = captured<number>(match, 'num')!;
  const high = captured<number>(match, 'high');
  const hyphen = tokens[at - 1]!.lower === '-';
  const working = isWorking(tokens[at - 1]);
  // "two-day", "two days", "5 business day", but not "two day" and "two-days"
  if (unit.plural ? hyphen : !hyphen && !working && (high ?? low) !== 1 && low !== 1.5) {
    // "a 72 hour window"
    if (unit.plural || !isTerm(tokens[end])) return null;
  }
  if (low <= 0 || isAge(tokens, start, end) || isRate(tokens, end)) return null;
  if (tokens[end]?.lower === 'ago') return null;
  // a repetition or a rate, never a length
  if (repeats(tokens[start - 1])) return null;
  const word = tokens[at]!.lower;
  // "three quarters of the firms"; "a 5 second delay" is a length, "a second" hardly ever
  if (word.startsWith('quarter') && (isOfWhole(tokens[end]) || low > 8 || hyphen)) return null;
  const before = tokens[start - 1];
  if (isMoney(before) || isSign(before)) return null;
  if (before && before.lower === '-' && !before.spaced) return null;
  const bare = low === 1 && high === undefined && !hyphen && tokens[start]!.kind === 'word';
  if (bare && !isLength(tokens, start, end)) return null;
  // "the Five-Year Plan" is a name
  if (hyphen && isCapital(tokens[at]) && isCapital(tokens[end])) return null;
  const made = plain(isoDuration(unit, low, high), tokens, start, end);
  const article = made && unit.plural && made.start === start && isThe(tokens, start);
  return article ? { ...made, start: start - 1 } : made;
}

/** The units that may follow a unit in one length. */
const FINER = new Map<string, readonly string[]>([
  ['Y', ['M', 'W', 'D']],
  ['M', ['W', 'D']],
  ['W', ['D']],
  ['D', ['TH']],
  ['TH', ['TM']],
  ['TM', ['TS']],
]);

const OVER_TIME = /^(?:over|in|within|during|for|throughout|across|into)$/;

const MODALS = set('will would can could may might should must to not only did does');

export const durationRules: readonly DateRule[] = [
  {
    id: 'duration.counted',
    patterns: [
      `num=<num> ${KIND} unit=<unit>`,
      `num=<num> \\( <num> \\) ${KIND} unit=<unit>`,
      `num=<num> -|to|or ${KIND} high=<num> ${KIND} unit=<unit>`,
      'num=<num> ~- unit=~<unit>',
      'num=<num> (~- (to|or)? / to|or) -? high=<num> ~- unit=~<unit>',
    ],
    make: makeCounted,
    examples: [
      {
        text: 'During the two-day meeting they spoke for three hours about up to five years in jail.',
        finds: [
          { text: 'two-day', type: 'duration', value: 'P2D', relative: false },
          { text: 'three hours', value: 'PT3H' },
          { text: 'up to five years', value: 'P5Y' },
        ],
      },
      {
        text: 'A 72 hour window opens.',
        finds: [{ text: '72 hour', value: 'PT72H', relative: false }],
      },
      {
        text: 'Report within 72 hours; recovery took roughly one month, or 5 to 10 business days.',
        finds: [
          { text: '72 hours', value: 'PT72H', relative: true },
          { text: 'roughly one month', value: 'P1M' },
          { text: '5 to 10 business days', value: 'P5D/P10D' },
        ],
      },
      {
        text: 'A 21-year-old, 45 years old, used a zero-day 24 hours a day; one day he may stop.',
        finds: [],
      },
    ],
  },
  {
    id: 'duration.period',
    patterns: [
      'num=<num> ~- unit=~<unit> period|span|stretch|timeframe|window|timeline',
      'num=<num> ~- ~straight|consecutive|business|working|calendar|full unit=<unit>',
    ],
    make(match, tokens) {
      const unit = captured<LengthUnit>(match, 'unit')!;
      const value = isoDuration(unit, captured<number>(match, 'num')!);
      const article = /^(?:an?|the)$/.test(tokens[match.start - 1]?.lower ?? '');
      if (unit.plural) return plain(value, tokens, match.start, match.end);
      return article ? duration(value, false, match.start - 1, match.end) : null;
    },
    examples: [
      {
        text: 'Within a two-year period it ran for four-straight days.',
        finds: [
          { text: 'a two-year period', type: 'duration', value: 'P2Y', relative: false },
          { text: 'four-straight days', value: 'P4D' },
        ],
      },
      { text: 'A period of years; a two-part span.', finds: [] },
    ],
  },
  {
    id: 'duration.left-out',
    patterns: ['from <num> unit=<unit> to num=<num>'],
    make(match, tokens) {
      // "from 10 days to eight", but "from 10 days to eight hours"
      if (tokens[match.end]?.kind === 'word' || /^[-%]$/.test(tokens[match.end]?.lower ?? ''))
        return null;
      const value = isoDuration(captured(match, 'unit')!, captured<number>(match, 'num')!);
      return duration(value, false, match.captures.num!.start, match.end);
    },
    examples: [
      {
        text: 'Repairs fell from 12 weeks to five.',
        finds: [
          { text: '12 weeks', type: 'duration', value: 'P12W' },
          { text: 'five', type: 'duration', value: 'P5W' },
        ],
      },
      { text: 'It rose from two days to 5% of days.', finds: [{ text: 'two days' }] },
    ],
  },
  {
    id: 'duration.compound',
    patterns: ['num=<firstnum> unit=<unit> ,? and? rest=<num> small=<unit>'],
    make(match, tokens) {
      const unit = captured<LengthUnit>(match, 'unit')!;
      const small = captured<LengthUnit>(match, 'small')!;
      const first = isoDuration(unit, captured<number>(match, 'num')!);
      const second = isoDuration(small, captured<number>(match, 'rest')!);
      const finer = FINER.get(unit.designator)?.includes(small.designator);
      if (!first || !second || !finer || isAge(tokens, match.start, match.end)) return null;
      const time = second.startsWith('PT') && !first.startsWith('PT');
      const value = first + (time ? second.slice(1) : second.replace(/^PT?/, ''));
      return plain(value, tokens, match.start, match.end);
    },
    examples: [
      {
        text: 'He got two years and six months; the outage lasted 1 hour and 30 minutes.',
        finds: [
          { text: 'two years and six months', type: 'duration', value: 'P2Y6M' },
          { text: '1 hour and 30 minutes', value: 'PT1H30M' },
        ],
      },
      { text: 'Terms of six months and two years differ; 3 days and 4 users.', finds: [] },
    ],
  },
  {
    id: 'duration.article',
    patterns: [`a|an|another ${KIND} unit=<unit>`],
    make(match, tokens) {
      const { start, end } = match;
      const unit = captured<LengthUnit>(match, 'unit')!;
      // "a second", "a quarter", "a night" are seldom lengths
      if (unit.plural || /^(?:second|quarter|night)$/.test(tokens[end - 1]!.lower)) return null;
      if (tokens[end]?.lower === 'ago' || isAge(tokens, start, end)) return null;
      if (tokens[end]?.spaced === false && tokens[end]!.lower === '-') return null;
      const kind = tokens[start + 1]!.lower;
      const whole = kind === 'full' || kind === 'whole' || kind === 'entire';
      if (!whole && !isLength(tokens, start, end)) return null;
      return plain(isoDuration(unit, 1), tokens, start, end);
    },
    examples: [
      {
        text: 'It happened a week after the visit, and held for nearly a decade.',
        finds: [
          { text: 'a week', type: 'duration', value: 'P1W', relative: false },
          { text: 'nearly a decade', value: 'P10Y' },
        ],
      },
      { text: 'It costs $5 billion a year, twice a day, a month of pain.', finds: [] },
    ],
  },
  {
    id: 'duration.half',
    patterns: [
      'a|one unit=<unit> and a? half',
      'half=½ (an|a / of an|a)? unit=<unit>',
      'half=half a|an|- unit=<unit>',
      'half=half - a - unit=<unit>',
      'quarter=quarter -|of? a? unit=century',
      'quarter=quarter of a unit=century',
    ],
    make(match, tokens) {
      const unit = UNITS.get(tokens[match.captures.unit!.start]!.lower)!;
      if (unit.plural) return null;
      const part = match.captures.half ? 0.5 : match.captures.quarter ? 0.25 : 1.5;
      const article = part < 1 && /^a$/.test(tokens[match.start - 1]?.lower ?? '');
      return plain(isoDuration(unit, part), tokens, match.start - (article ? 1 : 0), match.end);
    },
    examples: [
      {
        text: 'After a year and a half, half an hour of talk settled what a quarter century had not.',
        finds: [
          { text: 'a year and a half', type: 'duration', value: 'P1Y6M' },
          { text: 'half an hour', value: 'PT30M' },
          { text: 'a quarter century', value: 'P25Y' },
        ],
      },
      { text: 'Half a million users, half of them idle; a quarter of the year.', finds: [] },
    ],
  },
  {
    id: 'duration.relative',
    patterns: [
      `relative=last|past|next|coming|previous|preceding|following|subsequent|first|final num=<num> (-|to|or high=<num>)? ${KIND} unit=<unit>`,
      'num=<num> relative=past|previous|next|coming|upcoming|following unit=<unit>',
      `relative=<span> ${KIND} unit=<unit> (and a half=half)?`,
    ],
    make(match, tokens) {
      const { end } = match;
      const unit = captured<LengthUnit>(match, 'unit')!;
      const counted = match.captures.num !== undefined;
      const low = captured<number>(match, 'num') ?? (match.captures.half ? 1.5 : 1);
      const word = tokens[match.captures.relative!.start]!.lower;
      const article = isThe(tokens, match.start) || tokens[match.start - 1]?.lower === 'this';
      const start = article ? match.start - 1 : match.start;
      const before = tokens[start - 1]?.lower ?? '';
      // "it may last two weeks"
      if (word === 'last' && MODALS.has(tokens[match.start - 1]?.lower ?? '')) return null;
      if (low <= 0 || unit.plural !== (counted && low > 1) || tokens[end]?.lower === '-')
        return null;
      if (!counted) {
        // "over the next year", but "the last week of May"; "last year" is a date
        if (!(article || OVER_TIME.test(before)) || unit.designator.startsWith('T')) return null;
        if (/^(?:night|weekend|quarter)$/.test(tokens[match.captures.unit!.start]!.lower))
          return null;
        if (word !== 'past' && !OVER_TIME.test(before)) {
          return null;
        }
        if (word === 'last' && tokens[end]?.lower === 'of') return null;
      }
      const measured = word !== 'first' && word !== 'final';
      if (!measured && tokens[end]?.lower === 'of') return null;
      return duration(
        isoDuration(unit, low, captured<number>(match, 'high')),
        measured,
        start,
        end,
      );
    },
    examples: [
      {
        text: 'In the past nine years, over the next 12 months and in the past month alone.',
        finds: [
          { text: 'the past nine years', type: 'duration', value: 'P9Y', relative: true },
          { text: 'the next 12 months', value: 'P12M', relative: true },
          { text: 'the past month', value: 'P1M', relative: true },
        ],
      },
      { text: 'In recent years, the past few months and last year.', finds: [] },
    ],
  },
  {
    id: 'duration.long',
    patterns: ['unit=<unit> ~- ~long', 'num=<num> ~- unit=~<unit> ~- ~long'],
    make(match, tokens) {
      const unit = UNITS.get(tokens[match.captures.unit!.start]!.lower)!;
      if (unit.plural) return null;
      const number = captured<number>(match, 'num');
      // the "long" behind a number is as little part of it as the "old" of an age
      if (number !== undefined) {
        return duration(isoDuration(unit, number), false, match.start, match.end - 2);
      }
      const before = tokens[match.start - 1];
      if (before?.lower === '-' && !tokens[match.start]!.spaced) return null;
      return duration(isoDuration(unit, 1), false, match.start, match.end);
    },
    examples: [
      {
        text: 'After a year-long inquiry into a two-month-long siege nothing was found.',
        finds: [
          { text: 'year-long', type: 'duration', value: 'P1Y' },
          { text: 'two-month', value: 'P2M' },
        ],
      },
      { text: 'A decades-long feud.', finds: [] },
    ],
  },
];
