import { z } from 'zod';
import { defineStage } from '../article/article.ts';

export const figures = defineStage({
  name: 'figures',
  reads: ['sentences', 'entities', 'dates'],
  writes: 'figures',
  options: z.strictObject({}),
  prepare: () => () => [],
});
