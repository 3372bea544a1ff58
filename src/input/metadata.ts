import { z } from 'zod';

/** A lone surrogate ("\\ud800") is no character and would be lost in writing. */
const words = (problem = 'is not a string') =>
  z.string(problem).refine((value) => !/\p{Surrogate}/u.test(value), 'holds half a surrogate pair');

/** What may stand in a sidecar `x.meta.json`; other fields are left alone. */
export const sidecarSchema = z.looseObject({
  published: z.iso
    .date('is not a calendar date like "2021-07-15"')
    .nullable()
    .optional()
    .describe('publication date, the anchor of relative dates'),
  title: words().nullable().optional(),
  url: words().nullable().optional(),
  source: words().nullable().optional().describe('the outlet'),
  authors: z
    .union([z.string(), z.array(z.string())], 'is neither a name nor a list of names')
    .nullable()
    .optional()
    .describe('who wrote it'),
});

/** A line of a `.jsonl` file. */
export const lineSchema = sidecarSchema.extend({
  id: words().min(1, 'is empty'),
  text: words(),
});

/** All problems of a parsed record in one line: `published: is not …; url: …`. */
export function problemsOf(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.map(String).join('.') || 'record'}: ${issue.message}`)
    .join('; ');
}
