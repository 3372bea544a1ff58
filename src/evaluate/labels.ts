import { CodePoints } from '../kernel/codepoints.ts';
import type { Span } from '../kernel/span.ts';
import { occurrencesOf } from './anchor.ts';
import { guideProblems } from './guide.ts';
import { articleFields, type HandDate, type HandFigure, handLabels } from './hand-label.ts';
import { type Label, type LabelledArticle, type Layer, layers } from './label.ts';
import { dateProblem, isDuration, isEdtf, quoted } from './values.ts';

/** Something wrong with the labels of an article. */
export interface LabelProblem {
  readonly article: string;
  /** Which label, as in `figures[3] "12 banks"`; of the whole file it is `file`. */
  readonly label: string;
  readonly reason: string;
}

export const problemLine = ({ article, label, reason }: LabelProblem): string =>
  `${article}: ${label}: ${reason}`;

export interface ReadLabels {
  /** The labels that could be placed, in the order of the file. */
  readonly article: LabelledArticle;
  readonly problems: readonly LabelProblem[];
}

/** Whether a file's content is meant as an article's labels: what else lies in a folder is passed over. */
export const isArticleFile = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'article_id' in value && 'entities' in value;

/**
 * Reads an article's labels: checks them and gives those without offsets the place of their words.
 * @param text of the article, null where it is not at hand: then nothing can be anchored or compared
 *   with its words
 * @param guide also checks what the guide says of labels beside their types and values: where they
 *   may stand, and that bounds fit comparators; and reports fields that are not known
 */
export function readLabels(
  value: Record<string, unknown>,
  text: string | null,
  guide = false,
): ReadLabels {
  const id = String(value.article_id);
  const problems: LabelProblem[] = [];
  const tell = (label: string, reason: string) => problems.push({ article: id, label, reason });
  if (typeof value.article_id !== 'string' || value.article_id === '') {
    tell('file', 'article_id is not a string');
  }
  const points = text === null ? null : new CodePoints(text);
  let homes: readonly Span[] = [];
  const placed = Object.fromEntries(
    layers.map((layer) => {
      const given = value[layer];
      if (!Array.isArray(given)) {
        tell('file', `${layer} is not a list`);
        return [layer, []];
      }
      const read = given.map((label, at) => ({ label, at, name: nameOf(layer, at, label) }));
      const parsed = read.flatMap(({ label, name }) => parse(layer, label, name, guide, tell));
      const list = place(layer, parsed, text, points, homes, tell);
      if (layer === 'blocks') homes = list.map(({ label }) => label).filter(holdsSentences);
      return [layer, list];
    }),
  ) as unknown as Record<Layer, Placed[]>;
  for (const layer of layers) tellOverlaps(placed[layer], tell);
  const article = {
    article_id: id,
    ...(Object.fromEntries(
      layers.map((layer) => [layer, placed[layer].map(({ label }) => label)]),
    ) as Record<Layer, Label[]>),
  };
  if (guide) {
    for (const field of Object.keys(value)) {
      if (!articleFields.has(field) && !layers.includes(field as Layer)) {
        tell('file', `${field} is not a field of article files`);
      }
    }
    for (const { layer, at, reason } of guideProblems(article)) {
      tell(placed[layer][at]!.name, reason);
    }
  }
  return { article, problems };
}

interface Parsed {
  readonly name: string;
  readonly label: { readonly [field: string]: unknown };
}
interface Placed {
  readonly name: string;
  readonly label: Label;
}
type Tell = (label: string, reason: string) => void;

function nameOf(layer: Layer, at: number, label: unknown): string {
  const text = (label as { text?: unknown } | null)?.text;
  const name = `${layer}[${at}]`;
  if (typeof text !== 'string') return name;
  return `${name} ${quoted(text.length > 60 ? `${text.slice(0, 57)}…` : text)}`;
}

/** The label with the fields that are known, or nothing where it cannot be used. */
function parse(layer: Layer, value: unknown, name: string, guide: boolean, tell: Tell): Parsed[] {
  const result = handLabels[layer].safeParse(value);
  if (!result.success) {
    for (const issue of result.error.issues) {
      const field = issue.path.map(String).join('.');
      const given = field === '' ? value : (value as Record<string, unknown>)[field];
      const shown = given === undefined ? 'is missing' : `is ${quoted(given)}`;
      tell(name, `${field || 'the label'} ${shown}: ${issue.message}`);
    }
    return [];
  }
  if (guide) {
    for (const field of Object.keys(value as object)) {
      if (!(field in handLabels[layer].shape)) tell(name, `${field} is not a field of ${layer}`);
    }
  }
  for (const reason of valueProblems(layer, result.data)) tell(name, reason);
  return [{ name, label: result.data }];
}

