import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { expect, test } from 'vitest';

const STAGES = [
  'clean',
  'about',
  'sentences',
  'entities',
  'dates',
  'figures',
  'lists',
  'recommendations',
];

/** Which rooms a room may import from, besides itself; files at the top may import from all. */
const MAY: Record<string, readonly string[]> = {
  kernel: [],
  language: ['kernel'],
  article: ['kernel', 'language'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['kernel', 'language', 'article']])),
  input: ['kernel', 'article'],
  output: ['kernel', 'article'],
  interchange: ['kernel', 'article'],
};

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const imports = files('src').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map((match) => ({
    file: relative('src', file),
    target: relative('src', posix.join(dirname(file), match[1]!)),
  })),
);
const room = (path: string) => (path.includes('/') ? path.split('/')[0]! : '');

test('rooms import only from the rooms below them', () => {
  const wrong = imports.filter(({ file, target }) => {
    const from = room(file);
    const to = room(target);
    return from in MAY && from !== to && !MAY[from]!.includes(to);
  });
  expect(wrong).toEqual([]);
});

test('only the command line, reading and writing touch files', () => {
  const touching = files('src').filter((file) => /from 'node:fs/.test(readFileSync(file, 'utf8')));
  const allowed = ['input', 'output', 'run', 'cli', 'evaluate'];
  const wrong = touching
    .map((file) => relative('src', file))
    .filter((file) => !allowed.includes(room(file)) && file !== 'config.ts');
  expect(wrong).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const graph = new Map<string, string[]>();
  for (const { file, target } of imports) graph.set(file, [...(graph.get(file) ?? []), target]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    expect(path, [...path, file].join(' -> ')).not.toContain(file);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
});
