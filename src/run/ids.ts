import type { RawDocument } from '../input/document.ts';
import { InputError } from '../kernel/errors.ts';
import { Catalogue } from '../output/catalogue.ts';

/** Bytes of a page of records. */
const PAGE = 1 << 20;
/** Parts what a record holds; neither ids nor paths have it. */
const NUL = '\0';

/**
 * The ids of a run, each of which is a file under the output folder, and the paths of their documents;
 * some fifty bytes each.
 */
export class Ids {
  readonly #catalogue = new Catalogue();
  readonly #pages: Buffer[] = [];
  /** Bytes of the last page that are taken. */
  #taken = PAGE;
  /** What paths begin with in front of the id, or of what tells a file's documents apart. */
  readonly #stems: string[] = [];
  readonly #stemNumbers = new Map<string, number>();
  /** Folders of ids that are called like an article's file. */
  readonly #folders = new Set<string>();

  has(id: string): boolean {
    return this.#catalogue.find(id, this.#isOf(id)) !== null;
  }

  /** The reason why a document cannot have its id, or null. */
  take({ id, path }: Pick<RawDocument, 'id' | 'path'>): InputError | null {
    const quoted = JSON.stringify(id);
    const isOf = this.#isOf(id);
    const twin = this.#catalogue.find(id, isOf);
    if (twin) {
      const { path: taker } = this.#recordAt(twin.place, twin.length);
      return new InputError('duplicate_id', `the id ${quoted} is taken by ${taker}`);
    }
    const folders = [...id.matchAll(/\.(?:json|txt)(?:\.partial)?(?=\/)/g)].map((match) => ({
      name: id.slice(0, match.index + match[0].length),
      file: id.slice(0, match.index),
    }));
    const inside = folders.find(({ file }) => this.has(file));
    if (inside || this.#folders.has(`${id}.json`) || this.#folders.has(`${id}.txt`)) {
      const message = `the id ${quoted} would be a folder and a file of the same name`;
      return new InputError('id', message);
    }
    for (const { name } of folders) this.#folders.add(name);
    const record = this.#recordOf(id, path);
    this.#catalogue.set(id, this.#add(record), record.length, isOf);
    return null;
  }

  #isOf(id: string) {
    return (place: number, length: number) => this.#recordAt(place, length).id === id;
  }

  #recordOf(id: string, path: string): Buffer {
    const found = path.lastIndexOf(id);
    const cut = found >= 0 ? found : Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1;
    const rest = found >= 0 ? path.slice(cut + id.length) : path.slice(cut);
    const stem = this.#numberOf(path.slice(0, cut));
    return Buffer.from([stem, found >= 0 ? 'id' : '', id, rest].join(NUL));
  }

  #recordAt(place: number, length: number): { id: string; path: string } {
    const at = place % PAGE;
    const page = this.#pages[(place - at) / PAGE]!;
    const [stem, named, id, rest] = page.toString('utf8', at, at + length).split(NUL);
    return { id: id!, path: this.#stems[Number(stem)]! + (named && id) + rest };
  }

  #numberOf(stem: string): number {
    let number = this.#stemNumbers.get(stem);
    if (number === undefined) {
      number = this.#stems.push(stem) - 1;
      this.#stemNumbers.set(stem, number);
    }
    return number;
  }

  /** Keeps a record and tells its place. */
  #add(record: Buffer): number {
    if (this.#taken + record.length > PAGE) {
      // a record that is larger than a page has one of its own
      this.#pages.push(Buffer.allocUnsafeSlow(Math.max(PAGE, record.length)));
      this.#taken = 0;
    }
    const place = (this.#pages.length - 1) * PAGE + this.#taken;
    record.copy(this.#pages.at(-1)!, this.#taken);
    this.#taken += record.length;
    return place;
  }
}
