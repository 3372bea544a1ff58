import type { Scene } from '../scene.ts';
import type { ArticleScenes } from './article-scenes.ts';
import { clausesOf, tokensOf } from './clauses.ts';
import {
  attacksAs,
  describes,
  isPossessor,
  isSubject,
  leadsTo,
  preposition,
  STRIKES,
  verbBetween,
} from './of-relations.ts';
import {
  type Around,
  antecedents,
  type Counted,
  NOT_A_TOPIC,
  ownerAgain,
  pronounBefore,
} from './topic.ts';

/** What speaks for each entity that a figure may be about: the names of weights. */
export type Evidence = ReadonlyMap<string, ReadonlySet<string>>;

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
const OWNS =
  /^(?:has|have|had|having|lost|lose|loses|losing|paid|pays|pay|paying|suffered|suffers|suffer|faced|faces|face|facing|spends|spent|spend|employs|employed|employ|employing|runs|run|ran|operates|operated|serves|serving|needs|need|needed|earned|earns|refused|experienced|owns|own|raised|allocated|pledged|pledges|invested|saw|cancelled|canceled|lacks|counts|covers|cover|includes|included|processes|touches|reported|reporting|subjected|supply|supplies|short)$/;
const HANDLES =
  /^(?:indicted|charged|arrested|prosecuted|sanctioned|sanctioning|extradited|convicted|sentenced|blocked|blocks|blacklisted|offered|offers|offering|puts|put|valued|looked|ranked|tracked|tracks|tracking|linked|obtained|spotted|analyzed|analysed|attributed|uncovered|monitors|monitoring|monitored|surveyed|interviewed|polled|observed|examined|studied|receives?|received|receiving|handled|handles|handling|investigated|investigates|investigating|processed|reviewed|fielded|counted|logged|logs|classed|recorded|records|tallied|responded|managed|called|urged|estimated|estimates|reckons|found|sent|seized|dismantled|took|issued|published|listed|freed|stopped|cut)$/;
const HARMS =
  /^(?:stole|steals|stolen|stealing|hacked|hit|hits|attacked|targeted|breached|infected|drained|emptied|demanded|demands|leaked|copied|encrypted|exfiltrated|compromised|extorted|wiped|locked|forced|accessed|took|knocked|crippled|disrupted|cost|costs)$/;

/** What kind of thing is counted, as far as it matters to whose it is. */
export function classOf(scene: Scene, figure: Counted): string {
  const { kind } = figure;
  const unit = figure.unit ?? 'case';
  if (kind === 'data_volume') return 'owned';
  if (kind !== 'count') return kind === 'money' || kind === 'rank' ? kind : 'share';
  if (isAttacker(scene, figure)) return 'attacker';
  if (ABSTRACT.test(unit)) return 'abstract';
  if (MEMBER.test(unit)) return 'member';
  if (INCIDENT.test(unit)) return 'incident';
  return OWNED.test(unit) ? 'owned' : 'thing';
}

