import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { csvHeader, csvRows } from './csv.ts';
import { lockFolder, OWN } from './lock.ts';
import { type Format, formats, type TableFormat } from './options.ts';
import type { RowSink } from './sink.ts';
import { type Row, type Table, tableNames, tables } from './tables.ts';

const PARTIAL = '.partial';

/** Where the CSV as a run wrote it is kept while the folder has none, or another. */
export const keptCsv = (name: string): string => `${OWN}/${name}.csv`;

/**
 * Writes the CSV tables of a finished run in other formats, some rows at a time, and removes what is
 * not asked for. The CSV itself, where it is not to stay as it is, is kept aside for the next run. The
 * files take their names when all of them are whole.
 */
export async function writeFormats(directory: string, format: TableFormat): Promise<void> {
  const at = (name: string) => join(directory, name);
  const stays = format.formats.includes('csv') && !format.excel;
  const made = format.formats.filter((each) => each !== 'csv' || format.excel);
  const lock = made.length > 0 ? await lockFolder(directory) : null;
  try {
    const files = tableNames.flatMap((name) => made.map((each) => `${name}.${each}`));
    try {
      for (const name of made.length > 0 ? tableNames : []) {
        await convert(at(`${name}.csv`), tables[name], made, (each) =>
          sinkOf(each, at(`${name}.${each}${PARTIAL}`), tables[name], format.excel),
        );
      }
    } catch (cause) {
      for (const file of files) await rm(at(file + PARTIAL), { force: true });
      throw cause;
    }
    for (const name of tableNames) {
      if (stays) await rm(at(keptCsv(name)), { force: true });
      else await rename(at(`${name}.csv`), at(keptCsv(name)));
    }
    for (const file of files) await rename(at(file + PARTIAL), at(file));
    for (const name of tableNames) {
      for (const each of formats) {
        if (!format.formats.includes(each)) await rm(at(`${name}.${each}`), { force: true });
      }
    }
  } finally {
    await lock?.release();
  }
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
