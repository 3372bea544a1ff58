import type { Stretch } from './stretch.ts';

/** What a sentence's dates may hang on besides its own words. */
export interface Context {
  /** Day number of the publication, or of the text's own date; null where there is neither. */
  readonly published: number | null;
  /** The last date of the sentences before, and how many sentences ago; null where there is none. */
  readonly before: Said | null;
  /** The last dates of the sentences before, the last first. */
  readonly earlier: readonly Stretch[];
  /** Dates found so far in this sentence, in the order in which they begin. */
  readonly seen: Seen[];
  /** Dates inside of longer ones are wanted too. */
  readonly nested: boolean;
}

/** A date of this sentence. Offsets are token indexes, half-open. */
export interface Seen {
  readonly start: number;
  readonly end: number;
  readonly stretch: Stretch;
  /** It is an item of a list whose later items hang on it: "July 4" of "July 4, 5 and 6". */
  readonly listed?: boolean;
}

export interface Said {
  readonly stretch: Stretch;
  /** Sentences ago, and one more where a paragraph has ended. */
  readonly distance: number;
}

/** A context for one sentence. `published` is a day number. */
export const contextOf = (
  published: number | null,
  before: Said | null = null,
  earlier: readonly Stretch[] = [],
  nested = false,
): Context => ({
  published,
  before,
  earlier,
  seen: [],
  nested,
});

/** The date that stands last before token `index` in its sentence; of several the longest. */
export function saidBefore(context: Context, index: number): Stretch | null {
  let best: Context['seen'][number] | undefined;
  for (const each of context.seen) {
    if (each.end > index) continue;
    if (!best || each.end > best.end || (each.end === best.end && each.start < best.start)) {
      best = each;
    }
  }
  return best?.stretch ?? null;
}

/** The date before token `index` in this sentence or the ones before it. */
export const previousDate = (context: Context, index: number): Stretch | null =>
  saidBefore(context, index) ?? context.before?.stretch ?? null;
