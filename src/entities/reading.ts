import type { Sentence } from '../article/article.ts';
import type { EntityType } from '../article/schema.ts';
import type { Confidence } from '../kernel/rule.ts';
import { lastStartingBy } from '../kernel/span.ts';
import type { Sign } from './lexicon.ts';
import type { Thing } from './lexicon-schema.ts';
import { Line } from './line.ts';
import type { NamedCandidate } from './named.ts';
import { ArticleWords } from './traits.ts';

/** An article as the finders see it, with what is counted over it once. */
export class Reading {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly words: ArticleWords;
  readonly #sentences: readonly Sentence[];
  readonly #holds = new Map<string, boolean>();

  constructor(text: string, sentences: readonly Sentence[]) {
    this.text = text;
    this.#sentences = sentences;
    let size = 0;
    for (const { tokens } of sentences) size += tokens.length;
    this.words = new ArticleWords(size);
    let offset = 0;
    const lines: Line[] = [];
    for (const sentence of sentences) {
      lines.push(new Line(sentence, offset, this.words));
      offset += sentence.tokens.length;
    }
    this.lines = lines;
  }

  /** Whether the words stand anywhere in the sentences, by whole words, case-sensitive. */
  holds({ text, first, single }: Sign): boolean {
    if (first && !this.words.has(first)) return false;
    if (single) return true;
    let known = this.#holds.get(text);
    if (known === undefined) {
      known = this.#find(text);
      this.#holds.set(text, known);
    }
    return known;
  }

  #find(words: string): boolean {
    const { text } = this;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (
        !isWordAt(text, at - 1) &&
        !isWordAt(text, at + words.length) &&
        this.#isContent(at, at + words.length)
      )
        return true;
    }
    return false;
  }

  /** The stretch is in one sentence, not in the furniture between them. */
  #isContent(start: number, end: number): boolean {
    const sentence = this.#sentences[lastStartingBy(this.#sentences, start)];
    return sentence !== undefined && end <= sentence.end;
  }

  /** What stands at tokens `[first, last)` of a sentence. */
  textOf({ tokens }: Line, first: number, last: number): string {
    return first < last ? this.text.slice(tokens[first]!.start, tokens[last - 1]!.end) : '';
  }

  /**
   * Makes a candidate of tokens `[first, last)` of a sentence.
   * @param by with the stage's name, as it is told
   */
  candidate(
    { index, tokens }: Line,
    first: number,
    last: number,
    type: EntityType,
    by: string,
    confidence: Confidence,
    entry: Thing | null = null,
    full?: string,
  ): NamedCandidate {
    return {
      start: tokens[first]!.start,
      end: tokens[last - 1]!.end,
      by,
      confidence,
      value: { type, entry, sentence: index, first, last, full },
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
