import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../src/published-schemas.ts';

test('docs/schema holds what `npm run schema` would write', () => {
  for (const [name, content] of Object.entries(jsonSchemas())) {
    const path = new URL(`../docs/schema/${name}.schema.json`, import.meta.url);
    expect(readFileSync(path, 'utf8'), `${name}: run \`npm run schema\``).toBe(content);
  }
});
