import { formFact } from '../../language/form-fact.ts';
import type { Rule } from '../../language/grammar.ts';
import { readScales, scaleWords, shifted } from '../../language/numbers.ts';
import type { TokenClass } from '../../language/pattern.ts';
import type { Token } from '../../language/tokens.ts';
import { exactly } from '../amounts.ts';
import { type Quantity, quantity, type Scene } from '../scene.ts';
import { boundedBy } from './parts.ts';

/* Money by letters glued to its number, which tokens do not part: "P17 million", "Sh2.2bn". */

const CODES: Readonly<Record<string, string>> = {
  P: 'PHP',
  N: 'NGN',
  R: 'ZAR',
  K: 'ZMW',
  KShs: 'KES',
  Kshs: 'KES',
  USh: 'UGX',
  Ush: 'UGX',
  UShs: 'UGX',
  UGX: 'UGX',
  TSh: 'TZS',
  Tsh: 'TZS',
  TZS: 'TZS',
  RWF: 'RWF',
  BWP: 'BWP',
  MWK: 'MWK',
  ZMW: 'ZMW',
  EGP: 'EGP',
  LE: 'EGP',
  Dh: 'AED',
  Dhs: 'AED',
  SR: 'SAR',
  QR: 'QAR',
  KD: 'KWD',
  BD: 'BHD',
  RO: 'OMR',
  JD: 'JOD',
  NPR: 'NPR',
  VND: 'VND',
};

interface Lettered {
  readonly code: string;
  readonly digits: string;
}

const SHAPE = new RegExp(`^(${Object.keys(CODES).join('|')})(\\d{1,4})$`);
const lettered = formFact(({ kind, text }): Lettered | null => {
  const found = kind === 'word' && text.length < 10 ? SHAPE.exec(text) : null;
  return found && { code: CODES[found[1]!]!, digits: found[2]! };
});

/** "P17 million", "Sh10.71bn": the value is a currency with a number. */
const letteredSum: TokenClass = {
  needs: scaleWords,
  starts: (form) => lettered(form) !== null,
  read(tokens, index) {
    const { code, digits } = lettered(tokens[index]!.form)!;
    let end = index + 1;
    let written = digits;
    if (isPoint(tokens[end]) && isGlued(tokens[end + 1])) {
      written += `.${tokens[end + 1]!.text}`;
      end += 2;
    }
    const scale = readScales(tokens, end, true);
    if (scale.power === 0) return null;
    return { end: scale.end, value: { code, value: shifted(written, scale.power) } };
  },
};
const isPoint = (token: Token | undefined): boolean => token?.text === '.' && !token.spaced;
const isGlued = (token: Token | undefined): boolean =>
  token?.kind === 'number' && !token.spaced && /^\d{1,3}$/.test(token.text);

export const letteredClasses = { letteredSum };

export const letteredRules: readonly Rule<Quantity, Scene>[] = [
  {
    id: 'money.letters',
    patterns: ['before=<qualifier>? sum=<letteredSum>'],
    make(match, tokens) {
      const { code, value } = match.captures.sum!.value as { code: string; value: number };
      const amount = boundedBy(match, tokens, exactly(value));
      return { value: quantity(amount, 'money', code, null), confidence: 'inferred' };
    },
    examples: [
      {
        text: 'The bank lost P17 million, then almost R2 million, N500 million and more than USh9.4 million.',
        finds: [
          { text: 'P17 million', min: 1.7e7, unit: 'PHP', kind: 'money' },
          { text: 'almost R2 million', min: 2e6, unit: 'ZAR', comparator: 'almost' },
          { text: 'N500 million', min: 5e8, unit: 'NGN' },
          { text: 'more than USh9.4 million', min: 9.4e6, max: null, unit: 'UGX' },
        ],
      },
      { text: 'Room P17, the R2 zone, N95 masks and a K9 team; P2P sites, plan R 5.', finds: [] },
    ],
  },
];
