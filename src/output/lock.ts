import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../kernel/errors.ts';

/** Folder of the run's own files inside the output folder. */
export const OWN = '.cyberbrief';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the kernel's own count; tells a pid that was given away again. */
  readonly began: string | null;
}

export interface Lock {
  release(): Promise<void>;
}

/**
 * Keeps other runs out of an output folder. The lock of a process that is no more is taken over.
 * @throws {InputError} `locked`, naming the process that holds it
 */
export async function lockFolder(directory: string): Promise<Lock> {
  const folder = join(directory, OWN);
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'lock');
  const mine = `${path}.${process.pid}.${performance.now()}.partial`;
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    began: statusOf(process.pid)?.began ?? null,
  };
  await writeFile(mine, `${JSON.stringify(holder)}\n`);
  try {
    for (let tries = 0; tries < 5; tries++) {
      try {
        // A link is made whole or not at all, and never over another.
        await link(mine, path);
        return { release: () => rm(path, { force: true }) };
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      }
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null) continue;
      const other = holderOf(text);
      if (other && isAlive(other)) throw locked(directory, path, other);
      await removeStale(path, text, `${mine}.stale`);
    }
    throw new InputError('locked', `${directory}: other runs keep taking the lock ${path}`);
  } finally {
    await rm(mine, { force: true });
  }
}

/** Removes a stale lock unless somebody else has replaced it meanwhile. */
async function removeStale(path: string, stale: string, aside: string): Promise<void> {
  await rename(path, aside).catch(() => {});
  const taken = await readFile(aside, 'utf8').catch(() => null);
  if (taken !== null && taken !== stale) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

function locked(directory: string, path: string, { pid, host }: Holder): InputError {
  const elsewhere =
    host === hostname() ? '' : `; if that process is no more, remove ${path} and run again`;
  return new InputError(
    'locked',
    `${directory} is being written by another run: process ${pid} on ${host}${elsewhere}`,
  );
}

function holderOf(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Holder;
    return typeof value.pid === 'number' && typeof value.host === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** Of a process on another machine nothing is known: it counts as alive. */
function isAlive({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = statusOf(pid);
  if (now === null) return true;
  // A process that was killed stays in the table until its parent has asked for it.
  return now.state !== 'Z' && (began === null || began === now.began);
}

/** State and beginning from /proc/<pid>/stat (proc(5)); null where there is no such file. */
function statusOf(pid: number): { state: string; began: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0]!, began: fields[19]! };
  } catch {
    return null;
  }
}
