import { createReadStream } from 'node:fs';
import type { Cell, Column, Row, Table } from './tables.ts';

/**
 * The rows of a file that `csvRows` wrote, with the types of their columns, some at a time.
 * @throws {Error} where the header is not the table's, or the file ends within a row
 */
export async function* readCsv(path: string, table: Table): AsyncGenerator<Row[]> {
  const { columns } = table;
  const names = columns.map((column) => column.name);
  let rest = '';
  let header = true;
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 262_144 })) {
    const { records, used } = recordsOf(rest + chunk);
    rest = (rest + chunk).slice(used);
    if (header && records.length > 0) {
      header = false;
      const found = records.shift()!.join();
      if (found !== names.join()) throw new Error(`${path}: has columns ${found}`);
    }
    if (records.length > 0) yield records.map((cells) => rowOf(columns, cells));
  }
  if (header || rest !== '') throw new Error(`${path}: ends within a row`);
}

const QUOTE = 34;
const COMMA = 44;
const LINE_END = 10;

/** The whole records of a text, and how far they go; a cell without quotes that holds nothing is null. */
function recordsOf(text: string): { records: (string | null)[][]; used: number } {
  const records: (string | null)[][] = [];
  let cells: (string | null)[] = [];
  let used = 0;
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) === QUOTE) {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text.charCodeAt(close + 1) === QUOTE)
        close = text.indexOf('"', close + 2);
      if (close < 0 || close + 1 === text.length) break;
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
    } else {
      const start = at;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === COMMA || code === LINE_END) break;
      }
      if (at === text.length) break;
      cells.push(at === start ? null : text.slice(start, at));
    }
    if (text.charCodeAt(at++) === LINE_END) {
      records.push(cells);
      cells = [];
      used = at;
    }
  }
  return { records, used };
}

const rowOf = (columns: readonly Column[], cells: readonly (string | null)[]): Row => {
  const row: Record<string, Cell> = {};
  for (const [at, column] of columns.entries()) row[column.name] = cellOf(column, cells[at]!);
  return row;
};

function cellOf({ type }: Column, text: string | null): Cell {
  if (text === null) return null;
  if (type === 'integer' || type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}
