import { z } from 'zod';
import { defineStage } from '../article/article.ts';
import type { Mention } from '../article/schema.ts';
import { ConfigError } from '../kernel/errors.ts';
import { resolveOverlaps } from '../kernel/overlap.ts';
import { findKnown } from './known.ts';
import { lists } from './lexicon/index.ts';
import { compileLexicon } from './lexicon.ts';
import { entrySchema } from './lexicon-schema.ts';
import { Reading } from './reading.ts';

export const entities = defineStage({
  name: 'entities',
  reads: ['blocks', 'sentences'],
  writes: 'entities',
  options: z.strictObject({
    extra: z
      .array(entrySchema)
      .default([])
      .describe(
        'names of your own, in the shape of the lexicons; they go before the built-in ones',
      ),
  }),
  prepare: ({ extra }) => {
    const { lexicon } = compileLexicon(lists, extra);
    if (extra.length > 0) {
      const { problems } = compileLexicon([], extra);
      if (problems.length > 0) throw new ConfigError(problems);
    }
    return (article, trace) => {
      const reading = new Reading(article.text, article.sentences);
      const winners = resolveOverlaps(findKnown(reading, lexicon), trace);
      return winners.map(({ start, end, by, confidence, value }): Mention => {
        const text = article.text.slice(start, end);
        return {
          start,
          end,
          text,
          type: value.type,
          name: value.entry?.type === 'country' ? value.entry.name : text,
          canonical: value.entry?.name ?? null,
          id: value.entry?.id ?? null,
          sentence: value.sentence,
          by,
          confidence,
        };
      });
    };
  },
});