function valueProblems(layer: Layer, label: object): string[] {
  if (layer === 'dates') {
    const { type, value } = label as HandDate;
    const problem = dateProblem(type, value);
    return problem === null ? [] : [`value ${problem}`];
  }
  if (layer !== 'figures') return [];
  const { when, per } = label as HandFigure;
  const reasons: string[] = [];
  if (when !== null && !isEdtf(when)) reasons.push(`when ${quoted(when)} is no EDTF value`);
  if (per !== null && !isDuration(per)) reasons.push(`per ${quoted(per)} is no ISO 8601 duration`);
  return reasons;
}

function place(
  layer: Layer,
  parsed: readonly Parsed[],
  text: string | null,
  points: CodePoints | null,
  homes: readonly Span[],
  tell: Tell,
): Placed[] {
  const inOrder = layer === 'blocks' || layer === 'sentences';
  const length = text === null ? Number.POSITIVE_INFINITY : points!.fromUnits(text.length);
  let reached = 0;
  const placed: Placed[] = [];
  for (const { name, label } of parsed) {
    const { start, end, text: words, occurrence, ...fields } = label;
    if (typeof start === 'number' || typeof end === 'number') {
      const reason = offsetProblem(start, end, length);
      if (reason) {
        tell(name, reason);
        continue;
      }
      const span = { start: start as number, end: end as number };
      const stands = sliceOf(text, points, span);
      if (typeof words === 'string' && stands !== null && !sameWords(stands, words, inOrder)) {
        tell(name, `at ${start} to ${end} stands ${quoted(stands)}`);
        continue;
      }
      placed.push({ name, label: labelOf(span, stands ?? words, fields, inOrder) });
      continue;
    }
    if (typeof words !== 'string') {
      tell(name, 'has neither start and end nor text');
      continue;
    }
    if (text === null || points === null) {
      tell(name, "the article's text is not at hand, in which its words could be found");
      continue;
    }
    const isAhead = (span: Span) =>
      span.start >= reached && (layer === 'blocks' || isInside(span, homes, points));
    const found = choose(text, words, occurrence as number | undefined, inOrder ? isAhead : null);
    if (typeof found === 'string') {
      tell(name, found);
      continue;
    }
    if (inOrder) reached = found.end;
    const span = { start: points.fromUnits(found.start), end: points.fromUnits(found.end) };
    const stands = text.slice(found.start, found.end);
    placed.push({ name, label: labelOf(span, stands, fields, inOrder) });
  }
  return placed;
}

function labelOf(span: Span, text: unknown, fields: object, inOrder: boolean): Label {
  return { ...span, ...(inOrder || text === undefined ? {} : { text }), ...fields };
}

function offsetProblem(start: unknown, end: unknown, length: number): string | null {
  if (typeof start !== 'number' || typeof end !== 'number') {
    return `has ${start === undefined ? 'an end' : 'a start'} but not the other`;
  }
  if (start >= end) return `starts at ${start} and ends at ${end}`;
  if (end > length) return `ends at ${end}, but the article has ${length} characters`;
  return null;
}

function sliceOf(text: string | null, points: CodePoints | null, span: Span): string | null {
  return text === null ? null : text.slice(points!.toUnits(span.start), points!.toUnits(span.end));
}

const collapsed = (text: string): string => text.trim().replace(/\s+/gu, ' ');

const sameWords = (stands: string, words: string, loosely: boolean): boolean =>
  stands === words || (loosely && collapsed(stands) === collapsed(words));

const holdsSentences = (block: Label): boolean =>
  block.kind !== 'byline' && block.kind !== 'boilerplate';

const isInside = (span: Span, homes: readonly Span[], points: CodePoints): boolean =>
  homes.some(
    (home) => points.toUnits(home.start) <= span.start && span.end <= points.toUnits(home.end),
  );

/**
 * The place of the words, or why there is none. Blocks and sentences stand in reading order, so
 * theirs is the first behind the one before, and a sentence's is in a block that holds sentences
 * (`isAhead`), unless an occurrence is given.
 */
function choose(
  text: string,
  words: string,
  occurrence: number | undefined,
  isAhead: ((span: Span) => boolean) | null,
): Span | string {
  const found = occurrencesOf(text, words);
  if (found.length === 0) return 'its words are not in the article';
  if (occurrence !== undefined) {
    return (
      found[occurrence - 1] ??
      `its words stand ${times(found.length)} in the article, but occurrence is ${occurrence}`
    );
  }
  if (isAhead !== null) {
    return (
      found.find(isAhead) ?? 'its words are not in the article behind those of the label before it'
    );
  }
  if (found.length === 1) return found[0]!;
  return `its words stand ${times(found.length)} in the article: say which with "occurrence"`;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

function tellOverlaps(placed: readonly Placed[], tell: Tell): void {
  const sorted = [...placed].sort(
    (a, b) => a.label.start - b.label.start || a.label.end - b.label.end,
  );
  let last: Placed | undefined;
  for (const each of sorted) {
    if (last && each.label.start < last.label.end) {
      const { start, end } = last.label;
      tell(each.name, `overlaps ${last.name} at ${start} to ${end}`);
    }
    if (!last || each.label.end > last.label.end) last = each;
  }
}
