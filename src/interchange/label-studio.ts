import { InputError } from '../kernel/errors.ts';
import type { Interchange } from './format.ts';
import {
  articleOf,
  bareRest,
  carried,
  type Field,
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
import { type MarkLayer, markLayers } from './names.ts';

/*
 * Label Studio's tasks (labelstud.io/guide/task_format): the text and what rides along in `data`, and
 * regions in `predictions` where a program found them, in `annotations` where a person did. Offsets
 * count code points. Each field of a label has a control of its own, per region; what has none rides
 * in `data.cyberbrief`, by the region's id.
 */

const LABELS = 'label';
const TEXT = 'text';
const MODEL = 'cyberbrief';

interface Carried {
  readonly rest: Rest;
  /** By the ids of regions. */
  readonly fields: Readonly<Record<string, Fields>>;
}

interface Result {
  readonly id: string;
  readonly from_name: string;
  readonly to_name: string;
  readonly type: string;
  readonly value: Record<string, unknown>;
}

const controlOf = (layer: MarkLayer, field: Field): string => `${prefixOf(layer)}-${field.name}`;

/** The type of a field's control, and of its results. */
const controls: Readonly<Record<Field['kind'], string>> = {
  text: 'textarea',
  texts: 'textarea',
  number: 'number',
  choice: 'choices',
  flag: 'choices',
};

/** A field's value as its control has it; undefined where the control is empty. */
function toControl({ kind, name }: Field, value: unknown): unknown {
  if (value === null || value === undefined || value === false) return undefined;
  if (kind === 'flag') return [name];
  if (kind === 'texts') return (value as unknown[]).length > 0 ? value : undefined;
  return kind === 'number' ? value : [value];
}

function fromControl({ kind }: Field, value: unknown): unknown {
  if (kind === 'number') return Number(value);
  const list = Array.isArray(value) ? value : [value];
  if (kind === 'flag') return list.length > 0;
  return kind === 'texts' ? list : list.join('\n');
}

/** What a control that was emptied means. */
const emptied = ({ kind }: Field): unknown =>
  kind === 'texts' ? [] : kind === 'flag' ? false : null;

const keyOf = (field: Field): string =>
  controls[field.kind] === 'textarea' ? 'text' : controls[field.kind]!;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function controlXml(layer: MarkLayer, field: Field): string[] {
  const name = `name="${controlOf(layer, field)}" toName="${TEXT}" perRegion="true"`;
  const header = `    <Header value="${escaped(field.name)}" size="6"/>`;
  switch (field.kind) {
    case 'number':
      return [header, `    <Number ${name}/>`];
    case 'text':
      return [header, `    <TextArea ${name} editable="true" maxSubmissions="1"/>`];
    case 'texts':
      return [header, `    <TextArea ${name} editable="true"/>`];
    default: {
      const values = field.kind === 'flag' ? [field.name] : field.values;
      const choice = field.kind === 'flag' ? 'multiple' : 'single-radio';
      return [
        `    <Choices ${name} choice="${choice}" showInline="true">`,
        ...values.map((value) => `      <Choice value="${escaped(value)}"/>`),
        '    </Choices>',
      ];
    }
  }
}

export const labelStudio: Interchange = {
  settings: () => [
    {
      path: 'labeling.xml',
      content: [
        '<View>',
        '  <Style>.htx-text{ white-space: pre-wrap; }</Style>',
        `  <Labels name="${LABELS}" toName="${TEXT}">`,
        ...markLayers.flatMap((layer) =>
          typesOf(layer).map((type) => `    <Label value="${type}"/>`),
        ),
        '  </Labels>',
        `  <Text name="${TEXT}" value="$text"/>`,
        ...markLayers.flatMap((layer) => [
          `  <View visibleWhen="region-selected" whenTagName="${LABELS}" whenLabelValue="${typesOf(layer).join()}">`,
          ...fieldsOf(layer).flatMap((field) => controlXml(layer, field)),
          '  </View>',
        ]),
        '</View>',
        '',
      ].join('\n'),
    },
  ],
  together: { path: 'tasks.json', begin: '[\n', between: ',\n', end: '\n]\n' },
  files({ rest, text, marks }) {
    const words = new Words(text);
    const fields: Record<string, Fields> = {};
    const result = marks.flatMap((mark, number): Result[] => {
      const id = `${mark.layer}-${number}`;
      const { start, end } = mark;
      fields[id] = mark.fields;
      const region = (name: string, type: string, value: object): Result => ({
        id,
        from_name: name,
        to_name: TEXT,
        type,
        value: { start, end, ...value },
      });
      return [
        region(LABELS, 'labels', { text: words.at(start, end), labels: [mark.type] }),
        ...fieldsOf(mark.layer).flatMap((field) => {
          const value = toControl(field, mark.fields[field.name]);
          if (value === undefined) return [];
          const type = controls[field.kind];
          return [region(controlOf(mark.layer, field), type, { [keyOf(field)]: value })];
        }),
      ];
    });
    const byProgram = marks.some((mark) => mark.fields.by !== undefined);
    const task = {
      data: {
        text,
        article_id: rest.article_id,
        cyberbrief: JSON.stringify({ rest, fields } satisfies Carried),
      },
      ...(byProgram
        ? { predictions: [{ model_version: MODEL, result }] }
        : { annotations: [{ result }] }),
    };
    return [{ path: 'tasks.json', content: JSON.stringify(task) }];
  },
  ending: '.json',
  beside: [],
  *read(content, _, id) {
    const tasks = carried(content, `${id}.json`);
    for (const [number, task] of (Array.isArray(tasks) ? tasks : [tasks]).entries()) {
      const where = `${id}.json: task ${number}`;
      const { data } = task as { data?: Record<string, unknown> };
      if (typeof data?.text !== 'string')
        throw new InputError('record', `${where}: has no data.text`);
      const { text, cyberbrief, article_id: name } = data as { text: string } & typeof data;
      const kept =
        typeof cyberbrief === 'string'
          ? (carried(cyberbrief, `${where}: data.cyberbrief`) as Carried)
          : { rest: bareRest(String(name ?? task.id ?? number)), fields: {} };
      const marks = marksOf(resultsOf(task), kept.fields, new Words(text), where);
      yield articleOf({ rest: kept.rest, text, marks });
    }
  },
};

interface Work {
  readonly result?: readonly Result[];
  readonly was_cancelled?: boolean;
}

/** The last annotation that was not cancelled, else the predictions. */
function resultsOf(task: {
  annotations?: readonly Work[];
  predictions?: readonly Work[];
}): readonly Result[] {
  const done = task.annotations?.filter((each) => !each.was_cancelled) ?? [];
  return done.at(-1)?.result ?? task.predictions?.at(-1)?.result ?? [];
}

function marksOf(
  results: readonly Result[],
  before: Readonly<Record<string, Fields>>,
  words: Words,
  where: string,
): Mark[] {
  const problems: string[] = [];
  const byRegion = new Map<string, Result[]>();
  for (const result of results) {
    byRegion.set(result.id, [...(byRegion.get(result.id) ?? []), result]);
  }
  const marks: Mark[] = [];
  for (const [id, parts] of byRegion) {
    const label = parts.find((part) => part.type === 'labels');
    const type = (label?.value.labels as string[] | undefined)?.[0];
    if (!label || type === undefined) continue;
    const layer = layerOf(type);
    if (!layer) {
      problems.push(`${where}: ${JSON.stringify(type)} is not one of the labels of labeling.xml`);
      continue;
    }
    const { start, end, text } = label.value;
    const said = typeof text === 'string' ? text : null;
    const span = settledSpan(words, Number(start), Number(end), said);
    if (!span) {
      problems.push(`${where}: ${JSON.stringify(said)} does not stand at ${start} to ${end}`);
      continue;
    }
    const fields = fieldsFrom(layer, parts, before[id]);
    marks.push({ layer, type, ...span, fields, ...(!before[id] && ({ drawn: true } as const)) });
  }
  refuse(problems);
  return marks;
}

/** What rode along, put right by what the controls say now. */
function fieldsFrom(layer: MarkLayer, parts: readonly Result[], before?: Fields): Fields {
  const fields: Record<string, unknown> = { ...before };
  for (const field of fieldsOf(layer)) {
    const control = parts.find((part) => part.from_name === controlOf(layer, field));
    if (control) fields[field.name] = fromControl(field, control.value[keyOf(field)]);
    else if (before && toControl(field, before[field.name]) !== undefined) {
      fields[field.name] = emptied(field);
    }
  }
  return fields;
}
