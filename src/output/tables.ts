import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { entitiesOf } from '../article/entities.ts';
import {
  type ArticleFile,
  articleFileSchema,
  dateSchema,
  figureSchema,
  mentionSchema,
  origins,
  readingSchema,
  recommendationSchema,
} from '../article/schema.ts';

/*
 * The one description of the tables: their columns, in order, with types and meanings, and how an
 * article becomes rows. The CSV files, datapackage.json and docs/tables.md are all made from it.
 * Columns are only ever appended.
 */

/** Between the items of a list in a cell. */
export const SEPARATOR = '; ';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  readonly description: string;
  readonly required?: boolean;
  readonly values?: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly { readonly fields: readonly string[]; readonly table: string }[];
}

/*
 * Columns of the fields of labels: type, values and description are those of the article file's own
 * schema, so that a field is described in one place.
 */

const nested: Readonly<Record<string, Column['type']>> = { boolean: 'boolean', string: 'string' };

/** The column of a field of a label. A list is joined in a cell. */
function columnOf(name: string, schema: z.ZodType, description = schema.description): Column {
  if (description === undefined) throw new Error(`the field ${name} is not described`);
  let inner = schema;
  let required = true;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) {
    required = false;
    inner = inner.unwrap() as z.ZodType;
  }
  if (inner instanceof z.ZodArray) {
    return { name, type: 'string', description: `${description}, joined with "${SEPARATOR}"` };
  }
  const values = inner instanceof z.ZodEnum ? (inner.options as readonly string[]) : undefined;
  const type = values
    ? 'string'
    : inner instanceof z.ZodNumber
      ? inner.isInt
        ? 'integer'
        : 'number'
      : nested[inner.type];
  if (type === undefined) throw new Error(`the field ${name} has no type of a cell: ${inner.type}`);
  return { name, type, description, ...(required && { required }), ...(values && { values }) };
}

const place = ['start', 'end', 'text'] as const;
const provenance = ['by', 'confidence'] as const;
const placed = new Set<string>([...place, ...provenance, 'sentence']);

/** The columns of a layer's own fields, in the order of its schema. */
const ownColumns = ({ shape }: z.ZodObject): Column[] =>
  Object.entries(shape)
    .filter(([name]) => !placed.has(name))
    .map(([name, field]) => columnOf(name, field as z.ZodType));

const pick = ({ shape }: z.ZodObject, names: readonly string[]): Column[] =>
  names.map((name) => columnOf(name, shape[name] as z.ZodType));

const articleId: Column = {
  name: 'article_id',
  type: 'string',
  description: 'the article: its path under the input without the ending, or the id of its line',
  required: true,
};
const sentenceNumber: Column = {
  ...columnOf('sentence', figureSchema.shape.sentence),
  required: true,
};
const entityNumber: Column = {
  name: 'entity',
  type: 'integer',
  description:
    'number of the entity, made from its type and name alone: no other change of the article changes it',
  required: true,
};
const sentenceText: Column = {
  name: 'sentence_text',
  type: 'string',
  description: 'the whole sentence, so that the row can be read alone',
  required: true,
};
const toArticle = { fields: ['article_id'], table: 'articles' };
const toSentence = { fields: ['article_id', 'sentence'], table: 'sentences' };

/** A table with a row for every label of a layer. */
const labelTable = <Name extends string>(
  name: Name,
  description: string,
  layer: z.ZodObject,
): Table & { readonly name: Name } => ({
  name,
  description,
  columns: [
    articleId,
    sentenceNumber,
    ...pick(layer, place),
    ...ownColumns(layer),
    ...pick(layer, provenance),
    sentenceText,
  ],
  primaryKey: ['article_id', 'start', 'end'],
  foreignKeys: [toArticle, toSentence],
});

const { shape: file } = articleFileSchema;
const originColumns = (['title', 'authors', 'published', 'modified'] as const).map(
  (name): Column => ({
    name: `${name}_from`,
    type: 'string',
    description: `where ${name} comes from`,
    values: origins,
  }),
);
const { shape: mention } = mentionSchema;

