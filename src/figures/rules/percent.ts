import { formTest } from '../../language/form-fact.ts';
import type { Rule } from '../../language/grammar.ts';
import { readCardinal } from '../../language/numbers.ts';
import type { TokenClass } from '../../language/pattern.ts';
import type { Token } from '../../language/tokens.ts';
import { anyOf } from '../../language/word-set.ts';
import { type Amount, exactly, rangeOf } from '../amounts.ts';
import { looksPlural } from '../nouns.ts';
import { bounded, outerBound } from '../qualifiers.ts';
import { type Quantity, quantity, type Scene } from '../scene.ts';
import { bound, capture, isChange } from './parts.ts';

const DENOMINATOR = new Map<string, number>(
  'half third quarter fifth sixth seventh eighth ninth tenth'.split(' ').flatMap((word, place) => {
    const plural = word === 'half' ? 'halves' : `${word}s`;
    const parts = place + 2;
    return [[word, parts] as const, [plural, parts] as const];
  }),
);
DENOMINATOR.set('hundredth', 100).set('twentieth', 20).set('fourth', 4).set('fourths', 4);

/** A share of a hundred with two decimals, as readers write it: 33.33, 66.67. */
const share = (part: number, whole: number): number => Number(((part / whole) * 100).toFixed(2));

const PARTS = new Set('half a an one two three four five six seven eight nine'.split(' '));

/** "half", "a third", "two-thirds", "three quarters", "one fifth": what share of a hundred. */
const fraction: TokenClass = {
  read(tokens, index) {
    const word = tokens[index]!.lower;
    if (word === 'half') return { end: index + 1, value: 50 };
    let at = index;
    let part = 1;
    if (word === 'a' || word === 'an') at++;
    else {
      const number = readCardinal(tokens, index);
      if (!number || number.end !== index + 1 || number.value > 9) return null;
      part = number.value;
      at = number.end;
      if (tokens[at]?.lower === '-') at++;
    }
    const whole = DENOMINATOR.get(tokens[at]?.lower ?? '');
    if (!whole || part >= whole) return null;
    const plural = /(?:s|halves)$/.test(tokens[at]!.lower);
    return plural === part > 1 ? { end: at + 1, value: share(part, whole) } : null;
  },
  starts: (token) => token.kind === 'number' || PARTS.has(token.lower),
  needs: new Set(DENOMINATOR.keys()),
};

const SIGNS = /^(?:%|％|percent|pct|pc|percentage|per)$/;

/** "%", "percent", "per cent", "pct", "percentage points", each with a hyphen in front or not. */
const percent: TokenClass = {
  read(tokens, index) {
    let at = index;
    if (tokens[at]!.lower === '-') at++;
    const word = tokens[at]?.lower ?? '';
    if (!SIGNS.test(word)) return null;
    // "5pc", not "one PC"
    if (word === 'pc' && (tokens[at]!.text !== word || tokens[at]!.spaced)) return null;
    if (word === 'per') {
      const cent = tokens[at + 1]?.lower;
      if (cent === '-' && tokens[at + 2]?.lower === 'cent') return { end: at + 3, value: '%' };
      return cent === 'cent' ? { end: at + 2, value: '%' } : null;
    }
    const hyphen = tokens[at + 1]?.lower === '-' ? 1 : 0;
    if (/^points?$/.test(tokens[at + 1 + hyphen]?.lower ?? '')) {
      return { end: at + 2 + hyphen, value: '%' };
    }
    return word === 'percentage' ? null : { end: at + 1, value: '%' };
  },
  starts: (token) => token.lower === '-' || SIGNS.test(token.lower),
  needs: new Set(['%', '％', 'percent', 'pct', 'pc', 'percentage', 'cent']),
};

const of = (amount: Amount): Quantity => quantity(amount, 'percent', 'percent', null);

/** Wholes of which a share is told in this way: "one in five", not "eight out of 55 members". */
const isRoundWhole = (whole: number): boolean =>
  (whole >= 2 && whole <= 10) || /^(?:12|15|20|25|30|50|10+|[1-9]000)$/.test(String(whole));

const isRatio = (part: number, whole: number, every: boolean): boolean =>
  Number.isInteger(part) &&
  part >= 1 &&
  part < whole &&
  (isRoundWhole(whole) || (every && part === 1 && Number.isInteger(whole)));

/** The number at `start` is the whole of "one in five", "two out of every three". */
export function endsRatio(tokens: readonly Token[], start: number): boolean {
  let at = start - 1;
  const every = isEvery(tokens[at]);
  if (every) at--;
  const joint = tokens[at]?.lower;
  if (joint === '-') at--;
  if (joint === 'of' && tokens[at - 1]?.lower === 'out') at--;
  else if (tokens[at]?.lower !== 'in' && !(joint === 'of' && every)) return false;
  at--;
  if (tokens[at]?.lower === '-') at--;
  const part = at >= 0 ? readCardinal(tokens, at) : null;
  const whole = readCardinal(tokens, start);
  return (
    part !== null && whole !== null && part.end <= at + 1 && isRatio(part.value, whole.value, every)
  );
}

