import { Presets, SingleBar } from 'cli-progress';
import type { Failure } from '../input/document.ts';
import type { RunListener, RunSummary } from '../run/run.ts';

/** Lines are printed after so many articles where standard error is no terminal. */
const EVERY = 1000;

/** Tells of a run on standard error: a bar on a terminal, plain lines elsewhere. */
export function progress(stream: NodeJS.WriteStream): RunListener & { stop(): void } {
  const terminal = stream.isTTY === true;
  const bar = terminal
    ? new SingleBar(
        { stream, format: '{bar} {value}/{total} {id}', clearOnComplete: true, hideCursor: true },
        Presets.rect,
      )
    : null;
  let articles = 0;
  let total = 0;
  const step = (id: string) => {
    articles++;
    if (bar) {
      if (articles > total) bar.setTotal(articles);
      bar.update(articles, { id });
    } else if (articles % EVERY === 0) {
      stream.write(`${articles} articles\n`);
    }
  };
  return {
    found(files) {
      total = files;
      if (bar) bar.start(files, 0, { id: '' });
      else stream.write(`${files} ${files === 1 ? 'file' : 'files'} found\n`);
    },
    done: step,
    failed(failure) {
      if (terminal) stream.write('\r\u001B[K');
      stream.write(`${failureLine(failure)}\n`);
      step(failure.article_id);
    },
    stop: () => bar?.stop(),
  };
}

export const failureLine = (failure: Failure): string =>
  `${failure.path}: ${failure.stage}: ${failure.message}`;

/** The closing lines of a run. */
export function summaryText(summary: RunSummary, seconds: number, out: string): string {
  const { rows } = summary;
  const tables = (['entities', 'mentions', 'figures', 'dates', 'recommendations'] as const)
    .map((name) => `${rows[name]} ${name}`)
    .join(', ');
  return [
    `${summary.articles} articles, ${rows.sentences} sentences in ${seconds.toFixed(1)} s, ${summary.failures} failed`,
    `${tables} in ${out}`,
  ].join('\n');
}
