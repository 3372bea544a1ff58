import type { EntityType } from '../article/schema.ts';
import { type Definition, initialsOf } from './abbreviations.ts';
import { attackerType } from './known.ts';
import type { Thing } from './lexicon-schema.ts';
import type { Line } from './line.ts';
import type { NamedCandidate } from './named.ts';
import { familyNames, givenName, isParticle, partsOf } from './person-names.ts';
import type { Reading } from './reading.ts';
import {
  ACRONYM,
  BODY_HEAD,
  CAPITAL,
  EVENT_HEAD,
  LAW_HEAD,
  NOT_BODY,
  OPENER,
  THING_HEAD,
  TITLE,
  wordOf,
} from './traits.ts';
import { NameTrie } from './trie.ts';
import { NO_BODY, NO_NAME, PARTICLES, TOPICS, words } from './vocabulary.ts';

/** A form that the article taught, and what it stands for. */
interface Lesson {
  readonly words: readonly string[];
  readonly type: EntityType;
  readonly entry: Thing | null;
  readonly by: string;
  /** A part of the name ("Varga", "Quellistone"), surer where it has no other reading. */
  readonly part: boolean;
  /** The name in full where it stands outside the content. */
  readonly full?: string | undefined;
}

/** Endings that a company's name may go without. */
const DROPPED = words(
  `inc corp corporation ltd limited llc plc gmbh ag co company group holdings labs networks technologies software
  security systems solutions pictures foods pipeline entertainment communications partners`,
);

/**
 * Finds again what the article has named once: abbreviations, family names, names found by their
 * shape, short forms of companies; in headlines too, where shapes tell nothing.
 */
