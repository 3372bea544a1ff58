import type { Sentence } from '../article/article.ts';
import type { BlockKind } from '../article/schema.ts';
import type { Token } from '../language/tokens.ts';
import type { NamedCandidate } from './named.ts';
import type { Casing } from './text.ts';
import { type ArticleWords, CAPITAL, COUNTED, INNER_NAME, NAME, UPPER } from './traits.ts';
import { words } from './vocabulary.ts';

/** A sentence as the finders see it. */
export class Line {
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly casing: Casing;
  /** The bits of all its words together: what stands nowhere in it need not be looked for. */
  readonly mask: number;
  /** The listed name that covers each token, if any. */
  readonly known: (NamedCandidate | undefined)[];
  /** Of all the article's tokens, the sentence's from `offset` on. */
  readonly #bits: Int32Array;
  readonly #exactIds: Int32Array;
  readonly #lowerIds: Int32Array;
  readonly #offset: number;
  readonly #words: ArticleWords;

  /** Adds the sentence's words to the article's. */
  constructor(sentence: Sentence, offset: number, words: ArticleWords) {
    const { tokens } = sentence;
    this.index = sentence.index;
    this.tokens = tokens;
    this.#offset = offset;
    this.known = new Array<NamedCandidate | undefined>(tokens.length);
    this.#words = words;
    this.#bits = words.bits;
    this.#exactIds = words.exactIds;
    this.#lowerIds = words.lowerIds;
    let mask = 0;
    let lower = 0;
    let capital = 0;
    let upper = 0;
    for (let at = 0; at < tokens.length; at++) {
      const { form } = tokens[at]!;
      const own = words.set(offset + at, form);
      mask |= own;
      if (!(own & COUNTED)) continue;
      if (!(own & CAPITAL)) lower++;
      else {
        capital++;
        if (own & UPPER) upper++;
      }
    }
    this.mask = mask;
    this.casing = casingOf(sentence.kind, lower, capital, upper, tokens.at(-1)?.text === '.');
  }

  /** The token at `at`, if there is one, has any of these bits. */
  has(at: number, bits: number): boolean {
    return at >= 0 && at < this.tokens.length && (this.#bits[this.#offset + at]! & bits) !== 0;
  }

  /** The id of the token's word as it is written, -1 where no token is. */
  exactId(at: number): number {
    return at >= 0 && at < this.tokens.length ? this.#exactIds[this.#offset + at]! : -1;
  }

  /** The id of the token's word in lower case, -1 where no token is. */
  lowerId(at: number): number {
    return at >= 0 && at < this.tokens.length ? this.#lowerIds[this.#offset + at]! : -1;
  }

  /** Marks tokens `[first, last)` with the bits. */
  mark(first: number, last: number, bits: number): void {
    for (let at = first; at < last; at++) this.#bits[this.#offset + at]! |= bits;
  }

  /** A name's token: a capitalised word that is not merely the first of its sentence. */
  isNameToken(at: number): boolean {
    return this.has(at, NAME) || (this.has(at, INNER_NAME) && !this.startsClause(at));
  }

  /** The article writes the token's word also small. */
  isSmall(at: number): boolean {
    return this.#words.isFormSmall(this.tokens[at]!.form);
  }

  /** The token stands where any word has a capital: first, or behind a quote, a colon or a bullet. */
  startsClause(at: number): boolean {
    if (at === 0) return true;
    const { tokens } = this;
    for (let back = at - 1; back >= 0; back--) {
      const token = tokens[back]!;
      if (token.kind === 'word') return false;
      if (token.kind === 'number') {
        if (back === 0) return true;
        continue;
      }
      if (token.text === ':' || token.text === '“' || token.text === '"') return true;
      if (!OPENING.has(token.text)) return false;
      if (token.text === '-' && !token.spaced) return false;
    }
    return true;
  }
}

const OPENING = words('| + ~ — " “ ‘ \' ( [ * # - : . • · > _');

/**
 * How a sentence writes capitals, by its counts of longer words; in headlines they tell nothing of
 * names. `stopped`: it ends with a full stop.
 */
function casingOf(
  kind: BlockKind,
  lower: number,
  capital: number,
  upper: number,
  stopped: boolean,
): Casing {
  if (lower === 0 && upper >= 2 && upper >= 0.8 * capital) return 'caps';
  const headline = kind === 'title' || kind === 'heading';
  // a caption or a short list of names is no headline
  if (headline ? capital >= 3 && lower <= capital * 0.35 : capital >= 6 && lower === 0 && !stopped)
    return 'title';
  return 'usual';
}
