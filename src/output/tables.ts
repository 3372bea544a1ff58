import type { Article } from '../article/article.ts';
import { entitiesOf } from '../article/entities.ts';
import {
  type ArticleFile,
  comparators,
  confidenceSchema,
  dateTypes,
  entityTypes,
  figureKinds,
  strengths,
} from '../article/schema.ts';

/*
 * The one description of the tables: their columns, in order, with types and meanings, and how an
 * article becomes rows. The CSV files, datapackage.json and docs/tables.md are all made from it.
 * Columns are only ever appended.
 */

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

const articleId: Column = {
  name: 'article_id',
  type: 'string',
  description: 'the article: its path under the input without the ending, or the id of its line',
  required: true,
};
const sentenceNumber: Column = {
  name: 'sentence',
  type: 'integer',
  description: 'number of the sentence in the article, from 0',
  required: true,
};
const place: readonly Column[] = [
  {
    name: 'start',
    type: 'integer',
    description: "first character, counted in Unicode code points of the article's text",
    required: true,
  },
  { name: 'end', type: 'integer', description: 'behind the last character', required: true },
  {
    name: 'text',
    type: 'string',
    description: 'the characters from start to end',
    required: true,
  },
];
const provenance: readonly Column[] = [
  { name: 'by', type: 'string', description: 'stage and rule that made the row' },
  {
    name: 'confidence',
    type: 'string',
    description: 'how it is known: stated in words, inferred from context, or guessed',
    values: confidenceSchema.options,
  },
];
const sentenceText: Column = {
  name: 'sentence_text',
  type: 'string',
  description: 'the whole sentence, so that the row can be read alone',
  required: true,
};
const toArticle = { fields: ['article_id'], table: 'articles' };
const toSentence = { fields: ['article_id', 'sentence'], table: 'sentences' };

