import type { EntityType, Mention } from '../../article/schema.ts';
import { tokenAt } from '../../language/tokens.ts';
import { anyOf } from '../../language/word-set.ts';
import type { Scene } from '../scene.ts';
import type { ArticleScenes } from './article-scenes.ts';
import { isVerb } from './clauses.ts';
import { isIngOrEd } from './of-relations.ts';

/*
 * What a pronoun or a common noun stands for, and what an article is about.
 */

/** What is known around a figure. */
export interface Around {
  /** Words that only name who tells. */
  readonly tellers: readonly { readonly start: number; readonly end: number }[];
  /** The figure before it in the sentence, where it has an entity. */
  readonly before: { readonly end: number; readonly of: string } | null;
  /** That of the last figure of the sentence before in its paragraph; undefined where none is. */
  readonly last: string | null | undefined;
  /** The entity that the whole article is about, where there plainly is one. */
  readonly topic: string | null;
  /** The one that it names most, plainly or not. */
  readonly first: string | null;
  /** The country that it names most. */
  readonly land: string | null;
}

/** A figure's place in its sentence and what it counts. */
export interface Counted {
  /** Token indexes, half-open. */
  readonly start: number;
  readonly end: number;
  readonly unit: string | null;
  readonly kind: string;
}

const isAgain = anyOf(
  `it they we its their our he she company agency firm bank country nation government city bureau
   organization organisation hospital university state ministry department business victim network
   operator group continent region bloc unit council provider school regulator airline insurer telco
   carrier retailer manufacturer utility port this these those vulnerability flaw bug event games attack
   attacks incident incidents breach site team`,
);
const isPronoun = anyOf('it they its their these those');
const isOfSpeaker = anyOf('we our he she');
const isDemonstrative = anyOf('the this that these those');
const governs = anyOf('of in to by for and with from at on');

/** "the central bank's 12 branches": the owner by a common noun, or null. */
export function ownerAgain(scene: Scene, figure: Counted): string | null {
  const { tokens } = scene;
  for (let at = figure.start - 1; at > Math.max(1, figure.start - 4); at--) {
    const word = tokens[at]!.lower;
    if (word === "'s" || word === "'") {
      const owner = tokens[at - 1]!;
      return isAgain(owner) && scene.mentionAt(at - 1) < 0 ? owner.lower : null;
    }
    if (tokens[at]!.kind === 'mark' || isVerb(scene.tags()[at])) return null;
  }
  return null;
}

/** The word in the figure's clause that stands for something named before, or null. */
export function pronounBefore(
  scene: Scene,
  clauses: Uint8Array,
  figure: Counted,
  around: Around,
): string | null {
  const { tokens } = scene;
  for (let at = figure.end - 1; at >= Math.max(0, figure.start - 26); at--) {
    // "the company, which runs 27 hotels": the noun stands a clause before
    if (Math.abs(clauses[figure.start]! - clauses[at]!) > 1) break;
    const token = tokens[at]!;
    if (!isAgain(token) || scene.mentionAt(at) >= 0) continue;
    if (around.tellers.some((teller) => teller.start <= at && at < teller.end)) continue;
    if (isPronoun(token)) return token.lower;
    if (isOfSpeaker(token)) continue;
    // "the Reno, Nevada-based company"
    for (let back = at - 1; back >= Math.max(0, at - 7); back--) {
      const before = tokens[back]!;
      if (isDemonstrative(before)) return token.lower;
      if (governs(before) || (isVerb(scene.tags()[back]) && !isIngOrEd(before))) break;
    }
  }
  for (let at = figure.end; at < Math.min(tokens.length, figure.end + 5); at++) {
    const token = tokens[at]!;
    if (isDemonstrative(token) && token.lower !== 'those' && isAgain(tokens[at + 1])) {
      return tokens[at + 1]!.lower;
    }
  }
  return null;
}

/** Kinds of names that a text tells of, but that no figure is about. */
export const isNoTopic = ({ type }: Mention): boolean =>
  type === 'person' || type === 'malware' || type === 'threat_actor' || type === 'legal_instrument';

const POINTING: ReadonlySet<string> = new Set('it its they their these those this'.split(' '));

/**
 * Whom a pronoun or a common noun may stand for: at most three names, the likeliest first. Those
 * in front of it in its own sentence come before those of the sentences before.
 */
