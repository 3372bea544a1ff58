import { z } from 'zod';
import { defineStage } from '../article/article.ts';

export const lists = defineStage({
  name: 'lists',
  reads: ['blocks', 'sentences'],
  writes: 'lists',
  options: z.strictObject({}),
  prepare: () => () => [],
});
