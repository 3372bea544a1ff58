import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { BlockKind } from '../article/schema.ts';
import { InputError } from '../kernel/errors.ts';
import { BREAK, collapse, isoDay, joinBlocks, type MarkedBlock, words } from './block-text.ts';
import { claimsOf, type ReadDocument, type ReadMetadata } from './document.ts';

/** Deeper block quotes and lists than this are no article. */
const DEEPEST = 200;

/**
 * Reads Markdown as plain text, block by block. Front matter is metadata; list numbers, footnote
 * marks and images are mark-up and no text; footnotes' definitions are furniture.
 * @throws {InputError} `front_matter` where it cannot be parsed, `too_deep`
 */
export function readMarkdown(markdown: string): ReadDocument {
  if (/^(?:[ \t]{0,3}>){200}/m.test(markdown)) {
    throw new InputError('too_deep', 'has block quotes nested more than 200 deep');
  }
  const tree = fromMarkdown(markdown, {
    extensions: [frontmatter(['yaml', 'toml']), gfm()],
    mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml']), gfmFromMarkdown()],
  });
  const metadata = frontMatter(tree);
  const blocks: MarkedBlock[] = [];
  let titled = false;

  function visit(node: RootContent, kind: BlockKind, depth: number): void {
    if (depth > DEEPEST) throw new InputError('too_deep', `is nested more than ${DEEPEST} deep`);
    switch (node.type) {
      case 'heading': {
        const text = inline(node);
        const isTitle = !titled && (metadata.title ? same(text, metadata.title) : node.depth === 1);
        if (isTitle) titled = true;
        const own = isTitle ? 'title' : kind === 'paragraph' ? 'heading' : kind;
        blocks.push({ text, kind: own });
        break;
      }
      case 'paragraph':
        blocks.push({ text: inline(node), kind });
        break;
      case 'code':
        blocks.push({ text: collapse(node.value), kind });
        break;
      case 'html':
        blocks.push({ text: withoutTags(node.value), kind });
        break;
      case 'table':
        for (const row of node.children) {
          blocks.push({ text: row.children.map(inline).join(' | '), kind });
        }
        break;
      case 'footnoteDefinition':
        for (const child of node.children) visit(child, 'boilerplate', depth + 1);
        break;
      case 'list':
        for (const child of node.children) visit(child, kind, depth + 1);
        break;
      case 'listItem':
        for (const child of node.children) {
          visit(child, kind === 'boilerplate' ? kind : 'list_item', depth + 1);
        }
        break;
      case 'blockquote':
        for (const child of node.children) visit(child, kind, depth + 1);
        break;
    }
  }
  for (const node of tree.children) visit(node, 'paragraph', 0);
  return { ...joinBlocks(blocks), metadata };
}

/** The words of a block, mark-up removed. */
function inline(node: Nodes): string {
  let text = '';
  const visit = (inner: Nodes): void => {
    if (inner.type === 'text' || inner.type === 'inlineCode') text += inner.value;
    else if (inner.type === 'break') text += BREAK;
    else if (inner.type === 'html' && /^<br\b/i.test(inner.value)) text += BREAK;
    else if ('children' in inner) for (const child of inner.children) visit(child);
  };
  visit(node);
  return collapse(text);
}

/** The text of raw HTML, of which a comment that nothing ends is the rest. */
function withoutTags(html: string): string {
  const shown = html
    .split('<!--')
    .map((part, number) =>
      number === 0 ? part : part.slice(part.indexOf('-->') + 3 || part.length),
    );
  return collapse(shown.join(' ').replace(/<[^<>]{0,10000}>/g, ' '));
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const NOTHING: ReadMetadata = claimsOf({ title: [], authors: [], published: [], modified: [] });

function frontMatter(tree: Root): ReadMetadata {
  const first = tree.children[0] as RootContent | { type: 'toml'; value: string } | undefined;
  if (first?.type !== 'yaml' && first?.type !== 'toml') return NOTHING;
  let fields: unknown;
  try {
    fields =
      first.type === 'yaml'
        ? parseYaml(first.value, { schema: 'failsafe' })
        : parseToml(first.value);
  } catch (cause) {
    const reason = String((cause as Error).message).split('\n')[0];
    throw new InputError('front_matter', `has front matter that cannot be parsed: ${reason}`);
  }
  if (fields === null || typeof fields !== 'object') return NOTHING;
  const told = fields as Record<string, unknown>;
  // TOML dates are objects that print themselves in ISO form
  const day = (name: string) => {
    const value = told[name];
    return isoDay(value instanceof Date ? value.toISOString() : value);
  };
  const claim = <Value>(value: Value | undefined) =>
    value === undefined ? undefined : ({ value, from: 'front_matter' } as const);
  const authors = [told.author ?? told.authors ?? told.by].flat().flatMap((author) => {
    const named = author !== null && typeof author === 'object' && 'name' in author;
    return words(named ? author.name : author) ?? [];
  });
  return {
    ...claimsOf({
      title: [claim(words(told.title))],
      authors: [claim(authors.length > 0 ? authors : undefined)],
      published: ['published', 'date', 'pubDate', 'publishDate'].map((name) => claim(day(name))),
      modified: ['modified', 'lastmod', 'updated', 'last_modified_at'].map((name) =>
        claim(day(name)),
      ),
    }),
    url: words(told.url),
    source: words(told.source),
  };
}
