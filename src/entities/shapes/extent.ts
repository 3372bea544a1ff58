import type { Token } from '../../language/tokens.ts';
import type { NamedCandidate } from '../reading.ts';
import { isAcronym, isCapital } from '../text.ts';
import {
  BODY_HEADS,
  EVENT_HEADS,
  LAW_HEADS,
  NO_NAME,
  OF_HEADS,
  TITLES,
  TOPICS,
  words,
} from '../vocabulary.ts';

/** A sentence as the finders of shapes see it. */
export interface Line {
  readonly index: number;
  readonly tokens: readonly Token[];
  /** The listed name that covers each token, if any. */
  readonly known: readonly (NamedCandidate | undefined)[];
  /** Words that the article also writes small. */
  readonly small: ReadonlySet<string>;
  /** The token stands where any word has a capital. */
  startsClause(at: number): boolean;
}

/** Possessors that belong to a name: "Prime Minister's Office", "People's Bank". */
const OWNERS = words(
  `people commissioner attorney children child women woman minister general men veterans world king queen governor president
  prosecutor director mayor ombudsman consumer consumers lloyd nation workers farmers controller comptroller chief
  sheriff coroner bankers writers teachers`,
);

/** Titles that end a name that runs on ("Department of Justice Inspector General"). */
export const HARD_TITLES = words(
  `secretary director spokesman spokesperson spokeswoman minister president chairman chairwoman ceo ciso cto cfo cio coo
  commissioner ambassador senator adviser advisor officer coordinator inspector analyst professor undersecretary
  correspondent reporter researcher administrator chancellor governor member leader candidate`,
);

/** Words of sentence openings that are also parts of names where they stand inside a sentence. */
const MAY_NAME = words(
  'first second third fourth fifth sixth seventh new old one two three four five seven eight nine ten police national cybersecurity all every open photo image video next section part',
);

/** Heads of which a state has one: "State and Treasury" are two. */
const SINGLE_HEADS = words(
  'treasury judiciary parliament senate army navy police duma knesset bundestag',
);

const isHead = (word: string): boolean =>
  BODY_HEADS.has(word) || LAW_HEADS.has(word) || OF_HEADS.has(word) || EVENT_HEADS.has(word);

/** "I'm", "We’re", "Don't". */
export const CONTRACTED = /\p{L}(?:['’](?:m|re|ve|ll|d)|n['’]t)$/u;

/** A name's token: a capitalised word that is not merely the first of its sentence. */
export function isNameToken(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (!isCapital(token) || CONTRACTED.test(token!.text)) return false;
  return !NO_NAME.has(token!.lower) || (MAY_NAME.has(token!.lower) && !line.startsClause(at));
}

/** Endings of the nouns and adjectives that name fields. */
const FIELD =
  /.{3}(?:tion|tions|ment|ments|ity|ities|ism|ness|ance|ence|ship|ture|logy|logies|ics|phy|ries|ical|ional|ural|ial|eries|ports|tics)$/;

/** A common noun of a field, so that "and" may join it to the next inside one name. */
export function isTopic(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (!token) return false;
  const known = line.known[at];
  if (known && known.value.type !== 'country' && known.value.last <= at + 1) return false;
  return (
    TOPICS.has(token.lower) ||
    FIELD.test(token.lower) ||
    (!isAcronym(token.text) && !known && line.small.has(token.lower))
  );
}

/** The token behind which an apostrophe ending stands is a possessor inside a name. */
const ownsInside = (line: Line, at: number): boolean =>
  isCapital(line.tokens[at]) && OWNERS.has(line.tokens[at]!.lower);

/** A saint or a founder owns the hospital, the college, the trust behind the apostrophe. */
function patronOf(line: Line, at: number, behind: number): boolean {
  const { tokens, known } = line;
  const front = tokens[at - 1]?.text === '.' ? tokens[at - 2]?.text : tokens[at - 1]?.text;
  if (front === 'St' || front === 'Saint') return true;
  if (known[at]?.value.type === 'country' || known[at]?.value.type === 'place') return false;
  for (let place = behind; place < behind + 3 && isCapital(tokens[place]); place++)
    if (/^(?:hospital|hospitals|college|church|infirmary)$/.test(tokens[place]!.lower)) return true;
  return false;
}

/**
 * How far left the name reaches whose token `at` is a part, over capitalised words, inner hyphens,
 * "and" between fields and, where `connectors` has them, small prepositions.
 */
