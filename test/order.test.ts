import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Article, Source } from '../src/article/article.ts';
import { toArticleFile } from '../src/article/article-file.ts';
import { type ArticleInput, createPipeline } from '../src/create-pipeline.ts';

/*
 * What is found in an article must not hang on the articles read before it: the pipeline remembers
 * words and what they mean to its tables, and none of that may be of one article alone.
 */

const folder = new URL('../corpus/', import.meta.url);
const articles: ArticleInput[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({
    id: name,
    text: readFileSync(new URL(name, folder), 'utf8'),
    published: '2024-06-03',
  }));

test('an article gives the same alone, in any order, and again', () => {
  const pipeline = createPipeline();
  const first = articles.map((article) => JSON.stringify(pipeline.run(article)));
  const again = articles.map((article) => JSON.stringify(pipeline.run(article)));
  const backwards = createPipeline();
  const reversed = [...articles]
    .reverse()
    .map((article) => JSON.stringify(backwards.run(article)))
    .reverse();
  expect(again).toEqual(first);
  expect(reversed).toEqual(first);
  for (const place of [0, Math.floor(articles.length / 2), articles.length - 1]) {
    expect(JSON.stringify(createPipeline().run(articles[place]!))).toBe(first[place]);
  }
});

/** So many words that were never seen, in short sentences. */
const strange = (count: number): ArticleInput => ({
  id: 'strange',
  text: Array.from(
    { length: count },
    (_, at) => `q${at.toString(36)}x${at % 20 ? '' : '.\n'}`,
  ).join(' '),
});

test('an article gives the same after words are forgotten, and where there is no room for more', () => {
  const pipeline = createPipeline();
  const first = articles.map((article) => JSON.stringify(pipeline.run(article)));
  for (const count of [30_000, 110_000]) {
    pipeline.run(strange(count));
    expect(articles.map((article) => JSON.stringify(pipeline.run(article)))).toEqual(first);
  }
  const sourceOf = ({ id, text, published }: ArticleInput): Source => ({
    ...{ id, text, published: published ?? null, title: null, url: null, source: null },
    ...{ sha256: '', hints: null },
  });
  const { raw } = createPipeline();
  const all = (list: readonly ArticleInput[]) =>
    raw
      .runAll(list.map(sourceOf))
      .map((article) => JSON.stringify(toArticleFile(article as Article)));
  expect(all([strange(110_000), ...articles]).slice(1)).toEqual(all(articles));
});
