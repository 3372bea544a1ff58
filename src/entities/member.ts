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
    const { tokens } = reading.lines[sentence]!;
    this.candidate = candidate;
    this.#first = tokens[first]!;
    this.written =
      last - first === 1 ? this.#first.text : reading.text.slice(candidate.start, candidate.end);
    const text = full ?? this.written;
    const single = full === undefined && isSingleSpaced(reading.text, tokens, first, last);
    this.text = single ? text : text.replace(/\s+/g, ' ');
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

/** Nothing but single spaces stands between the tokens `[first, last)`, as in most names. */
function isSingleSpaced(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
): boolean {
  for (let at = first + 1; at < last; at++) {
    const { start } = tokens[at]!;
    const { end } = tokens[at - 1]!;
    if (start > end && (start > end + 1 || text.charCodeAt(end) !== 32)) return false;
  }
  return true;
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
