import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
