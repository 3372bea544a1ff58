import { anyOf } from '../../../language/word-set.ts';
import type { Scene } from '../../scene.ts';
import { standsFor, wordAgain } from './again.ts';
import { firstBefore, isTeller, nameOf, type OwnerRule } from './asked.ts';
import { complement } from './behind.ts';
import {
  attacksAs,
  deedOf,
  governorOf,
  headOf,
  holderAt,
  isBody,
  isLand,
  isParted,
  ownsEasily,
  verbBehind,
  verbOf,
} from './names.ts';
import { CASE, harms, INCIDENT, isArticle, isPossessive } from './words.ts';

/*
 * Rules that read what is done in a figure's clause, and to whom.
 */

export const again: OwnerRule = {
  name: 'again',
  concrete: true,
  why: 'a pronoun or "the firm" stands for a name before: "the firm paid 3m"',
  find: (asked) => {
    const at = wordAgain(asked);
    return at < 0 ? undefined : (standsFor(asked, at) ?? undefined);
  },
};

export const hadBy: OwnerRule = {
  name: 'had by',
  concrete: true,
  why: 'a company or body that has, loses, pays or raises it, wherever: "Odel lost 3m in Iran"',
  find: (asked) =>
    firstBefore(asked, (which, place, mention) => {
      const { scene, start } = asked;
      if (!isBody(mention)) return undefined;
      const verb = verbOf(scene, place, start);
      if (verb < 0 || isParted(scene, verb, start)) return undefined;
      if (deedOf(scene, verb, start) !== 'owns') return undefined;
      if (asked.unit && CASE.test(asked.unit)) return null;
      return nameOf(scene, headOf(scene, which));
    }),
};

export const struck: OwnerRule = {
  name: 'struck',
  concrete: true,
  why: 'the name is what a deed of harm strikes: "stole from Odel 3m", "the raid on Odel cost"',
  find: (asked) =>
    firstBefore(asked, (which, place, mention) => {
      const { scene, start } = asked;
      const { tokens } = scene;
      if (!ownsEasily(mention) || attacksAs(scene, place.end)) return undefined;
      if (isParted(scene, place.end, start)) return null;
      const holder = holderAt(scene, which);
      const from = scene.placeOf(Math.min(which, holder)).start;
      if (!isLand(mention) && namesDeed(scene, place.end)) return nameOf(scene, which);
      const governor = governorOf(scene, from);
      if (governor < 0) return undefined;
      if (harms(tokens[governor])) return nameOf(scene, holder);
      if (!/^(?:on|against|at|from|of|into)$/.test(tokens[governor]!.lower)) return undefined;
      for (let at = governor - 1; at >= Math.max(0, governor - 5); at--) {
        if (scene.mentionAt(at) >= 0 || tokens[at]!.kind === 'mark') break;
        if (harms(tokens[at])) return nameOf(scene, holder);
      }
      return undefined;
    }) ?? undefined,
};

