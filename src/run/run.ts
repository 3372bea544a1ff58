import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Config } from '../config.ts';
import type { Failure, RawDocument } from '../input/document.ts';
import { findFiles, inputFailure, isFailure, readDocuments } from '../input/find.ts';
import { type ArticleOutput, type ArticleRecord, rowTables } from '../output/chunk.ts';
import { dataPackage } from '../output/datapackage.ts';
import { digest, OutputFolder, recordOf } from '../output/folder.ts';
import type { Kept } from '../output/memory.ts';
import type { RunRecord } from '../output/run-record.ts';
import { type TableName, tableNames } from '../output/tables.ts';
import { version } from '../version.ts';
import { buildDigest } from './build.ts';
import { Executor, type Ticket } from './executor.ts';
import { Ids } from './ids.ts';
import { failure, WRITING } from './process.ts';

export interface RunOptions {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly config: Config;
  /** Worker threads; as many as there are processors where not given. */
  readonly workers?: number | undefined;
  /** Process unchanged articles too. */
  readonly force?: boolean | undefined;
  /** Ends the run early: what is in hand is finished, the tables stay as they were. */
  readonly signal?: AbortSignal | undefined;
  /** Articles from which on workers are started. */
  readonly workersFrom?: number | undefined;
  /** A module whose `createPipeline` takes the place of ours. */
  readonly pipelineModule?: string | undefined;
}

export interface RunListener {
  /** `total` files were found; `exact` where each holds one article. */
  found(total: number, exact: boolean): void;
  /** `kept`: nothing was to be done. */
  done(id: string, kept: boolean): void;
  failed(failure: Failure): void;
}

export interface RunSummary {
  readonly articles: number;
  /** Of them unchanged since an earlier run. */
  readonly kept: number;
  readonly failures: number;
  readonly rows: Readonly<Record<TableName, number>>;
  /** It ended early; the tables are those of the run before. */
  readonly interrupted: boolean;
}

const WORKERS_FROM = 50;
/** Articles written together. */
const GROUP = 16;
/** Articles that wait for one before them. */
const QUEUE = 512;

type Slot =
  | { readonly failure: Failure }
  | { readonly kept: Kept }
  | { readonly document: RawDocument; readonly key: string; readonly ticket: Ticket };

/**
 * Processes every article of the inputs and writes the output folder. An article that fails becomes
 * a row of `errors.csv` and the others go on.
 * @throws {InputError} where an input is not there or another run writes into the folder;
 *   {ConfigError} where the configuration is wrong
 */
export async function run(options: RunOptions, listener: RunListener): Promise<RunSummary> {
  const { config, signal } = options;
  const files = await findFiles(options.inputs);
  listener.found(files.length, files.exact);
  const made = keyOf([buildDigest(), digest({ stages: config.stages, options: config.options })]);
  const proven = keyOf([made, digest(config)]);
  const folder = await OutputFolder.open(options.out, config.output, options.force);
  const executor = new Executor({
    config,
    workers: options.workers ?? availableParallelism(),
    timeout: config.run.timeout_seconds,
    workersFrom: options.workersFrom ?? WORKERS_FROM,
    pipelineModule: options.pipelineModule,
  });
  const writer = new Writer(folder, listener);
  const ids = new Ids();
  const slots: Slot[] = [];

  const slotOf = async (document: RawDocument | Failure): Promise<Slot> => {
    if (isFailure(document)) return { failure: document };
    const taken = ids.take(document);
    if (taken) return { failure: inputFailure(document.id, document.path, taken) };
    const key = articleKey(made, document);
    const kept = folder.keep(document.id, key);
    if (kept) return { kept };
    return { document, key, ticket: await executor.submit(document) };
  };
  const isSettled = (slot: Slot) => !('ticket' in slot) || slot.ticket.settled;
  /** Writes what is done at the head of the queue; waits for the head while `wait` says so. */
  const drain = async (wait: () => boolean) => {
    for (;;) {
      const unsettled = slots.findIndex((slot) => !isSettled(slot));
      const group = slots.splice(0, Math.min(GROUP, unsettled < 0 ? slots.length : unsettled));
      if (group.length > 0) {
        await writer.write(group);
        continue;
      }
      const head = slots[0];
      if (!head || !('ticket' in head) || !wait()) return;
      if (head.ticket.waiting) await executor.flush();
      await head.ticket.outcome;
    }
  };

  try {
    for await (const document of readDocuments(files, { maxBytes: config.input.max_bytes })) {
      if (signal?.aborted) break;
      slots.push(await slotOf(document));
      if (slots.length >= GROUP) {
        await drain(() => executor.full || slots.length >= QUEUE);
      }
    }
    const interrupted = signal?.aborted === true;
    if (interrupted) {
      const first = slots.findIndex((slot) => 'ticket' in slot && slot.ticket.waiting);
      if (first >= 0) slots.splice(first);
    } else {
      await executor.flush();
    }
    await drain(() => true);
    if (!interrupted) {
      if (folder.proven !== proven) await executor.check();
      await folder.commit(
        { dataPackage: dataPackage(version, config.output), run: writer.record(config), proven },
        (id) => ids.has(id) && !writer.failed.has(id),
      );
    } else {
      await folder.abandon();
    }
    return { ...writer.summary(), interrupted };
  } catch (cause) {
    await folder.abandon();
    throw cause;
  } finally {
    await executor.close();
  }
}

