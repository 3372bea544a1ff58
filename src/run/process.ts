import { createHash } from 'node:crypto';
import type { Article, Layers, Source } from '../article/article.ts';
import { toArticleFile } from '../article/article-file.ts';
import type { Failure, RawDocument } from '../input/document.ts';
import { inputFailure } from '../input/find.ts';
import { isReadAnew, type Reader, sourceOf } from '../input/read.ts';
import { InputError, StageError } from '../kernel/errors.ts';
import type { Pipeline, Watch } from '../kernel/pipeline.ts';
import { type ArticleOutput, rowTables } from '../output/chunk.ts';
import { csvRows } from '../output/csv.ts';
import { rowsOf, tables } from '../output/tables.ts';

export type Outcome = ArticleOutput | Failure;

/** The steps around the stages, as error rows name them. */
export const READING = 'input';
export const WRITING = 'output';

/**
 * Reads and processes documents, each stage over all of them before the next. What goes wrong comes
 * back as a row, never as an exception.
 * @param at told the name of every step, and of which document, before it begins
 */
export function processDocuments(
  pipeline: Pipeline<Source, Layers>,
  documents: readonly RawDocument[],
  readers: readonly Reader[],
  at: (step: string, document: number) => void,
): Outcome[] {
  const outcomes: Outcome[] = new Array(documents.length);
  const attempt = (number: number, step: string, work: () => void) => {
    at(step, number);
    try {
      work();
    } catch (cause) {
      outcomes[number] = failureOf(documents[number]!, cause);
    }
  };
  const sources: Source[] = [];
  const places: number[] = [];
  for (const [number, document] of documents.entries()) {
    attempt(number, READING, () => {
      sources.push(sourceOf(document, readers[number]!));
      places.push(number);
    });
  }
  const watch: Watch = { before: (stage, index) => at(stage, places[index]!) };
  for (const [index, article] of pipeline.runAll(sources, watch).entries()) {
    const number = places[index]!;
    attempt(number, WRITING, () => {
      if (article instanceof StageError) throw article;
      outcomes[number] = outputOf(documents[number]!, sources[index]!, article);
    });
  }
  return outcomes;
}

function outputOf(document: RawDocument, source: Source, article: Article): ArticleOutput {
  const file = toArticleFile(article);
  const byTable = rowsOf(article, file);
  const lines = rowTables.map((name) => Buffer.from(csvRows(tables[name], byTable[name])));
  const rows = Buffer.concat(lines);
  return {
    id: document.id,
    json: Buffer.from(`${JSON.stringify(file)}\n`),
    text: isReadAnew(document, source) ? Buffer.from(article.text) : null,
    rows,
    digest: createHash('sha256').update(rows).digest('base64url'),
    sizes: lines.map((each) => each.length),
    counts: rowTables.map((name) => byTable[name].length),
  };
}

function failureOf(document: RawDocument, cause: unknown): Failure {
  if (cause instanceof StageError) return failure(document, cause.stage, 'stage', cause.message);
  if (cause instanceof InputError) return inputFailure(document.id, document.path, cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  return failure(document, READING, 'unreadable', message);
}

export function failure(
  document: { readonly id: string; readonly path: string },
  stage: string,
  error: string,
  message: string,
): Failure {
  return { article_id: document.id, path: document.path, stage, error, message };
}

/** The row of an article that was stopped. */
export const timeout = (document: RawDocument, stage: string, seconds: number): Failure =>
  failure(
    document,
    stage,
    'timeout',
    `took more than ${seconds} s and was stopped (run.timeout_seconds)`,
  );
