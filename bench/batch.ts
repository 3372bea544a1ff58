import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusArticles, printTable } from './articles.ts';

/*
 * Whole runs of the built command: one worker beside two, over so many articles that the first, until
 * code is compiled, hardly count; a second run over unchanged articles; and the peak of memory with
 * few and with many articles.
 *
 *     npm run bench:batch -- speed again memory whole 5000 100000
 *
 * picks parts (all where none is named); `whole` has memory measured with whole articles instead of
 * paragraphs of them; the numbers are the articles of memory, few and many.
 */

const words = process.argv.slice(2);
const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
const parts = words.filter((word) => /^(?:speed|again|memory)$/.test(word));
const wants = (part: string) => parts.length === 0 || parts.includes(part);

const SPEED_ARTICLES = 20_000;
const AGAIN_ARTICLES = 10_000;
const [FEW = 5000, MANY = 100_000] = numbers;

const articles = corpusArticles();
const PEAK = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;

const folder = mkdtempSync(join(tmpdir(), 'cyberbrief-bench-'));
const at = (name: string) => join(folder, name);

/** Writes `count` articles as files, each with a line of its own so that no two are the same. */
function fill(name: string, count: number, textOf: (number: number) => string): void {
  for (let number = 0; number < count; number++) {
    const inner = at(`${name}/${Math.floor(number / 1000)}`);
    if (number % 1000 === 0) mkdirSync(inner, { recursive: true });
    writeFileSync(
      join(inner, `${number}.txt`),
      `${textOf(number)}\n\nThis is article ${number}.\n`,
    );
  }
}

const whole = (number: number): string => articles[number % articles.length]!.text;
/** A paragraph of an article. */
const small = (number: number): string => {
  const paragraphs = whole(number).split(/\n{2,}/);
  return paragraphs[number % paragraphs.length]!;
};

interface Measured {
  readonly seconds: number;
  /** Peak of the process's resident memory, in MB. */
  readonly peak: number;
}

function measure(input: string, out: string, workers: number): Measured {
  const started = process.hrtime.bigint();
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(PEAK)}`],
      ...['dist/cli.js', 'run', at(input), '--out', at(out)],
      ...['--workers', String(workers), '--quiet'],
    ],
    { encoding: 'utf8' },
  );
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0) throw new Error(`the run ended with ${status}: ${stderr}`);
  return { seconds, peak: Number(/peak (\d+)/.exec(stderr)![1]) / 1024 };
}

const row = (name: string, count: number, { seconds, peak }: Measured): string[] => [
  name,
  String(count),
  seconds.toFixed(1),
  (count / seconds).toFixed(0),
  peak.toFixed(0),
];
const HEADER = ['', 'articles', 'seconds', 'articles/s', 'peak MB'];

try {
  if (wants('speed')) {
    fill('speed', SPEED_ARTICLES, whole);
    const one = measure('speed', 'speed-1', 1);
    const two = measure('speed', 'speed-2', 2);
    printTable(HEADER, [
      row('1 worker', SPEED_ARTICLES, one),
      row('2 workers', SPEED_ARTICLES, two),
    ]);
    process.stdout.write(`two workers: ${(one.seconds / two.seconds).toFixed(2)} times one\n\n`);
  }
  if (wants('again')) {
    fill('again', AGAIN_ARTICLES, whole);
    const first = measure('again', 'again-out', 2);
    const second = measure('again', 'again-out', 2);
    printTable(HEADER, [
      row('first run', AGAIN_ARTICLES, first),
      row('second run', AGAIN_ARTICLES, second),
    ]);
    process.stdout.write(
      `second run: ${(second.seconds / first.seconds).toFixed(3)} of the first\n\n`,
    );
  }
  if (wants('memory')) {
    const textOf = words.includes('whole') ? whole : small;
    fill('few', FEW, textOf);
    fill('many', MANY, textOf);
    const few = measure('few', 'few-out', 2);
    const many = measure('many', 'many-out', 2);
    const again = measure('many', 'many-out', 2);
    printTable(HEADER, [
      row('few', FEW, few),
      row('many', MANY, many),
      row('many again', MANY, again),
    ]);
    process.stdout.write(`peak with many: ${(many.peak / few.peak).toFixed(2)} of that with few\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
