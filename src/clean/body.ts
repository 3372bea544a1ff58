import { keyOf, type Page } from './page.ts';
import type { Passage } from './passages.ts';

/** Lines in a row, without a sentence among them, that a running text does not have. */
const LINKS = 6;

/** A full sentence or a run of text: what an article is made of. */
export function isText(passage: Passage): boolean {
  return (
    passage.prose ||
    (passage.stopped && passage.words >= 3 && /^["'“‘(]?[\p{Lu}\p{N}]/u.test(passage.head))
  );
}

/**
 * The stretch of passages that holds the running text: the one with the most words in prose, where
 * long rows of loose lines part a page's menus and footers from it. In one pass (Kadane).
 */
export function findBody(page: Page): { from: number; to: number } {
  const { passages, verdicts } = page;
  let best = { from: 0, to: 0, sum: 0 };
  let sum = 0;
  let from = 0;
  let loose = 0;
  const headline = headlineSentence(page);
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i]!;
    const verdict = verdicts[i];
    const open = verdict === null || verdict === undefined;
    if (open && passage.prose && i !== headline) {
      if (sum <= 0) {
        sum = 0;
        from = i;
      }
      sum += Math.min(passage.words, 100);
      loose = 0;
      if (sum > best.sum) best = { from, to: i + 1, sum };
    } else if (open && (isText(passage) || passage.marker || passage.opens)) {
      loose = 0;
    } else if (verdict?.kind !== 'byline' && passage.words < 12) {
      loose++;
      if (loose >= LINKS) sum -= 8;
    }
  }
  if (best.to === 0) {
    // No prose at all: from the first sentence on.
    const first = passages.findIndex((passage, i) => !verdicts[i] && isText(passage));
    return first < 0
      ? { from: passages.length, to: passages.length }
      : { from: first, to: lastText(page, first) };
  }
  return { from: best.from, to: lastText(page, best.to - 1) };
}

/**
 * The article's first line where it reads like a sentence and is the headline: one question, or one
 * short sentence over a byline.
 */
function headlineSentence({ passages, verdicts }: Page): number {
  const first = verdicts.findIndex((verdict) => verdict?.kind !== 'boilerplate');
  const passage = passages[first];
  if (!passage || verdicts[first] || passage.words > 24) return -1;
  if (/[.!?]["”’]?\s["“]?\p{Lu}/u.test(passage.head)) return -1;
  if (/[?!]["”’]?$/u.test(passage.head)) return first;
  return verdicts[first + 1]?.kind === 'byline' || verdicts[first + 2]?.kind === 'byline'
    ? first
    : -1;
}

/** Short sentences and list items right behind the last prose belong to it. */
function lastText(page: Page, last: number): number {
  let to = last + 1;
  for (let i = to; i < page.passages.length; i++) {
    const passage = page.passages[i]!;
    if (page.verdicts[i]) {
      if (page.verdicts[i]!.kind === 'byline') break;
      continue;
    }
    if (isText(passage) && i - to < 3) to = i + 1;
    else if (
      passage.marker &&
      (i === to || page.passages[i - 1]!.opens || page.passages[i - 1]!.marker)
    )
      to = i + 1;
    else if (page.passages[i - 1]!.opens && i === to) to = i + 1;
    else if (i - to >= 3) break;
  }
  return to;
}

/** Passages before the body that may be the title. */
function isTitleLike(passage: Passage): boolean {
  return (
    passage.words >= 1 &&
    passage.words <= 32 &&
    passage.end - passage.start <= 260 &&
    !passage.head.endsWith('.') &&
    !passage.opens &&
    /\p{L}{2}/u.test(passage.head) &&
    passage.marker?.kind !== 'bullet' &&
    passage.marker?.kind !== 'quote'
  );
}

/**
 * The index of the title's passage, or -1. A title that came with the article decides; else the
 * first line before the body that reads like one.
 */
export function findTitle(page: Page): number {
  const { passages, verdicts, givenTitle } = page;
  const last = Math.min(page.body.from, passages.length);
  if (givenTitle !== null && givenTitle !== '') {
    let found = -1;
    for (let i = 0; i < Math.min(passages.length, last + 3); i++) {
      if (verdicts[i] && verdicts[i]!.kind !== 'boilerplate') continue;
      const key = keyOf(passages[i]!.head);
      if (key === givenTitle) return i;
      if (
        found < 0 &&
        key.length > 12 &&
        (givenTitle.startsWith(key) || key.startsWith(givenTitle)) &&
        passages[i]!.words <= 32
      ) {
        found = i;
      }
    }
    if (found >= 0) return found;
  }
  const candidates: number[] = [];
  const headline = headlineSentence(page);
  for (let i = 0; i < last; i++) {
    if (!verdicts[i] && (i === headline || isTitleLike(passages[i]!))) candidates.push(i);
  }
  if (candidates.length === 0) return -1;
  if (candidates.length > 8) return bestOfMany(page, candidates);
  const first = candidates[0]!;
  const second = candidates[1];
  // "INNOVATION", "Cyber policy": a short line over a longer one is its section's name.
  if (second !== undefined && passages[first]!.words <= 3 && isKicker(page, first, second))
    return second;
  return first;
}

function isKicker(page: Page, first: number, second: number): boolean {
  const over = page.passages[first]!;
  const under = page.passages[second]!;
  if (/[?!]$/u.test(over.head) || under.words < 4 || under.words <= over.words) return false;
  for (let i = first + 1; i < second; i++) if (page.verdicts[i]?.kind === 'byline') return false;
  return true;
}

/** On a whole web page: the line that stands in the page's first line again, else the longest near the text. */
function bestOfMany(page: Page, candidates: readonly number[]): number {
  const { passages } = page;
  const top = keyOf(passages[0]!.head);
  let best = -1;
  let most = -Infinity;
  for (const i of candidates) {
    const passage = passages[i]!;
    const key = keyOf(passage.head);
    const repeated = i > 0 && key.length > 12 && top.includes(key) ? 12 : 0;
    const score =
      repeated +
      Math.min(passage.words, 12) -
      (page.body.from - i) * 0.4 -
      (passage.words < 3 ? 6 : 0);
    if (score > most) {
      most = score;
      best = i;
    }
  }
  return best;
}
