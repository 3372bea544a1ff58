import type { Page } from './page.ts';

/** Words of a passage that may repeat another; longer ones are looked at by their beginning. */
const LEAST = 5;
const SHINGLE = 5;

/** What a passage repeats: `whole`, all its words stand elsewhere; `near`, most of them do. */
export interface Repeat {
  readonly how: 'whole' | 'near';
  readonly of: number;
  /** The other has as many words. */
  readonly equal: boolean;
}

/** Letters and digits that shingles are made of, as one number a word. */
interface Words {
  readonly hashes: readonly number[];
}

/**
 * Finds passages whose words stand again in a fuller passage, or in an equal one before; linear in
 * the text. `asked` says which passages may be dropped.
 */
export function findRepeats(page: Page, asked: (index: number) => boolean): Map<number, Repeat> {
  const { text, passages } = page;
  const words: Words[] = passages.map(({ inner }) => ({
    hashes: hashWords(text, inner.start, inner.end),
  }));
  const small: number[] = [];
  for (let i = 0; i < passages.length; i++) {
    if (asked(i) && words[i]!.hashes.length >= LEAST) small.push(i);
  }
  const repeats = new Map<number, Repeat>();
  if (small.length === 0) return repeats;
  // Where each shingle stands first and second: passage number and place in it.
  const places = new Map<number, number[]>();
  for (let i = 0; i < passages.length; i++) {
    const { hashes } = words[i]!;
    for (let at = 0; at + SHINGLE <= hashes.length; at++) {
      const key = shingle(hashes, at);
      const known = places.get(key);
      if (!known) places.set(key, [i, at]);
      else if (known.length < 8 && known[known.length - 2] !== i) known.push(i, at);
    }
  }
  for (const i of small) {
    const { hashes } = words[i]!;
    const ends = cutShort(text, passages[i]!.inner.end);
    const limit = ends ? hashes.length - 1 : hashes.length;
    const counts = new Map<number, number>();
    const total = Math.max(1, limit - SHINGLE + 1);
    for (let at = 0; at < total && at + SHINGLE <= hashes.length; at++) {
      const known = places.get(shingle(hashes, at));
      if (!known || known.length === 2) continue;
      for (let k = 0; k < known.length; k += 2) {
        const other = known[k]!;
        if (other !== i) counts.set(other, (counts.get(other) ?? 0) + 1);
      }
    }
    for (const [other, count] of counts) {
      const size = words[other]!.hashes.length;
      // The fuller copy stays; of two equal ones the first.
      if (size < hashes.length || (size === hashes.length && other > i)) continue;
      if (repeats.get(other)?.of === i) continue;
      const how = count >= total ? 'whole' : count >= 3 && count * 10 >= total * 6 ? 'near' : null;
      if (!how) continue;
      const known = repeats.get(i);
      if (!known || (how === 'whole' && known.how === 'near'))
        repeats.set(i, { how, of: other, equal: size === hashes.length });
    }
  }
  return repeats;
}

/** The passage was cut off: "[…]", "..." stand at its end. */
function cutShort(text: string, end: number): boolean {
  return /(?:…|\.{3})\]?$/u.test(text.slice(Math.max(0, end - 6), end));
}

function shingle(hashes: readonly number[], at: number): number {
  let key = 17;
  for (let k = 0; k < SHINGLE; k++) key = Math.imul(key, 31) ^ hashes[at + k]!;
  return key;
}

/** One number a word, letters and digits alone, without case. */
export function hashWords(text: string, start: number, end: number): number[] {
  const hashes: number[] = [];
  let hash = 0;
  for (let at = start; at < end; at++) {
    let code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) code += 32;
    const inside =
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      (code >= 0xc0 && code < 0x2000) ||
      code >= 0x3000;
    if (inside) hash = (Math.imul(hash, 31) + code) | 0;
    else if (code === 0x2019 || code === 39) continue;
    else if (hash !== 0) {
      hashes.push(hash);
      hash = 0;
    }
  }
  if (hash !== 0) hashes.push(hash);
  return hashes;
}
