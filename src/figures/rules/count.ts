import type { Made, Rule } from '../../language/grammar.ts';
import type { Match, TokenClass } from '../../language/pattern.ts';
import type { Token } from '../../language/tokens.ts';
import { type Amount, exactly } from '../amounts.ts';
import { currencyNoun, endsWithSign } from '../currencies.ts';
import { isLabelNumber, isYear, pointsBack, TIME_UNITS } from '../not-figures.ts';
import {
  type NounPhrase,
  readNounPhrase,
  readSingularPhrase,
  withCoordination,
} from '../noun-phrase.ts';
import { lemma, looksPlural } from '../nouns.ts';
import { postQualifier } from '../qualifiers.ts';
import { PERIODIC, readRate } from '../rate.ts';
import type { Quantity, Scene } from '../scene.ts';
import { dataUnit, MEASURES } from '../units.ts';
import { boundedBy, isChange } from './parts.ts';
import { endsRatio } from './percent.ts';

const lower = (tokens: readonly Token[], index: number): string => tokens[index]?.lower ?? '';

/** Words behind a number that make it another kind's. */
const OTHER_UNIT =
  /^(?:%|％|percent|pct|percentage|°|st|nd|rd|th|x|×|am|pm|a\.m\.|p\.m\.|o'clock|fold|bps|basis)$/;

/** Units that every count of this stage shares: what the amount is bounded by, and its noun. */
function count(amount: Amount, unit: string | null, per: string | null): Quantity {
  const kind = unit !== null && MEASURES.has(unit) ? 'other_measure' : 'count';
  return { ...amount, kind, unit, per };
}

/** The number is none that counts: a name's, a code's, a year, another kind's, or one told before. */
function isRefused(match: Match, tokens: readonly Token[], scene: Scene): boolean {
  const read = match.captures.amount!;
  const amount = read.value as Amount;
  const opened = /^(?:between|from)$/.test(lower(tokens, read.start));
  const first = opened ? read.start + 1 : read.start;
  if (opened && amount.comparator !== 'between') return true;
  if (OTHER_UNIT.test(lower(tokens, read.end)) || endsWithSign(tokens, first)) return true;
  if (lower(tokens, read.end) === 'per' && lower(tokens, read.end + 1) === 'cent') return true;
  if (endsRatio(tokens, first) || isMoneyOrData(tokens, read.end)) return true;
  if (isLabelNumber(scene, first, read.end)) return true;
  const qualified = match.captures.before !== undefined;
  if (!qualified && isYear(tokens, first, read.end)) return true;
  if (!qualified && pointsBack(scene, match.start, amount.min)) return true;
  // "one" and "1" alone count nothing; "at least one" does, "more than one" only says "several"
  if (amount.min === 1 && amount.max === 1 && /^(?:one|an?)$/.test(lower(tokens, read.start))) {
    return !/^(?:at least|up to)$/.test(
      `${lower(tokens, match.start)} ${lower(tokens, match.start + 1)}`,
    );
  }
  return amount.min === 0 && amount.max === 0;
}

/** "17 million peso ransom", "40 gigabyte file": not "20 bitcoin wallets". */
function isMoneyOrData(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  if (dataUnit.starts(token) && dataUnit.read(tokens, index)) return token.lower !== '-';
  const currency = currencyNoun.starts(token) ? currencyNoun.read(tokens, index) : null;
  if (!currency) return false;
  return (
    token.lower !== 'won' && !(currency.value.code === 'BTC' && looksPlural(tokens[currency.end]))
  );
}

/** "zero-day", "two-factor", "three-pronged": compounds that only describe. */
const isCompound = (tokens: readonly Token[], index: number): boolean =>
  lower(tokens, index) === '-' && !tokens[index]!.spaced && tokens[index + 1]?.spaced === false;

/** The figure of an amount with its noun, a bound behind it and a rate. */
function withNoun(
  match: Match,
  tokens: readonly Token[],
  scene: Scene,
  phrase: NounPhrase,
): Made<Quantity> | null {
  const read = match.captures.amount!;
  if (
    TIME_UNITS.has(phrase.unit) ||
    /^(?:mark|threshold|barrier|milestone)$/.test(phrase.unit) ||
    /^(?:olds?|-old)$/.test(lower(tokens, phrase.end))
  )
    return null;
  const amount = read.value as Amount;
  // "two sides of a coin" and the two parties are no count
  if (phrase.unit === 'side' && amount.min === 2) return null;
  const whole = withCoordination(scene, phrase, match.start);
  let end = whole.end;
  let bounds = boundedBy(match, tokens, amount);
  const behind = match.captures.after ? null : postQualifier.read(tokens, end);
  if (behind && /^(?:or|and)$/.test(lower(tokens, end)) && behind.end - end === 2) {
    const after = {
      ...match,
      captures: { ...match.captures, after: { start: end, end: behind.end, value: behind.value } },
    };
    bounds = boundedBy(after, tokens, amount);
    end = behind.end;
  }
  let per = periodIn(tokens, read.end, phrase.head);
  const rate = readRate(tokens, end);
  if (rate && !/^(?:ago|later|earlier|after|before)$/.test(lower(tokens, rate.end))) {
    per = rate.value;
    end = rate.end;
  }
  const value = count(bounds, phrase.unit, per);
  return { value, end, confidence: phrase.plural || value.min === 1 ? 'stated' : 'guessed' };
}

/** "4,000 daily attacks" */
function periodIn(tokens: readonly Token[], start: number, end: number): string | null {
  for (let index = start; index < end; index++) {
    const period = PERIODIC.get(tokens[index]!.lower);
    if (period) return period;
  }
  return null;
}

const DEFINITE = /^(?:the|these|those|its|their|our|his|her|my|all|such|that)$/;

/** A noun phrase behind "of", with or without a determiner; null where another number stands there. */
function phraseBehindOf(tokens: readonly Token[], scene: Scene, index: number): NounPhrase | null {
  let at = index;
  for (let words = 0; words < 2 && DEFINITE.test(lower(tokens, at)); words++) at++;
  if (scene.mentionAt(at) >= 0) {
    // "three of the FBI's servers"
    let last = at;
    while (scene.mentionAt(last + 1) === scene.mentionAt(at)) last++;
    if (lower(tokens, last + 1) === "'s") at = last + 2;
  }
  return readNounPhrase(scene, at);
}

/** Nouns behind a hyphen that a number counts: "27-nation bloc", "12-person team". */
const COUNTED: TokenClass = new Set(
  `member nation country state person man woman page seat people company bank firm city page word
   point item step storey story acre mile foot ton bed room vessel ship plane strong`.split(/\s+/),
);

export const countClasses = { counted: COUNTED };

export const countRules: readonly Rule<Quantity, Scene>[] = [
  {
    id: 'count.noun',
    patterns: ['before=<qualifier>? amount=<amount> after=<postQualifier>?'],
    make(match, tokens, scene) {
      if (isRefused(match, tokens, scene) || isCompound(tokens, match.end)) return null;
      const amount = match.captures.amount!;
      const value = amount.value as Amount;
      const phrase = readNounPhrase(scene, match.end);
      if (!phrase) return null;
      if (isChange(tokens, amount.start) && value.comparator === 'between') {
        const left = lower(tokens, amount.start) === 'from' ? amount.start + 1 : amount.start;
        return {
          value: count(exactly(value.min!), phrase.unit, null),
          start: left,
          end: left + 1,
          confidence: 'inferred',
        };
      }
      // a capital in a headline is no sign of a name; elsewhere "10 Downing Street" is one
      if (!phrase.plural && /^\p{Lu}/u.test(tokens[phrase.head]!.text)) return null;
      return withNoun(match, tokens, scene, phrase);
    },
    examples: [
      {
        text: 'Almost 2.4 million mailboxes and at least 30 Latvian power companies were searched.',
        finds: [
          {
            text: 'Almost 2.4 million mailboxes',
            min: 2.4e6,
            comparator: 'almost',
            unit: 'mailbox',
          },
          { text: 'at least 30 Latvian power companies', min: 30, max: null, unit: 'company' },
        ],
      },
      {
        text: 'Sensors block between 3 and 4 million probes every hour.',
        finds: [
          { text: 'between 3 and 4 million probes every hour', min: 3e6, max: 4e6, per: 'PT1H' },
        ],
      },
      {
        text: 'Police seized 14 servers and named 10 or more suspects.',
        finds: [
          { text: '14 servers', min: 14, max: 14, unit: 'server' },
          { text: '10 or more suspects', min: 10, max: null, comparator: 'at_least' },
        ],
      },
      {
        text: 'Some 40 banks and insurance firms were hit, 200 clients or so in all.',
        finds: [
          { text: 'Some 40 banks and insurance firms', unit: 'bank', comparator: 'about' },
          { text: '200 clients or so', comparator: 'about', min: 200 },
        ],
      },
      { text: 'The two countries and these three steps, one of the many', finds: [] },
      {
        text: 'Windows 10 devices, Section 5 powers, three years, a 24-hour watch, 5G masts',
        finds: [],
      },
    ],
  },
  {
    id: 'count.of',
    patterns: ['before=<qualifier>? amount=<amount> after=<postQualifier>? of'],
    make(match, tokens, scene) {
      if (isRefused(match, tokens, scene)) return null;
      const amount = match.captures.amount!.value as Amount;
      const bounds = boundedBy(match, tokens, amount);
      const vague = amount.max === null;
      // "51 of 80 sites": two figures, the first with the noun of the second
      const total = /^(?:the|its|their|all|our)$/.test(lower(tokens, match.end))
        ? match.end + 1
        : match.end;
      if (tokens[total]?.kind === 'number' || (NUMBER_WORD.test(lower(tokens, total)) && !vague)) {
        const phrase = readNounPhrase(scene, total + (lower(tokens, total + 1) === '-' ? 3 : 1));
        return {
          value: count(bounds, phrase?.unit ?? null, null),
          end: match.end - 1,
          confidence: 'inferred',
        };
      }
      if (/^(?:them|whom|which)$/.test(lower(tokens, match.end))) {
        return { value: count(bounds, null, null), end: match.end - 1, confidence: 'inferred' };
      }
      const phrase = phraseBehindOf(tokens, scene, match.end);
      if (vague ? !phrase : !DEFINITE.test(lower(tokens, match.end))) {
        if (vague && /^(?:these|those)$/.test(lower(tokens, match.end))) {
          return { value: count(bounds, null, null), end: match.end - 1, confidence: 'inferred' };
        }
        return null;
      }
      if (!phrase) return { value: count(bounds, null, null), end: match.end - 1 };
      return withNoun(match, tokens, scene, phrase);
    },
    examples: [
      {
        text: 'Dozens of Polish clinics and 38 of the stolen files were found; 9 of 20 gangs are gone.',
        finds: [
          { text: 'Dozens of Polish clinics', min: 24, max: null, unit: 'clinic' },
          { text: '38 of the stolen files', min: 38, max: 38, unit: 'file' },
          { text: '9', min: 9, unit: 'gang' },
        ],
      },
      {
        text: 'It took hundreds of thousands of passwords.',
        finds: [{ text: 'hundreds of thousands of passwords', min: 200000, unit: 'password' }],
      },
      { text: 'One of the gangs, a number of files, thousands of years', finds: [] },
    ],
  },
  {
    id: 'count.hyphen',
    patterns: ['before=<qualifier>? amount=<amount> ~- noun=~<counted>'],
    make(match, tokens, scene) {
      const amount = match.captures.amount!;
      const value = amount.value as Amount;
      if (isRefused(match, tokens, scene) && !/^the$/.test(lower(tokens, match.start - 1)))
        return null;
      if ((value.min ?? 0) < 3 || isYear(tokens, amount.start, amount.end)) return null;
      if (isLabelNumber(scene, amount.start, amount.end) && !tokens[amount.start]!.spaced)
        return null;
      const word = lower(tokens, match.captures.noun!.start);
      const bounds = boundedBy(match, tokens, value);
      if (word !== 'strong') return { value: count(bounds, lemma(word), null) };
      const phrase = readSingularPhrase(scene, match.end);
      return { value: count(bounds, null, null), end: phrase?.end ?? match.end };
    },
    examples: [
      {
        text: 'The 27-nation bloc sent a 500-strong force.',
        finds: [
          { text: '27-nation', min: 27, max: 27, unit: 'nation' },
          { text: '500-strong force', min: 500, unit: null },
        ],
      },
      { text: 'Two-factor logins and a three-pronged plan', finds: [] },
    ],
  },
  {
    id: 'count.times',
    patterns: ['before=<qualifier>? amount=<amount> of? times rate=<rate>?'],
    make(match, tokens, scene) {
      if (isRefused(match, tokens, scene)) return null;
      const next = lower(tokens, match.end);
      const per = (match.captures.rate?.value as string | undefined) ?? null;
      // a comparison is a multiple; "times" and a capital make a newspaper
      if (/^(?:as|more|higher|greater|larger|bigger|the|that|less)$/.test(next)) return null;
      const amount = match.captures.amount!.value as Amount;
      const last = tokens[(match.captures.rate?.start ?? match.end) - 1]!;
      const of = last.start > tokens[match.captures.amount!.end]!.start;
      if (last.text !== 'times' || (of && amount.max !== null)) return null;
      return { value: count(boundedBy(match, tokens, amount), 'time', per) };
    },
    examples: [
      {
        text: 'The registry was hit more than 30 times in May.',
        finds: [{ text: 'more than 30 times', min: 30, max: null, unit: 'time' }],
      },
      {
        text: 'Bots knock hundreds of times a day.',
        finds: [{ text: 'hundreds of times a day', min: 200, max: null, per: 'P1D' }],
      },
      { text: 'It is five times as large, several times over.', finds: [] },
    ],
  },
  {
    id: 'count.bare',
    patterns: ['before=<qualifier>? amount=<amount> after=<postQualifier>?'],
    make(match, tokens, scene) {
      if (isRefused(match, tokens, scene) || isCompound(tokens, match.end)) return null;
      const amount = match.captures.amount!;
      const value = amount.value as Amount;
      if (value.comparator === 'between' && isChange(tokens, amount.start)) return null;
      const next = tokens[match.end];
      if (next && (TIME_UNITS.has(lemma(next.lower)) || next.lower === 'of')) return null;
      if (next && !next.spaced && next.lower === '-') return null;
      if (!isBareFigure(match, tokens, scene)) return null;
      return {
        value: count(boundedBy(match, tokens, value), null, null),
        confidence: 'inferred',
      };
    },
    examples: [
      {
        text: 'The number of leaks rose from 12 in spring to 51 by autumn, more than 9,000 in all.',
        finds: [
          { text: '12', min: 12 },
          { text: '51', min: 51 },
          { text: 'more than 9,000', min: 9000, max: null },
        ],
      },
      { text: 'Of the 30, only 12 answered.', finds: [{ text: '12', min: 12 }] },
      { text: 'See page 12, Rule 5 and the other two (3).', finds: [] },
    ],
  },
];

const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

const REACHES =
  /^(?:rose|rise|rises|rising|fell|fall|falls|grew|grow|grows|growing|increased|increases|increase|decreased|jumped|climbed|dropped|declined|surged|soared|stands|stood|standing|totalled|totaled|totalling|totaling|reached|reaching|reach|reaches|numbered|numbering|number|hit|was|is|were|are|up|down|from|to|by|at|total|compared|against|with|only|just|another|exceeds|exceeded|topped|surpassed)$/;

/** A number without a noun is taken where it is plainly a quantity. */
function isBareFigure(match: Match, tokens: readonly Token[], scene: Scene): boolean {
  const read = match.captures.amount!;
  const amount = read.value as Amount;
  const size = amount.min ?? amount.max ?? 0;
  const next = tokens[match.end];
  const last = lower(tokens, match.start - 1);
  const tag = scene.tags()[match.end];
  const ends =
    !next || next.kind === 'mark' || scene.dateAt(match.end) || scene.mentionAt(match.end) >= 0;
  if (amount.max === null && amount.comparator === 'at_least') {
    // "Millions are learning", "tens of thousands we need"
    if (/^(?:in|by|into|on)$/.test(last) || /^(?:more|less|and|or|-)$/.test(next?.lower ?? ''))
      return false;
    return ends || /^(?:VERB|AUX|PRON|ADP|ADV|SCONJ)$/.test(tag ?? '');
  }
  if (next?.lower === 'out' && lower(tokens, match.end + 1) === 'of') {
    return Number.isInteger(size) && !/^(?:score|rated|scored|rating|scores)$/.test(last);
  }
  if (next && looksPlural(next)) return false;
  if (match.captures.before !== undefined) {
    // "about 2", "over 9" say little by themselves: a list, a score, a part of a code
    if (
      /^(?:some|about|near|above|below|under|over|around)$/.test(lower(tokens, match.start)) &&
      size < 10
    )
      return false;
    return ends || /^(?:VERB|AUX|ADP|ADV|PRON|CCONJ|SCONJ|ADJ|DET)$/.test(tag ?? '');
  }
  const named = hasNumberOf(scene, match.start);
  if (goesOn(scene, match) || isPartOf(scene, match)) return true;
  const compared = `${lower(tokens, match.start - 2)} ${last}`;
  if (/^(?:up from|down from|compared with|compared to|up to|down to|instead of)$/.test(compared)) {
    return ends || /^(?:ADP|ADV)$/.test(tag ?? '');
  }
  if (/^(?:mark|threshold|barrier|milestone)$/.test(next?.lower ?? '')) return size >= 1000;
  if (REACHES.test(last) && named) return true;
  if (/^(?:only|just|another)$/.test(last) && size >= 2) {
    const dated = /^(?:in|on|by)$/.test(lower(tokens, match.end)) && scene.dateAt(match.end + 1);
    return ends || dated || /^(?:VERB|AUX|PUNCT)$/.test(tag ?? '');
  }
  if (
    size >= 1000 &&
    /,|million|billion|thousand|crore|lakh|trillion/.test(textOf(tokens, read.start, read.end))
  ) {
    return ends || /^(?:VERB|AUX|ADP|ADV)$/.test(tag ?? '');
  }
  return false;
}

const GOES_ON_WITH = /^(?:in|on|at|from|by|during|against|last|this|had|have|has|were|are|did)$/;

/** "12 victims in April, 19 in May and 31 in June": a list of counts goes on. */
function goesOn(scene: Scene, match: Match): boolean {
  const { tokens } = scene;
  if (!/^(?:,|and|or|but|with|against|versus|;|to|from)$/.test(lower(tokens, match.start - 1)))
    return false;
  if (!GOES_ON_WITH.test(lower(tokens, match.end))) return false;
  const placed =
    scene.dateAt(match.end) ||
    scene.dateAt(match.end + 1) ||
    scene.mentionAt(match.end + 1) >= 0 ||
    scene.mentionAt(match.end + 2) >= 0;
  if (!placed) return false;
  return countsBefore(scene, match.start);
}

/** A number with its noun, or one that was told without, stands shortly before. */
function countsBefore(scene: Scene, before: number): boolean {
  const { tokens } = scene;
  for (let index = before - 2; index > Math.max(0, before - 16); index--) {
    if (looksPlural(tokens[index]) && !scene.dateAt(index)) {
      for (let at = index; at >= Math.max(0, index - 5); at--) {
        if (tokens[at]!.kind === 'number' && !scene.dateAt(at)) return true;
        if (NUMBER_WORD.test(lower(tokens, at))) return true;
      }
    }
  }
  return false;
}

/** "Of these, nine were critical and four …", "of which 66 have signed": parts of a whole. */
function isPartOf(scene: Scene, match: Match): boolean {
  const { tokens } = scene;
  const tag = scene.tags()[match.end];
  if (tag !== 'VERB' && tag !== 'AUX') return false;
  if (/^(?:which|whom)$/.test(lower(tokens, match.start - 1))) return true;
  for (let index = match.start - 2; index >= 0; index--) {
    if (!/^(?:these|those|them|which|whom)$/.test(lower(tokens, index))) continue;
    if (/^(?:of|among)$/.test(lower(tokens, index - 1))) return match.start - index < 24;
  }
  return false;
}

/** "the number of …", "the total", "the toll" stands before. */
function hasNumberOf(scene: Scene, before: number): boolean {
  for (let index = 0; index < before; index++) {
    if (/^(?:number|numbers|total|tally|toll|count|figure)$/.test(scene.tokens[index]!.lower))
      return true;
  }
  return false;
}

const textOf = (tokens: readonly Token[], start: number, end: number): string =>
  tokens
    .slice(start, end)
    .map((token) => token.lower)
    .join(' ');
