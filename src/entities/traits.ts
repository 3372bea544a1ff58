import { formFact } from '../language/form-fact.ts';
import type { Form } from '../language/forms.ts';
import type { Written } from '../language/tokens.ts';
import { knownTag } from '../language/words.ts';
import { firstNames } from './lexicon/index.ts';
import { triggersBody, triggersEvent, triggersIdentifier, triggersLaw } from './shapes/triggers.ts';
import { isAcronym, isCapital } from './text.ts';
import {
  BODY_HEADS,
  EVENT_HEADS,
  LAW_HEADS,
  NO_BODY,
  NO_NAME,
  OF_HEADS,
  ORGANIZATION_NOUNS,
  PERSON_NOUNS,
  ROLE_PARTS,
  THING_HEADS,
  TITLES,
  TOPICS,
  words,
} from './vocabulary.ts';

/*
 * What a word is by itself, as bits of one number: found once for each form, so that twenty
 * questions about a token are one test, and so is the question whether a sentence holds such a word.
 */

export const CAPITAL = 1 << 0;
/** May be a part of a name wherever it stands. */
export const NAME = 1 << 1;
/** May be a part of a name inside a sentence; at its start it is an opener. */
export const INNER_NAME = 1 << 2;
export const OPENER = 1 << 3;
export const ACRONYM = 1 << 4;
export const TITLE = 1 << 5;
/** A title that ends a name that runs on. */
export const HARD_TITLE = 1 << 6;
export const TOPIC = 1 << 7;
/** A topic, or a noun that by its ending may be one. */
export const FIELD = 1 << 8;
export const BODY_HEAD = 1 << 9;
export const LAW_HEAD = 1 << 10;
export const OF_HEAD = 1 << 11;
export const EVENT_HEAD = 1 << 12;
export const THING_HEAD = 1 << 13;
export const PERSON_NOUN = 1 << 14;
export const ORGANIZATION_NOUN = 1 << 15;
export const ROLE_PART = 1 << 16;
export const NOT_BODY = 1 << 17;
/** Closes what is quoted. */
export const UNQUOTE = 1 << 18;
/** A person's name may stand right behind it. */
export const INTRODUCER = 1 << 19;
export const CONTRACTION = 1 << 20;
/** A first name by compromise's word list; by that or the project's own. */
export const TAGGED_FIRST_NAME = 1 << 21;
export const FIRST_NAME = 1 << 22;
/** Tells how its sentence writes capitals. */
export const COUNTED = 1 << 23;
export const UPPER = 1 << 24;
/** Opens a definition: a bracket, or "or". */
export const BRACKET = 1 << 25;
/** The finders of shapes begin at these. */
export const IDENTIFIER = 1 << 26;
export const BODY = 1 << 27;
export const LAW = 1 << 28;
export const EVENT = 1 << 29;
/** A listed name may begin with it. */
export const LISTED = 1 << 30;
/** In an article: a name that was found covers it. */
export const TAKEN = 1 << 31;

export const HEAD = BODY_HEAD | LAW_HEAD | OF_HEAD | EVENT_HEAD;

/** A word of fields, things and offices, that makes no name by itself. */
export const FAMILIAR = TOPIC | THING_HEAD | ROLE_PART | TITLE;

/** Titles that end a name that runs on ("Department of Justice Inspector General"). */
const HARD_TITLES = words(
  `secretary director spokesman spokesperson spokeswoman minister president chairman chairwoman ceo ciso cto cfo cio coo
  commissioner ambassador senator adviser advisor officer coordinator inspector analyst professor undersecretary
  correspondent reporter researcher administrator chancellor governor member leader candidate`,
);

/** Words of sentence openings that are also parts of names where they stand inside a sentence. */
const MAY_NAME = words(
  'first second third fourth fifth sixth seventh new old one two three four five seven eight nine ten police national cybersecurity all every open photo image video next section part companies experts people researchers authorities governments countries analysts lawmakers hackers',
);

