import type { Config } from '../config.ts';
import { run } from '../run/run.ts';
import { jsonLog, type Progress, progress, quiet } from './progress.ts';
import { INTERRUPTED, OK, SOME_FAILED } from './status.ts';

export interface RunCommandOptions {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly config: Config;
  readonly workers?: number;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly jsonLog?: boolean;
}

/** `cyberbrief run`. */
export async function runCommand(options: RunCommandOptions): Promise<number> {
  const started = process.hrtime.bigint();
  const told = listenerOf(options);
  const stop = new AbortController();
  let signal: keyof typeof INTERRUPTED | undefined;
  const interrupt = (name: NodeJS.Signals) => {
    if (signal !== undefined) process.exit(INTERRUPTED[signal]);
    signal = name as keyof typeof INTERRUPTED;
    told.stopping();
    stop.abort();
  };
  const signals = Object.keys(INTERRUPTED) as (keyof typeof INTERRUPTED)[];
  for (const name of signals) process.on(name, interrupt);
  try {
    const { inputs, out, config, workers, force } = options;
    const summary = await run({ inputs, out, config, workers, force, signal: stop.signal }, told);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    told.ended(summary, seconds, out);
    if (summary.interrupted && signal !== undefined) return INTERRUPTED[signal];
    return summary.failures > 0 ? SOME_FAILED : OK;
  } finally {
    for (const name of signals) process.off(name, interrupt);
    told.stop();
  }
}

function listenerOf(options: RunCommandOptions): Progress {
  if (options.jsonLog) return jsonLog(process.stderr);
  return options.quiet ? quiet : progress(process.stderr);
}
