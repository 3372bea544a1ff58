import { InputError } from '../kernel/errors.ts';
import type { Interchange } from './format.ts';
import {
  articleOf,
  bareRest,
  carried,
  type Fields,
  layerOf,
  type Mark,
  type Rest,
  refuse,
  settledSpan,
  Words,
} from './marks.ts';

/*
 * The W3C's Web Annotation Data Model (www.w3.org/TR/annotation-model), in JSON-LD: a collection for
 * each article, an annotation for each label. The target is a stretch of `x.txt`, by position (code
 * points) and by its words; one body is the type, another the fields in JSON. What is of the whole
 * article is an annotation of the whole text.
 */

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const AROUND = 32;
const JSON_TYPE = 'application/json';

interface Body {
  readonly type: string;
  readonly purpose?: string;
  readonly format?: string;
  readonly value?: string;
}
interface Selector {
  readonly type: string;
  readonly start?: number;
  readonly end?: number;
  readonly exact?: string;
}
interface Annotation {
  readonly type?: string;
  readonly body?: Body | readonly Body[];
  readonly target?: { readonly selector?: Selector | readonly Selector[] } | string;
}

const json = (value: unknown): Body => ({
  type: 'TextualBody',
  purpose: 'describing',
  format: JSON_TYPE,
  value: JSON.stringify(value),
});

export const webAnnotation: Interchange = {
  settings: () => [],
  together: null,
  files({ rest, text, marks }) {
    const words = new Words(text);
    const base = rest.article_id;
    const urn = `urn:cyberbrief:${encodeURIComponent(base)}`;
    const source = `${encodeURIComponent(base.split('/').at(-1)!)}.txt`;
    const items = [
      {
        id: `${urn}#article`,
        type: 'Annotation',
        motivation: 'describing',
        body: json(rest),
        target: { source },
      },
      ...marks.map(({ layer, type, start, end, fields }, number) => ({
        id: `${urn}#${layer}-${number}`,
        type: 'Annotation',
        motivation: 'classifying',
        body: [{ type: 'TextualBody', purpose: 'classifying', value: type }, json(fields)],
        target: {
          source,
          selector: [
            { type: 'TextPositionSelector', start, end },
            {
              type: 'TextQuoteSelector',
              exact: words.at(start, end),
              prefix: words.at(Math.max(0, start - AROUND), start),
              suffix: words.at(end, Math.min(words.length, end + AROUND)),
            },
          ],
        },
      })),
    ];
    const collection = {
      '@context': CONTEXT,
      id: urn,
      type: 'AnnotationCollection',
      label: rest.title ?? base,
      total: items.length,
      first: { id: `${urn}#page`, type: 'AnnotationPage', partOf: urn, startIndex: 0, items },
    };
    return [
      { path: `${base}.txt`, content: text },
      { path: `${base}.jsonld`, content: `${JSON.stringify(collection, null, 1)}\n` },
    ];
  },
  ending: '.jsonld',
  beside: ['.txt'],
  *read(content, beside, id) {
    const text = beside['.txt'];
    if (text === null || text === undefined) {
      throw new InputError('missing', `${id}.txt is not beside ${id}.jsonld`);
    }
    const words = new Words(text);
    const problems: string[] = [];
    const marks: Mark[] = [];
    let rest: Rest = bareRest(id);
    for (const [number, item] of itemsOf(carried(content, `${id}.jsonld`)).entries()) {
      const where = `${id}.jsonld: annotation ${number}`;
      const bodies = listOf(item.body);
      const kept = bodies.find((body) => body.format === JSON_TYPE)?.value;
      const value = kept === undefined ? null : carried(kept, where);
      const selectors = typeof item.target === 'string' ? [] : listOf(item.target?.selector);
      const position = selectors.find((each) => each.type === 'TextPositionSelector');
      if (!position) {
        if (value !== null && selectors.length === 0) rest = value as Rest;
        else problems.push(`${where}: has no TextPositionSelector`);
        continue;
      }
      const type = bodies.find((body) => layerOf(body.value ?? '') !== undefined)?.value;
      if (type === undefined) {
        problems.push(`${where}: no body is the type of a label, like "entity-country"`);
        continue;
      }
      const said = selectors.find((each) => each.type === 'TextQuoteSelector')?.exact ?? null;
      const span = settledSpan(words, Number(position.start), Number(position.end), said);
      if (!span) {
        problems.push(`${where}: ${JSON.stringify(said)} does not stand at ${position.start}`);
        continue;
      }
      const drawn = value === null && ({ drawn: true } as const);
      marks.push({
        layer: layerOf(type)!,
        type,
        ...span,
        fields: (value ?? {}) as Fields,
        ...drawn,
      });
    }
    refuse(problems);
    yield articleOf({ rest, text, marks });
  },
};

/** The annotations of a collection, of a page, of a list, or a single one. */
function itemsOf(value: unknown): Annotation[] {
  if (Array.isArray(value)) return value as Annotation[];
  const { first, items } = value as {
    first?: { items?: Annotation[] };
    items?: Annotation[];
  };
  return first?.items ?? items ?? [value as Annotation];
}

const listOf = <Item>(value: Item | readonly Item[] | undefined): readonly Item[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as Item];
