import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../src/cli/main.ts';
import { OVERLAP_POLICY } from '../src/kernel/overlap.ts';

const TEXT = `A treaty for the cables

Portugal lost 12 cables in 2019. Spain should lend Portugal a ship.
`;
const LABELS = {
  blocks: [
    { text: 'A treaty for the cables', kind: 'title' },
    {
      text: 'Portugal lost 12 cables in 2019. Spain should lend Portugal a ship.',
      kind: 'paragraph',
    },
  ],
  sentences: [
    { text: 'A treaty for the cables' },
    { text: 'Portugal lost 12 cables in 2019.' },
    { text: 'Spain should lend Portugal a ship.' },
  ],
  entities: [
    { text: 'Portugal', occurrence: 1, type: 'country', name: 'Portugal' },
    { text: 'Spain', type: 'country', name: 'Spain' },
    { text: 'Portugal', occurrence: 2, type: 'country', name: 'Portugal' },
  ],
  figures: [],
  dates: [{ text: '2019', type: 'date', value: '2019', relative: false }],
  recommendations: [],
};
const nowhere = { blocks: [], sentences: [], entities: [], dates: [] };
type Labels = { [Layer in keyof typeof LABELS]: object[] };

let folder: string;
let out: string;
let told: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
  out = '';
  told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const at = (path: string) => join(folder, path);
function put(path: string, content: string | object): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), typeof content === 'string' ? content : JSON.stringify(content));
}
const putLabels = (path: string, id: string, change: Partial<Labels> = {}) =>
  put(path, { article_id: id, ...LABELS, ...change });
const evaluate = (...args: string[]) => {
  out = '';
  return main(['evaluate', ...args]);
};

