import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  mkdir,
  open,
  opendir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PieceWriter } from './blocks.ts';
import { type ArticleOutput, type ArticleRecord, rowTables } from './chunk.ts';
import { csvHeader, csvRows } from './csv.ts';
import { csvPath, type PackagePaths, pathsOf, tablePaths, writeFormats } from './formats.ts';
import { type Lock, lockFolder, OWN } from './lock.ts';
import {
  gone,
  INDEX,
  type IndexEnd,
  type IndexLine,
  JOURNAL,
  type Kept,
  Memory,
} from './memory.ts';
import type { TableFormat } from './options.ts';
import { TableFile } from './table-file.ts';
import { type Row, type TableName, tableNames, tables } from './tables.ts';
import { FEW, toDisk } from './to-disk.ts';

/** Ending of files that are being written. */
const PARTIAL = '.partial';

/** There where all files of a run are whole and only their names are still to be given. */
const READY = `${OWN}/index.ready`;

const PACKAGE = 'datapackage.json';
/** In the order in which they take their names: what tells of the tables when they are there. */
const FINAL = [...tablePaths, 'run.json', PACKAGE];

/**
 * The output folder of one run. Every file is written under another name and renamed when it is
 * whole, so that nothing half-written ever stands under a final name. Articles' files take their
 * names at once, the tables in all their formats together at the end. Each article that was made is
 * noted in a journal with its rows, so that a run that is cut off at any point loses next to nothing.
 */
export class OutputFolder {
  readonly #directory: string;
  readonly #format: TableFormat;
  readonly #lock: Lock;
  readonly #memory: Memory;
  readonly #tables: ReadonlyMap<TableName, TableFile>;
  readonly #index: PieceWriter;
  readonly #journal: PieceWriter;
  readonly #folders = new Set<string>();
  readonly #fresh: boolean;
  /** The first files of articles, one more than are flushed one by one. */
  readonly #written: string[] = [];
  #closed = false;
  #ready = false;

  private constructor(
    directory: string,
    format: TableFormat,
    lock: Lock,
    memory: Memory,
    writers: { tables: Map<TableName, TableFile>; index: PieceWriter; journal: PieceWriter },
    fresh: boolean,
  ) {
    this.#directory = directory;
    this.#format = format;
    this.#lock = lock;
    this.#memory = memory;
    this.#tables = writers.tables;
    this.#index = writers.index;
    this.#journal = writers.journal;
    this.#fresh = fresh;
  }

  /**
   * Opens a folder for one run and goes on where an earlier one was cut off.
   * @param forget take nothing over from earlier runs
   * @throws {InputError} `locked` where another run is writing into it
   */
  static async open(directory: string, format: TableFormat, forget = false): Promise<OutputFolder> {
    const fresh = !existsSync(join(directory, 'articles'));
    const lock = await lockFolder(directory);
    try {
      await mkdir(join(directory, 'articles'), { recursive: true });
      await takeNames(directory);
      const memory = new Memory(directory, forget);
      const partial = async (name: string, flags: string, size = 0) => {
        const handle = await open(join(directory, name), flags);
        if (size > 0) await handle.truncate(size);
        return new PieceWriter(handle, size);
      };
      const size = memory.journalSize;
      const journal = await partial(JOURNAL, size > 0 ? 'r+' : 'w', size);
      const index = await partial(`${INDEX}${PARTIAL}`, 'w');
      const files = new Map<TableName, TableFile>();
      for (const name of tableNames) {
        const path = join(directory, csvPath(name, format));
        const header = Buffer.from(csvHeader(tables[name]));
        files.set(name, await TableFile.open(path + PARTIAL, memory.tableAt(path), header));
      }
      const all = { tables: files, index, journal };
      return new OutputFolder(directory, format, lock, memory, all, fresh);
    } catch (cause) {
      await lock.release();
      throw cause;
    }
  }

  /** Digest with which the last whole run came to its end, or null. */
  get proven(): string | null {
    return this.#memory.proven;
  }

  /** What earlier runs made of an article, where it was made from the same. */
  keep(id: string, key: string): Kept | null {
    return this.#memory.keep(id, key);
  }

