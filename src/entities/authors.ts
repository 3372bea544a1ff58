import type { Block } from '../article/schema.ts';
import { knownTag } from '../language/words.ts';
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
  return [...found, ...speakersOf(text, blocks)];
}

const LABEL = /^([^\n:]{5,50}):(?=\s|$)/;

/** Full names in front of a colon, with which an interview's questions and answers open. */
function speakersOf(text: string, blocks: readonly Block[]): string[] {
  const seen = new Map<string, number>();
  for (const { kind, start } of blocks) {
    if (kind !== 'heading' && kind !== 'paragraph') continue;
    const name = LABEL.exec(text.slice(start, start + 52))?.[1];
    if (name === undefined || !NAME.test(name)) continue;
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return [...seen]
    .filter(([name, times]) => times > 1 && name.split(/[ -]/).every(isNamePart))
    .map(([name]) => name);
}

/** A name's word by compromise's list, or one that it does not know. */
const isNamePart = (part: string): boolean =>
  /^$|Name$|^Person$/.test(knownTag(part.toLowerCase()) ?? '');
