import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateSchema,
  figureSchema,
  mentionSchema,
  recommendationSchema,
} from '../src/article/schema.ts';
import { csvHeader, csvRows, decimal, guarded, unguarded } from '../src/output/csv.ts';
import { dataPackage, SCHEMA_VERSION } from '../src/output/datapackage.ts';
import { tablesManual } from '../src/output/manual.ts';
import { readCsv } from '../src/output/read-csv.ts';
import { rowSchema } from '../src/output/row-schema.ts';
import { type Row, type Table, tableNames, tables } from '../src/output/tables.ts';

describe('tables', () => {
  test('begin with the columns that others read, in that order', () => {
    const columns = (name: keyof typeof tables) => tables[name].columns.map((each) => each.name);
    const begins: Partial<Record<keyof typeof tables, string>> = {
      articles: 'article_id,title,published,language,url,source,sha256',
      sentences: 'article_id,sentence,start,end,text,block,heading',
      entities: 'article_id,entity,name,type,id,canonical,mentions',
      mentions: 'article_id,sentence,start,end,text,entity,type,name,id,canonical,by,confidence',
      figures:
        'article_id,sentence,start,end,text,kind,min,max,comparator,unit,per,of,when,source,by,confidence,sentence_text',
      dates: 'article_id,sentence,start,end,text,type,value,relative,by,confidence,sentence_text',
      recommendations:
        'article_id,sentence,start,end,text,strength,actors,action,source,list,ordinal,by,confidence,sentence_text',
      errors: 'article_id,path,stage,error,message',
    };
    for (const name of tableNames) {
      expect(columns(name).join().startsWith(begins[name]!), name).toBe(true);
    }
  });

  test('keys name columns that are there', () => {
    for (const table of Object.values(tables) as Table[]) {
      const names = new Set(table.columns.map((column) => column.name));
      for (const key of table.primaryKey) expect(names).toContain(key);
      for (const { fields, table: other } of table.foreignKeys) {
        const there = new Set(
          (tables[other as keyof typeof tables] as Table).columns.map((column) => column.name),
        );
        for (const field of fields) {
          expect(names).toContain(field);
          expect(there).toContain(field);
        }
      }
    }
  });

  test('the data package describes every table with its columns', () => {
    const { resources } = dataPackage('1') as {
      resources: { path: string; schema: { fields: { name: string }[] } }[];
    };
    expect(resources.map((resource) => resource.path)).toEqual(
      tableNames.map((name) => `${name}.csv`),
    );
    for (const [place, name] of tableNames.entries()) {
      expect(resources[place]!.schema.fields.map((field) => field.name)).toEqual(
        tables[name].columns.map((column) => column.name),
      );
    }
  });
});

/** A table as it is pinned: its keys, and of every column what others rely on. */
interface Pinned {
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly values: Readonly<Record<string, readonly string[]>>;
}
interface Pin {
  readonly schema_version: string;
  readonly tables: Readonly<Record<string, Pinned>>;
}

const pinOf = (all: readonly Table[]): Pin => ({
  schema_version: SCHEMA_VERSION,
  tables: Object.fromEntries(
    all.map(({ name, primaryKey, columns }) => [
      name,
      {
        key: primaryKey,
        columns: columns.map(
          (column) => `${column.name} ${column.type}${column.required ? '' : ' or null'}`,
        ),
        values: Object.fromEntries(
          columns.flatMap((column) => (column.values ? [[column.name, column.values]] : [])),
        ),
      },
    ]),
  ),
});

/** What a program written against the pinned tables would stumble over. */
function breaks(pin: Pin, all: readonly Table[]): string[] {
  const now = pinOf(all).tables;
  return Object.entries(pin.tables).flatMap(([name, was]) => {
    const is = now[name];
    if (!is) return [`${name} is gone`];
    return [
      ...(is.key.join() === was.key.join() ? [] : [`${name}: key ${was.key} became ${is.key}`]),
      ...was.columns.flatMap((column, place) =>
        is.columns[place] === column
          ? []
          : [`${name}: column ${place} "${column}" became "${is.columns[place]}"`],
      ),
      ...Object.entries(was.values).flatMap(([column, values]) =>
        values
          .filter((value) => !is.values[column]?.includes(value))
          .map((value) => `${name}.${column}: no ${value}`),
      ),
    ];
  });
}

