import { z } from 'zod';
import { defineStage, type Source } from '../article/article.ts';
import type { Block } from '../article/schema.ts';
import { readLines } from './lines.ts';
import { type Passage, readPassages } from './passages.ts';

export const clean = defineStage({
  name: 'clean',
  reads: [],
  writes: 'blocks',
  options: z.strictObject({}),
  prepare: () => (article) => cleanText(article),
});

const FURNITURE =
  /^(?:\[ad_\d\]|tags?:|information:|article:|source|unknown|#{3,}|share (?:this|on)|read more|filed (?:in|under)|leave a (?:reply|comment)|submit comment|recent posts|get updates|related (?:coverage|posts?|articles?)|copyright|©|all rights reserved|\[\[|- (?:source|link):)/u;
const BYLINE =
  /^(?:by [A-Z]|- (?:date|author):|(?:\w+ \d{1,2}, )?\d{4}(?:-\d\d-\d\d)?$|staff writer|\((?:reporting|editing|writing) by|from:|date:)/iu;

export function cleanText(article: Source): Block[] {
  const passages = readPassages(article.text, readLines(article.text));
  let title: Passage | undefined;
  let body = false;
  return passages.map((passage, i): Block => {
    const next = passages[i + 1];
    if (FURNITURE.test(passage.lower))
      return { start: passage.start, end: passage.end, kind: 'boilerplate', by: 'clean/furniture' };
    if (BYLINE.test(passage.head))
      return { start: passage.start, end: passage.end, kind: 'byline', by: 'clean/byline' };
    if (!title && !body && !passage.prose) {
      title = passage;
      return { ...passage.inner, kind: 'title', by: 'clean/title' };
    }
    if (passage.prose) body = true;
    if (passage.marker?.kind === 'bullet' || passage.marker?.kind === 'number')
      return { ...passage.inner, kind: 'list_item', by: 'clean/item' };
    if (!passage.stopped && !passage.opens && passage.words < 15 && next)
      return { ...passage.inner, kind: 'heading', by: 'clean/heading' };
    return { ...passage.inner, kind: 'paragraph', by: 'clean/paragraph' };
  });
}
