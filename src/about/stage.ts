import { z } from 'zod';
import { type About, defineStage, type Origin } from '../article/article.ts';
import type { Block } from '../article/schema.ts';
import { readAuthors, readDay, readStamp } from './bylines.ts';

/** Title, authors and day of publication: as given with the article, else as the text prints them. */
export const about = defineStage({
  name: 'about',
  reads: ['blocks'],
  writes: 'about',
  options: z.strictObject({}),
  prepare: () => (article) => {
    const { text, blocks } = article;
    const bylines = blocks.filter(({ kind }) => kind === 'byline');
    const body = blocks.findIndex(({ kind }, i) => kind === 'paragraph' && i > 0);
    const lead = body < 0 ? undefined : blocks[body];
    const title = titleOf(text, blocks);
    const authors = authorsOf(text, bylines);
    // A standfirst and the first paragraph may stand over the line that dates them.
    const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list_item');
    const limit = (paragraphs[2] ?? paragraphs.at(-1))?.start ?? text.length;
    const published = article.published
      ? { iso: article.published, from: 'given' as const }
      : publishedIn(text, bylines, lead, limit);
    return {
      title: article.title ?? title,
      authors,
      published: published?.iso ?? null,
      from: {
        ...(article.title !== null
          ? { title: 'given' as const }
          : title !== null
            ? { title: 'title' as const }
            : {}),
        ...(authors.length > 0 ? { authors: 'byline' as const } : {}),
        ...(published ? { published: published.from } : {}),
      },
    } satisfies About;
  },
});

function titleOf(text: string, blocks: readonly Block[]): string | null {
  const block = blocks.find(({ kind }) => kind === 'title');
  return block
    ? text.slice(block.start, block.end).replace(/\s+/gu, ' ').replace(/\\_/gu, ' ')
    : null;
}

function authorsOf(text: string, bylines: readonly Block[]): string[] {
  const credited: string[] = [];
  const bare: string[] = [];
  for (const { start, end } of bylines) {
    const line = text.slice(start, Math.min(end, start + 400));
    // "(Reporting by …)" at the end counts where no name stands at the head.
    (/^\(?(?:additional |with )?reporting\b/iu.test(line) ? bare : credited).push(
      ...readAuthors(line),
    );
  }
  return [...new Set(credited.length > 0 ? credited : bare)];
}

/** Lead paragraph's beginning: "LISBON, May 4, 2023 —". */
const DATELINE =
  /^\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{1,20}){0,3}(?:, \p{Lu}[\p{L}.]{1,20}){0,2},? [(]?(?=\p{Lu}|\d)/u;

function publishedIn(
  text: string,
  bylines: readonly Block[],
  lead: Block | undefined,
  limit: number,
): { iso: string; from: Origin } | null {
  let unsaid: string | null = null;
  for (const { start, end } of bylines) {
    const stamp = readStamp(text.slice(start, Math.min(end, start + 200)));
    if (!stamp || stamp.of === 'modified') continue;
    if (stamp.of === 'published') return { iso: stamp.iso, from: 'byline' };
    // A day without a word below the text may be a comment's.
    if (start < limit) unsaid ??= stamp.iso;
  }
  if (unsaid) return { iso: unsaid, from: 'byline' };
  if (!lead) return null;
  const head = text.slice(lead.start, Math.min(lead.end, lead.start + 90));
  const dash = /\s?[–—]\s?|\s--?\s|:\s/u.exec(head);
  if (!dash) return null;
  const place = head.slice(0, dash.index);
  const iso = readDay(place);
  // "On May 4, 2021 …" opens a sentence; a place is no small word of three letters.
  return iso && DATELINE.test(place) && !/^(?:On|In|By|As|At|The|It|Since|From)\s/u.test(place)
    ? { iso, from: 'dateline' }
    : null;
}
