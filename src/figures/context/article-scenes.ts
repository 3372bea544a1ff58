import type { Sentence } from '../../article/article.ts';
import type { DateMention, Mention } from '../../article/schema.ts';
import { type Scene, sceneOf } from '../scene.ts';

/** The scenes of an article's sentences, made when first asked for. */
export interface ArticleScenes {
  readonly sentences: readonly Sentence[];
  at(index: number): Scene;
  mentionsIn(index: number): readonly Mention[];
}

export function scenesOf(
  sentences: readonly Sentence[],
  entities: readonly Mention[],
  dates: readonly DateMention[],
): ArticleScenes {
  const scenes: (Scene | undefined)[] = [];
  const mentions = inSentences(sentences, entities);
  const times = inSentences(sentences, dates);
  return {
    sentences,
    mentionsIn: (index) => mentions[index]!,
    at(index) {
      scenes[index] ??= sceneOf(sentences[index]!.tokens, mentions[index]!, times[index]!);
      return scenes[index]!;
    },
  };
}

const NONE: never[] = [];

/** The spans that lie in each sentence; both lists are in reading order. */
function inSentences<Item extends { start: number; end: number }>(
  sentences: readonly Sentence[],
  items: readonly Item[],
): Item[][] {
  const found: Item[][] = new Array(sentences.length).fill(NONE);
  let index = 0;
  for (const item of items) {
    while (index < sentences.length && sentences[index]!.end <= item.start) index++;
    const sentence = sentences[index];
    if (!sentence || sentence.start > item.start) continue;
    if (found[index] === NONE) found[index] = [item];
    else found[index]!.push(item);
  }
  return found;
}
