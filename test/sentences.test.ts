import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../src/article/schema.ts';
import { rules } from '../src/sentences/rules.ts';
import { splitSentences } from '../src/sentences/split.ts';
import { sentences } from '../src/sentences/stage.ts';

const split = (text: string) =>
  splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe('rules of boundaries', () => {
  it('have ids of their own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const deciders = new Set<string>();
    for (const { text, sentences } of rule.examples) {
      const found = splitSentences(text, 0, text.length, (decider) => deciders.add(decider));
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
    }
    expect([...deciders]).toContain(id);
  });
});

describe('a paragraph', () => {
  it.each([
    'Maj. Gen. Ida Cole of the U.S. Army met Dr. Osei at 9 a.m. Monday.| They agreed.',
    'Losses grew to €1.2bn.| The bank blamed St. Lucia Telecom Ltd.| It denied this.',
    '“Will they pay?” Ms. Diallo asked.| “They will not.”',
    '"We lost the port," he said; "we lost the pier.| We lost all."| Nobody answered.',
    'The pier (see Fig. 3. It is small) is closed.| Sec. 12 of the Act, 16 U.S.C. § 4(a), applies.',
    'The cable broke.[2] [3]| It was mended.4| The bill was $3 mn.| Nobody paid.',
    'Patch now!| Then wait…| Is it done?| No. 1 on the list is the crane.',
    'It is run by Acme Inc. (NYSE: ACM) and Foo et al. (2019).| Read www.port.example.org.| Then call.',
    'They left.| (It rained.| Hard.)| They came back.',
    '“Never again!”| The hall cheered.',
    'Will it pass?| No.| It will not.',
    'Option 2. Train the crews.| It is cheap.',
    'The 4th Dept. of the navy, led by J. R. Doe, Ph.D., closed on Jan. 6.| The U.S. did not.',
  ])('is cut where it should be: %s', (marked) => {
    expect(split(marked.replaceAll('|', ''))).toEqual(marked.split('| '));
  });

  it('parts sentences that lost their space', () => {
    expect(split('The port was shut.Ships waited outside. See port.example.com for it.')).toEqual([
      'The port was shut.',
      'Ships waited outside.',
      'See port.example.com for it.',
    ]);
  });

  it('parts items behind bullets that were glued into it', () => {
    expect(split('We ask for: • more boats • more piers')).toEqual([
      'We ask for:',
      'more boats',
      'more piers',
    ]);
  });

  it('may be wrapped by hand', () => {
    expect(split('The port was\nshut. Ships\r\nwaited.')).toEqual([
      'The port was\nshut.',
      'Ships\r\nwaited.',
    ]);
  });
});

describe('the stage', () => {
  const run = sentences.prepare({});
  const article = (text: string, blocks: Block[]) =>
    ({ text, blocks }) as unknown as Parameters<typeof run>[0];

  it('cuts title and content alone, a heading being one sentence', () => {
    const text =
      'Why now? Because.\nBy Ana Reyes. Port desk.\nWho pays? When?\nOne fell. Two stood.\nShare. Follow.';
    const kinds = ['title', 'byline', 'heading', 'list_item', 'boilerplate'] as const;
    let start = 0;
    const blocks = text.split('\n').map((line, i): Block => {
      const block = { start, end: start + line.length, kind: kinds[i]! };
      start += line.length + 1;
      return block;
    });
    const found = run(article(text, blocks));
    expect(
      found.map(({ start, end, index, block, kind }) => [
        index,
        block,
        kind,
        text.slice(start, end),
      ]),
    ).toEqual([
      [0, 0, 'title', 'Why now? Because.'],
      [1, 2, 'heading', 'Who pays? When?'],
      [2, 3, 'list_item', 'One fell.'],
      [3, 3, 'list_item', 'Two stood.'],
    ]);
    expect(found[3]!.tokens.map(({ text }) => text)).toEqual(['Two', 'stood', '.']);
    expect(text.slice(found[3]!.tokens[1]!.start, found[3]!.tokens[1]!.end)).toBe('stood');
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'One fell. ',
    'U.S. ',
    '… ',
    '"',
    '”',
    '(',
    ')',
    '[1]',
    '. ',
    '.',
    '?! ',
    '\ud800',
    '\udc00',
    '\u2028',
    '\u00a0',
    '•',
    'a.m. ',
    'No. 5',
    '😀',
    '12',
  );
  it('falls into sentences that cover its words in order and are trimmed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of splitSentences(text, 0, text.length)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(text.slice(last, start)).toMatch(/^[\s\u200b•]*$/u);
          last = end;
        }
        expect(text.slice(last)).toMatch(/^[\s\u200b•]*$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps within the bounds that it is given', () => {
    const text = 'One fell. Two stood. Three ran.';
    expect(splitSentences(text, 4, 15)).toEqual([
      { start: 4, end: 9 },
      { start: 10, end: 15 },
    ]);
  });

  it.each([
    ['sentences', 'One fell and two stood. '.repeat(200_000)],
    ['no stop', 'one '.repeat(1_200_000)],
    ['stops', '.'.repeat(1_000_000)],
    ['spaced stops', '. '.repeat(500_000)],
    ['brackets', '(a. '.repeat(300_000)],
    ['quotes', '“Why?” A '.repeat(200_000)],
    ['abbreviations', 'U.S. '.repeat(300_000)],
    ['spaces', `a.${' '.repeat(2_000_000)}b`],
    ['notes', 'a one.[1] '.repeat(200_000)],
    ['digits', `one.${'1'.repeat(1_000_000)}`],
    ['glued', 'one.Two'.repeat(200_000)],
  ])('of a size that hurts is cut to its end: %s', (_name, text) => {
    // a cut that took the square of it would not come back before the test is stopped
    const found = splitSentences(text, 0, text.length);
    expect(found[0]!.start).toBe(0);
    expect(found.at(-1)!.end).toBe(text.trimEnd().length);
  });
});
