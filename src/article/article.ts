import type { Span } from '../kernel/span.ts';
import type { AnyStage, Stage } from '../kernel/stage.ts';
import type { Token } from '../language/tokens.ts';
import type {
  Block,
  BlockKind,
  DateMention,
  Figure,
  Mention,
  Origin,
  Reading,
  Recommendation,
} from './schema.ts';

/** What is known of an article besides its text; null where unknown. */
export interface Metadata {
  readonly title: string | null;
  /** ISO date; the anchor of relative dates. */
  readonly published: string | null;
  readonly url: string | null;
  readonly source: string | null;
}

/** What a part of an article's metadata is said to be, and by what. */
export interface Claim<Value> {
  readonly value: Value;
  readonly from: Origin;
}

/** All that came with an article or that its mark-up says of it, the first believed first. */
export interface Claims {
  readonly title: readonly Claim<string>[];
  /** As they are printed: "By Ana Reyes and Ben Lee". */
  readonly authors: readonly Claim<readonly string[]>[];
  /** ISO dates. */
  readonly published: readonly Claim<string>[];
  readonly modified: readonly Claim<string>[];
}

/** What mark-up told of a stretch of the text, before cleaning; plain text has none. */
export interface BlockHint extends Span {
  readonly kind: BlockKind;
}

/** An article as it comes to the pipeline. `text` is never changed; every offset points into it. */
export interface Source extends Metadata {
  readonly id: string;
  readonly text: string;
  readonly sha256: string;
  /** Null or absent where the text is that of the bytes in UTF-8, as they stand. */
  readonly reading?: Reading | null;
  /** Absent where there is nothing but the fields of {@link Metadata}, which were given. */
  readonly claims?: Claims;
  /** ISO 639-1 code as far as it was told; taken for English where it is not known. */
  readonly language?: string | null;
  /** In reading order; null for plain text, whose blocks the cleaner finds itself. */
  readonly hints: readonly BlockHint[] | null;
}

/** The layers of sentences are made for English alone. */
export const isRead = ({ language }: Pick<Source, 'language'>): boolean =>
  language === undefined || language === null || language === 'en';

export interface Sentence extends Span {
  /** Number in the article, from 0. */
  readonly index: number;
  /** Index of its block in the layer of blocks. */
  readonly block: number;
  /** Kind of its block. */
  readonly kind: BlockKind;
  readonly tokens: readonly Token[];
  /** What its words may be, a bit each (`language/sentence-bits.ts`). */
  readonly bits: number;
}

export interface ListItem extends Span {
  /** The printed number, or the count from 1 where none is printed. */
  readonly ordinal: number;
  /** Indexes of the item's sentences. */
  readonly sentences: readonly number[];
}

/** An enumeration of the text: steps, findings, members, whatever it enumerates. */
export interface Enumeration extends Span {
  /** Index of the sentence that introduces it, or null. */
  readonly introduction: number | null;
  /** It is introduced as, or plainly is, a list of what should be done. */
  readonly recommends: boolean;
  readonly items: readonly ListItem[];
}

/** What is known of the article after its furniture was read: metadata given with it wins. */
export interface About {
  readonly title: string | null;
  readonly authors: readonly string[];
  /** ISO date, the anchor of relative dates. */
  readonly published: string | null;
  /** ISO date of the last change that is told; never taken for that of publication. */
  readonly modified?: string;
  /** Where each came from; absent for what is unknown. */
  readonly from: {
    readonly title?: Origin;
    readonly authors?: Origin;
    readonly published?: Origin;
    readonly modified?: Origin;
  };
}

/** The layers of annotation. Inside the program their offsets are UTF-16 code units. */
export interface Layers {
  blocks: readonly Block[];
  about: About;
  sentences: readonly Sentence[];
  entities: readonly Mention[];
  dates: readonly DateMention[];
  figures: readonly Figure[];
  lists: readonly Enumeration[];
  recommendations: readonly Recommendation[];
}

export type Article = Source & Layers;

export type ArticleStage = AnyStage<Source, Layers>;

/** Lets the compiler check that a stage reads only the layers that it declares. */
export function defineStage<R extends keyof Layers, W extends keyof Layers, O>(
  stage: Stage<Source, Layers, R, W, O>,
): Stage<Source, Layers, R, W, O> {
  return stage;
}

/** The layers before any stage has run. */
export const emptyLayers: Layers = {
  blocks: [],
  about: { title: null, authors: [], published: null, from: {} },
  sentences: [],
  entities: [],
  dates: [],
  figures: [],
  lists: [],
  recommendations: [],
};
