import type { Mention } from '../../article/schema.ts';
import type { Token } from '../../language/tokens.ts';
import { anyOf } from '../../language/word-set.ts';
import type { Scene } from '../scene.ts';
import { isVerb } from './clauses.ts';

/*
 * How a name stands to a figure of its sentence.
 */

/** Verbs whose object suffers, wherever it stands in the clause. */
export const strikes = anyOf(
  `hit hits hitting targeted targeting target targets attacked attacking affected affecting struck
   striking against on involving breached compromised infected infecting crippled cost costing costs
   owed at across throughout within inside`,
);
const leadsToPlace = anyOf(
  `of toward towards in on at against across for within throughout inside to into among from by
   involving targeting belonging affecting hitting between`,
);
const isInOrOf = anyOf('in of');
const isAttacking = anyOf(
  `hacker hackers attacker attackers spies operatives cybercriminal cybercriminals gang gangs criminals
   actors cyberspies linked backed sponsored affiliated aligned apt apts hacking spyware`,
);
const opensName = anyOf('the its their a an');
const governs = anyOf('under in by of per at on from for to with via against');
const endsSubject = anyOf('; : . and or of in');

/**
 * "the Dubai-based exchange Bybit", "the hospital X in Krakow": a place only tells where the named
 * thing is that stands behind it or in front.
 */
export function describes(
  scene: Scene,
  mention: Mention,
  place: { start: number; end: number },
): boolean {
  if (mention.type !== 'country' && mention.type !== 'place') return false;
  const { tokens } = scene;
  const tags = scene.tags();
  for (let at = place.end; at < Math.min(tokens.length, place.end + 5); at++) {
    const token = tokens[at]!;
    if (isNamedThing(scene, at)) return true;
    if (isVerb(tags[at]) && token.lower !== 'based') break;
    if (token.kind === 'mark' && token.lower !== '-') break;
    if (leadsToPlace(token)) break;
  }
  return isInOrOf(tokens[place.start - 1]) && isNamedThing(scene, place.start - 2);
}

function isNamedThing(scene: Scene, index: number): boolean {
  const which = scene.mentionAt(index);
  if (which < 0) return false;
  const { type } = scene.mentions[which]!;
  return type === 'organization' || type === 'government_body' || type === 'event';
}

/** "Chinese hackers", "the Iran-linked group": the name tells whence the attackers come. */
export function attacksAs(scene: Scene, end: number): boolean {
  const { tokens } = scene;
  const tags = scene.tags();
  for (let at = end; at < Math.min(tokens.length, end + 5); at++) {
    const token = tokens[at]!;
    if (isAttacking(token)) return true;
    if (isVerb(tags[at]) || (token.kind === 'mark' && token.lower !== '-')) return false;
  }
  return false;
}

/** The preposition that leads from the figure to a name, over at most a few modifiers. */
export function preposition(scene: Scene, index: number, least: number): string {
  const { tokens } = scene;
  const tags = scene.tags();
  for (let at = index - 1; at >= Math.max(least, index - 5); at--) {
    const token = tokens[at]!;
    if (leadsToPlace(token)) return token.lower;
    if (token.kind === 'mark' || (isVerb(tags[at]) && !token.lower.endsWith('ing'))) return '';
  }
  return '';
}

export function verbBetween(scene: Scene, from: number, to: number): boolean {
  const tags = scene.tags();
  for (let at = from; at < to; at++) {
    if (tags[at] === 'AUX') return true;
    if (tags[at] === 'VERB' && !isIngOrEd(scene.tokens[at]!)) return true;
  }
  return false;
}

/** The word ends as participles do. */
export const isIngOrEd = ({ lower }: Token): boolean =>
  lower.endsWith('ing') || lower.endsWith('ed');

/** "the Fed's 12 branches": nothing but modifiers between the 's and the number. */
export function isPossessor(scene: Scene, end: number, start: number): boolean {
  const { tokens } = scene;
  if (start - end > 5 || start <= end) return false;
  const mark = tokens[end]!.lower;
  if (mark !== "'s" && mark !== "'") return false;
  const tags = scene.tags();
  for (let at = end + 1; at < start; at++) {
    if (tokens[at]!.kind === 'mark' || isVerb(tags[at])) return false;
  }
  return true;
}

/** A verb follows the name, over its own noun phrase: "Taiwan has faced", "X's board said". */
export function isSubject(scene: Scene, place: { start: number; end: number }): boolean {
  const { tokens } = scene;
  if (governs(leader(tokens, place.start, 1))) return false;
  const tags = scene.tags();
  for (let at = place.end; at < Math.min(tokens.length, place.end + 9); at++) {
    if (isVerb(tags[at])) return true;
    if (endsSubject(tokens[at])) return false;
  }
  return false;
}

/** The first, second, … token in front of a name, its article passed over. */
export function leader(tokens: readonly Token[], start: number, back: number): Token | undefined {
  return tokens[(opensName(tokens[start - 1]) ? start - 1 : start) - back];
}
