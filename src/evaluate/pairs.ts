import { exactly, type Label } from './label.ts';

/** A gold label and the prediction that is judged against it. */
export interface Pair {
  readonly gold: Label;
  readonly found: Label;
}

/** The outcome of a matching: every label of both sides stands in exactly one of the three. */
export interface Matching {
  readonly pairs: readonly Pair[];
  readonly missed: readonly Label[];
  readonly spurious: readonly Label[];
}

/** Which pairs come into question, besides that they overlap. */
export interface MatchRule {
  /** Whether two labels are of the same type. */
  sameType(gold: Label, found: Label): boolean;
  /** Refuses a pair that overlaps by `overlap` characters. */
  allow?(gold: Label, found: Label, overlap: number): boolean;
}

export type Matcher = (
  gold: readonly Label[],
  found: readonly Label[],
  rule: MatchRule,
) => Matching;

interface Candidate extends Pair {
  readonly likeness: number;
}

/**
 * Pairs labels one to one, the best pair first. The better pair has the larger overlap in proportion
 * to what both cover together, so that equal spans always come first; of equal overlaps the one
 * that stands earlier in the text; of equal spans those of one type, then those with more fields
 * alike. What order the lists have changes nothing: what is still equal is equal in content.
 */
export const matchBestFirst: Matcher = (gold, found, rule) => {
  const candidates = overlapping(gold, found, rule);
  candidates.sort((a, b) => b.likeness - a.likeness || compareTies(a, b, rule));
  const takenGold = new Set<Label>();
  const takenFound = new Set<Label>();
  const pairs: Pair[] = [];
  for (const candidate of candidates) {
    if (takenGold.has(candidate.gold) || takenFound.has(candidate.found)) continue;
    takenGold.add(candidate.gold);
    takenFound.add(candidate.found);
    pairs.push({ gold: candidate.gold, found: candidate.found });
  }
  return {
    pairs,
    missed: gold.filter((label) => !takenGold.has(label)),
    spurious: found.filter((label) => !takenFound.has(label)),
  };
};

function overlapping(
  gold: readonly Label[],
  found: readonly Label[],
  rule: MatchRule,
): Candidate[] {
  const sorted = [...found].sort((a, b) => a.start - b.start);
  // The furthest end so far tells from where on a label can reach a start.
  const reach: number[] = [];
  for (const label of sorted) reach.push(Math.max(reach.at(-1) ?? 0, label.end));
  const candidates: Candidate[] = [];
  for (const label of gold) {
    for (let at = firstAbove(reach, label.start); at < sorted.length; at++) {
      const other = sorted[at]!;
      if (other.start >= label.end) break;
      const overlap = Math.min(label.end, other.end) - Math.max(label.start, other.start);
      if (overlap <= 0 || rule.allow?.(label, other, overlap) === false) continue;
      const together = Math.max(label.end, other.end) - Math.min(label.start, other.start);
      candidates.push({ gold: label, found: other, likeness: overlap / together });
    }
  }
  return candidates;
}

function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareTies(a: Candidate, b: Candidate, rule: MatchRule): number {
  const byPlace =
    a.gold.start - b.gold.start ||
    a.gold.end - b.gold.end ||
    a.found.start - b.found.start ||
    a.found.end - b.found.end;
  if (byPlace !== 0) return byPlace;
  const byType =
    Number(rule.sameType(b.gold, b.found)) - Number(rule.sameType(a.gold, a.found)) ||
    alike(b) - alike(a);
  if (byType !== 0) return byType;
  const [left, right] = [a, b].map((pair) => [content(pair.gold), content(pair.found)].sort());
  return compare(left![0]!, right![0]!) || compare(left![1]!, right![1]!);
}

/** Fields that both labels have alike. */
function alike({ gold, found }: Pair): number {
  let count = 0;
  for (const field of new Set([...Object.keys(gold), ...Object.keys(found)])) {
    if (JSON.stringify(exactly(gold[field])) === JSON.stringify(exactly(found[field]))) count++;
  }
  return count;
}

const content = (label: Label): string => JSON.stringify(Object.entries(label).sort());

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