export function findAgain(
  reading: Reading,
  winners: readonly NamedCandidate[],
  definitions: readonly Definition[],
  authors: readonly string[] = [],
): NamedCandidate[] {
  const trie = new NameTrie<Lesson>();
  const taught = new Set<string>();
  /** Some of it begins with a particle in small letters ("van Oduvere"). */
  let particles = false;
  const teach = (words: readonly string[], lesson: Omit<Lesson, 'words'>): void => {
    const key = words.length === 1 ? words[0]! : words.join(' ');
    if (taught.has(key)) return;
    taught.add(key);
    particles ||= PARTICLES.has(words[0]!);
    const { type, entry, by, part, full } = lesson;
    trie.add(
      words.map((word) => wordOf(word.toLowerCase()).id),
      { words, type, entry, by, part, full },
    );
  };
  const before = new Map<string, NamedCandidate>();
  /** Taught already, or no new thing: most names stand several times. */
  const isRepeated = (winner: NamedCandidate): boolean => {
    const { sentence, first, last, type, entry } = winner.value;
    const text = reading.textOf(reading.lines[sentence]!, first, last);
    const other = before.get(text);
    before.set(text, winner);
    return (
      other !== undefined &&
      other.value.type === type &&
      other.value.entry === entry &&
      other.confidence === winner.confidence
    );
  };
  const givenNames: [string, Omit<Lesson, 'words'>][] = [];
  const wordsOf = ({ value }: NamedCandidate): string[] =>
    reading.lines[value.sentence]!.tokens.slice(value.first, value.last).map(({ text }) => text);

  for (const { short } of definitions) {
    const { type, entry } = short.value;
    teach(wordsOf(short), { type, entry, by: 'entities/again.abbreviation', part: false });
  }
  // persons first: "Varga said" reads as an organisation where nobody of that name is known
  for (const winner of winners) {
    const { type, entry } = winner.value;
    if (type === 'person' && !isRepeated(winner)) {
      const parts = wordsOf(winner);
      if (!entry) teach(parts, { type, entry, by: 'entities/again.name', part: false });
      for (const name of familyNames(parts)) {
        if (NO_NAME.has(name.toLowerCase())) continue;
        teach(partsOf(name), {
          type,
          entry,
          by: 'entities/again.family-name',
          part: true,
        });
      }
      const given = givenName(parts);
      if (given && !NO_NAME.has(given.toLowerCase()) && !reading.words.isSmall(given.toLowerCase()))
        givenNames.push([given, { type, entry, by: 'entities/again.given-name', part: true }]);
    }
  }
  for (const [given, lesson] of givenNames) teach(partsOf(given), lesson);
  // the writer goes on by the family name alone
  for (const author of authors) {
    for (const name of familyNames(partsOf(author)))
      teach(partsOf(name), {
        type: 'person',
        entry: null,
        by: 'entities/again.author',
        part: true,
        full: author,
      });
  }
  const headlines = reading.lines.some(({ headline, casing }) => headline && casing === 'usual');
  for (const winner of winners) {
    const { type, entry, first, last } = winner.value;
    if (type === 'person' || winner.value.full) continue;
    // of a short listed name there is nothing to learn
    if ((entry && last - first < 3) || isRepeated(winner)) continue;
    const letters = lettersOf(reading, winner);
    if (letters) teach([letters], { type, entry, by: 'entities/again.initials', part: false });
    if (entry) {
      // a headline writes it small: "National port policy at last"
      if (!headlines) continue;
      if (type === 'legal_instrument' || type === 'government_body')
        teach(wordsOf(winner), { type, entry, by: 'entities/again.name', part: false });
      continue;
    }
    const parts = wordsOf(winner);
    if (winner.confidence === 'guessed' && parts.length === 1 && parts[0]!.length < 3) continue;
    teach(parts, { type, entry, by: 'entities/again.name', part: false });
    if (type === 'organization' && parts.length > 1) {
      const last = parts.at(-1)!.toLowerCase();
      const rest = parts.slice(0, -1);
      if (DROPPED.has(last) && !TOPICS.has(rest[0]!.toLowerCase()) && rest.length <= 2) {
        const single = rest.length === 1 ? rest[0]! : null;
        if (!single || (single.length > 2 && !reading.words.isSmall(single.toLowerCase())))
          teach(rest, { type, entry, by: 'entities/again.short', part: true });
      }
    }
  }
  if (taught.size === 0) return [];
  const found: NamedCandidate[] = findSpeakers(reading, winners);
  for (const line of reading.lines) {
    if (!(line.mask & CAPITAL)) continue;
    const { tokens } = line;
    const caps = line.casing === 'caps';
    const next = (from: number): number => nextStart(line, from, particles);
    for (let at = next(0); at < tokens.length; at = next(at + 1)) {
      for (const { end: matched, value } of trie.matchesAt(line, at)) {
        if (
          !sameCase(tokens, at, value.words, caps) &&
          !(line.headline && line.casing === 'usual' && sameSmall(tokens, at, value.words))
        )
          continue;
        // "PC" is also a computer
        if (value.type === 'person' && line.has(at, NOT_BODY) && tokens[matched]?.text !== ':')
          continue;
        const end = caps ? matched : wholeName(line, matched, value);
        if (value.part && !standsAlone(line, at, end)) continue;
        const type = attackerType(tokens, end, value.type);
        found.push(
          reading.candidate(line, at, end, type, value.by, 'inferred', value.entry, value.full),
        );
        break;
      }
    }
  }
  return found;
}

/** Where from `from` on a name may begin: at a capital, or at a particle ("said van Oduvere"). */
function nextStart(line: Line, from: number, particles: boolean): number {
  const capital = line.next(from, CAPITAL);
  if (particles) for (let at = from; at < capital; at++) if (isParticle(line.tokens[at])) return at;
  return capital;
}

const SMALL_WORDS = words('of for and the on in to at');

/** "HLO" of the "Harbour Licensing Office", where the article goes on so without a bracket. */
function lettersOf(reading: Reading, { value }: NamedCandidate): string | null {
  const { type, first, last, sentence } = value;
  if (last - first < 3 || last - first > 12) return null;
  if (type !== 'organization' && type !== 'government_body' && type !== 'international_body')
    return null;
  const { tokens } = reading.lines[sentence]!;
  let letters = '';
  for (let at = first; at < last; at++) {
    const { text, kind } = tokens[at]!;
    if (kind !== 'word' || SMALL_WORDS.has(text)) continue;
    letters += text[0];
  }
  if (letters.length < 3 || letters !== letters.toUpperCase() || !reading.words.holds(letters))
    return null;
  return NO_BODY.has(letters.toLowerCase()) ? null : letters;
}

