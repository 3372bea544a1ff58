import { z } from 'zod';
import {
  type About,
  type Claim,
  type Claims,
  defineStage,
  type Source,
} from '../article/article.ts';
import type { Block } from '../article/schema.ts';
import { readAuthors, readDay, readModified, readStamp } from './bylines.ts';

/**
 * Title, authors and days of publication and change: the first that is believed of those given with
 * the article, those that its mark-up tells and those that its text prints.
 */
export const about = defineStage({
  name: 'about',
  reads: ['blocks'],
  writes: 'about',
  options: z.strictObject({}),
  prepare: () => (article) => {
    const { text, blocks } = article;
    const claims = article.claims ?? claimsOf(article);
    const bylines = blocks.filter(({ kind }) => kind === 'byline');
    const body = blocks.findIndex(({ kind }, i) => kind === 'paragraph' && i > 0);
    const lead = body < 0 ? undefined : blocks[body];
    // A standfirst and the first paragraph may stand over the line that dates them.
    const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list_item');
    const limit = (paragraphs[2] ?? paragraphs.at(-1))?.start ?? text.length;
    const title = claims.title[0] ?? titleOf(text, blocks);
    const authors = first(claims.authors, namesOf) ?? authorsOf(text, bylines);
    const printed = publishedIn(text, bylines, lead, limit);
    const changes = [...claims.modified, ...modifiedIn(text, bylines)];
    const published = believedDay(claims.published, printed, changes);
    const modified = changes.find(
      ({ value }) => isDay(value) && (!published || value >= published.value),
    );
    return {
      title: title?.value ?? null,
      authors: authors?.value ?? [],
      published: published?.value ?? null,
      ...(modified ? { modified: modified.value } : {}),
      from: {
        ...(title ? { title: title.from } : {}),
        ...(authors ? { authors: authors.from } : {}),
        ...(published ? { published: published.from } : {}),
        ...(modified ? { modified: modified.from } : {}),
      },
    } satisfies About;
  },
});

/** What a program gives with an article. */
function claimsOf({ title, published }: Pick<Source, 'title' | 'published'>): Claims {
  const given = (value: string | null) =>
    value === null ? [] : [{ value, from: 'given' } as const];
  return { title: given(title), authors: [], published: given(published), modified: [] };
}

function first<Value>(
  claims: readonly Claim<Value>[],
  read: (claim: Claim<Value>) => Value | null,
): Claim<Value> | null {
  for (const claim of claims) {
    const value = read(claim);
    if (value !== null) return { value, from: claim.from };
  }
  return null;
}

/** A name that mark-up gives for an author's needs no more sign that it is one. */
const credit = (line: string): string => (/^\s*by\b/iu.test(line) ? line : `By ${line}`);

/** The persons among those that mark-up names; names that were given are not questioned. */
function namesOf({ value, from }: Claim<readonly string[]>): readonly string[] | null {
  const names =
    from === 'given'
      ? value
      : [...new Set(value.flatMap((line) => readAuthors(credit(line.slice(0, 300)))))];
  return names.length > 0 ? names : null;
}

/**
 * The day of publication: the first claim, or else the printed one, that can be true. There is no
 * clock to tell a day of the future by, but a publication that comes long after the article's last
 * change, or after the day that its own text states, never was. A day that was given is not questioned.
 */
function believedDay(
  claims: readonly Claim<string>[],
  printed: Printed | null,
  changes: readonly Claim<string>[],
): Claim<string> | null {
  const last = changes
    .map(({ value }) => value)
    .filter(isDay)
    .sort()
    .at(-1);
  const stated = printed?.stated && isDay(printed.value) ? printed.value : undefined;
  const canBe = ({ value, from }: Claim<string>) =>
    from === 'given' ||
    (isDay(value) &&
      [last, stated].every((limit) => limit === undefined || daysBetween(limit, value) <= LATE));
  const all = printed ? [...claims, printed] : claims;
  const found = all.find(canBe);
  return found ? { value: found.value, from: found.from } : null;
}

