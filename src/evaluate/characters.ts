import type { Span } from '../kernel/span.ts';
import type { LabelledArticle } from './label.ts';
import { count, type Tallies, tallyKey } from './tally.ts';

const CONTENT: readonly unknown[] = ['heading', 'paragraph', 'list_item'];
const FURNITURE: readonly unknown[] = ['byline', 'boilerplate'];

/** Counts the characters of the content and of the furniture. */
export function characters(gold: LabelledArticle, found: LabelledArticle, tallies: Tallies): void {
  for (const [measure, kinds] of [
    ['clean.characters', CONTENT],
    ['furniture.characters', FURNITURE],
  ] as const) {
    const a = union(gold.blocks.filter((block) => kinds.includes(block.kind)));
    const b = union(found.blocks.filter((block) => kinds.includes(block.kind)));
    const both = common(a, b);
    const key = tallyKey('layer', measure);
    count(tallies, key, 'correct', both);
    count(tallies, key, 'missed', size(a) - both);
    count(tallies, key, 'spurious', size(b) - both);
  }
}

/** The same characters as spans that are apart, in reading order. */
function union(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

const size = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + span.end - span.start, 0);

function common(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    sum += Math.max(0, Math.min(a[i]!.end, b[j]!.end) - Math.max(a[i]!.start, b[j]!.start));
    if (a[i]!.end < b[j]!.end) i++;
    else j++;
  }
  return sum;
}
