import { formFact } from '../language/form-fact.ts';
import { type Token, type Form as TokenForm, tokenize } from '../language/tokens.ts';
import type { Ambiguity, Entry } from './lexicon-schema.ts';
import { matchesFrom, NameTrie } from './trie.ts';

/** What a form is to its entry: a name of it, or for a country a word of its people or its seat. */
export type FormKind = 'name' | 'demonym' | 'capital' | 'metonym';

/** One written form of an entry. */
export interface Form {
  readonly entry: Entry;
  readonly kind: FormKind;
  readonly text: string;
  /** The form's tokens as written, apostrophes made plain. */
  readonly words: readonly string[];
  readonly ambiguity: Ambiguity | null;
  /** What decides against it, word by word in lower case. */
  readonly without: readonly (readonly string[])[];
}

export interface FoundForm {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
}

/** How freely a sentence writes capitals: as usual, every word's first, or every letter. */
export type Casing = 'usual' | 'title' | 'caps';

/**
 * All names of all lists in one trie, into which a name comes when its first word is first met: of
 * twenty thousand names an article asks for a few hundred.
 */
export class Lexicon {
  readonly #trie = new NameTrie<Form>();
  /** Forms by their first word in lower case, until an article holds that word. */
  readonly #waiting: Map<string, Unread[]>;
  /** First words of forms that begin with a small letter or a sign. */
  readonly #small: ReadonlySet<string>;
  /** Where a word's names go on, null where it begins none. */
  readonly #root = formFact(({ text, lower, kind }) => {
    if (kind === 'mark' || (/^[a-z]/.test(text) && !this.#small.has(text))) return null;
    const waiting = this.#waiting.get(lower);
    if (waiting) {
      this.#waiting.delete(lower);
      for (const each of waiting) {
        const words = wordsOf(each.text);
        const without = each.ambiguity?.without?.map((word) => word.toLowerCase().split(' ')) ?? [];
        this.#trie.add(words, { ...each, words, without });
      }
    }
    return this.#trie.root(lower) ?? null;
  });

  constructor(waiting: Map<string, Unread[]>, small: ReadonlySet<string>) {
    this.#waiting = waiting;
    this.#small = small;
  }

  mayStart(form: TokenForm): boolean {
    return this.#root(form) !== null;
  }

  /** Forms that stand at token `index`, the longest first, with their case right. */
  at(tokens: readonly Token[], index: number, casing: Casing): readonly FoundForm[] {
    const root = this.#root(tokens[index]!.form);
    if (!root) return NOTHING;
    const right: FoundForm[] = [];
    for (const { end, value } of matchesFrom(root, tokens, index)) {
      if (caseFits(tokens, index, end, value, casing))
        right.push({ start: index, end, form: value });
    }
    return right;
  }
}

/** A form that is not yet cut into tokens. */
type Unread = Omit<Form, 'words' | 'without'>;

const NOTHING: readonly FoundForm[] = [];

/** Words of letters and single spaces need no tokenizer. */
const SIMPLE = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

const wordsOf = (text: string): string[] =>
  SIMPLE.test(text) ? text.split(' ') : tokenize(text).map((token) => plain(token.text));

const FIRST = /^[A-Za-z]+(?= |$)/;

const firstWordOf = (text: string): string | undefined => FIRST.exec(text)?.[0] ?? wordsOf(text)[0];

const plain = (text: string): string => (text.includes('’') ? text.replaceAll('’', "'") : text);

function caseFits(
  tokens: readonly Token[],
  start: number,
  end: number,
  form: Form,
  casing: Casing,
): boolean {
  let inCapitals = false;
  for (let at = start; at < end; at++) {
    const written = tokens[at]!.text;
    const word = form.words[at - start]!;
    if (written === word || (written.length === word.length && plain(written) === word)) continue;
    if (tokens[at]!.kind === 'mark') continue;
    if (written === written.toUpperCase() && word.length > 3 && /\p{Ll}/u.test(word)) {
      inCapitals = true;
      continue;
    }
    // "Department Of State" in a headline; "the Office of The President" anywhere
    if (casing !== 'usual' && word === word.toLowerCase()) {
      if (written.slice(1) === word.slice(1)) continue;
      if (casing === 'caps') continue;
    }
    return false;
  }
  return !inCapitals || casing === 'caps' || (start === 0 && isPlaceLike(form));
}

/** A dateline glued to its sentence is written in capitals. */
const isPlaceLike = (form: Form): boolean =>
  form.entry.type === 'place' || form.entry.type === 'country';

/** The result of reading lists: the lexicon, and what is wrong with them, one line each. */
export interface Compiled {
  readonly lexicon: Lexicon;
  readonly problems: readonly string[];
}

/**
 * Compiles lists of entries, `extra` before the built-in ones: where both claim a form the extra
 * entry has it. A form that two entries of the same side claim without a word that decides goes to
 * the first and is told in `problems` with both owners' names.
 */
export function compileLexicon(lists: readonly Entry[], extra: readonly Entry[] = []): Compiled {
  const waiting = new Map<string, Unread[]>();
  const small = new Set<string>();
  const problems: string[] = [];
  const owners = new Map<string, Entry>();

  const addAll = (entries: readonly Entry[], yieldTo: ReadonlySet<string>): void => {
    for (const entry of entries) {
      const doubtful = entry.ambiguous ?? [];
      const seen: string[] = [];
      const add = (text: string, kind: FormKind): void => {
        if (seen.includes(text)) return;
        seen.push(text);
        const ambiguity = doubtful.find(({ alias }) => alias === text) ?? null;
        if (!ambiguity) {
          if (yieldTo.has(text)) return;
          const owner = owners.get(text);
          if (owner && owner !== entry) {
            if (!sameThing(owner, entry)) {
              problems.push(
                `the alias "${text}" is claimed by ${describe(owner)} and by ${describe(entry)}`,
              );
            }
            return;
          }
          owners.set(text, entry);
        }
        const first = firstWordOf(text);
        if (first === undefined) return;
        const lower = first.toLowerCase();
        if (/^[a-z]/.test(first)) small.add(first);
        const form: Unread = { entry, kind, text, ambiguity };
        const before = waiting.get(lower);
        if (before) before.push(form);
        else waiting.set(lower, [form]);
      };
      add(entry.name, 'name');
      for (const alias of entry.aliases ?? []) add(alias, 'name');
      for (const word of entry.demonyms ?? []) add(word, 'demonym');
      for (const word of entry.capital ?? []) add(word, 'capital');
      for (const word of entry.metonyms ?? []) add(word, 'metonym');
      for (const { alias } of doubtful) add(alias, 'name');
    }
  };
  addAll(extra, new Set());
  addAll(lists, new Set(owners.keys()));
  return { lexicon: new Lexicon(waiting, small), problems };
}

const sameThing = (a: Entry, b: Entry): boolean =>
  a.type === b.type && (a.name === b.name || (a.id != null && a.id === b.id));

const describe = (entry: Entry): string => `${entry.type} "${entry.name}"`;
