import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileList, type FoundFile } from '../src/input/file-list.ts';
import { Ids } from '../src/run/ids.ts';

/* What a run remembers of every article is kept in bytes; it has to be what was put in. */

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/[/\\\0]|^\.{1,2}$|\.(?:txt|md|html?|jsonl|ndjson)$/i.test(text));

describe('a list of files', () => {
  const folders = fc.array(name, { maxLength: 3 }).map((parts) => parts.join('/'));
  const found = fc.record({
    base: fc.constantFrom('in', '/data/in', 'a/b'),
    folder: folders,
    name,
    ending: fc.constantFrom('.txt', '.md', '.HTM', '.jsonl'),
  });

  test('gives the files back in their order, as often as it is asked', () => {
    fc.assert(
      fc.property(fc.array(found, { maxLength: 30 }), (all) => {
        const list = new FileList();
        const expected: FoundFile[] = all.map(({ base, folder, name, ending }) => {
          const id = folder === '' ? name : `${folder}/${name}`;
          const path = `${base}/${id}${ending}`;
          list.add(path, base);
          const formats = { '.txt': 'text', '.md': 'markdown', '.HTM': 'html', '.jsonl': 'lines' };
          return { path, id, format: formats[ending] as FoundFile['format'] };
        });
        expect([...list]).toEqual(expected);
        expect([...list]).toEqual(expected);
        expect(list.length).toBe(all.length);
        expect(list.exact).toBe(all.every(({ ending }) => ending !== '.jsonl'));
      }),
    );
  });
});

describe('the ids of a run', () => {
  const document = fc.oneof(
    fc.record({ id: name, stem: fc.constantFrom('in/', 'other/') }).map(({ id, stem }) => ({
      id,
      path: `${stem}${id}.txt`,
    })),
    fc.record({ id: name, line: fc.nat(500) }).map(({ id, line }) => ({
      id,
      path: `in/lines.jsonl:${line}`,
    })),
  );

  test('are taken once, and who asks for one again is told by whom', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 60 }), (documents) => {
        const ids = new Ids();
        const taken = new Map<string, string>();
        for (const { id, path } of documents) {
          expect(ids.has(id)).toBe(taken.has(id));
          const told = ids.take({ id, path })?.message;
          const by = taken.get(id);
          expect(told).toBe(
            by === undefined ? undefined : `the id ${JSON.stringify(id)} is taken by ${by}`,
          );
          if (by === undefined) taken.set(id, path);
        }
      }),
    );
  });

  test('are as many as there are, also those whose records fill pages', () => {
    const ids = new Ids();
    const idOf = (number: number) => `${number % 100}/${'long'.repeat(15)}/article-${number}`;
    for (let number = 0; number < 40_000; number++) {
      const id = idOf(number);
      expect(ids.take({ id, path: `in/${id}.txt` })).toBeNull();
    }
    for (let number = 0; number < 40_000; number += 13) expect(ids.has(idOf(number))).toBe(true);
    expect(ids.has(idOf(40_000))).toBe(false);
    const huge = 'x'.repeat(3_000_000);
    expect(ids.take({ id: 'huge', path: huge })).toBeNull();
    expect(ids.take({ id: 'after', path: 'in/after.txt' })).toBeNull();
    expect(ids.take({ id: 'huge', path: '' })?.message).toBe(`the id "huge" is taken by ${huge}`);
    expect(ids.take({ id: 'after', path: '' })?.message).toBe(
      'the id "after" is taken by in/after.txt',
    );
  });
});
