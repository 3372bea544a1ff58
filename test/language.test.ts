import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formFact } from '../src/language/form-fact.ts';
import { forgetMany } from '../src/language/forms.ts';
import { compilePattern } from '../src/language/pattern.ts';
import { PatternTable } from '../src/language/pattern-table.ts';
import { partsOfSpeech } from '../src/language/tagger.ts';
import { tokenAt, tokenize } from '../src/language/tokens.ts';
import { infinitive, similarity, singular } from '../src/language/words.ts';

const texts = (sentence: string) => tokenize(sentence).map((token) => token.text);

describe('tokens', () => {
  test('keep names, abbreviations, numbers and codes whole and split the rest', () => {
    expect(texts('U.S. CERT-In’s $1.2bn, 12,13,784 and the 21st.')).toEqual([
      'U.S.',
      'CERT',
      '-',
      'In',
      '’s',
      '$',
      '1.2',
      'bn',
      ',',
      '12,13,784',
      'and',
      'the',
      '21',
      'st',
      '.',
    ]);
    expect(texts('See https://a.example/b?c=d. APT41 used CVE-2021-44228 at 2 p.m.')).toEqual([
      'See',
      'https://a.example/b?c=d',
      '.',
      'APT41',
      'used',
      'CVE-2021-44228',
      'at',
      '2',
      'p.m.',
    ]);
  });

  test('cover all that is not white space, in order, with their own text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(text.slice(last, token.start).trim()).toBe('');
          last = token.end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  test('are found by offset', () => {
    const tokens = tokenize('one two three');
    expect(tokenAt(tokens, 4)).toBe(1);
    expect(tokenAt(tokens, 5)).toBe(2);
    expect(tokenAt(tokens, 99)).toBe(3);
  });
});

describe('what is known of a form', () => {
  test('holds for more words than are remembered, for tokens of before too', () => {
    const length = formFact(({ text }) => text.length);
    const [before] = tokenize('cyberattack');
    expect(length(before!.form)).toBe(11);
    for (let from = 0; from < 160_000; from += 1000) {
      if (from === 40_000) forgetMany();
      const words = Array.from({ length: 1000 }, (_, at) => 'w'.repeat(at % 7) + (from + at));
      const tokens = tokenize(words.join(' '));
      expect(tokens.map(({ form }) => length(form))).toEqual(words.map((word) => word.length));
    }
    expect(length(before!.form)).toBe(11);
    forgetMany();
    expect(length(before!.form)).toBe(11);
    expect(tokenize('cyberattack').map(({ form }) => length(form))).toEqual([11]);
  });

  test('is that of one form, wherever it stands', () => {
    const [first, , again] = tokenize('Quad and Quad');
    expect(again!.form).toBe(first!.form);
  });
});

describe('patterns', () => {
  const classes = {
    month: new Map([
      ['may', 5],
      ['june', 6],
    ]),
    year: {
      starts: (token: { kind: string }) => token.kind === 'number',
      read: (tokens: readonly { text: string }[], index: number) =>
        /^\d{4}$/.test(tokens[index]!.text)
          ? { end: index + 1, value: Number(tokens[index]!.text) }
          : null,
    },
  };
  const found = (pattern: string, sentence: string) => {
    const tokens = tokenize(sentence);
    const matches: string[] = [];
    new PatternTable([[compilePattern(pattern, classes), null]]).scan(tokens, (match) => {
      matches.push(
        tokens
          .slice(match.start, match.end)
          .map((token) => token.text)
          .join(' '),
      );
    });
    return matches;
  };

  test('match words, classes, options, groups, repetitions and spacing', () => {
    expect(found('<month> (,? <year>)?', 'In May, 2021 and June 2022')).toEqual([
      'May , 2021',
      'June 2022',
    ]);
    expect(found('at (least / most) <year>', 'at least 2020, at most 2021, at 2022')).toEqual([
      'at least 2020',
      'at most 2021',
    ]);
    expect(found('very{2,3} big', 'very big, very very very big')).toEqual([
      'very very very big',
      'very very big',
    ]);
    expect(found('<year> ~s', 'the 1990s and 1990 s')).toEqual(['1990 s']);
  });

  test('go back where a greedy element took too much', () => {
    expect(found('a{1,3} a b', 'a a b')).toEqual(['a a b']);
  });

  test('keep captures with the values of their classes', () => {
    const match = compilePattern('month=<month> year=<year>?', classes).matchAt(
      tokenize('May 2021'),
      0,
    )!;
    expect(match.captures.month).toEqual({ start: 0, end: 1, value: 5 });
    expect(match.captures.year).toEqual({ start: 1, end: 2, value: 2021 });
  });

  test('say what is wrong with themselves', () => {
    expect(() => compilePattern('<moon>', classes)).toThrow('there is no class <moon>');
    expect(() => compilePattern('(a b', classes)).toThrow('a group is not closed');
    expect(() => compilePattern('a?', classes)).toThrow('matches nothing at all');
  });
});

describe('words', () => {
  test('singular and infinitive', () => {
    expect(['agencies', 'breaches', 'viruses', 'people', 'data', 'cases'].map(singular)).toEqual([
      'agency',
      'breach',
      'virus',
      'person',
      'data',
      'case',
    ]);
    expect(
      ['shared', 'sharing', 'institutionalised', 'made', 'says', 'need', 'is'].map(infinitive),
    ).toEqual(['share', 'share', 'institutionalise', 'make', 'say', 'need', 'be']);
  });

  test('similarity of names', () => {
    expect(similarity('Zelensky', 'Zelenskyy')).toBeGreaterThan(0.95);
    expect(similarity('Azar', 'Biden')).toBeLessThan(0.6);
  });

  test('each token has a part of speech, whatever stands around it', () => {
    const tokens = tokenize('Officials in the U.S. can’t say “who” hacked CERT-In’s 5G labs.');
    const tags = partsOfSpeech(tokens);
    expect(tags).toHaveLength(tokens.length);
    expect(tags[tokens.findIndex((token) => token.text === 'hacked')]).toBe('VERB');
    expect(tags[tokens.findIndex((token) => token.text === 'labs')]).toBe('NOUN');
  });
});
