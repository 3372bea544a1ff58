import type { BlockKind } from '../article/schema.ts';
import type { Passage } from './passages.ts';

/** What a rule made of a passage. `pieces` stands where it makes several blocks of one. */
export interface Verdict {
  readonly kind: BlockKind;
  readonly rule: string;
}

/** An article's passages while the rules go over them, phase by phase. */
export interface Page {
  readonly text: string;
  readonly passages: readonly Passage[];
  /** Title given with the article, as a key of {@link keyOf}. */
  readonly givenTitle: string | null;
  /** By passage; null: not decided yet. */
  readonly verdicts: (Verdict | null)[];
  /** Kinds told by mark-up, by passage; null for plain text. */
  readonly hinted: readonly BlockKind[] | null;
  /** Of each passage how many before it are prose; one more at the end. */
  readonly prose: readonly number[];
  /** The stretch of passages, half-open, that holds the running text. */
  body: { from: number; to: number };
  /** Before it stand title, bylines and standfirst, at times with furniture between. */
  head: number;
  /** Index of the title's passage, -1 where there is none. */
  title: number;
  /** Family names read in bylines, in lower case. */
  readonly surnames: Set<string>;
}

/** A page with what its rule takes of it: the words of each passage taken. */
export interface PageExample {
  readonly text: string;
  readonly takes: readonly string[];
}

/** Asked of each passage that no rule before it has taken; in the order of its phase. */
export interface BlockRule {
  readonly id: string;
  readonly kind: BlockKind;
  test(passage: Passage, page: Page, index: number): boolean;
  readonly examples: readonly PageExample[];
}

/** Well inside the running text: what would date or sign an article there belongs to its story. */
export function inMidText({ prose }: Page, index: number): boolean {
  return prose[index]! >= 3 && prose.at(-1)! > prose[index]!;
}

/** Letters and digits of a text in lower case, words parted by one space: two copies share it. */
export function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The passage before or behind that is not inline furniture (an advertisement, a caption). */
export function neighbour(page: Page, index: number, step: 1 | -1): number {
  let at = index + step;
  const far = index + step * 40;
  while (at !== far && page.verdicts[at] && INLINE.has(page.verdicts[at]!.rule)) at += step;
  return at;
}

/** Rules whose finds stand between the article's own passages without ending anything. */
const INLINE = new Set([
  'advertisement',
  'caption',
  'credit',
  'share',
  'repeat',
  'near-repeat',
  'read-more',
  'newsletter',
  'separator',
  'media',
]);
