import { exactly, type Label, type Layer, nameSet, words } from './label.ts';

/*
 * Which fields make up a row of each layer, and how each is compared.
 */

const compared = {
  kind: exactly,
  type: exactly,
  min: exactly,
  max: exactly,
  comparator: exactly,
  per: exactly,
  value: exactly,
  relative: exactly,
  strength: exactly,
  list: exactly,
  ordinal: exactly,
  id: exactly,
  listed: (value: unknown) => value !== null && value !== undefined,
  unit: words,
  of: words,
  when: words,
  source: words,
  name: words,
  canonical: words,
  action: words,
  actors: nameSet,
} satisfies Record<string, (value: unknown) => unknown>;

export type Field = keyof typeof compared;

/** Whether both labels say the same in a field. */
export function agreesOn(field: Field, a: Label, b: Label): boolean {
  const read = field === 'listed' ? 'list' : field;
  return compared[field](a[read]) === compared[field](b[read]);
}

/** The fields of a row of the layer, its place and words apart. */
export const fieldsOf: Readonly<Record<Layer, readonly Field[]>> = {
  blocks: ['kind'],
  sentences: [],
  entities: ['type', 'name', 'canonical', 'id'],
  figures: ['kind', 'min', 'max', 'comparator', 'unit', 'per', 'of', 'when', 'source'],
  dates: ['type', 'value', 'relative'],
  recommendations: ['strength', 'action', 'actors', 'source', 'list', 'ordinal'],
};

interface RowMeasure {
  readonly name: string;
  readonly fields: readonly Field[];
  also(gold: Label, found: Label): boolean;
}

const always = () => true;
const whereGiven = (field: Field) => (a: Label, b: Label) =>
  !bothGive(field)(a, b) || agreesOn(field, a, b);
const bothGive = (field: Field) => (a: Label, b: Label) =>
  a[field] !== undefined && b[field] !== undefined;
const eitherHas = (field: Field) => (a: Label, b: Label) =>
  exactly(a[field]) !== null || exactly(b[field]) !== null;

const quantity = ['min', 'max', 'comparator', 'unit', 'per'] as const;
const whole = (layer: Layer): RowMeasure => ({
  name: 'row',
  fields: fieldsOf[layer],
  also: always,
});

/** The measures of a layer that ask for fields besides the span. */
export const rowFields: Readonly<Record<Layer, readonly RowMeasure[]>> = {
  blocks: [whole('blocks')],
  sentences: [whole('sentences')],
  entities: [
    { name: 'named', fields: ['type', 'name'], also: always },
    {
      name: 'row',
      fields: ['type', 'name'],
      also: (a, b) => whereGiven('canonical')(a, b) && whereGiven('id')(a, b),
    },
  ],
  figures: [{ name: 'valued', fields: quantity, also: always }, whole('figures')],
  dates: [{ name: 'valued', fields: ['value'], also: always }, whole('dates')],
  recommendations: [
    { name: 'graded', fields: ['strength'], also: always },
    whole('recommendations'),
  ],
};

interface ShareMeasure {
  readonly name: string;
  readonly fields: readonly Field[];
  /** Which pairs can be compared. */
  when(gold: Label, found: Label): boolean;
}

const plain = (field: Field): ShareMeasure => ({ name: field, fields: [field], when: always });
const link = (field: Field): ShareMeasure => ({
  name: field,
  fields: [field],
  when: eitherHas(field),
});

export const shares: Readonly<Record<Layer, readonly ShareMeasure[]>> = {
  blocks: [],
  sentences: [],
  entities: [
    plain('name'),
    { name: 'canonical', fields: ['canonical'], when: bothGive('canonical') },
    { name: 'id', fields: ['id'], when: bothGive('id') },
  ],
  figures: [
    plain('kind'),
    plain('min'),
    plain('max'),
    plain('comparator'),
    { name: 'value', fields: ['min', 'max', 'comparator'], when: always },
    plain('unit'),
    plain('per'),
    { name: 'quantity', fields: quantity, when: always },
    link('of'),
    link('when'),
    link('source'),
  ],
  dates: [plain('value'), plain('relative')],
  recommendations: [
    plain('strength'),
    plain('action'),
    plain('actors'),
    link('source'),
    { name: 'listed', fields: ['listed', 'ordinal'], when: always },
    link('list'),
    link('ordinal'),
  ],
};
