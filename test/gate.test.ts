import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultConfig } from '../src/config.ts';
import {
  digestOf,
  type Gate,
  gateSchema,
  type Measured,
  measure,
  pinned,
  shutBecause,
} from '../src/evaluate/gate.ts';
import { measures } from '../src/evaluate/measures.ts';

const FILE = 'test/gate.json';
const isPinned = existsSync(FILE);
if (!isPinned) console.log(`the gate: skipped, no floors are pinned (npm run gate -- --pin)`);

describe.skipIf(!isPinned)('the scores on corpus/ and fixtures/', () => {
  test('are not below their floors', async () => {
    const gate = gateSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
    expect(shutBecause(gate, await measure('corpus', 'fixtures', defaultConfig))).toEqual([]);
  });
});

describe('the gate', () => {
  const gate: Gate = {
    digest: 'd',
    margin: 0.01,
    floors: { 'dates.row': 0.8, 'dates.exact': 0.9 },
  };
  const measured = (row: number | null, more: Partial<Measured> = {}): Measured => ({
    digest: 'd',
    scores: new Map([
      ['dates.row', row],
      ['dates.exact', 0.95],
    ]),
    failed: [],
    ...more,
  });

  test('is open at the floor and inside the margin, and shut below', () => {
    expect(shutBecause(gate, measured(0.8))).toEqual([]);
    expect(shutBecause(gate, measured(0.791))).toEqual([]);
    expect(shutBecause(gate, measured(0.789))).toEqual([
      'dates.row: 0.7890 is below the floor of 0.8 by more than 0.01',
    ]);
    expect(shutBecause(gate, measured(null))).toHaveLength(1);
    expect(shutBecause(gate, measured(0.8, { scores: new Map() }))).toHaveLength(2);
    expect(shutBecause(gate, measured(0.8, { failed: ['a'] }))).toEqual([
      'a: could not be processed',
    ]);
  });

  test('holds for the articles and labels that it was pinned for', () => {
    const reasons = shutBecause(gate, measured(0.1, { digest: 'other' }));
    expect(reasons).toEqual([expect.stringContaining('npm run gate -- --pin')]);
  });

  test('tells which floors a new pin would lower', () => {
    const raised = pinned(gate, measured(0.85678));
    expect(raised.lowered).toEqual([]);
    expect(raised.gate).toEqual({
      digest: 'd',
      margin: 0.01,
      floors: { 'dates.row': 0.8567, 'dates.exact': 0.95 },
    });
    expect(pinned(gate, measured(0.7999)).lowered).toEqual(['dates.row: from 0.8 to 0.7999']);
    expect(pinned(gate, measured(null)).lowered).toEqual(['dates.row: from 0.8 to nothing']);
    expect(pinned(null, measured(0.2)).lowered).toEqual([]);
  });

  test('a pin of a measurement opens the gate for the same measurement', () => {
    const scores = new Map(measures.map(({ id }, at) => [id, 1 / (at + 3)]));
    const now = measured(0, { scores });
    expect(shutBecause({ ...pinned(null, now).gate, margin: 0 }, now)).toEqual([]);
  });
});

describe('measured', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const put = (path: string, content: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };

  test('the digest changes with any file, its name or its content', async () => {
    const digest = () => digestOf([join(folder, 'corpus'), join(folder, 'fixtures')]);
    put('corpus/a.txt', 'x');
    put('fixtures/deep/a.json', '{}');
    const seen = [await digest(), await digest()];
    expect(seen[0]).toBe(seen[1]);
    put('fixtures/deep/a.json', '{ }');
    seen.push(await digest());
    rmSync(join(folder, 'corpus/a.txt'));
    put('corpus/b.txt', 'x');
    seen.push(await digest());
    expect(new Set(seen).size).toBe(3);
  });

  test('an article of the fixtures that is not in the corpus shuts the gate', async () => {
    const text = 'Two ports closed.\n';
    put('corpus/a.txt', text);
    const labels = { blocks: [], sentences: [], entities: [], figures: [], dates: [] };
    for (const id of ['a', 'b']) {
      put(
        `fixtures/${id}.json`,
        JSON.stringify({ article_id: id, ...labels, recommendations: [] }),
      );
    }
    const now = await measure(join(folder, 'corpus'), join(folder, 'fixtures'), defaultConfig);
    expect(now.failed).toEqual(['b']);
    expect(shutBecause(pinned(null, now).gate, now)).toEqual(['b: could not be processed']);
  });
});
