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

/** Reads a value from the token at `index` on; `end` is the index behind the last token it took. */
export type Reader = (
  tokens: readonly Token[],
  index: number,
) => { readonly end: number; readonly value: unknown } | null;

/** A class of a grammar: words, words with values, or a reader (`starts` says where it may begin). */
export type TokenClass = ReadonlySet<string> | ReadonlyMap<string, unknown> | ReaderClass;

export interface ReaderClass {
  readonly read: Reader;
  readonly starts: (token: Token) => boolean;
  /**
   * All that it may begin with, where that can be listed: words in lower case and, with `numbers`,
   * tokens of digits. Patterns that begin with it are then looked up and not tried everywhere.
   */
  readonly begins?: Begins;
}

export interface Begins {
  readonly words: ReadonlySet<string>;
  readonly numbers: boolean;
}

export type TokenClasses = Readonly<Record<string, TokenClass>>;

export interface Pattern {
  readonly source: string;
  /** Words that a match may begin with; null where tokens must be asked one by one. */
  readonly firstWords: ReadonlySet<string> | null;
  /** It may begin with any token of digits too. */
  readonly firstNumbers: boolean;
  mayStart(token: Token): boolean;
  matchAt(tokens: readonly Token[], index: number): Match | null;
}

interface State {
  readonly tokens: readonly Token[];
  captures: Record<string, Capture | undefined>;
}

type Next = (index: number) => number;
type Matcher = (state: State, index: number, next: Next) => number;

interface Node {
  readonly match: Matcher;
  readonly first: First;
}

/** What a node may begin with. `empty`: it may match nothing. */
interface First {
  readonly words: readonly string[];
  readonly numbers: boolean;
  readonly tests: readonly ((token: Token) => boolean)[];
  readonly empty: boolean;
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
      return ofClass(known);
    }
    const word = part.startsWith('\\') ? part.slice(1) : part;
    return ofWord(word);
  }

  const root = sequence(false);
  if (root.first.empty) fail('matches nothing at all');
  const words = new Set(root.first.words);
  const tests = root.first.tests;
  return {
    source,
    firstWords: tests.length === 0 ? words : null,
    firstNumbers: root.first.numbers,
    mayStart: (token) =>
      words.has(token.lower) ||
      (root.first.numbers && token.kind === 'number') ||
      tests.some((test) => test(token)),
    matchAt(tokens, index) {
      const state: State = { tokens, captures: {} };
      const end = root.match(state, index, (reached) => reached);
      return end < 0 ? null : { start: index, end, captures: state.captures };
    },
  };
}

function ofWord(word: string): Node {
  return {
    match: (state, index, next) => (state.tokens[index]?.lower === word ? next(index + 1) : -1),
    first: { words: [word], numbers: false, tests: [], empty: false },
  };
}

function ofClass(known: TokenClass): Node {
  if ('read' in known) {
    return {
      match(state, index, next) {
        const token = state.tokens[index];
        if (!token || !known.starts(token)) return -1;
        const found = known.read(state.tokens, index);
        return found ? withValue(state, found.value, () => next(found.end)) : -1;
      },
      first: known.begins
        ? { ...known.begins, words: [...known.begins.words], tests: [], empty: false }
        : { words: [], numbers: false, tests: [known.starts], empty: false },
    };
  }
  const map = known instanceof Map ? (known as ReadonlyMap<string, unknown>) : null;
  return {
    match(state, index, next) {
      const token = state.tokens[index];
      if (!token || !known.has(token.lower)) return -1;
      const value = map ? map.get(token.lower) : token.lower;
      return withValue(state, value, () => next(index + 1));
    },
    first: { words: [...known.keys()], numbers: false, tests: [], empty: false },
  };
}

/** The value that the class read last, for the capture around it. */
const VALUE = Symbol('value');
type Valued = State & { [VALUE]?: unknown };

function withValue(state: State, value: unknown, go: () => number): number {
  (state as Valued)[VALUE] = value;
  return go();
}

