import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Opening, Openings, openingOf } from '../src/clean/opening.ts';

const fits = (pattern: RegExp, texts: readonly string[]): string[] => {
  const opening = new Opening(pattern);
  return texts.filter((text) => opening.fits(openingOf(text)));
};

describe('what a pattern may begin with', () => {
  it.each<[RegExp, string[], string[]]>([
    [/^(?:tags?|filed in)\b/u, ['tag', 'tags', 'Filed in'], ['tab', 'ta', 'filer', 'x']],
    [/^(?:a )?(?:port|ya?)/u, ['a po', 'port', 'a ya', 'y', 'yes'], ['a', 'a xi', 'pond']],
    [/^a(?:b$|y{0,2}(?=x)o)/u, ['ab', 'ao', 'ayyo', 'ayo'], ['axo', 'acb', 'b']],
    [/^\(?\d{2}\)/u, ['(12)', '12)', '12) '], ['1', '(1)', '123', '(ab)']],
    [/^(?!no)[a-c]/u, ['a', 'bx', 'C'], ['d', ' a']],
    [/^by:?\s\p{Lu}/iu, ['by A', 'By: '], ['bye', 'by 1', 'bya']],
    [/^[^\p{L}\d!] ?0|^!!/u, ['(0', '( 0', '!!', 'é0'], ['a0', '(a']],
    [/^p[“]/u, ['p"', 'p“', 'pé'], ['pa', 'p']],
    [/^\{[%{].{0,9}a/u, ['{%xy', '{{a'], ['%a', '{']],
  ])('%s', (pattern, some, others) => {
    expect(fits(pattern, [...some, ...others])).toEqual(some);
  });

  it('tells of many patterns at once what it tells of each', () => {
    const lists = ['(?:tags?|more on) ', 'the (?:view|post)', '[#*]', '']
      .map((source) => new RegExp(`^${source}`, 'u'))
      .flatMap((pattern) => [[new Opening(pattern)], []]);
    const many = new Openings([...lists, ...lists, ...lists, ...lists, ...lists]);
    for (const text of ['tags ', 'tag: ', 'More on', 'the view', 'the news', '#', '', '😀']) {
      const opening = openingOf(text);
      const fitting = many.fitting(opening);
      const one = lists.map((list) => list.some((each) => each.fits(opening)));
      for (let at = 0; at < 5 * lists.length; at++) {
        const is = ((fitting[at >> 5]! >> (at & 31)) & 1) === 1;
        if (!text.startsWith('😀')) expect([text, at, is]).toEqual([text, at, one[at % 8]]);
        else expect(is).toBe(true);
      }
    }
  });

  it.each([/ports?$/u, /^ports|lakes$/u, /^(?:port)?/u])('%s may begin with all', (pattern) => {
    expect(fits(pattern, ['port', 'x', '!', ''])).toHaveLength(4);
  });

  it('never keeps a text from a pattern that takes it', () => {
    const patterns = [
      /^(?:the )?(?:view|opinion)s?\b/u,
      /^[([—–-]{0,3}\s?(?:reporting|edited) by/iu,
      /^[^\p{L}\p{N}]{1,80}$/u,
      /^\*{0,2}[A-Z]{2,16}\s?:/u,
      /^(?:\p{Lu}\p{L}{1,4} ){0,2}[1-9]/u,
      /^(?:7|,|é[^x]{0,3}(?:view)?$)$/u,
      /^(?:[^\p{L}] ){1,2}[^\d]/u,
      /^(?:[,—]\s?){2,3}(?:the|\(7)/u,
    ];
    const pieces = fc.constantFrom(
      ...'the ,view,Opinions,(,—,Reporting by,edited by,*,AB:,É,é,Lake ,7,…, ,\u00a0,!,😀,😀 '.split(
        ',',
      ),
      ',',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 5 }),
        fc.constantFrom(...patterns),
        (list, each) => {
          const text = list.join('');
          const opened = { head: text, lower: text, opening: openingOf(text) };
          expect(new Opening(each).test(opened)).toBe(each.test(text));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('is the same for a text in lower case with plain quotes', () => {
    expect(openingOf('“The')).toBe(openingOf('"the'));
    expect(openingOf('’T')).toBe(openingOf("'t"));
  });
});
