import { z } from 'zod';
import { ConfigError, StageError } from './errors.ts';
import type { AnyStage, Trace } from './stage.ts';

/** What a pipeline is built from: the order of its stages and a slice of options for any of them. */
export interface PipelineConfig {
  readonly stages?: readonly string[] | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

export interface Pipeline<Source, Layers> {
  readonly stages: readonly string[];
  /**
   * Runs every stage over one source.
   * @throws {StageError} naming the stage that failed.
   */
  run(source: Source, watch?: Watch): Source & Layers;
  /**
   * Runs each stage over all sources before the next stage: its code and tables stay in the
   * processor's caches, which is faster than one source at a time.
   * @returns for each source what `run` returns, or the error that it would throw
   */
  runAll(sources: readonly Source[], watch?: Watch): Result<Source & Layers>[];
}

export type Result<Article> = Article | StageError;

/** Listens to a run: for `explain` and for the benchmark of single stages. */
export interface Watch {
  trace?(stage: string): Trace;
  /** @param index the source's place among those that run together */
  before?(stage: string, index: number): void;
  after?(stage: string, index: number): void;
}

/**
 * Checks the order of the stages and all their options, prepares each stage once, and gives back
 * the pipeline.
 * @param tidy called before articles are read, when nothing of those before is held any more
 * @throws {ConfigError} that lists every problem found: unknown or repeated stages, a layer that is
 *   read before any stage writes it, options that a stage does not know.
 */
export function buildPipeline<Source extends object, Layers extends object>(
  available: readonly AnyStage<Source, Layers>[],
  empty: Layers,
  config: PipelineConfig = {},
  tidy?: () => void,
): Pipeline<Source, Layers> {
  const problems: string[] = [];
  const byName = new Map(available.map((stage) => [stage.name, stage]));
  const names = config.stages ?? available.map((stage) => stage.name);
  const known = [...byName.keys()].join(', ');
  const chosen: AnyStage<Source, Layers>[] = [];
  const writers = new Map<keyof Layers, string>();
  for (const [place, name] of names.entries()) {
    const stage = byName.get(name);
    if (!stage) {
      problems.push(`stages[${place}]: there is no stage "${name}"; there are ${known}`);
      continue;
    }
    if (writers.get(stage.writes) === name) {
      problems.push(`stages[${place}]: the stage "${name}" stands twice`);
      continue;
    }
    for (const layer of stage.reads) {
      if (writers.has(layer)) continue;
      const writer = available.find((other) => other.writes === layer)?.name;
      problems.push(
        `stages[${place}]: "${name}" reads the layer "${String(layer)}", which no stage before it writes; put "${writer}" in front of it`,
      );
    }
    writers.set(stage.writes, name);
    chosen.push(stage);
  }
  for (const name of Object.keys(config.options ?? {})) {
    if (!byName.has(name))
      problems.push(`options.${name}: there is no stage "${name}"; there are ${known}`);
  }
  const ready: {
    name: string;
    writes: keyof Layers;
    run: ReturnType<AnyStage<Source, Layers>['prepare']>;
  }[] = [];
  const parsed = chosen.map((stage) => {
    const result = stage.options.safeParse(config.options?.[stage.name] ?? {});
    if (!result.success) {
      for (const issue of result.error.issues) {
        const path = ['options', stage.name, ...issue.path.map(String)].join('.');
        problems.push(`${path}: ${issue.message}`);
      }
    }
    return { stage, options: result.data };
  });
  if (problems.length > 0) throw new ConfigError(problems);
  for (const { stage, options } of parsed) {
    ready.push({ name: stage.name, writes: stage.writes, run: stage.prepare(options) });
  }
  const runAll = (sources: readonly Source[], watch?: Watch): Result<Source & Layers>[] => {
    tidy?.();
    const results: Result<Source & Layers>[] = sources.map((source) => begun(empty, source));
    for (const { name, writes, run } of ready) {
      for (const [index, article] of results.entries()) {
        if (article instanceof StageError) continue;
        watch?.before?.(name, index);
        try {
          article[writes] = run(article, watch?.trace?.(name)) as (Source & Layers)[keyof Layers];
        } catch (cause) {
          results[index] = new StageError(name, cause);
        }
        watch?.after?.(name, index);
      }
    }
    return results;
  };
  return {
    stages: ready.map((stage) => stage.name),
    runAll,
    run(source, watch) {
      const [article] = runAll([source], watch);
      if (article instanceof StageError) throw article;
      return article!;
    },
  };
}

/**
 * The source with layers that are empty yet. Field by field: of two objects spread into one, V8 makes
 * an object of a shape of its own each time, and whatever reads it is slow.
 */
function begun<Source extends object, Layers extends object>(
  empty: Layers,
  source: Source,
): Source & Layers {
  const article: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(empty)) article[key] = value;
  for (const [key, value] of Object.entries(source)) article[key] = value;
  return article as Source & Layers;
}

/** The configuration's shape apart from the stages' own slices. */
export const pipelineConfigShape = {
  stages: z.array(z.string()).min(1).optional(),
  options: z.record(z.string(), z.unknown()).optional(),
};
