import type { BlockKind } from '../article/schema.ts';
import type { Opening } from './opening.ts';
import type { Passage } from './passages.ts';

/** What a rule made of a passage. */
export interface Verdict {
  readonly kind: BlockKind;
  readonly rule: string;
}

/** An article's passages while the rules go over them, phase by phase. */
export interface Page {
  readonly text: string;
  readonly passages: readonly Passage[];
  /** A number for each word of all passages, one passage after the other. */
  readonly hashes: Int32Array;
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
  /** Of each passage how many words of running text stand from it on; null until they are asked for. */
  running: readonly number[] | null;
  /** Its paragraphs are numbered from the first one on; null until it is asked for. */
  numbered: boolean | null;
  /** Family names of those whom bylines name, in lower case. */
  readonly surnames: { addByline(head: string): void; all(): ReadonlySet<string> };
}

/** A page with what its rule takes of it: the words of each passage taken. */
export interface PageExample {
  readonly text: string;
  readonly takes: readonly string[];
}

/** What a passage must have for a rule to be asked of it, as bits of `facts.ts` and `places.ts`. */
export interface Gate {
  /** Most words. */
  readonly most?: number;
  /** Patterns one of which must take its beginning. */
  readonly openings?: readonly Opening[];
  /** One of these bits, whatever it begins with: without the openings. */
  readonly or?: number;
  /** One of these bits where its beginning fits. */
  readonly needs?: number;
  /** None of these bits. */
  readonly not?: number;
  /** One of these places. */
  readonly where?: number;
}

/** Asked of each passage that no rule before it has taken; in the order of its phase. */
export interface BlockRule {
  readonly id: string;
  readonly kind: BlockKind;
  /** What `test` relies on. */
  readonly gate?: Gate;
  test(passage: Passage, page: Page, index: number): boolean;
  readonly examples: readonly PageExample[];
}

/** Letters and digits of a text in lower case, words parted by one space: two copies share it. */
export function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a passage's words, or as many as are looked at, end with one of the signs. */
export const endsIn = ({ last }: Passage, signs: string): boolean =>
  signs.includes(String.fromCharCode(last));

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
