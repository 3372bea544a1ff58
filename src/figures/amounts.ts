import type { Comparator } from '../article/schema.ts';
import { countsWithArticle, readCardinal, shifted } from '../language/numbers.ts';
import type { TokenClass } from '../language/pattern.ts';
import type { Token, Written } from '../language/tokens.ts';
import { anyOf } from '../language/word-set.ts';

/** A number as it is bounded: `min` and `max` are equal where one number is given. */
export interface Amount {
  readonly min: number | null;
  readonly max: number | null;
  readonly comparator: Comparator;
}

export const exactly = (value: number): Amount => ({ min: value, max: value, comparator: 'exact' });

export const between = (min: number, max: number): Amount =>
  min <= max ? { min, max, comparator: 'between' } : { min: max, max: min, comparator: 'between' };

/** The powers of ten that the right end of a range may lend to its left: "20 to 30 million". */
const SCALE_OF = new Map<string, number>([
  ['thousand', 3],
  ['k', 3],
  ['lakh', 5],
  ['lakhs', 5],
  ['million', 6],
  ['m', 6],
  ['mn', 6],
  ['crore', 7],
  ['crores', 7],
  ['cr', 7],
  ['billion', 9],
  ['bn', 9],
  ['b', 9],
  ['trillion', 12],
  ['tn', 12],
  ['trn', 12],
  ['t', 12],
]);

/** The power of the scale word that ends the number `tokens[start, end)`, 0 where there is none. */
function scaleOf(tokens: readonly Token[], start: number, end: number): number {
  if (end - start < 2) return 0;
  const last = SCALE_OF.get(tokens[end - 1]!.lower) ?? 0;
  // "3.5 lakh crore"
  const before = end - start > 2 ? (SCALE_OF.get(tokens[end - 2]!.lower) ?? 0) : 0;
  return last === 0 ? 0 : last + before;
}

/** The ends of a range, the left with the right's scale where it has none of its own. */
export function rangeOf(
  tokens: readonly Token[],
  left: { readonly start: number; readonly end: number; readonly value: number },
  right: { readonly start: number; readonly end: number; readonly value: number },
): Amount {
  const power = scaleOf(tokens, right.start, right.end);
  const lends =
    power > 0 &&
    scaleOf(tokens, left.start, left.end) === 0 &&
    left.value < 1000 &&
    left.value * 10 ** power <= right.value;
  return between(lends ? shifted(String(left.value), power) : left.value, right.value);
}

