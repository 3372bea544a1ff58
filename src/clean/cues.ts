/**
 * Phrases looked for in many short texts. What a text cannot hold is told from its pairs of
 * neighbouring characters (a Bloom filter, https://doi.org/10.1145/362686.362692), so that it is
 * seldom searched at all.
 */
export class Cues {
  readonly #cues: readonly { readonly phrase: string; readonly pairs: readonly number[] }[];

  constructor(phrases: readonly string[]) {
    this.#cues = phrases.map((phrase) => {
      const pairs: number[] = [];
      for (let at = 1; at < phrase.length; at++) pairs.push(pairAt(phrase, at));
      return { phrase, pairs };
    });
  }

  /** Whether any of the phrases stands in the text, whose pairs these are. */
  anyIn(text: string, held: Pairs): boolean {
    for (const { phrase, pairs } of this.#cues) {
      if (mayHold(held, pairs) && text.includes(phrase)) return true;
    }
    return false;
  }
}

/** A set of pairs of characters, one bit each of 1,024. */
export type Pairs = Int32Array;

export function pairsOf(text: string): Pairs {
  const held = new Int32Array(32);
  for (let at = 1; at < text.length; at++) {
    const pair = pairAt(text, at);
    held[pair >> 5]! |= 1 << (pair & 31);
  }
  return held;
}

const pairAt = (text: string, at: number): number =>
  ((text.charCodeAt(at - 1) << 5) ^ text.charCodeAt(at)) & 1023;

function mayHold(held: Pairs, pairs: readonly number[]): boolean {
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at]!;
    if ((held[pair >> 5]! & (1 << (pair & 31))) === 0) return false;
  }
  return true;
}
