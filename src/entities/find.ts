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
import type { Line } from './line.ts';
import type { NamedCandidate } from './named.ts';
import type { Guess } from './names.ts';
import { findPersons } from './persons.ts';
import { Reading } from './reading.ts';
import { inRole } from './roles.ts';
import { findBodies } from './shapes/bodies.ts';
import { findEvents } from './shapes/events.ts';
import { findIdentifiers } from './shapes/identifiers.ts';
import { findLaws } from './shapes/laws.ts';
import { isAcronym } from './text.ts';
import { CAPITAL, FAMILIAR, OPENER, pinnedWord, UNQUOTE } from './traits.ts';
import { LAW_NOUNS, words } from './vocabulary.ts';

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
export function makeFinder(lexicon: Lexicon): Finder {
  const grammar: Grammar<Guess, Line> = compileGrammar('entities', rules, classes);
  return {
    find(text, sentences, authors = [], trace) {
      const reading = new Reading(text, sentences);
      const known = findKnown(reading, lexicon).filter((each) => !inRole(reading, each));
      for (const each of resolveOverlaps(known)) {
        const { sentence, first, last } = each.value;
        reading.lines[sentence]!.known.fill(each, first, last);
      }
      const shaped: NamedCandidate[] = [];
      const attackers: NamedCandidate[] = [];
      for (const line of reading.lines) {
        if (line.casing !== 'usual') continue;
        findIdentifiers(reading, line, shaped);
        findBodies(reading, line, shaped);
        findLaws(reading, line, shaped);
        findEvents(reading, line, shaped);
        findPersons(reading, line, shaped);
        if (hasUnknown(line)) findByContext(grammar, reading, line, shaped, attackers);
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
      const definitions: Definition[] = [];
      const listed: NamedCandidate[] = [];
      let from = 0;
      for (const line of reading.lines) {
        let to = from;
        while (first[to]?.value.sentence === line.index) to++;
        const here = to > from ? first.slice(from, to) : NOTHING;
        const unknown = findListed(reading, line, here);
        listed.push(...unknown);
        definitions.push(
          ...findDefinitions(reading, line, unknown.length > 0 ? [...here, ...unknown] : here),
        );
        from = to;
      }
      const recut = definitions.filter((each) => each.recut).map(({ full }) => full);
      const kept = [...first, ...listed].filter(
        (each) => !recut.some((full) => full.start < each.end && each.start < full.end),
      );
      const shorts = definitions.map(({ short }) => short);
      const again = findAgain(reading, [...recut, ...kept], definitions, authors);
      const rest = findLeftovers(reading, [...shorts, ...recut, ...kept, ...again]);
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

const NOTHING: readonly NamedCandidate[] = [];

/** Names told by the company they keep. */
function findByContext(
  grammar: Grammar<Guess, Line>,
  reading: Reading,
  line: Line,
  shaped: NamedCandidate[],
  attackers: NamedCandidate[],
): void {
  const { tokens } = line;
  for (const { start, end, value, by, confidence } of grammar.find(tokens, line)) {
    const first = tokenAt(tokens, start);
    let last = first;
    while (last < tokens.length && tokens[last]!.end <= end) last++;
    const type = isPublic(reading, line, first, last, value.type) ? 'government_body' : value.type;
    const made = reading.candidate(line, first, last, type, by.slice(9), confidence);
    if (value.type === 'threat_actor' || value.type === 'malware') attackers.push(made);
    else shaped.push(made);
  }
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

const TREATIES = words('convention protocol accord accords treaty declaration pact');

/** A name may stand in it that only its company tells; most sentences have none. */
function hasUnknown(line: Line): boolean {
  if (!(line.mask & CAPITAL)) return false;
  const { tokens, known } = line;
  for (let at = 0; at < tokens.length; at++) {
    // "the “Digital Harbour Safety” law"
    if (line.has(at, UNQUOTE) && LAW_NOUNS.has(tokens[at + 1]?.lower ?? '')) return true;
    if (!line.has(at, CAPITAL)) continue;
    const listed = known[at];
    if (listed) {
      if (listed.value.type !== 'place') continue;
      // "the Malabo protocol", and a place that is a part of another name
      const next = tokens[at + 1];
      if (line.has(at - 1, CAPITAL) || line.has(at + 1, CAPITAL)) return true;
      if (next && (TREATIES.has(next.text) || /^[-&.]$/.test(next.text))) return true;
      if (at > 0 && /^[-&]$/.test(tokens[at - 1]!.text)) return true;
    } else if (!line.has(at, OPENER | FAMILIAR) && !line.isSmall(at)) return true;
  }
  return false;
}

/** Read from its own words rather than from its neighbours'. */
const isSure = ({ confidence, value }: NamedCandidate): boolean =>
  confidence === 'stated' ||
  (value.entry !== null && value.type !== 'person' && value.type !== 'country');
