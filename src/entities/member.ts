import { isSpace } from '../kernel/span.ts';
import { formFact } from '../language/form-fact.ts';
import type { Token } from '../language/tokens.ts';
import type { NamedCandidate } from './named.ts';
import type { Reading } from './reading.ts';

/** A mention with the words that name it. */
export class Member {
  readonly candidate: NamedCandidate;
  /** As it stands in the article. */
  readonly written: string;
  /** The same with single spaces, or the full name that it is a part of. */
  readonly text: string;
  readonly #first: Token;
  #folded: string | undefined;

  constructor(reading: Reading, candidate: NamedCandidate) {
    const { full, sentence, first, last } = candidate.value;
    this.candidate = candidate;
    this.#first = reading.lines[sentence]!.tokens[first]!;
    this.written =
      last - first === 1 ? this.#first.text : reading.text.slice(candidate.start, candidate.end);
    this.text = single(full ?? this.written);
  }

  /** Without what is spelled in several ways. */
  get folded(): string {
    if (this.#folded === undefined) {
      const { value } = this.candidate;
      const single = value.last - value.first === 1 && value.full === undefined;
      this.#folded = single ? foldedForm(this.#first.form) : fold(this.text);
    }
    return this.#folded;
  }
}

/** With single spaces, as most names are written. */
function single(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const odd = code === 32 ? text.charCodeAt(at + 1) === 32 : isSpace(code);
    if (odd) return text.replace(/\s+/g, ' ');
  }
  return text;
}

const folded = new Map<string, string>();

/** Spelling and case folded away: "Defence", "Organisation", "SEOUL". Remembered. */
export function fold(text: string): string {
  const before = folded.get(text);
  if (before !== undefined) return before;
  if (folded.size > 20_000) folded.clear();
  const made = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('defence', 'defense')
    .replaceAll('organis', 'organiz')
    .replaceAll('centre', 'center')
    .replaceAll('programme', 'program')
    .replaceAll('labour', 'labor')
    .replace(/\s+/g, ' ');
  folded.set(text, made);
  return made;
}

const foldedForm = formFact(({ text }) => fold(text));

export const digitsOf = (text: string): string => text.replace(/\D/g, '');
