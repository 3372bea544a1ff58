import { formFact } from './form-fact.ts';
import type { Match, Pattern } from './pattern.ts';
import type { Starts } from './pattern-nodes.ts';
import type { Form, Token } from './tokens.ts';

interface Entry<Owner> {
  readonly pattern: Pattern;
  readonly owner: Owner;
  readonly rank: number;
}

/** What a token means to a table. */
interface Seen<Owner> {
  /** Patterns that may begin with it. */
  readonly starting: readonly Entry<Owner>[];
  /** Patterns whose second token it may be, a bit each. */
  readonly following: Bits;
  /** Numbers of the needs that it fills. */
  readonly fills: readonly number[];
}

type Bits = Uint32Array;

/** They stand in nearly every sentence: to need one rules nothing out. */
const EVERYWHERE = ['the', 'of', 'to', 'and', 'a', 'in', 'for', 'on', 'that', ',', '.', '-'];

/**
 * Many patterns tried at every token of a sentence. A pattern is passed over where the token behind
 * cannot be its second, or where a word that it needs does not stand in the sentence at all; what a
 * token means to the patterns is found once for each distinct token and remembered.
 */
export class PatternTable<Owner> {
  readonly #entries: readonly Entry<Owner>[];
  readonly #first: StartIndex;
  readonly #second: StartIndex;
  /** Patterns that may end with their first token, or whose second may be any. */
  readonly #alone: Bits;
  /** For a word, the needs that it fills. */
  readonly #fills = new Map<string, number[]>();
  /** The pattern of each need, and the sentence, by number, in which it was filled last. */
  readonly #needOf: Uint16Array;
  readonly #filled: Int32Array;
  /** How many needs each pattern has, and how many of them are open in this sentence. */
  readonly #needed: Uint8Array;
  readonly #open: Uint8Array;
  readonly #look: (form: Form) => Seen<Owner>;
  #sentence = 0;
  #stretch = NOWHERE;
  #seen: Seen<Owner>[] = [];

