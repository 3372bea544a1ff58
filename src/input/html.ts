import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { BlockKind } from '../article/schema.ts';
import { InputError } from '../kernel/errors.ts';
import { AMPERSAND, joinBlocks, LESS, type MarkedBlock } from './block-text.ts';
import type { ReadDocument, ReadMetadata } from './document.ts';
import { type PageBlock, pageBlocks } from './html-blocks.ts';
import { pageMetadata } from './html-metadata.ts';

/*
 * No article comes near these, and the parser and Readability take longer than in proportion: 256
 * nested elements take a second, 30,000 elements two.
 */
const DEEPEST = 256;
const MOST_ELEMENTS = 30_000;
const MOST_ENTITIES = 100_000;

/**
 * Reads a web page as plain text, block by block: all of its visible text, menus and footers too.
 * What is article is decided by Readability and by the elements and labels around a block.
 * @throws {InputError} `too_deep`, `too_complex`, `empty`
 */
export function readHtml(html: string): ReadDocument {
  checkComplexity(html);
  const whole = /<(?:html|body)\b/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(
    whole.replace(/&(?![a-z#])/gi, AMPERSAND).replace(/<(?![a-z/!?])/gi, LESS),
  ) as unknown as { document: Document };
  const metadata = pageMetadata(document);
  const body = document.body ?? document.documentElement;
  const found = body ? pageBlocks(body) : [];
  if (found.length === 0) throw new InputError('empty', 'shows no text');
  const kept = keptByReadability(document, found);
  return { ...joinBlocks(kinds(found, kept, metadata)), metadata };
}

const TAG = /<(\/?)([a-z][a-z0-9]{0,20})\b/gi;
const OPEN_ENDED = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot'.split(
    ' ',
  ),
);

/** @throws {InputError} where reading the page would take too long */
function checkComplexity(html: string): void {
  let depth = 0;
  let elements = 0;
  for (const [, slash, name] of html.matchAll(TAG)) {
    if (!slash && ++elements > MOST_ELEMENTS) {
      throw new InputError('too_complex', `has more than ${MOST_ELEMENTS} elements`);
    }
    if (OPEN_ENDED.has(name!.toLowerCase())) continue;
    if (slash) depth = Math.max(0, depth - 1);
    else if (++depth > DEEPEST) {
      throw new InputError('too_deep', `nests more than ${DEEPEST} elements`);
    }
  }
  let entities = 0;
  for (let at = html.indexOf('&'); at >= 0; at = html.indexOf('&', at + 1)) {
    if (++entities > MOST_ENTITIES) {
      throw new InputError('too_complex', `has more than ${MOST_ENTITIES} entities`);
    }
  }
}

/**
 * Which blocks stand in what Readability takes for the article. It rebuilds the page, so its blocks
 * are found again by their words, in order.
 */
function keptByReadability(document: Document, blocks: readonly PageBlock[]): boolean[] {
  const result = new Readability<Node>(document, {
    serializer: (node) => node,
    keepClasses: true,
    maxElemsToParse: 200_000,
  }).parse();
  const root = result?.content as Element | null | undefined;
  if (!root) return blocks.map(() => false);
  const places = new Map<string, number[]>();
  for (const [number, { text }] of blocks.entries()) {
    const list = places.get(text);
    if (list) list.push(number);
    else places.set(text, [number]);
  }
  const kept = blocks.map(() => false);
  let last = -1;
  for (const { text } of pageBlocks(root)) {
    const list = places.get(text);
    const next = list?.find((number) => number > last) ?? list?.[0];
    if (next === undefined) continue;
    kept[next] = true;
    // a word that stands in a menu too must not carry the search beyond the article
    if (text.length > 40 || next < last + 10) last = next;
  }
  return kept;
}

const FURNITURE_ELEMENT = new Set(
  'nav footer aside form button select option figcaption caption label textarea dialog menu'.split(
    ' ',
  ),
);
/** Their labels tell of the page, not of a block. */
const WHOLE = new Set(['article', 'main', 'body', 'section', 'html']);
const FURNITURE_LABEL =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|consent|share|sharing|social|related|recirc|newsletter|subscribe|subscription|signup|sign-up|promo|sponsor(?:ed)?|advert(?:isement)?|ads?|banner|comments?|respond|footer|sidebar|widget|caption|credits?|post-tags|entry-tags|article-tags|tag-?list|tags-?links|taxonomy|author-?bio|bio|toc|popular|trending|recommended|read-?next|more-stories|paywall|modal|popup|skip-link|screen-reader-text|sr-only|visually-hidden|pagination|copyright|disclaimer)(?:$|[\s_-])/i;
const BYLINE_LABEL =
  /(?:^|[\s_-])(?:byline|by-line|authors?|posted-on|entry-meta|post-meta|article-meta|meta-?data|date(?:line)?|pub-?date|published|timestamp|dateline|contributor)(?:$|[\s_-])/i;

