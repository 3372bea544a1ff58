import { isSalutation, isText } from './body.ts';
import * as has from './facts.ts';
import { Opening } from './opening.ts';
import { type BlockRule, neighbour, type Page } from './page.ts';
import type { Passage } from './passages.ts';
import * as at from './places.ts';
import { BIOGRAPHY } from './sections.ts';

const takesOf = (text: string, ...takes: string[]) => ({ text, takes });
const PROSE =
  'The ferries of the lake carry more people than the trains do, and nobody has counted them since the war.';

const OF_AUTHORS = new Opening(
  /^(?:the )?(?:authors?|writers?) (?:is|are|was|were|has|works?|serves?|teaches|writes|thanks?|would like)\b/u,
);

const OPENING_HEADING = new Opening(
  /^(?:background|introduction|overview|summary|abstract|foreword|preface|context|purpose|tl;?dr|scope|preamble)\s?:?$/u,
);

/** Passages that their place shows to be no part of the running text. */
export const placeRules: readonly BlockRule[] = [
  {
    id: 'publisher',
    kind: 'boilerplate',
    gate: { most: 120, needs: has.PRAISE, not: has.MARKED },
    test: (passage, page, index) =>
      atTail(page, index) &&
      endsPage(page, index) &&
      ((PUBLISHER.test(passage.head) && SELF_PRAISE.test(passage.lower)) ||
        /\b(?:tax-exempt|non-?partisan,|nonproprietary|501\(c\))/u.test(passage.lower)),
    examples: [
      takesOf(
        `Ferries Need Rules\n\n${PROSE}\n\n${PROSE} So be it.\n\nThe Harbour Institute is an independent research organization based in Basel.`,
        'The Harbour Institute is an independent research organization based in Basel.',
      ),
      takesOf(`Ferries Need Rules\n\n${PROSE}\n\n${PROSE} So be it.\n\nThe lake is a common good.`),
    ],
  },
  {
    id: 'biography',
    kind: 'boilerplate',
    gate: { most: 160, needs: has.LIFE, not: has.MARKED },
    test(passage, page, index) {
      if (passage.words < 5) return false;
      const edge = index < page.body.from + 2 || atTail(page, index);
      if (!edge) return false;
      if (startsWithAuthor(passage, page))
        return (
          BIOGRAPHY.test(passage.lower) &&
          /^.{0,160}?\b(?:is|was|are|has|serves?|works?|writes|covers|teaches|leads|heads|reports|joined|holds|studies|specialises|specializes)\b/u.test(
            passage.lower,
          )
        );
      if (OF_AUTHORS.test(passage)) return true;
      if (index < page.body.from + 2 && page.surnames.all().size > 0) return false;
      return (
        atTail(page, index) &&
        NAME_IS.test(passage.head.replace(/[*_`]{1,3}/gu, '')) &&
        BIOGRAPHY.test(passage.lower) &&
        endsPage(page, index)
      );
    },
    examples: [
      takesOf(
        `Ferries Need Rules\n\nBy Ana Reyes\n\n${PROSE}\n\n${PROSE} So be it.\n\nAna Reyes is a fellow at the Harbour Institute.`,
        'Ana Reyes is a fellow at the Harbour Institute.',
      ),
      takesOf(
        `Ferries Need Rules\n\n${PROSE}\n\n${PROSE} So be it.\n\nT. K. Rao is a professor of law at Lake University and the author of two books.`,
        'T. K. Rao is a professor of law at Lake University and the author of two books.',
      ),
      takesOf(`Ferries Need Rules\n\n${PROSE}\n\nAna Reyes is a captain, and she is angry.`),
    ],
  },
  {
    id: 'after-text',
    kind: 'boilerplate',
    gate: { where: at.BELOW },
    test: (passage, page) => page.body.to > page.body.from && !isText(passage),
    examples: [takesOf(`Ferries Need Rules\n\n${PROSE}\n\nNews\n\nOpinion`, 'News', 'Opinion')],
  },
  {
    id: 'beyond-text',
    kind: 'boilerplate',
    gate: { where: at.BELOW },
    test: (_passage, page, index) => index >= page.body.to + 3,
    examples: [],
  },
  {
    id: 'before-title',
    kind: 'boilerplate',
    gate: { where: at.ABOVE },
    test: (_passage, page, index) => index < page.title,
    examples: [
      takesOf(`INNOVATION\n\nFerries On The Lake Need New Rules\n\n${PROSE}`, 'INNOVATION'),
    ],
  },
  {
    id: 'recipient',
    kind: 'boilerplate',
    gate: { most: 12, not: has.STOPPED },
    test(passage, { passages }, index) {
      if (index >= 16) return false;
      for (let i = index + 1; i < passages.length && i < index + 8; i++) {
        if (isSalutation(passages[i]!)) return !isSalutation(passage);
      }
      return false;
    },
    examples: [
      takesOf(
        `Letter On Ferries\n\nThe Harbour Board\nPier House\n\nDear members,\n\n${PROSE}`,
        'The Harbour Board',
        'Pier House',
      ),
    ],
  },
  {
    id: 'before-text',
    kind: 'boilerplate',
    gate: { where: at.ABOVE },
    test(passage, page, index) {
      if (index >= page.body.from || index === page.title) return false;
      if (isText(passage)) return false;
      if (passage.marker)
        return passage.marker.kind === 'bullet' && index < page.body.from - 1 && passage.words < 12;
      // A standfirst without a stop, a heading right over the text.
      if (passage.words >= 8 || (passage.words >= 5 && index === page.title + 1)) return false;
      return !(passage.words >= 2 || OPENING_HEADING.test(passage)) || !touchesText(page, index);
    },
    examples: [takesOf(`Ferries On The Lake Need New Rules\n\nUnsorted\n\n${PROSE}`, 'Unsorted')],
  },
];

const NAME_IS =
  /^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Gen|Col|Lt|Maj|Sir|Amb|Ambassador|General|Colonel|Captain|Judge)\.?\s){0,2}\p{Lu}[\p{L}.’'-]{0,25}(?:\s(?:\p{Lu}[\p{L}.’'-]{0,25}|de|van|von|bin|al)){1,4}(?:,? (?:Ph\.?D\.?|Jr\.?|MP|JD|Esq\.?|CISSP))?(?:,? (?:and|&) \p{Lu}[\p{L}.’' -]{2,40})?,?(?: \([^)]{1,40}\))?(?:, [^,]{2,80},)? (?:is|was|are|has|serves|served|works|worked|covers|writes|wrote|teaches|leads|heads|reports|joined|holds|studies|specialises|specializes)\b/u;

/** "Acme is a …": what the body that publishes says of itself below its texts. */
const PUBLISHER =
  /^(?:The |\*{1,2})?\p{Lu}[\p{L}\p{N}’'&.-]{0,30}(?: (?:\p{Lu}[\p{L}\p{N}’'&.-]{0,30}|of|for|and|on|the|in)){0,9}(?: \([^)]{1,30}\))?,? (?:is|was founded|provides|works|aims|seeks) (?:an? |the |to |as ).{0,120}\b(?:community|organi[sz]ation|company|non-?profit|not-for-profit|think[ -]tank|newspaper|magazine|website|platform|provider|publisher|publication|firm|charity|foundation|institute|institution|association|network|newsletter|leader in|nongovernmental|non-governmental|consultancy)\b/u;

/** What a body says of itself and a reporter does not. */
const SELF_PRAISE =
  /\b(?:independent|non-?profit|not-for-profit|nonpartisan|non-partisan|invitation-only|award-winning|leading|mission|dedicated to|committed to|headquartered|learn more|visit|www\.|provider of|trusted|think[ -]tank|seeks to|aims to)\b/u;

/** The heading over the running text, with at most other headings between. */
function touchesText(page: Page, index: number): boolean {
  for (let i = index + 1; i < page.passages.length && i < index + 40; i++) {
    const verdict = page.verdicts[i];
    if (verdict) {
      if (verdict.kind === 'byline' || neighbour(page, i - 1, 1) === i) return false;
      continue;
    }
    return isText(page.passages[i]!) || page.passages[i]!.marker !== null;
  }
  return false;
}

function startsWithAuthor(passage: Passage, page: Page): boolean {
  const surnames = page.surnames.all();
  if (surnames.size === 0 || !/^["“*_]{0,3}\p{Lu}/u.test(passage.head)) return false;
  const { lower } = passage;
  if (!holdsAny(lower, surnames)) return false;
  const words = lower.split(/[\s,*_]+/u, 6);
  return words.some((word) => surnames.has(word.replace(/'s?$|[.]$/u, '')));
}

function holdsAny(lower: string, words: ReadonlySet<string>): boolean {
  for (const word of words) if (lower.includes(word)) return true;
  return false;
}

/** In the last quarter of the running text, or behind it. */
function atTail(page: Page, index: number): boolean {
  const { from, to } = page.body;
  return index >= to - Math.max(2, Math.floor((to - from) / 5)) && index > from;
}

/** Behind it comes nothing but furniture and other biographies. */
function endsPage(page: Page, index: number): boolean {
  if (page.passages.length - index > 400) return false;
  for (let i = index + 1; i < page.passages.length; i++) {
    const verdict = page.verdicts[i];
    if (verdict && verdict.kind !== 'byline') continue;
    if (verdict) continue;
    if (
      i < page.body.to &&
      !(NAME_IS.test(page.passages[i]!.head) && BIOGRAPHY.test(page.passages[i]!.lower))
    )
      return false;
  }
  return true;
}
