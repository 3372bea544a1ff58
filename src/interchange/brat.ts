import { InputError } from '../kernel/errors.ts';
import type { Interchange } from './format.ts';
import {
  articleOf,
  bareRest,
  carried,
  type Fields,
  fieldsOf,
  layerOf,
  type Mark,
  prefixOf,
  type Rest,
  refuse,
  settledSpan,
  typesOf,
  Words,
} from './marks.ts';
import { markLayers } from './names.ts';

/*
 * brat's standoff format (brat.nlplab.org/standoff.html): `x.txt`, and in `x.ann` a line for each
 * annotation. A label is a text-bound annotation `T`; what has few values is an attribute `A`, the
 * rest of its fields are a note `#` in JSON. What is of the whole article stands in `x.article.json`,
 * which brat passes over.
 */

const ARTICLE = '.article.json';
const NOTE = 'AnnotatorNotes';

/** Where brat, which is written in Python, sees the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines
const LINE_END = /[\n\r\v\f\u001C-\u001E\u0085\u2028\u2029]+/gu;

type Pair = readonly [start: number, end: number];

/** A span as brat takes it: in pieces, none of which has a line's end in it. */
function pieces(words: Words, start: number, end: number): Pair[] {
  const text = words.at(start, end);
  const base = words.fromUnits(0) + start;
  const inner = new Words(text);
  const found: Pair[] = [];
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    if (match.index > from) found.push([from, match.index]);
    from = match.index + match[0].length;
  }
  if (from < text.length || found.length === 0) found.push([from, text.length]);
  return found.map(([a, b]) => [base + inner.fromUnits(a), base + inner.fromUnits(b)] as const);
}

const inPieces = (spans: readonly Pair[]): string => spans.map(([a, b]) => `${a} ${b}`).join(';');

/** JSON on one line of any reader of lines. */
const note = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/gu,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

interface Attribute {
  readonly name: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

const attributes: readonly Attribute[] = [
  ...markLayers.flatMap((layer) =>
    fieldsOf(layer)
      .filter((field) => field.kind === 'choice' || field.kind === 'flag')
      .map(({ name, values }) => ({ name, values, types: typesOf(layer) })),
  ),
  {
    name: 'confidence',
    values: ['stated', 'inferred', 'guessed'],
    types: markLayers.flatMap((layer) => typesOf(layer)),
  },
];

const isAttribute = (type: string, name: string): Attribute | undefined =>
  attributes.find((each) => each.name === name && each.types.includes(type));

export const brat: Interchange = {
  settings: () => [
    {
      path: 'annotation.conf',
      content: [
        '[entities]',
        ...markLayers.flatMap((layer) => [
          `!${prefixOf(layer)}`,
          ...typesOf(layer).map((type) => `\t${type}`),
        ]),
        '',
        '[relations]',
        '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
        '',
        '[events]',
        '',
        '[attributes]',
        ...attributes.map(({ name, values, types }) => {
          const value = values.length > 0 ? `, Value:${values.join('|')}` : '';
          return `${name}\tArg:${types.join('|')}${value}`;
        }),
        '',
      ].join('\n'),
    },
  ],
  together: null,
  files({ rest, text, marks }) {
    const words = new Words(text);
    const lines: string[] = [];
    let attribute = 0;
    for (const [at, { type, start, end, fields }] of marks.entries()) {
      const id = `T${at + 1}`;
      const spans = pieces(words, start, end);
      const said = spans.map(([a, b]) => words.at(a, b).replace(LINE_END, ' ')).join(' ');
      lines.push(`${id}\t${type} ${inPieces(spans)}\t${said}`);
      const noted: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(fields)) {
        const known = isAttribute(type, name);
        if (known && value === true) lines.push(`A${++attribute}\t${name} ${id}`);
        else if (known && typeof value === 'string' && known.values.includes(value)) {
          lines.push(`A${++attribute}\t${name} ${id} ${value}`);
        } else if (!(known && value === false)) noted[name] = value;
      }
      const [first, last] = [spans[0]!, spans.at(-1)!];
      if (first[0] !== start || last[1] !== end) noted.span = [start, end];
      lines.push(`#${at + 1}\t${NOTE} ${id}\t${note(noted)}`);
    }
    const base = rest.article_id;
    return [
      { path: `${base}.txt`, content: text },
      { path: `${base}.ann`, content: lines.map((line) => `${line}\n`).join('') },
      { path: `${base}${ARTICLE}`, content: `${JSON.stringify(rest)}\n` },
    ];
  },
  ending: '.ann',
  beside: ['.txt', ARTICLE],
  *read(content, beside, id) {
    const text = beside['.txt'];
    if (text === null || text === undefined) {
      throw new InputError('missing', `${id}.txt is not beside ${id}.ann`);
    }
    const article = beside[ARTICLE];
    const rest = article ? (carried(article, `${id}${ARTICLE}`) as Rest) : bareRest(id);
    yield articleOf({ rest, text, marks: marksOf(content, new Words(text), id) });
  },
};

