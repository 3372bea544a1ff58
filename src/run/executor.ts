import type { Config } from '../config.ts';
import type { createPipeline } from '../create-pipeline.ts';
import type { RawDocument } from '../input/document.ts';
import { InlineRunner } from './inline.ts';
import type { Job, WorkerPool } from './pool.ts';
import type { Outcome } from './process.ts';

export interface ExecutorOptions {
  readonly config: Config;
  readonly workers: number;
  /** Seconds that one article may take. */
  readonly timeout: number;
  /** Articles from which on workers are started; starting them costs about as much. */
  readonly workersFrom: number;
  readonly pipelineModule?: string | undefined;
}

/** A document that was handed in. */
export interface Ticket {
  readonly outcome: Promise<Outcome>;
  /** It waits for more to be handed in with it. */
  waiting: boolean;
  settled: boolean;
}

/** A batch is whole with so many documents or so many bytes: small enough that all workers end together. */
export const BATCH_DOCUMENTS = 96;
const BATCH_BYTES = 750_000;
/** What may be under way for each worker, so that one slow article does not keep the others waiting. */
const DOCUMENTS_PER_WORKER = 2 * BATCH_DOCUMENTS;
const BYTES_UNDER_WAY = 32_000_000;
const MANY_BYTES = 1_000_000;

/**
 * Processes documents: the first few in this thread, and once there are many in worker threads.
 * Nothing is loaded before the first document comes.
 */
export class Executor {
  readonly #options: ExecutorOptions;
  #inline: InlineRunner | undefined;
  #pool: WorkerPool | undefined;
  #waiting: { job: Job; ticket: Ticket }[] = [];
  #waitingBytes = 0;
  #bytes = 0;
  #seen = 0;

  constructor(options: ExecutorOptions) {
    this.#options = options;
  }

  /** Nothing should be handed in before something that is under way has ended. */
  get full(): boolean {
    const under = this.#waiting.length + (this.#pool?.documents ?? 0);
    const most = this.#pool ? this.#options.workers * DOCUMENTS_PER_WORKER : this.#together;
    return under >= most || this.#bytes >= BYTES_UNDER_WAY;
  }

  get #together(): number {
    return this.#options.workers > 1 ? this.#options.workersFrom : BATCH_DOCUMENTS;
  }

  async submit(document: RawDocument): Promise<Ticket> {
    const size = document.bytes.length;
    let job: Job | undefined;
    const outcome = new Promise<Outcome>((resolve, reject) => {
      job = { document, resolve, reject, deaths: 0 };
    });
    const ticket: Ticket = { outcome, waiting: true, settled: false };
    const settle = () => {
      ticket.settled = true;
      this.#bytes -= size;
    };
    outcome.then(settle, settle);
    this.#waiting.push({ job: job!, ticket });
    this.#waitingBytes += size;
    this.#bytes += size;
    this.#seen++;
    const { workers, workersFrom, timeout, ...setup } = this.#options;
    const many = this.#seen >= workersFrom || this.#waitingBytes >= MANY_BYTES;
    if (!this.#pool && workers > 1 && many) {
      const { WorkerPool } = await import('./pool.ts');
      this.#pool = new WorkerPool(workerSetup(setup), workers, timeout);
      // The pipeline of this thread is not needed any more.
      this.#inline = undefined;
    }
    if (this.#pool) this.#sendBatches(false);
    return ticket;
  }

  /** Processes what waits for more. */
  async flush(): Promise<void> {
    if (this.#pool) {
      this.#sendBatches(true);
      return;
    }
    const waiting = this.#take(this.#waiting.length);
    if (waiting.length === 0) return;
    try {
      const inline = await this.#inlineRunner();
      const outcomes = await inline.run(waiting.map(({ document }) => document));
      for (const [number, job] of waiting.entries()) job.resolve(outcomes[number]!);
    } catch (cause) {
      for (const job of waiting) job.reject(cause);
    }
  }

  /**
   * Builds a pipeline where none was needed, to see that the configuration can be used.
   * @throws {ConfigError}
   */
  async check(): Promise<void> {
    if (!this.#pool) await this.#inlineRunner();
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }

  #sendBatches(all: boolean): void {
    while (this.#waiting.length > 0) {
      let count = 0;
      let bytes = 0;
      while (count < this.#waiting.length && count < BATCH_DOCUMENTS && bytes < BATCH_BYTES) {
        bytes += this.#waiting[count++]!.job.document.bytes.length;
      }
      if (!all && count < BATCH_DOCUMENTS && bytes < BATCH_BYTES) return;
      this.#pool!.send(this.#take(count));
    }
  }

  #take(count: number): Job[] {
    const taken = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    for (const { ticket, job } of taken) {
      ticket.waiting = false;
      this.#waitingBytes -= job.document.bytes.length;
    }
    return taken.map(({ job }) => job);
  }

  async #inlineRunner(): Promise<InlineRunner> {
    if (this.#inline) return this.#inline;
    const { config, pipelineModule, timeout } = this.#options;
    const { createPipeline: create } = pipelineModule
      ? ((await import(pipelineModule)) as { createPipeline: typeof createPipeline })
      : await import('../create-pipeline.ts');
    this.#inline = new InlineRunner(() => create(config).raw, timeout);
    return this.#inline;
  }
}

const workerSetup = ({
  config,
  pipelineModule,
}: Pick<ExecutorOptions, 'config' | 'pipelineModule'>) =>
  pipelineModule === undefined ? { config } : { config, pipelineModule };
