import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultRows, patternOf } from '../src/evaluate/faults.ts';
import { judge } from '../src/evaluate/judge.ts';
import { type Label, type LabelledArticle, nothingOf } from '../src/evaluate/label.ts';
import { measures, measuresTable } from '../src/evaluate/measures.ts';
import { report } from '../src/evaluate/report.ts';
import { compare, holm, intervals } from '../src/evaluate/resample.ts';
import {
  emptyTally,
  quotients,
  scoresOf,
  type Tallies,
  type Tally,
  tallyKey,
} from '../src/evaluate/tally.ts';

const article = (layers: Partial<LabelledArticle>, id = 'a'): LabelledArticle => ({
  ...nothingOf(id),
  ...layers,
});
const name = (start: number, end: number, type: string, more: object = {}): Label => ({
  start,
  end,
  type,
  name: `name at ${start}`,
  ...more,
});
const tallyOf = (gold: LabelledArticle, found: LabelledArticle, measure: string) =>
  judge(gold, found).tallies.get(tallyKey('layer', measure)) ?? emptyTally();
const tally = (counts: Partial<Tally>): Tally => ({ ...emptyTally(), ...counts });

/*
 * Segura-Bedmar, Martínez, Herrero-Zazo: SemEval-2013 Task 9, as its table is published in the
 * nervaluate package's README: six scenarios with the outcome of each measure, and a worked example
 * of all six, the first of them twice. The names are others; the spans and types stand as there.
 */
describe('the definition table of SemEval-2013 task 9', () => {
  const scenarios = {
    I: { gold: [name(0, 9, 'malware')], found: [name(0, 9, 'malware')] },
    II: { gold: [], found: [name(10, 17, 'organization')] },
    III: { gold: [name(20, 27, 'organization')], found: [] },
    IV: { gold: [name(30, 41, 'malware')], found: [name(30, 41, 'organization')] },
    V: { gold: [name(53, 61, 'malware')], found: [name(50, 61, 'malware')] },
    VI: { gold: [name(75, 89, 'event')], found: [name(70, 89, 'malware')] },
    Ib: { gold: [name(90, 99, 'malware')], found: [name(90, 99, 'malware')] },
  };
  const outcomes = {
    III: ['missed', 'missed', 'missed', 'missed'],
    II: ['spurious', 'spurious', 'spurious', 'spurious'],
    V: ['correct', 'partial', 'incorrect', 'incorrect'],
    IV: ['incorrect', 'correct', 'correct', 'incorrect'],
    I: ['correct', 'correct', 'correct', 'correct'],
    VI: ['incorrect', 'partial', 'incorrect', 'incorrect'],
  } as const;

  test.each(Object.entries(outcomes))('scenario %s', (scenario, expected) => {
    const { gold, found } = scenarios[scenario as keyof typeof scenarios];
    for (const [at, measure] of ['type', 'partial', 'exact', 'strict'].entries()) {
      const counted = tallyOf(
        article({ entities: gold }),
        article({ entities: found }),
        `entities.${measure}`,
      );
      expect(counted, measure).toEqual(tally({ [expected[at]!]: 1 }));
    }
  });

  test.each([
    ['type', tally({ correct: 3, incorrect: 2, missed: 1, spurious: 1 }), 0.5],
    ['partial', tally({ correct: 3, partial: 2, missed: 1, spurious: 1 }), 2 / 3],
    ['exact', tally({ correct: 3, incorrect: 2, missed: 1, spurious: 1 }), 0.5],
    ['strict', tally({ correct: 2, incorrect: 3, missed: 1, spurious: 1 }), 1 / 3],
  ])('the worked example, %s', (measure, expected, ratio) => {
    const all = Object.values(scenarios);
    const counted = tallyOf(
      article({ entities: all.flatMap(({ gold }) => gold) }),
      article({ entities: all.flatMap(({ found }) => found) }),
      `entities.${measure}`,
    );
    expect(counted).toEqual(expected);
    expect(quotients(counted)).toMatchObject({ possible: 6, actual: 6 });
    const scores = scoresOf(quotients(counted));
    expect([scores.precision, scores.recall, scores.f1]).toEqual([ratio, ratio, ratio]);
  });
});

