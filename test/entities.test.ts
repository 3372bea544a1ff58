import { describe, expect, test } from 'vitest';
import { classes, rules as contextRules } from '../src/entities/context.ts';
import { lists } from '../src/entities/lexicon/index.ts';
import { compileLexicon } from '../src/entities/lexicon.ts';
import { type Entry, entrySchema } from '../src/entities/lexicon-schema.ts';
import { rules } from '../src/entities/rules.ts';
import { entities } from '../src/entities/stage.ts';
import { compilePattern } from '../src/language/pattern.ts';
import { sentenceOf } from '../src/sentences/sentence.ts';
import { splitSentences } from '../src/sentences/split.ts';

const stage = entities.prepare({ extra: [] });

function find(text: string, options: { kind?: 'heading' | 'paragraph'; extra?: Entry[] } = {}) {
  const run = options.extra ? entities.prepare({ extra: options.extra }) : stage;
  const sentences = splitSentences(text, 0, text.length).map(({ start, end }, index) =>
    sentenceOf(text, { start, end, index, block: 0, kind: options.kind ?? 'paragraph' }),
  );
  const meta = { id: 'x', sha256: '', hints: null, title: null, published: null, url: null };
  return run({ ...meta, text, source: null, blocks: [], sentences });
}

/** "text type" of each mention. */
const told = (text: string, options?: Parameters<typeof find>[1]): string[] =>
  find(text, options).map((mention) => `${mention.text}: ${mention.type}`);

describe('rules', () => {
  test('have ids of their own and examples, traps among them', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of rules) expect(rule.examples.length, rule.id).toBeGreaterThan(0);
    const traps = rules
      .flatMap(({ examples }) => examples)
      .filter(({ finds }) => finds.length === 0);
    expect(traps.length).toBeGreaterThan(rules.length / 3);
    for (const { patterns } of contextRules)
      for (const pattern of patterns) expect(() => compilePattern(pattern, classes)).not.toThrow();
  });

  test.each(
    rules.flatMap(({ id, examples }) => examples.map((each) => [id, each.text, each] as const)),
  )('%s: %s', (id, text, example) => {
    const found = find(text);
    if (example.finds.length === 0) {
      expect(found.filter(({ by }) => by === `entities/${id}`).map((each) => each.text)).toEqual(
        [],
      );
    }
    for (const expected of example.finds) {
      const same = found.filter((each) => each.text === expected.text);
      expect(same.length, `${expected.text} in ${JSON.stringify(found)}`).toBeGreaterThan(0);
      expect(
        same.some((each) =>
          Object.entries(expected).every(([key, value]) => each[key as 'text'] === value),
        ),
        JSON.stringify(same),
      ).toBe(true);
    }
  });
});

