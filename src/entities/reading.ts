import type { Sentence } from '../article/article.ts';
import type { EntityType } from '../article/schema.ts';
import type { Candidate, Confidence } from '../kernel/rule.ts';
import type { Casing } from './lexicon.ts';
import type { Entry } from './lexicon-schema.ts';
import { casingOf, isCapital } from './text.ts';

/** What a finder proposes for a stretch of one sentence. */
export interface Named {
  readonly type: EntityType;
  /** The lexicon's entry, or null for a name found by its shape or company. */
  readonly entry: Entry | null;
  /** Index of the sentence in the article, and token indexes in it, half-open. */
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** The full name where the words that stand there are a part of it ("Departments of Commerce"). */
  readonly full?: string;
}

export type NamedCandidate = Candidate<Named>;

/** An article as the finders see it, with what is counted over it once. */
export class Reading {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly casings: readonly Casing[];
  #content: string | undefined;
  #small: ReadonlySet<string> | undefined;
  #words: ReadonlySet<string> | undefined;
  readonly #holds = new Map<string, boolean>();

  constructor(text: string, sentences: readonly Sentence[]) {
    this.text = text;
    this.sentences = sentences;
    this.casings = sentences.map(casingOf);
  }

  /** The sentences' text without the furniture between them. */
  get content(): string {
    this.#content ??= this.sentences
      .map(({ start, end }) => this.text.slice(start, end))
      .join('\n');
    return this.#content;
  }

  /** Whether the words stand anywhere in the content, by whole words, case-sensitive. */
  holds(words: string): boolean {
    let known = this.#holds.get(words);
    if (known === undefined) {
      // most are told by their first word alone
      const first = /^[\p{L}\p{N}]+/u.exec(words)?.[0] ?? '';
      known = this.#has(first) && (first.length === words.length || this.#find(words));
      this.#holds.set(words, known);
    }
    return known;
  }

  /** The word stands capitalised, or small, somewhere. */
  #has(word: string): boolean {
    if (word === '') return true;
    if (!this.#words) this.#count();
    return this.#words!.has(word);
  }

  #find(words: string): boolean {
    const { content } = this;
    for (let at = content.indexOf(words); at >= 0; at = content.indexOf(words, at + 1)) {
      if (!isWordAt(content, at - 1) && !isWordAt(content, at + words.length)) return true;
    }
    return false;
  }

  /** Words that the article writes in lower case somewhere. */
  get small(): ReadonlySet<string> {
    if (!this.#small) this.#count();
    return this.#small!;
  }

  #count(): void {
    const small = new Set<string>();
    const words = new Set<string>();
    for (const { tokens } of this.sentences) {
      for (const token of tokens) {
        if (token.kind === 'mark') continue;
        words.add(token.text);
        if (token.kind === 'word' && !isCapital(token)) small.add(token.text);
      }
    }
    this.#small = small;
    this.#words = words;
  }

  /** Makes a candidate of tokens `[first, last)` of a sentence. */
  candidate(
    sentence: number,
    first: number,
    last: number,
    type: EntityType,
    by: string,
    confidence: Confidence,
    more: { entry?: Entry | null; full?: string } = {},
  ): NamedCandidate {
    const { tokens } = this.sentences[sentence]!;
    const { entry = null, full } = more;
    return {
      start: tokens[first]!.start,
      end: tokens[last - 1]!.end,
      by: `entities/${by}`,
      confidence,
      value: { type, entry, sentence, first, last, ...(full === undefined ? {} : { full }) },
    };
  }
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 128) {
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  }
  return /[\p{L}\p{N}]/u.test(text[at]!);
}

const OPENING = new Set([
  '|',
  '+',
  '~',
  '—',
  '"',
  '“',
  '‘',
  "'",
  '(',
  '[',
  '*',
  '#',
  '-',
  ':',
  '.',
  '•',
  '·',
  '>',
  '_',
]);

/** The token stands where any word is capitalised: first, or behind a quote, a colon or a bullet. */
export function startsClause(sentence: Sentence, at: number): boolean {
  if (at === 0) return true;
  const { tokens } = sentence;
  for (let back = at - 1; back >= 0; back--) {
    const token = tokens[back]!;
    if (token.kind === 'word') return false;
    if (token.kind === 'number') {
      if (back === 0) return true;
      continue;
    }
    if (token.text === ':' || token.text === '“' || token.text === '"') return true;
    if (!OPENING.has(token.text)) return false;
    if (token.text === '-' && !token.spaced) return false;
  }
  return true;
}
