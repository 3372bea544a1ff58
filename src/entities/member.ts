import type { NamedCandidate } from './named.ts';
import type { Reading } from './reading.ts';

/** A mention with the words that name it. */
export class Member {
  readonly candidate: NamedCandidate;
  /** As they stand in the article, or the full name that they are a part of, with single spaces. */
  readonly text: string;
  #folded: string | undefined;

  constructor(reading: Reading, candidate: NamedCandidate) {
    const { full, sentence, first, last } = candidate.value;
    this.candidate = candidate;
    this.text =
      last - first === 1 && full === undefined
        ? reading.lines[sentence]!.tokens[first]!.text
        : (full ?? reading.text.slice(candidate.start, candidate.end)).replace(/\s+/g, ' ');
  }

  /** Without what is spelled in several ways. */
  get folded(): string {
    this.#folded ??= fold(this.text);
    return this.#folded;
  }
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

export const digitsOf = (text: string): string => text.replace(/\D/g, '');
