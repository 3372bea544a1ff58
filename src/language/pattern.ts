import { formFact } from './form-fact.ts';
import type { Form, Token } from './tokens.ts';

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
  /** Hangs on the text alone: its answers are remembered. */
  readonly starts: (form: Form) => boolean;
  /** Of these words one must stand in the sentence, or it reads nothing; any where absent. */
  readonly needs?: ReadonlySet<string>;
}

export type TokenClasses = Readonly<Record<string, TokenClass>>;

export interface Pattern {
  readonly source: string;
  mayStart(form: Form): boolean;
  matchAt(tokens: readonly Token[], index: number): Match | null;
}

/** Captures kept so far, the last first; going back is to take an earlier one for the last. */
interface Kept {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  readonly before: Kept | null;
}

interface State {
  readonly tokens: readonly Token[];
  /** Readers are asked once a token in one epoch. */
  readonly epoch: number;
  kept: Kept | null;
  /** What the class read last, for the capture around it. */
  value: unknown;
}

let epochs = 0;
const beginning = (tokens: readonly Token[]): State => ({
  tokens,
  epoch: ++epochs,
  kept: null,
  value: undefined,
});

type Next = (index: number) => number;

interface Node {
  /** Where the node can match in one way only: the index behind it, or -1. Needs no going back. */
  readonly step: ((state: State, index: number) => number) | null;
  /** Tries every way until `next` is content with what it reaches; -1 where none is. */
  readonly match: (state: State, index: number, next: Next) => number;
  /** It is one token, whichever of its ways it takes. */
  readonly single: boolean;
  readonly first: First;
  /** Of each of these sets a word must stand in the sentence, or the node cannot match. */
  readonly needs: readonly ReadonlySet<string>[];
}

function certain(
  step: (state: State, index: number) => number,
  { first, single, needs }: Pick<Node, 'first' | 'single' | 'needs'>,
): Node {
  return {
    step,
    first,
    single,
    needs,
    match(state, index, next) {
      const kept = state.kept;
      const reached = step(state, index);
      const end = reached < 0 ? -1 : next(reached);
      if (end < 0) state.kept = kept;
      return end;
    },
  };
}

/** What a node may begin with. `empty`: it may match nothing. */
interface First {
  readonly words: readonly string[];
  readonly tests: readonly ((form: Form) => boolean)[];
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
  const { tests } = root.first;
  const pattern: CompiledPattern = {
    source,
    needs: root.needs,
    mayStart: (form) => words.has(form.lower) || tests.some((test) => test(form)),
    matchAt: (tokens, index) => pattern.matchIn(beginning(tokens), index),
    matchIn(state, index) {
      state.kept = null;
      const end = root.step
        ? root.step(state, index)
        : root.match(state, index, (reached) => reached);
      return end < 0 ? null : { start: index, end, captures: capturesOf(state.kept) };
    },
  };
  return pattern;
}

interface CompiledPattern extends Pattern {
  readonly needs: readonly ReadonlySet<string>[];
  matchIn(state: State, index: number): Match | null;
}

function capturesOf(kept: Kept | null): Record<string, Capture | undefined> {
  const captures: Record<string, Capture | undefined> = {};
  for (let each = kept; each; each = each.before) {
    captures[each.name] ??= { start: each.start, end: each.end, value: each.value };
  }
  return captures;
}

function ofWord(word: string): Node {
  return certain((state, index) => (state.tokens[index]?.lower === word ? index + 1 : -1), {
    first: { words: [word], tests: [], empty: false },
    single: true,
    needs: [new Set([word])],
  });
}

function ofClass(known: TokenClass): Node {
  if ('read' in known) return ofReader(known);
  const map = known instanceof Map ? (known as ReadonlyMap<string, unknown>) : null;
  return certain(
    (state, index) => {
      const token = state.tokens[index];
      if (!token || !known.has(token.lower)) return -1;
      state.value = map ? map.get(token.lower) : token.lower;
      return index + 1;
    },
    {
      first: { words: [...known.keys()], tests: [], empty: false },
      single: true,
      needs: [new Set(known.keys())],
    },
  );
}

