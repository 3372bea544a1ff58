import { CodePoints } from '../kernel/codepoints.ts';
import type { Evaluation } from './evaluate.ts';
import type { Fault } from './judge.ts';
import { type Label, type LabelledArticle, type Layer, layers, typeOf } from './label.ts';

/** A fault with what a person needs to judge it. */
export interface FaultRow {
  /** Faults of one pattern are of one kind; see {@link patternOf}. */
  readonly pattern: string;
  /** How many faults have the pattern. */
  readonly frequency: number;
  readonly article_id: string;
  readonly layer: Layer;
  readonly outcome: Fault['outcome'];
  readonly start: number;
  readonly end: number;
  /** What gold has and what was found, in one line; null on the side that has nothing. */
  readonly gold: string | null;
  readonly found: string | null;
  readonly by: string | null;
  readonly confidence: string | null;
  /** The sentence, or the block, in which it stands; null where the text is not at hand. */
  readonly sentence: string | null;
}

/** A cell of a confusion matrix; `''` on one side is missed or spurious. */
export interface ConfusionCell {
  readonly layer: Layer;
  readonly gold: string;
  readonly found: string;
  readonly count: number;
}

/** Every fault of the layers asked for, the most frequent pattern first, then by place. */
export function faultRows(evaluation: Evaluation, only: readonly Layer[] = layers): FaultRow[] {
  const rows = evaluation.judgements.flatMap((judgement) => {
    const context = contextOf(evaluation, judgement.article_id);
    return judgement.faults
      .filter((fault) => only.includes(fault.layer))
      .map((fault) => rowOf(judgement.article_id, fault, context));
  });
  const frequency = new Map<string, number>();
  for (const row of rows) frequency.set(row.pattern, (frequency.get(row.pattern) ?? 0) + 1);
  return rows
    .map((row) => ({ ...row, frequency: frequency.get(row.pattern)! }))
    .sort(
      (a, b) =>
        b.frequency - a.frequency ||
        order(a.pattern, b.pattern) ||
        order(a.article_id, b.article_id) ||
        a.start - b.start ||
        a.end - b.end,
    );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the fault has in common with others: layer, outcome, type or what differs, and the rule. */
export function patternOf({ layer, outcome, gold, found, wrong }: Fault): string {
  const by = typeof found?.by === 'string' ? ` by ${found.by}` : '';
  if (outcome === 'missed') return `${layer}: missed ${typeOf(layer, gold!)}`.trimEnd();
  if (outcome === 'spurious') return `${layer}: spurious ${typeOf(layer, found!)}`.trimEnd() + by;
  const changed = wrong.map((what) =>
    what === 'boundary' ? `boundary ${boundary(gold!, found!)}` : what,
  );
  return `${layer}: wrong ${changed.join(', ')}${by}`;
}

/** How the found span differs from gold's. */
function boundary(gold: Label, found: Label): string {
  const start = found.start < gold.start ? 'early' : found.start > gold.start ? 'late' : '';
  const end = found.end < gold.end ? 'short' : found.end > gold.end ? 'long' : '';
  return [start && `starts ${start}`, end && `ends ${end}`].filter(Boolean).join(' and ');
}

function rowOf(
  id: string,
  fault: Fault,
  context: (label: Label) => { words: string | null; sentence: string | null },
): FaultRow {
  const { layer, outcome, gold, found } = fault;
  const label = (gold ?? found)!;
  const shown = (side: Label | null) =>
    side === null ? null : describe(layer, side, context(side).words, fault);
  return {
    pattern: patternOf(fault),
    frequency: 0,
    article_id: id,
    layer,
    outcome,
    start: label.start,
    end: label.end,
    gold: shown(gold),
    found: shown(found),
    by: typeof found?.by === 'string' ? found.by : null,
    confidence: typeof found?.confidence === 'string' ? found.confidence : null,
    sentence: context(label).sentence,
  };
}

/** Fields that say where a label came from, not what it says. */
const APART = new Set(['start', 'end', 'text', 'sentence', 'by', 'confidence', 'occurrence']);
const LONGEST = 100;

/** A label in a line: its words, and its type and fields, of a wrong one those that differ. */
function describe(layer: Layer, label: Label, words: string | null, fault: Fault): string {
  const text = typeof label.text === 'string' ? label.text : words;
  const line = text?.replace(/\s+/gu, ' ') ?? `${label.start}–${label.end}`;
  const quoted = JSON.stringify(line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line);
  const fields = Object.entries(label)
    .filter(([field]) => !APART.has(field))
    .filter(([field]) => fault.outcome !== 'wrong' || fault.wrong.includes(field))
    .map(([field, value]) => `${field}=${JSON.stringify(value)}`);
  const type =
    fault.outcome === 'wrong' && !fault.wrong.includes('type') ? typeOf(layer, label) : '';
  return [quoted, type, ...fields].filter(Boolean).join(' ');
}

/** Gives the words of a label and the sentence around it. */
function contextOf(evaluation: Evaluation, id: string) {
  const text = evaluation.texts.get(id);
  const article = evaluation.gold.get(id);
  if (text === undefined || article === undefined) {
    return () => ({ words: null, sentence: null });
  }
  const points = new CodePoints(text);
  const slice = ({ start, end }: Label) => text.slice(points.toUnits(start), points.toUnits(end));
  return (label: Label) => ({
    words: slice(label),
    sentence: around(article, label, slice)?.replace(/\s+/gu, ' ') ?? null,
  });
}

function around(
  { sentences, blocks }: LabelledArticle,
  label: Label,
  slice: (label: Label) => string,
): string | null {
  const holds = (outer: Label) => outer.start <= label.start && label.start < outer.end;
  const home = sentences.find(holds) ?? blocks.find(holds);
  return home ? slice(home) : null;
}

/** The confusion matrices of the layers asked for, as cells, added over articles. */
export function confusionCells(
  evaluation: Evaluation,
  only: readonly Layer[] = layers,
): ConfusionCell[] {
  const cells = new Map<string, { layer: Layer; gold: string; found: string; count: number }>();
  for (const { confusion } of evaluation.judgements) {
    for (const cell of confusion) {
      if (!only.includes(cell.layer)) continue;
      const key = `${cell.layer}\t${cell.gold}\t${cell.found}`;
      const sum = cells.get(key);
      if (sum) sum.count += cell.count;
      else cells.set(key, { ...cell });
    }
  }
  return [...cells.values()].sort(
    (a, b) =>
      layers.indexOf(a.layer) - layers.indexOf(b.layer) ||
      order(a.gold, b.gold) ||
      order(a.found, b.found),
  );
}
