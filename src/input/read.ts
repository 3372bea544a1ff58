import { createHash } from 'node:crypto';
import type { Source } from '../article/article.ts';
import { decode } from './decode.ts';
import type { Format, RawDocument, ReadDocument } from './document.ts';
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
      return (text) => ({ text, hints: null, metadata: {} });
  }
}

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
  const { text, hints, metadata } = read(decode(document.bytes));
  const { given } = document;
  return {
    id: document.id,
    text,
    sha256: createHash('sha256').update(document.bytes).digest('hex'),
    hints,
    language: languageOf(text),
    title: given.title ?? metadata.title ?? null,
    published: given.published ?? metadata.published ?? null,
    url: given.url ?? metadata.url ?? null,
    source: given.source ?? metadata.source ?? null,
  };
}
