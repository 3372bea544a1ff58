import type { EntityType } from '../../article/schema.ts';
import { anyOf } from '../../language/word-set.ts';
import type { Place, Scene } from '../scene.ts';
import {
  attacksAs,
  describes,
  isPossessor,
  isSubject,
  leader,
  preposition,
  strikes,
  verbBetween,
} from './of-relations.ts';
import { type Ballot, weigh, weighFor } from './of-weights.ts';
import type { Around, Counted } from './topic.ts';

/*
 * How much the names of a figure's own sentence are worth as its owners.
 */

const owns = anyOf(
  `has have had having lost lose loses losing paid pays pay paying suffered suffers suffer
   faced faces face facing spends spent spend employs employed employ employing runs run ran
   operates operated serves serving needs need needed earned earns refused experienced owns
   own raised allocated pledged pledges invested saw cancelled canceled lacks counts covers
   cover includes included processes touches reported reporting subjected supply supplies
   short`,
);

const handles = anyOf(
  `indicted charged arrested prosecuted sanctioned sanctioning extradited convicted sentenced
   blocked blocks blacklisted offered offers offering puts put valued looked ranked tracked
   tracks tracking linked obtained spotted analyzed analysed attributed uncovered monitors
   monitoring monitored surveyed interviewed polled observed examined studied receive receives
   received receiving handled handles handling investigated investigates investigating
   processed reviewed fielded counted logged logs classed recorded records tallied responded
   managed called urged estimated estimates reckons found sent seized dismantled took issued
   published listed freed stopped cut`,
);

const harms = anyOf(
  `stole steals stolen stealing hacked hit hits attacked targeted breached infected drained
   emptied demanded demands leaked copied encrypted exfiltrated compromised extorted wiped
   locked forced accessed took knocked crippled disrupted cost costs`,
);

const WHERE_BEHIND = weigh('where behind');
const WHERE_BEFORE = weigh('where before');
const ANOTHER_BETWEEN = weigh('another between');
const LISTED = weigh('one of a list');
const DESCRIBES = weigh('where another is');
const ATTACKS = weigh('whence attackers come');
const COMPOUND = weigh('in a compound');
const TELLER = weigh('teller');
const TELLER_OF_ITSELF = weigh('teller of itself');
const COUNTRY_TELLS = weigh('country tells');
const CLAUSES = [weigh('clause 0'), weigh('clause 1'), weigh('clause 2')];
const FARTHER = [3, 7, 14].map((limit) => [limit, weigh(`farther than ${limit}`)] as const);

/** Weighs the names of the figure's sentence; says whether one stands in its clause. */
export function addMentions(
  ballot: Ballot,
  scene: Scene,
  clauses: Uint8Array,
  figure: Counted,
  sort: string,
  around: Around,
): boolean {
  const { mentions } = scene;
  let close = false;
  // of the mentions of one name the nearest counts
  const names: string[] = [];
  const costs: number[] = [];
  const weights: number[] = [];
  for (let which = 0; which < mentions.length; which++) {
    const { name, type } = mentions[which]!;
    if (type === 'malware' || type === 'threat_actor') continue;
    const place = scene.placeOf(which);
    // "US $5": the country is the sign's
    if (isSign(scene.tokens[place.end])) continue;
    const relation = relate(scene, figure, place);
    const gap =
      relation === 'inside'
        ? 0
        : place.start >= figure.end
          ? place.start - figure.end
          : figure.start - place.end;
    const crossed = Math.abs(clauses[place.start]! - clauses[figure.start]!);
    if (crossed === 0) close = true;
    const within = relation === 'inside' || relation === 'possessor';
    const cost = within ? -1 : crossed * 12 + gap;
    let at = names.indexOf(name);
    if (at < 0) at = names.length;
    if (cost >= (costs[at] ?? 1000)) continue;
    let weight = weighFor(relation, sort) + weigh(IS[type]) + CLAUSES[Math.min(crossed, 2)]!;
    for (const [limit, more] of FARTHER) if (gap > limit) weight += more;
    if (type === 'country' || type === 'place') {
      weight += weighFor('where', sort);
      if (relation === 'in behind' || relation === 'of behind' || relation === 'across behind') {
        weight += WHERE_BEHIND;
      } else if (relation === 'in before' || relation === 'across before') weight += WHERE_BEFORE;
    }
    if (between(scene, place, figure, which)) weight += ANOTHER_BETWEEN;
    weight += weightAlone(scene, which);
    if (!within && tells(around, place)) {
      weight += selfTold(scene, place.end, figure) ? TELLER_OF_ITSELF : TELLER;
      if (type === 'country') weight += COUNTRY_TELLS;
    }
    names[at] = name;
    costs[at] = cost;
    weights[at] = weight;
  }
  for (let at = 0; at < names.length; at++) ballot.add(names[at]!, weights[at]!);
  return close;
}

