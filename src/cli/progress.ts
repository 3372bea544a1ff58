import { Presets, SingleBar } from 'cli-progress';
import { pino } from 'pino';
import type { Failure } from '../input/document.ts';
import type { RunListener, RunSummary } from '../run/run.ts';
import { version } from '../version.ts';

/** Where standard error is no terminal, it is told after so many articles or seconds. */
const EVERY_ARTICLES = 1000;
const EVERY_SECONDS = 30;
/** Rates are those of the last seconds, so that the unchanged articles of before do not flatter. */
const WINDOW_SECONDS = 15;

export interface Progress extends RunListener {
  /** The process was asked to end. */
  stopping(): void;
  ended(summary: RunSummary, seconds: number, out: string): void;
  /** Takes a bar off the terminal. */
  stop(): void;
}

export type Stream = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

const STOPPING = 'finishing what is in hand; once more to stop at once';

/** Tells of a run on standard error: a bar on a terminal, plain lines elsewhere. */
export function progress(stream: Stream): Progress {
  const terminal = stream.isTTY === true;
  const bar = terminal
    ? new SingleBar(
        {
          stream: stream as NodeJS.WriteStream,
          format: '{bar} {value}/{total} {told} {id}',
          clearOnComplete: true,
          hideCursor: true,
          gracefulExit: false,
        },
        Presets.rect,
      )
    : null;
  const pace = new Pace();
  const line = (text: string) => stream.write(`${terminal ? '\r\u001B[K' : ''}${text}\n`);
  const step = (id: string) => {
    if (bar) {
      if (pace.articles > pace.total) bar.setTotal(pace.articles);
      bar.update(pace.articles, { id, told: pace.text() });
    } else if (pace.isDue()) {
      line(`${pace.articles} articles${pace.text()}`);
    }
  };
  return {
    found(files, exact) {
      pace.start(files, exact);
      if (bar) bar.start(files, 0, { id: '', told: '' });
      else line(`${files} ${files === 1 ? 'file' : 'files'} found`);
    },
    done(id) {
      pace.add(false);
      step(id);
    },
    failed(failure) {
      pace.add(true);
      line(failureLine(failure));
      step(failure.article_id);
    },
    stopping: () => line(STOPPING),
    ended(summary, seconds, out) {
      bar?.stop();
      line(summaryText(summary, seconds, out));
    },
    stop: () => bar?.stop(),
  };
}

/** Tells only of what stops the run, which the caller does. */
export const quiet: Progress = {
  found() {},
  done() {},
  failed() {},
  stopping() {},
  ended() {},
  stop() {},
};

/** Tells in lines of JSON, as pino writes them. */
export function jsonLog(stream: Stream): Progress {
  const log = pino({ base: { cyberbrief: version } }, { write: (text) => void stream.write(text) });
  const pace = new Pace();
  const step = () => {
    if (pace.isDue()) log.info(pace.counts(), 'progress');
  };
  return {
    found(files, exact) {
      pace.start(files, exact);
      log.info({ files }, 'found');
    },
    done() {
      pace.add(false);
      step();
    },
    failed(failure) {
      pace.add(true);
      log.warn({ ...failure }, 'failed');
      step();
    },
    stopping: () => log.warn(STOPPING),
    ended(summary, seconds, out) {
      const message = summary.interrupted ? 'interrupted' : 'ended';
      log.info({ ...summary, seconds: Number(seconds.toFixed(1)), out }, message);
    },
    stop() {},
  };
}

/** Counts articles and tells how fast they come and how long it will take. */
class Pace {
  articles = 0;
  total = 0;
  #exact = false;
  #failures = 0;
  /** Seconds and articles of a while ago, and since. */
  #samples: { readonly at: number; readonly articles: number }[] = [];
  #told = { at: 0, articles: 0 };

  start(total: number, exact: boolean): void {
    this.total = total;
    this.#exact = exact;
    this.#samples = [{ at: seconds(), articles: 0 }];
    this.#told = { at: seconds(), articles: 0 };
  }

  add(failed: boolean): void {
    this.articles++;
    if (failed) this.#failures++;
    const now = seconds();
    if (now - this.#samples.at(-1)!.at < 1) return;
    this.#samples.push({ at: now, articles: this.articles });
    while (this.#samples.length > 2 && now - this.#samples[1]!.at > WINDOW_SECONDS) {
      this.#samples.shift();
    }
  }

  isDue(): boolean {
    const now = seconds();
    const due =
      this.articles - this.#told.articles >= EVERY_ARTICLES || now - this.#told.at >= EVERY_SECONDS;
    if (due) this.#told = { at: now, articles: this.articles };
    return due;
  }

  counts(): object {
    const rate = this.#rate();
    return {
      articles: this.articles,
      failures: this.#failures,
      per_second: rate === null ? null : Number(rate.toFixed(1)),
      seconds_left: this.#left(rate),
    };
  }

  text(): string {
    const rate = this.#rate();
    const left = this.#left(rate);
    return [
      rate === null ? '' : `, ${rate.toFixed(rate < 10 ? 1 : 0)} a second`,
      left === null ? '' : `, ${lengthOf(left)} left`,
      this.#failures > 0 ? `, ${this.#failures} failed` : '',
    ].join('');
  }

  #rate(): number | null {
    const first = this.#samples[0]!;
    const passed = seconds() - first.at;
    return passed < 0.5 ? null : (this.articles - first.articles) / passed;
  }

  /** Seconds; null where it is not known how many articles there are. */
  #left(rate: number | null): number | null {
    if (!this.#exact || rate === null || rate === 0) return null;
    return Math.max(0, Math.ceil((this.total - this.articles) / rate));
  }
}

const seconds = (): number => Number(process.hrtime.bigint()) / 1e9;

function lengthOf(left: number): string {
  if (left < 60) return `${left} s`;
  if (left < 3600) return `${Math.round(left / 60)} min`;
  return `${Math.floor(left / 3600)} h ${Math.round((left % 3600) / 60)} min`;
}

export const failureLine = (failure: Failure): string =>
  `${failure.path}: ${failure.stage}: ${failure.message}`;

/** The closing lines of a run. */
export function summaryText(summary: RunSummary, seconds: number, out: string): string {
  const { rows, kept } = summary;
  const unchanged = kept > 0 ? ` (${kept} unchanged)` : '';
  const first = `${summary.articles} articles${unchanged}, ${rows.sentences} sentences in ${seconds.toFixed(1)} s, ${summary.failures} failed`;
  if (summary.interrupted) {
    return `${first}\ninterrupted: the tables in ${out} are as before; the same command goes on from here`;
  }
  const tables = (['entities', 'mentions', 'figures', 'dates', 'recommendations'] as const)
    .map((name) => `${rows[name]} ${name}`)
    .join(', ');
  return `${first}\n${tables} in ${out}`;
}
