import { z } from 'zod';
import { tableNames } from './tables.ts';

const count = z.int().nonnegative();

/** `run.json`: what made the folder. Nothing in it changes from one run to the next. */
export const runRecordSchema = z.strictObject({
  cyberbrief: z.string().describe('version'),
  config_sha256: z
    .string()
    .describe('digest of the configuration, independent of the order of keys'),
  articles: count.describe('articles written'),
  failures: count.describe('inputs that failed'),
  rows: z.strictObject(Object.fromEntries(tableNames.map((name) => [name, count]))),
});
export type RunRecord = z.infer<typeof runRecordSchema>;
