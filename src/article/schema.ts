import { z } from 'zod';

/*
 * The shapes of what an article holds and of the files that hold it. The fields' names and order are
 * fixed for readers; descriptions go into the published JSON Schema and the tables' documentation.
 */

const offset = z.int().nonnegative();

/** A label's place: half-open offsets (code points in files, UTF-16 inside the program). */
const place = {
  start: offset.describe('offset of the first character, counted in Unicode code points'),
  end: offset.describe('offset behind the last character'),
};

export const confidenceSchema = z.enum(['stated', 'inferred', 'guessed']);

const words = z.string().describe('the characters from start to end');

/** Where a label came from. Labels made by hand leave these out. */
const provenance = {
  sentence: offset.optional().describe('number of its sentence in the article, from 0'),
  by: z.string().optional().describe('stage and rule that made it'),
  confidence: confidenceSchema
    .optional()
    .describe('how it is known: stated in words, inferred from context, or guessed'),
};

export const blockKinds = [
  'title',
  'heading',
  'paragraph',
  'list_item',
  'byline',
  'boilerplate',
] as const;
export const blockSchema = z.strictObject({
  ...place,
  kind: z.enum(blockKinds),
  by: provenance.by,
});
export type Block = z.infer<typeof blockSchema>;
export type BlockKind = Block['kind'];

export const sentenceSchema = z.strictObject({ ...place });

export const entityTypes = [
  'person',
  'country',
  'place',
  'government_body',
  'international_body',
  'organization',
  'threat_actor',
  'malware',
  'legal_instrument',
  'event',
  'vulnerability',
] as const;
export const entityTypeSchema = z.enum(entityTypes);
export type EntityType = z.infer<typeof entityTypeSchema>;

export const mentionSchema = z.strictObject({
  ...place,
  text: words,
  type: entityTypeSchema.describe('kind of thing'),
  name: z.string().describe('fullest form that the article uses; for a country its common name'),
  canonical: z.string().nullable().optional().describe("the lexicon's name, null where in none"),
  id: z
    .string()
    .nullable()
    .optional()
    .describe('ISO 3166-1 alpha-2 code, CVE number, ATT&CK id or key of the lexicon'),
  ...provenance,
});
export type Mention = z.infer<typeof mentionSchema>;

export const figureKinds = [
  'count',
  'money',
  'percent',
  'data_volume',
  'multiple',
  'rank',
  'other_measure',
] as const;
export const comparators = [
  'exact',
  'about',
  'almost',
  'more_than',
  'at_least',
  'less_than',
  'at_most',
  'between',
] as const;
export const figureSchema = z.strictObject({
  ...place,
  text: words,
  kind: z.enum(figureKinds).describe('kind of quantity'),
  min: z
    .number()
    .nullable()
    .describe('lower bound, equal to max where one number is given; null where there is none'),
  max: z.number().nullable().describe('upper bound; null where there is none'),
  comparator: z.enum(comparators).describe('how the words qualify the number'),
  unit: z.string().nullable().describe('head noun in the singular, ISO 4217 code, percent, byte'),
  per: z.string().nullable().describe("the rate's period as an ISO 8601 duration"),
  of: z.string().nullable().describe('name of the entity that the quantity is about'),
  when: z.string().nullable().describe('EDTF value of the date in its clause'),
  source: z
    .string()
    .nullable()
    .describe("who counted or claimed it; null where it is the article's own word"),
  ...provenance,
});
export type Figure = z.infer<typeof figureSchema>;
export type FigureKind = Figure['kind'];
export type Comparator = Figure['comparator'];

export const dateTypes = ['date', 'time', 'duration', 'set'] as const;
export const dateSchema = z.strictObject({
  ...place,
  text: words,
  type: z
    .enum(dateTypes)
    .describe('a point or stretch of the calendar, a clock time, a length, or a repetition'),
  value: z
    .string()
    .nullable()
    .describe('EDTF (ISO 8601-2) or an ISO 8601 duration; null where there is no anchor'),
  relative: z.boolean().describe('hangs on the publication date or another date of the text'),
  ...provenance,
});
/** A time expression of the text with its value. */
export type DateMention = z.infer<typeof dateSchema>;
export type DateType = DateMention['type'];

