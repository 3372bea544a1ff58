import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

const READ_AHEAD = 128 * 1024;

/** Reads pieces of a file, fast where they follow one another. */
export class PieceReader {
  readonly #fd: number;
  readonly path: string;
  readonly size: number;
  #window: Buffer = Buffer.alloc(0);
  #from = 0;

  constructor(path: string) {
    this.#fd = openSync(path, 'r');
    this.path = path;
    this.size = fstatSync(this.#fd).size;
  }

  /** The bytes from `offset` on; fewer than `length` at the end of the file. */
  read(offset: number, length: number): Buffer {
    const inside = offset - this.#from;
    if (inside >= 0 && inside + length <= this.#window.length) {
      return this.#window.subarray(inside, inside + length);
    }
    // The pieces handed out may still be in use: the window is never written over.
    const window = Buffer.allocUnsafe(Math.max(length, READ_AHEAD));
    let filled = 0;
    while (filled < window.length) {
      const got = readSync(this.#fd, window, filled, window.length - filled, offset + filled);
      if (got === 0) break;
      filled += got;
    }
    this.#window = window.subarray(0, filled);
    this.#from = offset;
    return this.#window.subarray(0, length);
  }

  close(): void {
    closeSync(this.#fd);
  }
}

const WRITE_BEHIND = 256 * 1024;

/** Writes to the end of a file, in large pieces. */
export class PieceWriter {
  readonly #handle: FileHandle;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  /** The length of the file when all is written. */
  size: number;

  constructor(handle: FileHandle, size = 0) {
    this.#handle = handle;
    this.size = size;
  }

  /** Takes a piece; true where {@link flush} should be called soon. */
  add(piece: Uint8Array): boolean {
    if (piece.length > 0) this.#pieces.push(piece);
    this.#bytes += piece.length;
    this.size += piece.length;
    return this.#bytes >= WRITE_BEHIND;
  }

  async flush(): Promise<void> {
    if (this.#pieces.length === 0) return;
    const all = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces);
    const start = this.size - this.#bytes;
    this.#pieces = [];
    this.#bytes = 0;
    for (let done = 0; done < all.length; ) {
      const { bytesWritten } = await this.#handle.write(all, done, all.length - done, start + done);
      done += bytesWritten;
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}
