import { z } from 'zod';
import { defineStage } from '../article/article.ts';

export const dates = defineStage({
  name: 'dates',
  reads: ['about', 'blocks', 'sentences', 'entities'],
  writes: 'dates',
  options: z.strictObject({}),
  prepare: () => () => [],
});