function capture(name: string, node: Node): Node {
  return {
    first: node.first,
    match(state, index, next) {
      const before = state.captures[name];
      (state as Valued)[VALUE] = undefined;
      const end = node.match(state, index, (reached) => {
        const outer = state.captures[name];
        state.captures[name] = { start: index, end: reached, value: (state as Valued)[VALUE] };
        const done = next(reached);
        if (done < 0) state.captures[name] = outer;
        return done;
      });
      if (end < 0) state.captures[name] = before;
      return end;
    },
  };
}

function inOrder(nodes: readonly Node[]): Node {
  const words: string[] = [];
  const tests: ((token: Token) => boolean)[] = [];
  let empty = true;
  let numbers = false;
  for (const node of nodes) {
    if (!empty) break;
    numbers ||= node.first.numbers;
    words.push(...node.first.words);
    tests.push(...node.first.tests);
    empty = node.first.empty;
  }
  const from = (state: State, place: number, index: number, next: Next): number => {
    const node = nodes[place];
    return node
      ? node.match(state, index, (reached) => from(state, place + 1, reached, next))
      : next(index);
  };
  return {
    match: (state, index, next) => from(state, 0, index, next),
    first: { words, numbers, tests, empty },
  };
}

function either(nodes: readonly Node[]): Node {
  return {
    match(state, index, next) {
      for (const node of nodes) {
        const end = node.match(state, index, next);
        if (end >= 0) return end;
      }
      return -1;
    },
    first: {
      words: nodes.flatMap((node) => node.first.words),
      numbers: nodes.some((node) => node.first.numbers),
      tests: nodes.flatMap((node) => node.first.tests),
      empty: nodes.some((node) => node.first.empty),
    },
  };
}

function repeat(node: Node, low: number, high: number): Node {
  const times = (state: State, index: number, done: number, next: Next): number => {
    if (done < high) {
      const end = node.match(state, index, (reached) =>
        reached === index ? -1 : times(state, reached, done + 1, next),
      );
      if (end >= 0) return end;
    }
    return done >= low ? next(index) : -1;
  };
  return {
    match: (state, index, next) => times(state, index, 0, next),
    first: { ...node.first, empty: low === 0 || node.first.empty },
  };
}

function spacing(spaced: boolean, node: Node): Node {
  return {
    match: (state, index, next) =>
      state.tokens[index]?.spaced === spaced ? node.match(state, index, next) : -1,
    first: node.first,
  };
}

/**
 * Many patterns tried at every token of a sentence, with a table that passes over those that cannot
 * begin there.
 */
export class PatternTable<Owner> {
  readonly #byWord = new Map<string, [Pattern, Owner][]>();
  readonly #numbers: [Pattern, Owner][] = [];
  readonly #open: [Pattern, Owner][] = [];

  constructor(entries: Iterable<readonly [Pattern, Owner]>) {
    for (const [pattern, owner] of entries) {
      if (!pattern.firstWords) {
        this.#open.push([pattern, owner]);
        continue;
      }
      if (pattern.firstNumbers) this.#numbers.push([pattern, owner]);
      for (const word of pattern.firstWords) {
        const list = this.#byWord.get(word);
        if (list) list.push([pattern, owner]);
        else this.#byWord.set(word, [[pattern, owner]]);
      }
    }
  }

  /** Calls `found` for every match at every token. */
  scan(tokens: readonly Token[], found: (match: Match, owner: Owner) => void): void {
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!;
      const listed = this.#byWord.get(token.lower);
      if (listed) {
        for (const [pattern, owner] of listed) {
          const match = pattern.matchAt(tokens, index);
          if (match) found(match, owner);
        }
      }
      if (token.kind === 'number') {
        for (const [pattern, owner] of this.#numbers) {
          const match = pattern.matchAt(tokens, index);
          if (match) found(match, owner);
        }
      }
      for (const [pattern, owner] of this.#open) {
        if (!pattern.mayStart(token)) continue;
        const match = pattern.matchAt(tokens, index);
        if (match) found(match, owner);
      }
    }
  }
}