describe('what is compared', () => {
  const figure = (more: object = {}): Label => ({
    start: 10,
    end: 30,
    kind: 'count',
    min: 12,
    max: 12,
    comparator: 'exact',
    unit: 'bank',
    per: null,
    of: 'Norway',
    when: '2023',
    source: null,
    ...more,
  });
  const figures = (...labels: Label[]) => article({ figures: labels });

  test('a row is found and every field right; the quantity alone is the shared row', () => {
    const gold = figures(figure());
    for (const [field, value] of Object.entries({ of: 'Oslo', when: null, source: 'NRK' })) {
      const found = figures(figure({ [field]: value, start: 12 }));
      expect(tallyOf(gold, found, 'figures.valued')).toEqual(tally({ correct: 1 }));
      expect(tallyOf(gold, found, 'figures.row')).toEqual(tally({ incorrect: 1 }));
      expect(tallyOf(gold, found, `figures.${field}`)).toEqual(tally({ incorrect: 1 }));
    }
    for (const [field, value] of Object.entries({ min: 13, comparator: 'about', per: 'P1M' })) {
      const found = figures(figure({ [field]: value }));
      expect(tallyOf(gold, found, 'figures.valued')).toEqual(tally({ incorrect: 1 }));
      expect(tallyOf(gold, found, 'figures.quantity')).toEqual(tally({ incorrect: 1 }));
    }
    const same = figures(figure({ unit: ' Bank', of: 'norway' }));
    expect(tallyOf(gold, same, 'figures.row')).toEqual(tally({ correct: 1 }));
  });

  test('a link that neither side has is nothing to be right about', () => {
    const gold = figures(figure());
    expect(tallyOf(gold, gold, 'figures.source')).toEqual(emptyTally());
    expect(tallyOf(gold, gold, 'figures.of')).toEqual(tally({ correct: 1 }));
  });

  test('a name with other bounds is no row; id and canonical count where both give them', () => {
    const gold = article({ entities: [name(0, 5, 'country', { id: 'NO' })] });
    const rowOf = (label: Label) => tallyOf(gold, article({ entities: [label] }), 'entities.row');
    const named = { name: 'name at 0' };
    expect(rowOf(name(0, 5, 'country'))).toEqual(tally({ correct: 1 }));
    expect(rowOf(name(0, 5, 'country', { id: 'NO' }))).toEqual(tally({ correct: 1 }));
    expect(rowOf(name(0, 5, 'country', { id: 'SE' }))).toEqual(tally({ incorrect: 1 }));
    expect(rowOf(name(0, 4, 'country', named))).toEqual(tally({ incorrect: 1 }));
    expect(rowOf(name(0, 5, 'place', named))).toEqual(tally({ incorrect: 1 }));
  });

  test('sentences that recommend are the same where half of both is shared', () => {
    const advice = (start: number, end: number, more: object = {}): Label => ({
      start,
      end,
      strength: 'strong',
      actors: ['Norway', 'Sweden'],
      action: 'share',
      source: null,
      list: 1,
      ordinal: 2,
      ...more,
    });
    const gold = article({ recommendations: [advice(0, 100)] });
    const found = (label: Label) => article({ recommendations: [label] });
    const sentence = 'recommendations.sentence';
    expect(tallyOf(gold, found(advice(50, 150)), sentence)).toEqual(tally({ correct: 1 }));
    expect(tallyOf(gold, found(advice(51, 151)), sentence)).toEqual(
      tally({ missed: 1, spurious: 1 }),
    );
    const reordered = found(advice(0, 100, { actors: ['sweden', 'Norway'] }));
    expect(tallyOf(gold, reordered, 'recommendations.row')).toEqual(tally({ correct: 1 }));
    const elsewhere = found(advice(0, 100, { list: 2 }));
    expect(tallyOf(gold, elsewhere, 'recommendations.listed')).toEqual(tally({ correct: 1 }));
    expect(tallyOf(gold, elsewhere, 'recommendations.list')).toEqual(tally({ incorrect: 1 }));
    expect(tallyOf(gold, elsewhere, 'recommendations.row')).toEqual(tally({ incorrect: 1 }));
  });

  test('characters of content and furniture are counted once, however blocks overlap', () => {
    const gold = article({
      blocks: [
        { start: 0, end: 10, kind: 'title' },
        { start: 10, end: 40, kind: 'paragraph' },
        { start: 50, end: 60, kind: 'boilerplate' },
      ],
    });
    const found = article({
      blocks: [
        { start: 20, end: 45, kind: 'list_item' },
        { start: 30, end: 60, kind: 'heading' },
        { start: 0, end: 10, kind: 'byline' },
      ],
    });
    expect(tallyOf(gold, found, 'clean.characters')).toEqual(
      tally({ correct: 20, missed: 10, spurious: 20 }),
    );
    expect(tallyOf(gold, found, 'furniture.characters')).toEqual(
      tally({ missed: 10, spurious: 10 }),
    );
  });

  test('the best pair goes first, whatever stands first in the list', () => {
    const gold = article({ dates: [{ start: 10, end: 20, type: 'date', value: '2020' }] });
    const close = { start: 9, end: 20, type: 'date', value: '2020' };
    const far = { start: 0, end: 11, type: 'date', value: '2019' };
    for (const dates of [
      [close, far],
      [far, close],
    ]) {
      expect(tallyOf(gold, article({ dates }), 'dates.valued')).toEqual(
        tally({ correct: 1, spurious: 1 }),
      );
    }
  });
});

