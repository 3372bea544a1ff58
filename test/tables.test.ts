import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvHeader, csvRows, decimal } from '../src/output/csv.ts';
import { dataPackage } from '../src/output/datapackage.ts';
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

describe('csv', () => {
  test('parses back to the very values, for any text', () => {
    const table = tables.articles as Table;
    const names = table.columns.map((column) => column.name);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'a,b',
        'say "x"',
        'two\nlines',
        '\r\n',
        '=1+1',
        '-5 per cent',
        '"',
        '👍',
        '\u202Ex',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(...names.map(() => fc.option(text)))), (cells) => {
        const rows: Row[] = cells.map((row) =>
          Object.fromEntries(names.map((name, place) => [name, row[place] ?? null])),
        );
        const csv = csvHeader(table) + csvRows(table, rows);
        const back = parse(csv, { columns: true, record_delimiter: '\n' }) as Record<
          string,
          string
        >[];
        expect(back).toEqual(
          rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? '']))),
        );
      }),
    );
  });

  test('numbers stand in plain digits', () => {
    expect(decimal(13_800_000_000_000)).toBe('13800000000000');
    expect(decimal(1e21)).toBe('1000000000000000000000');
    expect(decimal(33.33)).toBe('33.33');
    expect(decimal(-2)).toBe('-2');
  });
});
