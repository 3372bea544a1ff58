import { describe, expect, test } from 'vitest';
import { createPipeline } from '../src/create-pipeline.ts';
import { rules as dates } from '../src/dates/rules.ts';
import { rules as figures } from '../src/figures/rules/index.ts';
import type { Example } from '../src/kernel/rule.ts';
import { rules as recommendations } from '../src/recommendations/rules.ts';

/*
 * The examples of the rules that find labels inside sentences, run by the whole pipeline, each among
 * all its neighbours: what a rule says it finds must be found with those fields, by it or by another, and
 * in a trap it must find nothing. The rules alone, and those of blocks and sentences, are tried by the tests
 * of their stages.
 */

interface AnyRule {
  readonly id: string;
  readonly examples: readonly Example<object>[];
}

const layers = { dates, figures, recommendations } as const satisfies Record<
  string,
  readonly AnyRule[]
>;
const pipeline = createPipeline().raw;

function found(layer: keyof typeof layers, example: Example<object>) {
  const article = pipeline.run({
    id: 'example',
    text: example.text,
    sha256: '',
    hints: [{ start: 0, end: example.text.length, kind: 'paragraph' }],
    title: null,
    published: example.published ?? null,
    url: null,
    source: null,
  });
  return article[layer];
}

describe.each(Object.keys(layers) as (keyof typeof layers)[])('the rules of %s', (layer) => {
  const rules: readonly AnyRule[] = layers[layer];

  test('have examples each, and traps among them', () => {
    for (const rule of rules) expect(rule.examples.length, rule.id).toBeGreaterThan(0);
    const traps = rules.flatMap((rule) => rule.examples).filter(({ finds }) => finds.length === 0);
    expect(traps.length).toBeGreaterThan(rules.length / 4);
  });

  test.each(
    rules.flatMap(({ id, examples }) =>
      examples.map((example) => [id, example.text, example] as const),
    ),
  )('%s: %s', (id, _text, example) => {
    const items = found(layer, example);
    const own = items.filter(({ by }) => by === `${layer}/${id}`);
    if (example.finds.length === 0) expect(own.map(({ text }) => text)).toEqual([]);
    for (const expected of example.finds) {
      const item = items.find(({ text }) => text === expected.text);
      expect(
        item,
        `"${expected.text}" among ${items.map(({ text }) => `"${text}"`)}`,
      ).toBeDefined();
      expect(item).toMatchObject(expected);
    }
  });
});
