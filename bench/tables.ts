import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sinkOf, writeFormats } from '../src/output/formats.ts';
import { type Format, formats } from '../src/output/options.ts';
import { type Row, tableNames, tables } from '../src/output/tables.ts';
import { printTable } from './articles.ts';

/*
 * npm run bench:tables [-- ROWS]   writes a tenth of so many rows of figures, and all of them, as CSV
 * and from it every format, each in a process of its own, and prints what it held at most: in use
 * (after collecting garbage, looked at ten times a second) and, in another run that nothing disturbs,
 * resident. Neither may grow with the rows.
 */

const BATCH = 1000;

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

async function write(format: Format, rows: number, folder: string): Promise<void> {
  if (format !== 'csv') return writeFormats(folder, { formats: ['csv', format], excel: false });
  for (const name of tableNames) {
    const sink = await sinkOf('csv', join(folder, `${name}.csv`), tables[name], false);
    for (let at = 0; name === 'figures' && at < rows; at += BATCH) {
      const batch = Math.min(BATCH, rows - at);
      await sink.write(Array.from({ length: batch }, (_, number) => row(at + number)));
    }
    await sink.close();
  }
}

interface Measured {
  readonly seconds: number;
  /** Megabytes. */
  readonly peak: number;
}

/** In a process of its own: writes, and prints what it measured. */
async function child(format: Format, rows: number, folder: string, inUse: boolean): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let peak = 0;
  const look = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    peak = Math.max(peak, heapUsed + external);
  };
  const clock = inUse ? setInterval(look, 100) : undefined;
  const since = performance.now();
  await write(format, rows, folder);
  const seconds = (performance.now() - since) / 1000;
  clearInterval(clock);
  if (!inUse) peak = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(JSON.stringify({ seconds, peak: peak / 1e6 } satisfies Measured));
}

function measure(format: Format, rows: number, folder: string, inUse: boolean): Measured {
  const args = [import.meta.filename, 'child', format, String(rows), folder, inUse ? 'in-use' : ''];
  const done = spawnSync(process.execPath, [...process.execArgv, ...args], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${format}: ended with ${done.status}: ${done.stderr}`);
  return JSON.parse(done.stdout) as Measured;
}

if (process.argv[2] === 'child') {
  const [format, rows, folder, inUse] = process.argv.slice(3) as [Format, string, string, string];
  await child(format, Number(rows), folder, inUse === 'in-use');
} else {
  const total = Number(process.argv[2] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'cyberbrief-bench-'));
  try {
    const lines: string[][] = [];
    for (const rows of [total / 10, total]) {
      for (const format of formats) {
        const used = measure(format, rows, folder, true);
        const resident = measure(format, rows, folder, false);
        const { size } = await stat(join(folder, `figures.${format}`));
        const numbers = [
          resident.seconds.toFixed(1),
          used.peak.toFixed(0),
          resident.peak.toFixed(0),
        ];
        lines.push([format, String(rows), ...numbers, (size / 1e6).toFixed(0)]);
      }
    }
    printTable(['', 'rows', 'seconds', 'in use MB', 'resident MB', 'file MB'], lines);
  } finally {
    await rm(folder, { recursive: true });
  }
}
