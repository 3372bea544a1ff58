import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createPipeline } from '../src/create-pipeline.ts';
import { corpusArticles, printTable } from './articles.ts';

/*
 * Speed of the whole pipeline and of each stage on one core, beside wink-nlp's own readDoc
 * (sentences, part of speech, entities) and compromise's parse, on the same text in the same run.
 * Rounds of the three are interleaved, so that a machine whose speed drifts drifts for all.
 */

const ROUNDS = 15;
const WARM_UP = 30;

const articles = corpusArticles();
const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const pipeline = createPipeline().raw;
const wink = winkNLP(model, ['sbd', 'pos', 'ner']);

const now = () => Number(process.hrtime.bigint()) / 1e6;
const spent = new Map<string, number[]>();
const add = (name: string, milliseconds: number) => {
  const list = spent.get(name);
  if (list) list.push(milliseconds);
  else spent.set(name, [milliseconds]);
};

function round(record: boolean): void {
  const stages = new Map<string, number>();
  let started = 0;
  const watch = {
    before() {
      started = now();
    },
    after(stage: string) {
      stages.set(stage, (stages.get(stage) ?? 0) + now() - started);
    },
  };
  const begun = now();
  for (const article of articles) pipeline.run(article, watch);
  const whole = now() - begun;
  if (!record) return;
  add('cyberbrief', whole);
  for (const [stage, milliseconds] of stages) add(`  ${stage}`, milliseconds);
}

function winkRound(record: boolean): void {
  const begun = now();
  for (const { text } of articles) {
    const document = wink.readDoc(text);
    document.sentences().out();
    document.tokens().out(wink.its.pos);
    document.entities().out();
  }
  if (record) add('wink-nlp readDoc', now() - begun);
}

function compromiseRound(): void {
  const begun = now();
  for (const { text } of articles) compromise(text);
  add('compromise parse', now() - begun);
}

for (let times = 0; times < WARM_UP; times++) {
  round(false);
  if (times % 3 === 0) winkRound(false);
}
compromiseRound();
spent.clear();
for (let times = 0; times < ROUNDS; times++) {
  round(true);
  winkRound(true);
  if (times % 5 === 0) compromiseRound();
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]!;
const whole = median(spent.get('cyberbrief')!);
process.stdout.write(
  `${articles.length} plain-text articles of corpus/, ${(bytes / 1000).toFixed(1)} kB; medians of ${ROUNDS} rounds, Node ${process.version}\n\n`,
);
printTable(
  ['', 'ms/article', 'articles/s', 'MB/s', 'of cyberbrief'],
  [...spent].map(([name, list]) => {
    const milliseconds = median(list);
    return [
      name,
      (milliseconds / articles.length).toFixed(3),
      ((articles.length / milliseconds) * 1000).toFixed(0),
      (bytes / 1000 / milliseconds).toFixed(3),
      `${(milliseconds / whole).toFixed(2)}x`,
    ];
  }),
);

const folder = mkdtempSync(join(tmpdir(), 'cyberbrief-bench-'));
const starts: number[] = [];
for (let times = 0; times < 5; times++) {
  const begun = now();
  spawnSync(process.execPath, ['dist/cli.js', 'run', 'corpus/interview.txt', '--out', folder]);
  starts.push(now() - begun);
}
rmSync(folder, { recursive: true });
process.stdout.write(
  `\nfrom start to one article written, whole process: ${(median(starts) / 1000).toFixed(2)} s (median of 5)\n`,
);