  /**
   * Writes the files of new articles and notes them in the journal.
   * @returns for each the error where its files cannot have their names, else null
   * @throws where nothing can be written at all: the disk is full, or may not be written to
   */
  async write(outputs: readonly (ArticleOutput & { readonly key: string })[]) {
    for (const { id } of outputs) {
      if (this.#memory.has(id)) this.#journal.add(Buffer.from(gone(id)));
    }
    await this.#journal.flush();
    const errors = await Promise.all(outputs.map((output) => this.#writeArticle(output)));
    for (const [number, output] of outputs.entries()) {
      if (errors[number]) continue;
      this.#journal.add(Buffer.from(`${JSON.stringify(recordOf(output))}\n`));
      this.#journal.add(output.rows);
    }
    await this.#journal.flush();
    return errors;
  }

  /**
   * Appends an article's rows to the tables.
   * @param at where each table of the run before has them
   */
  async append(record: ArticleRecord, rows: Uint8Array, at?: readonly number[]): Promise<void> {
    const line: IndexLine = {
      ...record,
      at: rowTables.map((name) => this.#tables.get(name)!.size),
    };
    let from = 0;
    for (const [number, name] of rowTables.entries()) {
      const to = from + record.sizes[number]!;
      await this.#tables.get(name)!.append(rows.subarray(from, to), at?.[number]);
      from = to;
    }
    if (this.#index.add(Buffer.from(`${JSON.stringify(line)}\n`))) await this.#index.flush();
  }

  async appendError(row: Row): Promise<void> {
    await this.#tables.get('errors')!.append(Buffer.from(csvRows(tables.errors, [row])));
  }

  /**
   * Ends the run: writes the tables in their other formats, gives all files their names and removes
   * articles that it did not have.
   * @param has whether the run had the article
   */
  async commit(
    files: { readonly dataPackage: object; readonly run: object; readonly proven: string },
    has: (id: string) => boolean,
  ): Promise<void> {
    await this.#writeJson(PACKAGE, files.dataPackage);
    await this.#writeJson('run.json', files.run);
    const end: IndexEnd = { proven: files.proven };
    this.#index.add(Buffer.from(`${JSON.stringify(end)}\n`));
    for (const table of this.#tables.values()) await table.finish();
    await this.#index.flush();
    await this.#close();
    await writeFormats(this.#directory, this.#format, PARTIAL);
    await this.#flush();
    await rename(join(this.#directory, `${INDEX}${PARTIAL}`), join(this.#directory, READY));
    this.#ready = true;
    await takeNames(this.#directory);
    await removeStale(join(this.#directory, 'articles'), '', has);
    await this.#lock.release();
  }

  /** Gives up: what was made stays noted in the journal, for the next run to go on from. */
  async abandon(): Promise<void> {
    const noted = [join(this.#directory, JOURNAL)];
    await this.#close()
      .then(() => toDisk(noted, this.#directory))
      .catch(() => {});
    for (const name of this.#ready ? [] : [...FINAL, INDEX]) {
      await rm(join(this.#directory, name + PARTIAL), { force: true }).catch(() => {});
    }
    await this.#lock.release().catch(() => {});
  }

  async #close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#memory.close();
    for (const writer of [...this.#tables.values(), this.#index, this.#journal]) {
      await writer.close();
    }
  }

  /** All that was written, before it is said to be whole: a rename may reach the disk first. */
  async #flush(): Promise<void> {
    const at = (name: string) => join(this.#directory, name);
    // Files of a run that was cut off are not known to have reached the disk.
    const few = this.#written.length <= FEW && this.#memory.journalSize === 0;
    const tables = FINAL.map((name) => at(name + PARTIAL)).filter((path) => existsSync(path));
    const paths = [...tables, at(`${INDEX}${PARTIAL}`), ...this.#written, ...this.#folders];
    await toDisk(few ? paths : null, this.#directory);
  }

  async #writeArticle({ id, json, text }: ArticleOutput): Promise<NodeJS.ErrnoException | null> {
    const path = join(this.#directory, 'articles', id);
    try {
      await this.#writeFile(`${path}.json`, json);
      if (text !== null) await this.#writeFile(`${path}.txt`, text);
      else if (!this.#fresh) await rm(`${path}.txt`, { force: true });
      return null;
    } catch (cause) {
      const error = cause as NodeJS.ErrnoException;
      if (!ITS_OWN_FAULT.has(error.code ?? '')) throw cause;
      await rm(`${path}.json${PARTIAL}`, { force: true }).catch(() => {});
      return error;
    }
  }

  async #writeJson(name: string, value: unknown): Promise<void> {
    await writeFile(join(this.#directory, name + PARTIAL), `${JSON.stringify(value, null, 2)}\n`);
  }

  async #writeFile(path: string, content: Uint8Array): Promise<void> {
    const folder = dirname(path);
    if (!this.#folders.has(folder)) {
      await mkdir(folder, { recursive: true });
      this.#folders.add(folder);
    }
    await writeFile(path + PARTIAL, content);
    await rename(path + PARTIAL, path);
    if (this.#written.length <= FEW) this.#written.push(path);
  }
}

/** Errors of a name rather than of the disk: too long, or a folder has it, or a file in its way. */
const ITS_OWN_FAULT = new Set(['ENAMETOOLONG', 'EISDIR', 'ENOTDIR', 'EEXIST', 'EINVAL', 'EILSEQ']);

export const recordOf = (output: ArticleOutput & { readonly key: string }): ArticleRecord => ({
  id: output.id,
  key: output.key,
  digest: output.digest,
  json: output.json.length,
  text: output.text?.length ?? null,
  sizes: output.sizes,
  counts: output.counts,
});

/**
 * Gives the files of a run that came to its end their names, also where that was cut off; of any
 * other only the journal is left.
 */
async function takeNames(directory: string): Promise<void> {
  const at = (name: string) => join(directory, name);
  const ready = existsSync(at(READY));
  for (const name of FINAL) {
    if (!existsSync(at(name + PARTIAL))) continue;
    if (ready) await rename(at(name + PARTIAL), at(name));
    else await rm(at(name + PARTIAL));
  }
  await rm(at(`${INDEX}${PARTIAL}`), { force: true });
  if (!ready) return;
  const wanted = pathsOf(await packageOf(at(PACKAGE)));
  for (const path of tablePaths) if (!wanted.has(path)) await rm(at(path), { force: true });
  await toDisk([directory, at(OWN)], directory);
  await rm(at(JOURNAL), { force: true });
  await rename(at(READY), at(INDEX));
  await toDisk([at(OWN)], directory);
}

/** What a folder's own description tells; where it cannot be read, that all may be there. */
async function packageOf(path: string): Promise<PackagePaths> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as PackagePaths;
  } catch {
    return { resources: tablePaths.map((each) => ({ path: each })) };
  }
}

/** `articles/` is ours alone: what the run did not have is of an earlier one. */
async function removeStale(
  folder: string,
  prefix: string,
  has: (id: string) => boolean,
): Promise<void> {
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      await removeStale(path, `${prefix}${entry.name}/`, has);
      if ((await readdir(path)).length === 0) await rmdir(path);
    } else {
      const [, name, ending] = /^(.*)\.(json|txt|partial)$/s.exec(entry.name) ?? [];
      if (name === undefined) continue;
      if (ending === 'partial' || !has(prefix + name)) await rm(path);
    }
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
