import { formFact } from '../language/form-fact.ts';
import { type Form, onForgetting } from '../language/forms.ts';
import type { Token, Written } from '../language/tokens.ts';
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
/** A word that a headline would write with a capital is small. */
export const LONG_SMALL = 1 << 23;
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
  correspondent reporter researcher administrator chancellor governor member leader candidate mp mps mep meps`,
);

/** Words of sentence openings that are also parts of names where they stand inside a sentence. */
const MAY_NAME = words(
  'first second third fourth fifth sixth seventh new old one two three four five seven eight nine ten police national cybersecurity all every open photo image video next section part companies experts people researchers authorities governments countries analysts lawmakers hackers clearly simply together beyond tomorrow always never now',
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

/** The word tells how its sentence writes capitals. */
export const tellsCase = ({ text, lower, kind }: Written): boolean =>
  kind === 'word' && text.length > 1 && !SMALL.has(lower) && !lower.startsWith("'");

function bitsOfForm(form: Written): number {
  const { text, lower } = form;
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
  if (!(bits & CAPITAL) && tellsCase(form)) bits |= LONG_SMALL;
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
  /** A number that is compared in place of texts. */
  readonly id: number;
  /** The id of the form of this text, 0 where none is known that has one. */
  form: number;
  /** It may be a word in small letters. */
  small: boolean;
  /** Number of the article that held it last, where that is not kept by its form. */
  seen: number;
  /** A lexicon holds it. */
  pinned: boolean;
}

/** Distinct words that are remembered before those of no lexicon are forgotten with the forms. */
const MOST_WORDS = 100_000;
const known = new Map<string, Word>();
let ids = 0;

export function wordOf(text: string): Word {
  let word = known.get(text);
  if (!word) {
    word = { id: ids++, form: 0, small: false, seen: 0, pinned: false };
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

/*
 * What is kept of each form, by its id, side by side: its bits (with TAKEN, which no form has by
 * itself, where they are known), the number of the article that held it last, the id of its word in
 * lower case. To ask this of every token of an article is to wait for memory.
 */
const PLACES = 4;
const ARTICLE = 1;
const LOWER = 2;
let kept = new Int32Array(PLACES * 4096);

const lowerOf = formFact((form) => wordOf(form.lower));

function forgetForms(): void {
  for (const word of known.values()) {
    if (word.form === 0) continue;
    word.seen = kept[PLACES * word.form + ARTICLE]!;
    word.form = 0;
  }
  kept.fill(0);
}

// words go when forms do, as what is known of forms holds words
onForgetting(() => {
  forgetForms();
  if (known.size <= MOST_WORDS) return;
  for (const [text, { pinned }] of known) if (!pinned) known.delete(text);
});

/** Keeps what is known of a form, and gives its bits. */
function learn(form: Form): number {
  const { id, text, lower, kind } = form;
  const bits = bitsOfForm(form);
  const word = wordOf(text);
  word.small = kind === 'word' && !(bits & CAPITAL);
  if (id === 0) return bits;
  word.form = id;
  if (PLACES * id >= kept.length) {
    const larger = new Int32Array(Math.max(2 * kept.length, PLACES * (id + 1)));
    larger.set(kept);
    kept = larger;
  }
  kept[PLACES * id] = bits | TAKEN;
  kept[PLACES * id + ARTICLE] = word.seen;
  kept[PLACES * id + LOWER] = wordOf(lower).id;
  return bits;
}

/** Tells the words with which the names of a lexicon begin. */
export function addFirstWords(lower: Iterable<string>, small: Iterable<string>): void {
  for (const word of lower) first.add(word);
  for (const word of small) smallFirst.add(word);
  forgetForms();
}

export function bitsOf(form: Form): number {
  const bits = kept[PLACES * form.id] ?? 0;
  return (bits === 0 ? learn(form) : bits) & ~TAKEN;
}

/** The id of the form's word in lower case. */
export function lowerIdOf(form: Form): number {
  if (!((kept[PLACES * form.id] ?? 0) & TAKEN)) {
    if (form.id === 0) return wordOf(form.lower).id;
    learn(form);
  }
  return kept[PLACES * form.id + LOWER]!;
}

let articles = 0;
/** Of each token of one article; an article is read at a time. */
let bits = new Int32Array(4096);

/**
 * The words of one article: stamping them with its number, and keeping what is asked of its tokens
 * where the article before had it, costs less than gathering sets and lists of them for each. It is
 * right until the next article's words are begun.
 */
export class ArticleWords {
  /** The bits of each of the article's tokens. */
  readonly bits: Int32Array;
  /** Its number among all that were read. */
  readonly article = ++articles;

  constructor(tokens: number) {
    if (bits.length < tokens) bits = new Int32Array(tokens * 2);
    this.bits = bits;
  }

  /** Sets the bits of tokens from `place` on, and gives those of all of them together. */
  set(place: number, tokens: readonly Token[]): number {
    const all = this.bits;
    const article = this.article;
    let mask = 0;
    for (let at = 0; at < tokens.length; at++) {
      const { form } = tokens[at]!;
      const { id } = form;
      let own = PLACES * id < kept.length ? kept[PLACES * id]! : 0;
      if (own === 0) {
        own = learn(form);
        if (id === 0) wordOf(form.text).seen = article;
      }
      own &= ~TAKEN;
      all[place + at] = own;
      mask |= own;
      if (id !== 0) kept[PLACES * id + ARTICLE] = article;
    }
    return mask;
  }

  /** The word stands in the article as it is written. */
  has({ form, seen }: Word): boolean {
    return (form === 0 ? seen : kept[PLACES * form + ARTICLE]) === this.article;
  }

  /** The article holds the word as it is written here. */
  holds(text: string): boolean {
    const word = known.get(text);
    return word !== undefined && this.has(word);
  }

  /** The article writes the word, given in lower case, in lower case somewhere. */
  isSmall(word: string): boolean {
    const small = known.get(word);
    return small?.small === true && this.has(small);
  }

  /** The same of a token's word, whatever its case is here. */
  isFormSmall(form: Form): boolean {
    const small = lowerOf(form);
    return small.small && this.has(small);
  }
}

/** compromise's tag of the word, empty where it has none. */
export const tagOf = formFact((form) => knownTag(form.lower) ?? '');
