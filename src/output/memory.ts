import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PieceReader } from './blocks.ts';
import { Catalogue } from './catalogue.ts';
import { type ArticleRecord, rowTables } from './chunk.ts';
import { keptCsv } from './formats.ts';
import { OWN } from './lock.ts';

/*
 * What an output folder remembers. `.cyberbrief/index` has a line for every article of the tables,
 * in their order: what it was made from and where its rows stand; its last line tells of the run.
 * While a run goes on, and after one that was cut off, `.cyberbrief/journal.partial` has what was
 * made since: a line like those of the index for each article, its rows behind it.
 */

export const INDEX = `${OWN}/index`;
export const JOURNAL = `${OWN}/journal.partial`;

/** A line of the index: a record, and where its rows begin in each table. */
export type IndexLine = ArticleRecord & { readonly at: readonly number[] };

/** The last line of the index. */
export interface IndexEnd {
  /** Digest of the configuration and the program with which the run came to its end. */
  readonly proven: string;
}

/** A line of the journal that says that an article is being made again. */
interface Gone {
  readonly id: string;
  readonly gone: true;
}

/** An article whose output is there already. */
export interface Kept {
  readonly record: ArticleRecord;
  readonly rows: Uint8Array;
  /** Where each table of the last whole run has its rows; none where they are in the journal. */
  readonly at: readonly number[] | undefined;
}

interface FoundRecord {
  readonly record: ArticleRecord;
  readonly inJournal: boolean;
  /** Where its rows begin in each table, or in the journal. */
  readonly rowsAt: readonly number[];
}

const LINE = 1024;

/** What earlier runs left in a folder. */
export class Memory {
  readonly #directory: string;
  readonly #catalogue = new Catalogue();
  readonly #index: PieceReader | null;
  readonly #journal: PieceReader | null;
  readonly #tables: ReadonlyMap<string, PieceReader>;
  /** Bytes of the journal that are whole. */
  readonly journalSize: number = 0;
  readonly proven: string | null = null;

  /** The record that was read last: one that is found by its id is asked for at once. */
  #last: { readonly place: number; readonly found: FoundRecord | null } | null = null;

  /** @param forget look at nothing that is there */
  constructor(directory: string, forget: boolean) {
    this.#directory = directory;
    const reader = (name: string) => {
      const path = join(directory, name);
      return !forget && existsSync(path) ? new PieceReader(path) : null;
    };
    this.#index = reader(INDEX);
    this.#journal = reader(JOURNAL);
    this.#tables = new Map(
      rowTables.flatMap((name) => {
        const found = reader(keptCsv(name)) ?? reader(`${name}.csv`);
        return found ? [[name, found]] : [];
      }),
    );
    if (this.#index) this.proven = this.#readIndex(this.#index);
    if (this.#journal) this.journalSize = this.#readJournal(this.#journal);
  }

  /** The output of an article, where it was made from the same and nobody has changed it since. */
  keep(id: string, key: string): Kept | null {
    const found = this.#catalogue.find(id, this.#isOf(id));
    if (!found) return null;
    const { record, inJournal, rowsAt } = this.#recordAt(found.place, found.length)!;
    if (record.key !== key) return null;
    const base = join(this.#directory, 'articles', id);
    if (!hasSize(`${base}.json`, record.json)) return null;
    if (record.text !== null && !hasSize(`${base}.txt`, record.text)) return null;
    const pieces = record.sizes.map((size, number) =>
      inJournal
        ? this.#journal!.read(rowsAt[number]!, size)
        : (this.#tables.get(rowTables[number]!)?.read(rowsAt[number]!, size) ?? Buffer.alloc(0)),
    );
    const rows = Buffer.concat(pieces);
    const digest = createHash('sha256').update(rows).digest('base64url');
    return digest === record.digest ? { record, rows, at: inJournal ? undefined : rowsAt } : null;
  }

  /** A table of the last whole run, where it stands at this path. */
  tableAt(path: string): PieceReader | null {
    return [...this.#tables.values()].find((table) => table.path === path) ?? null;
  }

  has(id: string): boolean {
    return this.#catalogue.find(id, this.#isOf(id)) !== null;
  }

  close(): void {
    this.#index?.close();
    this.#journal?.close();
    for (const table of this.#tables.values()) table.close();
  }

  /** A place is twice the offset of a line, and one more in the journal. */
  #recordAt(place: number, length: number) {
    if (this.#last?.place !== place) this.#last = { place, found: this.#readRecord(place, length) };
    return this.#last.found;
  }

  #readRecord(place: number, length: number): FoundRecord | null {
    const inJournal = place % 2 === 1;
    const offset = Math.floor(place / 2);
    const line = (inJournal ? this.#journal : this.#index)!.read(offset, length);
    const record = parseLine(line.toString()) as IndexLine | null;
    if (!record) return null;
    let at = offset + length + 1;
    const rowsAt = inJournal
      ? record.sizes.map((size) => {
          at += size;
          return at - size;
        })
      : record.at;
    return { record, inJournal, rowsAt };
  }

  #isOf(id: string) {
    return (place: number, length: number) => this.#recordAt(place, length)?.record.id === id;
  }

  #readIndex(index: PieceReader): string | null {
    let proven: string | null = null;
    for (const { text, offset, length } of lines(index)) {
      const line = parseLine(text) as IndexLine | IndexEnd | null;
      if (line === null) continue;
      if ('proven' in line) proven = line.proven;
      else if (isRecord(line)) {
        this.#catalogue.set(line.id, offset * 2, length, this.#isOf(line.id));
      }
    }
    return proven;
  }

  /** Reads records up to the first that is not whole. */
  #readJournal(journal: PieceReader): number {
    let offset = 0;
    for (;;) {
      const bytes = lineAt(journal, offset);
      if (bytes === null) return offset;
      const line = parseLine(bytes.toString()) as ArticleRecord | Gone | null;
      if (line === null || typeof line.id !== 'string') return offset;
      const next = offset + bytes.length + 1;
      if ('gone' in line) {
        this.#catalogue.remove(line.id, this.#isOf(line.id));
        offset = next;
        continue;
      }
      if (!isRecord(line)) return offset;
      const end = next + line.sizes.reduce((sum, size) => sum + size, 0);
      if (end > journal.size) return offset;
      this.#catalogue.set(line.id, offset * 2 + 1, bytes.length, this.#isOf(line.id));
      offset = end;
    }
  }
}

export const gone = (id: string): string => `${JSON.stringify({ id, gone: true } as Gone)}\n`;

function isRecord(line: Partial<ArticleRecord>): boolean {
  return (
    typeof line.id === 'string' &&
    Array.isArray(line.sizes) &&
    line.sizes.length === rowTables.length &&
    Array.isArray(line.counts)
  );
}

function parseLine(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** The line that begins at an offset, without its end; null where it has none. */
function lineAt(reader: PieceReader, offset: number): Buffer | null {
  for (let length = LINE; ; length *= 4) {
    const bytes = reader.read(offset, Math.min(length, reader.size - offset));
    const end = bytes.indexOf(10);
    if (end >= 0) return bytes.subarray(0, end);
    if (offset + length >= reader.size) return null;
  }
}

function* lines(reader: PieceReader): Generator<{ text: string; offset: number; length: number }> {
  for (let offset = 0; offset < reader.size; ) {
    const line = lineAt(reader, offset);
    if (line === null) return;
    yield { text: line.toString(), offset, length: line.length };
    offset += line.length + 1;
  }
}

function hasSize(path: string, size: number): boolean {
  const info = statSync(path, { throwIfNoEntry: false });
  return info?.isFile() === true && info.size === size;
}