/** "MO: How did it begin?": an interview's speakers, by the initials of those it names in full. */
function findSpeakers(reading: Reading, winners: readonly NamedCandidate[]): NamedCandidate[] {
  const found: NamedCandidate[] = [];
  let speakers: Map<string, NamedCandidate | null> | null = null;
  for (const line of reading.lines) {
    if (!line.has(0, ACRONYM) || line.tokens[1]?.text !== ':' || line.known[0]) continue;
    speakers ??= speakersOf(reading, winners);
    const speaker = speakers.get(line.tokens[0]!.text);
    if (!speaker) continue;
    const { entry, sentence, first, last, full } = speaker.value;
    const name = full ?? reading.textOf(reading.lines[sentence]!, first, last);
    found.push(
      reading.candidate(line, 0, 1, 'person', 'entities/again.speaker', 'inferred', entry, name),
    );
  }
  return found;
}

/** Persons by their initials, null where two have the same. */
function speakersOf(
  reading: Reading,
  winners: readonly NamedCandidate[],
): Map<string, NamedCandidate | null> {
  const speakers = new Map<string, NamedCandidate | null>();
  const names = new Map<string, string>();
  for (const winner of winners) {
    if (winner.value.type !== 'person') continue;
    const line = reading.lines[winner.value.sentence]!;
    const name = reading.textOf(line, winner.value.first, winner.value.last);
    for (const letters of initialsOf(line, winner)) {
      const same = (names.get(letters) ?? name) === name;
      names.set(letters, name);
      speakers.set(letters, same ? winner : null);
    }
  }
  return speakers;
}

/** "Quellistone Cyber" where "Quellistone" was learned: the fuller name, as far as company words go. */
function wholeName(line: Line, end: number, { type, entry, part }: Lesson): number {
  if (type !== 'organization' || entry || part) return end;
  const { tokens } = line;
  let last = end;
  while (
    last < end + 3 &&
    line.has(last, CAPITAL) &&
    tokens[last]!.spaced &&
    (line.has(last, BODY_HEAD) ||
      DROPPED.has(tokens[last]!.lower) ||
      /^(?:cyber|health|energy|digital|media|power|data|securities|capital)$/.test(
        tokens[last]!.lower,
      ))
  )
    last++;
  return line.has(last, CAPITAL) && !line.has(last, TITLE) ? end : last;
}

function sameCase(
  tokens: readonly { text: string }[],
  at: number,
  expected: readonly string[],
  caps: boolean,
): boolean {
  for (let offset = 0; offset < expected.length; offset++) {
    const word = expected[offset]!;
    const written = tokens[at + offset]!.text;
    if (written !== word && !(caps && written === word.toUpperCase() && word.length > 3))
      return false;
  }
  return true;
}

/** "National port policy" for "National Port Policy", of three words or more. */
const sameSmall = (
  tokens: readonly { text: string }[],
  at: number,
  expected: readonly string[],
): boolean =>
  expected.length > 2 &&
  expected.every((word, offset) =>
    offset === 0
      ? tokens[at]!.text === word
      : tokens[at + offset]!.text === word || tokens[at + offset]!.text === word.toLowerCase(),
  );

/** A part of a name counts where no other capitalised word makes another name of it. */
function standsAlone(line: Line, at: number, end: number): boolean {
  if (line.casing !== 'usual') return true;
  if (line.has(end, CAPITAL) && !line.tokens[end]!.lower.startsWith("'")) {
    if (line.has(end, BODY_HEAD | LAW_HEAD | EVENT_HEAD | THING_HEAD)) return false;
    if (!line.has(end, TITLE | OPENER)) return false;
  }
  return (
    !line.has(at - 1, CAPITAL) || line.has(at - 1, TITLE | OPENER) || line.startsClause(at - 1)
  );
}
