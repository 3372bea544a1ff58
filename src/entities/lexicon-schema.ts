import { z } from 'zod';
import { type EntityType, entityTypeSchema } from '../article/schema.ts';

const words = z.array(z.string().min(1));

/** A form that is also an ordinary word or somebody else's name, with what decides. */
export const ambiguitySchema = z.strictObject({
  alias: z.string().min(1),
  with: words
    .optional()
    .describe('any of these elsewhere in the same article decides for the entry'),
  without: words.optional().describe('any of these right beside it decides against the entry'),
  capital: z.boolean().optional().describe('accepted when capitalised inside a sentence'),
});

/**
 * One named thing. Forms are case-sensitive. An ambiguous form without `with` and `without` counts
 * only where the article also holds a sure form of the entry or defines it in brackets.
 */
export const entrySchema = z.strictObject({
  name: z.string().min(1),
  type: entityTypeSchema,
  country: z.string().length(2).nullable().optional().describe('ISO 3166-1 alpha-2 code'),
  id: z.string().min(1).nullable().optional(),
  aliases: words.optional(),
  ambiguous: z.array(ambiguitySchema).optional(),
  demonyms: words.optional().describe('countries: adjectives and nouns of its people'),
  capital: words.optional().describe('countries: cities that may stand for the government'),
  metonyms: words.optional().describe('countries: other names that stand for the government'),
});
export type Entry = z.infer<typeof entrySchema>;
export type Ambiguity = z.infer<typeof ambiguitySchema>;

/** What an entry names, of one shape whatever else the entry tells. */
export interface Thing {
  readonly name: string;
  readonly type: EntityType;
  readonly country: string | null;
  readonly id: string | null;
  /** Number of the article that held a sure form of it last. */
  sure: number;
}
