import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CodePoints } from '../src/kernel/codepoints.ts';
import { ConfigError, StageError } from '../src/kernel/errors.ts';
import { resolveOverlaps } from '../src/kernel/overlap.ts';
import { buildPipeline } from '../src/kernel/pipeline.ts';
import type { Candidate } from '../src/kernel/rule.ts';
import { overlaps } from '../src/kernel/span.ts';
import type { AnyStage } from '../src/kernel/stage.ts';

type Source = { text: string };
type Layers = { letters: readonly string[]; words: readonly string[] };
const empty: Layers = { letters: [], words: [] };

const letters: AnyStage<Source, Layers> = {
  name: 'letters',
  reads: [],
  writes: 'letters',
  options: z.strictObject({ most: z.int().default(10) }),
  prepare: (options: { most: number }) => (article: Source) =>
    [...article.text].slice(0, options.most),
};
const words: AnyStage<Source, Layers> = {
  name: 'words',
  reads: ['letters'],
  writes: 'words',
  options: z.strictObject({}),
  prepare: () => (article: Source & Layers) => [article.letters.join('')],
};

describe('a pipeline', () => {
  test('runs each stage over all sources before the next, and one that fails fails alone', () => {
    const strict: AnyStage<Source, Layers> = {
      ...words,
      prepare: () => (article: Source & Layers) => {
        if (article.text === 'bad') throw new Error('no words');
        return [article.letters.join('')];
      },
    };
    const pipeline = buildPipeline([letters, strict], empty);
    const told: string[] = [];
    const before = (stage: string, index: number) => told.push(`${stage} ${index}`);
    const [first, second, third] = pipeline.runAll(
      [{ text: 'ab' }, { text: 'bad' }, { text: 'c' }],
      { before },
    );
    expect(first).toEqual(pipeline.run({ text: 'ab' }));
    expect(second).toBeInstanceOf(StageError);
    expect(second).toMatchObject({ stage: 'words', message: 'no words' });
    expect(third).toMatchObject({ words: ['c'] });
    expect(told).toEqual(['letters 0', 'letters 1', 'letters 2', 'words 0', 'words 1', 'words 2']);
    expect(() => pipeline.run({ text: 'bad' })).toThrow(StageError);
  });

  test('runs its stages in order, each seeing what was written before', () => {
    const pipeline = buildPipeline([letters, words], empty, { options: { letters: { most: 2 } } });
    expect(pipeline.run({ text: 'abc' })).toEqual({
      text: 'abc',
      letters: ['a', 'b'],
      words: ['ab'],
    });
  });

  test('tells every problem of its configuration at once, by name', () => {
    const build = () =>
      buildPipeline([letters, words], empty, {
        stages: ['words', 'lettres', 'letters', 'letters'],
        options: { letters: { most: 'x', least: 1 }, wards: {} },
      });
    expect(build).toThrow(ConfigError);
    const message = problems(build).join('\n');
    expect(message).toContain(
      'stages[0]: "words" reads the layer "letters", which no stage before it writes',
    );
    expect(message).toContain('stages[1]: there is no stage "lettres"');
    expect(message).toContain('stages[3]: the stage "letters" stands twice');
    expect(message).toContain('options.letters.most');
    expect(message).toContain('"least"');
    expect(message).toContain('options.wards: there is no stage "wards"');
  });

  test('names the stage that fails', () => {
    const broken = {
      ...words,
      prepare: () => () => {
        throw new Error('out of words');
      },
    };
    const run = () => buildPipeline([letters, broken], empty).run({ text: '' });
    expect(run).toThrow(StageError);
    expect(run).toThrow('out of words');
  });
});

function problems(build: () => unknown): readonly string[] {
  try {
    build();
  } catch (cause) {
    return (cause as ConfigError).problems;
  }
  return [];
}

const candidate = fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) }).map(
  ({ start, length }): Candidate<null> => ({
    start,
    end: start + length,
    value: null,
    by: `test/${start}-${length}`,
    confidence: 'stated',
  }),
);

describe('overlaps', () => {
  test('the longest wins, then the first, then the earlier rule', () => {
    const make = (start: number, end: number, by: string): Candidate<null> => ({
      start,
      end,
      by,
      value: null,
      confidence: 'stated',
    });
    const lost: string[] = [];
    const kept = resolveOverlaps(
      [make(0, 4, 'a'), make(2, 9, 'b'), make(9, 12, 'c'), make(9, 12, 'd'), make(10, 13, 'e')],
      { lost: (loser, winner) => lost.push(`${loser.by}<${winner.by}`) },
    );
    expect(kept.map(({ by }) => by)).toEqual(['b', 'c']);
    expect(lost.sort()).toEqual(['a<b', 'd<c', 'e<c']);
  });

  test('winners never overlap, every loser meets a winner at least as long, none is lost twice', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 40 }), (candidates) => {
        let losers = 0;
        const kept = resolveOverlaps(candidates, {
          lost(loser, winner) {
            losers++;
            expect(overlaps(loser, winner)).toBe(true);
            expect(winner.end - winner.start).toBeGreaterThanOrEqual(loser.end - loser.start);
          },
        });
        expect(kept.length + losers).toBe(candidates.length);
        for (let i = 1; i < kept.length; i++) {
          expect(kept[i]!.start).toBeGreaterThanOrEqual(kept[i - 1]!.end);
        }
      }),
    );
  });
});

describe('code points', () => {
  test('agree with what counting characters one by one gives, in both directions', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const points = new CodePoints(text);
        const characters = [...text];
        let unit = 0;
        for (let point = 0; point <= characters.length; point++) {
          expect(points.fromUnits(unit)).toBe(point);
          expect(points.toUnits(point)).toBe(unit);
          unit += characters[point]?.length ?? 0;
        }
      }),
    );
  });
});
