import { isText, SALUTATION } from './body.ts';
import { type BlockRule, neighbour, type Page } from './page.ts';
import type { Passage } from './passages.ts';
import { BIOGRAPHY } from './sections.ts';

/** Most words of a heading. */
const LONGEST_HEADING = 18;

const takesOf = (text: string, ...takes: string[]) => ({ text, takes });
const PROSE =
  'The ferries of the lake carry more people than the trains do, and nobody has counted them since the war.';

/** Passages that their place shows to be no part of the running text. */
export const placeRules: readonly BlockRule[] = [
  {
    id: 'publisher',
    kind: 'boilerplate',
    test: (passage, page, index) =>
      passage.words <= 120 &&
      !passage.marker &&
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
    test(passage, page, index) {
      if (passage.words < 5 || passage.words > 160 || passage.marker) return false;
      const edge = index < page.body.from + 2 || atTail(page, index);
      if (!edge) return false;
      const named = startsWithAuthor(passage, page);
      if (named)
        return (
          BIOGRAPHY.test(passage.lower) &&
          /^.{0,160}?\b(?:is|was|are|has|serves?|works?|writes|covers|teaches|leads|heads|reports|joined|holds|studies|specialises|specializes)\b/u.test(
            passage.lower,
          )
        );
      if (
        /^(?:the )?(?:authors?|writers?) (?:is|are|was|were|has|works?|serves?|teaches|writes|thanks?|would like)\b/u.test(
          passage.lower,
        )
      )
        return true;
      if (page.surnames.size > 0 && index < page.body.from + 2) return false;
      return (
        atTail(page, index) &&
        NAME_IS.test(passage.head) &&
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
    test: (passage, page, index) =>
      index >= page.body.to && page.body.to > page.body.from && !isText(passage),
    examples: [takesOf(`Ferries Need Rules\n\n${PROSE}\n\nNews\n\nOpinion`, 'News', 'Opinion')],
  },
  {
    id: 'beyond-text',
    kind: 'boilerplate',
    test: (_passage, page, index) => index >= page.body.to + 3,
    examples: [],
  },
  {
    id: 'before-title',
    kind: 'boilerplate',
    test: (_passage, page, index) => index < page.title,
    examples: [
      takesOf(`INNOVATION\n\nFerries On The Lake Need New Rules\n\n${PROSE}`, 'INNOVATION'),
    ],
  },
  {
    id: 'recipient',
    kind: 'boilerplate',
    test: (passage, page, index) =>
      passage.words <= 12 &&
      !passage.stopped &&
      !SALUTATION.test(passage.lower) &&
      index < 16 &&
      page.passages
        .slice(index + 1, index + 8)
        .some(({ lower, words }) => words <= 12 && SALUTATION.test(lower)),
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
    test(passage, page, index) {
      if (index >= page.body.from || index === page.title) return false;
      if (isText(passage)) return false;
      if (passage.marker)
        return passage.marker.kind === 'bullet' && index < page.body.from - 1 && passage.words < 12;
      // A standfirst without a stop, a heading right over the text.
      if (passage.words >= 8 || (passage.words >= 5 && index === page.title + 1)) return false;
      return (
        !(passage.words >= 2 || OPENING_HEADING.test(passage.lower)) || !touchesText(page, index)
      );
    },
    examples: [takesOf(`Ferries On The Lake Need New Rules\n\nUnsorted\n\n${PROSE}`, 'Unsorted')],
  },
];

const OPENING_HEADING =
  /^(?:background|introduction|overview|summary|abstract|foreword|preface|context|purpose|tl;?dr|scope|preamble)\s?:?$/u;

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
  if (page.surnames.size === 0) return false;
  const words = passage.lower.split(/[\s,]+/u, 8);
  if (!/^["“]?\p{Lu}/u.test(passage.head)) return false;
  return words.some((word) => page.surnames.has(word.replace(/'s?$|[.]$/u, '')));
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

/** What is left is the article's: items, headings, paragraphs. */
export const structureRules: readonly BlockRule[] = [
  {
    id: 'numbered-heading',
    kind: 'heading',
    test(passage, page, index) {
      if (
        passage.marker?.kind !== 'number' ||
        passage.words > 14 ||
        passage.stopped ||
        passage.opens
      )
        return false;
      if (/[;,]$/u.test(passage.head)) return false;
      const next = page.passages[neighbour(page, index, 1)];
      // Over its paragraph, while the next number is further on.
      return (
        next !== undefined &&
        next.marker === null &&
        next.prose &&
        next.breaks >= Math.min(passage.breaks, 2)
      );
    },
    examples: [
      takesOf(
        `Ferries Need Rules\n\n${PROSE}\n\n1. Count the boats\n\n${PROSE} One.\n\n2. Pay the crews\n\n${PROSE} Two.`,
        '1. Count the boats',
        '2. Pay the crews',
      ),
    ],
  },
  {
    id: 'hash-heading',
    kind: 'heading',
    test: (passage) => passage.marker?.kind === 'hash',
    examples: [
      takesOf(`Ferries Need Rules\n\n${PROSE}\n\n## The boats\n\n${PROSE} So be it.`, 'The boats'),
    ],
  },
  {
    id: 'marked-item',
    kind: 'list_item',
    test: (passage) => passage.marker?.kind === 'bullet' || passage.marker?.kind === 'number',
    examples: [
      takesOf(
        `Ferries Need Rules\n\n${PROSE} Three things help:\n\n• more boats\n• more piers\n(iii) more crews`,
        'more boats',
        'more piers',
        '(iii) more crews',
      ),
    ],
  },
  {
    id: 'bare-item',
    kind: 'list_item',
    test: (passage, page, index) => isBareItem(passage, page, index),
    examples: [
      takesOf(
        `Ferries Need Rules\n\n${PROSE} The lake needs:\nmore boats\nmore piers\nmore crews\n\n${PROSE} So be it.`,
        'more boats',
        'more piers',
        'more crews',
      ),
    ],
  },
  {
    id: 'heading',
    kind: 'heading',
    test: (passage, page, index) => isHeading(passage, page, index),
    examples: [
      takesOf(
        `Ferries Need Rules\n\n${PROSE}\n\nThe lake in winter\n\n${PROSE} So be it.\n\nWho pays for it?\n\n${PROSE} Nobody knows.`,
        'The lake in winter',
        'Who pays for it?',
      ),
    ],
  },
  {
    id: 'loose-line',
    kind: 'boilerplate',
    test(passage, page, index) {
      if (isText(passage) || passage.opens || passage.words >= 8 || /^["“]/u.test(passage.head))
        return false;
      const next = neighbour(page, index, 1);
      const verdict = page.verdicts[next];
      // A heading stands over text; a short line over furniture belongs to the furniture.
      return (
        page.passages[next] === undefined ||
        (verdict !== null && verdict !== undefined && verdict.kind === 'boilerplate')
      );
    },
    examples: [],
  },
  {
    id: 'paragraph',
    kind: 'paragraph',
    test: () => true,
    examples: [takesOf(`Ferries Need Rules\n\n${PROSE}`, PROSE)],
  },
];

const SAID = /\b(?:said|says|told|asked|added|added that|warned|argued)\b/u;
const CLAUSE =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|said|says|told|asked|added|warned|argued|did|does|do)\b/u;

/** Most of its longer words begin with a capital. */
export function isTitleCase(head: string): boolean {
  let long = 0;
  let capital = 0;
  for (const word of head.split(/[\s/-]+/u)) {
    if (word.length < 4 || !/\p{L}/u.test(word)) continue;
    long++;
    if (/^[^\p{L}]{0,2}\p{Lu}/u.test(word)) capital++;
  }
  return long > 0 && capital * 10 >= long * 7;
}

/** A line without a marker in a list: behind an introduction's colon, like its neighbours. */
function isBareItem(passage: Passage, page: Page, index: number): boolean {
  if (passage.words > 60 || passage.marker || passage.opens) return false;
  let at = index - 1;
  let run = 1;
  const tight = passage.breaks < 2;
  while (at >= 0 && !page.verdicts[at]?.kind.startsWith('b')) {
    const before = page.passages[at]!;
    if (before.opens && !before.marker) break;
    if (page.verdicts[at]?.rule !== 'bare-item') return false;
    if (!alike(before, passage)) return false;
    run++;
    at--;
    if (run > 40) return false;
  }
  if (at < 0 || !page.passages[at]!.opens || page.passages[at]!.words < 3) return false;
  if (run > 1) return tight || passage.words <= 30;
  const next = page.passages[index + 1];
  if (!next || page.verdicts[index + 1]) return false;
  if (next.marker || !alike(passage, next)) return false;
  // Lines of one list follow each other directly, or are short all.
  return next.breaks < 2 || (passage.words <= 25 && next.words <= 25);
}

/** Two items of one list: both with a stop or both without, of like length. */
function alike(a: Passage, b: Passage): boolean {
  const end = (passage: Passage) =>
    /[;,]$|[;,] (?:and|or)$/u.test(passage.head) ? ';' : passage.stopped ? '.' : '';
  const lower = (passage: Passage) => /^\p{Ll}/u.test(passage.head);
  if (b.opens || /^["“]/u.test(b.head)) return false;
  return (
    lower(a) === lower(b) &&
    (end(a) === end(b) || end(a) === ';') &&
    b.words <= Math.max(30, a.words * 4)
  );
}

function isHeading(passage: Passage, page: Page, index: number): boolean {
  const { head, words } = passage;
  if (words > LONGEST_HEADING || passage.marker || /[,;]$/u.test(head)) return false;
  if (/^[([].*[)\]]$/u.test(head)) return false;
  if (/^["“'‘]/u.test(head) && !/["”'’]$/u.test(head)) return false;
  if (/^\p{Ll}/u.test(head) && !/^(?:i|e)\p{Lu}/u.test(head)) return false;
  if (!/\p{L}/u.test(head) || /\p{Ll}{3}[.!?]["”’)]?\s["“(]?[\p{Lu}\p{N}]/u.test(head))
    return false;
  const question = head.endsWith('?');
  if (passage.stopped && !(question && words <= 14) && !(head.endsWith('!') && words <= 6))
    return false;
  if (passage.opens && words > 2 && !isTitleCase(head)) return false;
  if (!isTitleCase(head)) {
    // A line in the writing of sentences, long or with a clause in it, is one that lost its stop.
    if (words >= 8 && CLAUSE.test(passage.lower) && (words >= 11 || SAID.test(passage.lower)))
      return false;
    if (
      index < Math.max(page.head, page.body.from) &&
      words >= 7 &&
      index > page.title &&
      page.title >= 0
    )
      return false;
  }
  const next = neighbour(page, index, 1);
  const under = page.passages[next];
  if (!under || next >= page.passages.length) return false;
  const verdict = page.verdicts[next];
  if (verdict && verdict.kind !== 'list_item' && verdict.kind !== 'paragraph') return false;
  if (question) {
    // A question of the text's own stands among short paragraphs; a heading has air around it.
    return (
      isText(under) &&
      !/^["“]/u.test(under.head) &&
      (index === 0 || page.passages[index - 1]!.prose || words <= 8) &&
      passage.breaks >= under.breaks - 1
    );
  }
  return true;
}
