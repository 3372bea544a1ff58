/*
 * Sentence boundaries inside paragraphs on GUM (../shared/benchmarks/gum-train.jsonl), beside other
 * splitters on the same text. `--errors` prints what ours misses and invents.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import nlp from 'compromise';
import winkNLP from 'wink-nlp';
import { splitSentences } from '../src/sentences/split.ts';

const FILE = new URL('../../shared/benchmarks/gum-train.jsonl', import.meta.url);

interface Document {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly { start: number; end: number }[];
}

/** Offsets, in the paragraph, at which a sentence starts that is not its first. */
type Splitter = (paragraph: string) => number[];

/** Starts of sentences given as the strings that a library cut the paragraph into. */
function startsOf(paragraph: string, pieces: readonly string[]): number[] {
  let at = 0;
  const starts: number[] = [];
  for (const piece of pieces) {
    const words = piece.trim();
    const found = paragraph.indexOf(words, at);
    if (words === '' || found < 0) continue;
    starts.push(found);
    at = found + words.length;
  }
  return starts.slice(1);
}

function splitters(): Record<string, Splitter> {
  const model = createRequire(import.meta.url)('wink-eng-lite-web-model');
  const wink = winkNLP(model, ['sbd']);
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return {
    cyberbrief: (paragraph) =>
      splitSentences(paragraph, 0, paragraph.length)
        .slice(1)
        .map(({ start }) => start),
    'Intl.Segmenter': (paragraph) =>
      startsOf(
        paragraph,
        [...segmenter.segment(paragraph)].map(({ segment }) => segment),
      ),
    'wink-nlp': (paragraph) => startsOf(paragraph, wink.readDoc(paragraph).sentences().out()),
    compromise: (paragraph) => startsOf(paragraph, nlp.tokenize(paragraph).out('array')),
  };
}

function main(): void {
  if (!existsSync(FILE)) {
    console.log('bench:sentences skipped: ../shared/benchmarks/gum-train.jsonl is not there');
    return;
  }
  const documents = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row) as Document);
  const errors = process.argv.includes('--errors');
  console.log(
    'sentence boundaries inside paragraphs, GUM, part train'.padEnd(58),
    'P      R      F1     ms',
  );
  for (const [name, split] of Object.entries(splitters())) {
    let hits = 0;
    let found = 0;
    let wanted = 0;
    let took = 0;
    for (const { id, text, sentences } of documents) {
      const starts = new Set(sentences.map(({ start }) => start));
      for (const paragraph of text.matchAll(/[^\n]+/gu)) {
        const from = paragraph.index;
        const line = paragraph[0];
        const before = performance.now();
        const ours = split(line);
        took += performance.now() - before;
        const gold: number[] = [];
        for (let at = from + 1; at < from + line.length; at++) {
          if (starts.has(at) && text.slice(from, at).trim() !== '') gold.push(at - from);
        }
        const goldSet = new Set(gold);
        const oursSet = new Set(ours);
        hits += ours.filter((at) => goldSet.has(at)).length;
        found += ours.length;
        wanted += gold.length;
        if (errors && name === 'cyberbrief') {
          const show = (at: number) =>
            `${line.slice(Math.max(0, at - 50), at)}⏐${line.slice(at, at + 40)}`;
          for (const at of ours) if (!goldSet.has(at)) console.log(`${id} EXTRA ${show(at)}`);
          for (const at of gold) if (!oursSet.has(at)) console.log(`${id} MISS  ${show(at)}`);
        }
      }
    }
    const precision = found === 0 ? 0 : hits / found;
    const recall = wanted === 0 ? 0 : hits / wanted;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    console.log(
      name.padEnd(58),
      [precision, recall, f1].map((value) => value.toFixed(4)).join(' '),
      took.toFixed(0),
    );
  }
}

main();
