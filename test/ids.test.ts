import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entitiesOf } from '../src/article/entities.ts';
import { entityTypes, type Mention } from '../src/article/schema.ts';
import { defaultConfig } from '../src/config.ts';
import { run } from '../src/run/run.ts';
import { TestFolder } from './batch/folder.ts';

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder();
});
afterEach(() => folder.remove());

const corpus = readdirSync('corpus')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: readFileSync(`corpus/${name}`, 'utf8') }));
const tables = ['articles', 'sentences', 'entities', 'mentions', 'figures', 'dates'] as const;
type Rows = Record<(typeof tables)[number], Record<string, string>[]>;

/** The rows of one article, after a run over all that stands in `in`. */
async function rowsOf(id: string, out: string): Promise<Rows> {
  const options = { inputs: [folder.at('in')], out: folder.at(out), config: defaultConfig };
  await run({ ...options, workers: 1 }, { found() {}, done() {}, failed() {} });
  const rows = tables.map((name) => [
    name,
    folder.table(`${out}/${name}.csv`).filter((row) => row.article_id === id),
  ]);
  return Object.fromEntries(rows) as Rows;
}

describe('ids', () => {
  const [first, second, third] = corpus as [
    (typeof corpus)[number],
    (typeof corpus)[number],
    (typeof corpus)[number],
  ];

  test('are the same again, and whatever other articles there are', async () => {
    folder.put('in/m.txt', first.text);
    const alone = await rowsOf('m', 'out');
    expect(alone.mentions.length).toBeGreaterThan(10);
    expect(await rowsOf('m', 'again')).toEqual(alone);
    folder.put('in/a.txt', second.text);
    folder.put('in/z.txt', third.text);
    expect(await rowsOf('m', 'out')).toEqual(alone);
    folder.put('in/a.txt', third.text);
    expect(await rowsOf('m', 'out')).toEqual(alone);
  });

  test('of entities stay as they are where the article is changed elsewhere', async () => {
    folder.put('in/m.txt', first.text);
    const before = await rowsOf('m', 'before');
    const added =
      'Officials in Reykjavik and Ulaanbaatar met on 3 May 2021. Iceland sent 14 engineers to Mongolia.';
    const [head = '', ...paragraphs] = first.text.split('\n\n');
    const places: readonly (readonly [string, string])[] = [
      ['front', [head, added, ...paragraphs].join('\n\n')],
      ['end', `${first.text.trimEnd()}\n\n${added}\n`],
    ];
    for (const [where, text] of places) {
      folder.put('in/m.txt', text);
      const after = await rowsOf('m', where);
      const idOf = new Map(after.entities.map((row) => [`${row.type} ${row.name}`, row.entity]));
      expect(idOf.size).toBeGreaterThan(before.entities.length);
      for (const row of before.entities) {
        expect(idOf.get(`${row.type} ${row.name}`), `${where}: ${row.name}`).toBe(row.entity);
      }
      const named = (rows: Rows) =>
        rows.mentions.map((row) => [row.text, row.entity, row.id].join(' | '));
      expect(named(after)).toEqual(expect.arrayContaining(named(before)));
      if (where === 'end') {
        // Positions count from the beginning: nothing before the change has moved.
        for (const name of tables.slice(1)) {
          const keys = (rows: Rows) =>
            rows[name].map((row) => [row.sentence, row.start, row.end, row.entity].join());
          expect(keys(after).slice(0, before[name].length), name).toEqual(keys(before));
        }
      }
    }
  });

  test('of entities hang on type and name alone, and are one for each', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('A', 'a'));
    const mention = fc
      .record({ type: fc.constantFrom(...entityTypes), name, start: fc.nat(1000) })
      .map((each) => ({ ...each, end: each.start + 1, text: 'x' }) as Mention);
    fc.assert(
      fc.property(fc.array(mention, { minLength: 1, maxLength: 60 }), fc.nat(), (all, at) => {
        const some = all[at % all.length]!;
        const { entities, entityOf } = entitiesOf(all);
        const alone = entitiesOf([some]).entities[0]!.entity;
        expect(entityOf[all.indexOf(some)]).toBe(alone);
        expect(new Set(entities.map((each) => each.entity)).size).toBe(entities.length);
        const things = all.map((each) => `${each.type}\n${each.name.toLowerCase()}`);
        expect(entities.length).toBe(new Set(things).size);
        for (const { entity } of entities) {
          expect(Number.isSafeInteger(entity) && entity >= 0 && entity < 2 ** 48).toBe(true);
        }
      }),
    );
  });

  test('of 200,000 names are all different', () => {
    const all = Array.from({ length: 200_000 }, (_, number) => `Harbour ${number}`).map(
      (name) => ({ type: 'place', name, start: 0, end: 1, text: 'x' }) as Mention,
    );
    const numbers = new Set(all.map((mention) => entitiesOf([mention]).entities[0]!.entity));
    expect(numbers.size).toBe(all.length);
  });
});
