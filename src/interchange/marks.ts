import { z } from 'zod';
import {
  type ArticleFile,
  articleFileSchema,
  dateSchema,
  figureSchema,
  mentionSchema,
  recommendationSchema,
} from '../article/schema.ts';
import { CodePoints } from '../kernel/codepoints.ts';
import { InputError } from '../kernel/errors.ts';
import { type MarkLayer, markLayers } from './names.ts';

/*
 * An article as annotation tools see it: a text, and marks on it. A mark is a span with one type; what
 * else is known of a label rides along in the way that each tool has for it.
 */

const layers = {
  entities: { schema: mentionSchema, prefix: 'entity', typeField: 'type' },
  figures: { schema: figureSchema, prefix: 'figure', typeField: 'kind' },
  dates: { schema: dateSchema, prefix: 'date', typeField: 'type' },
  recommendations: {
    schema: recommendationSchema,
    prefix: 'recommendation',
    typeField: 'strength',
  },
} as const;

export type Fields = Readonly<Record<string, unknown>>;

export interface Mark {
  readonly layer: MarkLayer;
  /** What the tool calls it, like `figure-count`. */
  readonly type: string;
  /** Code points of the text. */
  readonly start: number;
  readonly end: number;
  /** The label's other fields, as far as they are known. */
  readonly fields: Fields;
  /** Somebody drew it in the tool. */
  readonly drawn?: true;
}

/** What of an article file is no mark. */
export type Rest = Omit<ArticleFile, MarkLayer> & Partial<Pick<ArticleFile, MarkLayer>>;

export interface MarkedArticle {
  readonly rest: Rest;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A field of a label that can be put right in a tool. */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'texts' | 'number' | 'choice' | 'flag';
  readonly values: readonly string[];
}

const FIXED = new Set(['start', 'end', 'text', 'sentence', 'by', 'confidence']);

/** The fields of a layer besides its type, span and provenance. */
export const fieldsOf = (layer: MarkLayer): readonly Field[] => known[layer].fields;
/** The types of a layer's marks. */
export const typesOf = (layer: MarkLayer): readonly string[] => known[layer].types;
export const prefixOf = (layer: MarkLayer): string => layers[layer].prefix;

const known = Object.fromEntries(
  markLayers.map((layer) => {
    const { schema, prefix, typeField } = layers[layer];
    const shape = schema.shape as Record<string, z.ZodType>;
    const values = (shape[typeField] as z.ZodEnum).options as string[];
    const fields = Object.entries(shape)
      .filter(([name]) => !FIXED.has(name) && name !== typeField)
      .map(([name, field]) => fieldOf(name, field));
    return [layer, { fields, types: values.map((value) => `${prefix}-${value}`) }];
  }),
) as unknown as Record<MarkLayer, { fields: readonly Field[]; types: readonly string[] }>;

function fieldOf(name: string, schema: z.ZodType): Field {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) {
    inner = inner.unwrap() as z.ZodType;
  }
  const kind =
    inner instanceof z.ZodEnum
      ? 'choice'
      : inner instanceof z.ZodArray
        ? 'texts'
        : inner instanceof z.ZodNumber
          ? 'number'
          : inner instanceof z.ZodBoolean
            ? 'flag'
            : 'text';
  return { name, kind, values: inner instanceof z.ZodEnum ? (inner.options as string[]) : [] };
}

const layerOfType = new Map(
  markLayers.flatMap((layer) => typesOf(layer).map((type) => [type, layer] as const)),
);
/** The layer that has marks of a type; undefined for a type that is not ours. */
export const layerOf = (type: string): MarkLayer | undefined => layerOfType.get(type);

/** The characters `[start, end)` of a text, in code points. */
export class Words {
  readonly #points: CodePoints;
  readonly length: number;

  constructor(readonly text: string) {
    this.#points = new CodePoints(text);
    this.length = this.#points.fromUnits(text.length);
  }

