import { extname, relative, sep } from 'node:path';
import type { Format } from './document.ts';

/** What a file holds, by its ending. */
export const FORMATS: Readonly<Record<string, Format | 'lines'>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.jsonl': 'lines',
  '.ndjson': 'lines',
};

export const formatOf = (path: string): Format | 'lines' | undefined =>
  FORMATS[extname(path).toLowerCase()];

export const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** A file that holds an article or many. */
export interface FoundFile {
  readonly path: string;
  readonly id: string;
  readonly format: Format | 'lines';
}

/** Files of one folder that were found one after the other. */
interface Group {
  /** Where their ids begin. */
  readonly base: string;
  readonly folder: string;
  /** Parted by slashes, which no name has. */
  readonly names: string;
}

/** Files in the order in which they were found, a few bytes each: a million of them fit in memory. */
export class FileList implements Iterable<FoundFile> {
  readonly #groups: Group[] = [];
  #base = '';
  #folder = '';
  #names: string[] = [];
  #length = 0;
  #exact = true;

  get length(): number {
    return this.#length;
  }

  /** Each file holds one article. */
  get exact(): boolean {
    return this.#exact;
  }

  /** @param path of a file of a known format */
  add(path: string, base: string): void {
    const from = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, from);
    if (folder !== this.#folder || base !== this.#base) {
      this.#close();
      this.#base = base;
      this.#folder = folder;
    }
    this.#names.push(path.slice(from));
    this.#length++;
    if (formatOf(path) === 'lines') this.#exact = false;
  }

  *[Symbol.iterator](): Generator<FoundFile> {
    this.#close();
    for (const { base, folder, names } of this.#groups) {
      for (const name of names.split('/')) yield fileAt(folder + name, base);
    }
  }

  #close(): void {
    if (this.#names.length === 0) return;
    this.#groups.push({ base: this.#base, folder: this.#folder, names: this.#names.join('/') });
    this.#names = [];
  }
}

function fileAt(path: string, base: string): FoundFile {
  const id = slashes(relative(base, path)).slice(0, -extname(path).length);
  return { path, id, format: formatOf(path)! };
}
