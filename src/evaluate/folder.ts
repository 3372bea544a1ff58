import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findFiles, isFailure, readDocuments } from '../input/find.ts';
import { readSource } from '../input/read.ts';
import { InputError } from '../kernel/errors.ts';
import type { LabelledArticle } from './label.ts';
import { isArticleFile, type LabelProblem, readLabels } from './labels.ts';

/*
 * Folders of article files and the texts that their offsets point into.
 */

/** An article file, its labels not yet looked at. */
export interface ArticleRecord {
  readonly id: string;
  readonly path: string;
  readonly value: Record<string, unknown>;
}

export interface Folder {
  readonly records: readonly ArticleRecord[];
  /** Files that cannot be read as article files, and ids that stand twice. */
  readonly problems: readonly LabelProblem[];
}

/** The text of an article, with the digest of the bytes that it was read from where known. */
export interface ArticleText {
  readonly text: string;
  readonly sha256: string | null;
}
export type TextOf = (record: ArticleRecord) => Promise<ArticleText | null>;

/** Sizes above it are refused as they are by a run. */
const MAX_BYTES = 100_000_000;

/**
 * The article files of a folder, by id: of an output folder those under `articles`, else every
 * `.json` file below it. Other JSON files are passed over.
 * @throws {InputError} where there is no such folder, or no article file in it
 */
export async function readFolder(folder: string): Promise<Folder> {
  const info = await stat(folder).catch(() => null);
  if (!info) throw new InputError('missing', `${folder}: there is no such file or folder`);
  const inner = join(folder, 'articles');
  const paths = info.isDirectory() ? await jsonFiles(existsSync(inner) ? inner : folder) : [folder];
  const problems: LabelProblem[] = [];
  const byId = new Map<string, ArticleRecord>();
  for (const path of paths) {
    let value: unknown;
    try {
      value = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
    } catch (cause) {
      problems.push({ article: path, label: 'file', reason: (cause as Error).message });
      continue;
    }
    if (!isArticleFile(value)) continue;
    const id = String(value.article_id);
    const twin = byId.get(id);
    if (twin) {
      problems.push({ article: id, label: 'file', reason: `stands in ${twin.path} and ${path}` });
    } else {
      byId.set(id, { id, path, value });
    }
  }
  if (byId.size === 0 && problems.length === 0) {
    throw new InputError('missing', `${folder}: holds no article file (a .json with article_id)`);
  }
  const records = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { records, problems };
}

async function jsonFiles(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) paths.push(...(await jsonFiles(path)));
    else if (entry.name.endsWith('.json')) paths.push(path);
  }
  return paths.sort();
}

/** Labels of many articles, by id. */
export interface LabelledFolder {
  readonly articles: ReadonlyMap<string, LabelledArticle>;
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly LabelProblem[];
}

/** Reads the labels of a folder's articles; `guide` as in {@link readLabels}. */
export async function labelsOf(
  folder: Folder,
  textOf: TextOf,
  guide = false,
): Promise<LabelledFolder> {
  const articles = new Map<string, LabelledArticle>();
  const texts = new Map<string, string>();
  const problems: LabelProblem[] = [...folder.problems];
  for (const record of folder.records) {
    const source = await textOf(record);
    const read = readLabels(record.value, source?.text ?? null, guide);
    articles.set(record.id, read.article);
    if (source) texts.set(record.id, source.text);
    problems.push(...read.problems);
  }
  return { articles, texts, problems };
}

/** Looks for an article's text in one place after the other. */
export function firstText(...places: readonly TextOf[]): TextOf {
  return async (record) => {
    for (const place of places) {
      const found = await place(record);
      if (found && isOf(record, found)) return found;
    }
    return null;
  };
}

/** A file of the same name with other bytes is another article. */
function isOf({ value }: ArticleRecord, { sha256 }: ArticleText): boolean {
  return typeof value.sha256 !== 'string' || sha256 === null || value.sha256 === sha256;
}

/** `articles/<id>.txt` of an output folder: what a run read from HTML or Markdown. */
export const textsOfOutput =
  (folder: string): TextOf =>
  async ({ id }) => {
    for (const path of [join(folder, 'articles', `${id}.txt`), join(folder, `${id}.txt`)]) {
      const bytes = await bytesOf(path);
      if (bytes) return { text: plain(bytes), sha256: null };
    }
    return null;
  };

/** `x.txt` beside `x.json`. */
export const textBeside: TextOf = async ({ path }) => {
  const bytes = await bytesOf(path.replace(/\.json$/, '.txt'));
  if (!bytes) return null;
  return { text: plain(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
};

const bytesOf = (path: string): Promise<Buffer | null> => readFile(path).catch(() => null);

const plain = (bytes: Buffer): string => bytes.toString('utf8').replace(/^\uFEFF/, '');

/** The texts of the articles under the inputs, as a run reads them; read when first asked for. */
export function textsOfInputs(inputs: readonly string[], wanted: ReadonlySet<string>): TextOf {
  let texts: Promise<Map<string, ArticleText>> | undefined;
  return async ({ id }) => {
    texts ??= readTexts(inputs, wanted);
    return (await texts).get(id) ?? null;
  };
}

async function readTexts(
  inputs: readonly string[],
  wanted: ReadonlySet<string>,
): Promise<Map<string, ArticleText>> {
  const texts = new Map<string, ArticleText>();
  const files = await findFiles(inputs);
  for await (const document of readDocuments(files, { maxBytes: MAX_BYTES })) {
    if (isFailure(document) || !wanted.has(document.id) || texts.has(document.id)) continue;
    try {
      const { text, sha256 } = await readSource(document);
      texts.set(document.id, { text, sha256 });
    } catch {
      // What cannot be read has no text; the labels that need it say so.
    }
  }
  return texts;
}
