import { readCardinal } from '../language/numbers.ts';
import type { Token, Written } from '../language/tokens.ts';

/** ISO 8601 durations of one of each unit. */
const PERIOD = new Map<string, string>([
  ['second', 'PT1S'],
  ['sec', 'PT1S'],
  ['minute', 'PT1M'],
  ['min', 'PT1M'],
  ['hour', 'PT1H'],
  ['hr', 'PT1H'],
  ['day', 'P1D'],
  ['night', 'P1D'],
  ['week', 'P1W'],
  ['fortnight', 'P2W'],
  ['month', 'P1M'],
  ['quarter', 'P3M'],
  ['year', 'P1Y'],
  ['annum', 'P1Y'],
  ['decade', 'P10Y'],
]);
const LETTERS = new Map<string, string>([
  ['s', 'PT1S'],
  ['sec', 'PT1S'],
  ['min', 'PT1M'],
  ['h', 'PT1H'],
  ['hr', 'PT1H'],
  ['d', 'P1D'],
  ['day', 'P1D'],
  ['wk', 'P1W'],
  ['week', 'P1W'],
  ['mo', 'P1M'],
  ['month', 'P1M'],
  ['yr', 'P1Y'],
  ['y', 'P1Y'],
  ['year', 'P1Y'],
]);
const ADVERB = new Map<string, string>([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['everyday', 'P1D'],
  ['nightly', 'P1D'],
  ['weekly', 'P1W'],
  ['monthly', 'P1M'],
  ['quarterly', 'P3M'],
  ['annually', 'P1Y'],
  ['yearly', 'P1Y'],
  ['p.a.', 'P1Y'],
]);

/** Adjectives of a period: "annual losses", "4,000 daily attacks". */
export const PERIODIC: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['weekly', 'P1W'],
  ['monthly', 'P1M'],
  ['quarterly', 'P3M'],
  ['annual', 'P1Y'],
  ['yearly', 'P1Y'],
  ['annualised', 'P1Y'],
  ['annualized', 'P1Y'],
]);

const lower = (tokens: readonly Token[], index: number): string => tokens[index]?.lower ?? '';

/** "every month", "per year", "a day", "each and every week", "annually", "/day", "every 3 months". */
export function readRate(
  tokens: readonly Token[],
  index: number,
): { end: number; value: string } | null {
  const word = lower(tokens, index);
  const adverb = ADVERB.get(word);
  if (adverb) return { end: index + 1, value: adverb };
  if (word === '/') {
    const value = LETTERS.get(lower(tokens, index + 1));
    return value ? { end: index + 2, value } : null;
  }
  const hyphen = word === '-' && !tokens[index]!.spaced ? 1 : 0;
  let at = index + hyphen;
  const opener = lower(tokens, at);
  if (!/^(?:every|each|per|a|an)$/.test(opener)) return null;
  at++;
  if (opener === 'each' && lower(tokens, at) === 'and') at += 2;
  if (opener === 'every' && lower(tokens, at) === 'single') at++;
  if (hyphen && lower(tokens, at) === '-') at++;
  const one = PERIOD.get(lower(tokens, at));
  if (one) {
    // "a second attack", "a quarter of them": an ordinal or a fraction, no period
    const ambiguous = opener === 'a' && /^(?:second|quarter|min|sec)$/.test(lower(tokens, at));
    const noun = tokens[at + 1];
    if (ambiguous && noun && noun.kind === 'word' && !/^(?:and|or|in|on)$/.test(noun.lower))
      return null;
    // "a year earlier", "a day after": lengths of time
    if (/^an?$/.test(opener) && APART.test(lower(tokens, at + 1))) return null;
    return { end: at + 1, value: one };
  }
  if (opener !== 'every') return null;
  if (lower(tokens, at) === 'other') {
    const value = PERIOD.get(lower(tokens, at + 1));
    return value ? { end: at + 2, value: times(value, 2) } : null;
  }
  const count = readCardinal(tokens, at);
  const unit = count && PERIOD.get(lower(tokens, count.end).replace(/s$/, ''));
  return count && unit ? { end: count.end + 1, value: times(unit, count.value) } : null;
}

const APART = /^(?:later|after|ago|before|earlier|old|long|or|prior|previously|since)$/;

const times = (period: string, count: number): string =>
  period.replace(/\d+/, (one) => String(Number(one) * count));

/** {@link readRate} as a class of patterns; the value is an ISO 8601 duration. */
export const rate = {
  read: readRate,
  starts: (token: Written) =>
    /^(?:every|each|per|a|an|\/|-)$/.test(token.lower) || ADVERB.has(token.lower),
};

const COST =
  /^(?:cost|costs|loss|losses|revenue|revenues|spending|budget|budgets|damage|damages|turnover|sales|income|rate|average|volume|number|total|funding|expenditure|payments?|profits?|fees?|price|toll|bill|growth|salary|subscription|economic|financial|global|combined|estimated)$/;

/**
 * The period of a rate that stands apart from its figure in `tokens[from, to)`, where the figure is
 * `[start, end)`: "lost annually", "in payments every day", "annual costs of". Null where there is none.
 */
export function rateApart(
  tokens: readonly Token[],
  start: number,
  end: number,
  from: number,
  to: number,
): string | null {
  let behind = end;
  // "500 won ($0.4) a day": the conversion in brackets is passed over
  if (lower(tokens, behind) === '(') {
    while (behind < end + 6 && lower(tokens, behind) !== ')') behind++;
    behind++;
  } else if (lower(tokens, behind) === ')') behind++;
  for (let index = behind; index < Math.min(to, behind + 9); index++) {
    const word = tokens[index]!.lower;
    // another number takes the rate for itself
    if (tokens[index]!.kind === 'number' || /^[;:.]$/.test(word)) break;
    if (word === 'a' || word === 'an' || word === '/' || word === '-') {
      const found = index === behind || word === 'a' ? readRate(tokens, index) : null;
      // "a day later", "a year after": lengths of time
      if (
        found &&
        !/^(?:later|after|ago|before|earlier|of|in|old|\d|long|-)$/.test(lower(tokens, found.end))
      )
        return found.value;
      continue;
    }
    const found = readRate(tokens, index);
    if (found) return found.value;
    const periodic = PERIODIC.get(word);
    if (periodic && COST.test(lower(tokens, index + 1))) return periodic;
  }
  for (let index = start - 1; index >= Math.max(from, start - 9); index--) {
    const word = tokens[index]!.lower;
    if (tokens[index]!.kind === 'number' || /^[;:.]$/.test(word)) break;
    const periodic = PERIODIC.get(word);
    if (periodic && COST.test(lower(tokens, index + 1))) return periodic;
    const adverb = ADVERB.get(word);
    if (adverb) return adverb;
    if (word === 'every' || word === 'each') {
      const found = readRate(tokens, index);
      if (found && found.end <= start) return found.value;
    }
  }
  return null;
}
