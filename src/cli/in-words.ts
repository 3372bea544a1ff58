/** What the system refused, and what to do. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'the quota of the disk is used up; make room',
  EFBIG: 'a file is larger than the system allows; raise the limit',
  EROFS: 'it is on a disk that may only be read; choose another folder with --out',
  EACCES: 'it may not be written; choose another folder with --out',
  EPERM: 'it may not be written; choose another folder with --out',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  EIO: 'the disk reports an error',
};

/** An error as a line for people: a system error in words, with the file that it was about. */
export function inWords(cause: Error): string {
  const { code, path } = cause as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : WORDS[code];
  if (words === undefined) return cause.message;
  const about = path === undefined ? '' : `${path}: `;
  return `${about}${words}, and run the same command again: it goes on where it stopped (${code})`;
}
