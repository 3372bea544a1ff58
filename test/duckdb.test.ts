import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
// @ts-expect-error The library comes without types.
import { Package } from 'datapackage';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../src/cli/main.ts';
import { csvHeader, csvRows } from '../src/output/csv.ts';
import { dataPackage } from '../src/output/datapackage.ts';
import { writeFormats } from '../src/output/formats.ts';
import { type Format, formats } from '../src/output/options.ts';
import { type Row, type Table, tableNames, tables } from '../src/output/tables.ts';
import { loadTables, rowsOfQuery } from './duckdb-tables.ts';

let out: string;
/** `end` is a word of SQL. */
const columns = (names: readonly string[]) => names.map((name) => `"${name}"`).join();

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
  const silent = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await main(['run', 'corpus', '--out', out])).toBe(0);
  silent.mockRestore();
  await writeFormats(out, { formats, excel: false });
}, 60_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe.each(formats)('DuckDB reads the %s of the corpus', (format) => {
  let query: (text: string) => Promise<Record<string, unknown>[]>;
  const count = async (text: string) => Number((await query(text))[0]!.count);

  beforeAll(async () => {
    const connection = await loadTables(out, format);
    query = (text) => rowsOfQuery(connection, text);
  });

  test('with the declared types and as many rows as were written', async () => {
    const { rows } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
    for (const name of tableNames) {
      expect(await count(`SELECT count(*) AS count FROM ${name}`), name).toBe(rows[name]);
      const described = await query(`DESCRIBE ${name}`);
      const declared = {
        string: 'VARCHAR',
        integer: 'BIGINT',
        number: 'DOUBLE',
        boolean: 'BOOLEAN',
        date: 'DATE',
      };
      expect(described.map((each) => `${each.column_name} ${each.column_type}`)).toEqual(
        tables[name].columns.map((column) => `${column.name} ${declared[column.type]}`),
      );
    }
  });

  test('primary keys tell rows apart, foreign keys have no orphan', async () => {
    for (const { name, primaryKey, foreignKeys } of Object.values(tables) as Table[]) {
      if (primaryKey.length > 0) {
        const twins = `SELECT ${columns(primaryKey)} FROM ${name} GROUP BY ALL HAVING count(*) > 1`;
        expect(await query(twins), name).toEqual([]);
      }
      for (const { fields, table } of foreignKeys) {
        const orphans = `FROM ${name} ANTI JOIN ${table} USING (${columns(fields)})`;
        expect(await query(orphans), `${name} → ${table}`).toEqual([]);
      }
    }
  });

  test('figures join their sentences, articles and entities', async () => {
    const joined = `SELECT count(*) AS count FROM figures f
      JOIN sentences s USING (article_id, sentence) JOIN articles USING (article_id)
      WHERE f.sentence_text = s.text AND f.start >= s.start AND f."end" <= s."end"`;
    const all = await count('SELECT count(*) AS count FROM figures');
    expect(all).toBeGreaterThan(100);
    expect(await count(joined)).toBe(all);
    const orphans = `SELECT article_id, text, "of" FROM figures f WHERE "of" IS NOT NULL
      AND NOT EXISTS (FROM entities e WHERE e.article_id = f.article_id AND e.name = f."of")`;
    expect(await query(orphans)).toEqual([]);
    expect(await count('SELECT count("of") AS count FROM figures')).toBeGreaterThan(20);
  });

  test('mentions are those that their entities count', async () => {
    const wrong = `SELECT e.article_id, e.name, e.mentions, count(m.start) AS found
      FROM entities e LEFT JOIN mentions m USING (article_id, entity)
      GROUP BY ALL HAVING found <> e.mentions OR bool_or(m.name <> e.name AND m.type <> e.type)`;
    expect(await query(wrong)).toEqual([]);
  });
});

test('all formats hold the very same rows', async () => {
  const read = async (format: Format) => {
    const connection = await loadTables(out, format);
    return Promise.all(tableNames.map((name) => rowsOfQuery(connection, `FROM ${name}`)));
  };
  const csv = await read('csv');
  for (const format of ['json', 'ndjson', 'parquet'] as const) {
    expect(await read(format), format).toEqual(csv);
  }
});

