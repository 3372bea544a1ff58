import { z } from 'zod';
import { defineStage } from '../article/article.ts';

export const clean = defineStage({
  name: 'clean',
  reads: [],
  writes: 'blocks',
  options: z.strictObject({}),
  prepare: () => () => [],
});
