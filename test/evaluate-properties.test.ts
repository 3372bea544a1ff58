import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../src/evaluate/judge.ts';
import { type Label, type LabelledArticle, type Layer, layers } from '../src/evaluate/label.ts';
import { measures } from '../src/evaluate/measures.ts';
import { type Matcher, matchBestFirst } from '../src/evaluate/pairs.ts';
import { report } from '../src/evaluate/report.ts';
import {
  emptyTally,
  quotients,
  type Scores,
  scoresOf,
  sumTallies,
  tallyKey,
} from '../src/evaluate/tally.ts';

/*
 * What must hold of any labels, overlapping and repeated ones too. Each property is checked on the
 * matcher, and then on broken matchers, on which it must fail: a property that cannot fail proves
 * nothing.
 */

const RUNS = 300;

const span = fc
  .tuple(fc.nat(24), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]) => ({ start, end: start + length }));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const named = fc.constantFrom('Norway', 'Sweden');

const label = {
  blocks: fc.tuple(
    span,
    fc.record({ kind: fc.constantFrom('title', 'paragraph', 'list_item', 'boilerplate') }),
  ),
  sentences: fc.tuple(span, fc.constant({})),
  entities: fc.tuple(
    span,
    fc.record({ type: fc.constantFrom('country', 'place'), name: named, by: named }),
  ),
  figures: fc.tuple(
    span,
    fc.record({
      kind: fc.constantFrom('count', 'money'),
      min: orNull(fc.nat(2)),
      max: orNull(fc.nat(2)),
      comparator: fc.constantFrom('exact', 'about'),
      unit: orNull(fc.constantFrom('bank', 'USD')),
      per: orNull(fc.constant('P1M')),
      of: orNull(named),
      when: orNull(fc.constant('2020')),
      source: orNull(named),
    }),
  ),
  dates: fc.tuple(
    span,
    fc.record({
      type: fc.constantFrom('date', 'duration'),
      value: orNull(fc.constantFrom('2020', '2021')),
      relative: fc.boolean(),
    }),
  ),
  recommendations: fc.tuple(
    span,
    fc.record({
      strength: fc.constantFrom('strong', 'weak'),
      actors: fc.array(named, { maxLength: 2 }),
      action: fc.constantFrom('share', 'build'),
      source: orNull(named),
      list: orNull(fc.constantFrom(1, 2)),
      ordinal: orNull(fc.constantFrom(1, 2)),
    }),
  ),
};

const listOf = (one: fc.Arbitrary<[object, object]>): fc.Arbitrary<Label[]> =>
  fc.array(
    one.map(([place, fields]) => ({ ...place, ...fields }) as Label),
    { maxLength: 7 },
  );
const labels = fc.record({
  blocks: listOf(label.blocks),
  sentences: listOf(label.sentences),
  entities: listOf(label.entities),
  figures: listOf(label.figures),
  dates: listOf(label.dates),
  recommendations: listOf(label.recommendations),
});
const article = (id: string) => labels.map((lists) => ({ article_id: id, ...lists }));
const pair = fc.tuple(article('a'), article('a'));

const none = emptyTally();

/** Measures that do not count the labels of a layer, each once. */
const ownUnits = new Set(['clean.characters', 'furniture.characters', 'sentences.content']);

/** A copy with the lists in another order, drawn by `seed`. */
function shuffled(from: LabelledArticle, seed: number): LabelledArticle {
  const lists = layers.map((layer) => [
    layer,
    [...from[layer]]
      .map((each, at) => ({ each, rank: Math.imul(seed + at + 1, 0x9e3779b1) >>> 0 }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ each }) => ({ ...each })),
  ]);
  return { article_id: from.article_id, ...Object.fromEntries(lists) };
}

const plain = (article: LabelledArticle, found: LabelledArticle, match: Matcher) => {
  const { tallies, confusion } = judge(article, found, match);
  const sort = <T>(list: Iterable<T>) => [...list].map((each) => JSON.stringify(each)).sort();
  return { tallies: sort(tallies), confusion: sort(confusion) };
};

