export const formats = ['csv', 'json', 'ndjson', 'parquet'] as const;
export type Format = (typeof formats)[number];

/** How the tables of a folder are written. */
export interface TableFormat {
  /** The first is the one that the package's resources have their plain names from. */
  readonly formats: readonly Format[];
  /** CSV for spreadsheets: see `CsvOptions`. */
  readonly excel: boolean;
}

export const plainCsv: TableFormat = { formats: ['csv'], excel: false };
