import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ReadDocument } from '../src/input/document.ts';
import { readHtml } from '../src/input/html.ts';
import { readMarkdown } from '../src/input/markdown.ts';

const blocks = ({ text, hints }: ReadDocument) =>
  hints!.map(({ start, end, kind }) => [kind, text.slice(start, end)] as const);

/** The blocks that a person wrote down for an article of the corpus, in order. */
function labelled(id: string): (readonly [string, string])[] {
  const path = new URL(`../fixtures/${id}.json`, import.meta.url);
  const { blocks } = JSON.parse(readFileSync(path, 'utf8')) as {
    blocks: { kind: string; text: string }[];
  };
  return blocks.map(({ kind, text }) => [kind, text]);
}

const corpus = (name: string) =>
  readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8');

const PARAGRAPH =
  'The ministry said that twelve agencies had been told to report every incident within a day, and that those which fail will lose their budget for training, for travel and for consultants until they comply.';
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>A law for ports | The Gazette</title>${head}</head><body>${body}</body></html>`;
const article = (inner: string) =>
  `<nav><ul><li><a href="/">Home</a></li></ul></nav><main><article><h1>A law for ports</h1>${inner}<p>${PARAGRAPH}</p><p>${PARAGRAPH} Twice.</p></article></main><footer><p>All rights reserved.</p></footer>`;

describe('a web page', () => {
  test('of the corpus gives the blocks that a person sees in it', () => {
    const read = readHtml(corpus('eu-directive.html'));
    expect(blocks(read)).toEqual(labelled('eu-directive'));
    expect(read.metadata).toMatchObject({
      title: 'Nineteen capitals are late with the NIS2 Directive. Here is how they can catch up',
      published: '2025-05-12',
      url: 'https://brussels-ledger.example/policy/nis2-late-capitals',
      source: 'Brussels Ledger',
    });
  });

  test('keeps lists, tables and headings, never glues blocks, and keeps furniture as furniture', () => {
    const found = blocks(
      readHtml(
        page(
          article(
            `<p>${PARAGRAPH} Once.</p><h2>What to do</h2><ul><li>Count the <b>cranes</b>.<li>Lock the gates.</ul><table><tr><th>Port<th>Cranes</tr><tr><td>Gdansk<td>40</tr></table><p>One<br>two</p><figure><figcaption>A crane. Photo: Ann Lee</figcaption></figure><script>var x = "no text";</script><p style="display: none">hidden</p>`,
          ),
        ),
      ),
    );
    expect(found).toContainEqual(['title', 'A law for ports']);
    expect(found).toContainEqual(['heading', 'What to do']);
    expect(found).toContainEqual(['list_item', 'Count the cranes.']);
    expect(found).toContainEqual(['list_item', 'Lock the gates.']);
    expect(found).toContainEqual(['paragraph', 'Port | Cranes']);
    expect(found).toContainEqual(['paragraph', 'Gdansk | 40']);
    expect(found).toContainEqual(['paragraph', 'One\ntwo']);
    expect(found).toContainEqual(['boilerplate', 'A crane. Photo: Ann Lee']);
    expect(found).toContainEqual(['boilerplate', 'Home']);
    expect(found).toContainEqual(['boilerplate', 'All rights reserved.']);
    expect(found.map(([, text]) => text).join()).not.toMatch(/no text|hidden/);
  });

  test('takes the publication date, never that of a change, and only a day that there is', () => {
    const published = (head: string) => readHtml(page(article(''), head)).metadata.published;
    expect(
      published('<meta property="article:published_time" content="2024-03-01T23:30:00-05:00">'),
    ).toBe('2024-03-01');
    expect(
      published('<meta property="article:modified_time" content="2024-03-09">'),
    ).toBeUndefined();
    expect(published('<meta name="date" content="2024-02-30">')).toBeUndefined();
    expect(
      published(
        '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"h","datePublished":"2024-05-06T01:00Z","dateModified":"2024-05-09"}]}</script>',
      ),
    ).toBe('2024-05-06');
  });

  test('that is hostile ends soon, with a reason where it cannot be read', () => {
    expect(() => readHtml('<div>'.repeat(1_000_000))).toThrow('nests more than 256 elements');
    expect(() => readHtml('<p>x'.repeat(100_000))).toThrow('has more than 30000 elements');
    expect(() => readHtml('&#x'.repeat(1_000_000))).toThrow('has more than 100000 entities');
    expect(() => readHtml('<!--'.repeat(10_000))).toThrow('shows no text');
    expect(readHtml('<'.repeat(100_000)).text).toHaveLength(100_001);
    expect(readHtml(`<p>${'word '.repeat(200_000)}`).hints).toHaveLength(1);
    expect(blocks(readHtml('<p>R&D, 3 < 4 & <b>unclosed'))).toEqual([
      ['paragraph', 'R&D, 3 < 4 & unclosed'],
    ]);
  });
});

describe('Markdown', () => {
  test('of the corpus gives the blocks that a person sees in it; only the cleaner can know a byline', () => {
    const read = readMarkdown(corpus('ransomware-markdown.md'));
    const told = labelled('ransomware-markdown').map(([kind, text]) => [
      kind === 'byline' || text.startsWith('Tobias Renner is') ? 'paragraph' : kind,
      text,
    ]);
    expect(blocks(read)).toEqual(told);
    expect(read.metadata.published).toBe('2024-06-03');
  });

  test('front matter in YAML or TOML is metadata, and what cannot be parsed is told', () => {
    expect(
      readMarkdown('+++\ntitle = "Ports"\ndate = 2020-01-13T04:50:27Z\n+++\n\nText.').metadata,
    ).toMatchObject({ title: 'Ports', published: '2020-01-13' });
    expect(
      readMarkdown('---\ntitle: Ports\ndate: 2020-13-01\n---\n\nText.').metadata.published,
    ).toBeUndefined();
    expect(() => readMarkdown('---\n"title: [\n---\n\nText.')).toThrow('front matter');
  });

  test('mark-up is no text', () => {
    expect(
      blocks(
        readMarkdown(
          '# Ports\n\nA *law* for [ports](https://example.org) `now`.[^1]\nWrapped ![crane](c.png)line.\n\n> Quoted.\n\n3. Third\n   - inner\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.\n',
        ),
      ),
    ).toEqual([
      ['title', 'Ports'],
      ['paragraph', 'A law for ports now. Wrapped line.'],
      ['paragraph', 'Quoted.'],
      ['list_item', 'Third'],
      ['list_item', 'inner'],
      ['paragraph', 'a | b'],
      ['paragraph', '1 | 2'],
      ['boilerplate', 'A note.'],
    ]);
  });
});

test('hints cover all text, in order, inside the text', () => {
  for (const read of [
    readHtml(corpus('eu-directive.html')),
    readMarkdown(corpus('ransomware-markdown.md')),
  ]) {
    let last = 0;
    for (const { start, end } of read.hints!) {
      expect(read.text.slice(last, start).trim()).toBe('');
      expect(end).toBeGreaterThan(start);
      last = end;
    }
    expect(read.text.slice(last).trim()).toBe('');
  }
});
