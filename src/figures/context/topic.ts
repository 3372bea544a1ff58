import type { Mention } from '../../article/schema.ts';
import type { Scene } from '../scene.ts';
import type { ArticleScenes } from './article-scenes.ts';
import { isVerb } from './clauses.ts';

/*
 * What a pronoun or a common noun stands for, and what an article is about.
 */

/** What `of` may name, and how readily. */
export const WORTH: Readonly<Record<string, number>> = {
  country: 0,
  place: -2,
  government_body: 0,
  international_body: 0,
  organization: 0,
  event: -2,
  vulnerability: -4,
  person: -25,
  legal_instrument: -6,
};

/** What is known around a figure. */
export interface Around {
  /** Words that only name who tells. */
  readonly tellers: readonly { readonly start: number; readonly end: number }[];
  /** The figure before it in the sentence, where it has an entity. */
  readonly before: { readonly end: number; readonly of: string } | null;
  /** The entity that the whole article is about, where there plainly is one. */
  readonly topic: string | null;
}

/** A figure's place in its sentence and what it counts. */
export interface Counted {
  /** Token indexes, half-open. */
  readonly start: number;
  readonly end: number;
  readonly unit: string | null;
  readonly kind: string;
}

const AGAIN =
  /^(?:it|they|we|its|their|our|he|she|company|agency|firm|bank|country|nation|government|city|bureau|organization|organisation|hospital|university|state|ministry|department|business|victim|network|operator|group|continent|region|bloc|unit|council|provider|school|regulator|airline|insurer|telco|carrier|retailer|manufacturer|utility|port|this|these|those|vulnerability|flaw|bug|event|games|attack|attacks|incident|incidents|breach|site|team)$/;

/** "two fixes for this vulnerability": what the anaphor right behind the figure stands for. */
export function anaphorBehind(
  scenes: ArticleScenes,
  sentence: number,
  figure: Counted,
): string | null {
  const scene = scenes.at(sentence);
  const { tokens } = scene;
  for (let at = figure.end; at < Math.min(tokens.length, figure.end + 2); at++) {
    if (!/^(?:to|for|of|in|against)$/.test(tokens[at]!.lower)) continue;
    const which = scene.mentionAt(at + 1);
    if (
      which >= 0 &&
      WORTH[scene.mentions[which]!.type] !== undefined &&
      tokens[at]!.lower !== 'of'
    ) {
      return scene.mentions[which]!.name;
    }
    const word = tokens[at + 2]?.lower ?? '';
    if (!/^(?:this|these|the)$/.test(tokens[at + 1]?.lower ?? '') || !AGAIN.test(word)) continue;
    return topicBefore(scenes, sentence, word, scene);
  }
  return null;
}

