import type { ZodType } from 'zod';
import type { Candidate } from './rule.ts';

/** Told what a stage decided against; `explain` listens, a plain run does not. */
export interface Trace {
  lost(candidate: Candidate<unknown>, winner: Candidate<unknown>): void;
}

/** What a stage may look at: the source and the layers that it declares to read. */
export type View<Source, Layers, Reads extends keyof Layers> = Readonly<Source> &
  Readonly<Pick<Layers, Reads>>;

/**
 * One step of the pipeline. It reads some layers and writes exactly one; only the pipeline stores
 * what it returns.
 */
export interface Stage<
  Source,
  Layers,
  Reads extends keyof Layers,
  Writes extends keyof Layers,
  Options,
> {
  readonly name: string;
  readonly reads: readonly Reads[];
  readonly writes: Writes;
  /** Schema of the stage's own slice of the configuration. */
  readonly options: ZodType<Options>;
  /** Done once: loads and compiles what the stage needs. The function returned is pure. */
  prepare(
    options: Options,
  ): (article: View<Source, Layers, Reads>, trace?: Trace) => Layers[Writes];
}

/** A stage whose layers are checked when the pipeline is built rather than by the compiler. */
export interface AnyStage<_Source, Layers> {
  readonly name: string;
  readonly reads: readonly (keyof Layers)[];
  readonly writes: keyof Layers;
  readonly options: ZodType;
  // biome-ignore lint/suspicious/noExplicitAny: the types of one list of stages differ by stage
  prepare(options: any): (article: any, trace?: Trace) => unknown;
}
