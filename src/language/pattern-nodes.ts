import { formTest } from './form-fact.ts';
import type { Form } from './forms.ts';
import type { Token } from './tokens.ts';
import { anyIn } from './word-set.ts';

/*
 * The parts of a compiled pattern. Each is built with what follows it, so that matching is one
 * function calling the next: going back is to return, and nothing is made on the way.
 */

/** Reads a value from the token at `index` on; `end` is the index behind the last token it took. */
export type Reader = (
  tokens: readonly Token[],
  index: number,
) => { readonly end: number; readonly value: unknown } | null;

/** A class of a grammar that takes several tokens. */
export interface ReaderClass {
  readonly read: Reader;
  /** Hangs on the text alone: its answers are remembered. */
  readonly starts: (form: Form) => boolean;
  /** What the second token that it takes may be; any where absent or null. */
  readonly second?: Starts | null;
  /** Of these words one must stand in the sentence, or it reads nothing; any where absent. */
  readonly needs?: ReadonlySet<string>;
}

/** Captures kept so far, the last first; going back is to take an earlier one for the last. */
export interface Kept {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  readonly before: Kept | null;
}

export interface State {
  readonly tokens: readonly Token[];
  readonly size: number;
  kept: Kept | null;
  /** What the class read last, for the capture around it. */
  value: unknown;
}

/** The index behind the whole match, or -1. */
export type Matcher = (state: State, index: number) => number;

/** What may stand at a place of a pattern. `empty`: there may be nothing. */
export interface Starts {
  readonly words: readonly string[];
  readonly tests: readonly ((form: Form) => boolean)[];
  readonly empty: boolean;
}

/** Whether a word may stand there. */
export const mayBe = ({ words, tests }: Starts, form: Form): boolean =>
  words.includes(form.lower) || tests.some((test) => test(form));

export interface Node {
  /** Tries every way of the node until `next` is content with what it reaches. */
  to(next: Matcher): Matcher;
  /** Of a node that is always one token: whether it takes the one at `index`. */
  readonly take: ((state: State, index: number) => boolean) | null;
  readonly first: Starts;
  /** What its second token may be; null where that cannot be said. */
  readonly second: Starts | null;
  /** Of each of these sets a word must stand in the sentence, or the node cannot match. */
  readonly needs: readonly ReadonlySet<string>[];
  /** Of a node that is just one of some words: which; else null. */
  readonly plain: readonly string[] | null;
}

/** The second token of what is always one. */
export const ONLY_ONE: Starts = { words: [], tests: [], empty: true };

function single(
  take: (state: State, index: number) => boolean,
  first: Starts,
  needs: Node['needs'],
): Node {
  return {
    take,
    first,
    second: ONLY_ONE,
    needs,
    plain: null,
    to: (next) => (state, index) => (take(state, index) ? next(state, index + 1) : -1),
  };
}

/** One word, in lower case. */
export function word(text: string): Node {
  return {
    ...single(
      (state, index) => index < state.size && state.tokens[index]!.lower === text,
      { words: [text], tests: [], empty: false },
      [new Set([text])],
    ),
    plain: [text],
  };
}

/** One of several words, each for itself. */
function plainWords(words: readonly string[]): Node {
  const isOne = anyIn(words);
  return {
    ...single(
      (state, index) => index < state.size && isOne(state.tokens[index]),
      { words, tests: [], empty: false },
      [new Set(words)],
    ),
    plain: words,
  };
}

/** One of several words; of a map, the word's value is what is read. */
export function oneOf(words: ReadonlySet<string> | ReadonlyMap<string, unknown>): Node {
  const values = words instanceof Map ? (words as ReadonlyMap<string, unknown>) : null;
  const isOne = anyIn(words.keys());
  return single(
    (state, index) => {
      if (index >= state.size || !isOne(state.tokens[index])) return false;
      const { lower } = state.tokens[index]!;
      state.value = values ? values.get(lower) : lower;
      return true;
    },
    { words: [...words.keys()], tests: [], empty: false },
    [new Set(words.keys())],
  );
}

const readers = new WeakMap<ReaderClass, Node>();

/** A reader of several tokens, the same node in every pattern: it is asked once at a token. */
export function read(known: ReaderClass): Node {
  const node = readers.get(known) ?? reader(known);
  readers.set(known, node);
  return node;
}

function reader(known: ReaderClass): Node {
  const starts = formTest(known.starts);
  let asked: readonly Token[] | null = null;
  const answers: ReturnType<ReaderClass['read']>[] = [];
  /** Which asking of which tokens an answer is of. */
  const askings: number[] = [];
  let asking = 0;
  return {
    take: null,
    plain: null,
    first: { words: [], tests: [known.starts], empty: false },
    second: known.second ?? null,
    needs: known.needs ? [known.needs] : [],
    to: (next) => (state, index) => {
      if (index >= state.size || !starts(state.tokens[index]!.form)) return -1;
      if (asked !== state.tokens) {
        asked = state.tokens;
        asking++;
      }
      while (answers.length <= index) {
        answers.push(null);
        askings.push(0);
      }
      let found = answers[index];
      if (askings[index] !== asking) {
        const mine = asking;
        found = known.read(state.tokens, index);
        answers[index] = found;
        askings[index] = mine;
      }
      if (!found) return -1;
      state.value = found.value;
      return next(state, found.end);
    },
  };
}