describe('of labels with equal spans', () => {
  const found = article({
    dates: [
      { start: 10, end: 20, type: 'date', value: '2019', relative: true, by: 'a' },
      { start: 10, end: 20, type: 'date', value: '2020', relative: true, by: 'b' },
      { start: 10, end: 20, type: 'duration', value: '2020', relative: false, by: '' },
    ],
  });
  const best = (fields: object) => {
    const gold = article({ dates: [{ start: 10, end: 20, ...fields }] });
    const judged = judge(gold, found).tallies;
    return ['type', 'row'].map(
      (name) => judged.get(tallyKey('layer', `dates.${name}`))!.correct === 1,
    );
  };

  test('one of the same type goes first, then the one with more equal fields', () => {
    expect(best({ type: 'date', value: '2020', relative: true })).toEqual([true, true]);
    expect(best({ type: 'date', value: '2020', relative: false, by: '' })).toEqual([true, false]);
  });
});

describe('a report', () => {
  const gold = article({ entities: [name(0, 5, 'person'), name(10, 15, 'place')] });
  const found = article({
    entities: [
      name(0, 5, 'person', { by: 'entities/known', confidence: 'stated' }),
      name(20, 25, 'person', { by: 'entities/guess', confidence: 'guessed' }),
    ],
  });
  const { rows } = report({ judgements: [judge(gold, found)] });
  const row = (table: string, measure: string, group: string | null = null) =>
    rows.find((each) => each.table === table && each.measure === measure && each.group === group);

  test('has every measure, and null where there is nothing to divide by', () => {
    const layer = rows.filter((each) => each.table === 'layer').map((each) => each.measure);
    expect(layer).toEqual(measures.map((each) => each.id));
    expect(row('layer', 'dates.strict')).toMatchObject({ precision: null, recall: null, f1: null });
    expect(row('layer', 'figures.value')).toMatchObject({ share: null });
    expect(row('layer', 'entities.strict')).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(row('type', 'entities.strict', 'place')).toMatchObject({
      precision: null,
      recall: 0,
      f1: 0,
    });
  });

  test('says of rules and grades how much of what they found is right', () => {
    const rule = (group: string) => row('rule', 'entities.strict', group);
    expect(rule('entities/known')).toMatchObject({ precision: 1, recall: null, f1: null });
    expect(rule('entities/guess')).toMatchObject({ precision: 0, spurious: 1 });
    expect(row('confidence', 'entities.row', 'guessed')).toMatchObject({ precision: 0 });
  });

  test('defines every measure in print', () => {
    const page = readFileSync('docs/evaluation.md', 'utf8');
    expect(page).toContain(measuresTable());
    expect(new Set(measures.map((each) => each.id)).size).toBe(measures.length);
  });
});

