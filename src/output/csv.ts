import { stringify } from 'csv-stringify/sync';
import type { Cell, Row, Table } from './tables.ts';

/** The header line of a table. */
export const csvHeader = (table: Table): string =>
  `${table.columns.map((column) => column.name).join(',')}\n`;

/** Rows as RFC 4180 lines ended with `\n`, columns in the table's order, null as nothing. */
export function csvRows(table: Table, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return stringify(rows as Row[], {
    columns: table.columns.map((column) => column.name),
    record_delimiter: '\n',
    cast: { boolean: (value) => String(value), number: decimal },
  });
}

/** A number in plain digits: no exponent, however large. */
export function decimal(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** A cell as text, for tables on a terminal. */
export const cellText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : typeof cell === 'number'
      ? decimal(cell)
      : String(cell);
