import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../src/cli/main.ts';
import { rowsOfQuery } from './duckdb-tables.ts';

const page = readFileSync('docs/cookbook.md', 'utf8');
const blocks = [...page.matchAll(/```sql\n(.*?)```/gs)].map((match) => match[1]!);
const questions = [...page.matchAll(/^## (\d+\. .*)$/gm)].map((match) => match[1]!);
const [setup, ...queries] = blocks as [string, ...string[]];

type Answer = Record<string, unknown>[];
let out: string;
const answers: Answer[] = [];

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
  const silent = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await main(['run', 'corpus', '--out', out])).toBe(0);
  silent.mockRestore();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(setup.replaceAll("'output/", `'${out}/`));
  for (const query of queries) answers.push(await rowsOfQuery(connection, query));
}, 60_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

test('there are eight questions, each with one query', () => {
  expect(questions).toHaveLength(8);
  expect(queries).toHaveLength(8);
});

/** What of each answer must hold, whatever else the rules come to find. */
const sensible: ((rows: Answer) => void)[] = [
  (rows) => {
    expect(rows.map((row) => `${row.country} ${row.year}`)).toContain('Poland 2024');
    for (const row of rows) expect(row.attacks, JSON.stringify(row)).toBeGreaterThan(0);
  },
  (rows) => {
    for (const row of rows) expect(row.to_whom).toMatch(/India/);
    expect(rows.map((row) => row.to_whom)).toContain('Reserve Bank of India');
  },
  (rows) => {
    const rupees = rows.filter((row) => row.currency === 'INR');
    expect(rupees).toHaveLength(3);
    expect(rupees[0]!.amount).toBe(24.03e12);
    expect(new Set(rows.map((row) => row.currency)).size).toBeGreaterThan(3);
  },
  (rows) => {
    expect(rows.length).toBeGreaterThan(10);
    expect(Number(rows[0]!.strong)).toBeGreaterThan(0);
    for (const row of rows) expect(row.actor).not.toMatch(/;/);
  },
  (rows) => {
    expect(rows.map((row) => row.value)).toContain('2035');
    for (const row of rows) {
      expect(String(row.value) >= String(row.published).slice(0, 4), JSON.stringify(row)).toBe(
        true,
      );
    }
  },
  (rows) => {
    const chain = rows.find((row) => row.source === 'Chainalysis');
    expect(chain?.type).toBe('organization');
    expect(Number(rows[0]!.figures)).toBeGreaterThanOrEqual(Number(chain!.figures));
  },
  (rows) => {
    expect(rows.map((row) => row.id)).toContain('US');
    for (const row of rows) expect(Number(row.articles)).toBeGreaterThan(1);
  },
  (rows) => {
    expect(new Set(rows.map((row) => row.title)).size).toBeGreaterThan(2);
    const first = rows.filter((row) => row.title === rows[0]!.title && row.list === rows[0]!.list);
    const ordinals = first.map((row) => Number(row.ordinal));
    expect(ordinals).toEqual([...ordinals].sort((a, b) => a - b));
  },
];

describe.each(questions.map((question, number) => [question, number] as const))(
  '%s',
  (_, number) => {
    test('is answered sensibly', () => {
      const rows = answers[number]!;
      expect(rows.length).toBeGreaterThan(0);
      sensible[number]!(rows);
    });
  },
);
