import { z } from 'zod';

/** What may stand in a sidecar `x.meta.json`; other fields are left alone. */
export const sidecarSchema = z.looseObject({
  published: z.iso
    .date('is not a calendar date like "2021-07-15"')
    .nullable()
    .optional()
    .describe('publication date, the anchor of relative dates'),
  title: z.string('is not a string').nullable().optional(),
  url: z.string('is not a string').nullable().optional(),
  source: z.string('is not a string').nullable().optional().describe('the outlet'),
});

/** A line of a `.jsonl` file. */
export const lineSchema = sidecarSchema.extend({
  id: z.string('is not a string').min(1, 'is empty'),
  text: z.string('is not a string'),
});

/** All problems of a parsed record in one line: `published: is not …; url: …`. */
export function problemsOf(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.map(String).join('.') || 'record'}: ${issue.message}`)
    .join('; ');
}
