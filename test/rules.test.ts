import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createPipeline } from '../src/create-pipeline.ts';
import type { Example } from '../src/kernel/rule.ts';
import { stages } from '../src/stages.ts';

/*
 * Every rule is run over its own examples among all its neighbours, by the whole pipeline: what the
 * rule says it finds must be found with those fields, and in a trap nothing of its layer may stand.
 */

interface AnyRule {
  readonly id: string;
  readonly examples: readonly Example<Record<string, unknown>>[];
}

const pipeline = createPipeline();

describe.each(stages.map((stage) => stage.name))('the rules of %s', async (name) => {
  const folder = new URL(`../src/${name}/`, import.meta.url);
  const rules: AnyRule[] = [];
  if (readdirSync(folder).includes('rules.ts')) {
    const module = (await import(`../src/${name}/rules.ts`)) as { rules: readonly AnyRule[] };
    rules.push(...module.rules);
  }
  const layer = stages.find((stage) => stage.name === name)!.writes;

  test.skipIf(rules.length === 0)('each has examples, and a trap stands among them', () => {
    for (const rule of rules) expect(rule.examples.length, rule.id).toBeGreaterThan(0);
    const traps = rules.flatMap((rule) => rule.examples).filter(({ finds }) => finds.length === 0);
    expect(traps.length).toBeGreaterThan(0);
  });

  test.each(
    rules.flatMap((rule) =>
      rule.examples.map((example) => [rule.id, example.text, example] as const),
    ),
  )('%s: %s', (_id, text, example) => {
    const article = pipeline.raw.run({
      id: 'example',
      text,
      sha256: '',
      hints: [{ start: 0, end: text.length, kind: 'paragraph' }],
      title: null,
      published: example.published ?? null,
      url: null,
      source: null,
    });
    const found = article[layer] as unknown as readonly Record<string, unknown>[];
    if (example.finds.length === 0) {
      expect(found.map((item) => item.text)).toEqual([]);
    }
    for (const expected of example.finds) {
      const item = found.find(({ text: words }) => words === expected.text);
      expect(
        item,
        `"${expected.text}" among ${JSON.stringify(found.map((each) => each.text))}`,
      ).toBeDefined();
      expect(item).toMatchObject(expected);
    }
  });
});
