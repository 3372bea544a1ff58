import { ANY, DEEP, MID_TEXT } from './facts.ts';
import { OPENINGS } from './opening.ts';
import type { BlockRule, Page, Verdict } from './page.ts';

/** A rule among those that may take passages with one opening. */
interface Entry {
  readonly rule: BlockRule;
  readonly verdict: Verdict;
  readonly most: number;
  readonly needs: number;
  readonly not: number;
}

/** Rules in their order, each asked only of passages that hold what it needs. */
export class RuleTable {
  readonly #rules: readonly BlockRule[];
  readonly #verdicts: readonly Verdict[];
  readonly #most: number;
  /** By opening, made when the first passage has it. */
  readonly #entries: (readonly Entry[] | undefined)[] = new Array(OPENINGS).fill(undefined);

  constructor(rules: readonly BlockRule[]) {
    this.#rules = rules;
    this.#verdicts = rules.map(({ id, kind }) => ({ kind, rule: id }));
    this.#most = Math.max(...rules.map(({ gate }) => gate?.most ?? Infinity));
  }

  /** Gives each passage without a verdict that of the first rule that takes it. */
  ask(page: Page): void {
    const { passages, verdicts } = page;
    for (let i = 0; i < passages.length; i++) {
      if (verdicts[i] === null && passages[i]!.words <= this.#most)
        verdicts[i] = this.verdictOf(page, i);
    }
  }

  verdictOf(page: Page, index: number): Verdict | null {
    const { passages, prose } = page;
    const passage = passages[index]!;
    const { words, opening } = passage;
    const above = prose[index]!;
    const more = prose[passages.length]! > above;
    const facts = passage.facts | (above >= 2 ? DEEP : 0) | (above >= 3 && more ? MID_TEXT : 0);
    const entries = this.#entries[opening] ?? this.#entriesFor(opening);
    for (let k = 0; k < entries.length; k++) {
      const { most, needs, not, rule, verdict } = entries[k]!;
      if (words > most || (facts & needs) === 0 || (facts & not) !== 0) continue;
      if (rule.test(passage, page, index)) return verdict;
    }
    return null;
  }

  #entriesFor(opening: number): readonly Entry[] {
    const entries: Entry[] = [];
    this.#rules.forEach((rule, i) => {
      const { most = Infinity, needs = ANY, not = 0, openings, or = 0 } = rule.gate ?? {};
      const fits = !openings || openings.some((each) => each.fits(opening));
      if (!fits && or === 0) return;
      entries.push({ rule, verdict: this.#verdicts[i]!, most, needs: fits ? needs : or, not });
    });
    this.#entries[opening] = entries;
    return entries;
  }
}