export const percentClasses = { fraction, percent };

export const percentRules: readonly Rule<Quantity, Scene>[] = [
  {
    id: 'percent.between',
    patterns: [
      'open=between|from left=<number> <percent>? joint=and|to|- right=<number> <percent>',
      'left=<number> <percent> joint=to|-|or right=<number> <percent>',
      'left=<number> joint=and <number> <percent>',
    ],
    make(match, tokens) {
      const left = capture<number>(match, 'left')!;
      // "with 84 and 9 percent": the first of two
      if (!match.captures.right) {
        if (notFirst(tokens[left.start - 1]) || left.value > 100) return null;
        return { value: of(exactly(left.value)), end: left.end, confidence: 'inferred' };
      }
      const right = capture<number>(match, 'right')!;
      const joint = tokens[match.captures.joint!.start]!.lower;
      if (joint === 'and' && tokens[match.start]!.lower !== 'between') return null;
      if (isChange(tokens, match.start)) return null;
      return { value: of(rangeOf(tokens, left, right)) };
    },
    examples: [
      {
        text: 'Between 12% and 15% of the ministries had no backup.',
        finds: [{ text: 'Between 12% and 15%', min: 12, max: 15, comparator: 'between' }],
      },
      { text: 'It hit 5% to 7.5% of users.', finds: [{ text: '5% to 7.5%', min: 5, max: 7.5 }] },
      { text: 'They had 84 and 9 percent, respectively.', finds: [{ text: '84', min: 84 }] },
      { text: 'Spending rose from 4% to 6% of revenue.', finds: [] },
      { text: 'Between Paris and Bonn, 5 percent is little.', finds: [] },
    ],
  },
  {
    id: 'percent.number',
    patterns: [
      'before=<qualifier>? amount=<amount> after=<postQualifier>? unit=<percent> last=<postQualifier>?',
      // a formula's signs left by a scraper: "about $90%$"
      'before=<qualifier> $ amount=<amount> unit=<percent>',
    ],
    make(match, tokens) {
      const amount = match.captures.amount!;
      const value = amount.value as Amount;
      const opened = opensRange(tokens[amount.start]);
      if (isChange(tokens, amount.start) && value.comparator === 'between') return null;
      const sign = tokens[amount.start - 1];
      const negative = sign?.spaced && isMinus(sign.form) && !tokens[amount.start]!.spaced;
      const limit = bound(match) ?? outerBound(tokens, match.start);
      if (negative && value.min === value.max && value.min !== null && !match.captures.before) {
        return { value: of(bounded(exactly(-value.min), limit)), start: match.start - 1 };
      }
      if (opened && value.comparator !== 'between') return null;
      return { value: of(bounded(value, limit)) };
    },
    examples: [
      {
        text: 'Nearly 22 per cent of the agencies answered.',
        finds: [{ text: 'Nearly 22 per cent', min: 22, max: 22, comparator: 'almost' }],
      },
      {
        text: 'Premiums grew 30-45 percent, and rose by 3.5 percentage points in the spring.',
        finds: [
          { text: '30-45 percent', min: 30, max: 45, comparator: 'between' },
          { text: '3.5 percentage points', min: 3.5, unit: 'percent' },
        ],
      },
      {
        text: 'It is less than one per cent.',
        finds: [{ text: 'less than one per cent', max: 1 }],
      },
      {
        text: 'Of the ferries a mere nine per cent had locks, now 70 per cent do.',
        finds: [
          { text: 'nine per cent', min: 9, max: 9 },
          { text: '70 per cent', min: 70, max: 70 },
        ],
      },
      { text: 'The rate is below 5pc, on a PC.', finds: [{ text: 'below 5pc', max: 5 }] },
      { text: 'Some 60pct or more', finds: [{ text: 'Some 60pct or more', min: 60, max: null }] },
      { text: 'The budget shrank -4% last year.', finds: [{ text: '-4%', min: -4, max: -4 }] },
      { text: 'Ten per centre, and the percent sign alone.', finds: [] },
    ],
  },
  {
    id: 'percent.fraction',
    patterns: ['before=<qualifier>? share=<fraction>'],
    make(match, tokens, scene) {
      const at = match.captures.share!;
      if (!isShare(tokens, at.start, at.end, match.captures.before !== undefined, scene))
        return null;
      const limit = bound(match) ?? outerBound(tokens, match.start);
      return { value: of(bounded(exactly(at.value as number), limit)) };
    },
    examples: [
      {
        text: 'More than a third of the firms paid, and two-thirds of hospitals did.',
        finds: [
          { text: 'More than a third', min: 33.33, max: null, comparator: 'more_than' },
          { text: 'two-thirds', min: 66.67, max: 66.67 },
        ],
      },
      { text: 'Half of them had no plan.', finds: [{ text: 'Half', min: 50, max: 50 }] },
      {
        text: 'The desk found flaws, and half of the sites were shut.',
        finds: [{ text: 'half', min: 50 }],
      },
      {
        text: 'Half of the ports paid, a fifth were closed, and a quarter passed.',
        finds: [{ text: 'Half' }, { text: 'a fifth', min: 20 }, { text: 'a quarter' }],
      },
      { text: 'Losses fell by a quarter.', finds: [{ text: 'a quarter', min: 25 }] },
      {
        text: 'The port lost its ships, of which a quarter were leased.',
        finds: [{ text: 'a quarter', min: 25 }],
      },
      {
        text: 'It paid about half of a $70 million bill.',
        finds: [{ text: 'about half', min: 50, comparator: 'about' }],
      },
      { text: 'A third party was hit in the first half of the game, for half an hour.', finds: [] },
      { text: 'It came a quarter after half a million others.', finds: [] },
    ],
  },
  {
    id: 'percent.ratio',
    patterns: [
      'before=<qualifier>? part=<number> (-? in -? / out of / of) every|each? whole=<number>',
    ],
    make(match, tokens) {
      const part = capture<number>(match, 'part')!;
      const whole = capture<number>(match, 'whole')!;
      const joint = tokens.slice(part.end, whole.start).map((token) => token.lower);
      const every = joint.at(-1) === 'every' || joint.at(-1) === 'each';
      if (joint[0] === 'of' && !every) return null;
      if (!isRatio(part.value, whole.value, every)) return null;
      if (/^(?:score|rating|scored|rated|severity)$/.test(tokens[part.start - 2]?.lower ?? '')) {
        return null;
      }
      const limit = bound(match) ?? outerBound(tokens, match.start);
      return { value: of(bounded(exactly(share(part.value, whole.value)), limit)) };
    },
    examples: [
      {
        text: 'Almost one in five councils and seven out of ten schools have been hit.',
        finds: [
          { text: 'Almost one in five', min: 20, max: 20, comparator: 'almost' },
          { text: 'seven out of ten', min: 70, max: 70 },
        ],
      },
      { text: 'One out of every four mails', finds: [{ text: 'One out of every four', min: 25 }] },
      { text: '1 out of every 80 ports', finds: [{ text: '1 out of every 80', min: 1.25 }] },
      { text: 'Eight out of 55 states signed, two in Asia.', finds: [] },
    ],
  },
];