/** "the central bank's 12 branches": the owner by a common noun, or null. */
export function ownerAgain(scene: Scene, figure: Counted): string | null {
  const { tokens } = scene;
  for (let at = figure.start - 1; at > Math.max(1, figure.start - 4); at--) {
    const word = tokens[at]!.lower;
    if (word === "'s" || word === "'") {
      const owner = tokens[at - 1]!.lower;
      return AGAIN.test(owner) && scene.mentionAt(at - 1) < 0 ? owner : null;
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
  for (let at = figure.start - 1; at >= Math.max(0, figure.start - 24); at--) {
    if (clauses[figure.start]! !== clauses[at]!) break;
    const word = tokens[at]!.lower;
    if (!AGAIN.test(word) || scene.mentionAt(at) >= 0) continue;
    if (around.tellers.some((teller) => teller.start <= at && at < teller.end)) continue;
    if (/^(?:it|they|its|their|these|those)$/.test(word)) return word;
    if (/^(?:we|our|he|she)$/.test(word)) continue;
    if (/^(?:the|this|that|these|those)$/.test(tokens[at - 1]?.lower ?? '')) return word;
    if (/^(?:the|this|that)$/.test(tokens[at - 2]?.lower ?? '')) return word;
  }
  for (let at = figure.end; at < Math.min(tokens.length, figure.end + 5); at++) {
    const word = tokens[at]!.lower;
    if (/^(?:the|this|that|these)$/.test(word) && AGAIN.test(tokens[at + 1]?.lower ?? '')) {
      return tokens[at + 1]!.lower;
    }
  }
  return null;
}

export const NOT_A_TOPIC = /^(?:person|malware|threat_actor|legal_instrument)$/;

/** What the sentences before were about: the subject of the last that names anything. */
export function topicBefore(
  scenes: ArticleScenes,
  sentence: number,
  word: string,
  own: Scene,
): string | null {
  // "X said its …": a pronoun's own sentence names it
  const inside = own.mentions.filter((mention) => !NOT_A_TOPIC.test(mention.type));
  if (/^(?:it|its|they|their)$/.test(word) && inside.length > 0) return null;
  if (/^(?:country|nation|event|games|city|region|continent|vulnerability|flaw|bug)$/.test(word)) {
    const here = own.mentions.find((mention) => fits(word, mention));
    if (here) return here.name;
  }
  for (let back = 1; back <= 5 && sentence - back >= 0; back++) {
    const scene = scenes.at(sentence - back);
    if (scenes.sentences[sentence - back]!.kind === 'heading') continue;
    const wanted = scene.mentions.filter(
      (mention) => fits(word, mention) && !tells(scenes, sentence - back, mention),
    );
    if (wanted.length > 0) return wanted[0]!.name;
  }
  return null;
}

export function fits(word: string, mention: Mention): boolean {
  if (/^(?:vulnerability|flaw|bug)$/.test(word)) return mention.type === 'vulnerability';
  if (/^(?:country|nation)$/.test(word)) return mention.type === 'country';
  if (/^(?:event|games)$/.test(word)) return mention.type === 'event';
  if (/^(?:continent|region|city)$/.test(word)) return mention.type === 'place';
  return !NOT_A_TOPIC.test(mention.type) && mention.type !== 'vulnerability';
}

/** "X said", "according to X", "told X": the name is a teller's or a newspaper's. */
export function tells(scenes: ArticleScenes, sentence: number, mention: Mention): boolean {
  const { tokens } = scenes.sentences[sentence]!;
  const at = tokens.findIndex((token) => token.start >= mention.end);
  const next = at < 0 ? '' : tokens[at]!.lower;
  const start = tokens.findIndex((token) => token.start >= mention.start);
  const before = `${tokens[start - 2]?.lower ?? ''} ${tokens[start - 1]?.lower ?? ''}`;
  return (
    /^(?:said|says|added|told|reported|warned|noted|saw|explained|wrote|found|obtained|observed|tracked|discovered|identified|analyzed|analysed|estimates|estimated|counted|surveyed)$/.test(
      next,
    ) || /(?:according to| told)$/.test(before)
  );
}

/** The entity that an article names most, counted more in its title; null where none stands out. */
export function topicOf(scenes: ArticleScenes): string | null {
  const votes = new Map<string, number>();
  let total = 0;
  for (const { index, kind } of scenes.sentences) {
    for (const mention of scenes.mentionsIn(index)) {
      if (NOT_A_TOPIC.test(mention.type) || mention.type === 'vulnerability') continue;
      const vote = kind === 'title' ? 3 : 1;
      if (kind !== 'title' && tells(scenes, index, mention)) continue;
      total += vote;
      votes.set(mention.name, (votes.get(mention.name) ?? 0) + vote);
    }
  }
  let best: string | null = null;
  let most = 0;
  for (const [name, vote] of votes) {
    if (vote > most) [best, most] = [name, vote];
  }
  if (process.env.TOPIC)
    console.error(best, most, total, [...votes].sort((a, b) => b[1] - a[1]).slice(0, 4));
  return most >= 4 && most / total >= 0.25 ? best : null;
}