export function antecedents(
  scenes: ArticleScenes,
  sentence: number,
  word: string,
  start: number,
  tellers: Around['tellers'],
): readonly string[] {
  const own = scenes.at(sentence);
  const limit = own.tokens[start]?.start ?? 0;
  const pronoun = POINTING.has(word);
  const found: string[] = [];
  const add = (name: string) => {
    if (!found.includes(name) && found.length < 3) found.push(name);
  };
  for (const mention of own.mentions) {
    if (mention.end > limit || !fits(word, mention)) continue;
    const teller = tellers.some(
      (each) =>
        own.tokens[each.start]!.start <= mention.start &&
        mention.end <= (own.tokens[each.end - 1]?.end ?? 0),
    );
    if (pronoun || !teller) add(mention.name);
  }
  for (let back = 1; back <= 5 && sentence - back >= 0 && found.length < 2; back++) {
    if (scenes.sentences[sentence - back]!.kind === 'heading') continue;
    const wanted = scenes.mentionsIn(sentence - back).filter((mention) => fits(word, mention));
    const silent = wanted.filter(
      (mention) => COMPANIES.has(word) || !tells(scenes, sentence - back, mention),
    );
    for (const mention of silent.length > 0 ? silent.slice(0, 2) : wanted.slice(0, 1))
      add(mention.name);
  }
  return found;
}

const COMPANIES: ReadonlySet<string> = new Set(
  `company firm bank hospital university network operator group provider school airline insurer telco
   carrier retailer manufacturer utility business`.split(/\s+/),
);

/** Kinds of names that a common noun may stand for. */
const KINDS = new Map<string, ReadonlySet<EntityType>>();
const standFor = (words: string, ...kinds: EntityType[]) => {
  for (const word of words.split(' ')) KINDS.set(word, new Set(kinds));
};
standFor('vulnerability flaw bug', 'vulnerability');
standFor('country nation state', 'country');
standFor('event games', 'event');
standFor('continent region city', 'place');
standFor('bloc organisation organization', 'international_body', 'organization');
standFor([...COMPANIES].join(' '), 'organization');
standFor('bank', 'organization', 'government_body');
standFor(
  'agency bureau ministry department council regulator government unit',
  'government_body',
  'international_body',
  'organization',
);
standFor('he she', 'person');

function fits(word: string, mention: Mention): boolean {
  const kinds = KINDS.get(word);
  return kinds ? kinds.has(mention.type) : !isNoTopic(mention) && mention.type !== 'vulnerability';
}

/** "X said", "according to X", "told X": the name is a teller's or a newspaper's. */
function tells(scenes: ArticleScenes, sentence: number, mention: Mention): boolean {
  const { tokens } = scenes.sentences[sentence]!;
  if (isTelling(tokens[tokenAt(tokens, mention.end)])) return true;
  const start = tokenAt(tokens, mention.start);
  const before = tokens[start - 1]?.lower;
  return before === 'told' || (before === 'to' && tokens[start - 2]?.lower === 'according');
}
const isTelling = anyOf(
  `said says added told reported warned noted saw explained wrote found obtained observed tracked discovered
   identified analyzed analysed estimates estimated counted surveyed`,
);

/** What an article is about: the entity that it names most, counted more in its title. */
export function topicOf(scenes: ArticleScenes): Pick<Around, 'topic' | 'first' | 'land'> {
  const votes = new Map<string, number>();
  const lands = new Map<string, number>();
  let total = 0;
  for (const { index, kind } of scenes.sentences) {
    for (const mention of scenes.mentionsIn(index)) {
      if (isNoTopic(mention) || mention.type === 'vulnerability') continue;
      const vote = kind === 'title' ? 3 : 1;
      if (mention.type === 'country') {
        lands.set(mention.name, (lands.get(mention.name) ?? 0) + vote);
      }
      if (kind !== 'title' && tells(scenes, index, mention)) continue;
      total += vote;
      votes.set(mention.name, (votes.get(mention.name) ?? 0) + vote);
    }
  }
  const [first, most] = mostOf(votes);
  const [land, often] = mostOf(lands);
  return {
    topic: most >= 4 && most / total >= 0.25 ? first : null,
    first,
    land: often >= 3 ? land : null,
  };
}

function mostOf(votes: ReadonlyMap<string, number>): [name: string | null, votes: number] {
  let first: string | null = null;
  let most = 0;
  for (const [name, vote] of votes) {
    if (vote > most) [first, most] = [name, vote];
  }
  return [first, most];
}
