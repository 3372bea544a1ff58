import type { Mention } from '../../article/schema.ts';
import type { Scene } from '../scene.ts';
import type { ArticleScenes } from './article-scenes.ts';
import { clausesOf, isVerb, tokensOf } from './clauses.ts';

/** What `of` may name, and how readily. */
const WORTH: Readonly<Record<string, number>> = {
  country: 0,
  place: -2,
  government_body: 0,
  international_body: 0,
  organization: 0,
  event: -2,
  vulnerability: -4,
  person: -25,
  legal_instrument: -30,
};

/** Counted heads that attack rather than suffer. */
const ATTACKER =
  /^(?:hacker|attacker|operative|spy|criminal|cybercriminal|actor|adversary|gang|suspect|perpetrator|defendant|conspirator|fraudster|scammer|thief|intruder|cyberspy|affiliate|cyberattacker|militant|insurgent|terrorist|mercenary|proxy|group)$/;
/** Verbs whose object suffers, wherever it stands in the clause. */
const STRIKES =
  /^(?:hit|hits|hitting|targeted|targeting|target|targets|attacked|attacking|affected|affecting|struck|striking|against|on|involving|breached|compromised|infected|infecting|crippled|cost|costing|costs|owed|at|across|throughout|within|inside)$/;
const PLACES =
  /^(?:of|in|on|at|against|across|for|within|throughout|inside|to|into|among|from|by|involving|targeting|belonging|affecting|hitting|between)$/;
const AGAIN =
  /^(?:it|they|we|its|their|our|he|she|company|agency|firm|bank|country|nation|government|city|bureau|organization|organisation|hospital|university|state|ministry|department|business|victim|network|operator|group|continent|region|bloc|unit|council|provider|this|these|those|vulnerability|flaw|bug|event|games|attack|attacks|incident|incidents|breach|site|team)$/;

/** A figure's place in its sentence and what it counts. */
export interface Counted {
  /** Token indexes, half-open. */
  readonly start: number;
  readonly end: number;
  readonly unit: string | null;
  readonly kind: string;
}

/**
 * The entity that a figure is about: one inside its own words, its possessor, what stands behind "in"
 * or "on", the subject of its clause; else, where a pronoun or "the company" takes its place, the
 * topic of the sentence before.
 */
export function ofOf(
  scenes: ArticleScenes,
  sentence: number,
  figure: Counted,
  source: string | null,
): string | null {
  const scene = scenes.at(sentence);
  if (figure.kind === 'count' && figure.unit && isAttacker(scene, figure)) return null;
  const clauses = clausesOf(scene);
  let best: string | null = null;
  let most = 34;
  for (const mention of scene.mentions) {
    const worth = WORTH[mention.type];
    if (worth === undefined) continue;
    const place = tokensOf(scene, mention);
    const score = worth + scoreOf(scene, clauses, figure, mention, place, source);
    if (score > most) {
      most = score;
      best = mention.name;
    }
  }
  if (most >= 60) return best;
  const again = pronounBefore(scene, clauses, figure);
  if (again) {
    const topic = topicBefore(scenes, sentence, again, scene);
    if (topic) return topic;
  }
  return best;
}

function isAttacker(scene: Scene, figure: Counted): boolean {
  const unit = figure.unit!;
  if (!ATTACKER.test(unit)) return false;
  if (unit !== 'group' && unit !== 'proxy') return true;
  for (let at = figure.start; at < figure.end; at++) {
    if (
      /^(?:hack|ransom|threat|cyber|crimin|apt|espionage|extortion|malicious|attack)/.test(
        scene.tokens[at]!.lower,
      )
    )
      return true;
  }
  return false;
}

function scoreOf(
  scene: Scene,
  clauses: Uint8Array,
  figure: Counted,
  mention: Mention,
  place: { start: number; end: number },
  source: string | null,
): number {
  const { tokens } = scene;
  if (place.start >= figure.start && place.end <= figure.end) return 100;
  const crossed = Math.abs(clauses[place.start]! - clauses[figure.start]!);
  const before = tokens[place.start - 1]?.lower ?? '';
  if (place.start >= figure.end) {
    const gap = place.start - figure.end;
    const joint = prepositionBefore(scene, place.start, figure.end);
    if (
      /^(?:by|from|via)$/.test(joint) &&
      figure.unit &&
      /attack|breach|intrusion|probe|incident/.test(figure.unit)
    ) {
      return 10;
    }
    // "paid $4 million to X": the receiver is not the payer
    if (joint === 'to' && figure.kind === 'money') return 30 - crossed * 8;
    let score = joint ? 84 : STRIKES.test(before) ? 74 : 44;
    if (joint === 'by' || joint === 'from') score -= 14;
    if (verbBetween(scene, figure.end, place.start)) score -= 22;
    return score - gap * 1.5 - crossed * 12;
  }
  const gap = figure.start - place.end;
  if (isPossessor(scene, place.end, figure.start)) return 92;
  if (STRIKES.test(before)) return 62 - gap - crossed * 10;
  const subject = isSubject(scene, place);
  let score = subject ? 66 : 46;
  if (mention.name === source && subject && crossed > 0) score -= 14;
  return score - gap * 0.8 - crossed * 8;
}

