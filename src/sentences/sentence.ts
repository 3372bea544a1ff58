import type { Sentence } from '../article/article.ts';
import { closeBits, openBits } from '../language/sentence-bits.ts';
import { tokenize } from '../language/tokens.ts';

/** The sentence at a place of the text, with its tokens. */
export function sentenceOf(
  text: string,
  { start, end, index, block, kind }: Omit<Sentence, 'tokens' | 'bits'>,
): Sentence {
  openBits();
  const tokens = tokenize(text, start, end);
  return { start, end, index, block, kind, tokens, bits: closeBits() };
}
