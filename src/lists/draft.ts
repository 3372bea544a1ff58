import type { Enumeration, ListItem, Sentence } from '../article/article.ts';
import {
  headingAdvises,
  type ItemPurpose,
  purposeOfIntroduction,
  purposeOfItem,
} from './purpose.ts';

/** A list being gathered. */
export interface Draft {
  /** Index of the sentence that introduces it, or null. */
  introduction: number | null;
  /** The nearest heading above, where no paragraph stands between. */
  heading: string | null;
  items: DraftItem[];
}

export interface DraftItem {
  readonly ordinal: number;
  /** Stands under another item, whose ordinal it has. */
  readonly sub: boolean;
  /** Indexes of sentences. */
  readonly sentences: number[];
  /** Tokens of the first sentence that are its marker. */
  readonly skip: number;
}

/** The layer's form of a draft; null where it is no list: a single item without an introduction. */
export function finish(draft: Draft, sentences: readonly Sentence[]): Enumeration | null {
  const { items } = draft;
  if (items.length === 0 || (items.length === 1 && draft.introduction === null)) return null;
  const first = draft.introduction ?? items[0]!.sentences[0]!;
  const last = items.at(-1)!.sentences.at(-1)!;
  return {
    start: sentences[first]!.start,
    end: sentences[last]!.end,
    introduction: draft.introduction,
    recommends: recommends(draft, sentences),
    items: items.map(
      (item): ListItem => ({
        start: sentences[item.sentences[0]!]!.start,
        end: sentences[item.sentences.at(-1)!]!.end,
        ordinal: item.ordinal,
        sentences: item.sentences,
      }),
    ),
  };
}

/** By its introduction, else by what most of its items are. */
function recommends(draft: Draft, sentences: readonly Sentence[]): boolean {
  const count: Record<ItemPurpose, number> = { advice: 0, plan: 0, deed: 0, fact: 0, other: 0 };
  for (const item of draft.items) {
    count[purposeOfItem(item.sentences, sentences, item.skip)]++;
  }
  const total = draft.items.length;
  const intro =
    draft.introduction === null ? 0 : purposeOfIntroduction(sentences[draft.introduction]!.tokens);
  if (count.deed * 2 > total) return false;
  if (count.plan * 2 > total) return false;
  if (count.advice === 0 && (count.fact + count.deed) * 2 > total) return false;
  if (intro > 0) return true;
  if (intro < 0) return false;
  if (count.advice * 2 > total) return true;
  return draft.heading !== null && headingAdvises(draft.heading) && count.advice * 4 >= total;
}
