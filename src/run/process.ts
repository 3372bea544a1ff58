import type { Article, Layers, Source } from '../article/article.ts';
import { toArticleFile } from '../article/article-file.ts';
import type { Failure, RawDocument } from '../input/document.ts';
import { inputFailure } from '../input/find.ts';
import { readSource } from '../input/read.ts';
import { StageError } from '../kernel/errors.ts';
import type { Pipeline } from '../kernel/pipeline.ts';
import { csvRows } from '../output/csv.ts';
import { rowsOf, type TableName, tableNames, tables } from '../output/tables.ts';

/** An article ready to be written: its file and its lines of every table, all as text. */
export interface Processed {
  readonly id: string;
  readonly json: string;
  /** The text that offsets point into, where it is not the file's own. */
  readonly text: string | null;
  readonly lines: Readonly<Record<TableName, string>>;
  readonly counts: Readonly<Record<TableName, number>>;
}

/** Reads and processes one document. What goes wrong comes back as a row, never as an exception. */
export async function processDocument(
  pipeline: Pipeline<Source, Layers>,
  document: RawDocument,
): Promise<Processed | Failure> {
  let article: Article;
  try {
    article = pipeline.run(await readSource(document));
  } catch (cause) {
    if (cause instanceof StageError) {
      return {
        article_id: document.id,
        path: document.path,
        stage: cause.stage,
        error: 'stage',
        message: cause.message,
      };
    }
    return inputFailure(document.id, document.path, cause);
  }
  const file = toArticleFile(article);
  const rows = rowsOf(article, file);
  const each = <Value>(value: (name: TableName) => Value) =>
    Object.fromEntries(tableNames.map((name) => [name, value(name)])) as Record<TableName, Value>;
  return {
    id: document.id,
    json: `${JSON.stringify(file)}\n`,
    text: document.format === 'text' ? null : article.text,
    lines: each((name) => csvRows(tables[name], rows[name])),
    counts: each((name) => rows[name].length),
  };
}
