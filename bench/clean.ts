/*
 * The article's text out of whole web pages that were flattened to plain text, a line a block
 * (../shared/benchmarks/web-pages), by shingles of four words, and the scores on ../shared/gold/dev.
 * `--page N` prints what is missed and invented on the page number N.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { cleanText } from '../src/clean/cleaner.ts';
import { readHtml } from '../src/input/html.ts';

const PAGES = new URL('../../shared/benchmarks/web-pages/', import.meta.url);
const GOLD = new URL('../../shared/gold/dev/', import.meta.url);
const CONTENT = new Set(['title', 'heading', 'paragraph', 'list_item']);

/** Elements that stand in a line; all others break it. */
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const UNSEEN = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME HEAD TEXTAREA SELECT OPTION'.split(' '),
);

interface Node {
  readonly nodeType: number;
  readonly tagName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
}

function flatten(html: string): string {
  const lines: string[] = [];
  let line = '';
  const flush = () => {
    const words = line.replace(/\s+/gu, ' ').trim();
    if (words !== '') lines.push(words);
    line = '';
  };
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      line += node.textContent ?? '';
      return;
    }
    if (node.nodeType !== 1) return;
    const tag = (node.tagName ?? '').toUpperCase();
    if (UNSEEN.has(tag)) return;
    const block = !INLINE.has(tag);
    if (block) flush();
    for (const child of node.childNodes) walk(child);
    if (block) flush();
  };
  const { document } = parseHTML(html);
  walk(document.documentElement as unknown as Node);
  flush();
  return lines.join('\n');
}

function shingles(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i + 4 <= Math.max(4, words.length); i++) {
    const key = words.slice(i, i + 4).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function score(found: string, wanted: string): { precision: number; recall: number; f1: number } {
  const a = shingles(found);
  const b = shingles(wanted);
  let hits = 0;
  for (const [key, count] of a) hits += Math.min(count, b.get(key) ?? 0);
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((x, y) => x + y, 0);
  const precision = sum(a) === 0 ? 0 : hits / sum(a);
  const recall = sum(b) === 0 ? 0 : hits / sum(b);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** The content that reader and cleaner find in a page; empty where the reader refuses it. */
function fromHtml(html: string): string {
  try {
    const { text, hints } = readHtml(html);
    return cleanText({ text, title: null, hints })
      .filter(({ kind }) => CONTENT.has(kind) && kind !== 'title')
      .map(({ start, end }) => text.slice(start, end))
      .join('\n');
  } catch {
    return '';
  }
}

function webPages(): void {
  const file = new URL('articles.jsonl', PAGES);
  if (!existsSync(file)) {
    console.log('bench:clean skipped: ../shared/benchmarks/web-pages is not there');
    return;
  }
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row) as { url: string; html_file: string; articleBody: string });
  const only = process.argv.indexOf('--page');
  const ours: ReturnType<typeof score>[] = [];
  const everything: ReturnType<typeof score>[] = [];
  const marked: ReturnType<typeof score>[] = [];
  rows.forEach(({ url, html_file, articleBody }, number) => {
    if (only > 0 && Number(process.argv[only + 1]) !== number) return;
    const html = readFileSync(new URL(html_file, PAGES), 'utf8');
    const text = flatten(html);
    const blocks = cleanText({ text, title: null, hints: null });
    const content = blocks.filter(({ kind }) => CONTENT.has(kind) && kind !== 'title');
    const result = score(
      content.map(({ start, end }) => text.slice(start, end)).join('\n'),
      articleBody,
    );
    ours.push(result);
    everything.push(score(text, articleBody));
    marked.push(score(fromHtml(html), articleBody));
    if (process.argv.includes('--pages'))
      console.log(number, result.precision.toFixed(2), result.recall.toFixed(2), url);
    if (only < 0) return;
    const wanted = shingles(articleBody);
    for (const { start, end, kind, by } of blocks) {
      const words = text.slice(start, end);
      const known = [...shingles(words).keys()];
      const share = known.filter((key) => wanted.has(key)).length / known.length;
      const kept = CONTENT.has(kind);
      const mark = share > 0.5 === kept ? ' ' : kept ? '+' : '-';
      console.log(
        mark,
        kind.padEnd(11),
        (by ?? '').padEnd(24),
        words.slice(0, 110).replaceAll('\n', ' '),
      );
    }
  });
  const mean = (of: 'precision' | 'recall' | 'f1', results: readonly ReturnType<typeof score>[]) =>
    (results.reduce((sum, result) => sum + result[of], 0) / results.length).toFixed(3);
  console.log(`web pages (${rows.length})`.padEnd(44), 'P     R     F1');
  for (const [name, results] of [
    ['cyberbrief, flattened to plain text', ours],
    ['cyberbrief, from HTML', marked],
    ['all text', everything],
  ] as const) {
    console.log(
      name.padEnd(44),
      mean('precision', results),
      mean('recall', results),
      mean('f1', results),
    );
  }
}

function gold(): void {
  if (!existsSync(GOLD)) {
    console.log('bench:clean skipped: ../shared/gold/dev is not there');
    return;
  }
  const counts = new Map<string, [hits: number, found: number, wanted: number]>();
  for (const name of readdirSync(GOLD).filter((each) => each.endsWith('.txt'))) {
    const points = [...readFileSync(new URL(name, GOLD), 'utf8')];
    const text = points.join('');
    const labels = JSON.parse(
      readFileSync(new URL(name.replace(/txt$/u, 'json'), GOLD), 'utf8'),
    ) as {
      blocks: { start: number; end: number; kind: string }[];
    };
    const wanted = labels.blocks.map(({ start, end, kind }) => ({
      start: points.slice(0, start).join('').length,
      end: points.slice(0, end).join('').length,
      kind,
    }));
    const found = cleanText({ text, title: null, hints: null });
    const kinds: Record<string, (kind: string) => boolean> = {
      'content, characters': (kind) => CONTENT.has(kind) && kind !== 'title',
      'furniture, characters': (kind) => kind === 'byline' || kind === 'boilerplate',
    };
    const add = (row: string, hits: number, ours: number, theirs: number) => {
      const sums = counts.get(row) ?? [0, 0, 0];
      counts.set(row, [sums[0] + hits, sums[1] + ours, sums[2] + theirs]);
    };
    for (const [row, of] of Object.entries(kinds)) {
      const cover = (blocks: readonly { start: number; end: number; kind: string }[]) => {
        const at = new Set<number>();
        for (const { start, end, kind } of blocks)
          if (of(kind)) for (let i = start; i < end; i++) at.add(i);
        return at;
      };
      const [a, b] = [cover(found), cover(wanted)];
      add(row, [...a].filter((i) => b.has(i)).length, a.size, b.size);
    }
    const key = ({ start, end, kind }: { start: number; end: number; kind: string }) =>
      `${start} ${end} ${kind}`;
    const keys = new Set(wanted.map(key));
    add(
      'blocks, exact',
      found.filter((block) => keys.has(key(block))).length,
      found.length,
      wanted.length,
    );
  }
  console.log('\nlabelled articles (dev)'.padEnd(45), 'P     R     F1');
  for (const [row, [hits, found, wanted]] of counts) {
    const [p, r] = [hits / found, hits / wanted];
    console.log(
      row.padEnd(44),
      [p, r, (2 * p * r) / (p + r)].map((value) => value.toFixed(3)).join(' '),
    );
  }
}

webPages();
if (!process.argv.includes('--page')) gold();