describe('uncertainty', () => {
  const key = tallyKey('layer', 'entities.strict');
  const tallies = (correct: number, missed: number): Tallies =>
    new Map([[key, tally({ correct, missed })]]);
  const how = { seed: 1, resamples: 2000 };

  test('the interval holds the score, is repeatable, and narrows with more articles', () => {
    const some = Array.from({ length: 8 }, (_, at) => tallies(at, 8 - at));
    const many = Array.from({ length: 20 }, () => some).flat();
    const narrow = intervals(many, [key], how).get(key)!;
    const wide = intervals(some, [key], how).get(key)!;
    expect(intervals(some, [key], how).get(key)).toEqual(wide);
    const few = (seed: number) => intervals(some, [key], { seed, resamples: 25 }).get(key);
    expect(few(2)).not.toEqual(few(1));
    const f1 = 56 / (28 + 64);
    expect(wide.low).toBeLessThan(f1);
    expect(wide.high).toBeGreaterThan(f1);
    expect(narrow.high - narrow.low).toBeLessThan((wide.high - wide.low) / 3);
    expect(intervals(some.slice(0, 1), [key], how).size).toBe(0);
  });

  test('the interval is as wide as the spread of the articles makes it', () => {
    const share = (correct: number): Tallies =>
      new Map([[key, tally({ correct, incorrect: 8 - correct })]]);
    const articles = [0, 1, 2, 3, 4, 5, 6, 7].map(share);
    const { low, high } = intervals(articles, [key], how).get(key)!;
    // Mean 0.4375, standard deviation of a mean of eight 0.1013; 1.96 of them to either side.
    expect(low).toBeCloseTo(0.4375 - 0.1985, 1);
    expect(high).toBeCloseTo(0.4375 + 0.1985, 1);
    expect(high - low).toBeGreaterThan(0.35);
  });

  test('a steady difference is more than noise, one article or a draw is not', () => {
    const baseline = Array.from({ length: 12 }, () => tallies(5, 5));
    const better = baseline.map(() => tallies(7, 3));
    const [steady] = compare(baseline, better, [key], how);
    expect(steady!.p).toBeLessThan(0.01);
    expect(steady!.interval!.low).toBeGreaterThan(0);
    const [once] = compare(baseline, [better[0]!, ...baseline.slice(1)], [key], how);
    expect(once!.p).toBe(1);
    const draw = baseline.map((_, at) => (at % 2 === 0 ? tallies(6, 4) : tallies(4, 6)));
    expect(compare(baseline, draw, [key], how)[0]!.p).toBeGreaterThan(0.5);
    expect(compare(baseline, baseline, [key], how)[0]).toMatchObject({ difference: 0, p: null });
  });

  test('of twelve articles the exact p of a steady difference is 2 in 4096', () => {
    const baseline = Array.from({ length: 12 }, () => tallies(5, 5));
    const better = baseline.map(() => tallies(6, 4));
    const [tested] = compare(baseline, better, [key], { seed: 3, resamples: 40_000 });
    expect(tested!.p).toBeCloseTo(2 / 4096, 3);
  });

  test("Holm's adjustment steps down", () => {
    expect(holm([0.01, null, 0.04, 0.03])).toEqual([0.03, null, 0.06, 0.06]);
  });
});

describe('errors', () => {
  test('are gathered by pattern, the most frequent first, with sentence, values and rule', () => {
    const text = 'Oslo and Bergen were hit. Two ports closed in Oslo.';
    const gold = article({
      sentences: [
        { start: 0, end: 25 },
        { start: 26, end: 51 },
      ],
      entities: [
        name(0, 4, 'place', { text: 'Oslo' }),
        name(9, 15, 'place', { text: 'Bergen' }),
        name(46, 50, 'place', { text: 'Oslo' }),
      ],
    });
    const found = article({
      sentences: gold.sentences,
      entities: [name(44, 50, 'place', { text: 'n Oslo', by: 'entities/x', name: 'Oslo' })],
    });
    const rows = faultRows({
      judgements: [judge(gold, found)],
      missing: [],
      unlabelled: [],
      gold: new Map([['a', gold]]),
      texts: new Map([['a', text]]),
    });
    expect(rows.map((row) => [row.frequency, row.pattern])).toEqual([
      [2, 'entities: missed place'],
      [2, 'entities: missed place'],
      [1, 'entities: wrong boundary starts early, name by entities/x'],
    ]);
    expect(rows[2]).toMatchObject({
      gold: '"Oslo" place name="name at 46"',
      found: '"n Oslo" place name="Oslo"',
      by: 'entities/x',
      sentence: 'Two ports closed in Oslo.',
    });
    const spurious = judge(nothingOf('a'), found).faults.find((each) => each.layer === 'entities');
    expect(patternOf(spurious!)).toBe('entities: spurious place by entities/x');
  });
});