describe('evaluate', () => {
  beforeEach(() => {
    for (const id of ['a', 'b/c']) {
      put(`corpus/${id}.txt`, TEXT);
      putLabels(`gold/${id}.json`, id);
    }
    put('gold/a.meta.json', { published: '2024-05-02' });
  });
  const between = (gold: string, pred: string, ...more: string[]) =>
    evaluate('--gold', at(gold), '--pred', at(pred), at('corpus'), ...more);
  const rowOf = (table: string, measure: string, group = '') =>
    (parse(out, { columns: true }) as Record<string, string>[]).find(
      (row) => row.table === table && row.measure === measure && row.group === group,
    );

  test('pairs by id; a missing prediction is named and counts as missed', async () => {
    putLabels('pred/other-name.json', 'b/c', { dates: [] });
    putLabels('pred/extra.json', 'extra', { entities: [] });
    put('pred/run.json', { articles: 2 });
    expect(await between('gold', 'pred', '--format', 'csv')).toBe(0);
    expect(told).toContain('a: no prediction, counted as missed');
    expect(rowOf('layer', 'entities.strict')).toMatchObject({
      correct: '3',
      missed: '3',
      precision: '1',
      recall: '0.5',
    });
    expect(rowOf('layer', 'dates.strict')).toMatchObject({ precision: '', recall: '0', f1: '0' });
    expect(rowOf('layer', 'figures.row')).toMatchObject({ precision: '', recall: '', f1: '' });
    expect(rowOf('article', 'entities.strict', 'a')).toMatchObject({ recall: '0' });
    expect(rowOf('type', 'entities.row', 'country')).toMatchObject({ correct: '3', missed: '3' });
  });

  test('reads the folder of a run, and the inputs themselves, to the same scores', async () => {
    expect(await main(['run', at('corpus'), '--out', at('out')])).toBe(0);
    expect(await between('gold', 'out', '--format', 'json')).toBe(0);
    const folderReport = out;
    expect(await evaluate('--gold', at('gold'), at('corpus'), '--format', 'json')).toBe(0);
    expect(out).toBe(folderReport);
    const { articles, missing, rows } = JSON.parse(out);
    expect([articles, missing]).toEqual([['a', 'b/c'], []]);
    expect(rows[0]).toMatchObject({ table: 'layer', measure: 'clean.characters', group: null });
  });

  test('an input that fails is named and ends with 1', async () => {
    put('corpus/empty.txt', '');
    const places = { blocks: [], sentences: [{ start: 0, end: 9 }], entities: [], dates: [] };
    putLabels('gold/empty.json', 'empty', places);
    expect(await evaluate('--gold', at('gold'), at('corpus'), '--format', 'csv')).toBe(1);
    expect(told).toContain('empty.txt: input: holds no text');
    expect(told).toContain('empty: no prediction, counted as missed');
    expect(rowOf('layer', 'sentences.exact')).toMatchObject({ correct: '6', missed: '1' });
  });

  test('labels of different bytes are named', async () => {
    put('gold/a.json', { article_id: 'a', sha256: '1', ...LABELS, ...nowhere });
    put('pred/a.json', { article_id: 'a', sha256: '2', ...LABELS, ...nowhere });
    putLabels('pred/c.json', 'b/c');
    expect(await between('gold', 'pred')).toBe(0);
    expect(told).toBe('a: gold and prediction are of different bytes (sha256)\n');
  });

  test('two labellers agree alike whichever comes first', async () => {
    putLabels('second/a.json', 'a', { entities: LABELS.entities.slice(1), dates: [] });
    putLabels('second/c.json', 'b/c');
    await between('gold', 'second', '--format', 'csv', '--by', 'layer');
    const there = rowOf('layer', 'entities.strict')!;
    await between('second', 'gold', '--format', 'csv', '--by', 'layer');
    const back = rowOf('layer', 'entities.strict')!;
    expect([back.precision, back.recall, back.f1]).toEqual([
      there.recall,
      there.precision,
      there.f1,
    ]);
    expect([back.low, back.high]).toEqual([there.low, there.high]);
  });

  test('tables for the terminal and for Markdown; a dash where nothing can be divided', async () => {
    await between('gold', 'gold', '--by', 'layer,article');
    expect(out).toMatch(/entities\.strict +1\.000 +1\.000 +1\.000 +1\.000–1\.000 +6 /);
    expect(out).toMatch(/figures\.strict +– +– +– +– +0 /);
    expect(out).toContain('By article');
    expect(out).not.toContain('By type');
    await between('gold', 'gold', '--by', 'type', '--format', 'markdown');
    expect(out).toContain('| entities.strict | country | 1.000 | 1.000 | 1.000 |');
  });

  test('a baseline is compared article by article', async () => {
    putLabels('base/a.json', 'a', { entities: [] });
    putLabels('base/c.json', 'b/c', { entities: LABELS.entities.slice(1) });
    await between('gold', 'gold', '--baseline', at('base'), '--format', 'csv');
    const rows: Record<string, string>[] = parse(out, { columns: true });
    const strict = rows.find((row) => row.measure === 'entities.strict');
    expect(strict).toMatchObject({ baseline: '0.5', score: '1', difference: '0.5' });
    expect(strict!.verdict).toBe('noise');
    expect(rows.find((row) => row.measure === 'dates.row')!.verdict).toBe('same');
    await between('gold', 'gold', '--baseline', at('base'));
    expect(out).toContain('more than noise?');
  });

  test('errors come with sentence and values, and the confusion matrix', async () => {
    const [first, ...rest] = LABELS.entities;
    const entities = [{ ...first!, type: 'place', by: 'entities/known' }, ...rest.slice(0, 1)];
    putLabels('pred/a.json', 'a', { entities });
    putLabels('pred/c.json', 'b/c');
    await between('gold', 'pred', '--errors', 'entities');
    expect(out).toMatch(/country +4 +1 +1\n/);
    expect(out).toContain('1 × entities: wrong type by entities/known');
    expect(out).toContain('found "Portugal" type="place" (entities/known)');
    expect(out).toContain('in    Spain should lend Portugal a ship.');
    await between('gold', 'pred', '--errors', '--format', 'json');
    const { errors, confusion } = JSON.parse(out);
    expect(errors.map((error: { outcome: string }) => error.outcome).sort()).toEqual([
      'missed',
      'wrong',
    ]);
    expect(confusion).toContainEqual({
      layer: 'entities',
      gold: 'country',
      found: 'place',
      count: 1,
    });
  });

  test('labels that cannot be used end with 2 and all problems', async () => {
    putLabels('gold/a.json', 'a', {
      entities: [{ text: 'Portugal', type: 'country', name: 'Portugal' }],
      dates: [{ text: '2019', type: 'date', value: 'y', relative: false }, { text: 'May' }],
    });
    expect(await between('gold', 'gold')).toBe(2);
    expect(told.match(/\n {2}a: /g)!.length).toBeGreaterThan(3);
    expect(out).toBe('');
  });

  test('explains its measures, and refuses what it does not know', async () => {
    expect(await evaluate('--explain-measures')).toBe(0);
    expect(out).toContain('| `figures.row` | prf |');
    expect(await evaluate()).toBe(2);
    expect(told).toContain('--gold');
    expect(await between('gold', 'gold', '--by', 'moon')).toBe(2);
    expect(await between('gold', 'gold', '--format', 'xml')).toBe(2);
    expect(await between('gold', 'nowhere')).toBe(2);
  });
});

