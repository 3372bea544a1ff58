import type { ReadDocument } from './document.ts';

export function readMarkdown(markdown: string): ReadDocument {
  return { text: markdown, hints: null, metadata: {} };
}
