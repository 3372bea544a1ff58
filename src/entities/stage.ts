import { z } from 'zod';
import { defineStage } from '../article/article.ts';

export const entities = defineStage({
  name: 'entities',
  reads: ['blocks', 'sentences'],
  writes: 'entities',
  options: z.strictObject({}),
  prepare: () => () => [],
});
