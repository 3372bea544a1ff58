import type { Candidate } from './rule.ts';
import { overlaps } from './span.ts';
import type { Trace } from './stage.ts';

/** The policy of every layer, in one sentence; `explain` prints it. */
export const OVERLAP_POLICY =
  'Of candidates that overlap the longest wins, of equal length the one that starts first, of equal place the earlier rule.';

/**
 * Resolves overlaps by {@link OVERLAP_POLICY}. `candidates` come in the order of their rules. The
 * winners are returned in reading order; each loser is told to `trace` with the winner it met.
 */
export function resolveOverlaps<Value>(
  candidates: readonly Candidate<Value>[],
  trace?: Trace,
): Candidate<Value>[] {
  if (candidates.length < 2) return [...candidates];
  // the sorts keep the order of the rules where the places are equal
  const order = [...candidates].sort((a, b) => a.start - b.start);
  const winners: Candidate<Value>[] = [];
  // most stand alone: only those that hang together have to be weighed
  for (let from = 0, to = 1; from < order.length; from = to++) {
    let { end } = order[from]!;
    while (to < order.length && order[to]!.start < end) end = Math.max(end, order[to++]!.end);
    if (to === from + 1) winners.push(order[from]!);
    else winners.push(...weighed(order.slice(from, to), trace));
  }
  return winners;
}

function weighed<Value>(
  candidates: Candidate<Value>[],
  trace: Trace | undefined,
): Candidate<Value>[] {
  candidates.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const winners: Candidate<Value>[] = [];
  for (const candidate of candidates) {
    const at = firstAfter(winners, candidate.start);
    const before = winners[at - 1];
    const after = winners[at];
    const winner =
      before && overlaps(before, candidate)
        ? before
        : after && overlaps(after, candidate)
          ? after
          : undefined;
    if (winner) trace?.lost(candidate, winner);
    else winners.splice(at, 0, candidate);
  }
  return winners;
}

function firstAfter(spans: readonly { start: number }[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