  constructor(entries: Iterable<readonly [Pattern, Owner]>) {
    this.#entries = [...entries].map(([pattern, owner], rank) => ({ pattern, owner, rank }));
    const size = this.#entries.length;
    this.#first = new StartIndex(this.#entries.map(({ pattern }) => pattern.first));
    const seconds = this.#entries.map(({ pattern }) => pattern.second);
    this.#second = new StartIndex(seconds);
    this.#alone = bits(size);
    for (const [rank, second] of seconds.entries())
      if (!second || second.empty) set(this.#alone, rank);
    const needs = this.#entries.flatMap(({ pattern, rank }) =>
      pattern.needs
        .filter((words) => !EVERYWHERE.some((word) => words.has(word)))
        .map((words) => ({ words, rank })),
    );
    this.#needOf = Uint16Array.from(needs, ({ rank }) => rank);
    this.#filled = new Int32Array(needs.length);
    this.#needed = new Uint8Array(size);
    for (const { rank } of needs) this.#needed[rank]!++;
    this.#open = new Uint8Array(size);
    for (const [need, { words }] of needs.entries()) {
      for (const word of words) {
        const list = this.#fills.get(word);
        if (list) list.push(need);
        else this.#fills.set(word, [need]);
      }
    }
    const nothing: Seen<Owner> = { starting: [], following: bits(size), fills: [] };
    this.#look = formFact((form) => {
      const first = this.#first.of(form);
      const following = this.#second.of(form);
      const fills = this.#fills.get(form.lower);
      if (!first && !following && !fills) return nothing;
      return {
        starting: first ? this.#entries.filter(({ rank }) => has(first, rank)) : nothing.starting,
        following: following ?? nothing.following,
        fills: fills ?? nothing.fills,
      };
    });
  }

  mayStart(form: Form): boolean {
    return this.#look(form).starting.length > 0;
  }

  /**
   * Calls `found` for every match at every token, or at those of `[from, to)` where matches are
   * known to end there: then what a pattern needs must stand there too, and so for the tables that
   * its readers ask.
   */
  scan(
    tokens: readonly Token[],
    found: (match: Match, owner: Owner) => void,
    from = 0,
    to = tokens.length,
  ): void {
    const stretch = { tokens, from, to };
    if (!this.#begin(stretch)) return;
    scanned = stretch;
    for (let index = from; index < to; index++) {
      if (this.#seen[index]!.starting.length > 0) this.#matchesAt(index, found);
    }
    scanned = NOWHERE;
  }

  /** Calls `found` for every match at one token. */
  matchesAt(
    tokens: readonly Token[],
    index: number,
    found: (match: Match, owner: Owner) => void,
  ): void {
    if (!holds(this.#stretch, tokens, index)) {
      const whole = { tokens, from: 0, to: tokens.length };
      this.#begin(holds(scanned, tokens, index) ? scanned : whole);
    }
    this.#matchesAt(index, found);
  }

  #matchesAt(index: number, found: (match: Match, owner: Owner) => void): void {
    const { tokens, to } = this.#stretch;
    const following = index + 1 < to ? this.#seen[index + 1]!.following : null;
    for (const { pattern, owner, rank } of this.#seen[index]!.starting) {
      if (this.#open[rank] !== 0) continue;
      if (!has(this.#alone, rank) && !(following && has(following, rank))) continue;
      const match = pattern.matchAt(tokens, index);
      if (match) found(match, owner);
    }
  }

  /** Whether any pattern may begin anywhere in the stretch. */
  #begin(stretch: Stretch): boolean {
    this.#stretch = stretch;
    const { tokens, from, to } = stretch;
    const seen = this.#seen;
    let any = false;
    for (let index = from; index < to; index++) {
      const found = this.#look(tokens[index]!.form);
      seen[index] = found;
      if (found.starting.length > 0) any = true;
    }
    if (!any) return false;
    const sentence = ++this.#sentence;
    this.#open.set(this.#needed);
    for (let index = from; index < to; index++) {
      for (const need of seen[index]!.fills) {
        if (this.#filled[need] === sentence) continue;
        this.#filled[need] = sentence;
        this.#open[this.#needOf[need]!]!--;
      }
    }
    return true;
  }
}

/** Tokens `[from, to)` of a sentence. */
interface Stretch {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

const NOWHERE: Stretch = { tokens: [], from: 0, to: 0 };

/** What is being scanned, by whatever table. */
let scanned = NOWHERE;

const holds = (stretch: Stretch, tokens: readonly Token[], index: number): boolean =>
  stretch.tokens === tokens && index >= stretch.from && index < stretch.to;

/** Finds which of many places a word may fill, without asking each of them. */
class StartIndex {
  readonly #words = new Map<string, Bits>();
  readonly #tests = new Map<(form: Form) => boolean, Bits>();
  readonly #size: number;

  constructor(starts: readonly (Starts | null)[]) {
    this.#size = starts.length;
    for (const [rank, each] of starts.entries()) {
      for (const word of each?.words ?? []) this.#mark(this.#words, word, rank);
      for (const test of each?.tests ?? []) this.#mark(this.#tests, test, rank);
    }
  }

  /** The places that it may fill, a bit each; null for none. */
  of(form: Form): Bits | null {
    let found = this.#words.get(form.lower) ?? null;
    for (const [test, ranks] of this.#tests) {
      if (test(form)) found = found ? found.map((word, at) => word | ranks[at]!) : ranks;
    }
    return found;
  }

  #mark<Key>(index: Map<Key, Bits>, key: Key, rank: number): void {
    const ranks = index.get(key) ?? bits(this.#size);
    set(ranks, rank);
    index.set(key, ranks);
  }
}

const bits = (size: number): Bits => new Uint32Array((size + 31) >> 5);

const set = (list: Bits, at: number): void => {
  list[at >> 5]! |= 1 << (at & 31);
};

const has = (list: Bits, at: number): boolean => (list[at >> 5]! & (1 << (at & 31))) !== 0;
