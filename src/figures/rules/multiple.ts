import type { Rule } from '../../language/grammar.ts';
import type { TokenClass } from '../../language/pattern.ts';
import { type Amount, exactly } from '../amounts.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import { looksPlural } from '../nouns.ts';
import { type Quantity, quantity, type Scene } from '../scene.ts';
import { boundedBy } from './parts.ts';

const of = (amount: Amount, unit: string | null = null): Quantity =>
  quantity(amount, 'multiple', unit, null);

const forms = (value: number, words: string): [string, number][] =>
  words.split(' ').map((word) => [word, value]);

/** Verbs of multiplying in their forms; "double" alone is also an adjective. */
const multiplied: TokenClass = new Map([
  ...forms(2, 'doubled doubles doubling redoubled'),
  ...forms(3, 'tripled triples tripling trebled trebles trebling'),
  ...forms(4, 'quadrupled quadruples quadrupling'),
  ...forms(5, 'quintupled quintupling'),
  ...forms(0.5, 'halved halves halving'),
]);
const multiply: TokenClass = new Map([
  ...forms(2, 'double twice twofold'),
  ...forms(3, 'triple treble thrice'),
  ...forms(4, 'quadruple'),
  ...forms(5, 'quintuple'),
  ...forms(0.5, 'halve'),
]);
const FOLD = new Map<string, number>(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, place) => [`${word}fold`, place + 2]),
);
FOLD.set('twentyfold', 20).set('hundredfold', 100).set('thousandfold', 1000);

export const multipleClasses = { multiplied, multiply, foldWord: FOLD };

/** The noun that a comparison counts: "as many attacks", "the number of attacks". */
function comparedUnit(scene: Scene, index: number): string | null {
  const { tokens } = scene;
  let at = index;
  const word = (offset: number) => tokens[at + offset]?.lower ?? '';
  if (word(0) === 'as' && /^(?:many|much|few)$/.test(word(1))) at += 2;
  else if (word(0) === 'more' || word(0) === 'fewer') at += 1;
  else if (
    /^(?:the|its|their|that)$/.test(word(0)) &&
    /^(?:number|amount|volume|rate|total|figure|count)$/.test(word(1)) &&
    word(2) === 'of'
  ) {
    at += 3;
  } else if (/^(?:number|amount|volume)$/.test(word(1)) || /^(?:as|that|than)$/.test(word(0))) {
    return subjectUnit(scene, index);
  } else return null;
  return readNounPhrase(scene, at)?.unit ?? subjectUnit(scene, index);
}

/** "the number of attacks was 2.5 times that of …": the noun of the subject. */
function subjectUnit(scene: Scene, before: number): string | null {
  const { tokens } = scene;
  for (let index = before - 1; index > 1; index--) {
    if (
      tokens[index]!.lower !== 'of' ||
      !/^(?:number|amount|volume)$/.test(tokens[index - 1]!.lower)
    )
      continue;
    const phrase = readNounPhrase(scene, index + 1);
    if (phrase) return phrase.unit;
  }
  return null;
}

const goesOn = /^(?:in|to|over|since|within|from|by|year|every)$/;
const COMPARES =
  /^(?:as|more|higher|greater|larger|bigger|faster|longer|less|fewer|lower|likelier|the|that|its|their|what|than|worse|better|stronger|quicker|cheaper)$/;

