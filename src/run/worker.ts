import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Layers, Source } from '../article/article.ts';
import type { Config } from '../config.ts';
import { createPipeline } from '../create-pipeline.ts';
import type { Failure, RawDocument } from '../input/document.ts';
import { isFailure } from '../input/find.ts';
import { type Reader, readerOf } from '../input/read.ts';
import { ConfigError } from '../kernel/errors.ts';
import type { Pipeline } from '../kernel/pipeline.ts';
import type { ArticleOutput } from '../output/chunk.ts';
import { processDocuments } from './process.ts';
import { Step } from './step.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly config: Config;
  /** A module whose `createPipeline` takes the place of ours. */
  readonly pipelineModule?: string;
}

export interface Task {
  /** The documents without their bytes. */
  readonly documents: readonly Omit<RawDocument, 'bytes'>[];
  /** All bytes, one document after the other. */
  readonly bytes: Uint8Array;
  readonly sizes: readonly number[];
  /** Where the worker tells which document it is at, and at which step. */
  readonly step: SharedArrayBuffer;
}

/** An output whose bytes stand elsewhere: the lengths of `json`, `text` and `rows`. */
export type Packed = Omit<ArticleOutput, 'json' | 'text' | 'rows'> & {
  readonly lengths: readonly [json: number, text: number | null, rows: number];
};

export type Answer =
  | { readonly outcomes: readonly (Packed | Failure)[]; readonly bytes: Uint8Array }
  | { readonly problems: readonly string[] };

const { config, pipelineModule } = workerData as WorkerSetup;
let pipeline: Pipeline<Source, Layers> | undefined;
let problems: readonly string[] = [];
try {
  const create = pipelineModule
    ? ((await import(pipelineModule)).createPipeline as typeof createPipeline)
    : createPipeline;
  pipeline = create(config).raw;
} catch (cause) {
  if (!(cause instanceof ConfigError)) throw cause;
  problems = cause.problems;
}

/**
 * Bytes that the heap may grow by before the worker makes way for another: what something remembers
 * for ever is given back only so. Over the corpus it grows by 40 MB.
 */
const GROWTH = 160_000_000;

const inUse = (): number => getHeapStatistics().used_heap_size;
const begun = inUse();

function hasGrown(): boolean {
  if (inUse() - begun < GROWTH) return false;
  // Most of it may be garbage.
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return inUse() - begun >= GROWTH;
}

/** Processes the documents of a task. */
export default async function work(task: Task): Promise<object> {
  if (!pipeline) return { problems };
  const step = new Step(task.step);
  if (hasGrown()) {
    step.decline();
    process.exit();
  }
  const outcomes: (Packed | Failure)[] = [];
  const pieces: Uint8Array[] = [];
  let total = 0;
  let offset = 0;
  const add = (piece: Uint8Array): number => {
    pieces.push(piece);
    total += piece.length;
    return piece.length;
  };
  const documents: RawDocument[] = [];
  const readers: Reader[] = [];
  for (const [number, head] of task.documents.entries()) {
    const size = task.sizes[number]!;
    documents.push({ ...head, bytes: task.bytes.subarray(offset, offset + size) });
    offset += size;
    readers.push(await readerOf(head.format));
  }
  const at = (name: string, number: number) => {
    step.begin(number);
    step.at(name);
  };
  for (const outcome of processDocuments(pipeline, documents, readers, at)) {
    if (isFailure(outcome)) {
      outcomes.push(outcome);
      continue;
    }
    const { json, text, rows, ...rest } = outcome;
    outcomes.push({ ...rest, lengths: [add(json), text && add(text), add(rows)] });
  }
  const bytes = new Uint8Array(total);
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.length;
  }
  const answer: Answer = { outcomes, bytes };
  return move({ [transferableSymbol]: bytes.buffer, [valueSymbol]: answer } as never);
}
