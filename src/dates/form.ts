import type { Example } from '../kernel/rule.ts';
import type { Made, Rule } from '../language/grammar.ts';
import {
  compilePattern,
  type Match,
  type ReaderClass,
  type TokenClasses,
} from '../language/pattern.ts';
import { union } from '../language/pattern-nodes.ts';
import { PatternTable } from '../language/pattern-table.ts';
import type { Token } from '../language/tokens.ts';
import type { Context } from './context.ts';
import { type Moment, resolveMoment } from './moment.ts';
import { withQualifier } from './qualifier.ts';
import type { Resolved } from './resolved.ts';

/** A date's value before its place in an article is known: the fields of a DateMention. */
export interface DateValue {
  readonly type: 'date' | 'time' | 'duration' | 'set';
  /** EDTF or ISO 8601 duration; null for a relative date that hangs on nothing. */
  readonly value: string | null;
  readonly relative: boolean;
}

export type DateRule = Rule<DateValue, Context>;

/**
 * A way to write a moment. It is a rule of its own and an alternative of a class that ranges and
 * parts are built from.
 */
export interface Form {
  readonly id: string;
  readonly patterns: readonly string[];
  make(match: Match, tokens: readonly Token[]): Moment | null;
  /** Whether a "the" in front belongs to it; it does not where absent. */
  article?(match: Match, tokens: readonly Token[]): boolean;
  /** It is counted, so that a qualifier in front belongs to it ("almost two years ago"). */
  readonly qualified?: boolean;
  /** Whether it may stand alone here, outside of a larger expression; true where absent. */
  alone?(match: Match, tokens: readonly Token[]): boolean;
  readonly examples: readonly Example<DateValue>[];
}

/** The value of a capture, as its class gave it. */
export const captured = <Value>(match: Match, name: string): Value | undefined =>
  match.captures[name]?.value as Value | undefined;

/** A form as a rule: its moment resolved where it stands. */
export const ruleOf = (form: Form): DateRule => ({
  id: form.id,
  patterns: form.patterns,
  examples: form.examples,
  make(match, tokens, context) {
    if (isCovered(match, context) || (form.alone && !form.alone(match, tokens))) return null;
    const moment = form.make(match, tokens);
    if (!moment) return null;
    const { end } = match;
    const start = form.qualified
      ? withQualifier(tokens, match.start)
      : isThe(tokens, match.start) && form.article?.(match, tokens)
        ? match.start - 1
        : match.start;
    const resolved = resolveMoment(moment, { tokens, start, end, context });
    const made = madeOf(resolved, context, start, end);
    return made && moment.kind === 'time'
      ? { ...made, value: { ...made.value, type: 'time' } }
      : made;
  },
});

/**
 * Whether a longer date that was found before holds a match, which then cannot win: "March 3, 2020"
 * leaves nothing to ask of its March.
 */
function isCovered({ start, end }: Match, { seen, nested }: Context): boolean {
  if (nested) return false;
  for (const each of seen) {
    if (each.start <= start && end <= each.end && end - start < each.end - each.start) return true;
  }
  return false;
}

/** A resolved moment as what a rule makes; it is told to the context for the dates behind it. */
export function madeOf(
  resolved: Resolved | null,
  context: Context,
  start: number,
  end: number,
): Made<DateValue> | null {
  if (!resolved) return null;
  const { stretch, relative, confidence } = resolved;
  if (stretch) context.seen.push({ start, end, stretch });
  const type = stretch?.precision === 'time' ? 'time' : 'date';
  return { value: { type, value: stretch?.value ?? null, relative }, confidence, start, end };
}

/**
 * Forms as one class: the longest match at a token gives the moment. What the class `also` reads
 * there is one of them.
 */
export function classOf(
  forms: readonly Form[],
  classes: TokenClasses,
  also?: ReaderClass,
): ReaderClass {
  const patterns = forms.flatMap((form) =>
    form.patterns.map((source) => [compilePattern(source, classes), form] as const),
  );
  const table = new PatternTable(patterns);
  const seconds = patterns.map(([{ second }]) => second);
  if (also) seconds.push(also.second ?? null);
  // several patterns and classes ask for the same place of a sentence: its answers are kept
  let asked: readonly Token[] | null = null;
  const answers: (Read | null)[] = [];
  /** The sentence, by number, that an answer is of. */
  const answered: number[] = [];
  let sentence = 0;
  return {
    starts: (form) => table.mayStart(form) || also?.starts(form) === true,
    second: seconds.every((each) => each !== null)
      ? union(
          seconds,
          seconds.some(({ empty }) => empty),
        )
      : null,
    read(tokens, index) {
      if (asked !== tokens) {
        asked = tokens;
        sentence++;
        while (answers.length < tokens.length) {
          answers.push(null);
          answered.push(0);
        }
      }
      if (answered[index] === sentence) return answers[index]!;
      answered[index] = sentence;
      const token = tokens[index]!;
      let best = (also?.starts(token.form) ? also.read(tokens, index) : null) as Read | null;
      table.matchesAt(tokens, index, (match, form) => {
        if (best && match.end <= best.end) return;
        const value = form.make(match, tokens);
        if (value !== null) best = { end: match.end, value };
      });
      answers[index] = best;
      return best;
    },
  };
}

/** How many tokens a moment takes at most, but for rare ones. */
const LONGEST = 16;

/**
 * A class that is read only where what must follow stands near behind its beginning: most dates end
 * no range and have no clock behind them, which is told sooner than the date is read.
 */
export const ahead = (
  known: ReaderClass,
  follows: (tokens: readonly Token[], index: number) => boolean,
): ReaderClass => ({
  ...known,
  read(tokens, index) {
    const end = Math.min(tokens.length, index + LONGEST);
    for (let at = index + 1; at < end; at++) {
      if (follows(tokens, at)) return known.read(tokens, index);
    }
    return null;
  },
});

interface Read {
  readonly end: number;
  readonly value: Moment;
}

/** Whether "the" stands in front of a token. */
export const isThe = (tokens: readonly Token[], start: number): boolean =>
  tokens[start - 1]?.lower === 'the';
