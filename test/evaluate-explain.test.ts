import { expect, test } from 'vitest';
import { type Article, emptyLayers, type Layers, type Source } from '../src/article/article.ts';
import { explainArticle } from '../src/evaluate/explain.ts';
import { resolveOverlaps } from '../src/kernel/overlap.ts';
import type { Pipeline } from '../src/kernel/pipeline.ts';
import type { Candidate } from '../src/kernel/rule.ts';

const source: Source = {
  id: 'a',
  text: '🚢 The Port of Oslo closed.',
  sha256: '',
  hints: null,
  title: null,
  published: null,
  url: null,
  source: null,
};

/** Two rules that find overlapping names, as a stage would resolve them. */
const pipeline: Pipeline<Source, Layers> = {
  stages: ['about', 'entities'],
  runAll: () => [],
  run(given, watch) {
    const candidate = (start: number, end: number, by: string): Candidate<{ type: string }> => ({
      start,
      end,
      value: { type: by === 'entities/place' ? 'place' : 'organization' },
      by,
      confidence: 'stated',
    });
    const winners = resolveOverlaps(
      [candidate(15, 19, 'entities/place'), candidate(7, 19, 'entities/known')],
      watch?.trace?.('entities'),
    );
    const entities = winners.map(({ start, end, by, confidence }) => ({
      start,
      end,
      text: given.text.slice(start, end),
      type: 'organization' as const,
      name: 'Port of Oslo',
      by,
      confidence,
    }));
    const about = { title: null, authors: [], published: '2024-05-02', from: {} };
    return { ...emptyLayers, ...given, about, entities } as Article;
  },
};

test('explain names each loser and the winner it met, in code points', () => {
  const text = explainArticle(pipeline, source, null);
  expect(text).toContain(
    '  6–18  "Port of Oslo"  type="organization" name="Port of Oslo"  by entities/known  stated\n' +
      '  lost: 14–18  "Oslo"  type="place"  by entities/place  stated\n' +
      '    to 6–18  "Port of Oslo"  type="organization"  by entities/known  stated\n',
  );
  expect(text).toContain('  published: "2024-05-02"\n');
});

test('at a place only what covers it is told', () => {
  expect(explainArticle(pipeline, source, 14)).toContain('lost: 14–18');
  const before = explainArticle(pipeline, source, 6);
  expect(before).toContain('6–18');
  expect(before).not.toContain('lost');
  expect(before).toMatch(/^a at 6: …🚢 The ▸Port of Oslo closed\.…\n/);
  expect(explainArticle(pipeline, source, 20)).toContain('entities\n  nothing\n');
  expect(() => explainArticle(pipeline, source, 26)).toThrow('has 26 characters, none at 26');
});
