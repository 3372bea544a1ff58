import type { TokenClasses } from '../language/pattern.ts';
import { anyOf } from '../language/word-set.ts';
import { calendarForms } from './calendar.ts';
import { durationRules, span } from './durations.ts';
import { ellipticRules, nextDay, nextWeekday } from './elliptic.ts';
import { ahead, classOf, type DateRule, ruleOf } from './form.ts';
import { holiday, holidayRules } from './holidays.ts';
import { listRules } from './lists.ts';
import { nameClasses } from './names.ts';
import { baseClasses } from './notation.ts';
import { partForms, wholeOf } from './parts.ts';
import { rangeRules } from './ranges.ts';
import { relativeForms } from './relative.ts';
import { ADVERBS, setRules } from './sets.ts';
import { isoTime, timeForms, timeRules } from './times.ts';

const forms = [...calendarForms, ...relativeForms];
const letters: TokenClasses = {
  ...baseClasses,
  ...nameClasses,
  holiday,
  adverb: ADVERBS,
  isotime: isoTime as never,
};
const base = classOf(forms, letters);
const whole = wholeOf(base);
const withBase: TokenClasses = { ...letters, base, whole };
const moment = classOf(partForms, withBase, base);
const isRangeLink = anyOf('to until till through thru - — ~');
const isClock = anyOf(': am a.m. pm p.m. noon midnight');

/** The classes that the rules' patterns name. */
export const classes: TokenClasses = {
  ...withBase,
  moment,
  /** A moment with the link of a range and another moment behind it. */
  from: ahead(
    moment,
    (tokens, at) =>
      isRangeLink(tokens[at]) && at + 1 < tokens.length && moment.starts(tokens[at + 1]!.form),
  ),
  /** A base with a clock's time behind it. */
  timed: ahead(base, (tokens, at) => isClock(tokens[at])),
  nextday: nextDay,
  span,
  nextweekday: nextWeekday,
};

/** Every rule of the stage, in the order in which equals win. */
export const rules: readonly DateRule[] = [
  ...rangeRules,
  ...listRules,
  ...ellipticRules,
  ...holidayRules,
  ...timeRules,
  ...timeForms.map(ruleOf),
  ...partForms.map(ruleOf),
  ...forms.map(ruleOf),
  ...durationRules,
  ...setRules,
];
