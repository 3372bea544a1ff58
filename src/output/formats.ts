import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { csvHeader, csvRows } from './csv.ts';
import type { RowSink } from './sink.ts';
import { type Row, type Table, tableNames, tables } from './tables.ts';

export const formats = ['csv', 'json', 'ndjson', 'parquet'] as const;
export type Format = (typeof formats)[number];

/** How the tables of a folder are written. */
export interface TableFormat {
  /** The first is the one that the package's resources have their plain names from. */
  readonly formats: readonly Format[];
  /** CSV for spreadsheets: see `CsvOptions`. */
  readonly excel: boolean;
}

export const plainCsv: TableFormat = { formats: ['csv'], excel: false };

const PARTIAL = '.partial';

/**
 * Writes the CSV tables of a finished folder in other formats too, some rows at a time, and removes
 * what is not asked for, be it of an earlier run or the CSV itself. The files take their names when
 * all of them are whole.
 */
export async function writeFormats(directory: string, format: TableFormat): Promise<void> {
  const made = format.formats.filter((each) => each !== 'csv' || format.excel);
  const pathOf = (name: string, ending: string) => join(directory, `${name}.${ending}`);
  const { readCsv } = made.length > 0 ? await import('./read-csv.ts') : { readCsv: null };
  try {
    for (const name of readCsv ? tableNames : []) {
      const sinks: RowSink[] = [];
      try {
        for (const each of made) {
          sinks.push(await sinkOf(each, pathOf(name, each) + PARTIAL, tables[name], format.excel));
        }
        for await (const rows of readCsv!(pathOf(name, 'csv'), tables[name])) {
          for (const sink of sinks) await sink.write(rows);
        }
      } catch (cause) {
        for (const sink of sinks) await sink.abandon();
        throw cause;
      }
      for (const sink of sinks) await sink.close();
    }
  } catch (cause) {
    for (const name of tableNames) {
      for (const each of made) await rm(pathOf(name, each) + PARTIAL, { force: true });
    }
    throw cause;
  }
  for (const name of tableNames) {
    for (const each of formats) {
      const path = pathOf(name, each);
      if (made.includes(each)) await rename(path + PARTIAL, path);
      else if (!format.formats.includes(each)) await rm(path, { force: true });
    }
  }
}

/** A sink for a table's rows in a format. */
export async function sinkOf(
  format: Format,
  path: string,
  table: Table,
  excel: boolean,
): Promise<RowSink> {
  switch (format) {
    case 'csv':
      return textSink(path, {
        begin: csvHeader(table, { excel }),
        rows: (rows) => csvRows(table, rows, { excel }),
        end: '',
      });
    case 'ndjson':
      return textSink(path, {
        begin: '',
        rows: (rows) => rows.map((row) => `${JSON.stringify(ordered(table, row))}\n`).join(''),
        end: '',
      });
    case 'json': {
      let separator = '\n';
      return textSink(path, {
        begin: '[',
        rows: (rows) =>
          rows
            .map((row) => {
              const text = separator + JSON.stringify(ordered(table, row));
              separator = ',\n';
              return text;
            })
            .join(''),
        end: '\n]\n',
      });
    }
    default: {
      const { parquetSink } = await import('./parquet.ts');
      return parquetSink(path, table);
    }
  }
}

const ordered = ({ columns }: Table, row: Row): Row =>
  Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));

interface TextFormat {
  readonly begin: string;
  rows(rows: readonly Row[]): string;
  readonly end: string;
}

async function textSink(path: string, format: TextFormat): Promise<RowSink> {
  const file = await open(path, 'w');
  await file.write(format.begin);
  return {
    async write(rows) {
      if (rows.length > 0) await file.write(format.rows(rows));
    },
    async close() {
      try {
        await file.write(format.end);
      } finally {
        await file.close();
      }
    },
    abandon: () => file.close(),
  };
}
