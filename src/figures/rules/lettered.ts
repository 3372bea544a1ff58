import { formFact } from '../../language/form-fact.ts';
import type { Rule } from '../../language/grammar.ts';
import type { TokenClass } from '../../language/pattern.ts';
import type { Token } from '../../language/tokens.ts';
import { exactly } from '../amounts.ts';
import { type Quantity, quantity, type Scene } from '../scene.ts';
import { boundedBy } from './parts.ts';

/* Money by a letter glued to its number, which tokens do not part: "P17 million", "R2.2bn". */

const CODES: Readonly<Record<string, string>> = {
  P: 'PHP',
  Php: 'PHP',
  PHP: 'PHP',
  N: 'NGN',
  R: 'ZAR',
  Sh: 'KES',
  KSh: 'KES',
  Ksh: 'KES',
  Kshs: 'KES',
  KES: 'KES',
  USh: 'UGX',
  UGX: 'UGX',
  TSh: 'TZS',
  Tk: 'BDT',
  RM: 'MYR',
  Rp: 'IDR',
  Rs: 'INR',
  K: 'ZMW',
};
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
  lakh: 1e5,
  crore: 1e7,
};

interface Lettered {
  readonly code: string;
  readonly digits: string;
}

const SHAPE = /^(P|Php|PHP|N|R|Sh|KSh|Ksh|Kshs|KES|USh|UGX|TSh|Tk|RM|Rp|Rs|K)(\d{1,4})$/;
const lettered = formFact(({ kind, text }): Lettered | null => {
  const found = kind === 'word' && text.length < 10 ? SHAPE.exec(text) : null;
  return found && { code: CODES[found[1]!]!, digits: found[2]! };
});

/** "P17 million", "Sh10.71bn": the value is a currency with a number. */
const letteredSum: TokenClass = {
  needs: new Set(Object.keys(SCALES)),
  starts: (form) => lettered(form) !== null,
  read(tokens, index) {
    const { code, digits } = lettered(tokens[index]!.form)!;
    let end = index + 1;
    let written = digits;
    if (isPoint(tokens[end]) && isGlued(tokens[end + 1])) {
      written += `.${tokens[end + 1]!.text}`;
      end += 2;
    }
    const times = SCALES[tokens[end]?.lower ?? ''];
    if (times === undefined) return null;
    const value = Number((Number(written) * times).toPrecision(15));
    return { end: end + 1, value: { code, value } };
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
        text: 'The bank lost P17 million, then almost R2.2bn, N500 million and more than Sh9.4 million.',
        finds: [
          { text: 'P17 million', min: 1.7e7, unit: 'PHP', kind: 'money' },
          { text: 'almost R2.2bn', min: 2.2e9, unit: 'ZAR', comparator: 'almost' },
          { text: 'N500 million', min: 5e8, unit: 'NGN' },
          { text: 'more than Sh9.4 million', min: 9.4e6, max: null, unit: 'KES' },
        ],
      },
      { text: 'Room P17, the R2 zone, N95 masks and a K9 team', finds: [] },
    ],
  },
];
