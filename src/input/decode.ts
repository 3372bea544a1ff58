import { InputError } from '../kernel/errors.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file's bytes, strictly read as UTF-8; a byte-order mark in front is not part of it.
 * @throws {InputError} `binary`, `encoding` or `empty`
 */
export function decode(bytes: Uint8Array): string {
  const nul = bytes.subarray(0, 65_536).indexOf(0);
  if (nul >= 0) throw new InputError('binary', `is no text: byte ${nul} is 0`);
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    throw new InputError('encoding', `is not UTF-8: byte ${firstBadByte(bytes)} fits no character`);
  }
  if (text.startsWith('\uFEFF')) text = text.slice(1);
  if (text.trim() === '') throw new InputError('empty', 'holds no text');
  return text;
}

/** The offset of the first byte of the first sequence that is not UTF-8, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  // What was read so far may end in the beginning of the bad sequence.
  for (let back = 0; back < 4 && back <= good; back++) {
    try {
      strict.decode(bytes.subarray(0, good - back));
      return good - back;
    } catch {}
  }
  return good;
}
