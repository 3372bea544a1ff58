import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type ArticleFile,
  articleFileSchema,
  comparators,
  dateTypes,
  entityTypes,
  figureKinds,
  strengths,
} from '../src/article/schema.ts';
import { exportCommand } from '../src/cli/export.ts';
import { importCommand } from '../src/cli/import.ts';
import { main } from '../src/cli/main.ts';
import type { Interchange } from '../src/interchange/format.ts';
import { markedArticle } from '../src/interchange/marks.ts';
import { type MarkLayer, markLayers, toolNames } from '../src/interchange/names.ts';
import { tools } from '../src/interchange/tools.ts';

/** What a tool would have on its disk after an export, and what comes back from there. */
function files(tool: Interchange, file: ArticleFile, text: string, layers?: readonly MarkLayer[]) {
  const made = tool.files(markedArticle(file, text, layers));
  const byPath = new Map(made.map((each) => [each.path, each.content]));
  if (!tool.together) return byPath;
  const { path, begin, end } = tool.together;
  return new Map([[path, begin + made[0]!.content + end]]);
}

function back(tool: Interchange, byPath: ReadonlyMap<string, string>): ArticleFile[] {
  const main = [...byPath.keys()].find((path) => path.endsWith(tool.ending))!;
  const base = main.slice(0, -tool.ending.length);
  const beside = Object.fromEntries(
    tool.beside.map((ending) => [ending, byPath.get(base + ending) ?? null]),
  );
  return [...tool.read(byPath.get(main)!, beside, base)];
}

