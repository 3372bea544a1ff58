import type { Made } from '../language/grammar.ts';
import type { Match } from '../language/pattern.ts';
import type { Token } from '../language/tokens.ts';
import { captured, type DateRule, type DateValue } from './form.ts';
import { isoDuration } from './length.ts';
import type { LengthUnit } from './vocabulary.ts';

/* Lengths of time. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words in front of a length that belong to it: "up to two years", "nearly a decade". */
const ABOUT =
  '(<qualifier> / up to / (at|the)? least|most / more|less|fewer than / no|not? more|less|fewer|longer than / just? over|under / as|so little|long|much|many as / well over / close to / a full|further|whole|mere|total of? / anywhere from)?';
const KIND =
  '(full|whole|more|consecutive|straight|calendar|business|working|successive|additional|extra|long|fiscal|entire|short|academic)?';
/** "the past", "the next": the length is measured from the publication. */
const SINCE =
  '(almost|nearly|roughly)? the? relative=last|past|next|coming|previous|preceding|following|subsequent|first|final';

const duration = (
  value: string | null,
  relative: boolean,
  start: number,
  end: number,
): Made<DateValue> | null =>
  value === null
    ? null
    : {
        value: { type: 'duration', value, relative },
        confidence: relative ? 'inferred' : 'stated',
        start,
        end,
      };

const BEFORE_OVER = set(
  'for after in of by lasting lasted last took taken taking takes spent spending just well with within every',
);

/** Where a length begins: "for over a week" holds its "over", "rose over two years" does not. */
const withoutOver = (tokens: readonly Token[], start: number): number =>
  tokens[start]!.lower === 'over' && !BEFORE_OVER.has(tokens[start - 1]?.lower ?? '')
    ? start + 1
    : start;

/** In front of "a year", "one day", a bare singular: what makes it a length and not a rate. */
const LENGTH_CUES = set(
  'for in within over after nearly almost about around approximately roughly under than least most lasted lasting lasts last spent spending spend took taken take takes taking every another full whole entire just only barely during through of up to some further wait waited waiting',
);

const AFTER_CUES = set('after before later earlier from since long ahead following prior');

/** Whether the words around "a year" or "one week" make it a length. */
function isLength(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 1]?.lower ?? '';
  const after = tokens[end]?.lower ?? '';
  if (AFTER_CUES.has(after)) return true;
  if (!LENGTH_CUES.has(before)) return false;
  if (before === 'of')
    return /^(?:period|span|course|space|term|total|maximum|minimum|duration|delay|window)$/.test(
      tokens[start - 2]?.lower ?? '',
    );
  if (before === 'to') return tokens[start - 2]?.lower === 'up';
  return true;
}

function isAge(tokens: readonly Token[], start: number, end: number): boolean {
  const after = tokens[end];
  const behind = after?.lower === '-' ? tokens[end + 1] : after;
  if (behind && /^(?:old|olds|younger|older)$/.test(behind.lower)) return true;
  if (after?.lower === 'of' && tokens[end + 1]?.lower === 'age') return true;
  return /^(?:aged|age)$/.test(tokens[start - 1]?.lower ?? '');
}

