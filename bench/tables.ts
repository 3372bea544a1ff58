import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sinkOf, writeFormats } from '../src/output/formats.ts';
import { formats } from '../src/output/options.ts';
import { type Row, tableNames, tables } from '../src/output/tables.ts';

/*
 * npm run bench:tables [-- ROWS]   writes so many rows of figures as CSV and from it every format, and
 * prints the memory that the process holds as it goes: it must not grow with the rows.
 */

const total = Number(process.argv[2] ?? 1_000_000);
const BATCH = 1000;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0).padStart(6);

const row = (number: number): Row => ({
  article_id: `2024/${Math.floor(number / 20)}`,
  sentence: number % 50,
  start: number * 7,
  end: number * 7 + 30,
  text: `more than ${number} cables, "cut"`,
  kind: 'count',
  min: number,
  max: number % 3 === 0 ? null : number * 1.5,
  comparator: 'more_than',
  unit: 'cable',
  per: null,
  of: `Harbour ${number % 997}`,
  when: '2023',
  source: null,
  by: 'figures/count.noun',
  confidence: 'stated',
  sentence_text: `Harbour ${number % 997} said that more than ${number} cables, "cut" or worn, were laid anew.`,
});

const folder = await mkdtemp(join(tmpdir(), 'cyberbrief-'));
let peak = 0;
let step = '';
const seen: string[] = [];
const sample = () => {
  const { rss } = process.memoryUsage();
  if (rss > peak) peak = rss;
};
const clock = setInterval(sample, 50);
const begin = (name: string) => {
  step = name;
  peak = 0;
  sample();
};
const end = (since: number) => {
  sample();
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  seen.push(`${step.padEnd(28)} ${seconds.padStart(6)} s, at most ${megabytes(peak)} MB`);
  process.stdout.write(`${seen.at(-1)}\n`);
};

for (const rows of [total / 10, total]) {
  begin(`${rows} rows as csv`);
  let since = performance.now();
  for (const name of tableNames) {
    const sink = await sinkOf('csv', join(folder, `${name}.csv`), tables[name], false);
    for (let at = 0; name === 'figures' && at < rows; at += BATCH) {
      const batch = Math.min(BATCH, rows - at);
      await sink.write(Array.from({ length: batch }, (_, number) => row(at + number)));
    }
    await sink.close();
  }
  end(since);
  for (const format of formats) {
    if (format === 'csv') continue;
    begin(`${rows} rows as ${format}`);
    since = performance.now();
    await writeFormats(folder, { formats: ['csv', format], excel: false });
    end(since);
  }
}
clearInterval(clock);
for (const format of ['csv', 'parquet']) {
  const { size } = await stat(join(folder, `figures.${format}`));
  process.stdout.write(`figures.${format}: ${megabytes(size)} MB\n`);
}
await rm(folder, { recursive: true });
