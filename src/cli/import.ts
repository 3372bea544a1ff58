import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { ArticleFile } from '../article/schema.ts';
import type { Interchange } from '../interchange/format.ts';
import { markLayers, type ToolName } from '../interchange/names.ts';
import { tools } from '../interchange/tools.ts';
import { InputError } from '../kernel/errors.ts';
import { NOTHING_DONE, OK, SOME_FAILED } from './status.ts';

export interface ImportOptions {
  /** A folder or a file that an annotation tool has written. */
  readonly path: string;
  readonly from: ToolName;
  readonly out: string;
  /** Leave out what only a program says: rule, confidence, number of the sentence. */
  readonly byHand?: boolean | undefined;
}

/** `cyberbrief import`: article files from what an annotation tool has written. */
export async function importCommand({ path, from, out, byHand }: ImportOptions): Promise<number> {
  const tool: Interchange = tools[from];
  const failed: string[] = [];
  const ids = new Map<string, string>();
  for (const file of await filesOf(path, tool.ending)) {
    try {
      for (const article of await articlesOf(tool, file)) {
        const twin = ids.get(article.article_id);
        if (twin !== undefined) {
          throw new InputError(
            'duplicate_id',
            `${article.article_id} stands in ${twin} and ${file.path}`,
          );
        }
        ids.set(article.article_id, file.path);
        const target = join(out, `${checkedId(article.article_id)}.json`);
        await mkdir(dirname(target), { recursive: true });
        const made = byHand ? handMade(article) : article;
        await writeFile(target, `${JSON.stringify(made)}\n`);
      }
    } catch (cause) {
      if (!(cause instanceof InputError)) throw cause;
      failed.push(cause.message);
    }
  }
  for (const reason of failed) process.stderr.write(`${reason}\n`);
  process.stderr.write(`${ids.size} articles in ${out}\n`);
  if (ids.size === 0) return NOTHING_DONE;
  return failed.length > 0 ? SOME_FAILED : OK;
}

interface ToolFile {
  readonly path: string;
  /** Path below the folder without the ending. */
  readonly id: string;
}

async function filesOf(path: string, ending: string): Promise<ToolFile[]> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new InputError('missing', `${path}: there is no such file or folder`);
  if (info.isFile()) return [{ path, id: basename(path, ending) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0) throw new InputError('missing', `${path}: holds no file *${ending}`);
  return files.map((file) => ({ path: file, id: relative(path, file).slice(0, -ending.length) }));
}

async function articlesOf(tool: Interchange, { path, id }: ToolFile): Promise<ArticleFile[]> {
  const base = path.slice(0, -tool.ending.length);
  const read = (name: string) => readFile(name, 'utf8').catch(() => null);
  const beside: Record<string, string | null> = {};
  for (const ending of tool.beside) beside[ending] = await read(base + ending);
  return [...tool.read(await readFile(path, 'utf8'), beside, id)];
}

/** An id becomes a path under the output folder and must stay there. */
function checkedId(id: string): string {
  if (
    id.split('/').some((part) => part === '' || part === '.' || part === '..') ||
    id.includes('\\')
  ) {
    throw new InputError(
      'id',
      `the id ${JSON.stringify(id)} cannot be a path under the output folder`,
    );
  }
  return id;
}

function handMade(article: ArticleFile): object {
  const layers = markLayers.map((layer) => [
    layer,
    article[layer].map(({ sentence: _, by: __, confidence: ___, ...label }) => label),
  ]);
  return { ...article, ...Object.fromEntries(layers) };
}