const properties: Record<string, (match: Matcher) => fc.IProperty<unknown>> = {
  'the order of lists changes nothing': (match) =>
    fc.property(pair, fc.nat(1000), ([gold, found], seed) => {
      expect(plain(shuffled(gold, seed), shuffled(found, seed + 7), match)).toEqual(
        plain(gold, found, match),
      );
    }),
  'every item is judged exactly once': (match) =>
    fc.property(pair, ([gold, found]) => {
      const { tallies } = judge(gold, found, match);
      const judged = measures
        .filter(({ id, kind }) => kind === 'prf' && !ownUnits.has(id))
        .map(({ id, subject }) => {
          const layer = subject as Layer;
          const { possible, actual } = quotients(tallies.get(tallyKey('layer', id)) ?? none);
          return [id, possible - gold[layer].length, actual - found[layer].length];
        });
      expect(judged.filter(([, possible, actual]) => possible !== 0 || actual !== 0)).toEqual([]);
      for (const layer of layers) {
        const all = match(gold[layer], found[layer], { sameType: () => true });
        const golds = [...all.pairs.map((each) => each.gold), ...all.missed];
        const founds = [...all.pairs.map((each) => each.found), ...all.spurious];
        expect(golds.length === gold[layer].length && new Set(golds).size).toBe(golds.length);
        expect(founds.length === found[layer].length && new Set(founds).size).toBe(founds.length);
      }
    }),
  'gold against itself is 1': (match) =>
    fc.property(article('a'), fc.nat(1000), (gold, seed) => {
      const { tallies } = judge(gold, shuffled(gold, seed), match);
      const short = measures.filter(({ id }) => {
        const { hits, possible, actual } = quotients(tallies.get(tallyKey('layer', id)) ?? none);
        return hits !== possible || hits !== actual;
      });
      expect(short).toEqual([]);
    }),
  'swapping gold and prediction swaps precision and recall': (match) =>
    fc.property(pair, ([gold, found]) => {
      const there = judge(gold, found, match).tallies;
      const back = judge(found, gold, match).tallies;
      const wrong = measures.filter(({ id }) => {
        if (id === 'sentences.content') return false;
        const [a, b] = [there, back].map((tallies) =>
          scoresOf(quotients(tallies.get(tallyKey('layer', id)) ?? none)),
        ) as [Scores, Scores];
        return a.precision !== b.recall || a.recall !== b.precision || a.f1 !== b.f1;
      });
      expect(wrong).toEqual([]);
    }),
  'an exact match never loses to an overlap': (match) =>
    fc.property(pair, ([gold, found]) => {
      const { tallies } = judge(gold, found, match);
      const correct = layers.map(
        (layer) => tallies.get(tallyKey('layer', `${layer}.exact`))?.correct ?? 0,
      );
      expect(correct).toEqual(layers.map((layer) => commonSpans(gold[layer], found[layer])));
    }),
};

/** How many spans stand on both sides, repeated ones as often as on both. */
function commonSpans(a: readonly Label[], b: readonly Label[]): number {
  const counts = new Map<string, number>();
  for (const { start, end } of a) {
    counts.set(`${start}-${end}`, (counts.get(`${start}-${end}`) ?? 0) + 1);
  }
  let both = 0;
  for (const { start, end } of b) {
    const left = counts.get(`${start}-${end}`) ?? 0;
    if (left > 0) both++;
    counts.set(`${start}-${end}`, left - 1);
  }
  return both;
}

const overlap = (a: Label, b: Label) => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Takes for each gold label the first overlapping prediction of the list. */
const listOrder: Matcher = (gold, found, rule) => {
  const left = [...found];
  const pairs = gold.flatMap((label) => {
    const at = left.findIndex(
      (other) =>
        overlap(label, other) > 0 && rule.allow?.(label, other, overlap(label, other)) !== false,
    );
    return at < 0 ? [] : [{ gold: label, found: left.splice(at, 1)[0]! }];
  });
  const taken = new Set(pairs.map((each) => each.gold));
  return { pairs, missed: gold.filter((each) => !taken.has(each)), spurious: left };
};

/** Lets one prediction serve many gold labels. */
const manyToOne: Matcher = (gold, found, rule) => {
  const pairs = gold.flatMap((label) => {
    const best = matchBestFirst([label], found, rule).pairs[0];
    return best ? [best] : [];
  });
  const golds = new Set(pairs.map((each) => each.gold));
  const founds = new Set(pairs.map((each) => each.found));
  return {
    pairs,
    missed: gold.filter((each) => !golds.has(each)),
    spurious: found.filter((each) => !founds.has(each)),
  };
};

