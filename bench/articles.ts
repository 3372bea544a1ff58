import { readdirSync, readFileSync } from 'node:fs';
import type { Source } from '../src/article/article.ts';

/** The plain-text articles of the corpus, as the pipeline takes them. */
export const corpusArticles = (): Source[] => articlesIn(new URL('../corpus/', import.meta.url));

/** The plain-text articles of a folder. */
export function articlesIn(folder: URL): Source[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      id: name.slice(0, -4),
      text: readFileSync(new URL(name, folder), 'utf8'),
      sha256: '',
      hints: null,
      title: null,
      published: '2024-06-03',
      url: null,
      source: null,
    }));
}

/** Prints rows as a table whose columns are as wide as they must be. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  for (const row of [header, ...rows]) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    );
    process.stdout.write(`${cells.join('  ')}\n`);
  }
}