const IS: Readonly<Record<EntityType, string>> = {
  person: 'is person',
  country: 'is country',
  place: 'is place',
  government_body: 'is government_body',
  international_body: 'is international_body',
  organization: 'is organization',
  threat_actor: 'is threat_actor',
  malware: 'is malware',
  legal_instrument: 'is legal_instrument',
  event: 'is event',
  vulnerability: 'is vulnerability',
};

/** What a mention's own surroundings weigh, whichever figure is asked about. */
function weightAlone(scene: Scene, which: number): number {
  const mention = scene.mentions[which]!;
  const place = scene.placeOf(which);
  let weight = 0;
  if (listed(scene, place, mention.type)) weight += LISTED;
  if (describes(scene, mention, place)) weight += DESCRIBES;
  if (attacksAs(scene, place.end)) weight += ATTACKS;
  if (isModifier(scene, place.end)) weight += COMPOUND;
  return weight;
}

/** The words that name a teller hold the place. */
function tells({ tellers }: Around, place: Place): boolean {
  for (const each of tellers) if (each.start <= place.start && place.end <= each.end) return true;
  return false;
}

/** Relations by their preposition: "of behind". */
const relationsBy = (where: string): ((preposition: string) => string) => {
  const known = new Map<string, string>();
  return (word) => {
    let relation = known.get(word);
    if (relation === undefined) {
      relation = `${word} ${where}`;
      known.set(word, relation);
    }
    return relation;
  };
};

const behindBy = relationsBy('behind');
const fartherBy = relationsBy('farther behind');
const beforeBy = relationsBy('before');
const leads = anyOf('in across of for at to from by with under');
const backs = anyOf('working linked tied backed loyal sponsored behalf');

const BACKERS: ReadonlySet<string> = new Set([
  'working for',
  'linked to',
  'tied to',
  'backed by',
  'loyal to',
  'sponsored by',
  'behalf of',
]);

const isSign = anyOf('$ € £ ¥ ₹');

/** How a mention stands to the figure. */
function relate(scene: Scene, figure: Counted, place: Place): string {
  const { tokens } = scene;
  if (place.start >= figure.start && place.end <= figure.end) return 'inside';
  if (place.start >= figure.end) {
    if (place.start === figure.end) return 'beside';
    const joint = preposition(scene, place.start, figure.end);
    if (
      joint &&
      !hasComma(scene, figure.end, place.start) &&
      !verbBetween(scene, figure.end, place.start)
    ) {
      return behindBy(joint);
    }
    for (let at = place.start - 1; at >= Math.max(figure.end, place.start - 5); at--) {
      if (strikes(tokens[at])) return 'struck behind';
      if (tokens[at]!.kind === 'mark') break;
    }
    return joint ? fartherBy(joint) : 'behind';
  }
  if (isPossessor(scene, place.end, figure.start)) return 'possessor';
  if (figure.start === place.end) return 'right before';
  const one = leader(tokens, place.start, 1);
  const two = leader(tokens, place.start, 2);
  if (one && backs(two) && BACKERS.has(`${two!.lower} ${one.lower}`)) return 'backer';
  if (strikes(one)) return 'struck before';
  if (isSubject(scene, place)) return verbOf(scene, place.end, figure.start);
  return one && leads(one) ? beforeBy(one.lower) : 'before';
}

function hasComma({ tokens }: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]!.lower === ',') return true;
  return false;
}

/** The sort of the last telling verb between a subject and the figure. */
function verbOf({ tokens }: Scene, from: number, to: number): string {
  let sort = 'subject does';
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    if (harms(token)) sort = 'subject harms';
    else if (owns(token)) sort = 'subject owns';
    else if (handles(token)) sort = 'subject handles';
  }
  return sort;
}

/** Another entity stands between the two. */
function between(scene: Scene, place: Place, figure: Counted, which: number): boolean {
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
function listed(scene: Scene, place: Place, type: string): boolean {
  const { tokens } = scene;
  const alike = (at: number) => {
    const which = scene.mentionAt(at);
    return which >= 0 && scene.mentions[which]!.type === type;
  };
  const { start, end } = place;
  if (
    joins(tokens[start - 1]) &&
    (alike(start - 2) || (joins(tokens[start - 2]) && alike(start - 3)))
  ) {
    return true;
  }
  if (!joins(tokens[end])) return false;
  const the = tokens[end + 1]?.lower === 'the' ? 1 : 0;
  return alike(end + 1 + the) || (joins(tokens[end + 1]) && alike(end + 2));
}

const joins = anyOf(', and or &');

/** "Dubai-based", "Kremlin-backed" */
const isModifier = ({ tokens }: Scene, end: number): boolean =>
  tokens[end]?.lower === '-' && /(?:ed|ing|built|run|wide)$/.test(tokens[end + 1]?.lower ?? '');

/** "X said they had 10,000 employees": the teller tells of itself. */
function selfTold(scene: Scene, from: number, figure: Counted): boolean {
  for (let at = from; at < figure.start; at++) {
    if (pointsToSelf(scene.tokens[at])) return true;
  }
  return false;
}

const pointsToSelf = anyOf('they it its their we our itself');