/** Puts what is done into the folder, in order, and counts. */
class Writer {
  readonly #folder: OutputFolder;
  readonly #listener: RunListener;
  readonly failed = new Set<string>();
  readonly #rows = Object.fromEntries(tableNames.map((name) => [name, 0])) as Record<
    TableName,
    number
  >;
  #articles = 0;
  #kept = 0;
  #failures = 0;

  constructor(folder: OutputFolder, listener: RunListener) {
    this.#folder = folder;
    this.#listener = listener;
  }

  async write(slots: readonly Slot[]): Promise<void> {
    const outcomes = await Promise.all(
      slots.map(async (slot) => ('ticket' in slot ? await slot.ticket.outcome : null)),
    );
    const made = slots.flatMap((slot, number) => {
      const outcome = outcomes[number];
      if (!outcome || isFailure(outcome) || !('ticket' in slot)) return [];
      return [{ ...outcome, key: slot.key }];
    });
    const errors = await this.#folder.write(made);
    let next = 0;
    for (const [number, slot] of slots.entries()) {
      const outcome = outcomes[number];
      if ('failure' in slot) await this.#fail(slot.failure);
      else if ('kept' in slot) await this.#append(slot.kept.record, slot.kept.rows, slot.kept);
      else if (isFailure(outcome!)) await this.#fail(outcome, slot.document.id);
      else {
        const error = errors[next];
        const output = made[next++]!;
        if (error) await this.#fail(unwritable(slot.document, error), output.id);
        else await this.#append(recordOf(output), output.rows);
      }
    }
  }

  summary(): Omit<RunSummary, 'interrupted'> {
    return {
      articles: this.#articles,
      kept: this.#kept,
      failures: this.#failures,
      rows: this.#rows,
    };
  }

  record(config: Config): RunRecord {
    return {
      cyberbrief: version,
      config_sha256: digest(config),
      articles: this.#articles,
      failures: this.#failures,
      rows: this.#rows,
    };
  }

  async #append(record: ArticleRecord, rows: ArticleOutput['rows'], kept?: Kept): Promise<void> {
    await this.#folder.append(record, rows, kept?.at);
    for (const [number, name] of rowTables.entries()) this.#rows[name] += record.counts[number]!;
    this.#articles++;
    if (kept) this.#kept++;
    this.#listener.done(record.id, kept !== undefined);
  }

  async #fail(failed: Failure, claimed?: string): Promise<void> {
    this.#failures++;
    this.#rows.errors++;
    if (claimed !== undefined) this.failed.add(claimed);
    await this.#folder.appendError({ ...failed });
    this.#listener.failed(failed);
  }
}

/** The message has no path of this machine in it, so that the row is the same everywhere. */
const unwritable = (document: RawDocument, error: NodeJS.ErrnoException): Failure =>
  failure(
    document,
    WRITING,
    (error.code ?? 'unwritable').toLowerCase(),
    `the id ${JSON.stringify(document.id)} cannot be a file under the output folder`,
  );

/** Digest of all that an article's output depends on. */
function articleKey(made: string, { format, given, bytes }: RawDocument): string {
  const { title, published, url, source, authors } = given;
  return createHash('sha256')
    .update(JSON.stringify([made, format, title, published, url, source, authors]))
    .update(bytes)
    .digest('base64url');
}

const keyOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
