import type { Mention } from '../../article/schema.ts';
import type { Scene } from '../scene.ts';
import { isVerb } from './clauses.ts';

/*
 * How a name stands to a figure of its sentence.
 */

/** Verbs whose object suffers, wherever it stands in the clause. */
export const STRIKES =
  /^(?:hit|hits|hitting|targeted|targeting|target|targets|attacked|attacking|affected|affecting|struck|striking|against|on|involving|breached|compromised|infected|infecting|crippled|cost|costing|costs|owed|at|across|throughout|within|inside)$/;
const PLACES =
  /^(?:of|toward|towards|in|on|at|against|across|for|within|throughout|inside|to|into|among|from|by|involving|targeting|belonging|affecting|hitting|between)$/;

/**
 * "the Dubai-based exchange Bybit", "the hospital X in Krakow": a place that only tells where the
 * named thing is stands back behind it.
 */
export function describes(
  scene: Scene,
  mention: Mention,
  place: { start: number; end: number },
): number {
  if (mention.type !== 'country' && mention.type !== 'place') return 0;
  const { tokens } = scene;
  const named = (index: number) => {
    const other = scene.mentions[scene.mentionAt(index)];
    return other !== undefined && /^(?:organization|government_body|event)$/.test(other.type);
  };
  for (let at = place.end; at < Math.min(tokens.length, place.end + 5); at++) {
    if (named(at)) return 24;
    if (isVerb(scene.tags()[at]) && !/^based$/.test(tokens[at]!.lower)) break;
    if (tokens[at]!.kind === 'mark' && tokens[at]!.lower !== '-') break;
    if (PLACES.test(tokens[at]!.lower)) break;
  }
  return /^(?:in|of)$/.test(tokens[place.start - 1]?.lower ?? '') && named(place.start - 2)
    ? 14
    : 0;
}

/** "Chinese hackers", "the Iran-linked group": the name tells whence the attackers come. */
export function attacksAs(scene: Scene, end: number): boolean {
  const { tokens } = scene;
  for (let at = end; at < Math.min(tokens.length, end + 5); at++) {
    const word = tokens[at]!.lower;
    if (
      /^(?:hackers?|attackers?|spies|operatives|cybercriminals?|gangs?|criminals|actors|cyberspies|linked|backed|sponsored|affiliated|aligned|apt|apts|hacking|spyware)$/.test(
        word,
      )
    )
      return true;
    if (isVerb(scene.tags()[at]) || (tokens[at]!.kind === 'mark' && word !== '-')) return false;
  }
  return false;
}

/** The preposition that leads from the figure to a name, over at most a few modifiers. */
export function preposition(scene: Scene, index: number, least: number): string {
  const { tokens } = scene;
  for (let at = index - 1; at >= Math.max(least, index - 5); at--) {
    const word = tokens[at]!.lower;
    if (PLACES.test(word)) return word;
    const verb = isVerb(scene.tags()[at]) && !word.endsWith('ing');
    if (tokens[at]!.kind === 'mark' || verb) return '';
  }
  return '';
}

export function verbBetween(scene: Scene, from: number, to: number): boolean {
  const tags = scene.tags();
  for (let at = from; at < to; at++) {
    if (tags[at] === 'AUX' || (tags[at] === 'VERB' && !/(?:ing|ed)$/.test(scene.tokens[at]!.lower)))
      return true;
  }
  return false;
}

/** "the Fed's 12 branches": nothing but modifiers between the 's and the number. */
export function isPossessor(scene: Scene, end: number, start: number): boolean {
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
export function isSubject(scene: Scene, place: { start: number; end: number }): boolean {
  const tags = scene.tags();
  const before = scene.tokens[place.start - 1]?.lower ?? '';
  const leader = /^(?:the|its|their|a|an)$/.test(before)
    ? (scene.tokens[place.start - 2]?.lower ?? '')
    : before;
  if (/^(?:under|in|by|of|per|at|on|from|for|to|with|via|against)$/.test(leader)) return false;
  for (let at = place.end; at < Math.min(scene.tokens.length, place.end + 9); at++) {
    if (isVerb(tags[at])) return true;
    if (/^(?:[;:.]|and|or|of|in)$/.test(scene.tokens[at]!.lower)) return false;
  }
  return false;
}

/** The one and the two words in front of a name, its article passed over. */
export function leadsTo(scene: Scene, start: number): { one: string; two: string } {
  const word = (at: number) => scene.tokens[at]?.lower ?? '';
  const at = /^(?:the|its|their|a|an)$/.test(word(start - 1)) ? start - 1 : start;
  return { one: word(at - 1), two: `${word(at - 2)} ${word(at - 1)}` };
}
