import { describe, expect, test } from 'vitest';
import { occurrencesOf } from '../src/evaluate/anchor.ts';
import { problemLine, readLabels } from '../src/evaluate/labels.ts';
import { dateProblem, isDuration, isEdtf } from '../src/evaluate/values.ts';

const TEXT = `Ports 🚢 in Norway

Norway lost 12 ports in 2023, and
12 ports again in 2024. Norwegians must act.

By Kari
`;

const empty = {
  article_id: 'ports',
  blocks: [],
  sentences: [],
  entities: [],
  figures: [],
  dates: [],
  recommendations: [],
};
const blocks = [
  { text: 'Ports 🚢 in Norway', kind: 'title' },
  {
    text: 'Norway lost 12 ports in 2023, and 12 ports again in 2024. Norwegians must act.',
    kind: 'paragraph',
  },
  { text: 'By Kari', kind: 'byline' },
];
const sentences = [
  { text: 'Ports 🚢 in Norway' },
  { text: 'Norway lost 12 ports in 2023, and 12 ports again in 2024.' },
  { text: 'Norwegians must act.' },
];
const country = (more: object) => ({ type: 'country', name: 'Norway', ...more });
const figure = (more: object) => ({
  kind: 'count',
  min: 12,
  max: 12,
  comparator: 'exact',
  unit: 'port',
  per: null,
  of: null,
  when: null,
  source: null,
  ...more,
});
const read = (layers: object, guide = false, text: string | null = TEXT) =>
  readLabels({ ...empty, ...layers }, text, guide);
const problems = (layers: object, guide = false, text: string | null = TEXT) =>
  read(layers, guide, text).problems.map(problemLine);

describe('words of a label', () => {
  test('are found as whole words, in the order of the text, over any white space', () => {
    const at = (words: string) => occurrencesOf(TEXT, words).map((span) => span.start);
    expect(at('Norway')).toEqual([12, 20]);
    expect(at('12 ports')).toEqual([32, 54]);
    expect(at('and 12 ports')).toEqual([50]);
    expect(at('port')).toEqual([]);
    expect(at('2 ports')).toEqual([]);
    expect(at('act.')).toHaveLength(1);
    expect(at('(12 ports')).toEqual([]);
    expect(occurrencesOf('US$5 and $5 and $50', '$5')).toEqual([{ start: 9, end: 11 }]);
    expect(occurrencesOf('ab ab ab', 'ab ab')).toHaveLength(2);
  });

  test('give a label its place in code points, and the characters that stand there', () => {
    const { article, problems } = read({
      blocks,
      sentences,
      entities: [country({ text: 'Norway', occurrence: 2 })],
      figures: [figure({ text: 'and 12 ports' })],
    });
    expect(problems).toEqual([]);
    const points = [...TEXT];
    const slice = ({ start, end }: { start: number; end: number }) =>
      points.slice(start, end).join('');
    expect(article.entities[0]).toEqual({ start: 19, end: 25, ...country({ text: 'Norway' }) });
    expect(slice(article.entities[0]!)).toBe('Norway');
    expect(article.figures[0]!.text).toBe('and\n12 ports');
    expect(article.blocks.map(slice)[2]).toBe('By Kari');
    expect(slice(article.sentences[1]!)).toMatch(/^Norway lost[\s\S]*2024\.$/);
    expect(article.sentences[0]).toEqual({ start: 0, end: 17 });
  });

  test('of a sentence are looked for behind the one before, in blocks that hold sentences', () => {
    const text = 'A.\n\nA. Menu\n\nB. A.\n';
    const { article, problems } = read(
      {
        blocks: [
          { text: 'A.', kind: 'boilerplate' },
          { text: 'A. Menu', kind: 'paragraph' },
          { text: 'B. A.', kind: 'paragraph' },
        ],
        sentences: [{ text: 'A.' }, { text: 'Menu' }, { text: 'B.' }, { text: 'A.' }],
      },
      true,
      text,
    );
    expect(problems).toEqual([]);
    expect(article.sentences.map((each) => each.start)).toEqual([4, 7, 13, 16]);
  });
});

