import { z } from 'zod';
import { defineStage, type Sentence } from '../article/article.ts';
import { tokenize } from '../language/tokens.ts';
import { splitSentences } from './split.ts';

/** Cuts the title, which is one sentence like every heading, and the content into sentences. */
export const sentences = defineStage({
  name: 'sentences',
  reads: ['blocks'],
  writes: 'sentences',
  options: z.strictObject({}),
  prepare: () => (article) => {
    const { text, blocks } = article;
    const found: Sentence[] = [];
    for (const [block, { start, end, kind }] of blocks.entries()) {
      if (kind === 'boilerplate' || kind === 'byline') continue;
      const spans =
        kind === 'title' || kind === 'heading'
          ? [{ start, end }]
          : splitSentences(text, start, end);
      for (const span of spans) {
        found.push({
          ...span,
          index: found.length,
          block,
          kind,
          tokens: tokenize(text, span.start, span.end),
        });
      }
    }
    return found;
  },
});
