import { z } from 'zod';
import { defineStage } from '../article/article.ts';
import { ConfigError } from '../kernel/errors.ts';
import { authorsOf } from './authors.ts';
import { makeFinder } from './find.ts';
import { lists } from './lexicon/index.ts';
import { compileLexicon } from './lexicon.ts';
import { entrySchema } from './lexicon-schema.ts';
import { resolve } from './resolve.ts';

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
    const finder = makeFinder(lexicon);
    return (article, trace) => {
      const { reading, winners, definitions } = finder.find(
        article.text,
        article.sentences,
        authorsOf(article.text, article.blocks),
        trace,
      );
      return resolve(reading, winners, definitions);
    };
  },
});
