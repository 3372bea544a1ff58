import { z } from 'zod';
import { defineStage } from '../article/article.ts';

export const about = defineStage({
  name: 'about',
  reads: ['blocks'],
  writes: 'about',
  options: z.strictObject({}),
  prepare: () => (article) => ({
    title: article.title,
    authors: [],
    published: article.published,
    from: { ...(article.published ? { published: 'given' as const } : {}) },
  }),
});
