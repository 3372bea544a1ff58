import { isSignOff } from './body.ts';
import type { Page } from './page.ts';

/** Where a passage stands, one bit each; rules say where they look. */
export const ANYWHERE = 1 << 0;
/** At most one passage of prose above it. */
export const EARLY = 1 << 1;
/** Not well inside the running text: what would date or sign an article there belongs to its story. */
export const OUTSIDE = 1 << 2;
/** Around the title, or below the words that close a letter. */
export const SIGNING = 1 << 3;
/** No prose from it on. */
export const LATE = 1 << 4;
/** Before the running text or the title. */
export const ABOVE = 1 << 5;
/** Behind the running text. */
export const BELOW = 1 << 6;

export function placeOf({ passages, prose, body, head, title }: Page, index: number): number {
  const before = prose[index]!;
  const all = prose[passages.length]!;
  let place = ANYWHERE;
  if (before < 2) place |= EARLY;
  if (before < 3 || before === all) place |= OUTSIDE;
  if (before === all) place |= LATE;
  if (index < head || isSignOff(passages, index - 1)) place |= SIGNING;
  if (index < body.from || index < title) place |= ABOVE;
  if (index >= body.to) place |= BELOW;
  return place;
}
