import { z } from 'zod';
import { articleFileSchema } from './article/schema.ts';
import { configSchema } from './config.ts';
import { lineSchema, sidecarSchema } from './input/metadata.ts';
import { tablesSchema } from './output/row-schema.ts';
import { runRecordSchema } from './output/run-record.ts';

const published = {
  article: [articleFileSchema, 'An article with its layers: DIR/articles/<id>.json and fixtures'],
  config: [configSchema, 'pipeline.config.json'],
  metadata: [sidecarSchema, 'x.meta.json beside x.txt'],
  line: [lineSchema, 'A line of a .jsonl file of articles'],
  run: [runRecordSchema, 'DIR/run.json'],
  tables: [tablesSchema, 'The rows of the tables, as DIR/<table>.json has them'],
} as const;

/** The JSON Schema (draft 2020-12) of every record that is read or written, by name, as file text. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(published).map(([name, [schema, title]]) => {
      const json = z.toJSONSchema(schema, { io: 'input' });
      return [name, `${JSON.stringify({ title, ...json }, null, 2)}\n`];
    }),
  );
}
