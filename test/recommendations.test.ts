import { describe, expect, it } from 'vitest';
import { emptyLayers, type Layers, type Source } from '../src/article/article.ts';
import type { Recommendation } from '../src/article/schema.ts';
import { buildPipeline } from '../src/kernel/pipeline.ts';
import { compileGrammar } from '../src/language/grammar.ts';
import { tokenize } from '../src/language/tokens.ts';
import { lemmaOf } from '../src/language/verbs.ts';
import { classes, cueRules } from '../src/recommendations/rules.ts';
import { stages } from '../src/stages.ts';

const pipeline = buildPipeline<Source, Layers>(stages, emptyLayers);

/** Runs the whole pipeline; blocks are parted by empty lines. */
function read(text: string): readonly Recommendation[] {
  const hints = [...text.matchAll(/\S[^\n]*/g)].map(({ 0: line, index }) => ({
    start: index + (/^[-•]\s+/.exec(line)?.[0].length ?? 0),
    end: index + line.length,
    kind: line.startsWith('# ')
      ? ('heading' as const)
      : /^(?:[-•]|\d+\.|[a-z]\))\s/.test(line)
        ? ('list_item' as const)
        : ('paragraph' as const),
  }));
  return pipeline.run({
    id: 'test',
    text,
    sha256: '',
    hints,
    title: null,
    published: null,
    url: null,
    source: null,
  }).recommendations;
}

const only = (text: string): Recommendation => {
  const found = read(text);
  expect(found.map((each) => each.text)).toHaveLength(1);
  return found[0]!;
};

describe('each cue alone reads its own examples', () => {
  for (const rule of cueRules) {
    const alone = compileGrammar('recommendations', [rule], classes);
    it.each(rule.examples.map((example) => [example.text, example] as const))(
      `${rule.id}: %s`,
      (text, { finds }) => {
        const found = alone
          .find(tokenize(text), undefined)
          .map(({ start, end, value }) => ({ text: text.slice(start, end), ...value }));
        expect(found.map((each) => each.text)).toEqual(finds.map((each) => each.text));
        for (const [place, want] of finds.entries()) expect(found[place]).toMatchObject(want);
      },
    );
  }

  it('has at least 150 sentences, half of them traps', () => {
    const examples = cueRules.flatMap((rule) => rule.examples);
    const traps = examples.filter(({ finds }) => finds.length === 0);
    expect(examples.length).toBeGreaterThanOrEqual(150);
    expect(traps.length * 2).toBeGreaterThanOrEqual(examples.length);
  });
});

describe('who should act', () => {
  it.each<[string, readonly string[]]>([
    ['Norway and Chile should pool their data.', ['Norway', 'Chile']],
    ['Norway and the other members should pool their data.', ['Norway', 'the other members']],
    ['American banks should pool their data.', ['American banks']],
    ['All Australians should pool their data.', ['all Australians']],
    ['Experts believe that, if the state is poor, it should borrow.', ['the state']],
    ['The desk recommends that other ministries also pool data.', ['other ministries']],
    ['Think tank scholars should pool their data.', ['Think tank scholars']],
    ['The U.S. should pool its data.', ['United States']],
    ['Retailers or their agents must register.', ['Retailers', 'their agents']],
    ['Chief auditors (CAs) or deputies must sign the form.', ['Chief auditors', 'deputies']],
    [
      'Telecom operators, water companies and banks must register.',
      ['Telecom operators', 'water companies', 'banks'],
    ],
    ['Food and farming companies must register.', ['Food and farming companies']],
    ['The keys must be kept by the two ministries.', ['the two ministries']],
    ['The keys must be kept offline.', []],
    ['We must keep the keys offline.', []],
    ['Such rules should apply to ports.', []],
    ['There should be a plan for operators to follow.', ['operators']],
    ["The ministry's first priority should be training clerks.", ['the ministry']],
    ['For small firms, this means that old pumps must be replaced.', ['small firms']],
    ['The office advised users of its old app to delete it.', ['users']],
    ['Norway and Chile met in May. They should now sign the pact.', ['Norway', 'Chile']],
    ['The council has a plan. It should publish the plan.', ['the council']],
    ['If operators find a leak, they must report it.', ['operators']],
  ])('%s', (text, actors) => {
    expect(read(text).at(-1)?.actors).toEqual(actors);
  });
});