export const tables = {
  articles: {
    name: 'articles',
    description: 'One row for every article that was processed.',
    columns: [
      articleId,
      { name: 'title', type: 'string', description: 'headline' },
      {
        name: 'published',
        type: 'date',
        description: 'publication date, the anchor of relative dates',
      },
      { name: 'language', type: 'string', description: 'ISO 639-1 code' },
      { name: 'url', type: 'string', description: 'address, where it was given' },
      { name: 'source', type: 'string', description: 'outlet, where it was given' },
      {
        name: 'sha256',
        type: 'string',
        description: 'digest of the bytes that were read',
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
      sentenceNumber,
      ...place,
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
      {
        name: 'entity',
        type: 'integer',
        description: 'number of the entity in the article, from 0, in order of first mention',
        required: true,
      },
      {
        name: 'name',
        type: 'string',
        description: 'fullest form that the article uses; for a country its common name',
        required: true,
      },
      {
        name: 'type',
        type: 'string',
        description: 'kind of thing',
        required: true,
        values: entityTypes,
      },
      {
        name: 'id',
        type: 'string',
        description: "ISO 3166-1 alpha-2 code, CVE number, ATT&CK id or the lexicon's key",
      },
      { name: 'canonical', type: 'string', description: "the lexicon's name, the same everywhere" },
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
      ...place,
      {
        name: 'entity',
        type: 'integer',
        description: 'number of the entity in the article',
        required: true,
      },
      {
        name: 'type',
        type: 'string',
        description: 'kind of thing',
        required: true,
        values: entityTypes,
      },
      {
        name: 'name',
        type: 'string',
        description: 'fullest form that the article uses; for a country its common name',
        required: true,
      },
      { name: 'id', type: 'string', description: 'as in entities' },
      { name: 'canonical', type: 'string', description: 'as in entities' },
      ...provenance,
    ],
    primaryKey: ['article_id', 'start', 'end'],
    foreignKeys: [toArticle, toSentence, { fields: ['article_id', 'entity'], table: 'entities' }],
  },
  figures: {
    name: 'figures',
    description: 'One row for every quantity.',
    columns: [
      articleId,
      sentenceNumber,
      ...place,
      {
        name: 'kind',
        type: 'string',
        description: 'kind of quantity',
        required: true,
        values: figureKinds,
      },
      {
        name: 'min',
        type: 'number',
        description:
          'lower bound, equal to max where one number is given; null where there is none',
      },
      { name: 'max', type: 'number', description: 'upper bound; null where there is none' },
      {
        name: 'comparator',
        type: 'string',
        description: 'how the words qualify the number',
        required: true,
        values: comparators,
      },
      {
        name: 'unit',
        type: 'string',
        description: 'counted noun in the singular, ISO 4217 code, percent, or byte',
      },
      {
        name: 'per',
        type: 'string',
        description: 'period of a rate, as an ISO 8601 duration',
      },
      { name: 'of', type: 'string', description: 'name of the entity that the quantity is about' },
      { name: 'when', type: 'string', description: 'EDTF value of the date in its clause' },
      {
        name: 'source',
        type: 'string',
        description: "who counted or claimed it; null where it is the article's own word",
      },
      ...provenance,
      sentenceText,
    ],
    primaryKey: ['article_id', 'start', 'end'],
    foreignKeys: [toArticle, toSentence],
  },
  dates: {
    name: 'dates',
    description: 'One row for every expression of time that a calendar can hold.',
    columns: [
      articleId,
      sentenceNumber,
      ...place,
      {
        name: 'type',
        type: 'string',
        description: 'a point or stretch, a clock time, a length, or a repetition',
        required: true,
        values: dateTypes,
      },
      {
        name: 'value',
        type: 'string',
        description: 'EDTF (ISO 8601-2) or an ISO 8601 duration; null where there is no anchor',
      },
      {
        name: 'relative',
        type: 'boolean',
        description: 'the value hangs on the publication date or another date of the text',
        required: true,
      },
      ...provenance,
      sentenceText,
    ],
    primaryKey: ['article_id', 'start', 'end'],
    foreignKeys: [toArticle, toSentence],
  },
  recommendations: {
    name: 'recommendations',
    description: 'One row for every sentence that says what somebody should do.',
    columns: [
      articleId,
      sentenceNumber,
      ...place,
      {
        name: 'strength',
        type: 'string',
        description: 'of the strongest cue',
        required: true,
        values: strengths,
      },
      { name: 'actors', type: 'string', description: 'who should act, joined with "; "' },
      { name: 'action', type: 'string', description: 'main verb of what is proposed, lemma' },
      { name: 'source', type: 'string', description: 'who recommends; null for the author' },
      { name: 'list', type: 'integer', description: 'number of its list in the article, from 1' },
      { name: 'ordinal', type: 'integer', description: "the item's own printed number" },
      ...provenance,
      sentenceText,
    ],
    primaryKey: ['article_id', 'start', 'end'],
    foreignKeys: [toArticle, toSentence],
  },
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
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** The rows of one article by table; `file` is the same article as it is written. */
export function rowsOf(article: Article, file: ArticleFile): Record<TableName, Row[]> {
  const id = { article_id: file.article_id };
  const sentenceTexts = article.sentences.map((s) => article.text.slice(s.start, s.end));
  const { entities, entityOf } = entitiesOf(file.entities);
  const labels = <Label extends { sentence?: number | undefined }>(
    list: readonly Label[],
    row: (label: Label) => Row,
  ): Row[] =>
    list.map((label) => ({
      ...id,
      ...row(label),
      sentence_text: label.sentence === undefined ? null : (sentenceTexts[label.sentence] ?? null),
    }));
  let heading: string | null = null;
  return {
    articles: [
      {
        ...id,
        title: file.title ?? null,
        published: file.published ?? null,
        language: file.language ?? null,
        url: file.url ?? null,
        source: file.source ?? null,
        sha256: file.sha256 ?? null,
      },
    ],
    sentences: file.sentences.map((sentence, number) => {
      const { kind, block } = article.sentences[number]!;
      const row = {
        ...id,
        sentence: number,
        start: sentence.start,
        end: sentence.end,
        text: sentenceTexts[number]!,
        block,
        heading,
      };
      if (kind === 'heading') heading = sentenceTexts[number]!;
      return row;
    }),
    entities: entities.map((entity) => ({ ...id, ...entity })),
    mentions: file.entities.map((mention, number) => ({
      ...id,
      ...plain(mention),
      entity: entityOf[number]!,
    })),
    figures: labels(file.figures, plain),
    dates: labels(file.dates, plain),
    recommendations: labels(file.recommendations, (label) => ({
      ...plain(label),
      actors: label.actors.length > 0 ? label.actors.join('; ') : null,
    })),
    errors: [],
  };
}

/** A label's own fields as cells; what is undefined is null, lists are left to the caller. */
function plain(label: object): Row {
  const row: Record<string, Cell> = {};
  for (const [key, value] of Object.entries(label)) {
    if (!Array.isArray(value)) row[key] = value === undefined ? null : (value as Cell);
  }
  return row;
}
