import type { Scene } from '../scene.ts';
import type { Counted } from './topic.ts';

/*
 * What kind of thing is counted, as far as it matters to whose it is.
 */

/** Counted heads that attack rather than suffer. */
const ATTACKER =
  /^(?:hacker|attacker|operative|spy|criminal|cybercriminal|actor|adversary|gang|suspect|perpetrator|defendant|conspirator|fraudster|scammer|thief|intruder|cyberspy|affiliate|cyberattacker|militant|insurgent|terrorist|mercenary|proxy|group)$/;

const ABSTRACT =
  /^(?:type|kind|way|factor|reason|category|step|pillar|goal|principle|point|example|question|issue|area|measure|recommendation|phase|component|element|aspect|lesson|scenario|theme|trend|thing|idea|part|approach|option|method|stage|form|level|layer|mitigation|fact|problem|challenge|conclusion|argument|objective|priority|dimension|criterion|condition|takeaway|tip|rule|workaround|concept|angle|consideration|page|risk)$/;

const MEMBER = /^(?:country|nation|state|government|economy|territory|capital|jurisdiction)$/;

const INCIDENT =
  /(?:attack|incident|breach|intrusion|attempt|case|victim|complaint|threat|detection|scan|probe|operation)$/;

const OWNED =
  /(?:account|device|site|system|server|network|computer|employee|worker|staff|staffer|customer|user|file|record|document|branch|office|member|people|person|citizen|patient|student|household|hospital|hotel|appointment|machine|branch|bank|business|company|firm|school)$/;

/** What kind of thing is counted, as far as it matters to whose it is. */
export function sortOf(scene: Scene, figure: Counted): string {
  const { kind } = figure;
  const unit = figure.unit ?? 'case';
  if (kind === 'data_volume') return 'owned';
  if (kind !== 'count') return kind === 'money' || kind === 'rank' ? kind : 'share';
  if (isAttacker(scene, figure)) return 'attacker';
  return sortOfUnit(unit);
}

const sorts = new Map<string, string>();

function sortOfUnit(unit: string): string {
  let sort = sorts.get(unit);
  if (sort === undefined) {
    if (ABSTRACT.test(unit)) sort = 'abstract';
    else if (MEMBER.test(unit)) sort = 'member';
    else if (INCIDENT.test(unit)) sort = 'incident';
    else sort = OWNED.test(unit) ? 'owned' : 'thing';
    if (sorts.size > 10_000) sorts.clear();
    sorts.set(unit, sort);
  }
  return sort;
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
