import { createHash } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { csvHeader, csvRows } from './csv.ts';
import { type Row, type TableName, tableNames, tables } from './tables.ts';

/** Ending of files that are being written; a run that finds them left behind removes them. */
const PARTIAL = '.partial';

/**
 * The output folder of one run. Every file is written under another name beside its place and
 * renamed when it is whole, so that nothing half-written ever stands under a final name. Tables are
 * appended to as articles come and take their names together at the end.
 */
export class OutputFolder {
  readonly #directory: string;
  readonly #streams: ReadonlyMap<TableName, WriteStream>;
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();
  #failure: Error | undefined;

  private constructor(directory: string) {
    this.#directory = directory;
    this.#streams = new Map(
      tableNames.map((name) => {
        const stream = createWriteStream(join(directory, `${name}.csv${PARTIAL}`));
        stream.on('error', (error) => {
          this.#failure ??= error;
        });
        stream.write(csvHeader(tables[name]));
        return [name, stream];
      }),
    );
  }

  static async open(directory: string): Promise<OutputFolder> {
    await mkdir(join(directory, 'articles'), { recursive: true });
    return new OutputFolder(directory);
  }

  /** Appends lines that are CSV already; waits while the disk is behind. */
  async append(table: TableName, lines: string): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (lines === '') return;
    const stream = this.#streams.get(table)!;
    if (!stream.write(lines)) {
      await new Promise<void>((resolve, reject) => {
        const done = () => {
          stream.off('error', reject);
          resolve();
        };
        stream.once('drain', done);
        stream.once('error', reject);
      });
    }
  }

  async appendRows(table: TableName, rows: readonly Row[]): Promise<void> {
    await this.append(table, csvRows(tables[table], rows));
  }

  /** Writes `articles/<name>`. */
  async writeArticle(name: string, content: string): Promise<void> {
    await this.#write(`articles/${name}`, content);
  }

  async writeJson(name: string, value: unknown): Promise<void> {
    await this.#write(name, `${JSON.stringify(value, null, 2)}\n`);
  }

  /** Ends the tables, gives them their names, and removes articles of earlier runs. */
  async close(): Promise<void> {
    for (const stream of this.#streams.values()) stream.end();
    await Promise.all([...this.#streams.values()].map((stream) => finished(stream)));
    if (this.#failure) throw this.#failure;
    for (const name of tableNames) {
      const path = join(this.#directory, `${name}.csv`);
      await rename(path + PARTIAL, path);
    }
    await this.#removeStale(join(this.#directory, 'articles'), 'articles');
  }

  /** Gives up: what is whole stays, the tables that were begun are removed. */
  async abandon(): Promise<void> {
    for (const stream of this.#streams.values()) stream.destroy();
    for (const name of tableNames) {
      await rm(join(this.#directory, `${name}.csv${PARTIAL}`), { force: true });
    }
  }

  async #write(name: string, content: string): Promise<void> {
    const path = join(this.#directory, name);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) {
      await mkdir(folder, { recursive: true });
      this.#folders.add(folder);
    }
    await writeFile(path + PARTIAL, content);
    await rename(path + PARTIAL, path);
    this.#written.add(name);
  }

  /** `articles/` is ours alone: what this run did not write there is of an earlier one. */
  async #removeStale(folder: string, name: string): Promise<boolean> {
    let empty = true;
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const inner = `${name}/${entry.name}`;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (await this.#removeStale(path, inner)) await rmdir(path);
        else empty = false;
      } else if (/\.(?:json|txt|partial)$/.test(entry.name) && !this.#written.has(inner)) {
        await rm(path);
      } else {
        empty = false;
      }
    }
    return empty;
  }
}

/** Digest of a value that does not depend on the order of its keys. */
export function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
