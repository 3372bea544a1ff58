import { captured, type DateRule, type Form } from './form.ts';
import type { Moment } from './moment.ts';
import type { Clock } from './notation.ts';

/* Clock times, alone or on a day. The zone belongs to the span and not to the value. */

const ZONE =
  '(<zone> / \\( <zone> \\) / <zonename> <zonename>? ((standard|daylight|summer)? time)? / local time)?';
const DAYTIME = '(in the morning|afternoon|evening)?';

const dayOf = (moment: Moment | undefined): Moment | null =>
  moment &&
  (moment.kind === 'day' ||
    moment.kind === 'weekday' ||
    moment.kind === 'monthday' ||
    moment.kind === 'nth' ||
    moment.kind === 'fixed' ||
    (moment.kind === 'shifted' && moment.unit === 'day'))
    ? moment
    : null;

export const timeForms: readonly Form[] = [
  {
    id: 'time.day',
    patterns: [
      `clock=<clock> ${ZONE} ,? ${DAYTIME} (on|of)? day=<base>`,
      `clock=<noon> ${ZONE} ,? ${DAYTIME} (on|of)? day=<base>`,
      `day=<timed> ,? (at|by|-|around|about)? clock=<clock>|<noon> ${ZONE}`,
    ],
    make(match) {
      const { hour, minute } = captured<Clock>(match, 'clock')!;
      const of = dayOf(captured<Moment>(match, 'day'));
      return of && { kind: 'time', hour, minute, of };
    },
    examples: [
      {
        text: 'Reply by 4:15 pm CST, Tuesday, March 9, 2021, or by May 4, 2021 at 14:30 GMT.',
        finds: [
          {
            text: '4:15 pm CST, Tuesday, March 9, 2021',
            type: 'time',
            value: '2021-03-09T16:15',
            relative: false,
          },
          { text: 'May 4, 2021 at 14:30 GMT', type: 'time', value: '2021-05-04T14:30' },
        ],
      },
      {
        text: 'Traffic fell at 9 a.m. on Monday.',
        published: '2021-07-15',
        finds: [
          { text: '9 a.m. on Monday', type: 'time', value: '2021-07-12T09:00', relative: true },
        ],
      },
      { text: 'At a ratio of 3:1 in 2020, verse 2:10 says.', finds: [] },
    ],
  },
  {
    id: 'time.iso',
    patterns: ['year=<year> ~- month=~<two> ~- day=~<two> time=~<isotime>'],
    make(match) {
      const { hour, minute } = captured<Clock>(match, 'time')!;
      const year = captured<number>(match, 'year')!;
      return {
        kind: 'time',
        hour,
        minute,
        of: {
          kind: 'day',
          month: captured<number>(match, 'month')!,
          day: captured<number>(match, 'day')!,
          year: { year },
        },
      };
    },
    examples: [
      {
        text: 'Logged 2019-11-05T06:47:31+02:00.',
        finds: [{ text: '2019-11-05T06:47:31+02:00', type: 'time', value: '2019-11-05T06:47' }],
      },
      { text: 'Build 2019-11-05T2.', finds: [] },
    ],
  },
  {
    id: 'time.clock',
    // "noon" without a day is as vague as "at night"
    patterns: [`clock=<clock> ${ZONE}`],
    make(match) {
      const { hour, minute } = captured<Clock>(match, 'clock')!;
      return { kind: 'time', hour, minute };
    },
    alone(match) {
      const clock = captured<Clock>(match, 'clock')!;
      return clock.sure || match.end > match.captures.clock!.end;
    },
    examples: [
      {
        text: 'The alarms rang at 3 p.m. and went on.',
        finds: [{ text: '3 p.m.', type: 'time', value: null, relative: true }],
      },
      { text: 'The odds are 10:1; see 12:30.', finds: [] },
    ],
  },
];

/** Stretches of hours: one label without a value, for no day holds them. */
export const timeRules: readonly DateRule[] = [
  {
    id: 'time.range',
    patterns: [
      `between from=<clock>|<noon> and to=<clock>|<noon> ${ZONE}`,
      `from from=<clock>|<noon> (to / until / till / ~- / ^-) to=<clock>|<noon> ${ZONE}`,
      `from=<clock>|<noon> (to / ~- / ^-) to=<clock>|<noon> ${ZONE}`,
    ],
    make(match) {
      const from = match.captures.from!;
      const sure = [from, match.captures.to!].some(({ value }) => (value as Clock).sure);
      const framed = from.start > match.start || match.end > match.captures.to!.end;
      if (!sure && !framed) return null;
      return {
        value: { type: 'time', value: null, relative: false },
        start: from.start,
        end: match.end,
      };
    },
    examples: [
      {
        text: 'The vault opens between 08:00 and 10:30 local time, the office from 9:00 to 17:00.',
        finds: [
          { text: '08:00 and 10:30 local time', type: 'time', value: null },
          { text: '9:00 to 17:00', type: 'time', value: null },
        ],
      },
      { text: 'The odds went from 3:1 to 5:1, with 10:20 to 30:40 in between.', finds: [] },
    ],
  },
];

export const isoTime = {
  second: { words: [':'], tests: [], empty: false },
  starts: (token: { kind: string; lower: string }) =>
    token.kind === 'word' && /^t\d{2}$/.test(token.lower),
  read(tokens: readonly { text: string; lower: string; spaced: boolean }[], index: number) {
    let end = index + 1;
    const numbers = [Number(tokens[index]!.lower.slice(1))];
    const glued = (at: number) => tokens[at] !== undefined && !tokens[at]!.spaced;
    while (
      numbers.length < 3 &&
      glued(end) &&
      tokens[end]!.text === ':' &&
      /^\d{2}(?:\.\d+)?$/.test(tokens[end + 1]?.text ?? '')
    ) {
      numbers.push(Number(tokens[end + 1]!.text));
      end += 2;
    }
    if (numbers.length < 2) return null;
    if (glued(end) && tokens[end]!.lower === 'z') end++;
    else if (
      glued(end) &&
      /^[+-]$/.test(tokens[end]!.lower) &&
      /^\d{2,4}$/.test(tokens[end + 1]?.text ?? '')
    ) {
      end += 2;
      if (glued(end) && tokens[end]!.text === ':' && /^\d{2}$/.test(tokens[end + 1]?.text ?? ''))
        end += 2;
    }
    const [hour, minute] = numbers as [number, number];
    return hour > 24 || minute > 59
      ? null
      : { end, value: { hour: hour % 24, minute, sure: true } };
  },
};
