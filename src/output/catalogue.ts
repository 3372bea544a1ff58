/**
 * Where the records of many articles stand, by id, in 20 bytes each instead of an object each. It
 * keeps a hash of the id; whether a record is the one that was meant is seen when it is read.
 */
export class Catalogue {
  #hashes = new Uint32Array(1 << 10);
  /** Place + 1; 0 is free, -1 was removed. */
  #places = new Float64Array(1 << 10);
  #lengths = new Uint32Array(1 << 10);
  #used = 0;

  /**
   * The record of an id.
   * @param isOf whether the record at a place is of this id
   */
  find(
    id: string,
    isOf: (place: number, length: number) => boolean,
  ): { place: number; length: number } | null {
    const slot = this.#slotOf(id, isOf);
    return slot < 0 ? null : { place: this.#places[slot]! - 1, length: this.#lengths[slot]! };
  }

  /** Sets the record of an id, instead of the one before. */
  set(
    id: string,
    place: number,
    length: number,
    isOf: (place: number, length: number) => boolean,
  ): void {
    let slot = this.#slotOf(id, isOf);
    if (slot < 0) {
      if (this.#used * 2 >= this.#places.length) this.#grow();
      slot = this.#free(hash(id));
      this.#used++;
    }
    this.#hashes[slot] = hash(id);
    this.#places[slot] = place + 1;
    this.#lengths[slot] = length;
  }

  remove(id: string, isOf: (place: number, length: number) => boolean): void {
    const slot = this.#slotOf(id, isOf);
    if (slot >= 0) this.#places[slot] = -1;
  }

  #slotOf(id: string, isOf: (place: number, length: number) => boolean): number {
    const wanted = hash(id);
    const mask = this.#places.length - 1;
    for (let slot = wanted & mask; ; slot = (slot + 1) & mask) {
      const place = this.#places[slot]!;
      if (place === 0) return -1;
      if (place > 0 && this.#hashes[slot] === wanted && isOf(place - 1, this.#lengths[slot]!)) {
        return slot;
      }
    }
  }

  #free(wanted: number): number {
    const mask = this.#places.length - 1;
    let slot = wanted & mask;
    while (this.#places[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [hashes, places, lengths] = [this.#hashes, this.#places, this.#lengths];
    const size = places.length * 2;
    this.#hashes = new Uint32Array(size);
    this.#places = new Float64Array(size);
    this.#lengths = new Uint32Array(size);
    this.#used = 0;
    for (const [old, place] of places.entries()) {
      if (place <= 0) continue;
      const slot = this.#free(hashes[old]!);
      this.#hashes[slot] = hashes[old]!;
      this.#places[slot] = place;
      this.#lengths[slot] = lengths[old]!;
      this.#used++;
    }
  }
}

/** FNV-1a over UTF-16 code units, 32 bits, its high half mixed into the low. */
function hash(id: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    value = Math.imul(value ^ id.charCodeAt(at), 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
}