export const fronted: OwnerRule = {
  name: 'fronted',
  why: 'the place that the clause opens with or that "where" takes up: "In Peru, 12 firms fell"',
  find: (asked) =>
    asked.sort === 'abstract'
      ? undefined
      : (firstBefore(asked, (which, place, mention) => {
          const { scene, start } = asked;
          const { tokens } = scene;
          if (isParted(scene, place.end, start)) return null;
          if (!ownsEasily(mention)) return undefined;
          const where = tokens[place.end]?.text === ',' ? place.end + 1 : place.end;
          if (tokens[where]?.lower === 'where' && where < start) return nameOf(scene, which);
          const at = governorOf(scene, place.start);
          if (at < 0) {
            // "In Asia, China has 64%": the nearer of the two
            const verb = verbOf(scene, place, start);
            const deed = verb < 0 ? 'tells' : deedOf(scene, verb, start);
            return deed === 'does' || deed === 'owns' ? null : undefined;
          }
          const front = tokens[at]!.lower;
          if (!isFront(tokens[at]) && !(front === 'for' && tokens[place.end]?.text === ',')) {
            return undefined;
          }
          if (isTeller(asked, place)) return undefined;
          const opens = at === 0 || /^(?:[,:"“]|and|but|that)$/.test(tokens[at - 1]!.lower);
          return opens ? nameOf(scene, holderAt(scene, which)) : undefined;
        }) ?? undefined),
};

const isFront = anyOf('in across throughout within at inside around among');

export const subject: OwnerRule = {
  name: 'subject',
  concrete: true,
  why: 'the name does something with it that is no telling or handling: "Odel runs 12 ports"',
  find: (asked) =>
    firstBefore(asked, (which, place, mention) => {
      const { scene, start, unit } = asked;
      const { tokens } = scene;
      if (!ownsEasily(mention)) return undefined;
      if (isParted(scene, place.end, start)) return null;
      const verb = verbOf(scene, place, start);
      if (verb < 0) return undefined;
      const deed = deedOf(scene, verb, start);
      if (deed === 'harms') return undefined;
      if (isLand(mention) && isCommon(tokens[verb - 1]!)) return undefined;
      // a country's own cases
      const own = mention.type === 'country' && unit !== null && INCIDENT.test(unit);
      const reports = /^(?:reported|reporting|reports|recorded|saw|sees|registered)$/;
      if (own && !isPossessive(tokens[place.end]) && reports.test(tokens[start - 1]!.lower))
        return nameOf(scene, which);
      // a breach is found by who suffers it
      if (isBreach(unit) && isBody(mention) && FINDS.test(tokens[start - 1]!.lower))
        return nameOf(scene, which);
      if (deed === 'tells' || deed === 'handles') return null;
      return isTeller(asked, place) && deed !== 'owns' ? null : nameOf(scene, which);
    }) ?? undefined,
};

export const struckBehind: OwnerRule = {
  name: 'struck behind',
  why: 'it came of a deed that is told behind it: "paid 3m after the raid on Odel"',
  concrete: true,
  find: ({ scene, end, sort }) => {
    if (sort === 'share') return undefined;
    const { tokens } = scene;
    let cue = end;
    while (cue < tokens.length && !/^(?:after|following|when)$/.test(tokens[cue]!.lower)) cue++;
    for (const [which, mention] of scene.mentions.entries()) {
      const place = scene.placeOf(which);
      if (place.start < cue || !ownsEasily(mention)) continue;
      const holder = holderAt(scene, which);
      const governor = governorOf(scene, scene.placeOf(Math.min(which, holder)).start);
      if (governor < 0) continue;
      const leads = /^(?:on|against|at)$/.test(tokens[governor]!.lower);
      if (harms(tokens[leads ? governor - 1 : governor])) return nameOf(scene, holder);
    }
    return undefined;
  },
};

export const withFront: OwnerRule = {
  name: 'with',
  why: 'a sentence opens with what its subject has: "With 12 ports, Odel is the largest"',
  concrete: true,
  find: ({ scene, start, end }) => {
    const { tokens } = scene;
    if (start > 6 || !/^(?:with|at|having|boasting|despite)$/.test(tokens[0]!.lower)) {
      return undefined;
    }
    for (let at = end; at < tokens.length - 1; at++) {
      if (tokens[at]!.text !== ',') continue;
      const next = scene.mentionAt(isArticle(tokens[at + 1]) ? at + 2 : at + 1);
      if (next < 0) continue;
      return ownsEasily(scene.mentions[next]!) ? nameOf(scene, next) : undefined;
    }
    return undefined;
  },
};

export const law: OwnerRule = {
  name: 'law',
  why: 'a law or a scheme sets money aside: "the Ports Act provides 3m", "under the Ports Act, 3m"',
  find: (asked) => {
    const { scene, start, kind } = asked;
    if (kind !== 'money' && kind !== 'percent') return undefined;
    return (
      firstBefore(asked, (which, place, { type }) => {
        if (type !== 'legal_instrument' && type !== 'event') return undefined;
        if (isParted(scene, place.end, start)) return null;
        const governor = governorOf(scene, place.start);
        if (governor >= 0) {
          if (scene.tokens[governor]!.lower !== 'under') return undefined;
          for (let at = place.end; at < start; at++) if (harms(scene.tokens[at])) return null;
          return nameOf(scene, which);
        }
        const verb = verbOf(scene, place, start);
        return verb >= 0 && GRANTS.test(scene.tokens[verb]!.lower)
          ? nameOf(scene, which)
          : undefined;
      }) ?? undefined
    );
  },
};

export const subjectOf: OwnerRule = {
  name: 'subject of',
  concrete: true,
  why: 'what the subject is of: "the servers of Odel lost 3 TB", "banks in Peru lost 3m"',
  find: (asked) =>
    firstBefore(asked, (which, place, mention) => {
      const { scene, start } = asked;
      const { tokens } = scene;
      if (!ownsEasily(mention) || isTeller(asked, place)) return undefined;
      if (attacksAs(scene, place.end) || isParted(scene, place.end, start)) return null;
      const governor = governorOf(scene, place.start);
      if (!/^(?:of|in|at|for|on|across)$/.test(tokens[governor]?.lower ?? '')) return undefined;
      const verb = verbBehind(scene, place, start);
      if (verb < 0) return undefined;
      const deed = deedOf(scene, verb, start);
      if (deed === 'tells' || deed === 'handles') return null;
      return nameOf(scene, holderAt(scene, which));
    }) ?? undefined,
};

export const behindAVerb: OwnerRule = {
  name: 'behind a verb',
  why: 'the predicate leads to it: "3m were taken from Odel"',
  find: (asked) => {
    if (asked.sort !== 'money' && asked.sort !== 'thing') return undefined;
    const which = complement(asked, true);
    return which < 0 ? undefined : nameOf(asked.scene, which);
  },
};

export const tellersLand: OwnerRule = {
  name: "teller's land",
  why: 'a share that a land\'s own body tells: "Peru\'s CERT saw a jump of 3%"',
  find: (asked) =>
    asked.sort === 'share'
      ? (firstBefore(asked, (which, place, mention) => {
          const { scene, start } = asked;
          if (isParted(scene, place.end, start)) return null;
          const body = scene.mentionAt(place.end + 1);
          if (mention.type !== 'country' || body < 0) return undefined;
          if (!isPossessive(scene.tokens[place.end]) || !isBody(scene.mentions[body]!)) return null;
          return nameOf(scene, which);
        }) ?? undefined)
      : undefined,
};

export const beforeAColon: OwnerRule = {
  name: 'before a colon',
  concrete: true,
  why: 'what stands before a colon is told of behind it: "Peru is worse off: 12 firms fell"',
  find: (asked) => {
    const { scene, start } = asked;
    let colon = start - 1;
    while (colon > 0 && scene.tokens[colon]!.text !== ':') colon--;
    if (colon <= 0) return undefined;
    return (
      firstBefore(asked, (which, place, mention) => {
        if (!ownsEasily(mention) || place.start > colon) return undefined;
        const verb = verbOf(scene, place, colon);
        if (verb < 0 || isTeller(asked, place)) return null;
        const deed = deedOf(scene, verb, colon);
        return deed === 'does' || deed === 'owns' ? nameOf(scene, which) : null;
      }) ?? undefined
    );
  },
};

/** "the Odel data breach", "the Odel settlement": a deed goes by the name of who suffered it. */
function namesDeed({ tokens }: Scene, end: number): boolean {
  for (let at = end; at < Math.min(tokens.length, end + 3); at++) {
    const { lower, kind } = tokens[at]!;
    if (kind !== 'word') return false;
    if (/^(?:breach|hack|leak|incident|attack|outage|settlement|heist|data-breach)$/.test(lower))
      return true;
    if (!/^(?:data|security|cyber|ransomware|system|network)$/.test(lower)) return false;
  }
  return false;
}

/** A singular noun that stands for somebody else: "the US pipeline operator paid". */
const isCommon = ({ lower }: { readonly lower: string }): boolean => COMMON.test(lower);
const COMMON =
  /^(?:company|firm|group|provider|airline|insurer|telco|carrier|retailer|manufacturer|utility|business|chain|exchange|platform|giant|maker|vendor|startup|operator|bank|hospital|university|police|prosecutors|officials|researchers|authorities|agency)$/;
const GRANTS =
  /^(?:provides|provided|includes|included|covers|covered|allocates|allocated|sets|set|contains|contained|authorizes|authorized|offers|offered|gives|got|will|would)$/;
const FINDS =
  /^(?:detected|discovered|disclosed|reported|confirmed|admitted|acknowledged|uncovered|found)$/;
const isBreach = (unit: string | null): boolean => unit === 'breach' || unit === 'intrusion';