/** All that may be the owner of a figure with what speaks for it; '' stands for nobody. */
export function evidenceOf(
  scenes: ArticleScenes,
  sentence: number,
  figure: Counted,
  around: Around,
): Evidence {
  const scene = scenes.at(sentence);
  const clauses = clausesOf(scene);
  const sort = classOf(scene, figure);
  const found = new Map<string, Set<string>>([['', new Set(['none', `none ${sort}`])]]);
  const add = (name: string, ...evidence: string[]) => {
    let all = found.get(name);
    if (!all) {
      all = new Set();
      found.set(name, all);
    }
    for (const each of evidence) all.add(each);
  };
  let close = false;
  const nearest = new Map<string, { cost: number; evidence: string[] }>();
  for (const [which, mention] of scene.mentions.entries()) {
    const { name, type } = mention;
    if (type === 'malware' || type === 'threat_actor') continue;
    const place = tokensOf(scene, mention);
    // "US $5": the country is the sign's
    if (/^[$€£¥₹]$/.test(scene.tokens[place.end]?.text ?? '')) continue;
    const [relation, gap] = relate(scene, figure, place);
    const crossed = Math.abs(clauses[place.start]! - clauses[figure.start]!);
    if (crossed === 0) close = true;
    const cost = /^(?:inside|possessor)$/.test(relation) ? -1 : crossed * 12 + gap;
    if (cost >= (nearest.get(name)?.cost ?? 1000)) continue;
    const evidence = [
      relation,
      `${relation} ${sort}`,
      `is ${type}`,
      `clause ${Math.min(crossed, 2)}`,
    ];
    evidence.push(...distance(gap));
    if (/^(?:country|place)$/.test(type)) {
      if (/^(?:in|of|across) behind$/.test(relation)) evidence.push('where behind');
      if (/^(?:in|across) before$/.test(relation)) evidence.push('where before');
      evidence.push(`where ${sort}`);
    }
    if (between(scene, place, figure, which)) evidence.push('another between');
    if (listed(scene, place, type)) evidence.push('one of a list');
    if (describes(scene, mention, place) > 0) evidence.push('where another is');
    if (attacksAs(scene, place.end)) evidence.push('whence attackers come');
    if (isModifier(scene, place.end)) evidence.push('in a compound');
    const teller = around.tellers.some(
      (each) => each.start <= place.start && place.end <= each.end,
    );
    if (teller && relation !== 'inside' && relation !== 'possessor') {
      evidence.push(selfTold(scene, place.end, figure) ? 'teller of itself' : 'teller');
      if (type === 'country') evidence.push('country tells');
    }
    nearest.set(name, { cost, evidence });
  }
  for (const [name, { evidence }] of nearest) add(name, ...evidence);
  if (!close) add('', 'none named in the clause');
  if (figure.kind === 'percent' && scene.tokens[figure.end]?.lower === 'of')
    add('', 'none share of');
  if (tellsAll(around, figure)) add('', 'none told');
  if (hypothetical(scene, clauses, figure)) add('', 'none hypothetical');
  const owner = ownerAgain(scene, figure);
  const again = owner ?? pronounBefore(scene, clauses, figure, around);
  if (again) {
    const names = antecedents(scenes, sentence, again, figure.start, around.tellers);
    for (const [rank, name] of names.entries()) {
      const sorts = owner
        ? 'again owner'
        : /^(?:it|they|its|their)$/.test(again)
          ? 'again pronoun'
          : 'again noun';
      add(name, rank === 0 ? sorts : `${sorts} second`, `again ${sort}`);
    }
  }
  const { before, last, topic, first, land } = around;
  if (before) add(before.of, 'figure before');
  if (before && sharesClause(scene, clauses, before, figure.start)) {
    add(before.of, 'figure before in clause');
  }
  if (last === null) add('', 'none before');
  else if (last !== undefined && !before) add(last, 'sentence before', `sentence before ${sort}`);
  if (topic) add(topic, 'topic', `topic ${sort}`);
  if (first && first !== topic) add(first, 'most named');
  for (const teller of around.tellers) {
    const body = scene.mentions[scene.mentionAt(teller.end - 1)]?.name ?? '';
    const country = countryIn(scenes, body);
    if (country) add(country, 'country of the body', `country of the body ${sort}`);
  }
  if (land) add(land, 'land', `land ${sort}`);
  const subject = subjectOf(scenes, sentence - 1);
  if (subject) add(subject, 'subject before');
  for (const mention of scenes.sentences[0]?.kind === 'title' ? scenes.mentionsIn(0) : []) {
    if (found.has(mention.name)) add(mention.name, 'in the title');
  }
  return found;
}

/** Somebody tells it. */
const tellsAll = (around: Around, figure: Counted): boolean =>
  around.tellers.some((each) => each.end <= figure.start || each.start >= figure.end);

/** How a mention stands to the figure, and how many tokens apart. */
function relate(
  scene: Scene,
  figure: Counted,
  place: { start: number; end: number },
): [relation: string, gap: number] {
  const { tokens } = scene;
  if (place.start >= figure.start && place.end <= figure.end) return ['inside', 0];
  if (place.start >= figure.end) {
    const gap = place.start - figure.end;
    if (gap === 0) return ['beside', 0];
    const joint = preposition(scene, place.start, figure.end);
    const comma = tokens.slice(figure.end, place.start).some((token) => token.text === ',');
    const verb = verbBetween(scene, figure.end, place.start);
    if (joint && !comma && !verb) return [`${joint} behind`, gap];
    for (let at = place.start - 1; at >= Math.max(figure.end, place.start - 5); at--) {
      if (STRIKES.test(tokens[at]!.lower)) return ['struck behind', gap];
      if (tokens[at]!.kind === 'mark') break;
    }
    return [joint ? `${joint} farther behind` : 'behind', gap];
  }
  const gap = figure.start - place.end;
  if (isPossessor(scene, place.end, figure.start)) return ['possessor', gap];
  if (gap === 0) return ['right before', gap];
  const before = leadsTo(scene, place.start);
  if (
    /^(?:working for|linked to|tied to|backed by|loyal to|sponsored by|behalf of)$/.test(before.two)
  ) {
    return ['backer', gap];
  }
  if (STRIKES.test(before.one)) return ['struck before', gap];
  if (isSubject(scene, place)) return [`subject ${verbOf(scene, place.end, figure.start)}`, gap];
  if (/^(?:in|across|of|for|at|to|from|by|with|under)$/.test(before.one)) {
    return [`${before.one} before`, gap];
  }
  return ['before', gap];
}