  at(start: number, end: number): string {
    return this.text.slice(this.#points.toUnits(start), this.#points.toUnits(end));
  }

  fromUnits(unit: number): number {
    return this.#points.fromUnits(unit);
  }

  toUnits(point: number): number {
    return this.#points.toUnits(point);
  }
}

/**
 * Takes an article file apart. Blocks and sentences are not looked at.
 * @param only the layers whose labels become marks; the others stay in `rest`
 * @throws {InputError} `record`, where labels are none; `slipped`, where the words of one do not
 *   stand at its place
 */
export function markedArticle(
  file: Fields,
  text: string,
  only: readonly MarkLayer[] = markLayers,
): MarkedArticle {
  const words = new Words(text);
  const id = String(file.article_id);
  const rest: Record<string, unknown> = { ...file };
  const { entities, figures, dates, recommendations } = file;
  const labels = checkedLabels({ entities, figures, dates, recommendations }, id);
  const marks = only.flatMap((layer) => {
    delete rest[layer];
    const { prefix, typeField } = layers[layer];
    return labels[layer].map((label, number): Mark => {
      const {
        start,
        end,
        text: said,
        [typeField]: type,
        ...fields
      } = { ...label } as Fields & {
        start: number;
        end: number;
        text: string;
      };
      if (words.at(start, end) !== said) {
        throw new InputError(
          'slipped',
          `${id}: ${layer}[${number}] ${JSON.stringify(said)} does not stand at ${start} to ${end}`,
        );
      }
      return { layer, type: `${prefix}-${type}`, start, end, fields };
    });
  });
  return { rest: rest as Rest, text, marks };
}

/** What a label that was drawn by hand has until somebody says more. */
const blank: Readonly<Record<MarkLayer, (text: string) => Fields>> = {
  entities: (text) => ({ name: text }),
  figures: () => ({
    min: null,
    max: null,
    comparator: 'exact',
    unit: null,
    per: null,
    of: null,
    when: null,
    source: null,
  }),
  dates: () => ({ value: null, relative: false }),
  recommendations: () => ({ actors: [], action: null, source: null, list: null, ordinal: null }),
};

/**
 * Puts an article file together again. Labels keep the order of the marks; one that was drawn in the
 * tool goes before the first that starts behind it.
 * @throws {InputError} `record`, with everything that is wrong with the marks
 */
export function articleOf({ rest, text, marks }: MarkedArticle): ArticleFile {
  const words = new Words(text);
  const made = Object.fromEntries(
    markLayers.map((layer) => {
      const all = marks.filter((mark) => mark.layer === layer);
      const labels = all.filter((mark) => !mark.drawn);
      for (const mark of all) {
        if (!mark.drawn) continue;
        const next = labels.findIndex((other) => other.start > mark.start);
        labels.splice(next < 0 ? labels.length : next, 0, mark);
      }
      const kept = rest[layer] as readonly unknown[] | undefined;
      return [layer, kept ?? labels.map((mark) => labelOf(mark, words, rest.sentences))];
    }),
  );
  return ordered({ ...rest, ...checkedLabels(made, rest.article_id) }) as ArticleFile;
}

/** The fields of an article file in the order of its schema; any others behind them. */
function ordered(file: Fields): Fields {
  const names = Object.keys(articleFileSchema.shape).filter((name) => name in file);
  return Object.fromEntries(
    [...new Set([...names, ...Object.keys(file)])].map((name) => [name, file[name]]),
  );
}

const labelSchema = articleFileSchema.pick({
  entities: true,
  figures: true,
  dates: true,
  recommendations: true,
});

/** @throws {InputError} `record`, with everything that is wrong with the labels */
function checkedLabels(value: object, id: string): Pick<ArticleFile, MarkLayer> {
  const parsed = labelSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputError('record', `${id}: ${z.prettifyError(parsed.error)}`);
}

function labelOf(mark: Mark, words: Words, sentences: ArticleFile['sentences']): Fields {
  const { layer, start, end } = mark;
  const { prefix, typeField } = layers[layer];
  const text = words.at(start, end);
  const place = { start, end, text, [typeField]: mark.type.slice(prefix.length + 1) };
  const holds = (number: unknown) => {
    const sentence = sentences[number as number];
    return sentence !== undefined && sentence.start <= start && start < sentence.end;
  };
  const fields: Record<string, unknown> = { ...blank[layer](text), ...mark.fields };
  // A mark that was drawn or moved is in another sentence than before.
  if ((mark.drawn || fields.sentence !== undefined) && !holds(fields.sentence)) {
    const found = sentences.findIndex((_, number) => holds(number));
    if (found >= 0) fields.sentence = found;
  }
  return { ...place, ...fields };
}

/** What is left when white space, and line breaks written as `\n`, do not count. */
const squeezed = (text: string): string => text.replace(/\\[nrt]|\s+/gu, '');

/**
 * The span in code points, where a tool may have counted UTF-16 units; its words decide.
 * @returns null where neither place has the words
 */
export function settledSpan(
  words: Words,
  start: number,
  end: number,
  said: string | null,
): { start: number; end: number } | null {
  if (said === null || squeezed(words.at(start, end)) === squeezed(said)) return { start, end };
  const units = { start: words.fromUnits(start), end: words.fromUnits(end) };
  return squeezed(words.at(units.start, units.end)) === squeezed(said) ? units : null;
}

/** A JSON value that a tool has carried. */
export function carried(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new InputError('json', `${what} is not JSON: ${(cause as Error).message}`);
  }
}

/** An article of which a tool has carried nothing but its text. */
export const bareRest = (id: string): Rest => ({ article_id: id, blocks: [], sentences: [] });

/** Throws what was found wrong, if anything was. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new InputError('record', problems.join('\n'));
}
