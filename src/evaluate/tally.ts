/*
 * Counts are data, ratios are views of them: tallies are added over articles and divided once.
 */

/** The five outcomes of SemEval-2013 task 9, as counts. */
export interface Tally {
  correct: number;
  incorrect: number;
  partial: number;
  missed: number;
  spurious: number;
}
export type Outcome = keyof Tally;
export const outcomes = ['correct', 'incorrect', 'partial', 'missed', 'spurious'] as const;

export const emptyTally = (): Tally => ({
  correct: 0,
  incorrect: 0,
  partial: 0,
  missed: 0,
  spurious: 0,
});

export function addTally(to: Tally, tally: Tally): void {
  for (const outcome of outcomes) to[outcome] += tally[outcome];
}

/** What every ratio is made of; a partial match is half a hit. */
export interface Quotients {
  readonly hits: number;
  /** What gold has. */
  readonly possible: number;
  /** What was found. */
  readonly actual: number;
}

export const quotients = (tally: Tally): Quotients => ({
  hits: tally.correct + tally.partial / 2,
  possible: tally.correct + tally.incorrect + tally.partial + tally.missed,
  actual: tally.correct + tally.incorrect + tally.partial + tally.spurious,
});

/** Precision, recall and F1; null where there is nothing to divide by. */
export interface Scores {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export function scoresOf({ hits, possible, actual }: Quotients): Scores {
  return {
    precision: ratio(hits, actual),
    recall: ratio(hits, possible),
    f1: ratio(2 * hits, possible + actual),
  };
}

export const ratio = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole;

/** Tallies of one article, or of many added, by the key of their {@link tallyKey}. */
export type Tallies = Map<string, Tally>;

export type TableName = 'layer' | 'type' | 'rule' | 'confidence';

/** Where a tally belongs: the measure by its id, and in the finer tables the group counted. */
export interface TallyPlace {
  readonly table: TableName;
  readonly measure: string;
  readonly group: string;
}

export const tallyKey = (table: TableName, measure: string, group = ''): string =>
  `${table}\t${measure}\t${group}`;

export function placeOf(key: string): TallyPlace {
  const [table, measure, ...group] = key.split('\t');
  return { table: table as TableName, measure: measure!, group: group.join('\t') };
}

export function count(tallies: Tallies, key: string, outcome: Outcome, by = 1): void {
  let tally = tallies.get(key);
  if (!tally) {
    tally = emptyTally();
    tallies.set(key, tally);
  }
  tally[outcome] += by;
}

export function sumTallies(all: Iterable<Tallies>): Tallies {
  const sum: Tallies = new Map();
  for (const tallies of all) {
    for (const [key, tally] of tallies) {
      const to = sum.get(key);
      if (to) addTally(to, tally);
      else sum.set(key, { ...tally });
    }
  }
  return sum;
}
