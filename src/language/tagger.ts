import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Token } from './tokens.ts';

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X';

let wink: ReturnType<typeof winkNLP> | undefined;
const remembered = new WeakMap<readonly Token[], readonly PartOfSpeech[]>();

/**
 * The parts of speech of a sentence's tokens, one each. wink-nlp's own tokens are laid over ours by
 * offset; a token of ours takes the tag of the one that covers its first character. Tagging costs
 * about as much as all else that is done with a sentence: ask for candidates only. The answer is
 * kept with the array of tokens.
 */
export function partsOfSpeech(tokens: readonly Token[]): readonly PartOfSpeech[] {
  const before = remembered.get(tokens);
  if (before) return before;
  wink ??= winkNLP(model, ['pos']);
  let text = '';
  const starts: number[] = [];
  for (const token of tokens) {
    if (token.spaced && text) text += ' ';
    starts.push(text.length);
    text += token.text;
  }
  const its = wink.its;
  const document = wink.readDoc(text).tokens();
  const words = document.out() as string[];
  const tags = document.out(its.pos) as PartOfSpeech[];
  const found: PartOfSpeech[] = [];
  let at = 0;
  let next = 0;
  let tag: PartOfSpeech = 'X';
  for (const start of starts) {
    while (next < words.length) {
      const word = words[next]!;
      const place = text.indexOf(word, at);
      if (place < 0 || place > start) break;
      tag = tags[next]!;
      at = place + word.length;
      next++;
    }
    found.push(tag);
  }
  remembered.set(tokens, found);
  return found;
}
