import type { TokenClass } from '../language/pattern.ts';
import { ONLY_ONE } from '../language/pattern-nodes.ts';
import { tokenize } from '../language/tokens.ts';

/** Names of several tokens with values as one class; the longest that stands at a token is read. */
export function compileNames<Value>(entries: readonly (readonly [string, Value])[]): TokenClass {
  const byFirst = new Map<string, { words: readonly string[]; value: Value }[]>();
  for (const [name, value] of entries) {
    const words = tokenize(name).map((token) => token.lower);
    const list = byFirst.get(words[0]!) ?? [];
    list.push({ words, value });
    list.sort((a, b) => b.words.length - a.words.length);
    byFirst.set(words[0]!, list);
  }
  const lists = [...byFirst.values()].flat().map(({ words }) => words);
  const seconds = lists.flatMap((words) => words.slice(1, 2));
  const empty = lists.some((words) => words.length === 1);
  const longest = (words: readonly string[]) =>
    words.reduce((a, b) => (b.length > a.length ? b : a));
  return {
    starts: (token) => byFirst.has(token.lower),
    second: { words: seconds, tests: [], empty },
    // the longest word of a name is the one that is seldom met
    needs: new Set(lists.map(longest)),
    read(tokens, index) {
      for (const { words, value } of byFirst.get(tokens[index]!.lower) ?? []) {
        if (words.every((word, place) => tokens[index + place]?.lower === word)) {
          return { end: index + words.length, value };
        }
      }
      return null;
    },
  };
}

const named = (letter: string, high: number): TokenClass =>
  new Map(
    Array.from({ length: high }, (_, place): [string, number] => [
      `${letter}${place + 1}`,
      place + 1,
    ]),
  );

/** "Q1", "H2", "FY21" are one token each. */
export const nameClasses: Readonly<Record<string, TokenClass>> = {
  qname: named('q', 4),
  hname: named('h', 2),
  fyname: {
    second: ONLY_ONE,
    starts: (token) => /^fy(?:\d{4}|\d{2})$/.test(token.lower),
    read(tokens, index) {
      const found = /^fy(\d{4}|\d{2})$/.exec(tokens[index]!.lower);
      return found && { end: index + 1, value: Number(found[1]) };
    },
  },
};