test('any rows are the same in every format, and none is taken for null', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
  const text = fc.oneof(
    fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\0', '')),
    fc.constantFrom(
      '',
      ' ',
      'a,b',
      '"',
      '\r\n',
      '\r',
      '\n',
      '=1+1',
      "'",
      '👍🏽',
      '\u202Eא',
      'null',
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, fc.option(text), fc.option(text)), { minLength: 30, maxLength: 60 }),
      async (cells) => {
        const empty = tables.articles.columns.map(({ name }) => [name, null] as const);
        const rows: Row[] = cells.map(([sha256, title, source], number) => ({
          ...Object.fromEntries(empty),
          encoding: 'utf-8',
          repaired: 0,
          article_id: String(number),
          title,
          published: number % 2 ? '2024-02-29' : null,
          language: null,
          url: null,
          source,
          sha256,
        }));
        for (const table of Object.values(tables) as Table[]) {
          const lines = table.name === 'articles' ? csvRows(table, rows) : '';
          writeFileSync(join(folder, `${table.name}.csv`), csvHeader(table) + lines);
        }
        await writeFormats(folder, { formats, excel: false });
        for (const format of formats) {
          const connection = await loadTables(folder, format, ['articles']);
          const found = await rowsOfQuery(connection, 'FROM articles ORDER BY article_id::INT');
          // DuckDB gives 64-bit integers as text.
          expect(found).toEqual(rows.map((row) => ({ ...row, repaired: '0' })));
        }
      },
    ),
    { numRuns: 2 },
  );
  rmSync(folder, { recursive: true });
});

describe('the output is what its own datapackage.json says', () => {
  test('for the Data Package library of Frictionless', async () => {
    const descriptor = JSON.parse(JSON.stringify(dataPackage('1')));
    const load = async () => {
      const loaded = await Package.load(descriptor, { basePath: out, strict: false });
      expect(loaded.errors).toEqual([]);
      return loaded;
    };
    expect(JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')).resources).toEqual(
      descriptor.resources,
    );
    const whole = await load();
    for (const name of tableNames) {
      const rows = await whole.getResource(name)!.read({ keyed: true });
      expect(Array.isArray(rows)).toBe(true);
    }
    // The library loses a column that two foreign keys share: one key at a time.
    for (const resource of descriptor.resources) {
      const keys = resource.schema.foreignKeys ?? [];
      for (const key of keys) {
        resource.schema.foreignKeys = [key];
        const one = (await load()).getResource(resource.name)!;
        expect(await one.checkRelations(), `${resource.name} ${key.fields}`).toBe(true);
      }
      resource.schema.foreignKeys = keys;
    }
  });

  test('and the library would have told a wrong type, value, key or orphan', async () => {
    const header = csvHeader(tables.dates);
    const folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
    const line = 'a,0,1,2,x,date,2020,true,dates/x,stated,x';
    const fields = (from: string, to: string) => line.replace(from, to);
    const check = async (lines: string) => {
      writeFileSync(join(folder, 'dates.csv'), header + lines);
      const descriptor = JSON.parse(JSON.stringify(dataPackage('1')));
      descriptor.resources = descriptor.resources.filter(
        (each: { name: string }) => each.name === 'dates',
      );
      delete descriptor.resources[0].schema.foreignKeys;
      const loaded = await Package.load(descriptor, { basePath: folder, strict: false });
      return loaded.getResource('dates')!.read();
    };
    await expect(check(`${line}\n`)).resolves.toHaveLength(1);
    await expect(check(`${fields('true', 'yes')}\n`)).rejects.toThrow();
    await expect(check(`${fields('a,0,1', 'a,0,one')}\n`)).rejects.toThrow();
    await expect(check(`${fields('x,date', 'x,day')}\n`)).rejects.toThrow();
    await expect(check(`${line}\n${line}\n`)).rejects.toThrow();
    rmSync(folder, { recursive: true });
  });

  test('and for the JSON Schema of rows', () => {
    const schema = JSON.parse(readFileSync('docs/schema/tables.schema.json', 'utf8'));
    const ajv = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d\d-\d\d$/ } });
    const validate = ajv.compile(schema);
    const all = Object.fromEntries(
      tableNames.map((name) => [name, JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'))]),
    );
    expect(validate(all), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(validate({ ...all, dates: [{ ...all.dates[0], type: 'day' }] })).toBe(false);
    const article = ajv.compile(
      JSON.parse(readFileSync('docs/schema/article.schema.json', 'utf8')),
    );
    for (const name of readdirSync(join(out, 'articles'))) {
      if (!name.endsWith('.json')) continue;
      const file = JSON.parse(readFileSync(join(out, 'articles', name), 'utf8'));
      expect(article(file), `${name}: ${JSON.stringify(article.errors?.slice(0, 3))}`).toBe(true);
    }
  });
});

