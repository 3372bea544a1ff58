import { z } from 'zod';
import { defineStage } from '../article/article.ts';
import { cleanText } from './cleaner.ts';

/** Cuts the raw text into blocks and tells the article from the web's furniture around it. */
export const clean = defineStage({
  name: 'clean',
  reads: [],
  writes: 'blocks',
  options: z.strictObject({}),
  prepare: () => cleanText,
});
