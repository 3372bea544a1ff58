import type { Token } from '../language/tokens.ts';
import { anyIn } from '../language/word-set.ts';
import { QUALIFIERS } from './vocabulary.ts';

const OVER = new Set(
  'for after in of by lasting lasted last took taken taking takes spent spending within every since from'.split(
    ' ',
  ),
);

/** The last words of qualifiers. */
const mayQualify = anyIn([
  ...QUALIFIERS,
  ...'than to least most as many long little further full mere whole'.split(' '),
]);

/**
 * Where a length begins with the qualifier in front of it: "about", "up to", "at least", "no more
 * than", "just over". "over" is one behind a preposition or a verb of lasting ("for over a decade");
 * elsewhere it is the preposition itself ("rose over two years").
 */
export function withQualifier(tokens: readonly Token[], start: number): number {
  if (!mayQualify(tokens[start - 1])) return start;
  const word = (back: number): string => tokens[start - back]?.lower ?? '';
  const first = word(1);
  switch (first) {
    case 'over':
    case 'under':
      if (word(2) === 'just' || word(2) === 'well') return start - 2;
      return first === 'under' || OVER.has(word(2)) ? start - 1 : start;
    case 'than':
      if (!/^(?:more|less|fewer|longer|later|shorter)$/.test(word(2))) return start;
      if (word(2) === 'later') return start;
      return /^(?:no|not)$/.test(word(3)) ? start - 3 : start - 2;
    case 'to':
      return word(2) === 'up' || word(2) === 'close' ? start - 2 : start;
    case 'least':
    case 'most':
      return word(2) === 'at' ? start - 2 : start;
    case 'as':
    case 'many':
    case 'long':
    case 'little':
      return /^(?:many|long|little|much)$/.test(word(2)) && first === 'as' && word(3) === 'as'
        ? start - 3
        : start;
    case 'further':
    case 'full':
    case 'mere':
    case 'whole':
      return word(2) === 'a' ? start - 2 : start;
    default:
      return QUALIFIERS.has(first) ? start - 1 : start;
  }
}
