import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, Opening, openingOf, pairsOf } from '../src/clean/opening.ts';

const SIGNS = [...'abflnoprty07( "!é'];

/** The openings, of a few characters, that a pattern may have; "." where nothing follows. */
function openings(pattern: RegExp): string[] {
  const pairs = pairsOf(pattern);
  return SIGNS.flatMap((first) =>
    ['', ...SIGNS].map((second) => first + second).filter((text) => holds(pairs, openingOf(text))),
  );
}

describe('what a pattern may begin with', () => {
  it.each<[RegExp, string[]]>([
    [/^(?:tap?|filed in)\b/u, ['ta', 'f'].filter((text) => text !== 'f')],
    [/^(?:a )?(?:port|yards?)/u, ['a ', 'po', 'ya']],
    [/^a(?:b$|y{0,2}(?=x)o)/u, ['ab', 'ao', 'ay']],
    [/^a$/u, ['a']],
    [/^\(?\d{2}\)/u, ['00', '07', '70', '77', '(0', '(7']],
    [/^(?!no)[a-b]{2}/u, ['aa', 'ab', 'ba', 'bb']],
    [/^by:?\s\p{Lu}/iu, ['by']],
    [/^[^\p{L}\d!] ?0|^!!/u, ['(0', '( ', '"0', '" ', '!0', '!(', '!!', 'é0', 'é ']],
    [/^p[“]/u, ['p"', 'pé']],
  ])('%s', (pattern, expected) => {
    const found = openings(pattern);
    for (const text of expected) expect(found).toContain(text);
    expect(found.filter((text) => /^[a-z0-9]*$/.test(text)).sort()).toEqual(
      expected.filter((text) => /^[a-z0-9]*$/.test(text)).sort(),
    );
  });

  it.each([/ports?$/u, /^ports|lakes$/u, /^(?:port)?/u])('%s may begin with all', (pattern) => {
    expect(openings(pattern)).toHaveLength(SIGNS.length * (SIGNS.length + 1));
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
