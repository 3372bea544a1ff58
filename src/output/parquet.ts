import { open } from 'node:fs/promises';
import type { RowGroup, SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { RowSink } from './sink.ts';
import type { Cell, Column, Row, Table } from './tables.ts';

/** Rows that are held in memory before they are written together. */
const GROUP = 10_000;

const types: Readonly<Record<Column['type'], Omit<SchemaElement, 'name'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

/** The Parquet schema of a table: null is allowed where the column is not required. */
const parquetSchema = ({ name, columns }: Table): SchemaElement[] => [
  { name, num_children: columns.length },
  ...columns.map(
    (column): SchemaElement => ({
      name: column.name,
      ...types[column.type],
      repetition_type: column.required ? 'REQUIRED' : 'OPTIONAL',
    }),
  ),
];

/** Writes a table as a Parquet file, a group of rows at a time. */
export async function parquetSink(path: string, table: Table): Promise<RowSink> {
  const file = await open(path, 'w');
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: parquetSchema(table),
    createdBy: 'cyberbrief',
  });
  let rows: Row[] = [];
  const flush = async () => {
    await file.write(writer.getBytes());
    writer.index = 0;
  };
  const writeGroup = async () => {
    const columnData = table.columns.map((column) => ({
      name: column.name,
      data: rows.map((row) => parquetValue(column, row[column.name] ?? null)),
    }));
    parquet.write({ columnData, rowGroupSize: rows.length });
    detachBounds(parquet.row_groups.at(-1)!);
    rows = [];
    await flush();
  };
  return {
    async write(more) {
      for (const row of more) {
        rows.push(row);
        if (rows.length === GROUP) await writeGroup();
      }
    },
    async close() {
      try {
        if (rows.length > 0) await writeGroup();
        parquet.finish();
        await flush();
      } finally {
        await file.close();
      }
    },
    abandon: () => file.close(),
  };
}

/**
 * The library keeps the least and greatest value of every column of every group until the file is
 * ended. A cell is a slice of the piece of the file that it was read from, so that each would keep a
 * quarter of a megabyte: copies take their place.
 */
function detachBounds(group: RowGroup): void {
  for (const { meta_data } of group.columns) {
    const bounds = meta_data?.statistics;
    if (!bounds) continue;
    for (const end of ['min_value', 'max_value'] as const) {
      const value = bounds[end];
      if (typeof value === 'string') bounds[end] = Buffer.from(value).toString();
    }
  }
}

function parquetValue({ type }: Column, cell: Cell): Cell | bigint | Date | undefined {
  if (cell === null) return undefined;
  if (type === 'integer') return BigInt(cell as number);
  return type === 'date' ? new Date(`${cell}T00:00:00Z`) : cell;
}
