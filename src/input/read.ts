import { createHash } from 'node:crypto';
import type { Source } from '../article/article.ts';
import { decode } from './decode.ts';
import type { RawDocument, ReadDocument } from './document.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';

const readers: Record<RawDocument['format'], (text: string) => ReadDocument> = {
  text: (text) => ({ text, hints: null, metadata: {} }),
  markdown: readMarkdown,
  html: readHtml,
};

/**
 * Reads a document's bytes as the article's text and metadata. Metadata given beside the document
 * wins over what the document says of itself.
 * @throws {InputError} where the bytes are no text of its format
 */
export function readSource(document: RawDocument): Source {
  const { text, hints, metadata } = readers[document.format](decode(document.bytes));
  const { given } = document;
  return {
    id: document.id,
    text,
    sha256: createHash('sha256').update(document.bytes).digest('hex'),
    hints,
    title: given.title ?? metadata.title ?? null,
    published: given.published ?? metadata.published ?? null,
    url: given.url ?? metadata.url ?? null,
    source: given.source ?? metadata.source ?? null,
  };
}