interface Bound {
  readonly line: number;
  readonly type: string;
  readonly spans: readonly Pair[];
  readonly said: string;
  readonly attributes: Record<string, string | true>;
  note: Record<string, unknown> | null;
}

function marksOf(content: string, words: Words, id: string): Mark[] {
  const problems: string[] = [];
  const bounds = new Map<string, Bound>();
  // Attributes and notes may stand before what they are about.
  const later: (() => void)[] = [];
  for (const [number, line] of content.split(/\r?\n/).entries()) {
    const tell = (reason: string) => problems.push(`${id}.ann:${number + 1}: ${reason}`);
    const [name = '', data = '', ...tail] = line.split('\t');
    const said = tail.join('\t');
    const bound = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(data);
    if (name.startsWith('T')) {
      if (!bound) tell(`${name} is no text-bound annotation`);
      else {
        const spans = bound[2]!
          .split(';')
          .map((pair) => pair.split(' ').map(Number) as unknown as Pair);
        bounds.set(name, {
          line: number + 1,
          type: bound[1]!,
          spans,
          said,
          attributes: {},
          note: null,
        });
      }
    } else if (/^[AM]\d/.test(name)) {
      const [attribute = '', target = '', value] = data.split(' ');
      later.push(() => {
        const about = bounds.get(target);
        if (about) about.attributes[attribute] = value ?? true;
      });
    } else if (name.startsWith('#') && said.startsWith('{')) {
      later.push(() => {
        const about = bounds.get(data.split(' ')[1] ?? '');
        if (!about) return;
        try {
          about.note = JSON.parse(said) as Record<string, unknown>;
        } catch (cause) {
          tell(`the note is not JSON: ${(cause as Error).message}`);
        }
      });
    }
  }
  for (const set of later) set();
  const marks: Mark[] = [];
  for (const [name, bound] of bounds) {
    const tell = (reason: string) => problems.push(`${id}.ann:${bound.line}: ${name} ${reason}`);
    const layer = layerOf(bound.type);
    if (!layer) {
      tell(`has the type ${JSON.stringify(bound.type)}, which is not one of annotation.conf`);
      continue;
    }
    const whole = wholeSpan(words, bound);
    if (!whole) {
      tell(`${JSON.stringify(bound.said)} does not stand at ${inPieces(bound.spans)}`);
      continue;
    }
    const drawn = bound.note === null && ({ drawn: true } as const);
    marks.push({ layer, type: bound.type, ...whole, fields: fieldsFrom(bound, layer), ...drawn });
  }
  refuse(problems);
  return marks;
}

/** From the first piece to the last; what was cut off an end for brat's sake is put back. */
function wholeSpan(words: Words, { spans, said, note: noted }: Bound) {
  const kept = noted?.span as Pair | undefined;
  if (kept && inPieces(pieces(words, ...kept)) === inPieces(spans)) {
    return { start: kept[0], end: kept[1] };
  }
  const start = Math.min(...spans.map(([a]) => a));
  const end = Math.max(...spans.map(([, b]) => b));
  return settledSpan(words, start, end, spans.length > 1 || said === '' ? null : said);
}

function fieldsFrom({ attributes: set, note: noted, type }: Bound, layer: Mark['layer']): Fields {
  const { span: _, ...fields } = noted ?? {};
  for (const { name, kind } of fieldsOf(layer)) {
    if (kind === 'flag' && isAttribute(type, name)) fields[name] = set[name] === true;
  }
  for (const [name, value] of Object.entries(set)) {
    if (isAttribute(type, name)) fields[name] = value;
  }
  return fields;
}