/** Days for which a text may lie ready, or stand elsewhere, before its page is published. */
const LATE = 31;

/** The days on which a clock that was never set stands, and those of placeholders, are none. */
const isDay = (iso: string): boolean => iso >= '1990-01-01' && iso < '2100-01-01';

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A block that the text's own front matter stands in. */
const inFrontMatter = ({ by }: Block): boolean => by === 'clean/front-matter';

function titleOf(text: string, blocks: readonly Block[]): Claim<string> | null {
  const at = blocks.findIndex(({ kind }) => kind === 'title');
  const block = blocks[at];
  if (!block) return null;
  const key = blocks[at - 1];
  const told = key && inFrontMatter(key) && /title|headline/iu.test(text.slice(key.start, key.end));
  return {
    value: text.slice(block.start, block.end).replace(/\s+/gu, ' ').replace(/\\_/gu, ' '),
    from: told ? 'front_matter' : 'title',
  };
}

function authorsOf(text: string, bylines: readonly Block[]): Claim<readonly string[]> | null {
  const matter: string[] = [];
  const credited: string[] = [];
  const bare: string[] = [];
  for (const block of bylines) {
    const line = text.slice(block.start, Math.min(block.end, block.start + 400));
    const list = inFrontMatter(block)
      ? matter
      : // "(Reporting by …)" at the end counts where no name stands at the head.
        /^\(?(?:additional |with )?reporting\b/iu.test(line)
        ? bare
        : credited;
    list.push(...readAuthors(line));
  }
  if (matter.length > 0) return { value: [...new Set(matter)], from: 'front_matter' };
  const names = [...new Set(credited.length > 0 ? credited : bare)];
  return names.length > 0 ? { value: names, from: 'byline' } : null;
}

function* modifiedIn(text: string, bylines: readonly Block[]): Generator<Claim<string>> {
  for (const block of bylines) {
    const line = text.slice(block.start, Math.min(block.end, block.start + 200));
    const value = readModified(line);
    if (value) yield { value, from: inFrontMatter(block) ? 'front_matter' : 'byline' };
  }
}

/** Lead paragraph's beginning: "LISBON, May 4, 2023 —". */
const DATELINE =
  /^\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{1,20}){0,3}(?:, \p{Lu}[\p{L}.]{1,20}){0,2},? [(]?(?=\p{Lu}|\d)/u;

/** A day that the text prints; `stated` where it says that it is that of publication. */
interface Printed extends Claim<string> {
  readonly stated: boolean;
}

function publishedIn(
  text: string,
  bylines: readonly Block[],
  lead: Block | undefined,
  limit: number,
): Printed | null {
  let unsaid: Printed | null = null;
  for (const block of bylines) {
    const { start, end } = block;
    const stamp = readStamp(text.slice(start, Math.min(end, start + 200)));
    if (!stamp || stamp.of === 'modified') continue;
    const from = inFrontMatter(block) ? 'front_matter' : 'byline';
    if (stamp.of === 'published') return { value: stamp.iso, from, stated: true };
    // A day without a word below the text may be a comment's.
    if (start < limit) unsaid ??= { value: stamp.iso, from, stated: false };
  }
  if (unsaid) return unsaid;
  if (!lead) return null;
  const head = text.slice(lead.start, Math.min(lead.end, lead.start + 90));
  const dash = /\s?[–—]\s?|\s--?\s|:\s/u.exec(head);
  if (!dash) return null;
  const place = head.slice(0, dash.index);
  const iso = readDay(place);
  // "On May 4, 2021 …" opens a sentence; a place is no small word of three letters.
  return iso && DATELINE.test(place) && !/^(?:On|In|By|As|At|The|It|Since|From)\s/u.test(place)
    ? { value: iso, from: 'dateline', stated: true }
    : null;
}