function ofReader(known: ReaderClass): Node {
  let epoch = 0;
  let answers: ReturnType<Reader>[] = [];
  const starts = formFact(known.starts);
  return certain(
    (state, index) => {
      const token = state.tokens[index];
      if (!token || !starts(token.form)) return -1;
      if (epoch !== state.epoch) {
        epoch = state.epoch;
        answers = [];
      }
      let found = answers[index];
      if (found === undefined) {
        found = known.read(state.tokens, index);
        answers[index] = found;
      }
      if (!found) return -1;
      state.value = found.value;
      return found.end;
    },
    {
      first: { words: [], tests: [known.starts], empty: false },
      single: false,
      needs: known.needs ? [known.needs] : [],
    },
  );
}

function capture(name: string, node: Node): Node {
  const keep = (state: State, start: number, end: number) => {
    state.kept = { name, start, end, value: state.value, before: state.kept };
  };
  const { step } = node;
  if (step) {
    const capturing = (state: State, index: number) => {
      state.value = undefined;
      const end = step(state, index);
      if (end >= 0) keep(state, index, end);
      return end;
    };
    return certain(capturing, node);
  }
  return {
    ...node,
    match(state, index, next) {
      state.value = undefined;
      return node.match(state, index, (reached) => {
        const { kept } = state;
        keep(state, index, reached);
        const end = next(reached);
        if (end < 0) state.kept = kept;
        return end;
      });
    },
  };
}

function inOrder(nodes: readonly Node[]): Node {
  if (nodes.length === 1) return nodes[0]!;
  const words: string[] = [];
  const tests: ((form: Form) => boolean)[] = [];
  let empty = true;
  for (const node of nodes) {
    if (!empty) break;
    words.push(...node.first.words);
    tests.push(...node.first.tests);
    empty = node.first.empty;
  }
  const shape = {
    first: { words, tests, empty },
    single: false,
    needs: nodes.flatMap((node) => node.needs),
  };
  const steps = nodes.map(({ step }) => step);
  const from = (state: State, start: number, index: number, next: Next): number => {
    const { kept } = state;
    let place = start;
    let at = index;
    for (let step = steps[place]; step; step = steps[place]) {
      at = step(state, at);
      if (at < 0) {
        state.kept = kept;
        return -1;
      }
      place++;
    }
    const end =
      place === nodes.length
        ? next(at)
        : nodes[place]!.match(state, at, (reached) => from(state, place + 1, reached, next));
    if (end < 0) state.kept = kept;
    return end;
  };
  if (steps.every((step) => step)) {
    return certain((state, index) => from(state, 0, index, stay), shape);
  }
  return { ...shape, step: null, match: (state, index, next) => from(state, 0, index, next) };
}

const stay: Next = (reached) => reached;

