import { ANY } from './facts.ts';
import { Openings } from './opening.ts';
import type { BlockRule, Page, Verdict } from './page.ts';
import { ANYWHERE, placeOf } from './places.ts';

/**
 * The rules that may take passages with one opening, in their order: of each, as numbers in a row,
 * its most words, the bits that it needs, those that it cannot have, its places and its index.
 */
type Candidates = Int32Array;
const WIDTH = 5;
/** Openings whose candidates are kept. */
const MOST = 5000;

/** Rules in their order, each asked only of passages that hold what it needs. */
export class RuleTable {
  readonly #rules: readonly BlockRule[];
  readonly #verdicts: readonly Verdict[];
  /** Most words of a passage that any rule takes. */
  readonly #most: number;
  readonly #openings: Openings;
  /** By opening; many have the same candidates, and where no rule asks for an opening all do. */
  readonly #candidates = new Map<number, Candidates>();
  readonly #known = new Map<string, Candidates>();
  readonly #always: Candidates | null;

  constructor(rules: readonly BlockRule[]) {
    this.#rules = rules;
    this.#verdicts = rules.map(({ id, kind }) => ({ kind, rule: id }));
    this.#openings = new Openings(rules.map(({ gate }) => gate?.openings ?? []));
    this.#always = rules.some(({ gate }) => gate?.openings) ? null : this.#findCandidates(0);
    this.#most = Math.max(...rules.map(({ gate }) => gate?.most ?? Infinity));
  }

  /** Gives each passage without a verdict that of the first rule that takes it; whether one did. */
  ask(page: Page): boolean {
    const { passages, verdicts } = page;
    let some = false;
    for (let i = 0; i < passages.length; i++) {
      if (verdicts[i] !== null || passages[i]!.words > this.#most) continue;
      const verdict = this.verdictOf(page, i);
      if (verdict === null) continue;
      verdicts[i] = verdict;
      some = true;
    }
    return some;
  }

  verdictOf(page: Page, index: number): Verdict | null {
    const passage = page.passages[index]!;
    const { facts, opening, words } = passage;
    const place = placeOf(page, index);
    const candidates =
      this.#always ?? this.#candidates.get(opening) ?? this.#findCandidates(opening);
    for (let at = 0; at < candidates.length; at += WIDTH) {
      if (
        words <= candidates[at]! &&
        (facts & candidates[at + 1]!) !== 0 &&
        (facts & candidates[at + 2]!) === 0 &&
        (place & candidates[at + 3]!) !== 0
      ) {
        const rule = candidates[at + 4]!;
        if (this.#rules[rule]!.test(passage, page, index)) return this.#verdicts[rule]!;
      }
    }
    return null;
  }

  #findCandidates(opening: number): Candidates {
    const fitting = this.#openings.fitting(opening);
    const key = fitting.join();
    const candidates = this.#known.get(key) ?? this.#candidatesOf(fitting);
    this.#known.set(key, candidates);
    if (this.#candidates.size >= MOST) this.#candidates.clear();
    this.#candidates.set(opening, candidates);
    return candidates;
  }

  /** @param fitting the rules that may take what begins so, as bits */
  #candidatesOf(fitting: Int32Array): Candidates {
    const row: number[] = [];
    this.#rules.forEach(({ gate = {} }, rule) => {
      const { most = 0x7fffffff, needs = ANY, not = 0, openings, or = 0, where = ANYWHERE } = gate;
      const fits = !openings || ((fitting[rule >> 5]! >> (rule & 31)) & 1) !== 0;
      if (fits || or !== 0) row.push(most, fits ? needs : or, not, where, rule);
    });
    return Int32Array.from(row);
  }
}
