import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { main } from '../src/cli/main.ts';
import { TestFolder } from './batch/folder.ts';

/*
 * What nobody would write and somebody will feed in. Every one ends as an article or as a row of
 * errors.csv within its time, and the article among them is read.
 */

const SENTENCE =
  'The ministry said on Monday that 12 agencies in Lisbon had lost $5 million since 2019 and should report to the EU. ';
const SECONDS = 4;

/** A ZIP archive with one file in it. */
function zip(content: string): Buffer {
  const data = deflateRawSync(Buffer.from(content));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(5, 26);
  return Buffer.concat([head, Buffer.from('a.txt'), data]);
}

/** Aliases of aliases of aliases: ten to the ninth values. */
const bomb = Array.from({ length: 9 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [x,x,x,x,x,x,x,x,x,x]'
    : `a${level}: &a${level} [${`*a${level - 1},`.repeat(10).slice(0, -1)}]`,
).join('\n');

/** By file name, with the error's code; null where it is read, undefined where either will do. */
const inputs: Readonly<Record<string, readonly [string | Buffer, (string | null)?]>> = {
  'article.txt': [`A law for ports\n\n${SENTENCE}\n`, null],
  'divs.html': ['<div>'.repeat(1_000_000), 'too_deep'],
  'divs-with-text.html': ['<div>x'.repeat(1_000_000), 'too_deep'],
  'line.txt': [SENTENCE.repeat(50_000).slice(0, 5_000_000)],
  'line-page.html': [`<p>${SENTENCE.repeat(50_000).slice(0, 5_000_000)}`],
  'word.txt': ['a'.repeat(5_000_000)],
  'zip.txt': [zip(SENTENCE.repeat(99)), 'binary'],
  'zip-page.html': [zip(SENTENCE.repeat(99)), 'binary'],
  'nul.txt': [`${SENTENCE.repeat(999)}\0${SENTENCE}`, 'binary'],
  'pdf.txt': [`%PDF-1.4\n${SENTENCE}`, 'binary'],
  'random.txt': [
    Buffer.from(Array.from({ length: 50_000 }, (_, at) => ((at * 7919 + (at >> 3)) % 255) + 1)),
  ],
  'unclosed.html': [`<html><body><p>${SENTENCE}<b><i><a href="x${SENTENCE}`, null],
  'unclosed-tags.html': [`${'<p'.repeat(100_000)}${SENTENCE}`],
  'unclosed-script.html': [`<p>${SENTENCE}<script>${SENTENCE.repeat(999)}`, null],
  'unclosed-comment.html': [`<p>${SENTENCE}<!--${'<!--'.repeat(99_999)}`, null],
  'entities.html': [`<p>${'&amp'.repeat(90_000)}${SENTENCE}`],
  'entities-without-end.html': [`<p>${'&#x'.repeat(1_000_000)}`, 'too_complex'],
  'elements.html': [`<p>${`${SENTENCE}<p>`.repeat(29_000)}`],
  'attributes.html': [`<p ${'a=b '.repeat(300_000)}>${SENTENCE}`],
  'class.html': [`<div class="${'a '.repeat(500_000)}">${SENTENCE}</div>`],
  'json-ld.html': [
    `<script type="application/ld+json">${'['.repeat(200_000)}</script><p>${SENTENCE}`,
  ],
  'marks.txt': [`\u202E${SENTENCE}\u200F\u202C\u2066`.repeat(50), null],
  'accents.txt': [`a${'\u0301'.repeat(1_000_000)} ${SENTENCE}`],
  'spaces.txt': [`${SENTENCE}${' '.repeat(3_000_000)}${SENTENCE}`, null],
  'dots.txt': ['.'.repeat(1_000_000)],
  'digits.txt': ['1,'.repeat(300_000)],
  'address.txt': [`${SENTENCE}//0.A${'PP.P'.repeat(3_000)} ${SENTENCE}`],
  'mojibake.txt': ['Ãƒ'.repeat(1_000_000)],
  'surrogate.txt': [Buffer.from('Some text \xED\xA0\x80 here', 'latin1'), 'encoding'],
  'bomb.md': [`---\n${bomb}\n---\n${SENTENCE}`, 'front_matter'],
  'quotes.md': ['>'.repeat(100_000), 'too_deep'],
  'brackets.md': ['[a]('.repeat(50_000)],
  'lists.md': [Array.from({ length: 1_500 }, (_, at) => `${'  '.repeat(at)}- a\n`).join('')],
  'table.md': [`${'|a'.repeat(100_000)}\n${'|-'.repeat(100_000)}\n`],
};
/** Lines of JSON by id, as they stand. */
const lines: Readonly<Record<string, readonly [string, (string | null)?]>> = {
  half: [`{"id":"half","text":"\\ud800 ${SENTENCE}"}`, 'record'],
  title: [`{"id":"title","title":"\\udfff","text":"${SENTENCE}"}`, 'record'],
  null: [`{"id":"null","text":"a\\u0000b"}`, 'binary'],
  'lines:4': ['['.repeat(100_000), 'json'],
  __proto__x: [`{"__proto__":{"x":1},"id":"__proto__x","text":"${SENTENCE}"}`, null],
  prototype: [`{"id":"prototype","text":"${SENTENCE}"}`, null],
};

let folder: TestFolder;
let status: number;
beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  folder = new TestFolder();
  for (const [name, [content]] of Object.entries(inputs)) folder.put(`in/${name}`, content);
  const all = Object.values(lines).map(([line]) => line);
  folder.put('in/lines.jsonl', `${all.join('\n')}\n`);
  const config = folder.put('config.json', JSON.stringify({ run: { timeout_seconds: SECONDS } }));
  const where = ['--out', folder.at('out'), '--config', config, '--workers', '1'];
  status = await main(['run', folder.at('in'), ...where]);
  vi.restoreAllMocks();
}, 600_000);
afterAll(() => folder.remove());

test('nothing stops the run', () => {
  expect(status).toBe(1);
  const done = folder.table('out/articles.csv').length + folder.table('out/errors.csv').length;
  expect(done).toBe(Object.keys(inputs).length + Object.keys(lines).length);
});

const expected = [
  ...Object.entries(inputs).map(([name, [, error]]) => [`${name}`, error] as const),
  ...Object.entries(lines).map(([id, [, error]]) => [id, error] as const),
];
test.each(expected)('%s ends as %s', (name, error) => {
  const ids = (table: string) =>
    folder.table(`out/${table}.csv`).filter((row) => {
      const isLine = row.path ? row.path.includes('.jsonl') : row.article_id! in lines;
      return isLine ? row.article_id === name : row.path?.endsWith(`/${name}`);
    });
  const found = ids('errors')[0];
  const known = [
    'timeout',
    'encoding',
    'empty',
    'unreadable',
    'too_complex',
    'too_deep',
    undefined,
  ];
  if (error === undefined) expect(known).toContain(found?.error);
  else expect(found?.error ?? null).toBe(error);
});

test('what was read keeps every mark of the text where it stands', () => {
  const points = [...folder.read('in/marks.txt')];
  const file = JSON.parse(folder.read('out/articles/marks.json'));
  expect(file.entities.length).toBeGreaterThan(0);
  for (const { start, end, text: words } of file.entities) {
    expect(points.slice(start, end).join('')).toBe(words);
  }
});
