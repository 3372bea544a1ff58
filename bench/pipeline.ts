import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Source } from '../src/article/article.ts';
import { BATCH_DOCUMENTS } from '../src/run/executor.ts';
import { articlesIn, corpusArticles, printTable } from './articles.ts';

/*
 * Speed of the whole pipeline and of each stage on one core, beside wink-nlp's own readDoc
 * (sentences, part of speech, entities) and compromise's parse, on the same text in the same run.
 * Each round has all three, and what is compared is compared round by round, so that a machine whose
 * speed drifts drifts for all. The pipeline is that of the built package and runs as workers run it, each
 * stage over a task's articles before the next. Measured on `corpus/`, which is dense with figures, and on
 * real articles where the folder of them is there. Then what 20,000 names of one's own cost, and a start.
 */

const ROUNDS = 25;
const WARM_UP = 40;
const REAL = new URL('../../shared/gold/dev/', import.meta.url);

const { createPipeline } = (await import(
  new URL('../dist/index.js', import.meta.url).href
)) as typeof import('../src/index.ts');
const pipeline = createPipeline().raw;
const wink = winkNLP(model, ['sbd', 'pos', 'ner']);

const now = () => Number(process.hrtime.bigint()) / 1e6;
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]!;

measure('plain-text articles of corpus/', corpusArticles());
if (existsSync(REAL)) measure('real articles of ../shared/gold/dev/', articlesIn(REAL));
else process.stdout.write('\nreal articles: skipped, there is no ../shared/gold/dev/\n');

function measure(what: string, some: readonly Source[]): void {
  const articles = Array.from(
    { length: Math.ceil(BATCH_DOCUMENTS / some.length) },
    () => some,
  ).flat();
  /** Milliseconds an article, by round. */
  const spent = new Map<string, number[]>();
  const add = (name: string, milliseconds: number, count = articles.length) => {
    const list = spent.get(name);
    if (list) list.push(milliseconds / count);
    else spent.set(name, [milliseconds / count]);
  };
  const round = () => {
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
    pipeline.runAll(articles, watch);
    add('cyberbrief', now() - begun);
    for (const [stage, milliseconds] of stages) add(`  ${stage}`, milliseconds);
  };
  const winkRound = () => {
    const begun = now();
    for (const { text } of articles) {
      const document = wink.readDoc(text);
      document.sentences().out();
      document.tokens().out(wink.its.pos);
      document.entities().out();
    }
    add('wink-nlp readDoc', now() - begun);
  };
  const compromiseRound = () => {
    const begun = now();
    for (const { text } of some) compromise(text);
    add('compromise parse', now() - begun, some.length);
  };
  for (let times = 0; times < WARM_UP; times++) {
    round();
    if (times % 3 === 0) winkRound();
  }
  compromiseRound();
  spent.clear();
  for (let times = 0; times < ROUNDS; times++) {
    round();
    winkRound();
    compromiseRound();
  }
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const whole = spent.get('cyberbrief')!;
  process.stdout.write(
    `\n${some.length} ${what}, ${articles.length} at a time, ${(bytes / 1000).toFixed(1)} kB; medians of ${ROUNDS} rounds, Node ${process.version}\n\n`,
  );
  printTable(
    ['', 'ms/article', 'articles/s', 'MB/s', 'of cyberbrief'],
    [...spent].map(([name, list]) => {
      const milliseconds = median(list);
      return [
        name,
        milliseconds.toFixed(3),
        (1000 / milliseconds).toFixed(0),
        (bytes / articles.length / 1000 / milliseconds).toFixed(3),
        `${median(list.map((each, round) => each / whole[round]!)).toFixed(2)}x`,
      ];
    }),
  );
}

measureNames(corpusArticles());

/** What names of one's own cost: beside none, in turns. */
function measureNames(articles: readonly Source[]): void {
  const names = Array.from({ length: 20_000 }, (_, number) => ({
    name: `Zq${number.toString(36)} Holdings ${number}`,
    type: 'organization',
    aliases: [`ZQH-${number}`],
  }));
  const configs = { without: {}, with: { options: { entities: { extra: names } } } };
  const spent = { without: { prepare: 0, run: 0 }, with: { prepare: 0, run: 0 } };
  for (const key of ['without', 'with', 'without', 'with'] as const) {
    const begun = now();
    const { raw } = createPipeline(configs[key]);
    spent[key].prepare = now() - begun;
    const runs = Array.from({ length: WARM_UP + ROUNDS }, () => {
      const started = now();
      raw.runAll(articles);
      return now() - started;
    });
    spent[key].run = median(runs.slice(WARM_UP));
  }
  const more = spent.with.prepare - spent.without.prepare;
  const times = spent.with.run / spent.without.run;
  process.stdout.write(
    `\n20,000 names of one's own: ${more.toFixed(0)} ms more to prepare, ${times.toFixed(2)} times the time of corpus/\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'cyberbrief-bench-'));
const starts: number[] = [];
for (let times = 0; times < 5; times++) {
  const begun = now();
  const arguments_ = ['dist/cli.js', 'run', 'corpus/interview.txt', '--out', folder];
  const { status } = spawnSync(process.execPath, arguments_);
  if (status !== 0) throw new Error(`the run ended with ${status}`);
  starts.push(now() - begun);
}
rmSync(folder, { recursive: true });
process.stdout.write(
  `\nfrom start to one article written, whole process: ${(median(starts) / 1000).toFixed(2)} s (median of 5)\n`,
);
