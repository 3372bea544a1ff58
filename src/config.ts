import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { readLexicon } from './input/lexicon.ts';
import { ConfigError } from './kernel/errors.ts';
import { pipelineConfigShape } from './kernel/pipeline.ts';
import { formats } from './output/options.ts';

/** `pipeline.config.json`. The stages' own options are checked by the stages. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  stages: pipelineConfigShape.stages.describe('order of the stages'),
  options: pipelineConfigShape.options.describe("options of single stages, by the stage's name"),
  lexicons: z
    .array(z.string().min(1))
    .optional()
    .describe(
      'lists of names of your own, beside this file: JSON or CSV, a MITRE ATT&CK STIX bundle, a MISP galaxy cluster',
    ),
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
  return withLexicons(parseConfig(value, path), path);
}

/** The names of the lists go to the stage of entities as if they stood in its options. */
function withLexicons(config: Config, path: string): Config {
  if (!config.lexicons || config.lexicons.length === 0) return config;
  const own = config.options?.entities as { extra?: readonly unknown[] } | undefined;
  const extra = [...(own?.extra ?? [])];
  const problems: string[] = [];
  for (const list of config.lexicons) {
    try {
      for (const name of readLexicon(resolve(dirname(path), list))) extra.push(name);
    } catch (cause) {
      problems.push(`lexicons: ${(cause as Error).message}`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems, path);
  return { ...config, options: { ...config.options, entities: { ...own, extra } } };
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