describe('the contract', () => {
  const file = new URL('columns.json', import.meta.url);
  const pin = JSON.parse(readFileSync(file, 'utf8')) as Pin;
  const all = Object.values(tables) as Table[];

  test('no pinned column is renamed, moved, removed or of another type', () => {
    expect(breaks(pin, all)).toEqual([]);
  });

  test('what was appended is pinned too, and the version raised', () => {
    expect(pin, 'pin it: test/columns.json').toEqual(JSON.parse(JSON.stringify(pinOf(all))));
  });

  const changed = (columns: (before: Table['columns']) => Table['columns']): Table[] =>
    all.map((table) =>
      table.name === 'figures' ? { ...table, columns: columns(table.columns) } : table,
    );
  test.each<[string, Table[], number]>([
    ['a column renamed', changed(([id, ...rest]) => [{ ...id!, name: 'id' }, ...rest]), 1],
    ['a column moved', changed(([a, b, ...rest]) => [b!, a!, ...rest]), 2],
    ['the last column removed', changed((before) => before.slice(0, -1)), 1],
    [
      'a column of another type',
      changed(([id, ...rest]) => [{ ...id!, type: 'integer' }, ...rest]),
      1,
    ],
    [
      'a value that there was',
      changed((b) => b.map((c) => ({ ...c, values: c.values?.slice(1) ?? [] }))),
      3,
    ],
    ['a column appended', changed((before) => [...before, { ...before[0]!, name: 'more' }]), 0],
    ['a table gone', all.slice(1), 1],
  ])('%s: told or allowed', (_, after, problems) => {
    expect(breaks(pin, after)).toHaveLength(problems);
  });

  test('tables of labels have every field of their layer, in its order', () => {
    const layers = {
      mentions: mentionSchema,
      figures: figureSchema,
      dates: dateSchema,
      recommendations: recommendationSchema,
    };
    for (const [name, schema] of Object.entries(layers)) {
      const columns = tables[name as keyof typeof layers].columns.map((column) => column.name);
      const fields = Object.keys(schema.shape);
      expect([...columns].filter((each) => fields.includes(each)).sort(), name).toEqual(
        [...fields].sort(),
      );
    }
  });

  test('docs/tables.md is what `npm run tables` would write', () => {
    const path = new URL('../docs/tables.md', import.meta.url);
    expect(readFileSync(path, 'utf8'), 'run `npm run tables`').toBe(tablesManual());
  });

  test('the JSON Schema of rows takes rows and refuses what is no row', () => {
    const schema = rowSchema(tables.sentences);
    const row = { article_id: 'a', sentence: 0, start: 0, end: 2, text: 'Hi', block: 0 };
    expect(schema.safeParse({ ...row, heading: null }).success).toBe(true);
    expect(schema.safeParse(row).success).toBe(false);
    expect(schema.safeParse({ ...row, heading: null, sentence: null }).success).toBe(false);
  });
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ...['', 'a,b', 'say "x"', 'two\nlines', 'a\r\nb', '\r', '=1+1', '-5 per cent', "'=1", "''+"],
    ...[
      '"',
      '👍🏽',
      '\u202Eright to left',
      'العربية',
      '\uFEFFmark',
      '+41',
      '@x',
      '\t',
      '\u2028',
      ' ',
    ],
  ),
);
const cell: Record<string, fc.Arbitrary<unknown>> = {
  string: text,
  integer: fc.integer(),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  boolean: fc.boolean(),
  date: fc.constantFrom('2024-02-29', '1999-12-31'),
};
/** Rows of a table with any cells, null where the column allows it; none of them out of a real run. */
const rowsFor = (table: Table): fc.Arbitrary<Row[]> =>
  fc.array(
    fc.record(
      Object.fromEntries(
        table.columns.map((column) => [
          column.name,
          column.required ? cell[column.type]! : fc.option(cell[column.type]!),
        ]),
      ),
    ) as fc.Arbitrary<Row>,
    { maxLength: 4 },
  );

describe('csv', () => {
  test.each([false, true])('parses back to the very values, for any text (excel: %s)', (excel) => {
    for (const table of [tables.articles, tables.figures, tables.dates] as Table[]) {
      const names = table.columns.map((column) => column.name);
      fc.assert(
        fc.property(rowsFor(table), (rows) => {
          const csv = csvHeader(table, { excel }) + csvRows(table, rows, { excel });
          expect(csv.startsWith('\uFEFF')).toBe(excel);
          const options = { bom: excel, columns: true, record_delimiter: '\n' } as const;
          const back = parse(csv, {
            ...options,
            cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
          }) as Record<string, string | null>[];
          const plain = (value: string | null) => (excel && value ? unguarded(value) : value);
          const wanted = (value: Row[string]) =>
            value === null ? null : typeof value === 'number' ? decimal(value) : String(value);
          expect(back.map((row) => names.map((name) => plain(row[name]!)))).toEqual(
            rows.map((row) => names.map((name) => wanted(row[name]!))),
          );
        }),
        { numRuns: 40 },
      );
    }
  });

  test('is read back with its types, null apart from empty', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
    const path = join(folder, 'figures.csv');
    const table: Table = tables.figures;
    await fc.assert(
      fc.asyncProperty(rowsFor(table), async (rows) => {
        writeFileSync(path, csvHeader(table) + csvRows(table, rows));
        const back: Row[] = [];
        for await (const some of readCsv(path, table)) back.push(...some);
        expect(back).toEqual(rows.map((row) => ({ ...row })));
      }),
      { numRuns: 25 },
    );
    rmSync(folder, { recursive: true });
  });

  test('a guard is put before what would be run, and can be taken away', () => {
    for (const formula of ['=1+1', '+1', '-5 per cent', '@x', '\tx', '\rx', '＝1', "'=1"]) {
      expect(guarded(formula)).toBe(`'${formula}`);
      expect(unguarded(guarded(formula))).toBe(formula);
    }
    for (const plain of ['', 'a=1', "'tis", "don't", '5 - 3']) {
      expect(guarded(plain)).toBe(plain);
      expect(unguarded(plain)).toBe(plain);
    }
  });

  test('numbers stand in plain digits', () => {
    expect(decimal(13_800_000_000_000)).toBe('13800000000000');
    expect(decimal(1e21)).toBe('1000000000000000000000');
    expect(decimal(33.33)).toBe('33.33');
    expect(decimal(-2)).toBe('-2');
    expect(decimal(1.25e-7)).toBe('0.000000125');
    expect(decimal(-5e-324)).toMatch(/^-0\.0{323}5$/);
  });
});
