import type { Token } from '../language/tokens.ts';

interface Node<Value> {
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
  readonly #root: Node<Value> = {};

  /** @param words the name's tokens, in any case */
  add(words: readonly string[], value: Value): void {
    let node = this.#root;
    for (const written of words) {
      const word = written.toLowerCase();
      node.next ??= new Map();
      let child = node.next.get(word);
      if (!child) {
        child = {};
        node.next.set(word, child);
      }
      node = child;
    }
    if (node.ends) node.ends.push(value);
    else node.ends = [value];
  }

  /** Everything that begins at token `index`, the longest first. */
  matchesAt(tokens: readonly Token[], index: number): Found<Value>[] {
    let node = this.#root.next?.get(tokens[index]!.lower);
    if (!node) return [];
    const found: Found<Value>[] = [];
    for (let at = index; ; at++) {
      if (at > index) {
        if (at >= tokens.length) break;
        node = node.next?.get(tokens[at]!.lower);
        if (!node) break;
      }
      if (node.ends) for (const value of node.ends) found.push({ end: at + 1, value });
    }
    return found.length > 1 ? found.reverse() : found;
  }
}
