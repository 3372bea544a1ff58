import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOf, Opening } from '../src/clean/opening.ts';

const openers = (pattern: RegExp): string | null => {
  const first = firstOf(pattern);
  if (!first) return null;
  return [...first]
    .map((may, code) => (may ? (code === 128 ? '…' : String.fromCharCode(code)) : ''))
    .join('');
};

describe('what a pattern may begin with', () => {
  it.each([
    [/^(?:tags?|filed in)\b/u, 'ft'],
    [/^(?:the )?(?:port|lake)s?\b/u, 'lpt'],
    [/^\(?\d{1,2}\)/u, '(0123456789'],
    [/^(?!no)[a-c]/u, 'abc'],
    [/^by:?\s\p{Lu}/iu, 'Bb…'],
    [/^[^\d\w]x|^!/u, openers(/^[^\d\w]/u)],
    [/^©|^[…]/u, '…'],
  ])('%s', (pattern, expected) => {
    expect(openers(pattern)).toBe(expected);
  });

  it.each([/ports?$/u, /^ports|lakes$/u, /^(?:port)?/u])(
    '%s is not said to be known',
    (pattern) => {
      expect(firstOf(pattern)).toBeNull();
    },
  );

  it('never keeps a text from a pattern that takes it', () => {
    const patterns = [
      /^(?:the )?(?:view|opinion)s?\b/u,
      /^[([—–-]{0,3}\s?(?:reporting|edited) by/iu,
      /^[^\p{L}\p{N}]{1,80}$/u,
      /^\*{0,2}[A-Z]{2,16}\s?:/u,
      /^(?:\p{Lu}\p{L}{1,4} ){0,2}[1-9]/u,
    ];
    const pieces = fc.constantFrom(
      ...'the ,view,Opinions,(,—,Reporting by,edited by,*,AB:,É,Lake ,7,…, ,\u00a0,!'.split(','),
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 5 }),
        fc.constantFrom(...patterns),
        (list, each) => {
          const text = list.join('');
          expect(new Opening(each).test(text)).toBe(each.test(text));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
