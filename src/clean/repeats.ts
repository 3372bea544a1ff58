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
  const repeats = new Map<number, Repeat>();
  const shared = countShared(page);
  if (!shared) return repeats;
  for (const [pair, count] of shared) {
    const first = Math.floor(pair / passages.length);
    const second = pair % passages.length;
    const a = wordsOf(page, first);
    const b = wordsOf(page, second);
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

/** Where the hashes of a passage's words end. */
const endOf = ({ passages, hashes }: Page, index: number): number =>
  index + 1 < passages.length ? passages[index + 1]!.hashes : hashes.length;

const wordsOf = (page: Page, index: number): number =>
  endOf(page, index) - page.passages[index]!.hashes;

/** `count` of `least` shingles stand in the other. */
function howClose(count: number, least: number): Repeat['how'] | null {
  if (count >= least) return 'whole';
  if (count < 3 || count * 10 < least * 6) return null;
  return count * 100 >= least * 85 ? 'close' : 'near';
}

/** Shingles and the passages that own them: a table with open addresses, `[size, 2 * size)` the owners. */
const kept = new Int32Array(1 << 14);

/** An empty table; that of most articles is used again and again. */
function tableOf(size: number): Int32Array {
  return size * 2 > kept.length ? new Int32Array(size * 2) : kept.fill(0, size, size * 2);
}

const BASE = 0x01000193;
/** What the first word of a shingle adds to its number. */
const FIRST = Math.imul(Math.imul(BASE, BASE), Math.imul(BASE, BASE));

/**
 * How many shingles two passages share, by `first * passages + second`; null where none do. Of each
 * shingle the first passage that holds it is kept.
 */
function countShared(page: Page): Map<number, number> | null {
  const { passages, hashes } = page;
  let size = 64;
  while (size < hashes.length * 2) size *= 2;
  const table = tableOf(size);
  const mask = size - 1;
  let shared: Map<number, number> | null = null;
  for (let i = 0; i < passages.length; i++) {
    const from = passages[i]!.hashes;
    const end = endOf(page, i);
    if (end - from < SHINGLE) continue;
    // A shingle's number is made of the one before (M. Rabin and R. Karp's rolling hash).
    let key = 0;
    for (let at = from; at < end; at++) {
      key = (Math.imul(key, BASE) + hashes[at]!) | 0;
      const first = at - SHINGLE + 1;
      if (first < from) continue;
      let slot = (key ^ (key >>> 15)) & mask;
      while (table[size + slot] !== 0 && table[slot] !== key) slot = (slot + 1) & mask;
      const owner = table[size + slot]!;
      if (owner === 0) {
        table[slot] = key;
        table[size + slot] = i + 1;
      } else if (owner !== i + 1) {
        const pair = (owner - 1) * passages.length + i;
        shared ??= new Map();
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
      key = (key - Math.imul(hashes[first]!, FIRST)) | 0;
    }
  }
  return shared;
}

/** The passage was cut off: "[…]", "..." stand at its end. */
function cutShort(text: string, end: number): boolean {
  return /(?:…|\.{3})\]?$/u.test(text.slice(Math.max(0, end - 6), end));
}