describe('a run writes what is asked for', () => {
  let folder: string;
  let told: string;
  const at = (path: string) => join(folder, path);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
    told = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      told += text;
      return true;
    });
    mkdirSync(at('in'));
    writeFileSync(
      at('in/cables.txt'),
      '- 12 cables were cut in 2019.\n\n+33 is the code of France. Spain should help by May 2030.\n',
    );
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  const run = (out: string, ...options: string[]) =>
    main(['run', at('in'), '--out', at(out), '--workers', '1', ...options]);
  const listing = (out: string) => readdirSync(at(out)).filter((name) => name !== '.cyberbrief');
  const contents = (out: string) =>
    Object.fromEntries(
      listing(out)
        .filter((name) => name !== 'articles')
        .map((name) => [name, readFileSync(at(`${out}/${name}`), 'utf8')]),
    );
  const resources = (out: string) =>
    JSON.parse(readFileSync(at(`${out}/datapackage.json`), 'utf8')).resources as {
      name: string;
      path: string;
      spreadsheet?: object;
      schema: { foreignKeys?: { reference: { resource: string } }[] };
    }[];

  test('in the formats named, the first under plain names, nothing besides, and goes on from it', async () => {
    expect(await run('out', '--format', 'json,parquet')).toBe(0);
    const named = tableNames.flatMap((name) => [`${name}.json`, `${name}.parquet`]);
    const others = ['articles', 'datapackage.json', 'run.json'];
    expect(listing('out').sort()).toEqual([...named, ...others].sort());
    expect(resources('out').map(({ name, path }) => `${name} ${path}`)).toEqual([
      ...tableNames.map((name) => `${name} ${name}.json`),
      ...tableNames.map((name) => `${name}-parquet ${name}.parquet`),
    ]);
    const names = resources('out').map((each) => each.name);
    for (const { schema } of resources('out')) {
      for (const key of schema.foreignKeys ?? []) expect(names).toContain(key.reference.resource);
    }
    const before = contents('out');
    expect(await run('out', '--format', 'json,parquet')).toBe(0);
    expect(told).toMatch(/1 (?:of them )?(?:unchanged|kept)/);
    expect(contents('out')).toEqual(before);
  });

  test('for spreadsheets with a mark and guards, told in the metadata, and as it is without', async () => {
    expect(await run('plain')).toBe(0);
    expect(await run('out', '--excel')).toBe(0);
    const sheet = readFileSync(at('out/sentences.csv'), 'utf8');
    const plain = readFileSync(at('plain/sentences.csv'), 'utf8');
    expect(sheet.startsWith('\uFEFFarticle_id,')).toBe(true);
    expect(sheet).toContain(",'+33 is");
    expect(plain.startsWith('article_id,')).toBe(true);
    expect(plain).toContain(',+33 is');
    for (const each of resources('out')) {
      expect(each.spreadsheet).toMatchObject({ byte_order_mark: true, guard: "'" });
    }
    expect(resources('plain')[0]).not.toHaveProperty('spreadsheet');
    expect(await run('out')).toBe(0);
    expect(contents('out')).toEqual(contents('plain'));
    expect(readdirSync(at('out/.cyberbrief')).sort()).toEqual(
      readdirSync(at('plain/.cyberbrief')).sort(),
    );
  });

  test('and refuses what there is not', async () => {
    expect(await run('out', '--format', 'xml')).toBe(2);
    expect(await run('out', '--format', 'json', '--excel')).toBe(2);
    expect(told).toContain('excel is a kind of CSV');
    writeFileSync(
      at('config.json'),
      JSON.stringify({ stages: ['clean'], output: { formats: [] } }),
    );
    expect(await run('out', '--config', at('config.json'))).toBe(2);
    expect(told).toContain('output.formats');
  });
});
