import type { ArticleFile } from '../article/schema.ts';
import type { MarkedArticle } from './marks.ts';

/** A file of an export, its path below the export's folder. */
export interface ExportedFile {
  readonly path: string;
  readonly content: string;
}

/** One file that holds all articles, one after the other. */
export interface Together {
  readonly path: string;
  readonly begin: string;
  readonly between: string;
  readonly end: string;
}

/** What an annotation tool reads and writes. */
export interface Interchange {
  /** Settings of the tool's project: its types and fields. */
  settings(): readonly ExportedFile[];
  /** Null where each article has files of its own. */
  readonly together: Together | null;
  /** An article's files; one, with any path, where all stand together. */
  files(article: MarkedArticle): readonly ExportedFile[];
  /** Ending of the files to read, and of those beside them that belong to them. */
  readonly ending: string;
  readonly beside: readonly string[];
  /**
   * The articles of a file.
   * @param beside contents by ending, null for those that are not there
   * @param id what the article is called by its file's name
   * @throws {InputError}
   */
  read(
    content: string,
    beside: Readonly<Record<string, string | null>>,
    id: string,
  ): Iterable<ArticleFile>;
}
