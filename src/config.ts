import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from './kernel/errors.ts';
import { pipelineConfigShape } from './kernel/pipeline.ts';
import { formats } from './output/options.ts';

/** `pipeline.config.json`. The stages' own options are checked by the stages. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  stages: pipelineConfigShape.stages.describe('order of the stages'),
  options: pipelineConfigShape.options.describe("options of single stages, by the stage's name"),
  input: z
    .strictObject({
      max_bytes: z
        .int()
        .positive()
        .default(10_000_000)
        .describe('files and lines with more bytes than this are refused'),
    })
    .prefault({}),
  run: z
    .strictObject({
      timeout_seconds: z
        .number()
        .positive()
        .max(86_400)
        .default(30)
        .describe('an article that takes longer becomes a row of errors.csv'),
    })
    .prefault({}),
  output: z
    .strictObject({
      formats: z
        .array(z.enum(formats))
        .min(1)
        .default(['csv'])
        .describe('how the tables are written; the first has the plain names in datapackage.json'),
      excel: z
        .boolean()
        .default(false)
        .describe('CSV with a byte-order mark, and formulas guarded with an apostrophe'),
    })
    .refine(({ formats: chosen, excel }) => !excel || chosen.includes('csv'), {
      message: 'excel is a kind of CSV, and csv is not among the formats',
      path: ['excel'],
    })
    .prefault({}),
});
export type Config = z.infer<typeof configSchema>;

export const defaultConfig: Config = configSchema.parse({});

/**
 * Reads a configuration file.
 * @throws {ConfigError} that lists every problem with the name of the option
 */
export function readConfig(path: string): Config {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new ConfigError([(cause as Error).message], path);
  }
  return parseConfig(value, path);
}

export function parseConfig(value: unknown, path?: string): Config {
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(
      (issue) => `${issue.path.map(String).join('.') || 'file'}: ${issue.message}`,
    ),
    path,
  );
}
