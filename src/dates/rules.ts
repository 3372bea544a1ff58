import type { TokenClasses } from '../language/pattern.ts';
import { anyIn, anyOf } from '../language/word-set.ts';
import { calendarForms } from './calendar.ts';
import { durationRules, span } from './durations.ts';
import { ellipticRules, nextDay, nextWeekday } from './elliptic.ts';
import { ahead, classOf, type DateRule, ruleOf } from './form.ts';
import { holiday, holidayRules } from './holidays.ts';
import { listRules } from './lists.ts';
import { nameClasses } from './names.ts';
import { baseClasses, num } from './notation.ts';
import { partForms, wholeOf } from './parts.ts';
import { rangeRules } from './ranges.ts';
import { relativeForms } from './relative.ts';
import { ADVERBS, setRules } from './sets.ts';
import { isoTime, timeForms, timeRules } from './times.ts';
import { UNITS } from './vocabulary.ts';

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
const isUnit = anyIn(UNITS.keys());
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
  /** A number with a unit and another number behind it. */
  firstnum: ahead(num, (tokens, at) => {
    if (!isUnit(tokens[at])) return false;
    const comma = tokens[at + 1]?.text === ',' ? at + 2 : at + 1;
    const rest = tokens[tokens[comma]?.lower === 'and' ? comma + 1 : comma];
    return rest !== undefined && num.starts(rest.form);
  }),
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
