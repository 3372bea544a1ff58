/*
 * Every measure with its definition in print. `--explain-measures` prints this list and
 * docs/evaluation.md holds it; a test compares the two.
 */

/** Where a measure is reported: the layers of labels, and the cleaner's two kinds of characters. */
export type Subject =
  | 'clean'
  | 'furniture'
  | 'blocks'
  | 'sentences'
  | 'entities'
  | 'figures'
  | 'dates'
  | 'recommendations';

export interface Measure {
  readonly id: string;
  readonly subject: Subject;
  /**
   * `prf` has precision, recall and F1; a `share` is the part of the pairs that agree, of those that
   * can be compared.
   */
  readonly kind: 'prf' | 'share';
  readonly definition: string;
  /** The same number's name in the project's shared scorer. */
  readonly shared?: string;
}

const measure = (
  subject: Subject,
  name: string,
  kind: Measure['kind'],
  definition: string,
  shared?: string,
): Measure => ({
  id: `${subject}.${name}`,
  subject,
  kind,
  definition,
  ...(shared === undefined ? {} : { shared }),
});

const PARTIAL = 'correct where the spans are equal, partial (half a hit) where they overlap only';

/** The four of SemEval-2013 task 9; `type` names the field that says of which type a label is. */
function semEval(
  subject: Subject,
  type: string,
  shared: { strict?: string; exact?: string } = {},
): Measure[] {
  return [
    measure(
      subject,
      'strict',
      'prf',
      `correct where span and ${type} are equal, else incorrect`,
      shared.strict,
    ),
    measure(
      subject,
      'exact',
      'prf',
      `correct where the spans are equal, whatever the ${type}, else incorrect`,
      shared.exact,
    ),
    measure(subject, 'partial', 'prf', `${PARTIAL}, whatever the ${type}`),
    measure(
      subject,
      'type',
      'prf',
      `correct where the ${type} is equal and the spans overlap, else incorrect`,
    ),
  ];
}

const share = (subject: Subject, name: string, definition: string, shared?: string): Measure =>
  measure(subject, name, 'share', definition, shared);

const overlapOf = (subject: Subject, shared: string): Measure =>
  measure(subject, 'overlap', 'prf', 'correct where the spans overlap at all', shared);

