import { z } from 'zod';
import { defineStage } from '../article/article.ts';

export const sentences = defineStage({
  name: 'sentences',
  reads: ['blocks'],
  writes: 'sentences',
  options: z.strictObject({}),
  prepare: () => () => [],
});
