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
  #capital: ReadonlyMap<string, number> | undefined;
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
      known = this.#find(words);
      this.#holds.set(words, known);
    }
    return known;
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

  /** How often a word stands capitalised where nothing but a name asks for a capital. */
  get capital(): ReadonlyMap<string, number> {
    if (!this.#capital) this.#count();
    return this.#capital!;
  }

  #count(): void {
    const small = new Set<string>();
    const capital = new Map<string, number>();
    for (const [index, sentence] of this.sentences.entries()) {
      const usual = this.casings[index] === 'usual';
      for (const [at, token] of sentence.tokens.entries()) {
        if (token.kind !== 'word') continue;
        if (!isCapital(token)) small.add(token.text);
        else if (usual && !startsClause(sentence, at))
          capital.set(token.text, (capital.get(token.text) ?? 0) + 1);
      }
    }
    this.#small = small;
    this.#capital = capital;
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
