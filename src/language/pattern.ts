import {
  capture,
  either,
  inOrder,
  type Kept,
  type Matcher,
  type Node,
  oneOf,
  type Reader,
  type ReaderClass,
  read,
  repeat,
  type Starts,
  type State,
  spacing,
  word,
} from './pattern-nodes.ts';
import type { Token } from './tokens.ts';

/**
 * Patterns over tokens, the one notation of all grammars:
 *
 *     the? ordinal=<ordinal> week of month=<month> (,? year=<year>)?
 *
 * - `word` matches a token by its lower-case text; `\(` and the like escape a sign of the notation
 * - `a|b|<c>` without spaces: one of several
 * - `<name>` a class: a set or map of words, or a reader of several tokens
 * - `name=…` keeps what the element matched, with the class's value, as a capture
 * - `( … )` a group; `( … / … )` a group of alternatives
 * - `?` after an element or a group: may be missing; `{2,4}`: so many times, at most 20
 * - `~` before an element: glued, without white space in front of it; `^` before: spaced
 *
 * Matching is greedy with backtracking; the order of tries is the order written.
 */
export interface Capture {
  /** Token indexes, half-open. */
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

export interface Match {
  /** Token indexes, half-open. */
  readonly start: number;
  readonly end: number;
  readonly captures: Readonly<Record<string, Capture | undefined>>;
}

/** A class of a grammar: words, words with values, or a reader (`starts` says where it may begin). */
export type TokenClass = ReadonlySet<string> | ReadonlyMap<string, unknown> | ReaderClass;

export type { Reader, ReaderClass };

export type TokenClasses = Readonly<Record<string, TokenClass>>;

export interface Pattern {
  readonly source: string;
  /** What its first token may be. */
  readonly first: Starts;
  /** What its second token may be; `empty`: there may be none, null: any. */
  readonly second: Starts | null;
  /** Of each of these sets a word must stand in the sentence, or it cannot match. */
  readonly needs: readonly ReadonlySet<string>[];
  matchAt(tokens: readonly Token[], index: number): Match | null;
}

const LEXER =
  /\s+|\\.|<[\w.]+>|[\w.]+=|\{\d+(?:,\d+)?\}|[()?|~^/]|(?:[^\s\\<>(){}?|~^/=]|=(?=\s|$))+|./gsu;

/**
 * Compiles a pattern.
 * @throws {Error} naming the pattern, where it is not well formed or names an unknown class.
 */
export function compilePattern(source: string, classes: TokenClasses): Pattern {
  const parts = source.match(LEXER)?.filter((part) => !/^\s+$/.test(part) || part) ?? [];
  let at = 0;
  const fail = (why: string): never => {
    throw new Error(`pattern "${source}": ${why}`);
  };
  const skip = () => {
    while (at < parts.length && /^\s/.test(parts[at]!)) at++;
  };

  function sequence(closing: boolean): Node {
    const nodes: Node[] = [];
    for (skip(); at < parts.length && parts[at] !== ')' && parts[at] !== '/'; skip()) {
      nodes.push(element());
    }
    if (!closing && at < parts.length) fail(`unexpected ${parts[at]}`);
    return inOrder(nodes);
  }

  function element(): Node {
    let name: string | undefined;
    if (/^[\w.]+=$/.test(parts[at]!)) name = parts[at++]!.slice(0, -1);
    let node = alternative();
    while (parts[at] === '|') {
      at++;
      const other = alternative();
      node = either([node, other]);
    }
    if (name !== undefined) node = capture(name, node);
    if (parts[at] === '?') {
      at++;
      node = repeat(node, 0, 1);
    } else if (/^\{/.test(parts[at] ?? '')) {
      const [low, high] = parts[at++]!.slice(1, -1).split(',').map(Number);
      node = repeat(node, low!, Math.min(high ?? low!, 20));
    }
    return node;
  }

  function alternative(): Node {
    const part = parts[at++] ?? fail('ends too early');
    if (part === '~' || part === '^') return spacing(part === '^', alternative());
    if (part === '(') {
      const options = [sequence(true)];
      while (parts[at] === '/') {
        at++;
        options.push(sequence(true));
      }
      if (parts[at++] !== ')') fail('a group is not closed');
      return options.length === 1 ? options[0]! : either(options);
    }
    if (part.startsWith('<') && part.length > 2) {
      const known = classes[part.slice(1, -1)];
      if (!known) return fail(`there is no class ${part}`);
      return 'read' in known ? read(known) : oneOf(known);
    }
    return word(part.startsWith('\\') ? part.slice(1) : part);
  }

  const root = sequence(false);
  if (root.first.empty) fail('matches nothing at all');
  const match: Matcher = root.to((_, index) => index);
  const { first, second, needs } = root;
  return {
    source,
    first,
    second,
    needs,
    matchAt(tokens, index) {
      const state: State = { tokens, size: tokens.length, kept: null, value: undefined };
      const end = match(state, index);
      return end < 0 ? null : { start: index, end, captures: capturesOf(state.kept) };
    },
  };
}

function capturesOf(kept: Kept | null): Record<string, Capture | undefined> {
  const captures: Record<string, Capture | undefined> = {};
  for (let each = kept; each; each = each.before) {
    captures[each.name] ??= { start: each.start, end: each.end, value: each.value };
  }
  return captures;
}
