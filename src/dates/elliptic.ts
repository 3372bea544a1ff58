import type { Made } from '../language/grammar.ts';
import type { ReaderClass } from '../language/pattern.ts';
import { ONLY_ONE } from '../language/pattern-nodes.ts';
import type { Token } from '../language/tokens.ts';
import { anyOf } from '../language/word-set.ts';
import { civil, dayNumber, weekdayOf } from './civil.ts';
import type { Context, Seen } from './context.ts';
import { captured, type DateRule, type DateValue, isThe, madeOf } from './form.ts';
import { AND, listed } from './lists.ts';
import type { Moment } from './moment.ts';
import { day } from './notation.ts';
import { STEPS } from './relative.ts';
import { dayStretch, hasDay, type Stretch } from './stretch.ts';
import { SHORT_WEEKDAYS, type ShiftedUnit, SUFFIXES, WEEKDAYS } from './vocabulary.ts';

/* Dates that leave out what the one in front has said: its month, its week, its noun. */

const WEEK_SIDE = 'last|next|this|following|previous|coming';

/** An item that hangs on the one before it. */
function next(
  stretch: Stretch,
  relative: boolean,
  context: Context,
  start: number,
  end: number,
): Made<DateValue> {
  context.seen.push({ start, end, stretch, listed: true });
  const confidence = relative ? 'inferred' : 'stated';
  return madeOf({ stretch, relative, confidence }, context, start, end)!;
}

/** The item of a list that stands in front of `start`, parted by a comma, "and" or nothing else. */
function itemBefore(tokens: readonly Token[], start: number, context: Context): Seen | undefined {
  let end = start;
  if (isThe(tokens, end)) end--;
  if (isAnd(tokens[end - 1])) end--;
  if (tokens[end - 1]?.text === ',') end--;
  return context.seen.findLast((each) => each.listed === true && each.end === end);
}

const isAnd = anyOf('and or & /');
const joins = anyOf(`, the and or & / ${SUFFIXES.join(' ')}`);

/** What stands in the stretch of a list. */
const JOINTS: ReadonlySet<string> = new Set([',', 'and', 'or', '&', '/']);

/** A day of the week behind what joins items. */
export const nextWeekday: ReaderClass = {
  starts: (form) => weekdays.has(form.lower),
  needs: JOINTS,
  second: ONLY_ONE,
  read(tokens, index) {
    const before = tokens[index - 1];
    if (!joins(before) && before?.lower !== 'on') return null;
    return { end: index + 1, value: weekdays.get(tokens[index]!.lower) };
  },
};

const weekdays = new Map([...WEEKDAYS, ...SHORT_WEEKDAYS]);

/** A day with the end of an item or what joins items in front. */
export const nextDay: ReaderClass = {
  ...day,
  needs: JOINTS,
  read(tokens, index) {
    const before = tokens[index - 1];
    return before?.kind === 'number' || joins(before) ? day.read(tokens, index) : null;
  },
};

const goesOn = anyOf(
  'to of ended ending that before after ahead through until from since starting',
);

/** Words that may stand behind the last day of a list; others are what its number counts. */
const BEHIND: ReadonlySet<string> = new Set(
  'and or but at by in on to of for from with within after before until till when while where who which that as if because during near under over through via between among against amid about around is are was were be been will would has have had may might can could should did does do he she they it we i you its their his her our the a an this these those not only also both last next starting beginning followed respectively inclusive local'.split(
    ' ',
  ),
);

/**
 * Where a list of days ends whose last day so far ends before token `index`: behind its "and" and
 * one more day, and never in front of something that the last number counts.
 */
function endOfDays(tokens: readonly Token[], index: number, closed: boolean): number | null {
  let at = index;
  for (let count = 0; !closed; count++) {
    if (count > 6) return null;
    const comma = tokens[at]?.text === ',';
    if (comma) at++;
    closed = isAnd(tokens[at]);
    if (closed) at++;
    else if (!comma) return null;
    if (tokens[at]?.lower === 'the') at++;
    const day = tokens[at];
    if (day?.kind !== 'number' || day.text.length > 2) return null;
    at++;
    if (!tokens[at]?.spaced && SUFFIXES.includes(tokens[at]?.lower ?? '')) at++;
  }
  const after = tokens[at];
  if (!after) return at;
  if (after.kind === 'word') return BEHIND.has(after.lower) ? at : null;
  if (after.kind === 'number') return after.text.length === 4 ? at : null;
  return /^[-/:%°]$/.test(after.lower) && !after.spaced ? null : at;
}

const YEAR_BEHIND = /^(?:19|20)\d{2}$/;

/** Whether the year of a list stands behind its end. */
const hasYear = (tokens: readonly Token[], end: number): boolean =>
  YEAR_BEHIND.test(tokens[tokens[end]?.text === ',' ? end + 1 : end]?.text ?? '');

