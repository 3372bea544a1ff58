import { type TableName, tableNames } from './tables.ts';

/** The tables that an article has rows in, in the order in which its rows are kept together. */
export const rowTables = tableNames.filter(
  (name): name is Exclude<TableName, 'errors'> => name !== 'errors',
);

/** An article ready to be written, as UTF-8. */
export interface ArticleOutput {
  readonly id: string;
  /** Its file `articles/<id>.json`. */
  readonly json: Uint8Array;
  /** The text that offsets point into, where it is not the file's own. */
  readonly text: Uint8Array | null;
  /** Its lines of every table, one table after the other as {@link rowTables} has them. */
  readonly rows: Uint8Array;
  /** SHA-256 of `rows`, base64url. */
  readonly digest: string;
  /** Bytes of `rows` by table. */
  readonly sizes: readonly number[];
  /** Rows by table. */
  readonly counts: readonly number[];
}

/** What is remembered of an article that was written. */
export interface ArticleRecord {
  readonly id: string;
  /** Digest of all that its output depends on. */
  readonly key: string;
  readonly digest: string;
  /** Bytes of its files; `text` is null where there is none. */
  readonly json: number;
  readonly text: number | null;
  readonly sizes: readonly number[];
  readonly counts: readonly number[];
}