describe('"the ministry"', () => {
  const of = (text: string) => read(text).map(({ actors, source }) => [actors, source]);

  it('is the one named before with that word in its name', () => {
    expect(
      of(
        'The Ministry of Ports met Lodestar on Monday. The ministry urged the board to log entries.',
      ),
    ).toEqual([[['the board'], 'Ministry of Ports']]);
    expect(
      of('The Harbour Safety Agency is new. It is small. This agency should publish its rules.'),
    ).toEqual([[['Harbour Safety Agency'], null]]);
  });

  it('is itself where none was named, in small letters also in front', () => {
    expect(of('The ministry should publish its rules.')).toEqual([[['the ministry'], null]]);
    expect(of('The banks should publish their rules.')).toEqual([[['the banks'], null]]);
  });
});

describe('what is to be done', () => {
  it.each<[string, string | null]>([
    ['The ports should make a joint effort to trace the leak.', 'trace'],
    ['The ports should take steps towards sharing alerts.', 'share'],
    ['The ports should play a part in the defence of the strait.', 'defend'],
    ['The ports should be able to share alerts.', 'share'],
    ['The ports should consider sharing alerts.', 'consider'],
    ['The ports should continue to share alerts.', 'continue'],
    ['Alerts should be prioritised.', 'prioritise'],
    ['Old meters must be withdrawn.', 'withdraw'],
    ['Screening should be up to date.', 'screen'],
    ['There is a need for harmonisation of the codes.', 'harmonise'],
    ['There is a need for a new treaty.', null],
    ['The aim should be to retire old meters.', 'retire'],
    ['Please back up the ledger.', 'back up'],
    ['Ports ought to do far more to protect pilots.', 'protect'],
  ])('%s', (text, action) => {
    expect(only(text).action).toBe(action);
  });
});

describe('lemmas of verb forms', () => {
  it.each([
    ['prioritised', 'prioritise'],
    ['prioritized', 'prioritize'],
    ['harmonising', 'harmonise'],
    ['overseen', 'oversee'],
    ['undertaken', 'undertake'],
    ['borne', 'bear'],
    ['codified', 'codify'],
    ['focussed', 'focus'],
    ['planning', 'plan'],
    ['held', 'hold'],
    ['hold', 'hold'],
    ['secured', 'secure'],
    ['applied', 'apply'],
  ])('%s is of %s', (form, lemma) => {
    expect(lemmaOf(form)).toBe(lemma);
  });
});

describe('how strongly', () => {
  it('is that of the strongest cue of the sentence', () => {
    expect(only('It is vital that there should be a fund for ports to draw on.').strength).toBe(
      'strong',
    );
    expect(only('Ports can, and must, share alerts.').strength).toBe('strong');
    expect(only('The office advises ports to consider a second pump.').strength).toBe('medium');
  });
});

describe('who recommends', () => {
  it.each<[string, string | null]>([
    ['“Ports must share alerts,” said Ada Lund, a harbour expert.', 'Ada Lund'],
    ['Ada Lund said that ports must share alerts.', 'Ada Lund'],
    ['According to Ada Lund, ports must share alerts.', 'Ada Lund'],
    ['The report calls for a ban on spyware.', 'the report'],
    ['Ada Lund, head of ports at Brandt Marine, warned that ports must share alerts.', 'Ada Lund'],
    [
      'Ada Lund, director-general, Harbour Safety Board, stressed that ports must share alerts.',
      'Ada Lund',
    ],
    ['After a call with Ada Lund, the bank said that ports must share alerts.', 'the bank'],
    ['We urge ports to share alerts.', null],
    ['Ports must share alerts.', null],
  ])('%s', (text, source) => {
    expect(only(text).source).toBe(source);
  });

  it('is who makes the proposals that a list holds', () => {
    const found = read(
      'The Harbour Safety Board met in May. It makes these recommendations:\n\n- Ports should list their cranes.\n\n- Banks must fund the desk.',
    );
    expect(found.map(({ source }) => source)).toEqual([
      'Harbour Safety Board',
      'Harbour Safety Board',
    ]);
  });

  it('is who answers in an interview', () => {
    const talk = [
      'Ada Lund heads the harbour desk in Oslo, and has worked there for many years.',
      'Q: What should ports do first?',
      'A: They have to know what they own. Ports should list all their cranes.',
      'Q: And then?',
      'A: Banks must fund the desk.',
    ].join('\n\n');
    const found = read(talk).filter(({ text }) => !text.endsWith('?'));
    expect(found.map(({ source }) => source)).toEqual(found.map(() => 'Ada Lund'));
    expect(found.length).toBeGreaterThan(1);
  });

  it('goes on where the speech does', () => {
    const [, second] = read(
      'There should be drills for ports to hold, Ada Lund suggested. Ports also should log them.',
    );
    expect(second?.source).toBe('Ada Lund');
  });
});

