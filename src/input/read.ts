import { createHash } from 'node:crypto';
import type { Claim, Claims, Source } from '../article/article.ts';
import { declaredEncoding } from './declared-encoding.ts';
import { decode } from './decode.ts';
import type { Format, GivenMetadata, RawDocument, ReadDocument, ReadMetadata } from './document.ts';
import { languageOf } from './language.ts';

export type Reader = (text: string) => ReadDocument;

/** Readers of mark-up are loaded when the first document of their kind comes. */
export async function readerOf(format: Format): Promise<Reader> {
  switch (format) {
    case 'html':
      return (await import('./html.ts')).readHtml;
    case 'markdown':
      return (await import('./markdown.ts')).readMarkdown;
    default:
      return (text) => ({ text, hints: null, metadata: { claims: NO_CLAIMS } });
  }
}

const NO_CLAIMS: Claims = { title: [], authors: [], published: [], modified: [] };

/**
 * Reads a document's bytes as the article's text and metadata. Metadata given beside the document
 * wins over what the document says of itself.
 * @throws {InputError} where the bytes are no text of its format
 */
export async function readSource(document: RawDocument): Promise<Source> {
  return sourceOf(document, await readerOf(document.format));
}

/** {@link readSource} with the reader of the document's format already loaded. */
export function sourceOf(document: RawDocument, read: Reader): Source {
  const declares = document.format === 'html' ? declaredEncoding : undefined;
  const decoded = decode(document.bytes, declares);
  const { text, hints, metadata } = read(decoded.text);
  const { given } = document;
  return {
    id: document.id,
    text,
    sha256: createHash('sha256').update(document.bytes).digest('hex'),
    reading: decoded.reading,
    hints,
    language: languageOf(text),
    title: given.title ?? metadata.title ?? null,
    published: given.published ?? metadata.published ?? null,
    url: given.url ?? metadata.url ?? null,
    source: given.source ?? metadata.source ?? null,
    claims: withGiven(given, metadata),
  };
}

/** Whether a document's text is not simply its bytes in UTF-8, so that it is written down. */
export const isReadAnew = (document: Pick<RawDocument, 'format'>, source: Source): boolean =>
  document.format !== 'text' ||
  (source.reading != null &&
    (source.reading.encoding !== 'utf-8' || source.reading.repaired !== undefined));

function withGiven(given: GivenMetadata, { claims }: ReadMetadata): Claims {
  const first = <Value>(
    value: Value | null | undefined,
    others: readonly Claim<Value>[],
  ): readonly Claim<Value>[] =>
    value === null || value === undefined ? others : [{ value, from: 'given' }, ...others];
  return {
    title: first(given.title, claims.title),
    authors: first(given.authors, claims.authors),
    published: first(given.published, claims.published),
    modified: claims.modified,
  };
}
