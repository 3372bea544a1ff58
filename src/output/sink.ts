import type { Row } from './tables.ts';

/** Where the rows of one table go, in one format. */
export interface RowSink {
  write(rows: readonly Row[]): Promise<void>;
  /** Ends the file. */
  close(): Promise<void>;
  /** Lets go of a file that is not to be ended. */
  abandon(): Promise<void>;
}
