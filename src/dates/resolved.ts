import type { Confidence } from '../kernel/rule.ts';
import type { Token } from '../language/tokens.ts';
import type { Context } from './context.ts';
import type { Stretch } from './stretch.ts';

/** Which of a month, a season or a day of the week is meant by the word in front of it. */
export type Side = 'last' | 'this' | 'next' | 'following';

export interface Resolved {
  /** Null where there is nothing for a relative date to hang on. */
  readonly stretch: Stretch | null;
  readonly relative: boolean;
  readonly confidence: Confidence;
}

/** A place in a sentence: what a moment's resolution looks at. */
export interface Place {
  readonly tokens: readonly Token[];
  /** Token indexes, half-open. */
  readonly start: number;
  readonly end: number;
  readonly context: Context;
}

export const UNANCHORED: Resolved = { stretch: null, relative: true, confidence: 'inferred' };
export const stated = (stretch: Stretch | null): Resolved | null =>
  stretch && { stretch, relative: false, confidence: 'stated' };
export const inferred = (stretch: Stretch | null): Resolved | null =>
  stretch && { stretch, relative: true, confidence: 'inferred' };
