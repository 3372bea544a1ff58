import { collapse, isoDay, words } from './block-text.ts';
import type { GivenMetadata } from './document.ts';

/** schema.org's types of an article. */
const ARTICLE = /(?:Article|BlogPosting|Report|NewsStory|LiveBlogPosting|WebPage)$/;

/**
 * What a page says of itself: JSON-LD first, then meta tags, then its elements. A modification date
 * is never taken for the publication date.
 */
export function pageMetadata(document: Document): GivenMetadata {
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const element = document.querySelector(
        `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
      );
      const content = words(element?.getAttribute('content'));
      if (content) return content;
    }
    return undefined;
  };
  const linked = linkedData(document);
  const source = words(nameOf(linked?.publisher)) ?? meta('og:site_name', 'application-name');
  const heading = document.querySelector('h1')?.textContent;
  return {
    title:
      words(linked?.headline) ??
      withoutSite(meta('og:title', 'twitter:title', 'dc.title', 'headline'), source) ??
      words(heading) ??
      withoutSite(words(document.querySelector('title')?.textContent), source),
    published:
      isoDay(linked?.datePublished) ??
      isoDay(
        meta(
          'article:published_time',
          'datePublished',
          'date',
          'dc.date',
          'dc.date.issued',
          'DC.date.issued',
          'parsely-pub-date',
          'sailthru.date',
          'publishdate',
          'pubdate',
          'og:published_time',
          'citation_publication_date',
        ),
      ) ??
      publishedTime(document),
    url:
      words(document.querySelector('link[rel="canonical"]')?.getAttribute('href')) ??
      meta('og:url'),
    source,
  };
}

type Linked = Record<string, unknown>;

/** The article among the page's JSON-LD, also where it stands in a graph. */
function linkedData(document: Document): Linked | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(collapse(script.textContent ?? ''));
    } catch {
      continue;
    }
    const open: unknown[] = [value];
    for (let seen = 0; open.length > 0 && seen < 1000; seen++) {
      const node = open.shift();
      if (Array.isArray(node)) open.push(...node);
      else if (node !== null && typeof node === 'object') {
        const types = [(node as Linked)['@type']].flat();
        if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) {
          if ((node as Linked).headline ?? (node as Linked).datePublished) return node as Linked;
        }
        open.push((node as Linked)['@graph']);
      }
    }
  }
  return undefined;
}

function nameOf(publisher: unknown): unknown {
  const first = Array.isArray(publisher) ? publisher[0] : publisher;
  return first !== null && typeof first === 'object' ? (first as Linked).name : first;
}

/** A `time` that says that it is the date of publication. */
function publishedTime(document: Document): string | undefined {
  for (const element of document.querySelectorAll(
    '[itemprop="datePublished"], time[pubdate], time.published, time.entry-date, .byline time, .post-date time, header time',
  )) {
    if (/updated|modified/i.test(element.getAttribute('class') ?? '')) continue;
    const found = isoDay(element.getAttribute('datetime') ?? element.getAttribute('content'));
    if (found) return found;
  }
  return undefined;
}

/** "Headline | Outlet" without the outlet. */
function withoutSite(title: string | undefined, source: string | undefined): string | undefined {
  if (!title) return undefined;
  const cut = /^(.{12,}?)\s[|–—-]\s[^|–—]{2,40}$/u.exec(title)?.[1];
  if (cut && (!source || title.endsWith(source))) return cut;
  return title;
}
