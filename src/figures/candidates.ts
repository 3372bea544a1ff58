import type { Token } from '../language/tokens.ts';
import { anyOf } from '../language/word-set.ts';

/** Words without which, and without digits, a sentence holds no figure. */
const isCue = anyOf(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
   seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
   lakh lac million crore billion trillion dozen dozens scores hundreds thousands lakhs millions crores
   billions trillions tens half third thirds quarter quarters fourths fifth fifths sixth sixths seventh
   eighth eighths ninth tenth tenths second doubled doubles doubling double redoubled tripled triples
   tripling triple trebled trebling treble quadrupled quadrupling quadruple quintupled quintupling
   quintuple halved halves halving halve twice thrice twofold threefold fourfold fivefold sixfold
   sevenfold eightfold ninefold tenfold elevenfold twelvefold twentyfold hundredfold thousandfold
   multimillion multibillion multitrillion ½ ¼ ¾ eleventh twelfth twentieth hundredth`,
);

/** The sentence may hold a figure; most do not, and are passed over. */
export function mayHoldFigure(tokens: readonly Token[]): boolean {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === 'number' || isCue(token)) return true;
    if (token.lower !== 'one') continue;
    if (tokens[index - 1]?.lower === 'least' || countsOne(tokens[index + 1])) return true;
  }
  return false;
}

/** What makes "one" a number besides "at least": "one in ten", "one-third". */
const countsOne = anyOf('least in out of -');