export function leftExtent(line: Line, at: number, connectors: ReadonlySet<string>): number {
  const { tokens } = line;
  let start = at;
  let joined = false;
  while (start > 0) {
    const token = tokens[start - 1]!;
    const before = start - 2;
    if (token.kind === 'word') {
      if (token.lower === "'s") {
        if (before >= 0 && ownsInside(line, before) && tokens[before - 1]?.lower !== 'of') {
          start = before;
          continue;
        }
        // "St Finnian's Hospital", "Guy's Hospital"
        if (isCapital(tokens[before]) && patronOf(line, before, start)) {
          start = before;
          continue;
        }
        break;
      }
      if (isNameToken(line, start - 1)) {
        if (HARD_TITLES.has(token.lower)) break;
        if (isHead(token.lower) && LAW_HEADS.has(token.lower) && token.lower !== 'order') break;
        const known = line.known[start - 1];
        if (known?.value.type === 'person') break;
        start--;
        continue;
      }
      const small = token.lower;
      if (small === token.text && before >= 0 && isNameToken(line, before)) {
        const left = tokens[before]!.lower;
        if (
          small === 'and' &&
          isTopic(line, before) &&
          !isHead(left) &&
          !SINGLE_HEADS.has(tokens[at]!.lower)
        ) {
          joined = true;
          start = before;
          continue;
        }
        if (
          small !== 'and' &&
          connectors.has(small) &&
          !TITLES.has(left) &&
          !isHead(left) &&
          line.known[before]?.value.type !== 'country' &&
          line.known[before]?.value.type !== 'organization' &&
          line.known[before]?.value.type !== 'government_body'
        ) {
          start = before;
          continue;
        }
      }
      break;
    }
    if (token.kind === 'mark') {
      if (token.text === '&' && before >= 0 && isNameToken(line, before)) {
        start = before;
        continue;
      }
      if (token.text === '-' && !token.spaced && !tokens[start]!.spaced && before >= 0) {
        if (isNameToken(line, before) || tokens[before]!.kind === 'number') {
          start = before;
          continue;
        }
        break;
      }
      if (token.text === ',' && joined && before >= 0 && isCapital(tokens[before])) {
        if (isTopic(line, before) && !isHead(tokens[before]!.lower)) {
          start = before;
          continue;
        }
      }
      if (
        token.text === '.' &&
        !token.spaced &&
        /^(?:St|Ft|Mt)$/.test(tokens[before]?.text ?? '')
      ) {
        start = before;
        continue;
      }
      if (token.text === "'" && !token.spaced && before >= 0 && ownsInside(line, before)) {
        start = before;
        continue;
      }
    }
    break;
  }
  return start;
}

const INNER = words('of for on the and in to at against & with de');

/**
 * How far right the phrase reaches that begins at token `at` ("Science, ICT and Future Planning"):
 * capitalised words, joined by "and" and commas between fields, by small prepositions before more
 * capitals. `titles`: a role may end it ("Office of the … Director"). Returns the index behind its last token, or `at` where none begins.
 */
export function rightExtent(line: Line, at: number, titles = false): number {
  const { tokens } = line;
  let end = at;
  while (end < tokens.length) {
    const token = tokens[end]!;
    if (token.kind === 'word' && isNameToken(line, end) && token.lower !== "'s") {
      if (end > at && HARD_TITLES.has(token.lower)) return titles ? end + 1 : end;
      end++;
      continue;
    }
    if (end === at) break;
    const next = tokens[end + 1];
    if (!next) break;
    if (token.text === '-' && !token.spaced && !next.spaced && isCapital(next)) {
      end += 2;
      continue;
    }
    if (token.text === '&' && isNameToken(line, end + 1)) {
      end += 2;
      continue;
    }
    if (
      token.lower === "'s" &&
      /^(people|children|women|men|veterans|nation|world)$/.test(tokens[end - 1]!.lower) &&
      isCapital(next)
    ) {
      end += 2;
      continue;
    }
    if (token.text === ',' && isNameToken(line, end + 1)) {
      if (continuesList(line, end)) {
        end++;
        continue;
      }
      break;
    }
    if (token.kind === 'word' && token.text === token.lower && INNER.has(token.lower)) {
      if (token.lower === 'and') {
        if (!isNameToken(line, end + 1) || !isTopic(line, end + 1)) break;
        if (startsAnother(line, end + 1)) break;
        end++;
        continue;
      }
      // "of the", "for", "on": as far as a capitalised word follows
      const behind = next.lower === 'the' && next.text === 'the' ? end + 2 : end + 1;
      if (
        token.lower === 'the' ||
        (token.lower === 'in' && !/^(?:cyberspace|outer)$/.test(next.lower)) ||
        token.lower === 'at' ||
        token.lower === 'to' ||
        token.lower === 'with'
      )
        break;
      if (!isNameToken(line, behind)) break;
      if (token.lower === 'on' && isHead(tokens[behind]!.lower)) break;
      end = behind;
      continue;
    }
    break;
  }
  return end;
}

/** ", Technology and Innovation" goes on with the list of fields; ", Microsoft" does not. */
function continuesList(line: Line, comma: number): boolean {
  const { tokens } = line;
  if (!isTopic(line, comma - 1) || !isTopic(line, comma + 1)) return false;
  for (let at = comma + 1; at < Math.min(tokens.length, comma + 14); at++) {
    const token = tokens[at]!;
    if (token.lower === 'and' || token.text === '&') {
      return isTopic(line, at + 1) && isCapital(tokens[at + 1]) && !startsAnother(line, at + 1);
    }
    if (token.text === ',') continue;
    if (!isCapital(token)) return false;
  }
  return false;
}

/** The words from `at` on are a name with its own head ("… and National Security Agency"). */
function startsAnother(line: Line, at: number): boolean {
  const { tokens } = line;
  const known = line.known[at];
  if (known && known.value.type !== 'country') return true;
  for (let place = at; place < tokens.length && isCapital(tokens[place]); place++) {
    const word = tokens[place]!.lower;
    if (place > at && (BODY_HEADS.has(word) || LAW_HEADS.has(word)) && !TOPICS.has(word))
      return true;
    if (place === at && OF_HEADS.has(word) && tokens[place + 1]?.lower === 'of') return true;
  }
  return false;
}