function either(nodes: readonly Node[]): Node {
  const first: First = {
    words: nodes.flatMap((node) => node.first.words),
    tests: nodes.flatMap((node) => node.first.tests),
    empty: nodes.some((node) => node.first.empty),
  };
  // what one of the ways needs, each gives its smallest set
  const least = nodes.map(({ needs }) => [...needs].sort((a, b) => a.size - b.size)[0]);
  const needs = least.every((set) => set) ? [new Set(least.flatMap((set) => [...set!]))] : [];
  const single = nodes.every((node) => node.single);
  if (single) {
    const one = (state: State, index: number) => {
      for (const node of nodes) {
        const end = node.step!(state, index);
        if (end >= 0) return end;
      }
      return -1;
    };
    return certain(one, { first, single, needs });
  }
  return {
    step: null,
    single,
    first,
    needs,
    match(state, index, next) {
      for (const node of nodes) {
        const end = node.match(state, index, next);
        if (end >= 0) return end;
      }
      return -1;
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
    step: null,
    single: false,
    match: (state, index, next) => times(state, index, 0, next),
    first: { ...node.first, empty: low === 0 || node.first.empty },
    needs: low > 0 ? node.needs : [],
  };
}

function spacing(spaced: boolean, node: Node): Node {
  const fits = (state: State, index: number) => state.tokens[index]?.spaced === spaced;
  const { step } = node;
  if (step) {
    return certain((state, index) => (fits(state, index) ? step(state, index) : -1), node);
  }
  return {
    ...node,
    match: (state, index, next) => (fits(state, index) ? node.match(state, index, next) : -1),
  };
}

interface Entry<Owner> {
  readonly pattern: CompiledPattern;
  readonly owner: Owner;
  readonly rank: number;
}

/** What a token means to a table. */
interface Seen<Owner> {
  /** Patterns that may begin with it. */
  readonly starting: readonly Entry<Owner>[];
  /** Numbers of the needs that it fills. */
  readonly fills: readonly number[];
}

/**
 * Many patterns tried at every token of a sentence. A pattern is passed over where a word that it
 * needs does not stand in the sentence at all; what a token means to the patterns is found once for
 * each distinct token and remembered.
 */
export class PatternTable<Owner> {
  readonly #entries: readonly Entry<Owner>[];
  readonly #look = formFact((form): Seen<Owner> => {
    const starting = this.#entries.filter(({ pattern }) => pattern.mayStart(form));
    const fills = this.#fills.get(form.lower);
    return starting.length > 0 || fills ? { starting, fills: fills ?? [] } : NOTHING;
  });
  /** For a word, the needs that it fills. */
  readonly #fills = new Map<string, number[]>();
  /** The pattern of each need, and the epoch in which it was filled last. */
  readonly #needOf: Uint16Array;
  readonly #filled: Float64Array;
  /** How many needs each pattern has, and how many of them are open in this sentence. */
  readonly #needed: Uint8Array;
  readonly #open: Uint8Array;
  #state: State = beginning([]);
  #tokens: Seen<Owner>[] = [];

  constructor(entries: Iterable<readonly [Pattern, Owner]>) {
    this.#entries = [...entries].map(([pattern, owner], rank) => ({
      pattern: pattern as CompiledPattern,
      owner,
      rank,
    }));
    const needs = this.#entries.flatMap(({ pattern, rank }) =>
      pattern.needs.map((words) => ({ words, rank })),
    );
    this.#needOf = Uint16Array.from(needs, ({ rank }) => rank);
    this.#filled = new Float64Array(needs.length);
    this.#needed = Uint8Array.from(this.#entries, ({ pattern }) => pattern.needs.length);
    this.#open = new Uint8Array(this.#entries.length);
    for (const [need, { words }] of needs.entries()) {
      for (const word of words) {
        const list = this.#fills.get(word);
        if (list) list.push(need);
        else this.#fills.set(word, [need]);
      }
    }
  }

  mayStart(form: Form): boolean {
    return this.#look(form).starting.length > 0;
  }

  /** Calls `found` for every match at every token. */
  scan(tokens: readonly Token[], found: (match: Match, owner: Owner) => void): void {
    this.#begin(tokens);
    const { length } = tokens;
    for (let index = 0; index < length; index++) {
      if (this.#tokens[index]!.starting.length > 0) this.#matchesAt(index, found);
    }
  }

  /** Calls `found` for every match at one token. What was read of the same tokens before is kept. */
  matchesAt(
    tokens: readonly Token[],
    index: number,
    found: (match: Match, owner: Owner) => void,
  ): void {
    if (this.#state.tokens !== tokens) this.#begin(tokens);
    this.#matchesAt(index, found);
  }

  #matchesAt(index: number, found: (match: Match, owner: Owner) => void): void {
    const state = this.#state;
    for (const { pattern, owner, rank } of this.#tokens[index]!.starting) {
      if (this.#open[rank] !== 0) continue;
      const match = pattern.matchIn(state, index);
      if (match) found(match, owner);
    }
  }

  #begin(tokens: readonly Token[]): void {
    this.#state = beginning(tokens);
    const { epoch } = this.#state;
    this.#open.set(this.#needed);
    const seen: Seen<Owner>[] = [];
    for (const token of tokens) {
      const found = this.#look(token.form);
      seen.push(found);
      for (const need of found.fills) {
        if (this.#filled[need] === epoch) continue;
        this.#filled[need] = epoch;
        this.#open[this.#needOf[need]!]!--;
      }
    }
    this.#tokens = seen;
  }
}

const NOTHING: Seen<never> = { starting: [], fills: [] };
