import type { Block } from '../article/schema.ts';
import { BODY_HEADS, NO_NAME, ORGANIZATION_NOUNS, TITLES } from './vocabulary.ts';

const NAME =
  /^\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}\.)?(?: (?:von|van|de|der|bin|al|da|del)){0,2}(?: \p{Lu}[\p{L}'’-]{1,24}){1,2}$/u;
const MONTH_OR_PLACE = /^(?:staff|writer|contributor|published|posted|share|news|press|read|min)$/;

/** Full names of persons in the bylines: "By Ola Brandt and Mei Tan, 3 May 2021". */
export function authorsOf(text: string, blocks: readonly Block[]): string[] {
  const found: string[] = [];
  for (const { kind, start, end } of blocks) {
    if (kind !== 'byline' || end - start > 300) continue;
    const line = text.slice(start, end);
    const said = /(?:^|\n)\W{0,3}(?:written by|by|author[:s]{0,2})\s+/i.exec(line);
    const rest = said ? line.slice(said.index + said[0].length) : line;
    for (const piece of rest.split(/[,|•·–—\n\t:;()/]|\band\b|&/)) {
      const name = piece.trim();
      if (!NAME.test(name)) continue;
      const parts = name.toLowerCase().split(' ');
      const ordinary = parts.some(
        (part) =>
          NO_NAME.has(part) ||
          BODY_HEADS.has(part) ||
          TITLES.has(part) ||
          ORGANIZATION_NOUNS.has(part) ||
          MONTH_OR_PLACE.test(part),
      );
      if (!ordinary) found.push(name);
    }
  }
  return found;
}
