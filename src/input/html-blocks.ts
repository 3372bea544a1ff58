import { BREAK, collapse } from './block-text.ts';

/** A run of text of a page that no other block stands in, with what the page tells of it. */
export interface PageBlock {
  readonly text: string;
  /** Innermost block element around it. */
  readonly element: Element;
  /** Names of the elements around it, innermost first. */
  readonly path: readonly string[];
  /** `class` and `id` of the elements around it, innermost first. */
  readonly labels: readonly string[];
  /** Characters that stand in links. */
  readonly linked: number;
  /** It holds a `time` element, or an author's link. */
  readonly timed: boolean;
}

const BLOCKS = new Set(
  `address article aside blockquote body button caption center dd details dialog div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol
  option p pre section select summary table tbody td textarea tfoot th thead tr ul video`.split(
    /\s+/,
  ),
);
const SILENT = new Set(
  'script style template noscript iframe object svg math head canvas audio datalist'.split(' '),
);
const LINE_BREAK = new Set(['br', 'wbr']);

const hidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');

/** Every block of the page that has text, in document order, found without recursion. */
export function pageBlocks(root: Element): PageBlock[] {
  const found: PageBlock[] = [];
  const around: Element[] = [];
  let buffer = '';
  let linked = 0;
  let links = 0;
  let timed = false;
  const flush = () => {
    const text = collapse(buffer);
    if (text !== '' && around.length > 0) {
      const path = around.map((element) => element.localName).reverse();
      const labels = around
        .map(
          (element) => `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`,
        )
        .reverse();
      found.push({
        text,
        element: around[around.length - 1]!,
        path,
        labels,
        linked: Math.min(linked, text.length),
        timed,
      });
    }
    buffer = '';
    linked = 0;
    timed = false;
  };
  let node: Node | null = root;
  while (node) {
    let descend = false;
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? '';
      buffer += text;
      if (links > 0) linked += text.trim().length;
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const name = element.localName;
      if (LINE_BREAK.has(name)) {
        if (name === 'br') {
          if (buffer.trimEnd().endsWith(BREAK)) flush();
          else if (buffer.trim() !== '') buffer += BREAK;
        }
      } else if (!SILENT.has(name) && !hidden(element)) {
        const row = name === 'tr' ? rowText(element) : null;
        if (BLOCKS.has(name)) {
          flush();
          around.push(element);
        }
        if (row !== null) {
          buffer = row;
          flush();
          around.pop();
        } else {
          if (name === 'a') links++;
          if (name === 'time' || element.getAttribute('rel') === 'author') timed = true;
          descend = true;
        }
      }
    }
    if (descend && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    // an element that was descended into and has no children is left at once
    if (descend) leave(node as Element);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && node.nodeType === 1) leave(node as Element);
    }
    node = !node || node === root ? null : node.nextSibling;
  }
  flush();
  return found;

  function leave(element: Element): void {
    if (element.localName === 'a') links--;
    if (around[around.length - 1] === element) {
      flush();
      around.pop();
    }
  }
}

/** The cells of a row of a table of data, or null: tables also lay out whole pages. */
function rowText(row: Element): string | null {
  const cells = [...row.children].filter(
    ({ localName }) => localName === 'td' || localName === 'th',
  );
  if (cells.length < 2) return null;
  if (row.querySelector('p, div, table, ul, ol, h1, h2, h3, form')) return null;
  const texts = cells.map((cell) => collapse(cell.textContent ?? ''));
  return texts.every((text) => text.length < 300) ? texts.join(' | ') : null;
}
