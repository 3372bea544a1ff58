import type { Scene } from '../../scene.ts';
import { fitOf, standsFor } from './again.ts';
import { type Answer, firstBefore, isTeller, nameOf, type OwnerRule } from './asked.ts';
import { complement } from './behind.ts';
import { holderAt, isBody, isLand, mayOwn, ownsEasily } from './names.ts';
import { governs, isPlaceWord, isPossessive, isVerbal } from './words.ts';

/*
 * Rules that read the words right beside a figure.
 */

export const inside: OwnerRule = {
  name: 'inside',
  why: 'the counted phrase names it: "dozens of Dutch ports"',
  find: ({ scene, start, end, kind, sort }) => {
    if (kind === 'money' || sort === 'attacker') return undefined;
    let found: Answer;
    for (const [which, mention] of scene.mentions.entries()) {
      const place = scene.placeOf(which);
      if (CURRENCY.test(scene.tokens[place.end]?.lower ?? '')) continue;
      if (place.start >= start && place.end <= end && mayOwn(mention)) found = nameOf(scene, which);
    }
    return found;
  },
};

export const attackers: OwnerRule = {
  name: 'attackers',
  why: 'who attacks belongs to nobody: "six spies"',
  find: ({ sort }) => (sort === 'attacker' ? null : undefined),
};

export const apposed: OwnerRule = {
  name: 'apposed',
  why: 'a name right behind it is its own: "the $2bn Ports Act", "one in four Dutch ports"',
  find: ({ scene, end, kind }) => {
    const which = scene.mentionAt(end);
    if (which < 0) return undefined;
    const mention = scene.mentions[which]!;
    const fits = kind === 'money' ? mayOwn(mention) : isLand(mention) || isBody(mention);
    return fits && mention.type !== 'person' ? nameOf(scene, holderAt(scene, which)) : undefined;
  },
};

export const possessor: OwnerRule = {
  name: 'possessor',
  why: 'the name stands in the possessive before it: "Ghana\'s 30 banks"',
  find: (asked) => {
    const { scene, start } = asked;
    const { tokens } = scene;
    for (let at = start - 1; at > Math.max(0, start - 5); at--) {
      const token = tokens[at]!;
      if (isPossessive(token)) {
        const which = scene.mentionAt(at - 1);
        if (which >= 0) return mayOwn(scene.mentions[which]!) ? nameOf(scene, which) : undefined;
        // "the central bank's 12 branches"
        return standsFor(asked, at - 1) ?? undefined;
      }
      if (token.lower === 'whose') {
        const which = scene.mentionAt(tokens[at - 1]?.text === ',' ? at - 2 : at - 1);
        return which >= 0 && mayOwn(scene.mentions[which]!) ? nameOf(scene, which) : undefined;
      }
      if (ITS.test(token.lower)) return standsFor(asked, at) ?? undefined;
      if (token.kind !== 'word' || isVerbal(token) || governs(token)) return undefined;
    }
    return undefined;
  },
};

export const ofIts: OwnerRule = {
  name: 'of its',
  why: 'a part of what is somebody\'s: "two of its ports"',
  find: (asked) => {
    const { scene, end, start } = asked;
    const { tokens } = scene;
    for (let at = start; at < end + 2; at++) {
      if (tokens[at]?.lower === 'of' && ITS.test(tokens[at + 1]?.lower ?? '')) {
        return standsFor(asked, at + 1) ?? undefined;
      }
    }
    return undefined;
  },
};

export const ranked: OwnerRule = {
  name: 'ranked',
  why: 'a rank is that of the name before it: "called Peru the third most attacked country"',
  find: (asked) =>
    asked.kind === 'rank'
      ? (firstBefore(asked, (which, place, mention) =>
          ownsEasily(mention) && (isLand(mention) || !isTeller(asked, place))
            ? nameOf(asked.scene, which)
            : undefined,
        ) ?? null)
      : undefined,
};

export const worldwide: OwnerRule = {
  name: 'worldwide',
  why: 'what all the world has is nobody\'s: "higher than the global average of 21%"',
  find: ({ scene, start }) => {
    for (let at = start - 1; at >= Math.max(0, start - 9); at--) {
      const { lower, kind } = scene.tokens[at]!;
      if (scene.mentionAt(at) >= 0 || (kind === 'mark' && lower !== '-')) return undefined;
      if (WORLDWIDE.test(lower)) return null;
    }
    return undefined;
  },
};

export const behind: OwnerRule = {
  name: 'behind',
  why: 'a preposition leads on from the counted words: "40 sites in the ports of Peru"',
  find: (asked) => {
    if (asked.sort === 'abstract' || asked.kind === 'multiple') return undefined;
    const which = complement(asked, false);
    return which < 0 ? undefined : nameOf(asked.scene, which);
  },
};

export const behindAgain: OwnerRule = {
  name: 'behind again',
  why: 'as behind, with a noun for a name told before: "3m were lost across the continent"',
  find: (asked) => {
    const { scene, end, sort } = asked;
    const { tokens } = scene;
    for (let at = end; at < Math.min(tokens.length - 2, end + 8); at++) {
      const token = tokens[at]!;
      if (scene.mentionAt(at) >= 0 || token.kind === 'mark' || token.kind === 'number')
        return undefined;
      if (
        sort === 'abstract' ? token.lower !== 'to' : !isPlaceWord(token) && token.lower !== 'during'
      )
        continue;
      const next = tokens[at + 1]!.lower;
      if ((next !== 'the' && next !== 'this') || !fitOf(tokens[at + 2])) continue;
      return standsFor(asked, at + 2) ?? undefined;
    }
    return undefined;
  },
};

export const label: OwnerRule = {
  name: 'label',
  why: 'a list gives each name its own: "Asia with 40, Peru (12%)"',
  find: (asked) => {
    const { scene, start } = asked;
    const { tokens } = scene;
    return (
      firstBefore(asked, (which, place, mention) => {
        if (!ownsEasily(mention) || isTeller(asked, place)) return null;
        let at = place.end;
        // "Peru will pay 3m, Chile 2m"
        if (at === start && asked.before && isGapped(scene, place.start)) {
          return nameOf(scene, which);
        }
        if (at === start) return null;
        if (tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'with') at++;
        if (!/^(?:\(|with|:|at)$/.test(tokens[at]?.lower ?? '')) return null;
        for (at++; at < start; at++) {
          const token = tokens[at]!;
          if (isVerbal(token) || token.text === ',') return null;
        }
        return nameOf(scene, which);
      }) ?? undefined
    );
  },
};

const ITS = /^(?:its|their|our)$/;
const CURRENCY =
  /^(?:dollars?|crowns?|kroner|kronor|krona|pounds?|francs?|rupees?|shillings?|zlotys?|yen|won|lira|pesos?|reals?|rand)$/;
const WORLDWIDE = /^(?:global|globally)$/;

/** "…, Chile 2m" */
const isGapped = ({ tokens }: Scene, start: number): boolean =>
  /^(?:,|;|and)$/.test(tokens[start - 1]?.lower ?? '');
