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
  let from = 0;
  while (from < items.length) {
    const { start } = items[from]!;
    while (index < sentences.length && sentences[index]!.end <= start) index++;
    const sentence = sentences[index];
    if (!sentence) break;
    let to = from + 1;
    if (sentence.start <= start) {
      while (to < items.length && items[to]!.start < sentence.end) to++;
      found[index] = items.slice(from, to);
    }
    from = to;
  }
  return found;
}
