import type { Sentence } from '../article/article.ts';
import { resolveOverlaps } from '../kernel/overlap.ts';
import type { Trace } from '../kernel/stage.ts';
import { compileGrammar, type Grammar } from '../language/grammar.ts';
import { tokenAt } from '../language/tokens.ts';
import { type Definition, findDefinitions } from './abbreviations.ts';
import { classes, rules } from './context.ts';
import { findListed } from './coordination.ts';
import { findKnown } from './known.ts';
import { findAgain } from './learned.ts';
import { findLeftovers } from './leftovers.ts';
import type { Lexicon } from './lexicon.ts';
import type { Guess } from './names.ts';
import { type FirstNames, findPersons } from './persons.ts';
import { type NamedCandidate, Reading, startsClause } from './reading.ts';
import { inRole } from './roles.ts';
import { findBodies } from './shapes/bodies.ts';
import { findEvents } from './shapes/events.ts';
import type { Line } from './shapes/extent.ts';
import { findIdentifiers } from './shapes/identifiers.ts';
import { findLaws } from './shapes/laws.ts';
import { isAcronym, isCapital } from './text.ts';
import { NO_NAME, TITLES } from './vocabulary.ts';

export interface Finding {
  readonly reading: Reading;
  /** In reading order, without overlaps. */
  readonly winners: readonly NamedCandidate[];
  readonly definitions: readonly Definition[];
}

export interface Finder {
  /** `authors`: full names that bylines give. */
  find(
    text: string,
    sentences: readonly Sentence[],
    authors?: readonly string[],
    trace?: Trace,
  ): Finding;
}

/** Puts the ways of finding names together; prepared once. */
export function makeFinder(lexicon: Lexicon, firstNames: FirstNames): Finder {
  const grammar: Grammar<Guess, Line> = compileGrammar('entities', rules, classes);
  return {
    find(text, sentences, authors = [], trace) {
      const reading = new Reading(text, sentences);
      const known = findKnown(reading, lexicon).filter((each) => !inRole(reading, each));
      const lines = linesOf(reading, resolveOverlaps(known));
      const shaped: NamedCandidate[] = [];
      const attackers: NamedCandidate[] = [];
      for (const line of lines) {
        if (reading.casings[line.index] !== 'usual') continue;
        shaped.push(...findIdentifiers(reading, line));
        shaped.push(...findBodies(reading, line));
        shaped.push(...findLaws(reading, line));
        shaped.push(...findEvents(reading, line));
        shaped.push(...findPersons(reading, line, firstNames));
        if (!hasUnknown(line)) continue;
        for (const { start, end, value, by, confidence } of grammar.find(line.tokens, line)) {
          const first = tokenAt(line.tokens, start);
          let last = first;
          while (last < line.tokens.length && line.tokens[last]!.end <= end) last++;
          const made = reading.candidate(
            line.index,
            first,
            last,
            isPublic(reading, line, first, last, value.type) ? 'government_body' : value.type,
            by.slice(9),
            confidence,
          );
          if (value.type === 'threat_actor' || value.type === 'malware') attackers.push(made);
          else shaped.push(made);
        }
      }
      const first = resolveOverlaps(
        [
          // "Departments of State and Treasury": a part of the list before the name it is elsewhere
          ...shaped.filter(({ value }) => value.full !== undefined),
          ...known,
          ...attackers,
          ...shaped.filter((each) => !inRole(reading, each)),
        ],
        trace,
      );
      const bySentence = new Map<number, NamedCandidate[]>();
      for (const winner of first) {
        const list = bySentence.get(winner.value.sentence);
        if (list) list.push(winner);
        else bySentence.set(winner.value.sentence, [winner]);
      }
      for (const line of lines) {
        const here = bySentence.get(line.index);
        if (!here) continue;
        const listed = findListed(reading, line, here);
        here.push(...listed);
        first.push(...listed);
      }
      const definitions: Definition[] = [];
      for (const line of lines)
        definitions.push(...findDefinitions(reading, line, bySentence.get(line.index) ?? []));
      const recut = definitions.filter((each) => each.recut).map(({ full }) => full);
      const kept = first.filter(
        (each) => !recut.some((full) => full.start < each.end && each.start < full.end),
      );
      const shorts = definitions.map(({ short }) => short);
      const again = findAgain(reading, [...recut, ...kept], definitions, authors);
      const rest = findLeftovers(reading, lines, [...shorts, ...recut, ...kept, ...again]);
      const winners = resolveOverlaps(
        [
          ...shorts,
          ...recut,
          ...kept.filter(isSure),
          ...again,
          ...kept.filter((each) => !isSure(each)),
          ...rest,
        ],
        trace,
      );
      return { reading, winners, definitions };
    },
  };
}

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
  return text.length > 2 && isAcronym(text) && reading.holds(`the ${text}`);
};

/** Some capitalised word is in no list, and not merely the first of the sentence. */
function hasUnknown(line: Line): boolean {
  const { tokens, known, small } = line;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    // "the Malabo protocol"
    if (
      known[at]?.value.type === 'place' &&
      /^(convention|protocol|accords?|treaty|declaration|pact)$/.test(tokens[at + 1]?.text ?? '')
    )
      return true;
    if (known[at] || !isCapital(token) || NO_NAME.has(token.lower) || TITLES.has(token.lower))
      continue;
    if (line.startsClause(at) && small.has(token.lower)) continue;
    return true;
  }
  return false;
}

/** Read from its own words rather than from its neighbours'. */
const isSure = ({ confidence, value }: NamedCandidate): boolean =>
  confidence === 'stated' ||
  (value.entry !== null && value.type !== 'person' && value.type !== 'country');

function linesOf(reading: Reading, known: readonly NamedCandidate[]): Line[] {
  const lines: Line[] = reading.sentences.map((sentence) => ({
    index: sentence.index,
    tokens: sentence.tokens,
    known: new Array<NamedCandidate | undefined>(sentence.tokens.length),
    small: reading.small,
    startsClause: (at) => startsClause(sentence, at),
  }));
  for (const each of known) {
    const { sentence, first, last } = each.value;
    const cover = lines[sentence]!.known as (NamedCandidate | undefined)[];
    for (let at = first; at < last; at++) cover[at] = each;
  }
  return lines;
}
