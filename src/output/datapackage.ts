import { type Column, type Table, tables } from './tables.ts';

/** Version of the tables' contract: raised in its first part only if a column changed its meaning. */
export const SCHEMA_VERSION = '1.0.0';

/**
 * The description of the CSV tables, by the Data Package standard v2
 * (https://datapackage.org/standard/data-package/).
 */
export function dataPackage(version: string): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'cyberbrief',
    title: 'Entities, figures, dates and recommendations of articles on cyber policy',
    version,
    schema_version: SCHEMA_VERSION,
    offsets: 'Unicode code points',
    resources: Object.values(tables as Record<string, Table>).map((table) => ({
      name: table.name,
      type: 'table',
      path: `${table.name}.csv`,
      description: table.description,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true },
      schema: {
        fields: table.columns.map(field),
        missingValues: [''],
        ...(table.primaryKey.length > 0 ? { primaryKey: table.primaryKey } : {}),
        ...(table.foreignKeys.length > 0
          ? {
              foreignKeys: table.foreignKeys.map((key) => ({
                fields: key.fields,
                reference: { resource: key.table, fields: key.fields },
              })),
            }
          : {}),
      },
    })),
  };
}

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