/** How many days a month, a quarter and a year have at least and at most. */
const DAYS = new Map<string, readonly [number, number]>([
  ['month', [28, 31]],
  ['quarter', [90, 92]],
  ['year', [365, 366]],
]);

export const ellipticRules: readonly DateRule[] = [
  {
    id: 'same.unit',
    patterns: [
      'the unit=quarter|month|year under review|consideration',
      'during|in|for|over|within the unit=quarter',
    ],
    make({ start, end, captures }, tokens, context) {
      const [least, most] = DAYS.get(tokens[captures.unit!.start]!.lower)!;
      const first = isThe(tokens, captures.unit!.start) ? captures.unit!.start - 1 : start;
      // "in the quarter to June", "for the quarter ended", "in the quarter of a century"
      const behind = tokens[end];
      if (end === captures.unit!.end && behind && (goesOn(behind) || behind.lower === '-')) {
        return null;
      }
      // the later: earlier ones are what it is compared with
      let stretch: Stretch | null = null;
      for (const each of [...context.seen.map((one) => one.stretch), ...context.earlier]) {
        const size = each.last - each.first + 1;
        if (least <= size && size <= most && (!stretch || each.first > stretch.first)) {
          stretch = each;
        }
      }
      if (!stretch) return null;
      return madeOf({ stretch, relative: true, confidence: 'inferred' }, context, first, end);
    },
    examples: [
      {
        text: 'Raids rose in the second quarter of 2018, and 40 ports fell during the quarter under review.',
        finds: [
          { text: 'the second quarter of 2018', value: '2018-04/2018-06' },
          { text: 'the quarter under review', value: '2018-04/2018-06', relative: true },
        ],
      },
      {
        text: 'From April to June 2018 it sent 12 notes, the most in the quarter.',
        finds: [
          { text: 'April to June 2018' },
          { text: 'the quarter', value: '2018-04/2018-06', relative: true },
        ],
      },
      { text: 'It fell in the quarter under review and in the quarter to June.', finds: [] },
    ],
  },
  {
    id: 'list.more-days',
    patterns: ['day=<nextday> (,? year=<yearref> / of year=<yearref>)?'],
    make(match, tokens, context) {
      const before = itemBefore(tokens, match.start, context);
      if (before?.stretch.precision !== 'day') return null;
      const day = match.captures.day!;
      const said = civil(before.stretch.first);
      const number = day.value as number;
      if (number <= said.day || !hasDay(said.month, number, said.year)) return null;
      const closed =
        isAnd(tokens[match.start - 1]) ||
        (isThe(tokens, match.start) && isAnd(tokens[match.start - 2]));
      // the year belongs to the last day alone
      const end = endOfDays(tokens, day.end, closed);
      if (end === null || (match.end > day.end && !closed)) return null;
      const stretch = dayStretch(dayNumber(said.year, said.month, number));
      return next(stretch, !hasYear(tokens, end), context, match.start, match.end);
    },
    examples: [
      {
        text: 'Panels sat on July 4, 5 and 6, 2019, and on May 3rd, 4th, and 5th.',
        published: '2020-06-15',
        finds: [
          { text: '5', value: '2019-07-05', relative: false },
          { text: '6, 2019', value: '2019-07-06' },
          { text: '4th', value: '2020-05-04', relative: true },
          { text: '5th', value: '2020-05-05' },
        ],
      },
      {
        text: 'On May 3, 4 people left; on May 3 and 5 banks shut; May 3, 4 and 5 per cent fell.',
        published: '2020-06-15',
        finds: [],
      },
    ],
  },
  {
    id: 'list.weekday',
    patterns: [
      `weekday=<weekday> (, <weekday>){0,4} ,? ${AND} on? <weekday> (of the? / ,)? side=${WEEK_SIDE} week`,
      `side=${WEEK_SIDE} week (, / 's)? on? weekday=<weekday>|<wday> ~.? (,? ${AND}|,? on? <weekday>|<wday>)`,
      `side=last|next|this weekday=<weekday>|<wday> ~.? (,? ${AND}|,? on? <weekday>|<wday>)`,
    ],
    make(match, tokens, context) {
      const weekday = match.captures.weekday!;
      const side = match.captures.side!;
      if (tokens[match.start - 1]?.lower === 'between') return null;
      const { by, said = false } = STEPS.get(tokens[side.start]!.lower)!;
      const step = said ? ({ from: 'said' } as const) : {};
      const ofWeek = tokens[side.end]?.lower === 'week';
      // "next Monday", said of the week behind this one
      const of: Moment = { kind: 'shifted', unit: 'week', by, ...step };
      const behind = side.start > weekday.start;
      const number = weekday.value as number;
      if (!ofWeek && tokens[side.start]!.lower === 'this') {
        const moment: Moment = { kind: 'weekday', weekday: number, side: 'this' };
        return listed(moment, tokens, context, match.start, weekday.end);
      }
      return listed(
        { kind: 'nth', weekday: number, nth: 1, of },
        tokens,
        context,
        behind ? weekday.start : match.start,
        weekday.end,
      );
    },
    examples: [
      {
        text: 'Ministers meet on Monday, Wednesday and Friday of next week.',
        published: '2021-09-15',
        finds: [
          { text: 'Monday', value: '2021-09-20', relative: true },
          { text: 'Wednesday', value: '2021-09-22' },
        ],
      },
      {
        text: 'Ministers met last week on Tuesday and Thursday and meet again next Friday or Saturday.',
        published: '2021-09-15',
        finds: [
          { text: 'last week on Tuesday', value: '2021-09-07' },
          { text: 'next Friday', value: '2021-09-24' },
        ],
      },
      { text: 'On Monday and in the last week they met.', finds: [] },
    ],
  },
  {
    id: 'list.more-weekdays',
    patterns: ['weekday=<nextweekday>'],
    make(match, tokens, context) {
      const on = tokens[match.start - 1]?.lower === 'on' ? 1 : 0;
      const before = itemBefore(tokens, match.start - on, context);
      if (before?.stretch.precision !== 'day') return null;
      const weekday = captured<number>(match, 'weekday')!;
      const { first } = before.stretch;
      const ahead = (weekday - weekdayOf(first) + 7) % 7;
      // "next week Friday or Monday": of the same week
      const ofWeek = tokens[before.start + 1]?.lower === 'week';
      const day = first + (ofWeek ? weekday - weekdayOf(first) : ahead);
      return next(dayStretch(day), true, context, match.start, match.end);
    },
    examples: [
      {
        text: 'Ministers meet next week on Tuesday, Wed or Friday, not last Monday and Tuesday.',
        published: '2021-09-15',
        finds: [
          { text: 'Wed', value: '2021-09-22', relative: true },
          { text: 'Friday', value: '2021-09-24' },
          { text: 'Tuesday', value: '2021-09-07' },
        ],
      },
      { text: 'Ministers met on Monday and on Friday.', published: '2021-09-15', finds: [] },
    ],
  },
  {
    id: 'list.step',
    patterns: [
      `${AND} the? step=last|next|this|previous`,
      'step=this|last|next and|or|\\/ other=last|next|this unit=<shifted>',
    ],
    make(match, tokens, context) {
      const step = match.captures.step!;
      const word = tokens[step.start]!.lower;
      const { other, unit: shared } = match.captures;
      if (shared) {
        // "this and next year"
        if (tokens[other!.start]!.lower === word) return null;
        const { by } = STEPS.get(word)!;
        const unit = shared.value as ShiftedUnit;
        return listed({ kind: 'shifted', unit, by }, tokens, context, step.start, step.end);
      }
      const comma = tokens[match.start - 1]?.text === ',' ? 1 : 0;
      const unit = tokens[match.start - 1 - comma]?.lower ?? '';
      const first = tokens[match.start - 2 - comma]?.lower;
      if (!/^(?:week|weekend|month|quarter|year|decade)$/.test(unit)) return null;
      if (!/^(?:this|last|next|coming)$/.test(first ?? '') || first === word) return null;
      if (!endsClause(tokens, step.end, word === 'this')) return null;
      const before = context.seen.some(({ end }) => end === match.start - comma);
      if (!before) return null;
      const by = STEPS.get(word)!.by;
      const start = isThe(tokens, step.start) ? step.start - 1 : step.start;
      return listed(
        { kind: 'shifted', unit: unit as ShiftedUnit, by },
        tokens,
        context,
        start,
        step.end,
      );
    },
    examples: [
      {
        text: 'Prices rose last year and this, and the vote comes this week or next.',
        published: '2021-09-15',
        finds: [
          { text: 'this', value: '2021', relative: true },
          { text: 'next', value: '2021-09-20/2021-09-26' },
        ],
      },
      {
        text: 'Audits are due both this and next year.',
        published: '2021-09-15',
        finds: [{ text: 'this', value: '2021', relative: true }],
      },
      {
        text: 'It was first this year and last in 2012; next year and this time, this week or next to never.',
        published: '2021-09-15',
        finds: [],
      },
    ],
  },
];

/** Whether "next" or "this" without its noun may end here. */
function endsClause(tokens: readonly Token[], end: number, strict: boolean): boolean {
  const after = tokens[end];
  if (!after) return true;
  if (after.kind === 'word') {
    if (/^(?:and|but|as|because|if|when|while|please|though|although)$/.test(after.lower))
      return true;
    if (strict || tokens[end + 1]?.kind === 'number') return false;
    return /^(?:in|at|for|from|on|by)$/.test(after.lower);
  }
  return after.kind !== 'number' && (after.spaced || after.lower !== '-');
}
