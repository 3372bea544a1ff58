import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDigits, readCardinal, readOrdinal, shifted } from '../src/language/numbers.ts';
import { tokenize } from '../src/language/tokens.ts';

/** Value and words read from the front of `text`. */
const read = (text: string, by = readCardinal) => {
  const tokens = tokenize(text);
  const found = by(tokens, 0);
  return found && [found.value, text.slice(0, tokens[found.end - 1]!.end)];
};

describe('readCardinal', () => {
  it.each<[string, number, string]>([
    ['1.16 million cases', 1160000, '1.16 million'],
    ['1.2bn', 1200000000, '1.2bn'],
    ['4.45m in fines', 4450000, '4.45m'],
    ['12,13,784', 1213784, '12,13,784'],
    ['1,16,000.5', 116000.5, '1,16,000.5'],
    ['20,000 hosts', 20000, '20,000'],
    ['1,234,567.89', 1234567.89, '1,234,567.89'],
    ['3.5 lakh', 350000, '3.5 lakh'],
    ['416 crore', 4160000000, '416 crore'],
    ['2.1 lakh crore', 2100000000000, '2.1 lakh crore'],
    ['4 crore 50 lakh people', 45000000, '4 crore 50 lakh'],
    ['1.2 trillion', 1200000000000, '1.2 trillion'],
    ['3T', 3000000000000, '3T'],
    ['7 bn', 7000000000, '7 bn'],
    ['5-million-dollar', 5000000, '5-million'],
    ['2½ million', 2500000, '2½ million'],
    ['½ million', 500000, '½ million'],
    ['2 and a half million', 2500000, '2 and a half million'],
    ['twenty-five', 25, 'twenty-five'],
    ['Twenty five ships', 25, 'Twenty five'],
    ['twelve', 12, 'twelve'],
    ['a hundred', 100, 'a hundred'],
    ['two hundred and fifty sites', 250, 'two hundred and fifty'],
    ['two hundred fifty thousand', 250000, 'two hundred fifty thousand'],
    ['two hundred and fifty thousand', 250000, 'two hundred and fifty thousand'],
    ['two hundred and three hundred', 200, 'two hundred'],
    ['one million and five million', 1000000, 'one million'],
    [
      'one million two hundred thousand and ten',
      1200010,
      'one million two hundred thousand and ten',
    ],
    ['twelve hundred', 1200, 'twelve hundred'],
    ['a hundred million', 100000000, 'a hundred million'],
    ['two and a half billion', 2500000000, 'two and a half billion'],
    ['two-and-a-half years', 2.5, 'two-and-a-half'],
    ['a million and a half', 1500000, 'a million and a half'],
    ['three point two five million', 3250000, 'three point two five million'],
    ['half a million', 500000, 'half a million'],
    ['a half million', 500000, 'a half million'],
    ['half-million', 500000, 'half-million'],
    ['a quarter of a million', 250000, 'a quarter of a million'],
    ['three-quarters of a billion', 750000000, 'three-quarters of a billion'],
    ['half a dozen', 6, 'half a dozen'],
    ['two dozen', 24, 'two dozen'],
    ['a dozen', 12, 'a dozen'],
    ['zero', 0, 'zero'],
    ['20-30 million', 20, '20'],
    ['7 and eight', 7, '7'],
    ['5 m', 5, '5'],
    ['15x', 15, '15'],
  ])('reads %j', (text, value, words) => {
    expect(read(text)).toEqual([value, words]);
  });

  it.each([
    '10.3.1',
    '1,2',
    '1,23,45',
    '21st',
    '1990s',
    'a site',
    'an hour',
    'million',
    'half the sites',
    'quarter',
    'APT41',
    'and',
  ])('reads nothing from %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads back a number written with any grouping and any scale', () => {
    const group = (digits: string, style: 'plain' | 'western' | 'indian') => {
      if (style === 'plain' || digits.length < 4) return digits;
      const head = digits.slice(0, -3);
      const size = style === 'western' ? /\B(?=(?:\d{3})+$)/g : /\B(?=(?:\d{2})+$)/g;
      return `${head.replace(size, ',')},${digits.slice(-3)}`;
    };
    const scale = fc.constantFrom<[string, number]>(
      ['', 0],
      [' thousand', 3],
      [' lakh', 5],
      [' million', 6],
      ['m', 6],
      [' crore', 7],
      ['bn', 9],
      [' billion', 9],
      [' trillion', 12],
    );
    fc.assert(
      fc.property(
        fc.nat(999_999_999),
        fc.option(fc.stringMatching(/^\d{1,3}$/)),
        fc.constantFrom<'plain' | 'western' | 'indian'>('plain', 'western', 'indian'),
        scale,
        (whole, fraction, style, [word, power]) => {
          const decimals = fraction ?? '';
          const text = `${group(String(whole), style)}${fraction ? `.${fraction}` : ''}${word}`;
          const exact = BigInt(`${whole}${decimals.padEnd(12, '0')}`) * 10n ** BigInt(power);
          const expected = Number(`${exact}e-12`);
          expect(read(text)).toEqual([expected, text]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads back a number written in words', () => {
    const small =
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
        ' ',
      );
    const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
    const spell = (value: number, and: boolean): string => {
      if (value < 20) return small[value]!;
      if (value < 100) {
        return tens[Math.floor(value / 10) - 2]! + (value % 10 ? `-${small[value % 10]}` : '');
      }
      const [unit, name] =
        value >= 1e9
          ? [1e9, 'billion']
          : value >= 1e6
            ? [1e6, 'million']
            : value >= 1000
              ? [1000, 'thousand']
              : [100, 'hundred'];
      const rest = value % unit;
      const link = and && rest > 0 && rest < 100 ? ' and ' : ' ';
      return `${spell(Math.floor(value / unit), and)} ${name}${rest ? link + spell(rest, and) : ''}`;
    };
    fc.assert(
      fc.property(fc.nat(999_999_999_999), fc.boolean(), (value, and) => {
        const text = spell(value, and);
        expect(read(`${text} files`)).toEqual([value, text]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws and never runs past the tokens', () => {
    const word = fc.constantFrom(
      ...'a half quarter of and three two hundred million dozen 5 1.2 , - bn point ½ the 21 st'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.constantFrom(' ', '')), { maxLength: 12 }),
        (parts) => {
          const tokens = tokenize(parts.flat().join(''));
          for (let index = 0; index < tokens.length; index++) {
            for (const found of [readCardinal(tokens, index), readOrdinal(tokens, index)]) {
              if (!found) continue;
              expect(found.end).toBeGreaterThan(index);
              expect(found.end).toBeLessThanOrEqual(tokens.length);
              expect(Number.isFinite(found.value)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('readOrdinal', () => {
  it.each<[string, number, string]>([
    ['second wave', 2, 'second'],
    ['21st century', 21, '21st'],
    ['twenty-first', 21, 'twenty-first'],
    ['Twentieth', 20, 'Twentieth'],
    ['1,000th', 1000, '1,000th'],
    ['hundredth', 100, 'hundredth'],
  ])('reads %j', (text, value, words) => {
    expect(read(text, readOrdinal)).toEqual([value, words]);
  });

  it.each(['21', 'twenty', 'seconds', '1.5th', '21 st'])('reads nothing from %j', (text) => {
    expect(read(text, readOrdinal)).toBeNull();
  });
});

describe('exact arithmetic', () => {
  it('shifts the decimal point instead of multiplying', () => {
    expect(shifted('1.16', 6)).toBe(1160000);
    expect(shifted('.35', 1)).toBe(3.5);
    expect(shifted('2.675', 2)).toBe(267.5);
  });

  it('takes grouping away only where it is right', () => {
    expect(plainDigits('1,234')).toBe('1234');
    expect(plainDigits('1,23,456')).toBe('123456');
    expect(plainDigits('1,2345')).toBeNull();
    expect(plainDigits('1.2.3')).toBeNull();
  });
});
