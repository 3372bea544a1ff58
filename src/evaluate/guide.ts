import { contains, type Span } from '../kernel/span.ts';
import { type Label, type LabelledArticle, type Layer, layers } from './label.ts';
import { quoted } from './values.ts';

/*
 * What the labelling guide says of labels beside their types and values. `check` holds hand-made
 * fixtures to it; the evaluation takes any labels that can be compared.
 */

export interface GuideProblem {
  readonly layer: Layer;
  /** Index of the label in its layer. */
  readonly at: number;
  readonly reason: string;
}

export function guideProblems(article: LabelledArticle): GuideProblem[] {
  const problems: GuideProblem[] = [];
  for (const layer of layers) {
    if (layer === 'blocks') continue;
    for (const [at, label] of article[layer].entries()) {
      const block = article.blocks.find((each) => contains(each, label));
      const reasons = [
        placeProblem(block),
        layer === 'sentences' ? null : sentenceProblem(layer, label, article.sentences),
        layer === 'figures' ? boundsProblem(label) : null,
        layer === 'figures' ? unitProblem(label) : null,
      ];
      for (const reason of reasons) if (reason !== null) problems.push({ layer, at, reason });
    }
  }
  return problems;
}

function placeProblem(block: Label | undefined): string | null {
  if (!block) return 'is not inside one block';
  if (block.kind === 'byline' || block.kind === 'boilerplate') {
    return `stands in a ${block.kind}, where nothing is labelled`;
  }
  return null;
}

function sentenceProblem(layer: Layer, label: Label, sentences: readonly Span[]): string | null {
  if (layer === 'recommendations') {
    const whole = sentences.some((each) => each.start === label.start && each.end === label.end);
    return whole ? null : 'is not a whole sentence';
  }
  return sentences.some((each) => contains(each, label)) ? null : 'is not inside one sentence';
}

/** The bounds that a comparator leaves open. */
function boundsProblem(label: Label): string | null {
  const { comparator, min, max } = label;
  const has = `min ${quoted(min)} and max ${quoted(max)}`;
  if (comparator === 'more_than' || comparator === 'at_least') {
    return min !== null && max === null ? null : `${comparator} has a min only, here is ${has}`;
  }
  if (comparator === 'less_than' || comparator === 'at_most') {
    return min === null && max !== null ? null : `${comparator} has a max only, here is ${has}`;
  }
  if (min === null || max === null) return `${comparator} has min and max, here is ${has}`;
  if (comparator === 'between') {
    return (min as number) < (max as number) ? null : `between has min below max, here is ${has}`;
  }
  return min === max ? null : `${comparator} has min and max equal, here is ${has}`;
}

function unitProblem({ kind, unit }: Label): string | null {
  if (kind === 'percent' && unit !== 'percent')
    return `a percent has the unit "percent", not ${quoted(unit)}`;
  if (kind === 'data_volume' && unit !== 'byte')
    return `a data_volume has the unit "byte", not ${quoted(unit)}`;
  if (kind === 'money' && !/^[A-Z]{3}$/.test(String(unit))) {
    return `money has an ISO 4217 code as its unit, not ${quoted(unit)}`;
  }
  return null;
}
