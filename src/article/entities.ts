import type { Mention } from './schema.ts';

/** One named thing of an article, with its first mention. */
export interface Entity {
  /** Hangs on type and name alone: nothing else in the article, or in another, changes it. */
  readonly entity: number;
  readonly name: string;
  readonly type: string;
  readonly id: string | null;
  readonly canonical: string | null;
  readonly mentions: number;
  readonly first_sentence: number | null;
  readonly first_start: number;
  readonly first_end: number;
  readonly first_text: string;
}

/**
 * Gathers mentions into entities: one for each type and name, in order of first mention.
 * `entityOf` has the `entity` of each mention.
 */
export function entitiesOf(mentions: readonly Mention[]): {
  entities: Entity[];
  entityOf: number[];
} {
  const byKey = new Map<string, { -readonly [Key in keyof Entity]: Entity[Key] }>();
  const taken = new Set<number>();
  const entityOf = mentions.map((mention) => {
    const key = `${mention.type}\n${mention.name.toLowerCase()}`;
    const before = byKey.get(key);
    if (before) {
      before.mentions++;
      before.id ??= mention.id ?? null;
      before.canonical ??= mention.canonical ?? null;
      return before.entity;
    }
    let entity = numberOf(key);
    while (taken.has(entity)) entity = (entity + 1) % 2 ** 48;
    taken.add(entity);
    byKey.set(key, {
      entity,
      name: mention.name,
      type: mention.type,
      id: mention.id ?? null,
      canonical: mention.canonical ?? null,
      mentions: 1,
      first_sentence: mention.sentence ?? null,
      first_start: mention.start,
      first_end: mention.end,
      first_text: mention.text,
    });
    return entity;
  });
  return { entities: [...byKey.values()], entityOf };
}

/**
 * 48 bits, so that two of an article's names next to never have the same, and a spreadsheet, which
 * keeps 15 digits, shows them: FNV-1a over UTF-16 code units from two beginnings, mixed.
 */
function numberOf(key: string): number {
  let [high, low] = [0x811c9dc5, 0x050c5d1f];
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000193);
  }
  return (mixed(high) >>> 8) * 2 ** 24 + (mixed(low ^ high) >>> 8);
}

/** Every bit of a number moves every other, as the end of MurmurHash3 does it. */
function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