/** The preposition that leads from the figure to a name, over at most a few modifiers. */
function prepositionBefore(scene: Scene, index: number, least: number): string {
  const { tokens } = scene;
  for (let at = index - 1; at >= Math.max(least, index - 5); at--) {
    const word = tokens[at]!.lower;
    if (PLACES.test(word)) return word;
    if (tokens[at]!.kind === 'mark' || isVerb(scene.tags()[at])) return '';
  }
  return '';
}

function verbBetween(scene: Scene, from: number, to: number): boolean {
  const tags = scene.tags();
  for (let at = from; at < to; at++) {
    if (tags[at] === 'AUX' || (tags[at] === 'VERB' && !/(?:ing|ed)$/.test(scene.tokens[at]!.lower)))
      return true;
  }
  return false;
}

/** "the Fed's 12 branches": nothing but modifiers between the 's and the number. */
function isPossessor(scene: Scene, end: number, start: number): boolean {
  const { tokens } = scene;
  if (start - end > 5 || start <= end) return false;
  const mark = tokens[end]!.lower;
  if (mark !== "'s" && mark !== "'") return false;
  for (let at = end + 1; at < start; at++) {
    if (tokens[at]!.kind === 'mark' || isVerb(scene.tags()[at])) return false;
  }
  return true;
}

/** A verb follows the name, over its own noun phrase: "Taiwan has faced", "X's board said". */
function isSubject(scene: Scene, place: { start: number; end: number }): boolean {
  const tags = scene.tags();
  for (let at = place.end; at < Math.min(scene.tokens.length, place.end + 9); at++) {
    if (isVerb(tags[at])) return true;
    if (/^(?:[;:.]|and|or|of|in)$/.test(scene.tokens[at]!.lower)) return false;
  }
  return false;
}

/** The word in the figure's clause that stands for something named before, or null. */
function pronounBefore(scene: Scene, clauses: Uint8Array, figure: Counted): string | null {
  const { tokens } = scene;
  for (let at = figure.start - 1; at >= Math.max(0, figure.start - 24); at--) {
    if (clauses[figure.start]! - clauses[at]! > 1) break;
    const word = tokens[at]!.lower;
    if (!AGAIN.test(word) || scene.mentionAt(at) >= 0) continue;
    if (/^(?:it|they|we|its|their|our|he|she|these|those)$/.test(word)) return word;
    if (/^(?:the|this|that|these|those)$/.test(tokens[at - 1]?.lower ?? '')) return word;
    if (/^(?:the|this|that)$/.test(tokens[at - 2]?.lower ?? '')) return word;
  }
  for (let at = figure.end; at < Math.min(tokens.length, figure.end + 8); at++) {
    const word = tokens[at]!.lower;
    if (
      /^(?:the|this|that|these|its|their)$/.test(word) &&
      AGAIN.test(tokens[at + 1]?.lower ?? '')
    ) {
      return tokens[at + 1]!.lower;
    }
    if (/^(?:its|their|our)$/.test(word)) return word;
  }
  return null;
}

const NOT_A_TOPIC = /^(?:person|malware|threat_actor|legal_instrument)$/;

/** What the sentences before were about: the subject of the last that names anything. */
function topicBefore(
  scenes: ArticleScenes,
  sentence: number,
  word: string,
  own: Scene,
): string | null {
  // "X said its …": a pronoun's own sentence names it
  const inside = own.mentions.filter((mention) => !NOT_A_TOPIC.test(mention.type));
  if (/^(?:it|its|they|their)$/.test(word) && inside.length > 0) return null;
  for (let back = 1; back <= 4 && sentence - back >= 0; back++) {
    const scene = scenes.at(sentence - back);
    if (scenes.sentences[sentence - back]!.kind === 'heading') continue;
    const wanted = scene.mentions.filter((mention) => fits(word, mention));
    if (wanted.length > 0) return wanted[0]!.name;
  }
  return null;
}

function fits(word: string, mention: Mention): boolean {
  if (/^(?:vulnerability|flaw|bug)$/.test(word)) return mention.type === 'vulnerability';
  if (/^(?:country|nation)$/.test(word)) return mention.type === 'country';
  if (/^(?:event|games)$/.test(word)) return mention.type === 'event';
  if (/^(?:continent|region|city)$/.test(word)) return mention.type === 'place';
  return !NOT_A_TOPIC.test(mention.type) && mention.type !== 'vulnerability';
}
