import { mulberry32 } from './random.ts';
import { emptyTally, quotients, type Tallies } from './tally.ts';

/*
 * How far the scores can be trusted. Articles are drawn, not labels: labels of one article are alike.
 * Only counts are added, so that a thousand articles take seconds.
 */

export interface Resampling {
  readonly seed: number;
  /** How many samples are drawn. */
  readonly resamples: number;
}

export const defaultResampling: Resampling = { seed: 1, resamples: 2000 };

/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The difference of two predictions on the same articles. */
export interface Difference {
  readonly key: string;
  /** F1, or the share, of either side; null where there is nothing to divide by. */
  readonly baseline: number | null;
  readonly score: number | null;
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Two-sided, of a paired randomisation test over articles. */
  readonly p: number | null;
  /** `p` by Holm's step-down over the measures in which the two differ. */
  readonly holm: number | null;
}

/** Columns of a row of {@link Matrix} for one key: twice the hits, possible + actual. */
const WIDTH = 2;

/** One row for each article: what F1 is made of, key by key. */
interface Matrix {
  readonly rows: readonly Float64Array[];
  readonly width: number;
}

function matrixOf(articles: readonly Tallies[], keys: readonly string[]): Matrix {
  const none = emptyTally();
  const rows = articles.map((tallies) => {
    const row = new Float64Array(keys.length * WIDTH);
    for (const [at, key] of keys.entries()) {
      const { hits, possible, actual } = quotients(tallies.get(key) ?? none);
      row[at * WIDTH] = 2 * hits;
      row[at * WIDTH + 1] = possible + actual;
    }
    return row;
  });
  return { rows, width: keys.length * WIDTH };
}

function add(to: Float64Array, row: Float64Array): void {
  for (let at = 0; at < to.length; at++) to[at]! += row[at]!;
}

const f1 = (sums: Float64Array, at: number): number => sums[at * WIDTH]! / sums[at * WIDTH + 1]!;

function sumOf({ rows, width }: Matrix): Float64Array {
  const sums = new Float64Array(width);
  for (const row of rows) add(sums, row);
  return sums;
}

/**
 * 95 % percentile intervals of F1, and of shares, by the bootstrap over articles; none where there
 * are fewer than two articles. Samples in which a measure has nothing to divide by are left out of
 * its interval.
 */
export function intervals(
  articles: readonly Tallies[],
  keys: readonly string[],
  { seed, resamples }: Resampling,
): ReadonlyMap<string, Interval> {
  const found = new Map<string, Interval>();
  const size = articles.length;
  if (size < 2 || resamples < 1) return found;
  const matrix = matrixOf(articles, keys);
  const random = mulberry32(seed);
  const samples = keys.map(() => [] as number[]);
  const sums = new Float64Array(matrix.width);
  for (let sample = 0; sample < resamples; sample++) {
    sums.fill(0);
    for (let drawn = 0; drawn < size; drawn++) {
      add(sums, matrix.rows[Math.floor(random() * size)]!);
    }
    for (let at = 0; at < keys.length; at++) {
      const score = f1(sums, at);
      if (!Number.isNaN(score)) samples[at]!.push(score);
    }
  }
  for (const [at, key] of keys.entries()) {
    const interval = percentiles(samples[at]!);
    if (interval) found.set(key, interval);
  }
  return found;
}

function percentiles(values: number[]): Interval | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** Between two values the line between them. */
function quantile(sorted: Float64Array, part: number): number {
  const at = part * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (at - below);
}

/**
 * Compares two predictions, article by article in one order. The interval of the difference is a
 * paired bootstrap; `p` is that of approximate randomisation: in each trial every article's two
 * outcomes change sides with probability one half, and `p` is the part of the trials, the observed
 * one among them, whose difference is at least as large as the observed one.
 */
export function compare(
  baseline: readonly Tallies[],
  articles: readonly Tallies[],
  keys: readonly string[],
  { seed, resamples }: Resampling,
): Difference[] {
  const [a, b] = [matrixOf(baseline, keys), matrixOf(articles, keys)];
  const [sumA, sumB] = [sumOf(a), sumOf(b)];
  const observed = keys.map((_, at) => f1(sumB, at) - f1(sumA, at));
  const enough = articles.length >= 2 && resamples >= 1;
  const spread = enough ? pairedBootstrap(a, b, keys.length, { seed, resamples }) : null;
  const tested = enough ? randomise(a, b, observed, { seed: seed + 1, resamples }) : null;
  const same = keys.map((_, at) => sameRows(a, b, at));
  const ps = keys.map((_, at) =>
    tested && !same[at] && !Number.isNaN(observed[at]) ? tested[at]! : null,
  );
  const adjusted = holm(ps);
  return keys.map((key, at) => ({
    key,
    baseline: orNull(f1(sumA, at)),
    score: orNull(f1(sumB, at)),
    difference: orNull(observed[at]!),
    interval: spread ? percentiles(spread[at]!) : null,
    p: ps[at]!,
    holm: adjusted[at]!,
  }));
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

function sameRows(a: Matrix, b: Matrix, key: number): boolean {
  return a.rows.every((row, number) => {
    const other = b.rows[number]!;
    const at = key * WIDTH;
    return row[at] === other[at] && row[at + 1] === other[at + 1];
  });
}

function pairedBootstrap(a: Matrix, b: Matrix, keys: number, how: Resampling): number[][] {
  const random = mulberry32(how.seed);
  const samples = Array.from({ length: keys }, () => [] as number[]);
  const [sumA, sumB] = [new Float64Array(a.width), new Float64Array(b.width)];
  for (let sample = 0; sample < how.resamples; sample++) {
    sumA.fill(0);
    sumB.fill(0);
    for (let drawn = 0; drawn < a.rows.length; drawn++) {
      const number = Math.floor(random() * a.rows.length);
      add(sumA, a.rows[number]!);
      add(sumB, b.rows[number]!);
    }
    for (let at = 0; at < keys; at++) {
      const difference = f1(sumB, at) - f1(sumA, at);
      if (!Number.isNaN(difference)) samples[at]!.push(difference);
    }
  }
  return samples;
}

/** Differences that are equal but for rounding are equal. */
const SLACK = 1e-12;

function randomise(a: Matrix, b: Matrix, observed: readonly number[], how: Resampling): number[] {
  const random = mulberry32(how.seed);
  const atLeast = observed.map(() => 1);
  const [sumA, sumB] = [new Float64Array(a.width), new Float64Array(b.width)];
  for (let trial = 0; trial < how.resamples; trial++) {
    sumA.fill(0);
    sumB.fill(0);
    for (let number = 0; number < a.rows.length; number++) {
      const swap = random() < 0.5;
      add(swap ? sumB : sumA, a.rows[number]!);
      add(swap ? sumA : sumB, b.rows[number]!);
    }
    for (let at = 0; at < observed.length; at++) {
      const difference = Math.abs(f1(sumB, at) - f1(sumA, at));
      if (difference >= Math.abs(observed[at]!) - SLACK) atLeast[at]!++;
    }
  }
  return atLeast.map((count) => count / (how.resamples + 1));
}

/** Holm's step-down adjustment of the values that are not null. */
export function holm(values: readonly (number | null)[]): (number | null)[] {
  const order = values
    .map((value, at) => ({ value, at }))
    .filter((each): each is { value: number; at: number } => each.value !== null)
    .sort((a, b) => a.value - b.value);
  const adjusted: (number | null)[] = values.map(() => null);
  let highest = 0;
  for (const [rank, { value, at }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, value * (order.length - rank)));
    adjusted[at] = highest;
  }
  return adjusted;
}
