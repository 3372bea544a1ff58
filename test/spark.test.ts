import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, TestFolder } from './batch/folder.ts';
import { rowsOfQuery } from './duckdb-tables.ts';

const root = join(import.meta.dirname, '..');
const found = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'spark-submit')));

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder();
});
afterEach(() => folder.remove());

const layers = ['entities', 'figures', 'dates', 'recommendations'] as const;

test.runIf(found)(
  'Spark pipes lines through `cyberbrief stream`, and its Parquet holds what the command answered',
  async () => {
    const lines = Array.from({ length: 30 }, (_, number) =>
      JSON.stringify({ id: `a${number}`, text: article(number), published: '2024-05-02' }),
    );
    const input = folder.put('in.jsonl', `${lines.join('\n')}\n{"id": "bad"}\n`);
    const command = `${process.execPath} ${join(root, 'dist/cli.js')} stream`;
    const script = join(root, 'integrations/spark/articles_to_parquet.py');
    const args = ['--master', 'local[2]', '--conf', 'spark.ui.enabled=false', script];
    const out = folder.at('out');
    await promisify(execFile)('spark-submit', [
      ...args,
      ...['--parts', '3', '--command', command, input, out],
    ]);

    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const rows = (table: string, order: string) =>
      rowsOfQuery(connection, `FROM read_parquet('${out}/${table}/*.parquet') ORDER BY ${order}`);
    expect(await rows('errors', 'id')).toEqual([
      { id: 'bad', stage: 'input', code: 'record', message: expect.any(String) },
    ]);
    const [program = '', ...rest] = command.split(' ');
    const answers = execFileSync(program, rest, { input: `${lines.join('\n')}\n` })
      .toString()
      .trimEnd()
      .split('\n');
    const articles = await rows('articles', 'article_id');
    expect(articles.map((row) => row.article)).toEqual([...answers].sort());
    expect(articles[0]).toMatchObject({ article_id: 'a0', published: '2024-05-02' });
    for (const layer of layers) {
      const wanted = answers.flatMap((answer) => {
        const file = JSON.parse(answer);
        return file[layer].map((label: object) => ({ article_id: file.article_id, ...label }));
      });
      const plain = (row: Record<string, unknown>) =>
        Object.entries(row)
          .filter(([, value]) => value !== null && value !== undefined)
          // DuckDB gives 64-bit integers as text
          .map(([name, value]) => `${name}=${JSON.stringify(value).replace(/^"(\d+)"$/, '$1')}`)
          .sort()
          .join(' ');
      const got = await rows(layer, 'article_id, start');
      expect(got.length, layer).toBeGreaterThan(0);
      expect(got.map(plain).sort(), layer).toEqual(wanted.map(plain).sort());
    }
  },
  300_000,
);
