import { describe, expect, it } from 'vitest';
import type { Mention } from '../src/article/schema.ts';
import { LocalCurrencies } from '../src/figures/local-currency.ts';
import { tokenize } from '../src/language/tokens.ts';
import { read } from './read-figures.ts';

type Case = [string, string[], Record<string, Mention['type']>, (string | null)[]];

describe('who tells a figure', () => {
  const cases: Case[] = [
    [
      'who tells the sentence, not who reported in it',
      ['Clients reported losses of $3 million to the Reef Board, Oryx said in a May note.'],
      { Oryx: 'organization' },
      ['Oryx'],
    ],
    ['not who is ranked', ['Peru ranked 42nd of 90 countries.'], { Peru: 'country' }, [null, null]],
    [
      'who told before: it said',
      ['Oryx said a gang struck.', "Quayline's thieves asked for $300,000, it said."],
      { Oryx: 'organization', Quayline: 'organization' },
      ['Oryx'],
    ],
    [
      'the person in a role',
      ['"We are late," said Ana Reyes.', 'The auditor also says that 30% of posts are empty.'],
      { 'Ana Reyes': 'person' },
      ['Ana Reyes'],
    ],
    [
      'this, of the sentence before',
      ['Oryx said that 40 ports fell.', 'This was down from 226,970 in May.'],
      { Oryx: 'organization' },
      ['Oryx', 'Oryx'],
    ],
    [
      'who observes or stresses that',
      ['Oryx analysts observe that 40 ports fall a week.', 'Oryx agreed to pay $3 million.'],
      { Oryx: 'organization' },
      ['Oryx', null],
    ],
  ];
  it.each(cases)('is %s', (_, sentences, names, wanted) => {
    expect(read(sentences, names).map(({ source }) => source)).toEqual(wanted);
  });
});

describe('the currency of a figure', () => {
  const land = (id: string, text: string, name: string): Mention =>
    ({ start: 0, end: 0, text, type: 'country', name, id }) as Mention;
  it('of a shared sign is that of the land at home', () => {
    const of = (text: string, entities: readonly Mention[]) => {
      const start = text.indexOf('$');
      const tokens = tokenize(text, start, text.length);
      return new LocalCurrencies(text, entities).codeOf('USD', tokens, 0, 2, []);
    };
    const home = ['Perth', 'Sydney', 'Hobart'].map((text) => land('AU', text, 'Australia'));
    expect(of('It cost $5 million.', home)).toBe('AUD');
    expect(of('It cost $5 million.', home.slice(1))).toBe('USD');
    expect(of('It cost 7 Australian dollars ($5).', home)).toBe('USD');
  });
});
