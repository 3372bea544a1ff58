import type { Config } from '../config.ts';
import { run } from '../run/run.ts';
import { progress, summaryText } from './progress.ts';
import { OK, SOME_FAILED } from './status.ts';

/** `cyberbrief run`. */
export async function runCommand(
  inputs: readonly string[],
  out: string,
  config: Config,
): Promise<number> {
  const started = process.hrtime.bigint();
  const bar = progress(process.stderr);
  try {
    const summary = await run({ inputs, out, config }, bar);
    bar.stop();
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    process.stderr.write(`${summaryText(summary, seconds, out)}\n`);
    return summary.failures > 0 ? SOME_FAILED : OK;
  } finally {
    bar.stop();
  }
}