function kinds(
  blocks: readonly PageBlock[],
  kept: readonly boolean[],
  metadata: ReadMetadata,
): MarkedBlock[] {
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  const title = titleAt(blocks, metadata, last);
  return blocks.map((block, number): MarkedBlock => {
    const { text } = block;
    if (number === title) return { text, kind: 'title' };
    const near =
      number > title && number < (first < 0 ? blocks.length : Math.max(first, title) + 4);
    if (near && isByline(block)) return { text, kind: 'byline' };
    const article = kept[number] || (number > title && number < first && isStandfirst(block));
    if (!article || isFurniture(block)) return { text, kind: 'boilerplate' };
    return { text, kind: contentKind(block) };
  });
}

function contentKind({ path }: PageBlock): BlockKind {
  for (const name of path) {
    if (/^h[1-6]$/.test(name)) return 'heading';
    if (name === 'li' || name === 'dd' || name === 'dt') return 'list_item';
    if (name === 'table' || name === 'blockquote' || name === 'article' || name === 'body') break;
  }
  return 'paragraph';
}

/** The heading that repeats the page's own title, else its first `h1` with a few words. */
function titleAt(blocks: readonly PageBlock[], metadata: ReadMetadata, last: number): number {
  const wanted = plain(metadata.title ?? '');
  const headings = blocks.flatMap((block, number) =>
    /^h[12]$/.test(block.path[0]!) && (last < 0 || number <= last) ? [number] : [],
  );
  const same = headings.find((number) => {
    const words = plain(blocks[number]!.text);
    return words !== '' && (words === wanted || (words.length > 15 && wanted.startsWith(words)));
  });
  if (same !== undefined) return same;
  return (
    headings.find(
      (number) => blocks[number]!.path[0] === 'h1' && blocks[number]!.text.split(' ').length >= 3,
    ) ?? -1
  );
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function isByline({ text, labels, timed, path }: PageBlock): boolean {
  if (text.length > 200 || path[0] === 'nav') return false;
  return (
    timed ||
    /^by\s+\p{Lu}/iu.test(text) ||
    labels.slice(0, 3).some((label) => BYLINE_LABEL.test(label))
  );
}

function isStandfirst({ text, labels }: PageBlock): boolean {
  return (
    text.length > 30 &&
    labels
      .slice(0, 3)
      .some((label) =>
        /(?:^|[\s_-])(?:dek|standfirst|sub-?title|sub-?head(?:line)?|summary|lede?|intro|excerpt|deck)(?:$|[\s_-])/i.test(
          label,
        ),
      )
  );
}

function isFurniture({ text, path, labels, linked }: PageBlock): boolean {
  if (path.some((name) => FURNITURE_ELEMENT.has(name))) return true;
  const around = path.findIndex((name) => WHOLE.has(name));
  const near = labels.slice(0, Math.min(3, around < 0 ? 3 : around));
  if (near.some((label) => FURNITURE_LABEL.test(label)) && text.length < 400) return true;
  return linked > text.length * 0.8 &&
    text.length < 200 &&
    /^(?:li|div|p|span|h[2-6])$/.test(path[0]!)
    ? path.includes('li') || path[0] === 'div'
    : false;
}