describe('labels that cannot be used are told with article, label and reason', () => {
  test('all at once', () => {
    expect(
      problems({
        blocks,
        sentences,
        entities: [
          country({ text: 'Norway' }),
          country({ text: 'Norway', occurrence: 3 }),
          country({ text: 'Sweden' }),
          country({ start: 19, end: 26, text: 'Norway' }),
          country({ start: 30, end: 300, text: 'Norway' }),
          country({ start: 30, text: 'Norway' }),
          country({ start: 30, end: 30, text: 'Norway' }),
          country({}),
          { text: 'Kari', type: 'human', name: 'Kari' },
          'Norway',
        ],
        dates: [{ text: '2023', type: 'date', value: '2023-13', relative: false }],
        figures: [
          figure({ text: '12 ports', occurrence: 1, when: 'then', per: 'month', min: 'x' }),
        ],
      }),
    ).toEqual([
      'ports: entities[8] "Kari": type is "human": Invalid option: expected one of "person"|"country"|"place"|"government_body"|"international_body"|"organization"|"threat_actor"|"malware"|"legal_instrument"|"event"|"vulnerability"',
      expect.stringMatching(/^ports: entities\[9\]: the label is "Norway": /),
      'ports: entities[0] "Norway": its words stand 2 times in the article: say which with "occurrence"',
      'ports: entities[1] "Norway": its words stand 2 times in the article, but occurrence is 3',
      'ports: entities[2] "Sweden": its words are not in the article',
      'ports: entities[3] "Norway": at 19 to 26 stands "Norway "',
      'ports: entities[4] "Norway": ends at 300, but the article has 107 characters',
      'ports: entities[5] "Norway": has a start but not the other',
      'ports: entities[6] "Norway": starts at 30 and ends at 30',
      'ports: entities[7]: has neither start and end nor text',
      expect.stringMatching(/^ports: figures\[0\] "12 ports": min is "x": /),
      'ports: dates[0] "2023": value "2023-13" is no EDTF value like "2021-08-14"',
    ]);
  });

  test('values that are not of the guide', () => {
    expect(
      problems({ figures: [figure({ start: 31, end: 39, when: 'then', per: 'month' })] }),
    ).toEqual([
      'ports: figures[0]: when "then" is no EDTF value',
      'ports: figures[0]: per "month" is no ISO 8601 duration',
    ]);
  });

  test('labels of a layer that overlap', () => {
    expect(
      problems({
        entities: [country({ start: 19, end: 25 }), country({ start: 11, end: 20, name: 'x' })],
      }),
    ).toEqual(['ports: entities[0]: overlaps entities[1] at 11 to 20']);
    const spans = [
      [0, 20],
      [2, 4],
      [10, 12],
      [20, 22],
    ];
    expect(
      problems({ entities: spans.map(([start, end]) => country({ start, end })) }).map((line) =>
        line.slice(7, 18),
      ),
    ).toEqual(['entities[1]', 'entities[2]']);
  });

  test('a file that is none, and a text that is not at hand', () => {
    expect(problems({ blocks: 'none' })).toEqual(['ports: file: blocks is not a list']);
    expect(problems({ sentences: [{ text: 'Norway' }] }, false, null)).toEqual([
      'ports: sentences[0] "Norway": the article\'s text is not at hand, in which its words could be found',
    ]);
    expect(problems({ sentences: [{ start: 0, end: 4 }] }, false, null)).toEqual([]);
  });
});

describe('the guide', () => {
  test('holds labels to their places, and bounds and units to their kinds', () => {
    const at = (start: number, end: number, more: object) => figure({ start, end, ...more });
    expect(
      problems(
        {
          blocks,
          sentences,
          remarks: 'x',
          entities: [{ ...country({ text: 'Kari' }), type: 'person', occurence: 1 }],
          figures: [
            at(31, 33, { comparator: 'at_least', max: 12 }),
            at(34, 36, { comparator: 'about', max: 13 }),
            at(36, 38, { comparator: 'less_than', min: null, max: null }),
            at(38, 39, { comparator: 'between', kind: 'money', unit: 'dollar' }),
            at(40, 44, { kind: 'percent', unit: '%' }),
          ],
          recommendations: [
            {
              text: 'Norwegians must act',
              strength: 'strong',
              actors: [],
              action: 'act',
              source: null,
              list: null,
              ordinal: null,
            },
          ],
        },
        true,
      ),
    ).toEqual([
      'ports: entities[0] "Kari": occurence is not a field of entities',
      'ports: file: remarks is not a field of article files',
      'ports: entities[0] "Kari": stands in a byline, where nothing is labelled',
      'ports: entities[0] "Kari": is not inside one sentence',
      'ports: figures[0]: at_least has a min only, here is min 12 and max 12',
      'ports: figures[1]: about has min and max equal, here is min 12 and max 13',
      'ports: figures[2]: less_than has a max only, here is min null and max null',
      'ports: figures[3]: between has min below max, here is min 12 and max 12',
      'ports: figures[3]: money has an ISO 4217 code as its unit, not "dollar"',
      'ports: figures[4]: a percent has the unit "percent", not "%"',
      'ports: recommendations[0] "Norwegians must act": is not a whole sentence',
    ]);
  });

  test.each([
    '2020',
    '2023-07',
    '2021-08-14',
    '199X',
    '20XX',
    '2020-10/2020-12',
    '2019-22',
    '2020-07-17T14:00',
    '2024-02-29',
    '2021/..',
  ])('%s is a date', (value) => {
    expect(isEdtf(value)).toBe(true);
    expect(dateProblem('date', value)).toBeNull();
  });
  test.each(['', '20', '2023-13', '2023-02-29', '2021-8-1', 'P1D', '1990s', '2020/2021/2022', '/'])(
    '%s is none',
    (value) => {
      expect(isEdtf(value)).toBe(false);
      expect(dateProblem('date', value)).not.toBeNull();
    },
  );
  test.each(['P2D', 'P1Y', 'PT36H', 'P6D/P161D', 'P1Y6M', 'P0.5Y', 'PT1M'])(
    '%s is a length',
    (value) => {
      expect(isDuration(value)).toBe(true);
      expect(dateProblem('duration', value)).toBeNull();
    },
  );
  test.each(['P', 'PT', 'P1', '2D', 'P1DT', '2020', 'P1D/'])('%s is no length', (value) => {
    expect(isDuration(value)).toBe(false);
    expect(dateProblem('duration', value)).not.toBeNull();
  });
});
