import { InputError } from '../kernel/errors.ts';
import type { Interchange } from './format.ts';
import {
  articleOf,
  bareRest,
  carried,
  layerOf,
  type Mark,
  type Rest,
  refuse,
  typesOf,
  Words,
} from './marks.ts';
import { markLayers } from './names.ts';

/*
 * doccano's JSON lines for sequence labelling: `{"text", "label": [[start, end, type], …]}`. Offsets are
 * those of its page in the browser, UTF-16 units, whatever an emoji is in Python
 * (github.com/doccano/doccano/issues/2290); not so in a project that counts grapheme clusters. Its spans
 * have no fields; what it does not know it keeps as metadata and gives back, so the labels' fields ride
 * in `cyberbrief`, as a string, and find their spans again by place.
 */

const colours = ['#1f77b4', '#2ca02c', '#d62728', '#9467bd'];

interface Carried {
  readonly rest: Rest;
  readonly marks: readonly Mark[];
}

export const doccano: Interchange = {
  settings: () => [
    {
      path: 'labels.json',
      content: `${JSON.stringify(
        markLayers.flatMap((layer, number) =>
          typesOf(layer).map((text) => ({
            text,
            suffix_key: null,
            background_color: colours[number],
            text_color: '#ffffff',
          })),
        ),
        null,
        2,
      )}\n`,
    },
  ],
  together: { path: 'articles.jsonl', begin: '', between: '', end: '' },
  files({ rest, text, marks }) {
    const words = new Words(text);
    const record = {
      text,
      label: marks.map(({ start, end, type }) => [words.toUnits(start), words.toUnits(end), type]),
      article_id: rest.article_id,
      cyberbrief: JSON.stringify({ rest, marks } satisfies Carried),
    };
    return [{ path: 'articles.jsonl', content: `${JSON.stringify(record)}\n` }];
  },
  ending: '.jsonl',
  beside: [],
  *read(content, _, id) {
    for (const [number, line] of content.split('\n').entries()) {
      if (line.trim() === '') continue;
      const where = `${id}.jsonl:${number + 1}`;
      const record = carried(line, where) as Record<string, unknown>;
      const { text, article_id: name, cyberbrief } = record;
      if (typeof text !== 'string') throw new InputError('record', `${where}: has no text`);
      const kept =
        typeof cyberbrief === 'string'
          ? (carried(cyberbrief, `${where}: cyberbrief`) as Carried)
          : { rest: bareRest(String(name ?? record.id ?? number)), marks: [] };
      yield articleOf({ rest: kept.rest, text, marks: marksOf(record, kept.marks, where, text) });
    }
  },
};

type Span = readonly [start: number, end: number, type: string];

/** Older and newer versions of doccano name the spans differently. */
function spansOf(record: Record<string, unknown>): Span[] {
  const { label, labels, entities } = record;
  if (Array.isArray(entities)) {
    return entities.map((each) => [each.start_offset, each.end_offset, each.label] as const);
  }
  return (Array.isArray(label) ? label : Array.isArray(labels) ? labels : []) as Span[];
}

function marksOf(
  record: Record<string, unknown>,
  before: readonly Mark[],
  where: string,
  text: string,
): Mark[] {
  const problems: string[] = [];
  const left = new Set(before);
  const words = new Words(text);
  const found = new Map<Mark, Mark>();
  const moved: Mark[] = [];
  for (const [from, to, type] of spansOf(record)) {
    const layer = layerOf(type);
    if (!layer) {
      problems.push(`${where}: ${JSON.stringify(type)} is not one of the labels of labels.json`);
    } else if (!(Number.isInteger(from) && from >= 0 && from <= to && to <= text.length)) {
      problems.push(`${where}: ${type} from ${from} to ${to} is not in the text`);
    } else {
      const [start, end] = [words.fromUnits(from), words.fromUnits(to)];
      const same = [...left].find(
        (mark) => mark.start === start && mark.end === end && mark.type === type,
      );
      if (same) left.delete(same);
      if (same) found.set(same, same);
      else moved.push({ layer, type, start, end, fields: {}, drawn: true });
    }
  }
  refuse(problems);
  // A span that was stretched, cut or given another type is the one that it overlaps most.
  const drawn: Mark[] = [];
  for (const mark of moved) {
    let best: Mark | undefined;
    let shared = 0;
    for (const other of left) {
      const common = Math.min(mark.end, other.end) - Math.max(mark.start, other.start);
      if (other.layer === mark.layer && common > shared) {
        best = other;
        shared = common;
      }
    }
    if (best) left.delete(best);
    if (best) found.set(best, { ...best, start: mark.start, end: mark.end, type: mark.type });
    else drawn.push(mark);
  }
  return [...before.flatMap((mark) => found.get(mark) ?? []), ...drawn];
}
