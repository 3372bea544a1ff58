import { z } from 'zod';
import {
  blockSchema,
  dateSchema,
  figureSchema,
  mentionSchema,
  recommendationSchema,
  sentenceSchema,
} from '../article/schema.ts';
import type { Layer } from './label.ts';

/*
 * The shape of a label as a person writes it: with offsets, or with its words and, where they occur
 * more than once, which occurrence.
 */

const place = {
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
  text: z.string().min(1).optional(),
  occurrence: z.int().positive().optional(),
};

export const handLabels = {
  blocks: z.object({ ...blockSchema.shape, ...place }),
  sentences: z.object({ ...sentenceSchema.shape, ...place }),
  entities: z.object({ ...mentionSchema.shape, ...place }),
  figures: z.object({ ...figureSchema.shape, ...place }),
  dates: z.object({ ...dateSchema.shape, ...place }),
  recommendations: z.object({ ...recommendationSchema.shape, ...place }),
} satisfies Record<Layer, z.ZodObject>;

/** Fields of an article file besides the layers that are compared. */
export const articleFields: ReadonlySet<string> = new Set([
  'article_id',
  'sha256',
  'title',
  'published',
  'language',
  'url',
  'source',
  'lists',
  'notes',
]);

export type HandFigure = z.infer<(typeof handLabels)['figures']>;
export type HandDate = z.infer<(typeof handLabels)['dates']>;
