import type { Rule } from '../../language/grammar.ts';
import type { Match, Reader, TokenClass } from '../../language/pattern.ts';
import type { Token } from '../../language/tokens.ts';
import { anyOf } from '../../language/word-set.ts';
import { type Amount, exactly, rangeOf } from '../amounts.ts';
import type { Currency } from '../currencies.ts';
import { currencyCode } from '../currency-signs.ts';
import { postQualifier } from '../qualifiers.ts';
import { rate } from '../rate.ts';
import type { Quantity, Scene } from '../scene.ts';
import { boundedBy, capture, isChange } from './parts.ts';

const of = (amount: Amount, currency: Currency, per: string | null): Quantity => {
  const scaled = (value: number | null) =>
    value === null || currency.parts === 1 ? value : Number((value / 100).toFixed(4));
  return {
    min: scaled(amount.min),
    max: scaled(amount.max),
    comparator: amount.comparator,
    kind: 'money',
    unit: currency.code,
    per,
  };
};

const period = (match: { captures: Readonly<Record<string, { value: unknown } | undefined>> }) =>
  (match.captures.rate?.value as string | undefined) ?? null;

/** "million", "billion", "trillion" with what "multi" makes of them. */
const SCALE = new Map<string, number>([
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const MULTI = new Map<string, number>(
  [...SCALE].flatMap(([word, value]) => [
    [`multi${word}`, value * 2],
    [`multi${word}s`, value * 2],
  ]),
);

/** "billions" of no unit. */
const plainScale: TokenClass = new Map<string, number>(
  [...SCALE].map(([word, value]) => [`${word}s`, value * 2]),
);

const tellsPercent = anyOf('% percent pct');
const opensRange = anyOf('between from');
const isPercent = (tokens: readonly Token[], index: number): boolean =>
  tellsPercent(tokens[index]) ||
  (tokens[index]?.lower === 'per' && tokens[index + 1]?.lower === 'cent');

export const moneyClasses = { scale: SCALE, multi: MULTI, plainScale };

export const moneyRules: readonly Rule<Quantity, Scene>[] = [
  {
    id: 'money.between',
    patterns: [
      'open=between|from sign=<currencySign> left=<number> joint=and|to|- other=<currencySign>? right=<number> noun=<currencyNoun>? rate=<rate>?',
      'before=<qualifier>? sign=<currencySign> left=<number> joint=to|-|or other=<currencySign> right=<number> rate=<rate>?',
      'open=between|from left=<number> noun=<currencyNoun> joint=and|to|- right=<number> other=<currencyNoun> rate=<rate>?',
      'left=<number> noun=<currencyNoun> joint=to|-|or right=<number> other=<currencyNoun> rate=<rate>?',
    ],
    make(match, tokens) {
      const left = capture<number>(match, 'left')!;
      const right = capture<number>(match, 'right')!;
      const joint = tokens[match.captures.joint!.start]!.lower;
      if (joint === 'and' && tokens[match.start]!.lower !== 'between') return null;
      if (isPercent(tokens, right.end) || isChange(tokens, left.start - 1)) return null;
      if (isChange(tokens, match.start)) return null;
      const sign = (match.captures.sign ?? match.captures.noun)!.value as Currency;
      return { value: of(rangeOf(tokens, left, right), sign, period(match)) };
    },
    examples: [
      {
        text: 'It asked for between $3 million and $5.5 million.',
        finds: [{ text: 'between $3 million and $5.5 million', min: 3e6, max: 5.5e6, unit: 'USD' }],
      },
      {
        text: 'Fines of €10m–€20m are planned.',
        finds: [{ text: '€10m–€20m', min: 1e7, max: 2e7, unit: 'EUR', comparator: 'between' }],
      },
      { text: 'The price went from $3 to $5 in a week.', finds: [] },
    ],
  },
  {
    id: 'money.sign',
    patterns: ['before=<qualifier>? sign=<currencySign> -? amount=<amount> after=<postQualifier>?'],
    make(bare, tokens) {
      const match = goingOn(bare, tokens);
      const amount = match.captures.amount!;
      if (isPercent(tokens, amount.end)) return null;
      // "$5-million" and "$-5"; "US - 5" is no sign
      const hyphen = tokens[amount.start - 1]!;
      if (hyphen.lower === '-' && (hyphen.spaced || tokens[amount.start]!.spaced)) return null;
      if (opensRange(tokens[amount.start])) return null;
      const sign = (match.captures.code ?? match.captures.sign)!.value as Currency;
      const value = boundedBy(match, tokens, amount.value as Amount);
      return { value: of(value, sign, period(match)), end: match.end };
    },
    examples: [
      {
        text: 'The port paid $1.2bn, then about A$2.5 million and up to Rs 416 crore.',
        finds: [
          { text: '$1.2bn', min: 1.2e9, max: 1.2e9, unit: 'USD', comparator: 'exact' },
          { text: 'about A$2.5 million', min: 2.5e6, unit: 'AUD', comparator: 'about' },
          { text: 'up to Rs 416 crore', min: null, max: 4.16e9, unit: 'INR' },
        ],
      },
      {
        text: 'It cost NT$30 million, then HK$40 million, and now €500m a year.',
        finds: [
          { text: 'NT$30 million', unit: 'TWD' },
          { text: 'HK$40 million', unit: 'HKD' },
          { text: '€500m a year', min: 5e8, unit: 'EUR', per: 'P1Y' },
        ],
      },
      { text: 'A loss of ₹12,13,784 was told.', finds: [{ text: '₹12,13,784', min: 1213784 }] },
      {
        text: 'A fine of R5m, over N2bn of loans, P1.2B in grants and P20,000 a month were told.',
        finds: [
          { text: 'R5m', min: 5e6, unit: 'ZAR', kind: 'money' },
          { text: 'over N2bn', min: 2e9, max: null, unit: 'NGN' },
          { text: 'P1.2B', min: 1.2e9, unit: 'PHP' },
          { text: 'P20,000 a month', min: 20_000, unit: 'PHP', per: 'P1M' },
        ],
      },
      { text: 'A share of $61%$ and a $ sign; P2P and K9, an N95 mask, plan R 5.', finds: [] },
    ],
  },
  {
    id: 'money.noun',
    patterns: [
      'before=<qualifier>? amount=<amount> after=<postQualifier>? noun=<currencyNoun> last=<postQualifier>? rate=<rate>?',
      'before=<qualifier>? amount=<amount> of noun=<currencyNoun> rate=<rate>?',
    ],
    make(match, tokens) {
      const amount = match.captures.amount!;
      const noun = match.captures.noun!;
      const value = boundedBy(match, tokens, amount.value as Amount);
      const size = value.min ?? value.max ?? 0;
      const word = tokens[noun.end - 1]!.lower;
      // "12 won the prize"; "two pounds" of weight are not told in this genre
      if (word === 'won' && size < 1000) return null;
      const joint = tokens[amount.end]?.lower === 'of';
      if (joint && (amount.value as Amount).max !== null) return null;
      // "dozens of Bitcoin wallets": the currency only describes
      if (joint && !/(?:s|yen|yuan|won|rmb|baht|renminbi)$/.test(word)) return null;
      return { value: of(value, noun.value as Currency, period(match)) };
    },
    examples: [
      {
        text: 'Thieves took 2 million pounds, 500,000 won and tens of millions of Australian dollars.',
        finds: [
          { text: '2 million pounds', min: 2e6, unit: 'GBP' },
          { text: '500,000 won', min: 500000, unit: 'KRW' },
          { text: 'tens of millions of Australian dollars', min: 2e7, max: null, unit: 'AUD' },
        ],
      },
      {
        text: 'They make tens and hundreds of millions of euros.',
        finds: [{ text: 'tens and hundreds of millions of euros', min: 2e7, max: null }],
      },
      { text: 'A message cost 50 cents.', finds: [{ text: '50 cents', min: 0.5, unit: 'USD' }] },
      {
        text: 'A fine of at least five million euros or more than 20 lakh rupees is due.',
        finds: [
          { text: 'at least five million euros', min: 5e6, max: null, unit: 'EUR' },
          { text: 'more than 20 lakh rupees', min: 2e6, max: null, unit: 'INR' },
        ],
      },
      { text: 'Of the teams, 12 won; real hackers came third.', finds: [] },
    ],
  },
  {
    id: 'money.parts',
    patterns: [
      'before=<qualifier>? whole=<number> noun=<currencyNoun> and? part=<number> cents=<currencyNoun>',
    ],
    make(match, tokens) {
      const noun = match.captures.noun!.value as Currency;
      const cents = match.captures.cents!.value as Currency;
      const part = match.captures.part!.value as number;
      if (noun.parts !== 1 || cents.parts !== 100 || part >= 100) return null;
      const value = Number(((match.captures.whole!.value as number) + part / 100).toFixed(2));
      return { value: of(boundedBy(match, tokens, exactly(value)), noun, null) };
    },
    examples: [
      {
        text: 'It took 12 euros and 40 cents.',
        finds: [{ text: '12 euros and 40 cents', min: 12.4 }],
      },
      { text: 'It took 12 euros and 40 people.', finds: [] },
    ],
  },
  {
    id: 'money.multi',
    patterns: [
      'multi -? scale=<scale> (-? noun=<currencyNoun>)',
      'many=<multi> -? noun=<currencyNoun>',
      'single=<scale> - noun=<currencyNoun>',
    ],
    make(match, tokens, scene) {
      const single = match.captures.single;
      // "a five-million-dollar fine" is read with its number
      const before = tokens[match.start - 1];
      if (single && (before?.kind === 'number' || scene.tags()[match.start - 1] === 'NUM'))
        return null;
      if (single && before?.lower === '-' && !before.spaced) return null;
      const captured = match.captures.scale ?? match.captures.many ?? single;
      const base = captured!.value as number;
      const min = match.captures.scale ? base * 2 : base;
      const amount: Amount = single
        ? { min, max: min, comparator: 'exact' }
        : { min, max: null, comparator: 'at_least' };
      return { value: of(amount, match.captures.noun!.value as Currency, null) };
    },
    examples: [
      {
        text: 'A multi-million dollar scheme by multibillion-dollar firms',
        finds: [
          {
            text: 'multi-million dollar',
            min: 2e6,
            max: null,
            unit: 'USD',
            comparator: 'at_least',
          },
          { text: 'multibillion-dollar', min: 2e9, max: null },
        ],
      },
      {
        text: 'The million-dollar question',
        finds: [{ text: 'million-dollar', min: 1e6, max: 1e6 }],
      },
      { text: 'Multi-factor schemes cost a dollar.', finds: [] },
    ],
  },
  {
    id: 'money.implied',
    patterns: [
      'before=<qualifier>? (untold|many|countless / tens|hundreds|thousands of)? amount=<plainScale> (next=in|of|worth|at)?',
    ],
    make(match, tokens) {
      const captured = match.captures.amount!;
      const cue =
        match.captures.next === undefined
          ? ''
          : (tokens[match.captures.next.start + 1]?.lower ?? '');
      const next = match.captures.next ? tokens[match.captures.next.start]!.lower : '';
      const before = tokens[match.start - 1]?.lower ?? '';
      const spent =
        (SPENDS.test(before) || SPENDS.test(tokens[match.start - 2]?.lower ?? '')) && next !== 'of';
      const told =
        (next === 'in' && WORTH.test(cue)) ||
        (next === 'at' && cue === 'stake') ||
        (/^(?:is|are|was|were)$/.test(tokens[captured.end]?.lower ?? '') &&
          tokens[captured.end + 2]?.lower === 'stake') ||
        (next === 'of' && WORTH.test(cue)) ||
        (next === 'worth' && cue === 'of');
      if (!spent && !told) return null;
      const inner =
        tokens[captured.start - 1]?.lower === 'of' ? tokens[captured.start - 2]?.lower : '';
      const times =
        inner === 'tens' ? 10 : inner === 'hundreds' ? 100 : inner === 'thousands' ? 1000 : 1;
      return {
        value: {
          ...{
            min: (captured.value as number) * times,
            max: null,
            comparator: 'at_least' as const,
          },
          ...{ kind: 'money' as const, unit: 'USD', per: null },
        },
        confidence: 'guessed',
        end: captured.end,
      };
    },
    examples: [
      {
        text: 'Firms lose billions every year, and hundreds of millions in losses are not told.',
        finds: [
          { text: 'billions', min: 2e9, max: null, unit: 'USD' },
          { text: 'hundreds of millions', min: 2e8, max: null, unit: 'USD' },
        ],
      },
      { text: 'Millions in Asia saw it.', finds: [] },
    ],
  },
];

/** The match of a sum with what may follow it: a code, a bound, a rate. */
function goingOn(match: Match, tokens: readonly Token[]): Match {
  let { end } = match;
  const captures = { ...match.captures };
  const take = (name: string, { read }: { readonly read: Reader }) => {
    const found = end < tokens.length ? read(tokens, end) : null;
    if (!found) return;
    captures[name] = { start: end, end: found.end, value: found.value };
    end = found.end;
  };
  take('code', currencyCode);
  take('last', postQualifier);
  take('rate', rate);
  return end === match.end ? match : { start: match.start, end, captures };
}

const SPENDS =
  /^(?:lost|lose|loses|losing|cost|costs|costing|paid|pay|pays|paying|worth|spent|spend|spends|spending|invest|invests|invested|investing|earn|earns|earned|earning|save|saves|saved|saving|raised|netted|extorted|laundered|siphoned|embezzled|steal|stole|stolen|stealing|make|makes|made|making)$/;
const WORTH =
  /^(?:losses|damage|damages|revenue|revenues|ransom|ransoms|ransomware|crypto|cryptocurrency|cryptocurrencies|funds|funding|cash|aid|investment|investments|profits|profit|payments|payouts|fines|costs|sales|savings|assets|taxpayer|lost|stolen|bitcoin|debt|fraud|fraudulent|illicit|insurance|economic|financial|annual)$/;
