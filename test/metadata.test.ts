import { describe, expect, test } from 'vitest';
import { toArticleFile } from '../src/article/article-file.ts';
import type { ArticleFile } from '../src/article/schema.ts';
import { createPipeline } from '../src/create-pipeline.ts';
import type { Format, GivenMetadata } from '../src/input/document.ts';
import { readSource } from '../src/input/read.ts';

const pipeline = createPipeline().raw;

async function read(text: string, format: Format, given: GivenMetadata = {}): Promise<ArticleFile> {
  const bytes = Buffer.from(text);
  const source = await readSource({ id: 'a', path: 'a', format, bytes, given });
  return toArticleFile(pipeline.run(source));
}

const PARAGRAPH =
  'The ministry said that twelve agencies had been told to report every incident within a day, and that those which fail will lose their budget for training, for travel and for consultants until they comply.';
const page = (head: string, body = '') =>
  read(
    `<html><head><title>A law for ports | The Gazette</title>${head}</head><body><article><h1>A law for ports</h1>${body}<p>${PARAGRAPH}</p><p>${PARAGRAPH} Twice.</p></article></body></html>`,
    'html',
  );
const linked = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script>`;
const META =
  '<meta name="author" content="Ben Lee"><meta property="article:published_time" content="2024-05-03"><meta property="article:modified_time" content="2024-05-08"><meta property="og:title" content="Ports: a law">';
const BYLINE = '<p class="byline">By Mei Tan</p><p class="byline">Published: 1 May 2024</p>';

describe('metadata is believed in the order of its sources, and tells its own', () => {
  test('what is given, above all', async () => {
    const given = { title: 'Ours', published: '2020-01-01', authors: ['the desk'] };
    expect(
      await read(`---\ntitle: Theirs\ndate: 2019-01-01\n---\n\n${PARAGRAPH}`, 'markdown', given),
    ).toMatchObject({
      title: 'Ours',
      published: '2020-01-01',
      authors: ['the desk'],
      metadata_from: { title: 'given', published: 'given', authors: 'given' },
    });
  });

  test('front matter, of Markdown and where it was left in the text', async () => {
    const matter = `---\ntitle: Ports shut\ndate: 2021-05-03\nauthor: Ana Reyes\nlastmod: 2021-06-01\n---\n\n${PARAGRAPH}\n\nBy Mei Tan\n`;
    for (const format of ['markdown', 'text'] as const) {
      expect(await read(matter, format), format).toMatchObject({
        title: 'Ports shut',
        published: '2021-05-03',
        modified: '2021-06-01',
        authors: ['Ana Reyes'],
        metadata_from: {
          title: 'front_matter',
          published: 'front_matter',
          modified: 'front_matter',
          authors: 'front_matter',
        },
      });
    }
  });

  test('JSON-LD, then meta tags, then elements, then the byline', async () => {
    const told = {
      headline: 'A law for ports, at last',
      datePublished: '2024-05-02T10:00:00Z',
      dateModified: '2024-05-09',
      author: [{ '@type': 'Person', name: 'Ana Reyes' }],
    };
    expect(await page(linked(told) + META, BYLINE)).toMatchObject({
      title: told.headline,
      published: '2024-05-02',
      modified: '2024-05-09',
      authors: ['Ana Reyes'],
      metadata_from: {
        title: 'json_ld',
        published: 'json_ld',
        modified: 'json_ld',
        authors: 'json_ld',
      },
    });
    expect(await page(META, BYLINE)).toMatchObject({
      title: 'Ports: a law',
      published: '2024-05-03',
      modified: '2024-05-08',
      authors: ['Ben Lee'],
      metadata_from: { title: 'meta', published: 'meta', modified: 'meta', authors: 'meta' },
    });
    expect(
      await page('', '<header><time datetime="2024-05-05">5 May</time></header>'),
    ).toMatchObject({
      published: '2024-05-05',
      metadata_from: { title: 'page', published: 'page' },
    });
    expect(await page('', BYLINE)).toMatchObject({
      published: '2024-05-01',
      authors: ['Mei Tan'],
      metadata_from: { published: 'byline', authors: 'byline' },
    });
  });

  test('the nodes of a graph are followed, and an organization is no author', async () => {
    const graph = [
      { '@type': 'WebPage', '@id': '#page', datePublished: '2020-01-01' },
      {
        '@type': 'Article',
        headline: 'Ports',
        datePublished: '2024-05-02',
        author: { '@id': '#ana' },
        publisher: { '@id': '#gazette' },
      },
      { '@type': 'Person', '@id': '#ana', name: 'Ana Reyes' },
      { '@type': 'Organization', '@id': '#gazette', name: 'The Gazette' },
    ];
    expect(await page(linked({ '@type': 'Thing', '@graph': graph }))).toMatchObject({
      published: '2024-05-02',
      authors: ['Ana Reyes'],
      source: 'The Gazette',
    });
    const odd = {
      headline: 'Ports &amp; law: it isn&#8217;t <done>',
      author: ['ANA REYES', 'Gazette Media'],
    };
    expect(await page(linked(odd))).toMatchObject({
      title: 'Ports & law: it isn’t <done>',
      authors: ['Ana Reyes'],
    });
    const desk = { headline: 'Ports', author: { '@type': 'Organization', name: 'Gazette Desk' } };
    expect((await page(linked(desk))).authors).toEqual([]);
  });

  test('of several articles that of the page itself, not the first', async () => {
    const other = linked({
      headline: 'Another',
      datePublished: '2021-01-01',
      url: 'https://g.example/b',
    });
    const own = linked({
      headline: 'Ours',
      datePublished: '2024-05-02',
      url: 'https://g.example/a',
    });
    const canonical = '<link rel="canonical" href="https://g.example/a">';
    expect(await page(canonical + other + own)).toMatchObject({
      title: 'Ours',
      published: '2024-05-02',
    });
  });

  test('a dateline with its year, where nothing else tells', async () => {
    expect(
      await read(`A law for ports\n\nLISBON, May 4, 2023 — ${PARAGRAPH}\n`, 'text'),
    ).toMatchObject({
      published: '2023-05-04',
      metadata_from: { published: 'dateline' },
    });
  });

  test('what nothing tells is null', async () => {
    const file = await read(`${PARAGRAPH}\n\n${PARAGRAPH} Twice.\n`, 'text');
    expect(file).toMatchObject({ published: null, modified: null, authors: [] });
    expect(file.metadata_from).not.toHaveProperty('published');
  });
});

describe('never taken for the day of publication', () => {
  test('that of a change', async () => {
    const head = '<meta property="article:modified_time" content="2024-05-09">';
    expect(await page(head)).toMatchObject({ published: null, modified: '2024-05-09' });
    expect(await page('', '<p class="byline">Last updated: 9 May 2024</p>')).toMatchObject({
      published: null,
      modified: '2024-05-09',
    });
  });

  test("a comment's, or that of another article that is listed", async () => {
    const time = '<time class="published" datetime="2024-06-01">June</time>';
    for (const body of [
      `<div class="comment-list">${time}</div>`,
      `<div id="comments"><div>${time}</div></div>`,
      `<div itemscope itemtype="https://schema.org/Comment"><meta itemprop="datePublished" content="2024-06-01"></div>`,
      `<aside>${time}</aside>`,
      `<div class="related">${time}</div>`,
    ]) {
      expect((await page('', body)).published, body).toBeNull();
    }
  });

  test('one long after the last change, or after what the text states', async () => {
    const head = (published: string) =>
      `<meta property="article:published_time" content="${published}"><meta property="article:modified_time" content="2024-05-09">`;
    expect((await page(head('2031-05-02'))).published).toBeNull();
    expect((await page(head('2024-05-11'))).published).toBe('2024-05-11');
    expect(await page('<meta name="date" content="2031-05-02">', BYLINE)).toMatchObject({
      published: '2024-05-01',
      metadata_from: { published: 'byline' },
    });
  });

  test('a placeholder', async () => {
    for (const day of ['1970-01-01', '0001-01-01', '9999-12-31']) {
      expect((await page(`<meta name="date" content="${day}">`)).published, day).toBeNull();
    }
  });
});
