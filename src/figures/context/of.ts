import type { ArticleScenes } from './article-scenes.ts';
import { ballotOf } from './of-evidence.ts';
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
  return ballotOf(scenes, sentence, figure, around).winner();
}
