const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/**
 * Translates offsets between UTF-16 code units and Unicode code points of one text. A text without
 * surrogate pairs costs nothing.
 */
export class CodePoints {
  /** UTF-16 offset of each pair's second half, ascending. */
  readonly #pairs: readonly number[];

  constructor(text: string) {
    const pairs: number[] = [];
    for (const match of text.matchAll(PAIR)) pairs.push(match.index + 1);
    this.#pairs = pairs;
  }

  /** Code points before the UTF-16 offset `unit`. */
  fromUnits(unit: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle]! < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  }

  /** UTF-16 offset of the code point number `point`. */
  toUnits(point: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle]! - middle <= point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }
}
