import type { Claim } from '../article/article.ts';
import type { Origin } from '../article/schema.ts';
import { collapse, isoDay, words } from './block-text.ts';
import { claimsOf, type ReadMetadata } from './document.ts';

/** schema.org's types of an article; a page may tell the same of itself, and is believed less. */
const ARTICLE = /(?:Article|BlogPosting|Report|NewsStory)$/;
const PAGE = /(?:LiveBlogPosting|WebPage)$/;

const TITLE = ['og:title', 'twitter:title', 'dc.title', 'headline', 'citation_title'];
const AUTHOR = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
];
const PUBLISHED = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish-date',
  'pubdate',
  'og:published_time',
  'citation_publication_date',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dc.date.modified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
];

/**
 * What a page says of itself: JSON-LD first, then meta tags, then its elements. A modification date
 * is never taken for the publication date, and what comments and lists of other articles say of
 * themselves is passed over.
 */
export function pageMetadata(document: Document): ReadMetadata {
  const meta = metaTags(document);
  const canonical = words(
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined,
  );
  const url = canonical ?? first(meta, ['og:url']);
  const { article, byId } = linkedData(document, url);
  const source =
    words(nameOf(resolved(article?.publisher, byId))) ??
    first(meta, ['og:site_name', 'application-name']);
  const page = ownElements(document);
  const days = (keys: readonly string[]) => keys.flatMap((key) => meta.get(key) ?? []).map(isoDay);
  return {
    ...claimsOf({
      title: [
        claim('json_ld', words(unescaped(article?.headline, document))),
        claim('meta', withoutSite(first(meta, TITLE), source)),
        claim('page', words(document.querySelector('h1')?.textContent ?? undefined)),
        claim('page', withoutSite(words(document.querySelector('title')?.textContent), source)),
      ],
      authors: [
        claim('json_ld', some(linkedAuthors(article, byId))),
        claim('meta', some(metaAuthors(meta))),
        claim('page', some(page.authors)),
      ],
      published: [
        claim('json_ld', isoDay(article?.datePublished)),
        ...days(PUBLISHED).map((day) => claim('meta', day)),
        claim('page', page.published),
      ],
      modified: [
        claim('json_ld', isoDay(article?.dateModified)),
        ...days(MODIFIED).map((day) => claim('meta', day)),
        claim('page', page.modified),
      ],
    }),
    url,
    source,
  };
}

const claim = <Value>(from: Origin, value: Value | undefined): Claim<Value> | undefined =>
  value === undefined ? undefined : { value, from };

const some = (names: readonly string[]): readonly string[] | undefined =>
  names.length > 0 ? names : undefined;

type MetaTags = ReadonlyMap<string, readonly string[]>;

const first = (meta: MetaTags, keys: readonly string[]): string | undefined => {
  for (const key of keys) {
    const content = meta.get(key)?.[0];
    if (content) return content;
  }
  return undefined;
};

/** The contents of the page's own meta tags by property, name and itemprop, in small letters. */
function metaTags(document: Document): MetaTags {
  const found = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const content = words(element.getAttribute('content'));
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const key = element.getAttribute(attribute)?.toLowerCase();
      if (!key || (attribute === 'itemprop' && isAside(element))) continue;
      const contents = found.get(key);
      if (contents) contents.push(content);
      else found.set(key, [content]);
    }
  }
  return found;
}

/** Addresses of profiles are no names. */
const metaAuthors = (meta: MetaTags): string[] => {
  for (const key of AUTHOR) {
    const names = (meta.get(key) ?? []).filter((name) => !/^(?:https?:|www\.|@)/i.test(name));
    if (names.length > 0) return names;
  }
  return [];
};

type Linked = Record<string, unknown>;

