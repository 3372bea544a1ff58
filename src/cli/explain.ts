import type { Config } from '../config.ts';
import { createPipeline } from '../create-pipeline.ts';
import { explainArticle } from '../evaluate/explain.ts';
import { findFiles, isFailure, readDocuments } from '../input/find.ts';
import { readSource } from '../input/read.ts';
import { InputError, StageError } from '../kernel/errors.ts';
import { failureLine } from './progress.ts';
import { NOTHING_DONE, OK } from './status.ts';

/**
 * `cyberbrief explain`: what each stage found in a file's articles, and what lost to what.
 * @param at a code-point offset; null for the whole article
 * @param id which article, where the file holds many; null for all
 */
export async function explainCommand(
  file: string,
  at: number | null,
  id: string | null,
  config: Config,
): Promise<number> {
  const pipeline = createPipeline(config).raw;
  let explained = 0;
  for await (const document of readDocuments(await findFiles([file]), {
    maxBytes: config.input.max_bytes,
  })) {
    if (isFailure(document)) {
      process.stderr.write(`${failureLine(document)}\n`);
      continue;
    }
    if (id !== null && document.id !== id) continue;
    try {
      const text = explainArticle(pipeline, await readSource(document), at);
      process.stdout.write(explained === 0 ? text : `\n${text}`);
      explained++;
    } catch (cause) {
      if (!(cause instanceof StageError)) throw cause;
      process.stderr.write(`${document.path}: ${cause.stage}: ${cause.message}\n`);
      return NOTHING_DONE;
    }
  }
  if (explained === 0 && id !== null) {
    throw new InputError('missing', `${file}: holds no article with the id ${JSON.stringify(id)}`);
  }
  return explained > 0 ? OK : NOTHING_DONE;
}
