import { copyFile, open } from 'node:fs/promises';
import { type PieceReader, PieceWriter } from './blocks.ts';

/**
 * A table that is being written in place of an old one. Nothing is written while all that comes stands
 * in the old one too, at the same place: a table that stays as it was is left alone.
 */
export class TableFile {
  readonly #path: string;
  readonly #old: PieceReader | null;
  /** None as long as the table is the old one. */
  #writer: PieceWriter | null = null;
  /** Bytes that are the same as in the old one. */
  #same: number;

  private constructor(path: string, old: PieceReader | null, same: number) {
    this.#path = path;
    this.#old = old;
    this.#same = same;
  }

  /** @param path where it is written, if it is */
  static async open(path: string, old: PieceReader | null, header: Buffer): Promise<TableFile> {
    if (old?.read(0, header.length).equals(header)) return new TableFile(path, old, header.length);
    const file = new TableFile(path, null, 0);
    await file.append(header);
    return file;
  }

  get size(): number {
    return this.#writer?.size ?? this.#same;
  }

  /** @param at where the same bytes stand in the old table, if they do */
  async append(piece: Uint8Array, at?: number): Promise<void> {
    if (!this.#writer && at === this.#same) {
      this.#same += piece.length;
    } else if (piece.length > 0) {
      this.#writer ??= await this.#begin();
      if (this.#writer.add(piece)) await this.#writer.flush();
    }
  }

  /** Writes what is still held back, or what the old table has beyond is left out. */
  async finish(): Promise<void> {
    if (this.#old && this.#old.size > this.#same) this.#writer ??= await this.#begin();
    await this.#writer?.flush();
  }

  async close(): Promise<void> {
    await this.#writer?.close();
  }

  async #begin(): Promise<PieceWriter> {
    if (!this.#old) return new PieceWriter(await open(this.#path, 'w'));
    await copyFile(this.#old.path, this.#path);
    const handle = await open(this.#path, 'r+');
    await handle.truncate(this.#same);
    return new PieceWriter(handle, this.#same);
  }
}
