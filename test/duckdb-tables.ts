import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Format } from '../src/output/options.ts';
import {
  type Column,
  type Table,
  type TableName,
  tableNames,
  tables,
} from '../src/output/tables.ts';

/** The types of docs/tables.md in DuckDB. */
const types: Readonly<Record<Column['type'], string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `name: type` of a table's columns, as DuckDB's readers want them. */
const columnTypes = ({ columns }: Table): string =>
  `{${columns.map(({ name, type }) => `${quoted(name)}: ${quoted(types[type])}`).join(', ')}}`;

/** How DuckDB reads a table of the folder, with its declared types. */
function reader(directory: string, name: TableName, format: Format): string {
  const path = quoted(join(directory, `${name}.${format}`));
  const declared = columnTypes(tables[name]);
  switch (format) {
    case 'csv':
      return `read_csv(${path}, header = true, auto_detect = false, delim = ',', quote = '"',
        escape = '"', nullstr = '', allow_quoted_nulls = false, columns = ${declared})`;
    case 'parquet':
      return `read_parquet(${path})`;
    default:
      return `read_json(${path}, columns = ${declared},
        format = ${format === 'json' ? "'array'" : "'newline_delimited'"})`;
  }
}

/** A database in memory with the tables of an output folder under their names. */
export async function loadTables(
  directory: string,
  format: Format,
  names: readonly TableName[] = tableNames,
): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const name of names) {
    await connection.run(`CREATE TABLE ${name} AS FROM ${reader(directory, name, format)}`);
  }
  return connection;
}

export async function rowsOfQuery(
  connection: DuckDBConnection,
  query: string,
): Promise<Record<string, unknown>[]> {
  const result = await connection.runAndReadAll(query);
  return result.getRowObjectsJson() as Record<string, unknown>[];
}