describe('check', () => {
  test('lists every problem of every fixture and ends with 1', async () => {
    put('corpus/a.txt', TEXT);
    putLabels('fixtures/a.json', 'a');
    const check = () => main(['check', at('fixtures'), '--corpus', at('corpus')]);
    expect(await check()).toBe(0);
    putLabels('fixtures/b.json', 'b');
    put('fixtures/twin.json', { article_id: 'a', ...LABELS });
    put('fixtures/cut.json', '{"article_id": ');
    put('fixtures/c.json', { article_id: 'a-c', sha256: '0', ...LABELS });
    put('corpus/a-c.txt', TEXT);
    expect(await check()).toBe(1);
    expect(out).toContain('fixtures/cut.json: file: ');
    expect(out).toMatch(/^a: file: stands in .*a\.json and .*twin\.json$/m);
    expect(out).toMatch(/^b: file: no article with this id/m);
    expect(out).toMatch(/^a-c: file: no article with this id and digest/m);
    expect(out).toMatch(/^b: dates\[0\] "2019": the article's text is not at hand/m);
  });

  test('the fixtures of this project are without a problem', async () => {
    expect(await main(['check', 'fixtures'])).toBe(0);
    expect(out).toBe('');
  });
});

describe('explain', () => {
  test('tells what each stage found and prints the policy on overlaps', async () => {
    put('corpus/🚢.txt', `🚢🚢 ${TEXT}`);
    expect(await main(['explain', at('corpus/🚢.txt')])).toBe(0);
    for (const stage of ['clean', 'sentences', 'entities', 'dates', 'figures', 'recommendations']) {
      expect(out).toMatch(new RegExp(`^${stage}$`, 'm'));
    }
    expect(out).toContain(OVERLAP_POLICY);
    expect(out).toMatch(/ {2}28–36 {2}"Portugal" {2}type="country".* by entities\//);
  });

  test('at one place only, counted in code points', async () => {
    put('corpus/a.txt', `🚢🚢 ${TEXT}`);
    expect(await main(['explain', at('corpus/a.txt'), '--at', '30'])).toBe(0);
    expect(out).toContain('▸rtugal lost');
    expect(out).toContain('"Portugal"');
    expect(out).not.toContain('"Spain"');
    expect(await main(['explain', at('corpus/a.txt'), '--at', '4000'])).toBe(2);
    expect(told).toContain('characters, none at 4000');
    expect(await main(['explain', at('corpus/none.txt')])).toBe(2);
  });

  test('of a file of many, one by its id', async () => {
    const lines = ['x', 'y'].map((id) => JSON.stringify({ id, text: TEXT }));
    put('corpus/lines.jsonl', lines.join('\n'));
    expect(await main(['explain', at('corpus/lines.jsonl'), '--id', 'y'])).toBe(0);
    expect(out).toMatch(/^y\n/);
    expect(await main(['explain', at('corpus/lines.jsonl'), '--id', 'z'])).toBe(2);
  });
});