export const multipleRules: readonly Rule<Quantity, Scene>[] = [
  {
    id: 'multiple.times',
    patterns: [
      'before=<qualifier>? amount=<amount> after=<postQualifier>? times next=<comparing>',
      'before=<qualifier>? amount=<amount> - times next=<comparing>',
    ],
    make(match, tokens, scene) {
      const next = match.captures.next!;
      const amount = match.captures.amount!;
      if (
        /^(?:between|from)$/.test(tokens[amount.start]!.lower) &&
        (amount.value as Amount).comparator !== 'between'
      )
        return null;
      const value = boundedBy(match, tokens, amount.value as Amount);
      return { value: of(value, comparedUnit(scene, next.start)), end: next.start };
    },
    examples: [
      {
        text: 'Banks saw nearly three times as many scams as schools.',
        finds: [{ text: 'nearly three times', min: 3, max: 3, comparator: 'almost', unit: 'scam' }],
      },
      { text: 'It is 10 times faster.', finds: [{ text: '10 times', min: 10, unit: null }] },
      { text: 'They were hit three times in May.', finds: [] },
    ],
  },
  {
    id: 'multiple.x',
    patterns: ['before=<qualifier>? amount=<amount> ~x|× times?'],
    make(match, tokens, scene) {
      const amount = match.captures.amount!;
      const behind = tokens[match.end];
      if (behind && !behind.spaced && behind.kind !== 'mark') return null;
      const value = boundedBy(match, tokens, amount.value as Amount);
      return { value: of(value, comparedUnit(scene, match.end)) };
    },
    examples: [
      {
        text: 'The number of probes was over 4.5x the number seen in 2020.',
        finds: [{ text: 'over 4.5x', min: 4.5, max: null, comparator: 'more_than', unit: 'probe' }],
      },
      { text: 'Log4j 2x9 and an x by itself', finds: [] },
    ],
  },
  {
    id: 'multiple.fold',
    patterns: [
      'before=<qualifier>? word=<foldWord>',
      'before=<qualifier>? amount=<amount> -? fold',
      'before=<qualifier>? amount=<amount> ~- time increase|rise|jump|growth|surge|hike|spike',
    ],
    make(match, tokens) {
      const { amount, word } = match.captures;
      if (amount && tokens[match.end - 2]!.lower === 'time') {
        const value = of(boundedBy(match, tokens, amount.value as Amount));
        return { value, end: match.end - 1 };
      }
      const value = word ? exactly(word.value as number) : (amount!.value as Amount);
      const joint = amount ? tokens[amount.end] : undefined;
      if (joint?.lower === 'fold' && joint.spaced && value.min !== null && value.min < 2)
        return null;
      return { value: of(boundedBy(match, tokens, value)) };
    },
    examples: [
      {
        text: 'There was a threefold increase, then a 10-fold one.',
        finds: [
          { text: 'threefold', min: 3, max: 3 },
          { text: '10-fold', min: 10, max: 10 },
        ],
      },
      { text: 'It saw a three-time increase.', finds: [{ text: 'three-time', min: 3 }] },
      { text: 'They came back into the fold.', finds: [] },
    ],
  },
  {
    id: 'multiple.verb',
    patterns: ['before=<qualifier>? verb=<multiplied>'],
    make(match, tokens, scene) {
      const next = tokens[match.end];
      // "doubled down", "doubled-edged", "halves" as a noun
      const last = match.end - 1;
      // "the doubles match"
      if (/s$/.test(tokens[last]!.lower) && scene.tags()[last] !== 'VERB') return null;
      if (next?.lower === 'down' || (next?.lower === '-' && !next.spaced)) return null;
      const before = tokens[match.start - 1]?.lower ?? '';
      if (tokens[match.end - 1]!.lower === 'halves' && /^(?:both|the|two|of)$/.test(before))
        return null;
      const value = exactly(match.captures.verb!.value as number);
      return { value: of(boundedBy(match, tokens, value), subjectUnit(scene, match.start)) };
    },
    examples: [
      {
        text: 'Complaints more than doubled while staff was halved.',
        finds: [
          { text: 'more than doubled', min: 2, max: null, comparator: 'more_than' },
          { text: 'halved', min: 0.5 },
        ],
      },
      { text: 'The ministry doubled down on its plan.', finds: [] },
    ],
  },
  {
    id: 'multiple.double',
    patterns: ['before=<qualifier>? verb=<multiply>'],
    make(match, tokens, scene) {
      const next = tokens[match.end]?.lower ?? '';
      const before = tokens[match.start - 1]?.lower ?? '';
      const word = tokens[match.end - 1]!.lower;
      const compares =
        /^(?:the|its|their|that|what|as)$/.test(next) && !(word === 'triple' && next === 'as');
      const verb = /^(?:to|will|would|could|can|may|might|should|must|n't|not)$/.test(before);
      if (word === 'twice' || word === 'thrice') {
        if (!compares && !/^(?:more|higher|larger)$/.test(next)) return null;
      } else if (!compares && !(verb && !/^(?:down|check|extortion|agent)/.test(next))) {
        // "raids double in a year"
        if (!looksPlural(tokens[match.start - 1]) || !goesOn.test(next)) return null;
      }
      // "double the effort" as a demand is a multiple all the same; "to double as a school" is none
      if (word === 'double' && next === 'as') return null;
      const value = exactly(match.captures.verb!.value as number);
      return { value: of(boundedBy(match, tokens, value), comparedUnit(scene, match.end)) };
    },
    examples: [
      {
        text: 'That is twice as many victims as before and double the number of leaks.',
        finds: [
          { text: 'twice', min: 2, unit: 'victim' },
          { text: 'double', min: 2, unit: 'leak' },
        ],
      },
      { text: 'Claims will triple by then.', finds: [{ text: 'triple', min: 3 }] },
      { text: 'Raids on ports double in a year.', finds: [{ text: 'double', min: 2 }] },
      { text: 'Double extortion came twice a year to the triple agent.', finds: [] },
    ],
  },
];

export const comparing: TokenClass = {
  read: (tokens, index) =>
    COMPARES.test(tokens[index]!.lower) ? { end: index + 1, value: tokens[index]!.lower } : null,
  starts: (token) => COMPARES.test(token.lower),
};