/** Lets each gold label in its turn take the prediction that is best for it alone. */
const goldFirst: Matcher = (gold, found, rule) => {
  let spurious = [...found];
  const pairs = gold.flatMap((label) => {
    const best = matchBestFirst([label], spurious, rule);
    spurious = [...best.spurious];
    return best.pairs;
  });
  const taken = new Set(pairs.map((each) => each.gold));
  return { pairs, missed: gold.filter((each) => !taken.has(each)), spurious };
};

/** The largest overlap first, however much the labels stand over: an exact match may lose. */
const largestOverlap: Matcher = (gold, found, rule) => {
  const candidates = gold
    .flatMap((a) => found.map((b) => ({ gold: a, found: b, size: overlap(a, b) })))
    .filter((each) => each.size > 0 && rule.allow?.(each.gold, each.found, each.size) !== false)
    .sort((a, b) => b.size - a.size || b.found.end - a.found.end || b.gold.end - a.gold.end);
  const taken = new Set<Label>();
  const pairs = candidates.filter((each) => {
    if (taken.has(each.gold) || taken.has(each.found)) return false;
    taken.add(each.gold).add(each.found);
    return true;
  });
  const rest = (list: readonly Label[]) => list.filter((each) => !taken.has(each));
  return { pairs, missed: rest(gold), spurious: rest(found) };
};

/** Which broken matchers each property must catch. */
const caughtBy: Record<string, readonly Matcher[]> = {
  'the order of lists changes nothing': [listOrder, goldFirst, largestOverlap],
  'every item is judged exactly once': [manyToOne],
  'gold against itself is 1': [listOrder, manyToOne, largestOverlap],
  'swapping gold and prediction swaps precision and recall': [goldFirst, manyToOne],
  'an exact match never loses to an overlap': [listOrder, largestOverlap],
};
const names = new Map<Matcher, string>([
  [listOrder, 'in list order'],
  [manyToOne, 'many to one'],
  [goldFirst, 'label by label of gold'],
  [largestOverlap, 'largest overlap first'],
]);

describe.each(Object.entries(properties))('%s', (title, property) => {
  test('with the best pair first', () => {
    fc.assert(property(matchBestFirst), { numRuns: RUNS, seed: 1 });
  });

  test.each(caughtBy[title]!.map((match) => [names.get(match)!, match] as const))(
    'but not with a matcher that pairs %s',
    (_, match) => {
      const broken = fc.check(property(match), { numRuns: RUNS, seed: 1, endOnFailure: true });
      expect(broken.failed).toBe(true);
    },
  );
});

test('the order of files changes nothing', () => {
  const several = fc
    .array(pair, { minLength: 1, maxLength: 5 })
    .map((pairs) =>
      pairs.map(([gold, found], at) =>
        judge({ ...gold, article_id: `${at}` }, { ...found, article_id: `${at}` }),
      ),
    );
  fc.assert(
    fc.property(several, fc.nat(100), (judgements, turn) => {
      const at = turn % judgements.length;
      const turned = [...judgements.slice(at), ...judgements.slice(0, at)].reverse();
      const resampling = { seed: 1, resamples: 20 };
      expect(report({ judgements: turned, resampling })).toEqual(
        report({ judgements, resampling }),
      );
    }),
    { numRuns: 40, seed: 1 },
  );
});

test('counts of articles add up to the counts of all', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 4 }), (pairs) => {
      const judgements = pairs.map(([gold, found]) => judge(gold, found));
      const sum = sumTallies(judgements.map((each) => each.tallies));
      for (const layer of layers) {
        const { possible, actual } = quotients(
          sum.get(tallyKey('layer', `${layer}.row`)) ?? emptyTally(),
        );
        expect(possible).toBe(pairs.reduce((total, [gold]) => total + gold[layer].length, 0));
        expect(actual).toBe(pairs.reduce((total, [, found]) => total + found[layer].length, 0));
      }
    }),
    { numRuns: 60, seed: 1 },
  );
});
