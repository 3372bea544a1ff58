import type { ArticleScenes } from './article-scenes.ts';
import { evidenceOf } from './of-evidence.ts';
import { WEIGHTS } from './of-weights.ts';
import type { Around, Counted } from './topic.ts';

/**
 * The entity that a figure is about: of all that the sentence names and of what stands before, the
 * one with the most evidence, or null where that for nobody outweighs it.
 */
export function ofOf(
  scenes: ArticleScenes,
  sentence: number,
  figure: Counted,
  around: Around,
): string | null {
  const evidence = evidenceOf(scenes, sentence, figure, around);
  let best = '';
  let most = Number.NEGATIVE_INFINITY;
  for (const [name, reasons] of evidence) {
    let sum = 0;
    for (const reason of reasons) sum += WEIGHTS[reason] ?? 0;
    if (sum > most) [best, most] = [name, sum];
  }
  return best || null;
}
