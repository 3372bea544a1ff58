import type { Page } from './page.ts';

/** Least words of a passage that may repeat another. */
const LEAST = 5;
/** Words in a row that two passages must share for it to count. */
const SHINGLE = 5;

/** What a passage repeats: `whole`, all its words stand elsewhere; `close` and `near`, most of them do. */
export interface Repeat {
  readonly how: 'whole' | 'close' | 'near';
  readonly of: number;
  /** The other has as many words. */
  readonly equal: boolean;
}

/**
 * Finds passages whose words stand again in a fuller passage, or in an equal one before; linear in
 * the text. `asked` says which passages may be dropped.
 */
export function findRepeats(page: Page, asked: (index: number) => boolean): Map<number, Repeat> {
  const { text, passages } = page;
  const words: number[][] = [];
  let total = 0;
  let some = false;
  for (let i = 0; i < passages.length; i++) {
    const { start, end } = passages[i]!.inner;
    const hashes = hashWords(text, start, end);
    words.push(hashes);
    total += hashes.length;
    some ||= hashes.length >= LEAST && asked(i);
  }
  const repeats = new Map<number, Repeat>();
  if (!some) return repeats;
  const shared = countShared(words, total);
  for (const [pair, count] of shared) {
    const first = Math.floor(pair / passages.length);
    const second = pair % passages.length;
    const a = words[first]!.length;
    const b = words[second]!.length;
    // The fuller copy stays; of two equal ones the first.
    const [less, more] = a < b ? [first, second] : [second, first];
    if (!asked(less) || Math.min(a, b) < LEAST) continue;
    const cut = cutShort(text, passages[less]!.inner.end) ? 1 : 0;
    const least = Math.max(1, Math.min(a, b) - cut - SHINGLE + 1);
    const how = howClose(count, least);
    if (!how) continue;
    const known = repeats.get(less);
    if (!known || (how === 'whole' && known.how !== 'whole')) {
      repeats.set(less, { how, of: more, equal: a === b });
    }
  }
  return repeats;
}

/** `count` of `least` shingles stand in the other. */
function howClose(count: number, least: number): Repeat['how'] | null {
  if (count >= least) return 'whole';
  if (count < 3 || count * 10 < least * 6) return null;
  return count * 100 >= least * 85 ? 'close' : 'near';
}

/**
 * How many shingles two passages share, by `first * passages + second`. Of each shingle the first
 * passage that holds it is kept, in a table with open addresses.
 */
function countShared(words: readonly (readonly number[])[], total: number): Map<number, number> {
  let size = 64;
  while (size < total * 2) size *= 2;
  const keys = new Int32Array(size);
  const owners = new Int32Array(size);
  const mask = size - 1;
  const shared = new Map<number, number>();
  words.forEach((hashes, i) => {
    for (let at = 0; at + SHINGLE <= hashes.length; at++) {
      let key = 17;
      for (let k = 0; k < SHINGLE; k++) key = Math.imul(key ^ hashes[at + k]!, 0x01000193);
      let slot = (key ^ (key >>> 15)) & mask;
      while (owners[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
      const owner = owners[slot]!;
      if (owner === 0) {
        keys[slot] = key;
        owners[slot] = i + 1;
      } else if (owner !== i + 1) {
        const pair = (owner - 1) * words.length + i;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  });
  return shared;
}

/** The passage was cut off: "[…]", "..." stand at its end. */
function cutShort(text: string, end: number): boolean {
  return /(?:…|\.{3})\]?$/u.test(text.slice(Math.max(0, end - 6), end));
}

/** One number a word, letters and digits alone, without case. */
function hashWords(text: string, start: number, end: number): number[] {
  const hashes: number[] = [];
  let hash = 0;
  for (let at = start; at < end; at++) {
    let code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) code += 32;
    if (
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      (code >= 0xc0 && code < 0x2000) ||
      code >= 0x3000
    ) {
      hash = (Math.imul(hash, 31) + code) | 0;
    } else if (hash !== 0 && code !== 0x2019 && code !== 39) {
      hashes.push(hash);
      hash = 0;
    }
  }
  if (hash !== 0) hashes.push(hash);
  return hashes;
}
