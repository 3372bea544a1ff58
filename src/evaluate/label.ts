import type { Span } from '../kernel/span.ts';

/*
 * What is compared. Both sides are article files; a prediction of another tool, or of a second
 * labeller, may lack fields, so a label is a span with any fields, and what is absent counts as null.
 */

export const layers = [
  'blocks',
  'sentences',
  'entities',
  'figures',
  'dates',
  'recommendations',
] as const;
export type Layer = (typeof layers)[number];

/** A label of any layer; offsets count code points. */
export interface Label extends Span {
  readonly [field: string]: unknown;
}

/** The labels of one article by one labeller, be it a person or a program. */
export interface LabelledArticle extends Readonly<Record<Layer, readonly Label[]>> {
  readonly article_id: string;
}

/** The field that says of which type a label is; sentences have none. */
export const typeField: Readonly<Record<Layer, string | null>> = {
  blocks: 'kind',
  sentences: null,
  entities: 'type',
  figures: 'kind',
  dates: 'type',
  recommendations: 'strength',
};

/** The type of a label, `''` where its layer has none. */
export function typeOf(layer: Layer, label: Label): string {
  const field = typeField[layer];
  return field === null ? '' : String(label[field] ?? '');
}

/** An article of which nothing was found. */
export const nothingOf = (id: string): LabelledArticle => ({
  article_id: id,
  blocks: [],
  sentences: [],
  entities: [],
  figures: [],
  dates: [],
  recommendations: [],
});

/** Words as they are compared: case and white space do not count, absent is null. */
export const words = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : String(value).toLowerCase().split(/\s+/u).filter(Boolean).join(' ');

/** Numbers, dates and codes are compared as they stand; absent is null. */
export const exactly = (value: unknown): unknown => value ?? null;

/** Names in any order, each once. */
export function nameSet(value: unknown): string {
  const names = Array.isArray(value) ? value.map(words) : [];
  return JSON.stringify([...new Set(names)].sort());
}
