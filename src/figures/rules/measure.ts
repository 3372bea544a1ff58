import type { Rule } from '../../language/grammar.ts';
import type { Amount } from '../amounts.ts';
import { type Quantity, quantity, type Scene } from '../scene.ts';
import { boundedBy } from './parts.ts';

export const measureRules: readonly Rule<Quantity, Scene>[] = [
  {
    id: 'measure.letters',
    patterns: ['before=<qualifier>? amount=<amount> unit=<measureUnit>'],
    make(match, tokens) {
      const amount = match.captures.amount!;
      const next = tokens[match.end];
      if (next && !next.spaced && next.kind !== 'mark') return null;
      const value = boundedBy(match, tokens, amount.value as Amount);
      const unit = match.captures.unit!.value as string;
      return { value: quantity(value, 'other_measure', unit, null) };
    },
    examples: [
      {
        text: 'The outage left 450 MW without a buyer over 12km.',
        finds: [
          { text: '450 MW', min: 450, unit: 'megawatt', kind: 'other_measure' },
          { text: 'over 12km', min: 12, max: null, unit: 'kilometre' },
        ],
      },
      { text: 'MW is a unit, and so is km.', finds: [] },
    ],
  },
];