/** Characters at which tools stumble: pairs, joined emoji, every end of a line, signs of formats. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        '👍🏽',
        '👩‍👩‍👧',
        '🇮🇳',
        '\n',
        '\r\n',
        '\r',
        '\u2028',
        '\u2029',
        '\u0085',
        '\v',
        '\f',
        '\u001c',
      ],
      ...[
        '\t',
        ' ',
        '"',
        '\\n',
        ';',
        '<b>&amp;',
        '\uFEFF',
        'שלום',
        'Pacific',
        '12 cables',
        'T1\t',
        '#',
      ],
    ),
  },
);
const textArb = fc.array(piece, { minLength: 1, maxLength: 25 }).map((all) => `${all.join('x')}.`);

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('a\nb', '', '{"a":1}'),
);
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);
const provenance = {
  by: fc.constantFrom('figures/count.noun', 'entities/lexicon'),
  confidence: fc.constantFrom('stated', 'inferred', 'guessed'),
};
const number = nullable(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const own: Record<MarkLayer, Record<string, fc.Arbitrary<unknown>>> = {
  entities: { type: fc.constantFrom(...entityTypes), name: word },
  figures: {
    kind: fc.constantFrom(...figureKinds),
    min: number,
    max: number,
    comparator: fc.constantFrom(...comparators),
    unit: nullable(word),
    per: nullable(word),
    of: nullable(word),
    when: nullable(word),
    source: nullable(word),
  },
  dates: { type: fc.constantFrom(...dateTypes), value: nullable(word), relative: fc.boolean() },
  recommendations: {
    strength: fc.constantFrom(...strengths),
    actors: fc.array(word, { maxLength: 3 }),
    action: nullable(word),
    source: nullable(word),
    list: nullable(fc.integer({ min: 1, max: 9 })),
    ordinal: nullable(fc.integer({ min: 1, max: 9 })),
  },
};
const optional: Partial<Record<MarkLayer, Record<string, fc.Arbitrary<unknown>>>> = {
  entities: { canonical: nullable(word), id: nullable(word) },
};

const articleArb = textArb.chain((text) => {
  const characters = [...text];
  const span = fc
    .tuple(fc.nat(characters.length - 1), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ start, end: Math.min(start + length, characters.length) }));
  const labels = (layer: MarkLayer) =>
    fc.array(
      fc
        .tuple(
          span,
          fc.record(own[layer]),
          fc.record({ ...provenance, ...optional[layer] }, { requiredKeys: [] }),
        )
        .map(([place, fields, more]) => ({
          ...place,
          text: characters.slice(place.start, place.end).join(''),
          ...fields,
          ...more,
        })),
      { maxLength: 4 },
    );
  return fc
    .record({
      entities: labels('entities'),
      figures: labels('figures'),
      dates: labels('dates'),
      recommendations: labels('recommendations'),
      title: fc.option(word, { nil: undefined }),
      blocks: fc.array(span.map((place) => ({ ...place, kind: 'paragraph' }))),
      sentences: fc.array(span),
    })
    .map(({ title, ...layers }) => ({
      text,
      file: articleFileSchema.parse({
        article_id: '2024/cables',
        ...(title === undefined ? {} : { title }),
        ...layers,
      }),
    }));
});

describe.each(toolNames)('%s', (name) => {
  const tool = tools[name];

  test('gives any article file back, whatever its text', () => {
    fc.assert(
      fc.property(articleArb, ({ file, text }) => {
        expect(back(tool, files(tool, file, text))).toEqual([file]);
      }),
      { numRuns: 150 },
    );
  });

  test('gives an article back of which only some layers were exported', () => {
    fc.assert(
      fc.property(articleArb, fc.subarray([...markLayers]), ({ file, text }, layers) => {
        expect(back(tool, files(tool, file, text, layers))).toEqual([file]);
      }),
      { numRuns: 30 },
    );
  });
});

const TEXT = 'Lisbon 🇵🇹 said that 12 cables\r\nhad been cut. Spain should help by May 2030.';
const at = (words: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return { start, end: start + [...words].length, text: words };
};
const FILE = articleFileSchema.parse({
  article_id: 'cables',
  title: 'Cables',
  blocks: [{ start: 0, end: [...TEXT].length, kind: 'paragraph' }],
  sentences: [at(TEXT.slice(0, TEXT.indexOf(' Spain'))), at(TEXT.slice(TEXT.indexOf('Spain')))].map(
    ({ start, end }) => ({ start, end }),
  ),
  entities: [{ ...at('Spain'), type: 'country', name: 'Spain', id: 'ES', sentence: 1, by: 'x/y' }],
  figures: [
    {
      ...at('12 cables\r\nhad'),
      ...{ kind: 'count', min: 12, max: 12, comparator: 'exact', unit: 'cable', per: null },
      ...{
        of: null,
        when: null,
        source: 'Portugal',
        sentence: 0,
        by: 'figures/x',
        confidence: 'stated',
      },
    },
  ],
  dates: [{ ...at('May 2030'), type: 'date', value: '2030-05', relative: false }],
  recommendations: [],
});

describe('what a person changes in the tool comes back', () => {
  const brat = files(tools.brat, FILE, TEXT);
  const ann = brat.get('cables.ann')!;
  const withAnn = (content: string) =>
    back(tools.brat, new Map([...brat, ['cables.ann', content]]));

  test('brat: a line for each annotation, offsets in code points, pieces at the ends of lines', () => {
    expect(ann.split('\n').map((line) => line.split('\t').slice(0, 2).join(' | '))).toEqual([
      'T1 | entity-country 45 50',
      '#1 | AnnotatorNotes T1',
      'T2 | figure-count 20 29;31 34',
      'A1 | comparator T2 exact',
      'A2 | confidence T2 stated',
      '#2 | AnnotatorNotes T2',
      'T3 | date-date 66 74',
      '#3 | AnnotatorNotes T3',
      '',
    ]);
    expect(ann).toContain('20 29;31 34\t12 cables had\n');
  });

  test('brat: types, attributes, spans, new and removed annotations', () => {
    const changed = ann
      .replace('entity-country 45 50\tSpain', 'entity-place 45 50\tSpain')
      .replace('20 29;31 34\t12 cables had', '20 29\t12 cables')
      .replace('comparator T2 exact', 'comparator T2 about')
      .replace(
        /T3\t.*\n#3\t.*\n/,
        'T4\tentity-place 0 6\tLisbon\nA3\trelative T9\n#4\tAnnotatorNotes T4\tsure?\n',
      );
    const [article] = withAnn(changed);
    expect(article!.entities).toEqual([
      { ...at('Lisbon'), type: 'place', name: 'Lisbon', sentence: 0 },
      { ...FILE.entities[0]!, type: 'place' },
    ]);
    expect(article!.figures).toEqual([
      { ...FILE.figures[0]!, ...at('12 cables'), comparator: 'about' },
    ]);
    expect(article!.dates).toEqual([]);
  });

  test('brat: what cannot be understood is told with its line, all at once', () => {
    const wrong = ann
      .replace('entity-country', 'Person')
      .replace('date-date 66 74', 'date-date 60 68')
      .replace(/(#2\t.*)}\n/, '$1\n');
    expect(() => withAnn(wrong)).toThrow(
      /cables\.ann:6: the note is not JSON[\s\S]*cables\.ann:1: T1 has the type "Person"[\s\S]*cables\.ann:7: T3 "May 2030" does not stand at 60 68/,
    );
  });

  test('brat: text and annotations alone are enough', () => {
    const alone = new Map([...brat].filter(([path]) => !path.endsWith('.json')));
    const [article] = back(tools.brat, alone);
    expect(article).toMatchObject({ article_id: 'cables', blocks: [], figures: FILE.figures });
  });

  test('doccano: a stretched span keeps its fields, a drawn one has none, what is gone is gone', () => {
    const line = JSON.parse([...files(tools.doccano, FILE, TEXT).values()][0]!);
    // As a browser counts: the flag is two characters there more than in Python.
    expect(line.label).toEqual([
      [47, 52, 'entity-country'],
      [22, 36, 'figure-count'],
      [68, 76, 'date-date'],
    ]);
    for (const [start, end, type] of line.label) {
      if (type === 'date-date') expect(line.text.slice(start, end)).toBe('May 2030');
    }
    const entities = [
      { id: 7, label: 'figure-count', start_offset: 22, end_offset: 31 },
      { id: 8, label: 'entity-place', start_offset: 0, end_offset: 6 },
      { id: 9, label: 'entity-country', start_offset: 47, end_offset: 52 },
    ];
    const { label: _, ...rest } = line;
    for (const record of [
      { ...rest, entities },
      { ...rest, labels: entities.map((each) => [each.start_offset, each.end_offset, each.label]) },
    ]) {
      const [article] = [...tools.doccano.read(JSON.stringify(record), {}, 'all')];
      expect(article!.figures).toEqual([{ ...FILE.figures[0]!, ...at('12 cables') }]);
      expect(article!.entities.map((each) => each.name)).toEqual(['Lisbon', 'Spain']);
      expect(article!.dates).toEqual([]);
    }
    expect(() => [
      ...tools.doccano.read(
        JSON.stringify({
          text: 'a',
          label: [
            [0, 9, 'entity-place'],
            [0, 1, 'PER'],
          ],
        }),
        {},
        'all',
      ),
    ]).toThrow(/all\.jsonl:1: entity-place from 0 to 9 is not in the text\n.*"PER"/);
  });

  test('label studio: controls, the last annotation, offsets in UTF-16 of old versions', () => {
    const [task] = JSON.parse([...files(tools['label-studio'], FILE, TEXT).values()][0]!);
    const { result } = task.predictions[0];
    expect(result[0]).toEqual({
      id: 'entities-0',
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      value: { start: 45, end: 50, text: 'Spain', labels: ['entity-country'] },
    });
    type Result = (typeof result)[number];
    const changed = result
      .filter((each: Result) => each.from_name !== 'figure-source' && each.id !== 'dates-2')
      .map((each: Result) => {
        const value = { ...each.value };
        if (each.from_name === 'figure-max') value.number = 20;
        if (each.from_name === 'figure-comparator') value.choices = ['between'];
        if (each.id === 'entities-0') Object.assign(value, { start: 47, end: 52 });
        return { ...each, value };
      });
    const drawn = { id: 'Ab3', from_name: 'label', to_name: 'text', type: 'labels' };
    changed.push({
      ...drawn,
      value: { start: 0, end: 6, text: 'Lisbon', labels: ['entity-place'] },
    });
    const annotations = [{ result }, { result: changed }, { result: [], was_cancelled: true }];
    const [article] = [
      ...tools['label-studio'].read(JSON.stringify([{ ...task, annotations }]), {}, 'project'),
    ];
    expect(article!.entities).toEqual([
      { ...at('Lisbon'), type: 'place', name: 'Lisbon', sentence: 0 },
      FILE.entities[0],
    ]);
    expect(article!.figures).toEqual([
      { ...FILE.figures[0]!, max: 20, comparator: 'between', source: null },
    ]);
    expect(article!.dates).toEqual([]);
  });

  test('label studio: its settings have a control for every field', () => {
    const xml = tools['label-studio'].settings()[0]!.content;
    const [task] = JSON.parse([...files(tools['label-studio'], FILE, TEXT).values()][0]!);
    for (const { from_name: name, type } of task.predictions[0].result) {
      expect(xml.toLowerCase()).toContain(`<${type} name="${name}" toname="text"`);
    }
    expect(xml.match(/<(\w+)[^>]*[^/]>/g)!.length).toBe(xml.match(/<\/\w+>/g)!.length);
  });

  test('web annotation: positions and quotes of a text', () => {
    const made = files(tools.webannotation, FILE, TEXT);
    const collection = JSON.parse(made.get('cables.jsonld')!);
    expect(collection['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(collection.first.items[1].target).toEqual({
      source: 'cables.txt',
      selector: [
        { type: 'TextPositionSelector', start: 45, end: 50 },
        {
          type: 'TextQuoteSelector',
          exact: 'Spain',
          prefix: 'd that 12 cables\r\nhad been cut. ',
          suffix: ' should help by May 2030.',
        },
      ],
    });
    const page = {
      '@context': collection['@context'],
      type: 'AnnotationPage',
      items: collection.first.items.slice(0, 3),
    };
    page.items[2].body = [{ type: 'TextualBody', value: 'figure-money' }];
    const [article] = back(
      tools.webannotation,
      new Map([...made, ['cables.jsonld', JSON.stringify(page)]]),
    );
    expect(article).toMatchObject({ title: 'Cables', dates: [], entities: FILE.entities });
    expect(article!.figures).toMatchObject([{ kind: 'money', min: null, sentence: 0 }]);
  });
});

describe('the commands', () => {
  let folder: string;
  let told: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
    told = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      told += text;
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  const all = (path: string): Record<string, string> => {
    const found: Record<string, string> = {};
    for (const entry of readdirSync(path, { recursive: true }) as string[]) {
      const full = join(path, entry);
      if (statSync(full).isFile()) found[relative(path, full)] = readFileSync(full, 'utf8');
    }
    return found;
  };
  const options = { corpus: 'corpus', layers: markLayers };

  test.each(toolNames)('%s: the hand-made labels of fixtures go out and come back', async (to) => {
    const out = join(folder, 'out');
    expect(await exportCommand({ ...options, folder: 'fixtures', to, out }), told).toBe(0);
    expect(told).toMatch(/(\d+) of \1 articles/);
    const path = to === 'label-studio' ? join(out, 'tasks.json') : out;
    expect(await importCommand({ path, from: to, out: join(folder, 'back') })).toBe(0);
    const parsed = (files: Record<string, string>) =>
      Object.fromEntries(
        Object.values(files).map((text) => {
          const article = JSON.parse(text) as ArticleFile;
          return [article.article_id, article];
        }),
      );
    const found = parsed(all(join(folder, 'back')));
    const given = parsed(all('fixtures'));
    expect(Object.keys(found).sort()).toEqual(Object.keys(given).sort());
    for (const [id, file] of Object.entries(given)) {
      for (const layer of markLayers) {
        // Labels that name only their words have their offsets now.
        const labels = file[layer].map((each) => {
          const { occurrence: _, ...label } = each as typeof each & { occurrence?: number };
          return label;
        });
        expect(found[id]![layer], `${id}: ${layer}`).toMatchObject(labels);
      }
      expect(Object.keys(found[id]!), id).toEqual(expect.arrayContaining(Object.keys(file)));
    }
  });

  test('what a run found goes out and comes back byte for byte', async () => {
    const made = join(folder, 'made');
    const inputs = ['corpus/news-attack-counts.txt', 'corpus/eu-directive.html'];
    expect(await main(['run', ...inputs, '--out', made, '--workers', '1'])).toBe(0);
    for (const tool of toolNames) {
      const out = join(folder, tool);
      expect(await main(['export', made, '--to', tool, '--out', out])).toBe(0);
      const path = tool === 'label-studio' ? join(out, 'tasks.json') : out;
      const again = join(folder, `${tool}-back`);
      expect(await main(['import', path, '--from', tool, '--out', again])).toBe(0);
      const articles = Object.entries(all(join(made, 'articles')));
      expect(all(again), tool).toEqual(
        Object.fromEntries(articles.filter(([name]) => name.endsWith('.json'))),
      );
    }
    expect(await main(['export', made, '--to', 'paper'])).toBe(2);
    expect(await main(['export', made, '--to', 'brat', '--layers', 'blocks'])).toBe(2);
  });

  test('what has no text, or slipped, is told, and the rest goes on', async () => {
    const put = (name: string, value: object) => {
      mkdirSync(join(folder, 'in'), { recursive: true });
      writeFileSync(join(folder, 'in', name), JSON.stringify(value));
    };
    writeFileSync(join(folder, 'ignored.txt'), '');
    put('cables.json', FILE);
    put('lost.json', { ...FILE, article_id: 'lost' });
    put('moved.json', { ...FILE, article_id: 'moved', dates: [{ ...FILE.dates[0]!, start: 1 }] });
    writeFileSync(join(folder, 'in', 'cables.txt'), TEXT);
    writeFileSync(join(folder, 'in', 'moved.txt'), TEXT);
    const out = join(folder, 'out');
    const to = 'brat' as const;
    expect(await exportCommand({ ...options, folder: join(folder, 'in'), to, out })).toBe(1);
    expect(told).toContain('lost: no text');
    expect(told).toContain('moved: dates[0] "May 2030" does not stand at 1 to 74');
    expect(told).toContain('1 of 3 articles');
    const hand = { path: out, from: to, out: join(folder, 'back'), byHand: true };
    expect(await importCommand(hand)).toBe(0);
    const article = JSON.parse(readFileSync(join(folder, 'back', 'cables.json'), 'utf8'));
    expect(article.figures[0]).not.toHaveProperty('by');
    expect(article.figures[0]).not.toHaveProperty('sentence');
  });

  test('an id never leads out of the folder, and no article is written twice', async () => {
    const line = (id: string) => JSON.stringify({ text: 'a', article_id: id, label: [] });
    writeFileSync(join(folder, 'all.jsonl'), [line('../x'), line('a')].join('\n'));
    writeFileSync(join(folder, 'more.jsonl'), [line('a'), line('b')].join('\n'));
    const status = await importCommand({
      path: folder,
      from: 'doccano',
      out: join(folder, 'back'),
    });
    expect(status).toBe(1);
    expect(told).toContain('the id "../x" cannot be a path');
    expect(Object.keys(all(folder)).filter((path) => path.endsWith('x.json'))).toEqual([]);
  });
});
