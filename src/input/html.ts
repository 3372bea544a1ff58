import type { ReadDocument } from './document.ts';

export function readHtml(html: string): ReadDocument {
  return { text: html.replace(/<[^>]{0,10000}>/g, ' '), hints: null, metadata: {} };
}
