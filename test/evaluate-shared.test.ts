import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluate, readGold, readPrediction } from '../src/evaluate/evaluate.ts';
import { readFolder, textBeside } from '../src/evaluate/folder.ts';
import type { Label, LabelledArticle, Layer } from '../src/evaluate/label.ts';
import { measures } from '../src/evaluate/measures.ts';
import { mulberry32 } from '../src/evaluate/random.ts';
import { report } from '../src/evaluate/report.ts';

/*
 * The shared scorer and this one on the same labels: gold against gold that was changed at random.
 */

const GOLD = '../shared/gold/dev';
const SCORER = '../shared/tools/score.py';
const there = existsSync(GOLD) && existsSync(SCORER) && hasPython();
if (!there) console.log(`agreement with the shared scorer: skipped, ${GOLD} or python3 is missing`);

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Change = (label: Label) => object;
const kinds = ['paragraph', 'list_item', 'boilerplate', 'title'];
const changes: Record<Layer, readonly Change[]> = {
  blocks: [() => ({ kind: kinds[0] }), () => ({ kind: kinds[1] }), () => ({ kind: kinds[2] })],
  sentences: [],
  entities: [
    () => ({ type: 'organization' }),
    () => ({ type: 'place' }),
    ({ name }) => ({ name: `${name} two` }),
    ({ name }) => ({ name: String(name).toUpperCase() }),
  ],
  figures: [
    ({ min }) => ({ min: min === null ? 1 : null }),
    () => ({ comparator: 'about' }),
    () => ({ unit: 'thing' }),
    () => ({ per: 'P1M' }),
    () => ({ of: 'Norway' }),
    () => ({ of: null }),
    () => ({ when: '1999' }),
    () => ({ source: null, when: null }),
  ],
  dates: [() => ({ value: null }), () => ({ value: '1999' }), () => ({ type: 'duration' })],
  recommendations: [
    () => ({ strength: 'weak' }),
    () => ({ action: 'Think  again' }),
    () => ({ list: null }),
    () => ({ list: 1, ordinal: 2 }),
    ({ actors }) => ({ actors: [...(actors as string[])].reverse() }),
    () => ({ actors: ['Norway'] }),
  ],
};

/** Labels with some left out, some moved, some cut in two and some fields changed. */
function perturbed(article: LabelledArticle, random: () => number): LabelledArticle {
  const near = (size: number) => Math.floor(random() * (2 * size + 1)) - size;
  const layersOf = Object.entries(changes).map(([layer, own]) => {
    const seen = new Set<string>();
    const labels = article[layer as Layer]
      .flatMap((label): Label[] => {
        const draw = random();
        if (draw < 0.1) return [];
        if (draw < 0.3) {
          const start = Math.max(0, label.start + near(6));
          return [{ ...label, start, end: Math.max(start + 1, label.end + near(6)) }];
        }
        if (draw < 0.36 && label.end - label.start > 4) {
          const middle = Math.floor((label.start + label.end) / 2);
          return [
            { ...label, end: middle },
            { ...label, start: middle },
          ];
        }
        if (draw < 0.6 && own.length > 0) {
          return [{ ...label, ...own[Math.floor(random() * own.length)]!(label) }];
        }
        return [label];
      })
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .filter(({ start, end }) => {
        const key = `${start}-${end}`;
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      });
    return [layer, labels];
  });
  return { article_id: article.article_id, ...Object.fromEntries(layersOf) };
}

type Shared = Record<string, Record<string, number | null>> & {
  'per type': Record<string, { p: number; r: number; f1: number; gold: number }>;
};

describe.skipIf(!there)('agreement with the shared scorer, to the third decimal', () => {
  test.each([1, 2, 3, 4])('on gold changed at random, seed %i', async (seed) => {
    const random = mulberry32(seed);
    const records = await readFolder(GOLD);
    const gold = await readGold(GOLD, records, textBeside);
    const out = join(folder, String(seed));
    mkdirSync(out);
    for (const [at, article] of [...gold.articles.values()].entries()) {
      if (at === seed) continue;
      writeFileSync(
        join(out, `${article.article_id}.json`),
        JSON.stringify(perturbed(article, random)),
      );
    }
    const python = execFileSync('python3', [SCORER, GOLD, out, '--json'], { encoding: 'utf8' });
    const shared = JSON.parse(python.slice(python.indexOf('{"clean"'))) as Shared;
    const found = await readPrediction(out, [], new Set(gold.articles.keys()));
    const { rows, missing } = report({
      ...evaluate(gold.articles, gold.texts, found.articles),
      resampling: { seed: 1, resamples: 0 },
    });
    expect(missing).toHaveLength(1);
    const round = (value: number | null | undefined) => (value ?? 0).toFixed(3);
    const compared: Record<string, unknown> = {};
    const ours: Record<string, unknown> = {};
    for (const { id, shared: name } of measures) {
      if (name === undefined) continue;
      const row = rows.find((each) => each.table === 'layer' && each.measure === id)!;
      const scores = shared[name] as { p: number; r: number; f1: number; gold: number } | undefined;
      if (scores) {
        compared[name] = [round(scores.p), round(scores.r), round(scores.f1), scores.gold];
        ours[name] = [round(row.precision), round(row.recall), round(row.f1), row.possible];
      } else {
        compared[name] = round(shared['of hits']![name] ?? shared['end to end']![name]);
        ours[name] = round(row.share ?? row.f1);
      }
    }
    for (const [name, { p, r, f1, gold: count }] of Object.entries(shared['per type'])) {
      const type = name.split('/')[1];
      const row = rows.find((each) => each.measure === 'entities.strict' && each.group === type)!;
      compared[name] = [round(p), round(r), round(f1), count];
      ours[name] = [round(row.precision), round(row.recall), round(row.f1), row.possible];
    }
    expect(Object.keys(compared).length).toBeGreaterThan(30);
    expect(ours).toEqual(compared);
    const named = Object.keys({ ...shared['of hits'], ...shared['end to end'] });
    expect(Object.keys(compared)).toEqual(expect.arrayContaining(named));
  });
});