function makePlain(match: Match, tokens: readonly Token[]): Made<DateValue> | null {
  const { start, end } = match;
  const unit = captured<LengthUnit>(match, 'unit')!;
  const low = captured<number>(match, 'num')!;
  const high = captured<number>(match, 'high');
  const number = match.captures.num!;
  if (low <= 0 || isAge(tokens, start, end)) return null;
  const after = tokens[end];
  const hyphen = tokens[match.captures.unit!.start - 1]?.lower === '-';
  if (!unit.plural && !hyphen && (high ?? low) !== 1 && unit.designator !== 'D') {
    // "two week" is none; "one day a week" and "5 second" neither
    if (!/^(?:business|working)$/.test(tokens[match.captures.unit!.start - 1]?.lower ?? ''))
      return null;
  }
  if (hyphen && unit.plural && after?.lower !== '-') {
    if (!tokens[match.captures.unit!.start - 1]!.spaced) return null;
  }
  const quarter = tokens[match.captures.unit!.start]!.lower.startsWith('quarter');
  if (quarter && (after?.lower === 'of' || low > 8)) return null;
  if (after?.lower === 'ago') return null;
  // "24 hours a day" is always; "minutes" of a "3 minute" rate
  if (
    /^(?:a|per|each|every)$/.test(after?.lower ?? '') &&
    /^(?:day|week|month|year)$/.test(tokens[end + 1]?.lower ?? '')
  ) {
    return null;
  }
  const before = tokens[start - 1];
  if (before && /^[\p{Sc}#/]$/u.test(before.text)) return null;
  if (before?.lower === '-' && !before.spaced && !tokens[start]!.spaced) return null;
  const one =
    low === 1 &&
    high === undefined &&
    !hyphen &&
    number.end - number.start === 1 &&
    tokens[number.start]!.kind === 'word';
  if (one && !isLength(tokens, start, end) && start === number.start) return null;
  if (
    tokens[number.start]!.lower === 'second' ||
    (unit.designator === 'TS' && !unit.plural && !hyphen)
  )
    return null;
  const relative = before?.lower === 'within';
  return duration(isoDuration(unit, low, high), relative, withoutOver(tokens, start), end);
}

export const durationRules: readonly DateRule[] = [
  {
    id: 'duration.counted',
    patterns: [
      `${ABOUT} num=<num> ${KIND} unit=<unit> 's|'?`,
      `${ABOUT} num=<num> -|to|or ${ABOUT} high=<num> ${KIND} unit=<unit> '?`,
      'num=<num> ~- unit=~<unit>',
      'num=<num> -|to|or ~-? high=<num> ~-|- unit=<unit>',
    ],
    make(match, tokens) {
      const made = makePlain(match, tokens);
      if (!made) return null;
      // the possessive ("two years' work") is outside
      const last = tokens[match.end - 1]!;
      return last.lower === "'" || last.lower === "'s" ? { ...made, end: match.end - 1 } : made;
    },
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
        text: 'Report within 72 hours; recovery took approximately one week, or 5 to 10 business days.',
        finds: [
          { text: '72 hours', value: 'PT72H', relative: true },
          { text: 'approximately one week', value: 'P1W' },
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
    id: 'duration.article',
    patterns: [
      `${ABOUT} a|an ${KIND} unit=<unit>`,
      `${ABOUT} a|an unit=<unit> and a half=half`,
      `${ABOUT} half=half a|an unit=<unit>`,
      `${ABOUT} one and a half=half unit=<unit>`,
      `${ABOUT} a? quarter=quarter -? (of a)? unit=century`,
    ],
    make(match, tokens) {
      const unit = captured<LengthUnit>(match, 'unit')!;
      if (unit.plural && !match.captures.half) return null;
      const { start, end } = match;
      if (tokens[end]?.lower === 'ago' || isAge(tokens, start, end)) return null;
      if (tokens[end]?.spaced === false && tokens[end]!.lower === '-') return null;
      if (match.captures.quarter) return duration('P25Y', false, start, end);
      const half = match.captures.half;
      const first = tokens[start]!.lower;
      const plainArticle = first === 'a' || first === 'an';
      if (!half && plainArticle && !isLength(tokens, start, end)) return null;
      // "for a second", "in a quarter", "a night" are seldom lengths
      if (
        !half &&
        plainArticle &&
        (unit.designator === 'TS' ||
          /^(?:quarter|night)$/.test(tokens[match.captures.unit!.start]!.lower))
      ) {
        return null;
      }
      if (!half && unit.designator === 'TS') return null;
      if (
        !half &&
        tokens[start - 1]?.lower === 'of' &&
        plainArticle &&
        !isLength(tokens, start, end)
      )
        return null;
      const amount = !half
        ? 1
        : half.start > match.captures.unit!.start ||
            first === 'one' ||
            tokens[half.start - 1]?.lower === 'a'
          ? 1.5
          : 0.5;
      return duration(
        isoDuration(unit, amount),
        tokens[start - 1]?.lower === 'within',
        withoutOver(tokens, start),
        end,
      );
    },
    examples: [
      {
        text: 'It happened a week after the visit, for nearly a decade, in a year and a half.',
        finds: [
          { text: 'a week', type: 'duration', value: 'P1W', relative: false },
          { text: 'nearly a decade', value: 'P10Y' },
          { text: 'a year and a half', value: 'P1Y6M' },
        ],
      },
      { text: 'It costs $5 billion a year, twice a day, a month of pain.', finds: [] },
    ],
  },
  {
    id: 'duration.relative',
    patterns: [
      `${SINCE} num=<num> (-|to|or high=<num>)? ${KIND} unit=<unit>`,
      `(this|the) relative=past ${KIND} unit=<unit>`,
      `the relative=last|next|coming ${KIND} unit=<unit>`,
    ],
    make(match, tokens) {
      const unit = captured<LengthUnit>(match, 'unit')!;
      const counted = match.captures.num;
      const low = captured<number>(match, 'num') ?? 1;
      const word = tokens[match.captures.relative!.start]!.lower;
      const { start, end } = match;
      if (low <= 0) return null;
      if (!counted) {
        if (unit.plural || /^(?:night|weekend|second)$/.test(tokens[end - 1]!.lower)) return null;
        const before = tokens[start - 1]?.lower ?? '';
        const inside = /^(?:over|in|within|during|for|throughout|of|across|into|through)$/.test(
          before,
        );
        if (word === 'next' && !inside) return null;
        if (word === 'coming' && !inside) return null;
        if (unit.designator.startsWith('T')) return null;
        if (tokens[end]?.lower === '-' && !tokens[end]!.spaced) return null;
      } else if (!unit.plural && low !== 1) return null;
      if ((word === 'first' || word === 'final') && !counted) return null;
      if (/^(?:first|final)$/.test(word) && tokens[end]?.lower === 'of') return null;
      if (tokens[end - 1]!.lower === 'quarter' && !counted) return null;
      const relative = word !== 'first' && word !== 'final';
      return duration(
        isoDuration(unit, low, captured<number>(match, 'high')),
        relative,
        start,
        end,
      );
    },
    examples: [
      {
        text: 'In the past three years, over the next 12 months and in the past year alone.',
        finds: [
          { text: 'the past three years', type: 'duration', value: 'P3Y', relative: true },
          { text: 'the next 12 months', value: 'P12M', relative: true },
          { text: 'the past year', value: 'P1Y', relative: true },
        ],
      },
      { text: 'In recent years, the past few months and last year.', finds: [] },
    ],
  },
  {
    id: 'duration.long',
    patterns: ['a? unit=year|month|week|day|hour|decade|century ~- ~long'],
    make(match, tokens) {
      const unit = UNIT_OF(tokens[match.captures.unit!.start]!.lower);
      const start = match.captures.unit!.start;
      const before = tokens[start - 1];
      if (before?.lower === '-' && !tokens[start]!.spaced) return null;
      return unit && duration(isoDuration(unit, 1), false, start, match.end);
    },
    examples: [
      {
        text: 'After a year-long inquiry nothing was found.',
        finds: [{ text: 'year-long', type: 'duration', value: 'P1Y' }],
      },
      { text: 'A decades-long feud.', finds: [] },
    ],
  },
  {
    id: 'duration.number-long',
    patterns: ['num=<num> ~- unit=~<unit> ~- ~long'],
    make(match) {
      const unit = captured<LengthUnit>(match, 'unit')!;
      return duration(
        isoDuration(unit, captured<number>(match, 'num')!),
        false,
        match.start,
        match.end - 2,
      );
    },
    examples: [
      { text: 'A two-month-long siege.', finds: [{ text: 'two-month', value: 'P2M' }] },
      { text: 'A mile-long queue.', finds: [] },
    ],
  },
];

const UNIT_OF = (word: string): LengthUnit | null => {
  const table: Record<string, LengthUnit> = {
    hour: { designator: 'TH', factor: 1, plural: false },
    day: { designator: 'D', factor: 1, plural: false },
    week: { designator: 'W', factor: 1, plural: false },
    month: { designator: 'M', factor: 1, plural: false },
    year: { designator: 'Y', factor: 1, plural: false },
    decade: { designator: 'Y', factor: 10, plural: false },
    century: { designator: 'Y', factor: 100, plural: false },
  };
  return table[word] ?? null;
};
