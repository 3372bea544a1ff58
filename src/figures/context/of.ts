import type { Mention } from '../../article/schema.ts';
import type { Scene } from '../scene.ts';
import type { ArticleScenes } from './article-scenes.ts';
import { clausesOf, isVerb, tokensOf } from './clauses.ts';
import {
  type Around,
  anaphorBehind,
  type Counted,
  ownerAgain,
  pronounBefore,
  topicBefore,
  WORTH,
} from './topic.ts';

/** Counted heads that attack rather than suffer. */
const ATTACKER =
  /^(?:hacker|attacker|operative|spy|criminal|cybercriminal|actor|adversary|gang|suspect|perpetrator|defendant|conspirator|fraudster|scammer|thief|intruder|cyberspy|affiliate|cyberattacker|militant|insurgent|terrorist|mercenary|proxy|group)$/;
/** Verbs whose object suffers, wherever it stands in the clause. */
const STRIKES =
  /^(?:hit|hits|hitting|targeted|targeting|target|targets|attacked|attacking|affected|affecting|struck|striking|against|on|involving|breached|compromised|infected|infecting|crippled|cost|costing|costs|owed|at|across|throughout|within|inside)$/;
const PLACES =
  /^(?:of|toward|towards|in|on|at|against|across|for|within|throughout|inside|to|into|among|from|by|involving|targeting|belonging|affecting|hitting|between)$/;

/** Counted heads that belong to nobody: kinds, ways and reasons. */
const ABSTRACT =
  /^(?:type|kind|way|factor|reason|category|step|pillar|goal|principle|point|example|question|issue|area|measure|recommendation|phase|component|element|aspect|lesson|scenario|theme|trend|thing|idea|part|approach|option|method|stage|form|level|layer|mitigation|fact|problem|challenge|conclusion|argument|objective|priority|dimension|criterion|condition|condition|takeaway|tip|rule|workaround|concept|angle|consideration)$/;
const MEMBER = /^(?:country|nation|state|government|economy|territory)$/;
/** Counted heads that are told of an article's topic even where the sentence does not name it. */
const INCIDENT =
  /(?:attack|incident|breach|intrusion|attempt|case|victim|report|record|account|device|site|system|server|network|computer|employee|worker|staffer|customer|user|file|document|branch|office|money|multiple|company|firm|startup)$/;

/**
 * The entity that a figure is about: one inside its own words, its possessor, what stands behind "in"
 * or "on", the subject of its clause; else, where a pronoun or "the company" takes its place, the
 * topic of the sentence before.
 */
export function ofOf(
  scenes: ArticleScenes,
  sentence: number,
  figure: Counted,
  around: Around,
): string | null {
  const scene = scenes.at(sentence);
  if (figure.kind === 'count' && figure.unit && ABSTRACT.test(figure.unit)) {
    // "three types of attack"; "two mitigations to this flaw" are about it
    return anaphorBehind(scenes, sentence, figure);
  }
  if (figure.kind === 'count' && figure.unit && isAttacker(scene, figure)) return null;
  const clauses = clausesOf(scene);
  let best: string | null = null;
  let most = 34;
  const member = figure.kind === 'count' && MEMBER.test(figure.unit ?? '');
  for (const mention of scene.mentions) {
    const worth = WORTH[mention.type];
    if (worth === undefined) continue;
    const place = tokensOf(scene, mention);
    // "US $5": the country is the sign's
    if (/^[$€£¥₹]$/.test(scene.tokens[place.end]?.text ?? '')) continue;
    let score = worth + scoreOf(scene, clauses, figure, place) - describes(scene, mention, place);
    if (
      score < 90 &&
      around.tellers.some((teller) => teller.start <= place.start && place.end <= teller.end)
    ) {
      score = speaksOfItself(scene, place.end, figure) ? 66 : mention.type === 'country' ? 40 : 20;
    }
    // "15 countries signed": only what stands with them says whose they are
    if (member && score < 75) score = 0;
    if (score > most) {
      most = score;
      best = mention.name;
    }
  }
  if (around.before && most < 64 && sharesClause(scene, clauses, around.before, figure.start)) {
    return around.before.of;
  }
  // "the team received 600,000 reports": they are about whom they name, or nobody
  if (handles(scene, Math.max(0, figure.start - 8), figure)) return most >= 75 ? best : null;
  const owner = ownerAgain(scene, figure);
  if (owner && most < 90) {
    const topic = topicBefore(scenes, sentence, owner, scene);
    if (topic) return topic;
  }
  if ((best && most >= 45) || member) return best;
  const again = pronounBefore(scene, clauses, figure, around);
  if (again) {
    const topic = topicBefore(scenes, sentence, again, scene);
    if (topic) return topic;
  }
  if (best) return best;
  return INCIDENT.test(figure.unit ?? figure.kind) ? around.topic : null;
}

/** "X said they had 10,000 employees": the teller tells of itself. */
function speaksOfItself(scene: Scene, from: number, figure: Counted): boolean {
  for (let at = from; at < figure.start; at++) {
    if (/^(?:they|it|its|their|we|our|itself)$/.test(scene.tokens[at]!.lower)) return true;
  }
  return false;
}

