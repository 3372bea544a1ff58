import { cardinal, ordinal, readCardinal, readOrdinal } from '../language/numbers.ts';
import type { ReaderClass } from '../language/pattern.ts';
import type { Token, Written } from '../language/tokens.ts';
import { SUFFIXES } from './vocabulary.ts';

/* Days and years in words: "the twenty-fourth", "two thousand and twenty", "nineteen eighty-six". */

/** One or two digits: what a day, an hour or a short year is written with. */
export const isDigits = (token: Written): boolean =>
  token.kind === 'number' && token.text.length <= 2;

/** What a day of the month in words begins with. */
export const DAY_WORDS: ReadonlySet<string> = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth twenty thirty fifteen thirteen'.split(
    ' ',
  ),
);

/** "fifth", "twenty-first", "twenty five": a day of the month in words. */
export const dayWord: ReaderClass = {
  starts: (token) => DAY_WORDS.has(token.lower),
  needs: DAY_WORDS,
  second: { words: ['-'], tests: [cardinal.starts, ordinal.starts], empty: true },
  read(tokens, index) {
    const found = readOrdinal(tokens, index) ?? readCardinal(tokens, index);
    return found && found.value >= 1 && found.value <= 31 ? found : null;
  },
};

/** The same, or digits with the letters of an ordinal: "5th". */
export const spelledDay: ReaderClass = {
  starts: (token) => isDigits(token) || DAY_WORDS.has(token.lower),
  needs: new Set([...DAY_WORDS, ...SUFFIXES]),
  second: {
    words: ['-', ...SUFFIXES],
    tests: [cardinal.starts, ordinal.starts],
    empty: true,
  },
  read(tokens, index) {
    if (tokens[index]!.kind !== 'number') return dayWord.read(tokens, index);
    const found = readOrdinal(tokens, index);
    return found && found.value >= 1 && found.value <= 31 ? found : null;
  },
};

const HUNDREDS: ReadonlyMap<string, number> = new Map([
  ['seventeen', 1700],
  ['eighteen', 1800],
  ['nineteen', 1900],
  ['twenty', 2000],
]);

/** "nineteen eighty-six", "eighteen hundred and four", "two thousand and twenty". */
export const spelledYear: ReaderClass = {
  starts: ({ lower }) => lower === 'two' || HUNDREDS.has(lower),
  second: { words: ['thousand', 'hundred'], tests: [cardinal.starts], empty: false },
  read(tokens, index) {
    if (tokens[index]!.lower === 'two') {
      if (tokens[index + 1]?.lower !== 'thousand') return null;
      const found = readCardinal(tokens, index);
      return found && found.value > 2000 && found.value < 2100 ? found : null;
    }
    const hundreds = HUNDREDS.get(tokens[index]!.lower)!;
    const next = tokens[index + 1]?.lower;
    if (next === 'hundred') {
      const found = readCardinal(tokens, index);
      return found && found.value > hundreds && found.value < hundreds + 100 ? found : null;
    }
    const rest = next && isTens(tokens[index + 1]!) ? readCardinal(tokens, index + 1) : null;
    return rest && rest.value < 100 && rest.value >= 10
      ? { end: rest.end, value: hundreds + rest.value }
      : null;
  },
};

const isTens = ({ lower }: Token): boolean =>
  /^(?:ten|eleven|twelve|\p{L}{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)$/u.test(lower);
