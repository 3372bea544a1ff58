import { writeFileSync } from 'node:fs';
import { jsonSchemas } from '../src/published-schemas.ts';

/** Publishes the records' schemas as JSON Schema under docs/schema/. */
for (const [name, content] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`../docs/schema/${name}.schema.json`, import.meta.url), content);
}
