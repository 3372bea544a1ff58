import type { Mention } from './schema.ts';

/** One named thing of an article, with its first mention. */
export interface Entity {
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
 * `entityOf` has the entity's number for each mention.
 */
export function entitiesOf(mentions: readonly Mention[]): {
  entities: Entity[];
  entityOf: number[];
} {
  const numbers = new Map<string, number>();
  const entities: { -readonly [Key in keyof Entity]: Entity[Key] }[] = [];
  const entityOf = mentions.map((mention) => {
    const key = `${mention.type}\n${mention.name.toLowerCase()}`;
    const before = numbers.get(key);
    if (before !== undefined) {
      const entity = entities[before]!;
      entity.mentions++;
      entity.id ??= mention.id ?? null;
      entity.canonical ??= mention.canonical ?? null;
      return before;
    }
    const number = entities.length;
    numbers.set(key, number);
    entities.push({
      entity: number,
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
    return number;
  });
  return { entities, entityOf };
}