export const measures: readonly Measure[] = [
  measure(
    'clean',
    'characters',
    'prf',
    'characters inside heading, paragraph and list_item blocks; correct where both sides have them there',
    'clean',
  ),
  measure(
    'furniture',
    'characters',
    'prf',
    'characters inside byline and boilerplate blocks; correct where both sides have them there',
    'furniture',
  ),
  ...semEval('blocks', 'kind', { strict: 'blocks' }),
  measure('blocks', 'row', 'prf', 'correct where span and kind are equal: the same as strict'),
  measure('sentences', 'exact', 'prf', 'correct where the spans are equal, else incorrect'),
  measure('sentences', 'partial', 'prf', PARTIAL),
  measure(
    'sentences',
    'content',
    'prf',
    "as exact, without the sentences of either side that start inside a title block of gold (so it is not symmetric where the two sides' titles differ)",
    'sentences',
  ),
  measure('sentences', 'row', 'prf', 'correct where the spans are equal: the same as exact'),
  ...semEval('entities', 'type', { strict: 'entities exact' }),
  measure(
    'entities',
    'overlap',
    'prf',
    'correct where the spans overlap at all and the type is equal; only labels of one type are paired',
    'entities partial',
  ),
  share(
    'entities',
    'name',
    'of the strict hits: the name is equal, case and white space aside',
    'entity name',
  ),
  share(
    'entities',
    'canonical',
    "of the strict hits where both sides give the lexicon's name, null included: it is equal",
  ),
  share(
    'entities',
    'id',
    'of the strict hits where both sides give an id, null included: it is equal',
  ),
  measure(
    'entities',
    'named',
    'prf',
    'correct where span, type and name are equal, else incorrect',
    'entity row',
  ),
  measure(
    'entities',
    'row',
    'prf',
    'correct where span, type and name are equal, and canonical and id where both sides give them',
  ),
  ...semEval('figures', 'kind', { exact: 'figures exact' }),
  overlapOf('figures', 'figures partial'),
  share('figures', 'kind', 'of the overlaps: kind is equal'),
  share('figures', 'min', 'of the overlaps: min is equal'),
  share('figures', 'max', 'of the overlaps: max is equal'),
  share('figures', 'comparator', 'of the overlaps: comparator is equal'),
  share('figures', 'value', 'of the overlaps: min, max and comparator are equal', 'figure value'),
  share('figures', 'unit', 'of the overlaps: unit is equal, case and white space aside'),
  share('figures', 'per', 'of the overlaps: per is equal'),
  share(
    'figures',
    'quantity',
    'of the overlaps: min, max, comparator, unit and per are equal',
    'figure value+unit+per',
  ),
  share(
    'figures',
    'of',
    'of the overlaps where either side says of what: it is equal, case and white space aside',
    'figure of',
  ),
  share(
    'figures',
    'when',
    'of the overlaps where either side says when: it is equal',
    'figure when',
  ),
  share(
    'figures',
    'source',
    'of the overlaps where either side gives a source: it is equal, case and white space aside',
    'figure source',
  ),
  measure(
    'figures',
    'valued',
    'prf',
    'correct where the spans overlap and min, max, comparator, unit and per are equal',
    'figure row',
  ),
  measure(
    'figures',
    'row',
    'prf',
    'correct where the spans overlap and kind, min, max, comparator, unit, per, of, when and source are equal',
  ),
  ...semEval('dates', 'type', { strict: 'dates exact' }),
  overlapOf('dates', 'dates partial'),
  share('dates', 'value', 'of the overlaps: value is equal', 'date value'),
  share('dates', 'relative', 'of the overlaps: relative is equal'),
  measure(
    'dates',
    'valued',
    'prf',
    'correct where the spans overlap and value is equal',
    'date row',
  ),
  measure(
    'dates',
    'row',
    'prf',
    'correct where the spans overlap and type, value and relative are equal',
  ),
  ...semEval('recommendations', 'strength'),
  measure(
    'recommendations',
    'sentence',
    'prf',
    'correct where the overlap is at least half of either span; only such labels are paired',
    'recommendations',
  ),
  share('recommendations', 'strength', 'of the sentence hits: strength is equal', 'rec strength'),
  share(
    'recommendations',
    'action',
    'of the sentence hits: action is equal, case and white space aside',
    'rec action',
  ),
  share(
    'recommendations',
    'actors',
    'of the sentence hits: the same actors, in any order, case and white space aside',
    'rec actors',
  ),
  share(
    'recommendations',
    'source',
    'of the sentence hits where either side gives a source: it is equal, case and white space aside',
  ),
  share(
    'recommendations',
    'listed',
    'of the sentence hits: both or neither stand in a list, and ordinal is equal',
    'rec list',
  ),
  share(
    'recommendations',
    'list',
    'of the sentence hits where either side stands in a list: its number is equal',
  ),
  share(
    'recommendations',
    'ordinal',
    'of the sentence hits where either side has an ordinal: it is equal',
  ),
  measure(
    'recommendations',
    'graded',
    'prf',
    'correct where the sentence is hit and strength is equal',
    'recommendation row',
  ),
  measure(
    'recommendations',
    'row',
    'prf',
    'correct where the sentence is hit and strength, action, actors, source, list and ordinal are equal',
  ),
];

export const measureById: ReadonlyMap<string, Measure> = new Map(
  measures.map((each) => [each.id, each]),
);

/** The definitions as a Markdown table, one measure in a line. */
export function measuresTable(): string {
  return [
    '| measure | kind | definition |',
    '|---|---|---|',
    ...measures.map(({ id, kind, definition }) => `| \`${id}\` | ${kind} | ${definition} |`),
  ].join('\n');
}