/** Endings of the nouns and adjectives that name fields. */
const FIELD_ENDING =
  /.{3}(?:tion|tions|ment|ments|ity|ities|ism|ness|ance|ence|ship|ture|logy|logies|ics|phy|ries|ical|ional|ural|ial|eries|ports|tics)$/;

/** "I'm", "We’re", "Don't". */
const CONTRACTED = /\p{L}(?:['’](?:m|re|ve|ll|d)|n['’]t)$/u;

/** Words that headlines write small. */
const SMALL = words(
  'a an the of for and or in on at by to with from as is are be not vs via into over its but after before how why',
);

const isFirstName = (tag: string | null): boolean =>
  tag === 'MaleName' || tag === 'FemaleName' || tag === 'FirstName';

const LISTS: readonly (readonly [{ has(word: string): boolean }, number])[] = [
  [NO_NAME, OPENER],
  [TITLES, TITLE],
  [HARD_TITLES, HARD_TITLE],
  [TOPICS, TOPIC | FIELD],
  [BODY_HEADS, BODY_HEAD],
  [LAW_HEADS, LAW_HEAD],
  [OF_HEADS, OF_HEAD],
  [EVENT_HEADS, EVENT_HEAD],
  [THING_HEADS, THING_HEAD],
  [PERSON_NOUNS, PERSON_NOUN],
  [ORGANIZATION_NOUNS, ORGANIZATION_NOUN],
  [ROLE_PARTS, ROLE_PART],
  [NO_BODY, NOT_BODY],
  [firstNames, FIRST_NAME],
];

/** First words of listed names: those in small letters or signs as written, all in lower case. */
const smallFirst = new Set<string>();
const first = new Set<string>();

const mayBeListed = ({ text, lower, kind }: Written): boolean =>
  kind !== 'mark' && (/^[a-z]/.test(text) ? smallFirst.has(text) : first.has(lower));

/** Nouns of professions, names' own words, and the marks behind "Mr.", "(then a senator)". */
const introducesPerson = ({ text, lower, kind }: Written, bits: number): boolean =>
  kind === 'word'
    ? bits & CAPITAL
      ? (bits & TITLE) !== 0
      : (bits & PERSON_NOUN) !== 0 ||
        /.(?:ologist|ician|ographer|ivist|omist)$/.test(lower) ||
        /^(?:surname|surnamed|elect|designate|named)$/.test(lower)
    : text === '.' || text === ']';

function bitsOfForm(form: Written): number {
  const { text, lower, kind } = form;
  let bits = 0;
  for (const [list, bit] of LISTS) if (list.has(lower)) bits |= bit;
  if (CONTRACTED.test(text)) bits |= CONTRACTION;
  if (isCapital(form)) {
    bits |= CAPITAL;
    if (!(bits & CONTRACTION)) {
      if (!(bits & OPENER)) bits |= NAME;
      else if (MAY_NAME.has(lower)) bits |= INNER_NAME;
    }
  }
  if (isAcronym(text)) bits |= ACRONYM;
  if (FIELD_ENDING.test(lower)) bits |= FIELD;
  if (text === '”' || text === '"') bits |= UNQUOTE;
  if (introducesPerson(form, bits)) bits |= INTRODUCER;
  if (mayBeListed(form)) bits |= LISTED;
  if (isFirstName(knownTag(lower))) bits |= TAGGED_FIRST_NAME | FIRST_NAME;
  if (kind === 'word' && text.length > 1 && !SMALL.has(lower) && !lower.startsWith("'"))
    bits |= COUNTED;
  if (text === text.toUpperCase()) bits |= UPPER;
  if (text === '(' || text === 'or') bits |= BRACKET;
  if (triggersIdentifier(form)) bits |= IDENTIFIER;
  if (triggersBody(form)) bits |= BODY;
  if (triggersLaw(form)) bits |= LAW;
  if (triggersEvent(form)) bits |= EVENT;
  return bits;
}