/** A string of JSON-LD in which entities were left: scripts have none. */
function unescaped(value: unknown, document: Document): unknown {
  if (typeof value !== 'string' || !/&(?:#|[a-z]{2,8};)/i.test(value)) return value;
  const element = document.createElement('p');
  element.innerHTML = value.slice(0, 1000).replaceAll('<', '&lt;');
  return element.textContent;
}

const isNode = (value: unknown): value is Linked => value !== null && typeof value === 'object';

/** Nodes of JSON-LD that are looked at. */
const MOST_NODES = 1000;

/** The article among the page's JSON-LD, also where it stands in a graph, and all nodes by `@id`. */
function linkedData(
  document: Document,
  url: string | undefined,
): { article: Linked | undefined; byId: ReadonlyMap<string, Linked> } {
  const byId = new Map<string, Linked>();
  const articles: Linked[] = [];
  const pages: Linked[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(collapse(script.textContent ?? ''));
    } catch {
      continue;
    }
    const open: unknown[] = [value];
    for (let seen = 0; seen < open.length && seen < MOST_NODES; seen++) {
      const node = open[seen];
      if (Array.isArray(node)) for (const inner of node.slice(0, MOST_NODES)) open.push(inner);
      else if (isNode(node)) {
        if (typeof node['@id'] === 'string' && !byId.has(node['@id'])) byId.set(node['@id'], node);
        const types = [node['@type']].flat().filter((type) => typeof type === 'string');
        const told = (node.headline ?? node.datePublished) !== undefined;
        if (told && types.some((type) => ARTICLE.test(type))) articles.push(node);
        else if (told && types.some((type) => PAGE.test(type))) pages.push(node);
        open.push(node['@graph'], node.mainEntity);
      }
    }
  }
  const own = url === undefined ? undefined : articles.find((node) => isAt(node, url));
  return { article: own ?? articles[0] ?? pages[0], byId };
}

const isAt = ({ url, mainEntityOfPage, '@id': id }: Linked, address: string): boolean =>
  [url, mainEntityOfPage, isNode(mainEntityOfPage) && mainEntityOfPage['@id'], id].includes(
    address,
  );

/** A node in place of a reference to it. */
const resolved = (value: unknown, byId: ReadonlyMap<string, Linked>): unknown =>
  isNode(value) && value.name === undefined && typeof value['@id'] === 'string'
    ? (byId.get(value['@id']) ?? value)
    : value;

function linkedAuthors(article: Linked | undefined, byId: ReadonlyMap<string, Linked>): string[] {
  return [article?.author ?? article?.creator].flat().flatMap((author) => {
    const node = resolved(author, byId);
    if (isNode(node) && [node['@type']].flat().includes('Organization')) return [];
    return words([nameOf(node)].flat()[0]) ?? [];
  });
}

function nameOf(publisher: unknown): unknown {
  const one = Array.isArray(publisher) ? publisher[0] : publisher;
  return isNode(one) ? one.name : one;
}

/** Elements of a page of this kind that are looked at. */
const MOST_ELEMENTS = 200;

/** What elements outside comments and lists say: authors, and days of publication and of change. */
function ownElements(document: Document): {
  readonly authors: readonly string[];
  readonly published: string | undefined;
  readonly modified: string | undefined;
} {
  const own = (selector: string) =>
    [...document.querySelectorAll(selector)]
      .slice(0, MOST_ELEMENTS)
      .filter((element) => !isAside(element));
  const day = (element: Element) =>
    isoDay(element.getAttribute('datetime') ?? element.getAttribute('content'));
  const published = own(
    '[itemprop="datePublished"], time[pubdate], time.published, time.entry-date, .byline time, .post-date time, header time',
  )
    .filter((element) => !/updated|modified/i.test(element.getAttribute('class') ?? ''))
    .map(day);
  const modified = own('[itemprop="dateModified"], time.updated, time.modified').map(day);
  const authors = own('[rel="author"], [itemprop="author"]').flatMap((element) => {
    const name = words(
      (element.querySelector('[itemprop="name"]') ?? element).textContent ?? undefined,
    );
    return name && name.length <= 100 ? name : [];
  });
  const told = (days: readonly (string | undefined)[]) => days.find((found) => found !== undefined);
  return { authors: [...new Set(authors)], published: told(published), modified: told(modified) };
}

const ASIDE =
  /(?:^|[\s_-])(?:comments?|respond|replies|related|recommended|teasers?|widget|sidebar)(?:$|[\s_-])/i;

/** It stands in comments, or in a list of other articles. */
function isAside(element: Element): boolean {
  for (let around: Element | null = element; around; around = around.parentElement) {
    if (/^(?:aside|nav|footer)$/.test(around.localName)) return true;
    if (/\bComment$/.test(around.getAttribute('itemtype') ?? '')) return true;
    if (/^(?:body|html|main)$/.test(around.localName)) return false;
    const labels = `${around.getAttribute('class') ?? ''} ${around.getAttribute('id') ?? ''}`;
    if (ASIDE.test(labels)) return true;
  }
  return false;
}

/** "Headline | Outlet" without the outlet. */
function withoutSite(title: string | undefined, source: string | undefined): string | undefined {
  if (!title) return undefined;
  const at = Math.max(...[' | ', ' – ', ' — ', ' - '].map((sign) => title.lastIndexOf(sign)));
  const site = title.length - at - 3;
  if (at >= 12 && site >= 2 && site <= 40 && (!source || title.endsWith(source))) {
    return title.slice(0, at).trimEnd();
  }
  return title;
}