export const strengths = ['strong', 'medium', 'weak'] as const;
export const recommendationSchema = z.strictObject({
  ...place,
  text: words,
  strength: z.enum(strengths).describe('of the strongest cue'),
  actors: z.array(z.string()).describe('who should act'),
  action: z.string().nullable().describe('main verb of what is proposed, lemma'),
  source: z.string().nullable().describe('who recommends, null for the author'),
  list: z.int().positive().nullable().describe('number of its list in the article, from 1'),
  ordinal: z.int().positive().nullable().describe("the item's own printed number"),
  ...provenance,
});
export type Recommendation = z.infer<typeof recommendationSchema>;
export type Strength = Recommendation['strength'];

/** An enumeration of the text, whatever it enumerates. */
export const listSchema = z.strictObject({
  ...place,
  list: z.int().positive().nullable().describe('number of a recommendation list, else null'),
  introduction: z
    .strictObject({ ...place })
    .nullable()
    .describe('the sentence that introduces it'),
  items: z.array(z.strictObject({ ...place, ordinal: z.int().positive() })),
});

/** A stretch that was misread before it came to us, and what it was read as. */
export const repairSchema = z.strictObject({
  was: z.string().describe('the characters as they stood'),
  now: z.string().describe('the characters that they were misread from'),
  places: z.int().positive().describe('how often'),
});
export type Repair = z.infer<typeof repairSchema>;

export const encodingOrigins = ['byte_order_mark', 'declared', 'bytes'] as const;
/** How the bytes were read, where they are not simply UTF-8. */
export const readingSchema = z.strictObject({
  encoding: z.string().describe('name of the encoding in the Encoding Standard, as "windows-1252"'),
  encoding_from: z
    .enum(encodingOrigins)
    .describe('what told it: a mark in front, the page itself, or nothing but the bytes'),
  declared: z
    .string()
    .optional()
    .describe('what the page declares, where its bytes tell otherwise'),
  repaired: z
    .int()
    .positive()
    .optional()
    .describe('places of mojibake that were repaired, in the source'),
  repairs: z.array(repairSchema).optional().describe('the ten commonest repairs'),
});
export type Reading = z.infer<typeof readingSchema>;

/** Where metadata comes from, in the order in which it is believed. */
export const origins = [
  'given',
  'front_matter',
  'json_ld',
  'meta',
  'page',
  'title',
  'byline',
  'dateline',
] as const;
export const originSchema = z.enum(origins);
export type Origin = z.infer<typeof originSchema>;

/** One article with its layers, as it stands in a file; what hand-made labels may leave out is optional. */
export const articleFileSchema = z.strictObject({
  article_id: z.string(),
  sha256: z.string().optional().describe('digest of the bytes that were read'),
  title: z.string().nullable().optional().describe('headline'),
  published: z.iso
    .date()
    .nullable()
    .optional()
    .describe('publication date, the anchor of relative dates'),
  language: z.string().nullable().optional().describe('ISO 639-1 code'),
  url: z.string().nullable().optional().describe('address, where it was given'),
  source: z.string().nullable().optional().describe('outlet, where it was given'),
  authors: z.array(z.string()).optional().describe('who wrote it, as far as persons are named'),
  modified: z.iso
    .date()
    .nullable()
    .optional()
    .describe('date of the last change that the article tells, never taken for its publication'),
  metadata_from: z
    .strictObject({
      title: originSchema.optional(),
      authors: originSchema.optional(),
      published: originSchema.optional(),
      modified: originSchema.optional(),
    })
    .optional()
    .describe('where the metadata comes from; absent for what is unknown'),
  reading: readingSchema
    .optional()
    .describe('how the bytes were read; absent where they are UTF-8 and stand as they are'),
  text: z
    .string()
    .optional()
    .describe('only in `stream`: the text as read, where it is not the text of the line'),
  notes: z.array(z.string()).optional().describe('what a reader should know of how it was read'),
  blocks: z.array(blockSchema),
  sentences: z.array(sentenceSchema),
  entities: z.array(mentionSchema),
  figures: z.array(figureSchema),
  dates: z.array(dateSchema),
  lists: z.array(listSchema).optional(),
  recommendations: z.array(recommendationSchema),
});
export type ArticleFile = z.infer<typeof articleFileSchema>;
