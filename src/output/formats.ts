import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { csvHeader, csvRows } from './csv.ts';
import { OWN } from './lock.ts';
import { type Format, formats, type TableFormat } from './options.ts';
import type { RowSink } from './sink.ts';
import { type Row, type Table, tableNames, tables } from './tables.ts';

/** Where the CSV as a run wrote it is kept while the folder has none, or another. */
export const keptCsv = (name: string): string => `${OWN}/${name}.csv`;

/** Where a run writes its CSV: aside, where it is not to stand in the folder as it is. */
export const csvPath = (name: string, format: TableFormat): string =>
  format.formats.includes('csv') && !format.excel ? `${name}.csv` : keptCsv(name);

/**
 * Writes the CSV tables of a run, which stand at {@link csvPath}, in the other formats asked for, some
 * rows at a time.
 * @param ending what the names of the files end with that are written; those that are read too, but
 *   for tables that stayed as they were
 */
export async function writeFormats(
  directory: string,
  format: TableFormat,
  ending = '',
): Promise<void> {
  const at = (path: string) => join(directory, path + ending);
  const made = format.formats.filter((each) => each !== 'csv' || format.excel);
  if (made.length === 0) return;
  for (const name of tableNames) {
    const path = csvPath(name, format);
    const csv = existsSync(at(path)) ? at(path) : join(directory, path);
    await convert(csv, tables[name], made, (each) =>
      sinkOf(each, at(`${name}.${each}`), tables[name], format.excel),
    );
  }
}

/** Every path that a table can have in an output folder. */
export const tablePaths: readonly string[] = tableNames.flatMap((name) => [
  ...formats.map((each) => `${name}.${each}`),
  keptCsv(name),
]);

/** The paths that the tables have where a data package says what was written. */
export function pathsOf(dataPackage: PackagePaths): Set<string> {
  const resources = dataPackage.resources ?? [];
  const paths = new Set(resources.map(({ path }) => path));
  for (const name of tableNames) {
    const csv = resources.find(({ path }) => path === `${name}.csv`);
    if (!csv || csv.spreadsheet) paths.add(keptCsv(name));
  }
  return paths;
}

/** What of `datapackage.json` tells which files there are. */
export interface PackagePaths {
  readonly resources?: readonly { readonly path: string; readonly spreadsheet?: object }[];
}

async function convert(
  csv: string,
  table: Table,
  made: readonly Format[],
  open: (format: Format) => Promise<RowSink>,
): Promise<void> {
  const { readCsv } = await import('./read-csv.ts');
  const sinks: RowSink[] = [];
  try {
    for (const format of made) sinks.push(await open(format));
    for await (const rows of readCsv(csv, table)) {
      for (const sink of sinks) await sink.write(rows);
    }
  } catch (cause) {
    for (const sink of sinks) await sink.abandon();
    throw cause;
  }
  for (const sink of sinks) await sink.close();
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
