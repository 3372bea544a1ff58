import type { DateMention, Mention } from '../article/schema.ts';
import { type Form, formOf } from '../language/forms.ts';
import { type PartOfSpeech, partsOfSpeech } from '../language/tagger.ts';
import { Token } from '../language/tokens.ts';
import { anyOf } from '../language/word-set.ts';
import type { Amount } from './amounts.ts';

/** What a rule finds in a sentence: the quantity itself, before its context is resolved. */
export interface Quantity extends Amount {
  readonly kind:
    | 'count'
    | 'money'
    | 'percent'
    | 'data_volume'
    | 'multiple'
    | 'rank'
    | 'other_measure';
  /** Null also where the noun is left out and stands elsewhere. */
  readonly unit: string | null;
  readonly per: string | null;
}

/** Token indexes, half-open. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export const quantity = (
  { min, max, comparator }: Amount,
  kind: Quantity['kind'],
  unit: string | null,
  per: string | null,
): Quantity => ({ min, max, comparator, kind, unit, per });

/** A calendar date of a sentence by its tokens, half-open. */
export interface Dated extends Place {
  readonly value: string;
}

/** A sentence as the rules see it. */
export interface Scene {
  readonly tokens: readonly Token[];
  /** The tokens with the numbers of names and dates taken out of sight. */
  readonly visible: readonly Token[];
  /** Parts of speech, computed when first asked for. */
  tags(): readonly PartOfSpeech[];
  /** Index of the mention that covers the token, or -1. */
  mentionAt(index: number): number;
  dateAt(index: number): boolean;
  /** The tokens of a mention, half-open. */
  placeOf(which: number): Place;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  /** Most words have capitals, as in a headline. */
  readonly titleCase: boolean;
  /** What its readers keep of it. */
  readonly kept: Kept;
}

/** What is read of a sentence once, when first asked for; null until then. */
export interface Kept {
  clauses: Uint8Array | null;
  dates: readonly Dated[] | null;
  /** Index of the first word like "total", or -1. */
  total: number | null;
}

const NOTHING: readonly never[] = [];
const NOWHERE: readonly number[] = [];
const DATED = 0x8000;

/** Everything is read when first asked for: of most sentences only the places of their names are. */
class SceneOfSentence implements Scene {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly kept: Kept = { clauses: null, dates: null, total: null };
  /** For each token the index of its mention plus one, or 0, and a bit for a date; empty: nothing. */
  #over: readonly number[] | null = null;
  /** Tokens under names and dates whose numbers are none of the text's. */
  #hidden: readonly number[] = NOWHERE;
  #places: readonly Place[] | null = null;
  #visible: readonly Token[] | null = null;
  #tags: readonly PartOfSpeech[] | null = null;
  #titleCase: boolean | null = null;

  constructor(
    tokens: readonly Token[],
    mentions: readonly Mention[],
    dates: readonly DateMention[],
  ) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.dates = dates;
  }

  get visible(): readonly Token[] {
    if (!this.#visible) {
      this.#laid();
      this.#visible = without(this.tokens, this.#hidden);
    }
    return this.#visible;
  }

  tags(): readonly PartOfSpeech[] {
    this.#tags ??= partsOfSpeech(this.tokens);
    return this.#tags;
  }

  mentionAt(index: number): number {
    const over = this.#over ?? this.#laid();
    return index >= 0 && index < over.length ? (over[index]! & ~DATED) - 1 : -1;
  }

  dateAt(index: number): boolean {
    const over = this.#over ?? this.#laid();
    return index >= 0 && index < over.length && (over[index]! & DATED) !== 0;
  }

  placeOf(which: number): Place {
    return this.#placed()[which]!;
  }

  get titleCase(): boolean {
    this.#titleCase ??= hasTitleCase(this.tokens);
    return this.#titleCase;
  }

  #placed(): readonly Place[] {
    this.#places ??= placesOf(this.tokens, this.mentions);
    return this.#places;
  }

  #laid(): readonly number[] {
    if (this.#over) return this.#over;
    const { tokens, mentions, dates } = this;
    if (mentions.length === 0 && dates.length === 0) {
      this.#over = NOWHERE;
      return NOWHERE;
    }
    const over: number[] = new Array(tokens.length).fill(0);
    const places = mentions.length > 0 ? this.#placed() : NOTHING;
    const dated = dates.length > 0 ? placesOf(tokens, dates) : NOTHING;
    let hidden: number[] | null = null;
    for (let which = 0; which < places.length + dated.length; which++) {
      const isDate = which >= places.length;
      const { start, end } = isDate ? dated[which - places.length]! : places[which]!;
      for (let index = start; index < end; index++) {
        over[index] = isDate ? over[index]! | DATED : which + 1;
        if (!isHidden(tokens[index]!)) continue;
        hidden ??= [];
        hidden.push(index);
      }
    }
    if (hidden) this.#hidden = hidden;
    this.#over = over;
    return over;
  }
}

/** The tokens with some out of sight. */
function without(tokens: readonly Token[], hidden: readonly number[]): readonly Token[] {
  if (hidden.length === 0) return tokens;
  const visible = tokens.slice();
  for (const index of hidden) visible[index] = outOfSight(tokens[index]!);
  return visible;
}

/** Lays names and dates, in reading order, over the tokens of a sentence. */
export const sceneOf = (
  tokens: readonly Token[],
  mentions: readonly Mention[] = NOTHING,
  dates: readonly DateMention[] = NOTHING,
): Scene => new SceneOfSentence(tokens, mentions, dates);

/** In place of a number inside a name or a date; the other words of a name stay readable. */
let hidden = formOf('\u0000', 'code');
function hiddenForm(): Form {
  // it may have been forgotten
  if (hidden.id === 0) hidden = formOf('\u0000', 'code');
  return hidden;
}

const isHidden = (token: Token): boolean => token.kind === 'number' || isNumberWord(token);

/** The token with its number taken away. */
function outOfSight({ start, end, spaced }: Token): Token {
  // patterns are remembered at a token's form: what is hidden must not share it
  return new Token(start, end, spaced, hiddenForm());
}

const isNumberWord = anyOf(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
   seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
   million billion trillion hundreds thousands millions billions dozens dozen half quarter third first
   second fourth fifth sixth seventh eighth ninth tenth double triple twice scores tens`,
);

/** The tokens of each span; the spans are in reading order. */
function placesOf(
  tokens: readonly Token[],
  spans: readonly { readonly start: number; readonly end: number }[],
): Place[] {
  const places: Place[] = [];
  let start = 0;
  for (const span of spans) {
    while (start < tokens.length && tokens[start]!.end <= span.start) start++;
    let end = start;
    while (end < tokens.length && tokens[end]!.start < span.end) end++;
    places.push({ start, end });
  }
  return places;
}

function hasTitleCase(tokens: readonly Token[]): boolean {
  let capital = 0;
  let long = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    long++;
    if (token.text[0] !== token.lower[0]) capital++;
  }
  return long >= 3 && capital / long > 0.7;
}