describe('lexicons', () => {
  test('fit their schema and claim no form twice', () => {
    for (const entry of lists) {
      const result = entrySchema.safeParse(entry);
      expect(result.success, `${entry.name}: ${result.error?.message}`).toBe(true);
    }
    expect(compileLexicon(lists).problems).toEqual([]);
    expect(lists.length).toBeGreaterThan(5000);
  });

  test('tell both owners of a form claimed twice', () => {
    const { problems } = compileLexicon([
      { name: 'Grimvolt', type: 'malware', aliases: ['Volt'] },
      { name: 'Voltaic Systems', type: 'organization', aliases: ['Volt'] },
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('"Grimvolt"');
    expect(problems[0]).toContain('"Voltaic Systems"');
  });

  test('of one’s own come before the built-in ones and are found by their ids', () => {
    const extra: Entry[] = [
      { name: 'Quellistone', type: 'organization', id: 'own-1', aliases: ['QLS'] },
      { name: 'Reuters Group', type: 'threat_actor', id: 'own-2', aliases: ['Reuters'] },
    ];
    const found = find('A note on QLS went to Reuters.', { extra });
    expect(found.map(({ text, id, canonical }) => [text, id, canonical])).toEqual([
      ['QLS', 'own-1', 'Quellistone'],
      ['Reuters', 'own-2', 'Reuters Group'],
    ]);
  });

  test('of one’s own with a form claimed twice are refused', () => {
    const extra: Entry[] = [
      { name: 'Aa Bb', type: 'malware', aliases: ['Cc'] },
      { name: 'Dd Ee', type: 'organization', aliases: ['Cc'] },
    ];
    expect(() => entities.prepare({ extra })).toThrow(/Aa Bb.*Dd Ee/s);
  });

  test('leave forms alone that only the article could decide', () => {
    expect(told('Our neighbour Jordan bakes bread.')).toEqual([]);
    expect(told('Amman said Jordan would sign.')).toContain('Jordan: country');
  });
});

describe('mentions', () => {
  test('stop before possessives, titles and shared heads', () => {
    expect(told("Kenya's envoy and UK Foreign Secretary Orla Quennell met.")).toEqual([
      'Kenya: country',
      'UK: country',
      'Orla Quennell: person',
    ]);
    expect(told('An Iran-backed group hit US Departments of Energy and State.')).toEqual([
      'Iran: country',
      'US: country',
      'Departments of Energy: government_body',
      'State: government_body',
    ]);
  });

  test('pass over roles but not employers beside a job', () => {
    expect(
      told('The Secretary of Homeland Security wrote to the Secretary of the Treasury.'),
    ).toEqual([]);
    expect(told('CISA Director Jen Easterly wrote.')).toEqual([
      'CISA: government_body',
      'Jen Easterly: person',
    ]);
  });

  test('of a capital in a headline of capitals are found whatever their case', () => {
    expect(told('TALKS BETWEEN ESTONIA AND KENYA', { kind: 'heading' })).toEqual([
      'ESTONIA: country',
      'KENYA: country',
    ]);
  });

  test('in headlines are those of the lists and of the article', () => {
    const found = told('Vandersloot Warns Ministers About Ferry Agency Breaches', {
      kind: 'heading',
    });
    expect(found).toEqual([]);
  });

  test('do not stand in addresses', () => {
    expect(told('Write to press@microsoft.com or see microsoft.com and @Reuters.')).toEqual([]);
  });

  test('text is the slice of the article, in order and without overlap', () => {
    const text = 'The Ministry of Harbours (MoH) and “Reuters” asked Martin Vandersloot’s aide.';
    const found = find(text);
    let last = 0;
    for (const mention of found) {
      expect(mention.text).toBe(text.slice(mention.start, mention.end));
      expect(mention.start).toBeGreaterThanOrEqual(last);
      last = mention.end;
    }
    expect(found.map((each) => each.text)).toEqual([
      'Ministry of Harbours',
      'MoH',
      'Reuters',
      'Martin Vandersloot',
    ]);
  });
});

describe('entities', () => {
  test('have one name for all their forms', () => {
    const found = find(
      'The Federal Bureau of Investigation (FBI) asked Martin Vandersloot. Mr. Vandersloot told the FBI that Americans and the U.S. agree.',
    );
    const names = Object.fromEntries(found.map(({ text, name }) => [text, name]));
    expect(names).toMatchObject({
      FBI: 'Federal Bureau of Investigation',
      Vandersloot: 'Martin Vandersloot',
      Americans: 'United States',
      'U.S.': 'United States',
    });
  });

  test('only abbreviated in the article keep the abbreviation and have the lexicon’s name beside it', () => {
    const [found] = find('The FBI declined to comment.');
    expect(found).toMatchObject({ name: 'FBI', canonical: 'Federal Bureau of Investigation' });
  });

  test('join a nickname and a number of one flaw', () => {
    const found = find('The flaw (CVE-2031-4567), known as GlassDoor, is old. GlassDoor is bad.');
    expect(found.map(({ text, name, id }) => [text, name, id])).toEqual([
      ['CVE-2031-4567', 'GlassDoor', 'CVE-2031-4567'],
      ['GlassDoor', 'GlassDoor', 'CVE-2031-4567'],
      ['GlassDoor', 'GlassDoor', 'CVE-2031-4567'],
    ]);
  });

  test('are the same on every run', () => {
    const text = 'Ottawa and the G7 asked Park Geun-woo, a professor. Park agreed with NATO.';
    expect(find(text)).toEqual(find(text));
  });

  test('of a gang and of its program are told apart', () => {
    expect(told('The Conti gang wrote Conti ransomware.')).toEqual([
      'Conti: threat_actor',
      'Conti: malware',
    ]);
  });
});
