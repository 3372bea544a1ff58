import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Files that are flushed one by one; more of them take longer than all of a file system at once. */
export const FEW = 100;

/**
 * Has the system write to disk what it holds back, so that a power cut cannot take it away again.
 * @param paths files and folders; null where there are too many to name
 * @param directory in the file system that holds them
 */
export async function toDisk(paths: readonly string[] | null, directory: string): Promise<void> {
  if (paths === null) {
    // GNU coreutils and busybox know -f; where there is neither, all file systems are flushed.
    const sync = promisify(execFile);
    await sync('sync', ['-f', directory]).catch(() => sync('sync').catch(() => {}));
    return;
  }
  await Promise.all(paths.map(flush));
}

async function flush(path: string): Promise<void> {
  // Some systems open no folder.
  const handle = await open(path, 'r').catch(() => null);
  try {
    await handle?.sync();
  } catch (cause) {
    // What cannot be flushed, like a device, needs no flushing; a disk that failed has to be told.
    if ((cause as NodeJS.ErrnoException).code !== 'EINVAL') throw cause;
  } finally {
    await handle?.close();
  }
}
