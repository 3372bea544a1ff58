import { once } from 'node:events';
import type { Config } from '../config.ts';
import { stream } from '../run/stream.ts';
import { OK } from './status.ts';

/**
 * `cyberbrief stream`: lines of JSON from standard input to standard output. Articles that fail are
 * lines like the others and no reason to end otherwise than well: what runs the command on many
 * machines (Spark, Hadoop) takes any other status for the failure of the whole part.
 */
export async function streamCommand(config: Config): Promise<number> {
  let closed: NodeJS.ErrnoException | undefined;
  process.stdout.on('error', (cause) => {
    closed = cause;
  });
  for await (const line of stream(process.stdin as AsyncIterable<Buffer>, config)) {
    if (!closed && !process.stdout.write(line)) {
      await once(process.stdout, 'drain').catch(() => {});
    }
    if (closed) break;
  }
  process.stdin.destroy();
  if (closed && closed.code !== 'EPIPE') throw closed;
  return OK;
}
