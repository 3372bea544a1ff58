import type { Rule } from '../../language/grammar.ts';
import { anyOf } from '../../language/word-set.ts';
import type { Amount } from '../amounts.ts';
import { type Quantity, quantity, type Scene } from '../scene.ts';
import { bytes, type DataUnit } from '../units.ts';
import { boundedBy, capture } from './parts.ts';

function of({ min, max, comparator }: Amount, unit: DataUnit, per: string | null): Quantity {
  const amount = { min: bytes(min, unit), max: bytes(max, unit), comparator };
  return quantity(amount, 'data_volume', 'byte', per ?? unit.per);
}

const opensRange = anyOf('between from');

export const dataRules: readonly Rule<Quantity, Scene>[] = [
  {
    id: 'data.between',
    patterns: [
      'left=<number> first=<dataUnit> joint=and|to|-|or right=<number> unit=<dataUnit> rate=<rate>?',
      'between|from left=<number> first=<dataUnit> joint=and|to|-|or right=<number> unit=<dataUnit> rate=<rate>?',
    ],
    make(match, tokens) {
      const left = capture<number>(match, 'left')!;
      const right = capture<number>(match, 'right')!;
      const first = match.captures.first!.value as DataUnit;
      const unit = match.captures.unit!.value as DataUnit;
      const joint = tokens[match.captures.joint!.start]!.lower;
      if (joint === 'and' && tokens[match.start]!.lower !== 'between') return null;
      const min = bytes(left.value, first)!;
      const max = bytes(right.value, unit)!;
      const rate = (match.captures.rate?.value as string | undefined) ?? unit.per;
      const amount = { min, max, comparator: 'between' as const };
      return { value: quantity(amount, 'data_volume', 'byte', rate) };
    },
    examples: [
      {
        text: 'Between 500 megabytes and 2 gigabytes were copied.',
        finds: [
          { text: 'Between 500 megabytes and 2 gigabytes', min: 5e8, max: 2e9, unit: 'byte' },
        ],
      },
      { text: 'Between the 2 servers 5 bytes went.', finds: [] },
    ],
  },
  {
    id: 'data.volume',
    patterns: [
      'before=<qualifier>? amount=<amount> after=<postQualifier>? unit=<dataUnit> last=<postQualifier>? rate=<rate>?',
      'before=<qualifier>? amount=<amount> of unit=<dataUnit> rate=<rate>?',
    ],
    make(match, tokens) {
      const read = match.captures.amount!;
      const value = read.value as Amount;
      // "several terabytes" has no number; "64-bit" and "256 bit" keys are kinds, no volumes
      const unit = match.captures.unit!;
      if (tokens[unit.end - 1]!.lower === 'bit') return null;
      if (opensRange(tokens[read.start]) && value.comparator !== 'between') {
        return null;
      }
      if (tokens[read.end]?.lower === 'of' && value.max !== null) return null;
      const rate = (match.captures.rate?.value as string | undefined) ?? null;
      return { value: of(boundedBy(match, tokens, value), unit.value as DataUnit, rate) };
    },
    examples: [
      {
        text: 'The gang leaked 500GB, then more than 1.5 terabytes of files.',
        finds: [
          { text: '500GB', min: 5e11, max: 5e11, unit: 'byte' },
          { text: 'more than 1.5 terabytes', min: 1.5e12, max: null },
        ],
      },
      {
        text: 'The flood reached 1.6 terabits per second and took hundreds of gigabytes.',
        finds: [
          { text: '1.6 terabits per second', min: 2e11, per: 'PT1S' },
          { text: 'hundreds of gigabytes', min: 2e11, max: null, comparator: 'at_least' },
        ],
      },
      { text: 'A 256-bit key took several terabytes.', finds: [] },
    ],
  },
];
