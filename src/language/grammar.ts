import type { Candidate, Confidence, Example } from '../kernel/rule.ts';
import { compilePattern, type Match, type TokenClasses } from './pattern.ts';
import { PatternTable } from './pattern-table.ts';
import { putByRank } from './ranked.ts';
import type { Token } from './tokens.ts';

/** What a rule makes of a match: a value, how it is known, and the span where it is not the match's. */
export interface Made<Value> {
  readonly value: Value;
  readonly confidence?: Confidence;
  /** Token indexes, half-open, in place of the match's own. */
  readonly start?: number;
  readonly end?: number;
}

/**
 * A rule: an id chosen by a person, patterns in the notation of `pattern.ts`, a function that makes
 * the value (null: this was none), and examples of which some must find nothing.
 */
export interface Rule<Value, Context = undefined> {
  readonly id: string;
  readonly patterns: readonly string[];
  make(match: Match, tokens: readonly Token[], context: Context): Made<Value> | null;
  readonly examples: readonly Example<Value>[];
}

interface Owner<Value, Context> {
  readonly rule: Rule<Value, Context>;
  readonly rank: number;
  readonly by: string;
}

export interface Grammar<Value, Context> {
  /**
   * All that the rules propose in one sentence, or in its tokens `[from, to)`, rule by rule in their
   * order; overlaps remain.
   */
  find(tokens: readonly Token[], context: Context, from?: number, to?: number): Candidate<Value>[];
}

/**
 * Compiles rules into one pass over the tokens of a sentence.
 * @param stage prefix of the rules' ids in `by`
 * @throws {Error} where an id stands twice or a pattern is not well formed
 */
export function compileGrammar<Value, Context>(
  stage: string,
  rules: readonly Rule<Value, Context>[],
  classes: TokenClasses,
): Grammar<Value, Context> {
  const ids = new Set<string>();
  for (const { id } of rules) {
    if (ids.has(id)) throw new Error(`the rule ${stage}/${id} stands twice`);
    ids.add(id);
  }
  const table = new PatternTable<Owner<Value, Context>>(
    rules.flatMap((rule, rank) =>
      rule.patterns.map(
        (source) =>
          [compilePattern(source, classes), { rule, rank, by: `${stage}/${rule.id}` }] as const,
      ),
    ),
  );
  /** Of what is found in a sentence, and behind them what is left of sentences before. */
  const ranks: number[] = [];
  return {
    find(tokens, context, from, to) {
      const found: Candidate<Value>[] = [];
      const keep = (match: Match, { rule, rank, by }: Owner<Value, Context>) => {
        const made = rule.make(match, tokens, context);
        if (!made) return;
        const start = made.start ?? match.start;
        const end = made.end ?? match.end;
        if (end <= start) return;
        const candidate: Candidate<Value> = {
          start: tokens[start]!.start,
          end: tokens[end - 1]!.end,
          value: made.value,
          by,
          confidence: made.confidence ?? 'stated',
        };
        putByRank(found, ranks, candidate, rank);
      };
      table.scan(tokens, keep, from, to);
      return found;
    },
  };
}
