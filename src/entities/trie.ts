import type { Token } from '../language/tokens.ts';

/** Most nodes have one child, and no map is made for it. */
export interface Node<Value> {
  word?: string;
  child?: Node<Value>;
  next?: Map<string, Node<Value>>;
  ends?: Value[];
}

/** A value that ends at a token; `end` is the index behind it. */
export interface Found<Value> {
  readonly end: number;
  readonly value: Value;
}

/** Names as sequences of lower-case tokens: word edges come for free, the longest is found first. */
export class NameTrie<Value> {
  readonly #first = new Map<string, Node<Value>>();

  /** @param words the name's tokens, in any case */
  add(words: readonly string[], value: Value): void {
    let node: Node<Value> | undefined;
    for (const written of words) {
      const word = written.toLowerCase();
      if (!node) {
        node = this.#first.get(word);
        if (!node) {
          node = {};
          this.#first.set(word, node);
        }
        continue;
      }
      let child: Node<Value> | undefined = step(node, word);
      if (!child) {
        child = {};
        if (node.next) node.next.set(word, child);
        else if (node.child) {
          node.next = new Map([
            [node.word!, node.child],
            [word, child],
          ]);
        } else {
          node.word = word;
          node.child = child;
        }
      }
      node = child;
    }
    if (!node) return;
    if (node.ends) node.ends.push(value);
    else node.ends = [value];
  }

  /** Where names that begin with the word, in lower case, go on. */
  root(word: string): Node<Value> | undefined {
    return this.#first.get(word);
  }
}

const NOTHING: readonly Found<never>[] = [];

/** Everything that begins at token `index`, whose word's root is given, the longest first. */
export function matchesFrom<Value>(
  root: Node<Value> | undefined,
  tokens: readonly Token[],
  index: number,
): readonly Found<Value>[] {
  let found: Found<Value>[] | undefined;
  let node = root;
  for (let at = index + 1; node; at++) {
    if (node.ends) {
      found ??= [];
      for (const value of node.ends) found.push({ end: at, value });
    }
    const token = tokens[at];
    node = token ? step(node, token.lower) : undefined;
  }
  if (!found) return NOTHING;
  return found.length > 1 ? found.reverse() : found;
}

function step<Value>(node: Node<Value>, word: string): Node<Value> | undefined {
  if (node.next) return node.next.get(word);
  return node.word === word ? node.child : undefined;
}