/** The figure before it stands in the same clause and nothing else came between as a subject. */
function sharesClause(
  scene: Scene,
  clauses: Uint8Array,
  { end, of }: { readonly end: number; readonly of: string },
  start: number,
): boolean {
  if (Math.abs(clauses[end - 1]! - clauses[start]!) > 1) return false;
  for (let at = end; at < start; at++) {
    const which = scene.mentionAt(at);
    if (which >= 0 && scene.mentions[which]!.name !== of) return false;
  }
  return true;
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
  place: { start: number; end: number },
): number {
  const { tokens } = scene;
  if (place.start >= figure.start && place.end <= figure.end) return 100;
  const crossed = Math.abs(clauses[place.start]! - clauses[figure.start]!);
  const before = tokens[place.start - 1]?.lower ?? '';
  if (place.start >= figure.end) {
    // "the $1 trillion Infrastructure Act"
    if (place.start === figure.end && figure.kind === 'money') return 88;
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
    const strikes = !joint && strikesBefore(scene, place.start, figure.end);
    let score = joint ? 84 : strikes ? 74 : 44;
    if (joint === 'by') score = 50;
    if (joint === 'to' && figure.kind === 'count') score = 58;
    // "on Japan Olympics sites": the nearer to the head
    if (scene.mentionAt(place.end) >= 0) score -= 6;
    if (!strikes && verbBetween(scene, figure.end, place.start)) score -= 22;
    for (let at = figure.end; at < place.start; at++) if (tokens[at]!.text === ',') score -= 24;
    if (figure.kind === 'rank') return 36 - gap;
    return score - gap * (strikes ? 0.8 : 1.5) - crossed * 12;
  }
  const gap = figure.start - place.end;
  if (isPossessor(scene, place.end, figure.start)) return 92;
  // "hackers working for X"
  const leader = `${tokens[place.start - 2]?.lower ?? ''} ${before}`;
  if (/^(?:working for|linked to|tied to|backed by|loyal to|sponsored by|behalf of)$/.test(leader))
    return 10;
  // "Australia pays A$28 million, Japan 1.2 billion yen"
  if (gap === 0 && figure.kind !== 'rank') return 86;
  if (attacksAs(scene, place.end) || handles(scene, place.end, figure)) return 12;
  if (STRIKES.test(before)) return 62 - gap - crossed * 10;
  const score = isSubject(scene, place) ? 66 : figure.kind === 'rank' ? 56 : 46;
  return score - gap * 0.8 - crossed * 8;
}

/**
 * "the Dubai-based exchange Bybit", "the hospital X in Krakow": a place that only tells where the
 * named thing is stands back behind it.
 */
function describes(scene: Scene, mention: Mention, place: { start: number; end: number }): number {
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

/** "a raid that hit computer giant X": a verb of harm stands before the name's phrase. */
function strikesBefore(scene: Scene, index: number, least: number): boolean {
  const { tokens } = scene;
  for (let at = index - 1; at >= Math.max(least, index - 5); at--) {
    if (STRIKES.test(tokens[at]!.lower)) return true;
    if (tokens[at]!.kind === 'mark') return false;
  }
  return false;
}

/** "Chinese hackers", "the Iran-linked group": the name tells whence the attackers come. */
function attacksAs(scene: Scene, end: number): boolean {
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

/** "X received 2,400 complaints": cases that a body merely handles are not about it. */
function handles(scene: Scene, end: number, figure: Counted): boolean {
  const cases = CASE.test(figure.kind === 'count' ? (figure.unit ?? 'case') : figure.kind);
  for (let at = end; at < figure.start; at++) {
    const word = scene.tokens[at]!.lower;
    if (HANDLES.test(word) || (cases && HANDLES_CASES.test(word))) return true;
  }
  return false;
}
const HANDLES =
  /^(?:indicted|charged|arrested|prosecuted|sanctioned|sanctioning|extradited|convicted|sentenced|blocked|blocks|blacklisted|offered|offers|offering|puts|put|valued|looked|ranked|tracked|tracks|tracking|linked|obtained|spotted|analyzed|analysed|attributed|uncovered|monitors|monitoring|monitored|surveyed|interviewed|polled|observed|examined|studied)$/;
const HANDLES_CASES =
  /^(?:receives?|received|receiving|handled|handles|handling|investigated|investigates|investigating|processed|reviewed|fielded|counted|counts|logged|logs|classed|recorded|records|tallied|tracked|observed|responded)$/;
const CASE =
  /(?:complaint|report|incident|case|attack|intrusion|probe|threat|tip|call|breach|percent|money|email|query|application|request|submission|event)$/;

/** The preposition that leads from the figure to a name, over at most a few modifiers. */
function prepositionBefore(scene: Scene, index: number, least: number): string {
  const { tokens } = scene;
  for (let at = index - 1; at >= Math.max(least, index - 5); at--) {
    const word = tokens[at]!.lower;
    if (PLACES.test(word)) return word;
    const verb = isVerb(scene.tags()[at]) && !word.endsWith('ing');
    if (tokens[at]!.kind === 'mark' || verb) return '';
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
