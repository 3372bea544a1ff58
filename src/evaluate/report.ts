import type { Judgement } from './judge.ts';
import { layers } from './label.ts';
import { type Measure, measureById, measures } from './measures.ts';
import type { TableName } from './options.ts';
import {
  compare,
  defaultResampling,
  type Interval,
  intervals,
  type Resampling,
} from './resample.ts';
import {
  emptyTally,
  placeOf,
  quotients,
  ratio,
  scoresOf,
  sumTallies,
  type Tallies,
  type Tally,
  tallyKey,
} from './tally.ts';

/** A line of any of the tables. What cannot be divided is null. */
export interface ScoreRow extends Tally {
  readonly table: TableName;
  /** Id of the measure, as in `entities.strict`. */
  readonly measure: string;
  /** The type, article, rule or grade; null in the table of layers. */
  readonly group: string | null;
  /** Labels of gold. */
  readonly possible: number;
  /** Labels found. */
  readonly actual: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** For measures that are shares. */
  readonly share: number | null;
  /** 95 % interval of F1 or of the share. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A measure of two predictions. */
export interface ComparisonRow {
  readonly measure: string;
  readonly baseline: number | null;
  readonly score: number | null;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  readonly holm: number | null;
  readonly verdict: Verdict;
}

/** `better` and `worse` are more than noise (p < 0.05); `same` is the same in every article. */
export type Verdict = 'better' | 'worse' | 'noise' | 'same' | 'unknown';

export interface Report {
  readonly articles: readonly string[];
  /** Articles of gold of which there is no prediction; they count as missed. */
  readonly missing: readonly string[];
  /** Predictions of which there is no gold; they are not counted. */
  readonly unlabelled: readonly string[];
  readonly seed: number;
  readonly resamples: number;
  readonly rows: readonly ScoreRow[];
  readonly comparison: readonly ComparisonRow[] | null;
}

export interface ReportInput {
  readonly judgements: readonly Judgement[];
  readonly missing?: readonly string[];
  readonly unlabelled?: readonly string[];
  /** Of the same articles, by another prediction. */
  readonly baseline?: readonly Judgement[];
  readonly resampling?: Resampling;
}

/** Measures of the table of articles: one or two for each layer. */
const ARTICLE_MEASURES = [
  'clean.characters',
  'blocks.strict',
  'sentences.exact',
  'entities.strict',
  'entities.row',
  'figures.overlap',
  'figures.row',
  'dates.overlap',
  'dates.row',
  'recommendations.sentence',
  'recommendations.row',
];

/** Adds up what was judged and makes the tables of it, in an order that hangs on nothing else. */
export function report(input: ReportInput): Report {
  const resampling = input.resampling ?? defaultResampling;
  const judgements = inOrder(input.judgements);
  const articles = judgements.map((each) => each.tallies);
  const sum = sumTallies(articles);
  const layerKeys = measures.map((each) => tallyKey('layer', each.id));
  const typeKeys = [...sum.keys()].filter((key) => placeOf(key).table === 'type').sort();
  const spread = intervals(articles, [...layerKeys, ...typeKeys], resampling);
  const rows = [
    ...measures.map((each, at) =>
      rowOf('layer', each, null, sum.get(layerKeys[at]!), spread.get(layerKeys[at]!)),
    ),
    ...grouped('type', sum, spread),
    ...judgements.flatMap((judgement) => articleRows(judgement)),
    ...grouped('rule', sum, spread),
    ...grouped('confidence', sum, spread),
  ];
  return {
    articles: judgements.map((each) => each.article_id),
    missing: [...(input.missing ?? [])].sort(),
    unlabelled: [...(input.unlabelled ?? [])].sort(),
    seed: resampling.seed,
    resamples: resampling.resamples,
    rows,
    comparison: input.baseline
      ? comparison(inOrder(input.baseline), articles, layerKeys, resampling)
      : null,
  };
}

/** The F1, or the share, of every measure over all articles, by its id. */
export function scoresByMeasure(judgements: readonly Judgement[]): Map<string, number | null> {
  const sum = sumTallies(judgements.map((each) => each.tallies));
  return new Map(
    measures.map(({ id }) => [
      id,
      scoresOf(quotients(sum.get(tallyKey('layer', id)) ?? emptyTally())).f1,
    ]),
  );
}

const inOrder = (judgements: readonly Judgement[]): Judgement[] =>
  [...judgements].sort((a, b) => (a.article_id < b.article_id ? -1 : 1));

function rowOf(
  table: TableName,
  { id, kind }: Measure,
  group: string | null,
  counted: Tally | undefined,
  interval: Interval | undefined,
): ScoreRow {
  const tally = counted ?? emptyTally();
  const parts = quotients(tally);
  const { precision, recall, f1 } = scoresOf(parts);
  const isShare = kind === 'share';
  // A rule or a grade is known of what was found only: there is nothing to recall.
  const recallable = !isShare && table !== 'rule' && table !== 'confidence';
  return {
    table,
    measure: id,
    group,
    ...tally,
    possible: parts.possible,
    actual: parts.actual,
    precision: isShare ? null : precision,
    recall: recallable ? recall : null,
    f1: recallable ? f1 : null,
    share: isShare ? ratio(parts.hits, parts.possible) : null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

const rank = (measure: string): number => measures.findIndex((each) => each.id === measure);

function grouped(
  table: 'type' | 'rule' | 'confidence',
  sum: Tallies,
  spread: ReadonlyMap<string, Interval>,
): ScoreRow[] {
  return [...sum]
    .map(([key, tally]) => ({ key, tally, place: placeOf(key) }))
    .filter(({ place }) => place.table === table)
    .sort(
      (a, b) =>
        layers.indexOf(measureById.get(a.place.measure)!.subject as never) -
          layers.indexOf(measureById.get(b.place.measure)!.subject as never) ||
        (a.place.group < b.place.group ? -1 : a.place.group > b.place.group ? 1 : 0) ||
        rank(a.place.measure) - rank(b.place.measure),
    )
    .map(({ key, tally, place }) =>
      rowOf(table, measureById.get(place.measure)!, place.group, tally, spread.get(key)),
    );
}

function articleRows(judgement: Judgement): ScoreRow[] {
  return ARTICLE_MEASURES.map((id) =>
    rowOf(
      'article',
      measureById.get(id)!,
      judgement.article_id,
      judgement.tallies.get(tallyKey('layer', id)),
      undefined,
    ),
  );
}

function comparison(
  baseline: readonly Judgement[],
  articles: readonly Tallies[],
  keys: readonly string[],
  resampling: Resampling,
): ComparisonRow[] {
  return compare(
    baseline.map((each) => each.tallies),
    articles,
    keys,
    resampling,
  ).map(({ key, interval, ...each }) => ({
    measure: placeOf(key).measure,
    baseline: each.baseline,
    score: each.score,
    difference: each.difference,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    p: each.p,
    holm: each.holm,
    verdict: verdictOf(each.difference, each.p, articles.length),
  }));
}

function verdictOf(difference: number | null, p: number | null, articles: number): Verdict {
  if (difference === null) return 'unknown';
  if (p === null) return articles < 2 && difference !== 0 ? 'unknown' : 'same';
  if (p >= 0.05) return 'noise';
  return difference > 0 ? 'better' : 'worse';
}
