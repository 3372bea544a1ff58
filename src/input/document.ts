import type { BlockHint, Claim, Claims, Metadata } from '../article/article.ts';

export const formats = ['text', 'markdown', 'html'] as const;
export type Format = (typeof formats)[number];

/** Metadata as far as a source gives any. */
export type GivenMetadata = { readonly [Key in keyof Metadata]?: Metadata[Key] | undefined } & {
  readonly authors?: readonly string[] | undefined;
};

/** What a document says of itself: what is believed first, and all that it claims. */
export interface ReadMetadata {
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly source?: string | undefined;
  readonly claims: Claims;
}

type Possible = { readonly [Key in keyof Claims]: readonly (Claims[Key][number] | undefined)[] };

/** The claims that are any, and the first title and day among them. */
export function claimsOf(possible: Possible): Pick<ReadMetadata, 'title' | 'published' | 'claims'> {
  const made = <Value>(list: readonly (Claim<Value> | undefined)[]) =>
    list.filter((each) => each !== undefined);
  const claims: Claims = {
    title: made(possible.title),
    authors: made(possible.authors),
    published: made(possible.published),
    modified: made(possible.modified),
  };
  return { title: claims.title[0]?.value, published: claims.published[0]?.value, claims };
}

/** An article as it was found, its bytes not yet read as anything. */
export interface RawDocument {
  readonly id: string;
  /** Where it was found, for messages; with its line where many stand in one file. */
  readonly path: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** From a sidecar or from its own line; wins over what the document says of itself. */
  readonly given: GivenMetadata;
}

/** Why an article could not be processed; a row of `errors.csv`. */
export interface Failure {
  readonly article_id: string;
  readonly path: string;
  readonly stage: string;
  readonly error: string;
  readonly message: string;
}

/** What a reader of a format makes of a document. */
export interface ReadDocument {
  readonly text: string;
  readonly hints: readonly BlockHint[] | null;
  readonly metadata: ReadMetadata;
}
