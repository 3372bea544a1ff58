import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { articleFileSchema } from '../article/schema.ts';
import {
  firstText,
  readFolder,
  textBeside,
  textsOfInputs,
  textsOfOutput,
} from '../evaluate/folder.ts';
import { problemLine, readLabels } from '../evaluate/labels.ts';
import type { Interchange } from '../interchange/format.ts';
import { markedArticle } from '../interchange/marks.ts';
import type { MarkLayer, ToolName } from '../interchange/names.ts';
import { tools } from '../interchange/tools.ts';
import { InputError } from '../kernel/errors.ts';
import { OK, SOME_FAILED } from './status.ts';

export interface ExportOptions {
  /** Article files: an output folder, fixtures, or one file. */
  readonly folder: string;
  readonly to: ToolName;
  readonly out: string;
  /** Where the articles are whose text does not stand beside their file. */
  readonly corpus: string;
  readonly layers: readonly MarkLayer[];
}

/** `cyberbrief export`: articles and their labels for an annotation tool. */
export async function exportCommand(options: ExportOptions): Promise<number> {
  const { folder, out, corpus } = options;
  const tool: Interchange = tools[options.to];
  const { records, problems } = await readFolder(folder);
  const wanted = new Set(records.map((record) => record.id));
  const textOf = firstText(textsOfOutput(folder), textBeside, textsOfInputs([corpus], wanted));
  const failed = problems.map(({ article, reason }) => `${article}: ${reason}`);
  await mkdir(out, { recursive: true });
  for (const { path, content } of tool.settings()) await writeFile(join(out, path), content);
  const together = tool.together && (await open(join(out, tool.together.path)));
  let exported = 0;
  for (const record of records) {
    const { id, value } = record;
    try {
      const source = await textOf(record);
      if (!source)
        throw new InputError('missing', `${id}: no text with its digest under ${corpus}`);
      const files = tool.files(
        markedArticle(placed(value, source.text), source.text, options.layers),
      );
      for (const { path, content } of files) {
        if (together) {
          together.write(
            (exported === 0 ? tool.together!.begin : tool.together!.between) + content,
          );
        } else {
          await mkdir(dirname(join(out, path)), { recursive: true });
          await writeFile(join(out, path), content);
        }
      }
      exported++;
    } catch (cause) {
      if (!(cause instanceof InputError)) throw cause;
      failed.push(cause.message);
    }
  }
  if (together) {
    together.end(exported === 0 ? tool.together!.begin + tool.together!.end : tool.together!.end);
    await finished(together);
  }
  for (const reason of failed) process.stderr.write(`${reason}\n`);
  process.stderr.write(`${exported} of ${records.length} articles in ${out}\n`);
  return failed.length > 0 ? SOME_FAILED : OK;
}

/**
 * The article file with the offsets of labels that a person wrote down by their words alone.
 * @throws {InputError} `record`, with everything that is wrong with them
 */
function placed(value: Record<string, unknown>, text: string): Record<string, unknown> {
  if (articleFileSchema.safeParse(value).success) return value;
  const { article, problems } = readLabels(value, text);
  if (problems.length > 0) throw new InputError('record', problems.map(problemLine).join('\n'));
  return { ...value, ...article };
}

async function open(path: string): Promise<WriteStream> {
  const stream = createWriteStream(path);
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });
  return stream;
}
