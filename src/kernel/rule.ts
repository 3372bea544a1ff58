import type { Span } from './span.ts';

/**
 * How a value is known: `stated`, the words say it; `inferred`, a part was filled in from context
 * (a year from the publication date); `guessed`, one of several readings was chosen.
 */
export type Confidence = 'stated' | 'inferred' | 'guessed';

/** What a rule proposes for a stretch of text, before overlaps are resolved. */
export interface Candidate<Value> extends Span {
  readonly value: Value;
  /** Stage and rule, as in `dates/day`. */
  readonly by: string;
  readonly confidence: Confidence;
}

/**
 * A sentence with what the rule, tried on it, must find: the words of each find and any of its
 * fields. An empty list says that the sentence is a trap.
 */
export interface Example<Value> {
  readonly text: string;
  readonly finds: readonly ({ readonly text: string } & Partial<Value>)[];
  /** Publication date of the imagined article, ISO. */
  readonly published?: string;
}
