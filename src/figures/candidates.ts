import type { Token } from '../language/tokens.ts';

/** Words without which, and without digits, a sentence holds no figure. */
const CUES: ReadonlySet<string> = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
   seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
   lakh lac million crore billion trillion dozen dozens scores hundreds thousands lakhs millions crores
   billions trillions tens half third thirds quarter quarters fourths fifth fifths sixth sixths seventh
   eighth eighths ninth tenth tenths second doubled doubles doubling double redoubled tripled triples
   tripling triple trebled trebling treble quadrupled quadrupling quadruple quintupled quintupling
   quintuple halved halves halving halve twice thrice twofold threefold fourfold fivefold sixfold
   sevenfold eightfold ninefold tenfold elevenfold twelvefold twentyfold hundredfold thousandfold
   multimillion multibillion multitrillion ½ ¼ ¾ eleventh twelfth twentieth hundredth`.split(/\s+/),
);

/** The sentence may hold a figure; most do not, and are passed over. */
export function mayHoldFigure(tokens: readonly Token[]): boolean {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === 'number' || CUES.has(token.lower)) return true;
    if (token.lower === 'one' && /^(?:least|in|out|of|-)$/.test(near(tokens, index))) return true;
  }
  return false;
}

/** The word that makes "one" a number: "at least one", "one in ten". */
const near = (tokens: readonly Token[], index: number): string =>
  tokens[index - 1]?.lower === 'least' ? 'least' : (tokens[index + 1]?.lower ?? '');
