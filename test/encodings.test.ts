import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../src/cli/main.ts';
import { declaredEncoding } from '../src/input/declared-encoding.ts';
import { decode } from '../src/input/decode.ts';
import { repairMojibake } from '../src/input/mojibake.ts';
import { characterOf } from '../src/input/windows-1252.ts';
import { TestFolder } from './batch/folder.ts';

const ARTICLE = `A café’s lesson

The ministry said on Monday that €5 million – half of last year’s budget – was lost when “São Jorge” was hit. Señor Núñez, its director, called it a naïve plan. Portugal should set up a joint watch with Spain.
`;

/** The text's bytes in windows-1252, which it must fit. */
const toWindows1252 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((character) => {
      const byte = Array.from({ length: 256 }, (_, each) => each).find(
        (each) => characterOf(each) === character,
      );
      if (byte === undefined) throw new Error(`${character} is not of windows-1252`);
      return byte;
    }),
  );
const misread = (text: string): string => [...Buffer.from(text)].map(characterOf).join('');
const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const page = (head: string) =>
  `<html><head>${head}</head><body><h1>Café</h1><p>Über ${'Ärger '.repeat(9)}</p></body></html>`;

describe('the bytes of a file', () => {
  test('in UTF-8 are the text as they stand', () => {
    expect(decode(Buffer.from(ARTICLE))).toEqual({ text: ARTICLE, reading: null });
  });

  test.each<[string, Buffer, string, string]>([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${ARTICLE}`), 'utf-8', 'byte_order_mark'],
    ['UTF-16 with a mark', utf16(`\uFEFF${ARTICLE}`, false), 'utf-16le', 'byte_order_mark'],
    ['big-endian UTF-16', utf16(`\uFEFF${ARTICLE}`, true), 'utf-16be', 'byte_order_mark'],
    ['UTF-16 without a mark', utf16(ARTICLE, false), 'utf-16le', 'bytes'],
    ['the same, big-endian', utf16(ARTICLE, true), 'utf-16be', 'bytes'],
    ['windows-1252', toWindows1252(ARTICLE), 'windows-1252', 'bytes'],
  ])('in %s are read so, and it is told', (_name, bytes, encoding, encoding_from) => {
    expect(decode(bytes)).toEqual({ text: ARTICLE, reading: { encoding, encoding_from } });
  });

  test('in what a page declares are read so', () => {
    const read = (bytes: Buffer) => decode(bytes, declaredEncoding);
    for (const head of [
      '<meta charset="ISO-8859-1">',
      "<META http-equiv='Content-Type' content='text/html; charset=windows-1252'>",
    ]) {
      const text = page(head);
      expect(read(Buffer.from(text, 'latin1'))).toEqual({
        text,
        reading: { encoding: 'windows-1252', encoding_from: 'declared' },
      });
    }
    const russian = page('<meta charset=windows-1251>').replace('Café', '\u00C8\u00EC\u00FF');
    expect(read(Buffer.from(russian, 'latin1')).text).toContain('<h1>Имя</h1>');
    const xml = `<?xml version="1.0" encoding="shift_jis"?><p>\x93\xFA\x96\x7B</p>`;
    expect(read(Buffer.from(xml, 'latin1')).text).toContain('<p>日本</p>');
  });

  test('in UTF-8 are not taken for what an old declaration says; one in a comment is none', () => {
    const text = page('<meta charset="iso-8859-1">');
    expect(decode(Buffer.from(text), declaredEncoding)).toEqual({
      text,
      reading: { encoding: 'utf-8', encoding_from: 'bytes', declared: 'iso-8859-1' },
    });
    expect(declaredEncoding(Buffer.from('<!-- <meta charset=gbk> --><meta charset=big5>'))).toBe(
      'big5',
    );
    expect(declaredEncoding(Buffer.from('<p>charset=gbk'))).toBeNull();
  });

  const words = 'The plan of the port was read and sent on to the minister. '.repeat(9);
  test.each<[string, number[] | string, string]>([
    ['odd UTF-16', [0xff, 0xfe, 0x41], 'is not UTF-16LE, as its byte-order mark says'],
    ['half a pair in UTF-16', [0xff, 0xfe, 0x00, 0xd8, 0x41, 0], 'is not UTF-16LE'],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0], 'UTF-32, which is not read'],
    ['a mark of UTF-8 and no UTF-8', [0xef, 0xbb, 0xbf, 0x41, 0xff], 'byte 4 fits no character'],
    ['a short word in Latin-1', 'Un trait\xE9 x', 'is not UTF-8: byte 8'],
    ['a byte that is no character', `${words}caf\x81`, 'is not UTF-8'],
    ['two encodings', `${words}caf\xE9 and caf\xC3\xA9`, 'is not UTF-8'],
    ['letters of another alphabet', `${words}\xCF\xF0\xE8\xE2\xE5\xF2`, 'is not UTF-8'],
    ['a stray byte', `${words}here\xFF there`, 'is not UTF-8'],
    ['a cut character', `${words}caf\xC3`, 'is not UTF-8'],
    ['byte 0', `${words}\0`, 'is no text: byte'],
    ['a PDF', '%PDF-1.7 obj stream', 'it begins as a PDF does'],
    ['control characters', '\x01\x02\x03\x04\x05\x06 beep', 'it has 6 control characters'],
  ])('that are %s are an error', (_name, bytes, message) => {
    const made = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes);
    expect(() => decode(made)).toThrow(message);
  });

  test('that are not what a page declares are an error', () => {
    const read = (text: string) => decode(Buffer.from(text, 'latin1'), declaredEncoding);
    expect(() => read('<meta charset=windows-1252>caf\x81')).toThrow('byte 30 is no character');
    expect(() => read('<meta charset=gbk>\xFF\xFF')).toThrow(
      'is not gbk, as it declares, nor UTF-8',
    );
    expect(() => read('<meta charset=klingon>caf\xE9')).toThrow('"klingon", which is not known');
    expect(() => read('<meta charset=utf-8>caf\xE9')).toThrow('is not UTF-8: byte 23');
  });
});

describe('mojibake', () => {
  test.each([
    '“It’s €5 – she said…” — the café’s naïve Señor, £20, 40°',
    'Dvořák, Beneš, Erdoğan, Łódź, Kovačić, Škoda',
    'ESPAÑA, CAFÉ, São Paulo “João”',
    'Привет, мир и я',
    'Ελλάδα και Κύπρος',
    'Việt Nam, Trần Đức Thảo',
    '😀 ✓ ﬁle',
    '北京的安全。',
  ])('is repaired, misread once or twice: %s', (text) => {
    expect(repairMojibake(misread(text))?.text).toBe(text);
    expect(repairMojibake(misread(misread(text)))?.text).toBe(text);
    expect(repairMojibake(text)).toBeNull();
  });

  test('of several alphabets is repaired where they stand together', () => {
    const text = '日本のサイバー、「安全」';
    expect(repairMojibake(misread(text))?.text).toBe(text);
  });

  test.each([
    'née”—then, Noé’…, É’',
    'Bogotá»… «Bogotá»—dijo',
    'CAFÉ” and “IRMÃ” said',
    'Spaß“ und Fuß…',
    'the letter “Ä” and à “la',
    'a lost one: â€ stays, and Â too',
  ])('is not what only looks like it: %s', (text) => {
    expect(repairMojibake(text)).toBeNull();
  });

  test('that is a control character of Latin-1 is the sign of windows-1252', () => {
    expect(repairMojibake('it\u0092s \u0093so\u0094\u0085')?.text).toBe('it’s “so”…');
    expect(repairMojibake('one\n\u0085two')).toBeNull();
  });

  test('is told with its places and its commonest forms', () => {
    const text = `${misread('It’s ')}${misread('it’s ')}${misread('café')}`;
    expect(decode(Buffer.from(text)).reading).toEqual({
      encoding: 'utf-8',
      encoding_from: 'bytes',
      repaired: 3,
      repairs: [
        { was: 'â€™', now: '’', places: 2 },
        { was: 'Ã©', now: 'é', places: 1 },
      ],
    });
  });
});

describe('a run', () => {
  let folder: TestFolder;
  let told = '';
  beforeEach(() => {
    folder = new TestFolder();
    told = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      told += text;
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    folder.remove();
  });

  test('writes the text that offsets point into, where it is not the file itself, and what was done', async () => {
    const line = (id: string, text: string) => JSON.stringify({ id, text });
    folder.put('in/plain.txt', ARTICLE);
    folder.put('in/marked.txt', `\uFEFF${ARTICLE}`);
    folder.put('in/ansi.txt', toWindows1252(ARTICLE));
    folder.put('in/wide.txt', utf16(`\uFEFF${ARTICLE}`, false));
    folder.put('in/garbled.txt', misread(ARTICLE));
    folder.put('in/lines.jsonl', `${line('line', ARTICLE)}\n${line('bad', misread(ARTICLE))}\n`);
    expect(await main(['run', folder.at('in'), '--out', folder.at('out')]), told).toBe(0);
    const rows = folder.table('out/articles.csv');
    expect(rows.map((row) => [row.article_id, row.encoding, row.repaired])).toEqual([
      ['ansi', 'windows-1252', '0'],
      ['garbled', 'utf-8', '11'],
      ['line', 'utf-8', '0'],
      ['bad', 'utf-8', '11'],
      ['marked', 'utf-8', '0'],
      ['plain', 'utf-8', '0'],
      ['wide', 'utf-16le', '0'],
    ]);
    const names = Object.keys(folder.snapshot('out/articles'));
    expect(names.filter((name) => name.endsWith('.txt'))).toEqual([
      'ansi.txt',
      'bad.txt',
      'garbled.txt',
      'wide.txt',
    ]);
    for (const id of ['ansi', 'bad', 'garbled', 'wide']) {
      expect(folder.read(`out/articles/${id}.txt`)).toBe(ARTICLE);
    }
    const plain = JSON.parse(folder.read('out/articles/plain.json'));
    expect(plain.reading).toBeUndefined();
    for (const id of ['ansi', 'garbled', 'marked', 'wide']) {
      const file = JSON.parse(folder.read(`out/articles/${id}.json`));
      expect(file.reading.encoding).toBe(rows.find((row) => row.article_id === id)!.encoding);
      expect(file.entities).toEqual(plain.entities);
    }
  });
});
