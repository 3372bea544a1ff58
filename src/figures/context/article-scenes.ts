import type { Sentence } from '../../article/article.ts';
import type { DateMention, Mention } from '../../article/schema.ts';
import { type Scene, sceneOf } from '../scene.ts';

/** The scenes of an article's sentences, made when first asked for. */
export class ArticleScenes {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly #entities: readonly Mention[];
  readonly #dates: readonly DateMention[];
  readonly #scenes: (Scene | undefined)[] = [];
  #mentions: readonly (readonly Mention[])[] | null = null;
  #times: readonly (readonly DateMention[])[] | null = null;

  constructor(
    text: string,
    sentences: readonly Sentence[],
    entities: readonly Mention[],
    dates: readonly DateMention[],
  ) {
    this.text = text;
    this.sentences = sentences;
    this.#entities = entities;
    this.#dates = dates;
  }

  at(index: number): Scene {
    const known = this.#scenes[index];
    if (known) return known;
    this.#times ??= inSentences(this.sentences, this.#dates);
    const { tokens } = this.sentences[index]!;
    const scene = sceneOf(tokens, this.mentionsIn(index), this.#times[index]!);
    this.#scenes[index] = scene;
    return scene;
  }

  mentionsIn(index: number): readonly Mention[] {
    this.#mentions ??= inSentences(this.sentences, this.#entities);
    return this.#mentions[index]!;
  }
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
