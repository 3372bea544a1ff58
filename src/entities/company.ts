import { type Capture, compilePattern, type Match, type Pattern } from '../language/pattern.ts';
import { PatternTable } from '../language/pattern-table.ts';
import { Tails } from '../language/pattern-tails.ts';
import { putByRank } from '../language/ranked.ts';
import type { Token } from '../language/tokens.ts';
import { anyIn, type WordTest } from '../language/word-set.ts';
import { classes, rules } from './context.ts';
import type { Line } from './line.ts';
import type { NamedCandidate } from './named.ts';
import { type ContextRule, readName, usable } from './names.ts';
import type { Reading } from './reading.ts';
import { isAcronym } from './text.ts';
import { CAPITAL, CONTRACTION, OPENER, pinnedWord, TITLE, UNQUOTE } from './traits.ts';
import { LAW_NOUNS } from './vocabulary.ts';

/*
 * Names told by the company they keep. The rules are asked of the few names in no list: what stands
 * right behind a name tells which patterns that begin with it may go on, and what stands right in
 * front whether any other is worth a try.
 */

interface Owner {
  readonly rule: ContextRule;
  readonly rank: number;
  readonly by: string;
}

/** A pattern behind the name that it begins with. */
interface Tail extends Owner {
  readonly pattern: Pattern;
}

const QUOTE = /^["“‘]$/;
/** The same as an element of a pattern. */
const QUOTES = /^“\|"(?:\|‘\?)?$/;

/** Words that may stand right in front of the name, from the part of a pattern before it. */
function wordsInFront(front: string): string[] {
  const parts = front.split(' ');
  let last = parts.pop()!;
  if (QUOTES.test(last)) {
    // what is quoted from the pattern's start on is known by the closing quote
    if (parts.length === 0) return [];
    last = parts.pop()!;
  }
  if (/[?()]$/.test(last)) throw new Error(`"${front}": what stands in front of the name?`);
  return last.split('|').flatMap((part) => {
    const known = /^<(.+)>$/.exec(part);
    if (!known) return [part.replace(/^[~\\]/, '')];
    const listed = classes[known[1]!];
    if (!listed || 'read' in listed) throw new Error(`"${front}": ${part} has no list`);
    return [...listed.keys()];
  });
}

export class CompanyRules {
  readonly #tails: readonly Tail[];
  readonly #patterns: Tails;
  /** A pattern may have the word right in front of the name. */
  readonly #mayLead: WordTest;
  readonly #others: PatternTable<Owner>;
  /** The sentence that is read, what was found in it and by rules of which rank. */
  #reading!: Reading;
  #line!: Line;
  readonly #found: NamedCandidate[] = [];
  readonly #ranks: number[] = [];
  readonly #keep = (match: Match, { rule, rank, by }: Owner): void => {
    const line = this.#line;
    const made = rule.make(match, line.tokens, line);
    if (!made) return;
    const start = made.start ?? match.start;
    const end = made.end ?? match.end;
    if (end <= start) return;
    const given = made.value.type;
    const type = isPublic(this.#reading, line, start, end, given) ? 'government_body' : given;
    const confidence = made.confidence ?? 'stated';
    const candidate = this.#reading.candidate(line, start, end, type, by, confidence);
    putByRank(this.#found, this.#ranks, candidate, rank);
  };

  constructor() {
    const tails: Tail[] = [];
    const others: [Pattern, Owner][] = [];
    const front = new Set<string>();
    for (const [rank, rule] of rules.entries()) {
      const owner = { rule, rank, by: `entities/${rule.id}` };
      for (const source of rule.patterns) {
        const tail = /^name=<name> (.+)$/.exec(source)?.[1];
        if (tail) tails.push({ ...owner, pattern: compilePattern(tail, classes) });
        else {
          others.push([compilePattern(source, classes), owner]);
          const before = /^(.+) name=<name>/.exec(source)?.[1] ?? '';
          for (const word of wordsInFront(before)) front.add(word);
        }
      }
    }
    this.#tails = tails;
    this.#patterns = new Tails(tails.map(({ pattern }) => pattern));
    this.#mayLead = anyIn(front);
    this.#others = new PatternTable(others);
  }

  /** Adds what the rules find in a sentence: gangs and their programs apart from all else. */
  find(reading: Reading, line: Line, shaped: NamedCandidate[], attackers: NamedCandidate[]): void {
    const { tokens } = line;
    const found = this.#found;
    found.length = 0;
    this.#ranks.length = 0;
    this.#reading = reading;
    this.#line = line;
    let others = quotesLaw(line);
    for (let at = line.next(0, CAPITAL); at < tokens.length; at = line.next(at + 1, CAPITAL)) {
      if (!mayOpen(line, at)) continue;
      const { end } = readName(tokens, at)!;
      if (!usable(line, { start: at, end })) {
        // a law that is named after its town
        if (line.known[at]) this.#behind(tokens, at, end);
        continue;
      }
      this.#behind(tokens, at, end);
      others ||= this.#isInFront(line, at - 1);
    }
    if (others) this.#others.scan(tokens, this.#keep);
    for (const each of found) {
      const { type } = each.value;
      if (type === 'threat_actor' || type === 'malware') attackers.push(each);
      else shaped.push(each);
    }
  }

  /** Tries the patterns that go on behind the name `[start, end)`. */
  #behind(tokens: readonly Token[], start: number, end: number): void {
    for (let left = this.#patterns.at(tokens, end); left; left &= left - 1) {
      const tail = this.#tails[31 - Math.clz32(left & -left)]!;
      const match = tail.pattern.matchAt(tokens, end);
      if (!match) continue;
      const name: Capture = { start, end, value: null };
      this.#keep({ start, end: match.end, captures: { name } }, tail);
    }
  }

  #isInFront({ tokens }: Line, at: number): boolean {
    const before = tokens[at];
    if (!before) return false;
    return this.#mayLead(before) || (QUOTE.test(before.text) && this.#mayLead(tokens[at - 1]));
  }
}

/** The capitalised word is one that a name in no list, or a listed place, may begin with. */
function mayOpen(line: Line, at: number): boolean {
  if (line.has(at, OPENER)) return false;
  const known = line.known[at];
  if (known) return known.value.type === 'place';
  if (line.has(at, TITLE | CONTRACTION)) return false;
  return !line.has(at - 1, CAPITAL) || line.has(at - 1, OPENER | TITLE);
}

/** "the “Digital Harbour Safety” law". */
function quotesLaw(line: Line): boolean {
  if (!(line.mask & UNQUOTE)) return false;
  const { tokens } = line;
  for (let at = 0; at < tokens.length; at++)
    if (line.has(at, UNQUOTE) && LAW_NOUNS.has(tokens[at + 1]?.lower ?? '')) return true;
  return false;
}

const THE = pinnedWord('the');

/** "the FTC": of abbreviations those of the state take the article. */
const isPublic = (
  reading: Reading,
  { tokens }: Line,
  first: number,
  last: number,
  type: string,
): boolean => {
  if (type !== 'organization' || last - first !== 1) return false;
  const { text } = tokens[first]!;
  return (
    text.length > 2 &&
    isAcronym(text) &&
    reading.holds({ text: `the ${text}`, first: THE, single: false })
  );
};