/** Keeps what `node` matches under a name. */
export function capture(name: string, node: Node): Node {
  let start = -1;
  return {
    ...node,
    take: null,
    plain: null,
    to(next) {
      const inner = node.to((state, reached) => {
        const { kept } = state;
        state.kept = { name, start, end: reached, value: state.value, before: kept };
        const end = next(state, reached);
        if (end < 0) state.kept = kept;
        return end;
      });
      return (state, index) => {
        const outer = start;
        start = index;
        state.value = undefined;
        const end = inner(state, index);
        start = outer;
        return end;
      };
    },
  };
}

/** One after the other. */
export function inOrder(nodes: readonly Node[]): Node {
  if (nodes.length === 1) return nodes[0]!;
  return {
    take: null,
    plain: null,
    first: firstOf(nodes),
    second: secondOf(nodes),
    needs: nodes.flatMap((node) => node.needs),
    to: (next) => nodes.reduceRight((behind, node) => node.to(behind), next),
  };
}

/** What a sequence may begin with. */
function firstOf(nodes: readonly Node[]): Starts {
  const seen: Starts[] = [];
  for (const { first } of nodes) {
    seen.push(first);
    if (!first.empty) return union(seen, false);
  }
  return union(seen, true);
}

/** What may follow the first token of a sequence, whichever of its nodes that belongs to. */
function secondOf(nodes: readonly Node[]): Starts | null {
  const seen: Starts[] = [];
  let empty = false;
  for (const [place, { first, second }] of nodes.entries()) {
    if (!second) return null;
    seen.push(second);
    if (second.empty) {
      const rest = firstOf(nodes.slice(place + 1));
      seen.push(rest);
      empty ||= rest.empty;
    }
    if (!first.empty) break;
  }
  return union(seen, empty);
}

/** What may stand where one of several parts does. */
export const union = (parts: readonly Starts[], empty: boolean): Starts => ({
  words: parts.flatMap(({ words }) => words),
  tests: parts.flatMap(({ tests }) => tests),
  empty,
});

/** The first of several that fits. */
export function either(nodes: readonly Node[]): Node {
  if (nodes.every(({ plain }) => plain)) return plainWords(nodes.flatMap(({ plain }) => plain!));
  const someEmpty = (parts: readonly Starts[]) => parts.some(({ empty }) => empty);
  const firsts = nodes.map(({ first }) => first);
  const first = union(firsts, someEmpty(firsts));
  // what one of the ways needs, each gives its smallest set
  const least = nodes.map(({ needs }) => [...needs].sort((a, b) => a.size - b.size)[0]);
  const needs = least.every((set) => set) ? [new Set(least.flatMap((set) => [...set!]))] : [];
  const takes = nodes.map(({ take }) => take);
  if (takes.every((take) => take !== null)) {
    const take = (state: State, index: number) => {
      for (const each of takes) if (each(state, index)) return true;
      return false;
    };
    return single(take, first, needs);
  }
  const seconds = nodes.map(({ second }) => second);
  const known = seconds.every((second) => second !== null);
  return {
    take: null,
    plain: null,
    first,
    second: known ? union(seconds, someEmpty(seconds)) : null,
    needs,
    to(next) {
      const ways = nodes.map((node) => node.to(next));
      return (state, index) => {
        for (const way of ways) {
          const end = way(state, index);
          if (end >= 0) return end;
        }
        return -1;
      };
    },
  };
}

/** As often as it goes, `low` to `high` times. */
export function repeat(node: Node, low: number, high: number): Node {
  const again = inOrder(new Array(Math.min(high, 2)).fill(node));
  return {
    take: null,
    plain: null,
    first: { ...node.first, empty: low === 0 || node.first.empty },
    second: again.second && { ...again.second, empty: (low < 2 ? node : again).second!.empty },
    needs: low > 0 ? node.needs : [],
    to(next) {
      let rest = next;
      for (let done = high - 1; done >= 0; done--) {
        const more = node.to(rest);
        const enough = done >= low;
        rest = (state, index) => {
          const end = more(state, index);
          return end < 0 && enough ? next(state, index) : end;
        };
      }
      return rest;
    },
  };
}

/** Only with white space in front of it, or only without. */
export function spacing(spaced: boolean, node: Node): Node {
  const fits = (state: State, index: number) =>
    index < state.size && state.tokens[index]!.spaced === spaced;
  const { take } = node;
  if (take) {
    return single(
      (state, index) => fits(state, index) && take(state, index),
      node.first,
      node.needs,
    );
  }
  return {
    ...node,
    to(next) {
      const inner = node.to(next);
      return (state, index) => (fits(state, index) ? inner(state, index) : -1);
    },
  };
}
