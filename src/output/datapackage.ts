import { GUARD } from './csv.ts';
import { type Format, plainCsv, type TableFormat } from './options.ts';
import { type Column, type Table, tables } from './tables.ts';

/** Version of the tables' contract; docs/tables.md says what raises which of its parts. */
export const SCHEMA_VERSION = '2.0.0';

const files: Readonly<Record<Format, object>> = {
  csv: {
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true },
  },
  json: { format: 'json', mediatype: 'application/json', encoding: 'utf-8' },
  ndjson: { format: 'ndjson', mediatype: 'application/x-ndjson', encoding: 'utf-8' },
  parquet: { format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
};

const spreadsheet = {
  byte_order_mark: true,
  guard: GUARD,
  guarded:
    'a text that begins with = + - @, a tab or a carriage return, behind any number of guards',
};

/**
 * The description of the tables, by the Data Package standard v2
 * (https://datapackage.org/standard/data-package/). The tables of the first format have their plain
 * names; those of others are named `<table>-<format>`.
 */
export function dataPackage(version: string, format: TableFormat = plainCsv): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'cyberbrief',
    title: 'Entities, figures, dates and recommendations of articles on cyber policy',
    version,
    schema_version: SCHEMA_VERSION,
    offsets: 'Unicode code points',
    resources: format.formats.flatMap((each, number) => {
      const nameOf = (table: string) => (number === 0 ? table : `${table}-${each}`);
      return Object.values(tables as Record<string, Table>).map((table) => ({
        name: nameOf(table.name),
        type: 'table',
        path: `${table.name}.${each}`,
        description: table.description,
        ...files[each],
        ...(each === 'csv' && format.excel ? { spreadsheet } : {}),
        schema: schemaOf(table, nameOf),
      }));
    }),
  };
}

const schemaOf = (table: Table, nameOf: (table: string) => string): object => ({
  fields: table.columns.map(field),
  missingValues: [''],
  ...(table.primaryKey.length > 0 ? { primaryKey: table.primaryKey } : {}),
  ...(table.foreignKeys.length > 0
    ? {
        foreignKeys: table.foreignKeys.map((key) => ({
          fields: key.fields,
          reference: { resource: nameOf(key.table), fields: key.fields },
        })),
      }
    : {}),
});

function field(column: Column): object {
  const constraints = {
    ...(column.required ? { required: true } : {}),
    ...(column.values ? { enum: column.values } : {}),
  };
  return {
    name: column.name,
    type: column.type,
    description: column.description,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}
