import { captured, type DateRule } from './form.ts';
import { countsInClause } from './guards.ts';
import { isoDuration } from './length.ts';
import type { LengthUnit } from './vocabulary.ts';

/* Repetitions. One that belongs to a counted quantity is its rate and is not taken. */

const YEAR: LengthUnit = { designator: 'Y', factor: 1, plural: false };

export const setRules: readonly DateRule[] = [
  {
    id: 'set.every',
    patterns: [
      '(each and)? (almost|nearly)? every|each single? unit=<unit>',
      '(almost|nearly)? every other=other unit=<unit>',
      '(almost|nearly)? every num=<num> (to|or|- high=<num>)? unit=<unit>',
      '(almost|nearly)? every|each <weekday> (morning|afternoon|evening|night)?',
      'once (a|every|each|per) unit=<unit>',
    ],
    make(match, tokens) {
      const { start, end } = match;
      const unit = captured<LengthUnit>(match, 'unit');
      if (tokens[end]?.spaced === false && tokens[end]!.lower === '-') return null;
      if (tokens[end]?.lower === "'s") return null;
      if (countsInClause(tokens, start, end)) return null;
      const number = match.captures.other ? 2 : (captured<number>(match, 'num') ?? 1);
      if (unit && unit.plural !== number > 1 && !match.captures.other) return null;
      // "each day of the trial" counts days of something
      if (tokens[end]?.lower === 'of') return null;
      const value = unit ? isoDuration(unit, number, captured<number>(match, 'high')) : 'P1W';
      return value === null ? null : { value: { type: 'set', value, relative: false } };
    },
    examples: [
      {
        text: 'Every month, hackers find a way, and every two years the plan is revised.',
        finds: [
          { text: 'Every month', type: 'set', value: 'P1M', relative: false },
          { text: 'every two years', value: 'P2Y' },
        ],
      },
      { text: 'It sees 20 million attacks every day and trains 30 people each year.', finds: [] },
    ],
  },
  {
    id: 'set.adverb',
    patterns: ['annually|yearly'],
    make(match, tokens) {
      const { start, end } = match;
      const before = tokens[start - 1];
      const after = tokens[end];
      if (before?.lower === '-' || after?.lower === '-') return null;
      // "a yearly report" describes; "it meets yearly" repeats
      if (tokens[start]!.lower === 'yearly' && after?.kind === 'word' && after.lower !== 'and')
        return null;
      if (countsInClause(tokens, start, end)) return null;
      return { value: { type: 'set', value: isoDuration(YEAR, 1)!, relative: false } };
    },
    examples: [
      {
        text: 'The forum meets annually.',
        finds: [{ text: 'annually', type: 'set', value: 'P1Y' }],
      },
      { text: 'It pays $5 million annually for its yearly audit.', finds: [] },
    ],
  },
];
