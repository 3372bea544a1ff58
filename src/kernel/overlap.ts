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
export function resolveOverlaps<Each extends Candidate<unknown>>(
  candidates: readonly Each[],
  trace?: Trace,
): Each[] {
  if (candidates.length < 2) return [...candidates];
  const order = inReadingOrder(candidates);
  const winners: Each[] = [];
  // most stand alone: only those that hang together have to be weighed
  for (let from = 0, to = 1; from < order.length; from = to++) {
    let { end } = order[from]!;
    while (to < order.length && order[to]!.start < end) end = Math.max(end, order[to++]!.end);
    if (to === from + 1) winners.push(order[from]!);
    else winners.push(...weighed(order.slice(from, to), trace));
  }
  return winners;
}

/** The order of the rules is kept where the places are equal, here and in `weighed`. */
function inReadingOrder<Each extends Candidate<unknown>>(
  candidates: readonly Each[],
): readonly Each[] {
  for (let at = 1; at < candidates.length; at++) {
    if (candidates[at - 1]!.start > candidates[at]!.start)
      return inOrder(candidates.slice(), (a, b) => a.start - b.start);
  }
  return candidates;
}

/** More than so many are sorted; few, mostly in order, are put right without what a sort allocates. */
const FEW = 200;

function inOrder<Item>(list: Item[], compare: (a: Item, b: Item) => number): Item[] {
  if (list.length > FEW) return list.sort(compare);
  for (let at = 1; at < list.length; at++) {
    const item = list[at]!;
    let to = at;
    for (; to > 0 && compare(list[to - 1]!, item) > 0; to--) list[to] = list[to - 1]!;
    list[to] = item;
  }
  return list;
}

function weighed<Each extends Candidate<unknown>>(
  candidates: Each[],
  trace: Trace | undefined,
): Each[] {
  inOrder(candidates, (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const winners: Each[] = [];
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
    else if (after) winners.splice(at, 0, candidate);
    else winners.push(candidate);
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
