import { HEADING_WORDS, NAME, ROLE } from './bylines.ts';

const ANY_NAME = new RegExp(NAME, 'gu');

/** Family names of those whom bylines name; read when they are first asked for, which is seldom. */
export class Surnames {
  readonly #names = new Set<string>();
  #unread: string[] = [];

  addByline(head: string): void {
    this.#unread.push(head);
  }

  /** In lower case. */
  all(): ReadonlySet<string> {
    for (const head of this.#unread) {
      for (const name of surnamesIn(head)) this.#names.add(name);
    }
    this.#unread = [];
    return this.#names;
  }
}

/** The last capitalised word of each name, in lower case. */
function surnamesIn(head: string): string[] {
  const found: string[] = [];
  for (const match of head.matchAll(ANY_NAME)) {
    const word = match[0]
      .split(/\s/u)
      .at(-1)!
      .replace(/[’'.,]+$/u, '')
      .toLowerCase();
    if (
      word.length > 2 &&
      !ROLE.test(word) &&
      !HEADING_WORDS.test(word) &&
      !/^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(
        word,
      )
    )
      found.push(word);
  }
  return found;
}
