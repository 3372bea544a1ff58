import { z } from 'zod';
import { defineStage } from '../article/article.ts';

export const recommendations = defineStage({
  name: 'recommendations',
  reads: ['blocks', 'sentences', 'entities', 'lists'],
  writes: 'recommendations',
  options: z.strictObject({}),
  prepare: () => () => [],
});