export const tables = {
  articles: {
    name: 'articles',
    description: 'One row for every article that was processed.',
    columns: [
      articleId,
      columnOf('title', file.title),
      { ...columnOf('published', file.published), type: 'date' },
      columnOf('language', file.language),
      columnOf('url', file.url),
      columnOf('source', file.source),
      { ...columnOf('sha256', file.sha256), required: true },
      columnOf('authors', file.authors),
      { ...columnOf('modified', file.modified), type: 'date' },
      ...originColumns,
      {
        name: 'encoding',
        type: 'string',
        description: readingSchema.shape.encoding.description!,
        required: true,
      },
      {
        name: 'repaired',
        type: 'integer',
        description: `${readingSchema.shape.repaired.description!}; 0 where there were none`,
        required: true,
      },
    ],
    primaryKey: ['article_id'],
    foreignKeys: [],
  },
  sentences: {
    name: 'sentences',
    description: 'One row for every sentence of the title and the content.',
    columns: [
      articleId,
      { ...sentenceNumber, description: 'number of the sentence in the article, from 0' },
      ...pick(figureSchema, place),
      {
        name: 'block',
        type: 'integer',
        description: 'number of its block in the article, from 0',
        required: true,
      },
      { name: 'heading', type: 'string', description: 'text of the heading that it stands under' },
    ],
    primaryKey: ['article_id', 'sentence'],
    foreignKeys: [toArticle],
  },
  entities: {
    name: 'entities',
    description: 'One row for every named thing of an article, however often it is mentioned.',
    columns: [
      articleId,
      entityNumber,
      columnOf('name', mention.name),
      columnOf('type', mention.type),
      columnOf('id', mention.id),
      columnOf('canonical', mention.canonical),
      { name: 'mentions', type: 'integer', description: 'how often', required: true },
      { name: 'first_sentence', type: 'integer', description: 'sentence of the first mention' },
      { name: 'first_start', type: 'integer', description: 'start of the first mention' },
      { name: 'first_end', type: 'integer', description: 'end of the first mention' },
      { name: 'first_text', type: 'string', description: 'words of the first mention' },
    ],
    primaryKey: ['article_id', 'entity'],
    foreignKeys: [toArticle],
  },
  mentions: {
    name: 'mentions',
    description: 'One row for every mention of a named thing.',
    columns: [
      articleId,
      sentenceNumber,
      ...pick(mentionSchema, place),
      entityNumber,
      ...pick(mentionSchema, ['type', 'name', 'id', 'canonical', ...provenance]),
    ],
    primaryKey: ['article_id', 'start', 'end'],
    foreignKeys: [toArticle, toSentence, { fields: ['article_id', 'entity'], table: 'entities' }],
  },
  figures: labelTable('figures', 'One row for every quantity.', figureSchema),
  dates: labelTable(
    'dates',
    'One row for every expression of time that a calendar can hold.',
    dateSchema,
  ),
  recommendations: labelTable(
    'recommendations',
    'One row for every sentence that says what somebody should do.',
    recommendationSchema,
  ),
  errors: {
    name: 'errors',
    description: 'One row for every input that could not be processed.',
    columns: [
      { ...articleId, required: false },
      { name: 'path', type: 'string', description: 'file, with the line where it has many' },
      { name: 'stage', type: 'string', description: 'input, or the stage that failed' },
      { name: 'error', type: 'string', description: 'short code of the reason', required: true },
      { name: 'message', type: 'string', description: 'the reason in words', required: true },
    ],
    primaryKey: [],
    foreignKeys: [],
  },
} satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** The rows of one article by table; `file` is the same article as it is written. */
export function rowsOf(article: Article, file: ArticleFile): Record<TableName, Row[]> {
  const id = file.article_id;
  const sentenceTexts = article.sentences.map((s) => article.text.slice(s.start, s.end));
  const { entities, entityOf } = entitiesOf(file.entities);
  const inSentence = (row: Record<string, Cell>, sentence: number | undefined): Row => {
    row.sentence_text = sentence === undefined ? null : (sentenceTexts[sentence] ?? null);
    return row;
  };
  let heading: string | null = null;
  return {
    articles: [
      {
        article_id: id,
        title: file.title ?? null,
        published: file.published ?? null,
        language: file.language ?? null,
        url: file.url ?? null,
        source: file.source ?? null,
        sha256: file.sha256 ?? null,
        authors: file.authors?.length ? file.authors.join(SEPARATOR) : null,
        modified: file.modified ?? null,
        title_from: file.metadata_from?.title ?? null,
        authors_from: file.metadata_from?.authors ?? null,
        published_from: file.metadata_from?.published ?? null,
        modified_from: file.metadata_from?.modified ?? null,
        encoding: file.reading?.encoding ?? 'utf-8',
        repaired: file.reading?.repaired ?? 0,
      },
    ],
    sentences: file.sentences.map(({ start, end }, number) => {
      const { kind, block } = article.sentences[number]!;
      const text = sentenceTexts[number]!;
      const row = { article_id: id, sentence: number, start, end, text, block, heading };
      if (kind === 'heading') heading = text;
      return row;
    }),
    entities: entities.map((entity) => rowOf(id, entity)),
    mentions: file.entities.map((mention, number) => {
      const row = rowOf(id, mention);
      row.entity = entityOf[number]!;
      return row;
    }),
    figures: file.figures.map((label) => inSentence(rowOf(id, label), label.sentence)),
    dates: file.dates.map((label) => inSentence(rowOf(id, label), label.sentence)),
    recommendations: file.recommendations.map((label) => {
      const row = rowOf(id, label);
      row.actors = label.actors.length > 0 ? label.actors.join(SEPARATOR) : null;
      return inSentence(row, label.sentence);
    }),
    errors: [],
  };
}

/** A label's own fields as cells; what is undefined is null, lists are left to the caller. */
function rowOf(article: string, label: object): Record<string, Cell> {
  const row: Record<string, Cell> = { article_id: article };
  const fields = label as Record<string, Cell | undefined>;
  for (const key in fields) {
    const value = fields[key];
    if (!Array.isArray(value)) row[key] = value === undefined ? null : value;
  }
  return row;
}