/** Numbers without a number: "dozens" is at least two of them. */
const VAGUE = new Map<string, number>([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2000],
  ['lakhs', 200000],
  ['millions', 2e6],
  ['crores', 2e7],
  ['billions', 2e9],
  ['trillions', 2e12],
]);
const MULTIPLIED = new Map<string, number>([
  ['thousands', 1e3],
  ['lakhs', 1e5],
  ['millions', 1e6],
  ['crores', 1e7],
  ['billions', 1e9],
  ['trillions', 1e12],
]);
const TIMES = new Map<string, number>([
  ['tens', 20],
  ['dozens', 24],
  ['hundreds', 200],
  ['thousands', 2000],
]);
const ONE_OF_SCALE = new Map<string, number>([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

const at = (tokens: readonly Token[], index: number): string => tokens[index]?.lower ?? '';

const joinsAgain = anyOf('upon and on');
const isVague = anyOf('few several many untold countless');
const isMany = anyOf('many untold countless');

/** "hundreds or thousands", "tens and hundreds of millions", "dozens if not hundreds": the first counts. */
function readVague(tokens: readonly Token[], index: number): { end: number; value: number } | null {
  const low = TIMES.get(at(tokens, index));
  const first = readOneVague(tokens, index);
  const end = first ? first.end : index + 1;
  if ((!first && low === undefined) || !joinsVague(tokens[end])) return first;
  let next = end + 1;
  for (let words = 0; words < 3 && leadsToVague(tokens[next]); words++) next++;
  if (!TIMES.has(at(tokens, next)) && !VAGUE.has(at(tokens, next))) return first;
  const second = readOneVague(tokens, next);
  if (!second || (first && second.value <= first.value)) return first;
  // "tens and hundreds of millions": the first is of millions too
  const scale = MULTIPLIED.get(at(tokens, second.end - 1));
  const shared = low !== undefined && end === index + 1 && second.end === next + 3;
  if (shared && scale !== undefined) return { end: second.end, value: low * scale };
  return first && { end: second.end, value: first.value };
}
const joinsVague = anyOf('and or to , if even');
const leadsToVague = anyOf('and or if not even perhaps maybe possibly');

/** "dozens", "hundreds of thousands", "several hundred", "a few million", "many thousands". */
function readOneVague(
  tokens: readonly Token[],
  index: number,
): { end: number; value: number } | null {
  const word = at(tokens, index);
  const times = TIMES.get(word);
  if (times !== undefined && at(tokens, index + 1) === 'of') {
    const scale = MULTIPLIED.get(at(tokens, index + 2));
    if (scale !== undefined) return { end: index + 3, value: times * scale };
  }
  const plural = VAGUE.get(word);
  // "he scores", "tens": only with what they count
  if (word === 'scores' && at(tokens, index + 1) !== 'of') return null;
  if (plural !== undefined) {
    // "thousands upon thousands", "thousands and thousands"
    const again = at(tokens, index + 2) === word && joinsAgain(tokens[index + 1]);
    return { end: again ? index + 3 : index + 1, value: plural };
  }
  const few = word === 'a' && at(tokens, index + 1) === 'few' ? index + 1 : index;
  if (isVague(tokens[few])) {
    const scale = ONE_OF_SCALE.get(at(tokens, few + 1));
    if (scale !== undefined) {
      const second = scale === 100 ? ONE_OF_SCALE.get(at(tokens, few + 2)) : undefined;
      return second && second >= 1000
        ? { end: few + 3, value: 2 * scale * second }
        : { end: few + 2, value: 2 * scale };
    }
    const inner = isMany(tokens[few]) ? readOneVague(tokens, few + 1) : null;
    if (inner) return inner;
  }
  return null;
}

const isHyphen = (token: Token | undefined): boolean => token?.lower === '-' || token?.text === '—';

/** A word between the ends of a range; `index` stands behind the left end. */
function readJoint(tokens: readonly Token[], index: number, inside: boolean): number | null {
  const word = at(tokens, index);
  if (word === 'to' || (inside && word === 'and') || word === 'or' || word === '~')
    return index + 1;
  if (word === '-' && at(tokens, index + 1) === 'to' && at(tokens, index + 2) === '-') {
    return index + 3;
  }
  if (isHyphen(tokens[index])) {
    const spaces = [tokens[index]!.spaced, tokens[index + 1]?.spaced];
    return spaces[0] === spaces[1] ? index + 1 : null;
  }
  return null;
}

/** A cardinal with its sign: "minus five", "negative 5", and " -5" with a space in front only. */
function readSigned(
  tokens: readonly Token[],
  index: number,
): { end: number; value: number } | null {
  const token = tokens[index];
  if (!token) return null;
  const digits = tokens[index + 1];
  // ".08"
  if (token.text === '.' && token.spaced && digits?.kind === 'number' && !digits.spaced) {
    return /^\d+$/.test(digits.text) ? { end: index + 2, value: Number(`0.${digits.text}`) } : null;
  }
  const word = token.lower === 'minus' || token.lower === 'negative';
  const glued = token.lower === '-' && token.spaced && tokens[index + 1]?.spaced === false;
  if (!word && !glued) return readCardinal(tokens, index);
  const number = readCardinal(tokens, index + 1);
  return number && { end: number.end, value: -number.value };
}

/** A number or a range of bare numbers, with the place of its last number for the unit's grammar. */
export function readAmount(
  tokens: readonly Token[],
  index: number,
): { end: number; value: Amount } | null {
  const word = at(tokens, index);
  // by far the most of those that are asked about
  if (word === 'a' && at(tokens, index + 1) !== 'few' && !countsWithArticle(tokens[index + 1])) {
    return null;
  }
  const opened = word === 'between' || word === 'from';
  const start = opened ? index + 1 : index;
  const left = readSigned(tokens, start);
  if (!left) {
    const vague = opened ? null : readVague(tokens, index);
    return vague
      ? { end: vague.end, value: { min: vague.value, max: null, comparator: 'at_least' } }
      : null;
  }
  const joint = readJoint(tokens, left.end, word === 'between');
  if (joint !== null) {
    const right = readSigned(tokens, joint) ?? readBounded(tokens, left, joint);
    const adjacent = at(tokens, left.end) !== 'or' || left.value < (right?.value ?? 0);
    if (right && adjacent && !isSecondHyphen(tokens, left.end, right.end)) {
      const value = rangeOf(
        tokens,
        { start, end: left.end, value: left.value },
        { start: joint, end: right.end, value: right.value },
      );
      // "100-50" is a code and "10 to 5" a score or a fall; "between" and "from" tell their order
      const rising = value.min !== right.value || left.value === right.value;
      if (opened || (rising && value.min !== value.max)) return { end: right.end, value };
    }
  }
  return opened ? null : { end: left.end, value: exactly(left.value) };
}

/** "900,000 to almost 1.2 million": the right end with a bound of its own. */
function readBounded(
  tokens: readonly Token[],
  left: { end: number; value: number },
  joint: number,
): { end: number; value: number } | null {
  if (joint !== left.end + 1 || !isVagueBound(tokens[joint])) return null;
  const right = readCardinal(tokens, joint + (tokens[joint + 1]?.lower === 'than' ? 2 : 1));
  return right && right.value > left.value && right.value < left.value * 10 ? right : null;
}
const isVagueBound = anyOf(
  'almost nearly about around approximately roughly over some perhaps maybe more possibly even',
);

/** "1-800-555": more than one hyphen makes no range. */
const isSecondHyphen = (tokens: readonly Token[], first: number, second: number): boolean =>
  isHyphen(tokens[first]) &&
  isHyphen(tokens[second]) &&
  !tokens[second]!.spaced &&
  tokens[second + 1]?.kind === 'number';

export const startsAmount = (token: Written): boolean =>
  token.kind === 'number' || STARTS.has(token.lower);
const STARTS: ReadonlySet<string> = new Set(
  `between from minus negative a an half quarter zero one two three four five six seven eight nine ten eleven
   twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
   sixty seventy eighty ninety ½ ¼ ¾ tens dozens scores hundreds thousands lakhs millions crores
   billions trillions few several many untold countless`.split(/\s+/),
);

const LEADS: ReadonlySet<string> = new Set(
  'between from minus negative a an half quarter few several many untold countless'.split(' '),
);
const FOLLOWS: ReadonlySet<string> = new Set(
  `- . of dozen dozens hundred hundreds thousand thousands lakh lakhs lac lacs million millions crore
   crores billion billions trillion trillions quadrillion quadrillions`.split(/\s+/),
);

/** It begins a number only where more of it follows: "a dozen", "from 3", "several hundred". */
export const leadsToAmount = ({ lower }: Written): boolean => LEADS.has(lower);

/** It may be what follows, besides what begins a number itself. */
export const followsLead = ({ lower }: Written): boolean => FOLLOWS.has(lower);

/** {@link readAmount} as a class of patterns; the value is an {@link Amount}. */
export const amount: TokenClass = {
  read: readAmount,
  starts: startsAmount,
};

/** One number without a range; the value is a number. */
export const number: TokenClass = {
  read: readCardinal,
  starts: startsAmount,
};