function isShare(
  tokens: readonly Token[],
  start: number,
  end: number,
  qualified: boolean,
  scene: Scene,
): boolean {
  const next = tokens[end]?.lower ?? '';
  const before = tokens[start - 1]?.lower ?? '';
  const last = tokens[end - 1]!.lower;
  if (scene.dateAt(start) || (next === '-' && !tokens[end]!.spaced && last !== 'thirds'))
    return false;
  if (
    /^(?:the|first|second|last|latter|this|that|each|every|next|other|-)$/.test(before) &&
    end === start + 1
  )
    return false;
  // "two and half of a third"
  if (before === 'and' && end === start + 1 && readCardinal(tokens, start - 2)) return false;
  if (next === 'of') {
    // "half of 2020", "a quarter of a million"
    const whole = /^(?:a|an)$/.test(tokens[end + 1]?.lower ?? '');
    // "about half of a $30 million ransom"
    return !scene.dateAt(end + 1) && (!whole || /^[$€£¥₹]/.test(tokens[end + 2]?.text ?? ''));
  }
  // "of which a quarter were wiped"
  if (/^(?:which|whom|them|these|those)$/.test(before)) {
    return /^(?:VERB|AUX)$/.test(scene.tags()[end] ?? '');
  }
  if (last === 'half') {
    if (end === tokens.length && start === 0) return true;
    if (
      /^(?:an?|hour|day|year|time|past|century|mile|way|dozen|million|billion|hearted)$/.test(next)
    )
      return false;
    if (/^(?:the|all|its|their|our|his|her|those|these|that|what|as)$/.test(next)) return true;
    if (looksPlural(tokens[end])) return !/^(?:hours|days|years|times)$/.test(next);
    if (start === 0) return /^(?:VERB|AUX)$/.test(scene.tags()[end] ?? '');
    return qualified || before === 'by' || before === 'in';
  }
  // "two thirds" can only be a share; "a third" alone may be an ordinal, "three quarters" a time
  if (/s$/.test(last)) return last !== 'quarters' || qualified || before === 'by';
  if (end === tokens.length && start === 0) return true;
  const isArticle = /^an?$/.test(tokens[start]!.lower);
  // "half of the ports paid, and a fifth were closed"
  const verb = /^(?:VERB|AUX)$/.test(scene.tags()[end] ?? '');
  if (isArticle && verb && tokens.slice(0, start).some(tellsShare)) return true;
  if (qualified || before === 'by') return !isArticle || !isNounTag(scene, end);
  return !isArticle && !isNounTag(scene, end);
}

const opensRange = anyOf('between from');
const isEvery = anyOf('every each');
const notFirst = anyOf('between from and to $ € £ ¥ ₹');
const isMinus = formTest(({ text }) => /^[-−–]$/.test(text));
const tellsShare = anyOf('% percent half halves thirds fifths quarters');

const isNounTag = (scene: Scene, index: number): boolean =>
  /^(?:NOUN|PROPN|ADJ)$/.test(scene.tags()[index] ?? '') && !scene.dateAt(index);
