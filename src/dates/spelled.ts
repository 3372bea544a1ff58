import { cardinal, ordinal, readCardinal, readOrdinal } from '../language/numbers.ts';
import type { ReaderClass, TokenClass } from '../language/pattern.ts';
import type { Token } from '../language/tokens.ts';

/* Days and years in words: "the twenty-fourth", "two thousand and twenty", "nineteen eighty-six". */

/** "fifth", "twenty-first", "5th", "twenty five": a day of the month that is not bare digits. */
export const spelledDay: ReaderClass = {
  starts: (token) =>
    (token.kind === 'number' && token.text.length <= 2) ||
    /^(?:first|second|third|fifth|\p{L}{3,9}th|twenty|thirty|fifteen|thirteen)$/u.test(token.lower),
  second: {
    words: ['st', 'nd', 'rd', 'th', '-'],
    tests: [cardinal.starts, ordinal.starts],
    empty: true,
  },
  read(tokens, index) {
    const found =
      readOrdinal(tokens, index) ??
      (tokens[index]!.kind === 'word' ? readCardinal(tokens, index) : null);
    return found && found.value >= 1 && found.value <= 31 ? found : null;
  },
};

/** The same in words alone. */
export const dayWord: ReaderClass = {
  ...spelledDay,
  starts: (token) => token.kind !== 'number' && spelledDay.starts(token),
};

const HUNDREDS: ReadonlyMap<string, number> = new Map([
  ['seventeen', 1700],
  ['eighteen', 1800],
  ['nineteen', 1900],
  ['twenty', 2000],
]);

/** "nineteen eighty-six", "eighteen hundred and four", "two thousand and twenty". */
export const spelledYear: TokenClass = {
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
