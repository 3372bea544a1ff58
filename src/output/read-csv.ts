import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Cell, Column, Row, Table } from './tables.ts';

const BATCH = 1000;

/**
 * The rows of a file that `csvRows` wrote, with the types of their columns, some at a time.
 * @throws {Error} where the header is not the table's
 */
export async function* readCsv(path: string, table: Table): AsyncGenerator<Row[]> {
  const { columns } = table;
  const parser = createReadStream(path).pipe(
    parse({
      record_delimiter: '\n',
      // A cell without quotes that holds nothing is null.
      cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
    }),
  );
  let header = true;
  let rows: Row[] = [];
  for await (const cells of parser as AsyncIterable<(string | null)[]>) {
    if (header) {
      header = false;
      const names = columns.map((column) => column.name);
      if (cells.join() !== names.join()) throw new Error(`${path}: has columns ${cells.join()}`);
      continue;
    }
    rows.push(
      Object.fromEntries(columns.map((column, at) => [column.name, cellOf(column, cells[at]!)])),
    );
    if (rows.length === BATCH) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

function cellOf({ type }: Column, text: string | null): Cell {
  if (text === null) return null;
  if (type === 'integer' || type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}
