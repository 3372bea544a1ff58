import type { DateMention, Mention } from '../article/schema.ts';
import { type PartOfSpeech, partsOfSpeech } from '../language/tagger.ts';
import type { Form, Token } from '../language/tokens.ts';
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
  placeOf(which: number): { readonly start: number; readonly end: number };
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  /** Most words have capitals, as in a headline. */
  readonly titleCase: boolean;
}

/** Lays names and dates, in reading order, over the tokens of a sentence. */
export function sceneOf(
  tokens: readonly Token[],
  mentions: readonly Mention[] = [],
  dates: readonly DateMention[] = [],
): Scene {
  // 0: none; else the index plus one
  const owner = mentions.length > 0 ? new Uint16Array(tokens.length) : null;
  const dated = dates.length > 0 ? new Uint8Array(tokens.length) : null;
  const places: { start: number; end: number }[] = [];
  if (owner) {
    let index = 0;
    for (const [which, mention] of mentions.entries()) {
      while (index < tokens.length && tokens[index]!.end <= mention.start) index++;
      let end = index;
      for (; end < tokens.length && tokens[end]!.start < mention.end; end++) owner[end] = which + 1;
      places.push({ start: index, end });
    }
  }
  if (dated) {
    cover(tokens, dates, (index) => {
      dated[index] = 1;
    });
  }
  let visible = tokens as Token[];
  for (let index = 0; (owner || dated) && index < tokens.length; index++) {
    const token = tokens[index]!;
    if (!owner?.[index] && !dated?.[index]) continue;
    if (token.kind !== 'number' && !NUMBERS.has(token.lower)) continue;
    if (visible === tokens) visible = [...tokens];
    // patterns are remembered at a token's form: what is hidden must not share it
    visible[index] = { ...token, ...HIDDEN, kind: 'code', form: HIDDEN };
  }
  let titleCase: boolean | undefined;
  let tags: readonly PartOfSpeech[] | undefined;
  return {
    tokens,
    visible,
    tags: () => (tags ??= partsOfSpeech(tokens)),
    mentionAt: (index) => (owner?.[index] ?? 0) - 1,
    placeOf: (which) => places[which]!,
    dateAt: (index) => dated?.[index] === 1,
    mentions,
    dates,
    get titleCase() {
      titleCase ??= hasTitleCase(tokens);
      return titleCase;
    },
  };
}

/** In place of a number inside a name or a date; the other words of a name stay readable. */
const HIDDEN: Form = { text: '\u0000', lower: '\u0000', kind: 'mark', known: [] };

const NUMBERS: ReadonlySet<string> = new Set(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
   seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
   million billion trillion hundreds thousands millions billions dozens dozen half quarter third first
   second fourth fifth sixth seventh eighth ninth tenth double triple twice scores tens`.split(
    /\s+/,
  ),
);

function cover(
  tokens: readonly Token[],
  spans: readonly { start: number; end: number }[],
  mark: (index: number, which: number) => void,
): void {
  let index = 0;
  for (const [which, span] of spans.entries()) {
    while (index < tokens.length && tokens[index]!.end <= span.start) index++;
    for (let inside = index; inside < tokens.length && tokens[inside]!.start < span.end; inside++) {
      mark(inside, which);
    }
  }
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
