import { z } from 'zod';
import { type Column, type Table, tables } from './tables.ts';

const cells: Readonly<Record<Column['type'], () => z.ZodType>> = {
  string: z.string,
  integer: z.int,
  number: z.number,
  boolean: z.boolean,
  date: z.iso.date,
};

function cellSchema({ type, values, required, description }: Column): z.ZodType {
  const cell = values ? z.enum(values) : cells[type]();
  return (required ? cell : cell.nullable()).describe(description);
}

/** A row of a table as JSON has it: every column is there, null where it holds nothing. */
export const rowSchema = ({ columns }: Table): z.ZodObject =>
  z.strictObject(Object.fromEntries(columns.map((column) => [column.name, cellSchema(column)])));

/** The rows of every table, by its name: `DIR/<table>.json` holds one of the lists. */
export const tablesSchema = z.strictObject(
  Object.fromEntries(
    Object.values(tables as Record<string, Table>).map((table) => [
      table.name,
      z.array(rowSchema(table)).describe(table.description),
    ]),
  ),
);
