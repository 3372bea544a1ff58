import type { Config } from '../config.ts';
import { createPipeline } from '../create-pipeline.ts';
import type { Failure } from '../input/document.ts';
import { isFailure, linesOf, readLine } from '../input/find.ts';
import { InlineRunner } from './inline.ts';

/** The line for an article that could not be processed. `id` is null where its line has none. */
export interface ErrorLine {
  readonly id: string | null;
  readonly error: { readonly stage: string; readonly code: string; readonly message: string };
}

/**
 * Reads articles as lines of JSON and gives back a line for each, in their order: the article file
 * or an {@link ErrorLine}. Each line is answered before the next is waited for.
 * @throws {ConfigError}
 */
export async function* stream(
  input: AsyncIterable<Buffer>,
  config: Config,
  create: typeof createPipeline = createPipeline,
): AsyncGenerator<Uint8Array> {
  const runner = new InlineRunner(() => create(config).raw, config.run.timeout_seconds);
  const options = { maxBytes: config.input.max_bytes };
  let number = 0;
  for await (const line of linesOf(input, config.input.max_bytes)) {
    number++;
    const document = readLine({ path: 'line', id: '' }, number, line, options);
    const outcome = isFailure(document) ? document : (await runner.run([document]))[0]!;
    if (isFailure(outcome)) yield errorLine(outcome, `:${number}`);
    else yield outcome.text === null ? outcome.json : withText(outcome.json, outcome.text);
  }
}

/** There is no file beside a line: a text that was repaired stands in it. */
function withText(json: Uint8Array, text: Uint8Array): Uint8Array {
  const file = JSON.parse(Buffer.from(json).toString()) as object;
  return Buffer.from(`${JSON.stringify({ ...file, text: Buffer.from(text).toString() })}\n`);
}

function errorLine({ article_id, stage, error, message }: Failure, nameless: string): Uint8Array {
  const line: ErrorLine = {
    id: article_id === nameless ? null : article_id,
    error: { stage, code: error, message },
  };
  return Buffer.from(`${JSON.stringify(line)}\n`);
}