describe('items of lists', () => {
  const steps = [
    'The bureau advised that ports can take several steps, including:',
    '- Making copies of the ledger.',
    '- Using longer codes.',
  ].join('\n\n');

  it('are labelled without a cue, weakly, by whom the introduction names', () => {
    const found = read(steps);
    expect(
      found.map(({ action, strength, list, ordinal }) => [action, strength, list, ordinal]),
    ).toEqual([
      ['make', 'weak', 1, 1],
      ['use', 'weak', 1, 2],
    ]);
  });

  it('label each sentence with a cue, and the first only where none has one', () => {
    const found = read(
      [
        'We recommend these steps:',
        '- Fresh codes. Old codes are known. Change codes every month.',
        '- Fewer doors. Doors invite guests.',
      ].join('\n\n'),
    );
    expect(found.map(({ text, ordinal }) => [text, ordinal])).toEqual([
      ['Change codes every month.', 1],
      ['Fewer doors.', 2],
    ]);
  });

  it('end the clause of their introduction, whose subject acts', () => {
    const found = read(
      'The paper ends with a plea to the cabinet. The two ministries should:\n- fund the desk;\n- merge the two offices.',
    );
    expect(found.map(({ strength, action, actors }) => [strength, action, actors])).toEqual([
      ['weak', 'fund', ['the two ministries']],
      ['weak', 'merge', ['the two ministries']],
    ]);
    const urged = read(
      'A new alert is out today. The office urges carriers to:\n- test their gates;\n- keep logs.',
    );
    expect(urged.map(({ actors }) => actors)).toEqual([['carriers'], ['carriers']]);
  });

  it('are ordered by a gerund behind "by:", whatever stands behind it', () => {
    const found = read(
      'Clerks can protect the desk by:\n\n- Using locks. Check them.\n\n- Asking twice.',
    );
    expect(found.map(({ action }) => action)).toEqual(['use', 'check', 'ask']);
  });

  it('are none in a list that tells', () => {
    expect(
      read(
        [
          'The audit found three incidents:',
          '- In May, a clerk lost a laptop.',
          '- In June, a pump failed.',
        ].join('\n\n'),
      ),
    ).toEqual([]);
  });

  it('keep the printed ordinal in running text', () => {
    const found = read(
      'The two ports can help each other in several ways. First, sharing pilots will save money. Third, they can also explore a joint fund.\n\nBoth ports should sign a pact.',
    );
    expect(found.map(({ action, list, ordinal }) => [action, list, ordinal])).toEqual([
      ['share', 1, 1],
      ['explore', 1, 3],
      ['sign', null, null],
    ]);
  });
});

describe('nothing is recommended', () => {
  it.each([
    '# Ports must share alerts',
    'Should ports share alerts?',
    'Under the new act, ports must report outages. They must also keep logs for a year.',
    'The bill would require ports to report outages.',
    'To exploit the flaw, an intruder needs to be near.',
    'Ministers agreed to share alerts.',
    'The fund will help ports to share alerts.',
    'Intruders can cut the power, and the power could fail for days.',
    'It must be said that alerts are rare.',
    'The alerts should arrive by noon.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