/** A word as it is written. */
export interface Word {
  /** Numbers that are compared in place of texts. */
  readonly id: number;
  /** The id of the word in lower case. */
  lowerId: number;
  bits: number;
  /** Numbers of the articles that held it last, in any role and as a word in small letters. */
  seen: number;
  small: number;
  lower: Word;
  /** A lexicon holds it. */
  pinned: boolean;
}

/** Distinct words that are remembered before those of no lexicon are forgotten. */
const MOST_WORDS = 100_000;
const known = new Map<string, Word>();
let ids = 0;

export function wordOf(text: string): Word {
  let word = known.get(text);
  if (!word) {
    const id = ids++;
    word = { id, lowerId: id, bits: 0, seen: 0, small: 0, pinned: false } as Word;
    word.lower = word;
    known.set(text, word);
  }
  return word;
}

/** A word that is never forgotten, so that its id may be kept. */
export function pinnedWord(text: string): Word {
  const word = wordOf(text);
  word.pinned = true;
  return word;
}

const makeTraits = (): ((form: Form) => Word) =>
  formFact((form) => {
    const word = wordOf(form.text);
    word.bits = bitsOfForm(form);
    word.lower = wordOf(form.lower);
    word.lowerId = word.lower.id;
    return word;
  });

let traitsOf = makeTraits();

/** Tells the words with which the names of a lexicon begin. */
export function addFirstWords(lower: Iterable<string>, small: Iterable<string>): void {
  for (const word of lower) first.add(word);
  for (const word of small) smallFirst.add(word);
  traitsOf = makeTraits();
}

export const bitsOf = (form: Form): number => traitsOf(form).bits;

let articles = 0;
/** Of each token of one article; an article is read at a time. */
let bits = new Int32Array(4096);
let exactIds = new Int32Array(4096);
let lowerIds = new Int32Array(4096);

/**
 * The words of one article: stamping them with its number, and keeping what is asked of its tokens
 * where the article before had it, costs less than gathering sets and lists of them for each. It is
 * right until the next article's words are begun.
 */
export class ArticleWords {
  /** Of each of the article's tokens: its bits, and the ids of its word as written and in lower case. */
  readonly bits: Int32Array;
  readonly exactIds: Int32Array;
  readonly lowerIds: Int32Array;
  readonly #article = ++articles;

  constructor(tokens: number) {
    // between two articles, so that all forms of one have their words from one table
    if (known.size > MOST_WORDS) {
      for (const [text, { pinned }] of known) if (!pinned) known.delete(text);
      traitsOf = makeTraits();
    }
    if (bits.length < tokens) {
      bits = new Int32Array(tokens * 2);
      exactIds = new Int32Array(tokens * 2);
      lowerIds = new Int32Array(tokens * 2);
    }
    this.bits = bits;
    this.exactIds = exactIds;
    this.lowerIds = lowerIds;
  }

  /** Sets the token at `place` and gives its bits. */
  set(place: number, form: Form): number {
    const word = traitsOf(form);
    const own = word.bits;
    this.bits[place] = own;
    this.exactIds[place] = word.id;
    this.lowerIds[place] = word.lowerId;
    if (form.kind !== 'mark') {
      word.seen = this.#article;
      if (form.kind === 'word' && !(own & CAPITAL)) word.small = this.#article;
    }
    return own;
  }

  /** The word stands in the article as it is written. */
  has(word: Word | undefined): boolean {
    return word?.seen === this.#article;
  }

  /** The article writes the word, given in lower case, in lower case somewhere. */
  isSmall(word: string): boolean {
    return known.get(word)?.small === this.#article;
  }

  /** The same of a token's word, whatever its case is here. */
  isFormSmall(form: Form): boolean {
    return traitsOf(form).lower.small === this.#article;
  }
}

/** compromise's tag of the word, empty where it has none. */
export const tagOf = formFact((form) => knownTag(form.lower) ?? '');
