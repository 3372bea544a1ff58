import { stringify } from 'csv-stringify/sync';
import type { Row, Table } from './tables.ts';

/** What a spreadsheet needs besides: told in the package's metadata, as it alters cells. */
export interface CsvOptions {
  /** A byte-order mark in front, and cells of text that a spreadsheet would run are guarded. */
  readonly excel?: boolean;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Signs that begin a formula, in full width too, behind guards of the text's own. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** Put before a cell that would be run; taking one away from where it stands gives the text back. */
export const GUARD = "'";

export const guarded = (text: string): string => (FORMULA.test(text) ? GUARD + text : text);

export const unguarded = (text: string): string =>
  text.startsWith(GUARD) && FORMULA.test(text) ? text.slice(GUARD.length) : text;

/** The header line of a table. */
export const csvHeader = (table: Table, { excel = false }: CsvOptions = {}): string =>
  `${excel ? BYTE_ORDER_MARK : ''}${table.columns.map((column) => column.name).join(',')}\n`;

const QUOTED_EMPTY = { value: '', quoted_empty: true };

/**
 * Rows as RFC 4180 lines ended with `\n`, columns in the table's order. Null is nothing between the
 * commas, an empty text is `""`.
 */
export function csvRows(
  table: Table,
  rows: readonly Row[],
  { excel = false }: CsvOptions = {},
): string {
  if (rows.length === 0) return '';
  const text = excel ? guarded : (value: string) => value;
  const names = table.columns.map((column) => column.name);
  return stringify(
    rows.map((row) => names.map((name) => row[name])),
    {
      columns: names,
      record_delimiter: '\n',
      quoted_match: /\r/,
      cast: {
        boolean: (value) => String(value),
        number: decimal,
        // The library's types know of no options for a single cell; its manual does.
        string: (value) => (value === '' ? (QUOTED_EMPTY as unknown as string) : text(value)),
      },
    },
  );
}

/** A number in plain digits: no exponent, however large or small. */
export function decimal(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (Number.isInteger(value)) return BigInt(value).toString();
  const [digits = '', exponent] = String(value).split('e-');
  if (exponent === undefined) return digits;
  const sign = digits.startsWith('-') ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replace(/[-.]/g, '')}`;
}