/** The sort of the last telling verb between a subject and the figure. */
function verbOf(scene: Scene, from: number, to: number): string {
  let sort = 'does';
  for (let at = from; at < to; at++) {
    const word = scene.tokens[at]!.lower;
    if (HARMS.test(word)) sort = 'harms';
    else if (OWNS.test(word)) sort = 'owns';
    else if (HANDLES.test(word)) sort = 'handles';
  }
  return sort;
}

const distance = (gap: number): string[] => {
  const found: string[] = [];
  for (const limit of [3, 7, 14]) if (gap > limit) found.push(`farther than ${limit}`);
  return found;
};

/** Another entity stands between the two. */
function between(
  scene: Scene,
  place: { start: number; end: number },
  figure: Counted,
  which: number,
): boolean {
  const [from, to] =
    place.start >= figure.end ? [figure.end, place.start] : [place.end, figure.start];
  for (let at = from; at < to; at++) {
    const other = scene.mentionAt(at);
    if (
      other >= 0 &&
      other !== which &&
      scene.mentions[other]!.name !== scene.mentions[which]!.name
    ) {
      return true;
    }
  }
  return false;
}

/** "in Norway, Sweden and Finland": one of several alike. */
function listed(scene: Scene, place: { start: number; end: number }, type: string): boolean {
  const { tokens } = scene;
  const alike = (at: number) => scene.mentions[scene.mentionAt(at)]?.type === type;
  const joins = (at: number) => /^(?:,|and|or|&)$/.test(tokens[at]?.lower ?? '');
  const before =
    joins(place.start - 1) &&
    (alike(place.start - 2) || (joins(place.start - 2) && alike(place.start - 3)));
  const the = tokens[place.end + 1]?.lower === 'the' ? 1 : 0;
  const behind =
    joins(place.end) &&
    (alike(place.end + 1 + the) || (joins(place.end + 1) && alike(place.end + 2)));
  return before || behind;
}

/** "Dubai-based", "Kremlin-backed" */
const isModifier = (scene: Scene, end: number): boolean =>
  /^[-‑–]$/.test(scene.tokens[end]?.text ?? '') &&
  /(?:ed|ing|led|built|run|wide)$/.test(scene.tokens[end + 1]?.lower ?? '');

/** "X said they had 10,000 employees": the teller tells of itself. */
function selfTold(scene: Scene, from: number, figure: Counted): boolean {
  for (let at = from; at < figure.start; at++) {
    if (/^(?:they|it|its|their|we|our|itself)$/.test(scene.tokens[at]!.lower)) return true;
  }
  return false;
}

/** "if a firm loses $5m", "could cost", "should spend" */
function hypothetical(scene: Scene, clauses: Uint8Array, figure: Counted): boolean {
  for (let at = figure.start - 1; at >= 0 && clauses[at] === clauses[figure.start]; at--) {
    if (
      /^(?:if|when|could|can|should|must|would|may|might|every|any|each|a|an)$/.test(
        scene.tokens[at]!.lower,
      )
    ) {
      if (/^(?:a|an)$/.test(scene.tokens[at]!.lower)) continue;
      return true;
    }
  }
  return false;
}

/** The figure before it stands in the same clause and nothing else came between. */
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

/** The first name of a sentence that is its subject, or null. */
function subjectOf(scenes: ArticleScenes, sentence: number): string | null {
  if (sentence < 0) return null;
  for (const mention of scenes.mentionsIn(sentence)) {
    if (NOT_A_TOPIC.test(mention.type)) continue;
    return mention.name;
  }
  return null;
}

const countries = new WeakMap<ArticleScenes, ReadonlySet<string>>();

/** The country in the name of a body: "Communications Authority of Kenya". */
function countryIn(scenes: ArticleScenes, body: string): string | null {
  let all = countries.get(scenes);
  if (!all) {
    const named = scenes.sentences.flatMap(({ index }) => scenes.mentionsIn(index));
    all = new Set(named.filter(({ type }) => type === 'country').map(({ name }) => name));
    countries.set(scenes, all);
  }
  for (const country of all) if (body !== country && body.includes(country)) return country;
  return null;
}
