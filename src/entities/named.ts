import type { EntityType } from '../article/schema.ts';
import type { Candidate } from '../kernel/rule.ts';
import type { Thing } from './lexicon-schema.ts';

/** What a finder proposes for a stretch of one sentence. */
export interface Named {
  readonly type: EntityType;
  /** The lexicon's entry, or null for a name found by its shape or company. */
  readonly entry: Thing | null;
  /** Index of the sentence in the article, and token indexes in it, half-open. */
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** The full name where the words that stand there are a part of it ("Departments of Commerce"). */
  readonly full: string | undefined;
}

export type NamedCandidate = Candidate<Named>;
