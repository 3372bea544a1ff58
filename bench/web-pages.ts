import { existsSync, readFileSync } from 'node:fs';
import { readHtml } from '../src/input/html.ts';

/*
 * How well the article is told from its page: F1 of word shingles (runs of four words, counted with
 * repetition) between the blocks taken for content and the article's true text, mean over pages.
 */

const folder = new URL('../../shared/benchmarks/web-pages/', import.meta.url);
if (!existsSync(folder)) {
  process.stdout.write('skipped: ../shared/benchmarks/web-pages is not there\n');
  process.exit(0);
}

function shingles(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  const size = Math.min(4, words.length);
  for (let at = 0; at + size <= words.length; at++) {
    const key = words.slice(at, at + size).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function score(truth: string, found: string): { precision: number; recall: number; f1: number } {
  const a = shingles(truth);
  const b = shingles(found);
  let both = 0;
  for (const [key, count] of b) both += Math.min(count, a.get(key) ?? 0);
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((x, y) => x + y, 0);
  const precision = total(b) ? both / total(b) : 0;
  const recall = total(a) ? both / total(a) : 0;
  return {
    precision,
    recall,
    f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
  };
}

const rows = readFileSync(new URL('articles.jsonl', folder), 'utf8').trim().split('\n');
const scores: { url: string; precision: number; recall: number; f1: number }[] = [];
for (const row of rows) {
  const { html_file, articleBody, url } = JSON.parse(row) as Record<string, string>;
  let found = '';
  try {
    const { text, hints } = readHtml(readFileSync(new URL(html_file!, folder), 'utf8'));
    found = hints!
      .filter(({ kind }) => kind === 'paragraph' || kind === 'heading' || kind === 'list_item')
      .map(({ start, end }) => text.slice(start, end))
      .join('\n');
  } catch (cause) {
    process.stdout.write(`${url}: ${(cause as Error).message}\n`);
  }
  scores.push({ url: url!, ...score(articleBody!, found) });
}
const mean = (key: 'precision' | 'recall' | 'f1') =>
  (scores.reduce((sum, each) => sum + each[key], 0) / scores.length).toFixed(3);
if (process.argv.includes('--pages')) {
  for (const { url, precision, recall, f1 } of scores.sort((x, y) => x.f1 - y.f1)) {
    process.stdout.write(
      `${f1.toFixed(3)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  ${url}\n`,
    );
  }
}
process.stdout.write(
  `${scores.length} pages: precision ${mean('precision')}, recall ${mean('recall')}, F1 ${mean('f1')}\n`,
);
