import { readFileSync } from 'node:fs';
import { glob } from 'tinyglobby';
import { expect, test } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { partsOfSpeech } from '../src/language/tagger.ts';
import { tokenize } from '../src/language/tokens.ts';

const wink = winkNLP(model, ['pos']);

/** wink-nlp's own words and tags. */
function winks(text: string): { words: string[]; tags: string[] } {
  const tokens = wink.readDoc(text).tokens();
  return { words: tokens.out() as string[], tags: tokens.out(wink.its.pos) as string[] };
}

test('the tags are wink-nlp’s own wherever both cut the same words', async () => {
  let same = 0;
  const different: string[] = [];
  for (const file of await glob('corpus/*.txt')) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const tokens = tokenize(line);
      const { words, tags } = winks(line);
      if (tokens.map(({ text }) => text).join(' ') !== words.join(' ')) continue;
      for (const [index, tag] of partsOfSpeech(tokens).entries()) {
        const { kind, text } = tokens[index]!;
        // of signs and addresses wink-nlp has many tags
        if (kind === 'code' || !/[\p{L}\d]/u.test(text)) continue;
        if (tag === tags[index]) same++;
        else different.push(`${text}: ${tags[index]}, here ${tag}`);
      }
    }
  }
  expect(same).toBeGreaterThan(500);
  expect(different).toEqual([]);
});

test('a contraction is tagged as its words are', () => {
  const tags = (text: string) => partsOfSpeech(tokenize(text)).join(' ');
  expect(tags('They can’t say.')).toBe('PRON AUX VERB PUNCT');
  expect(tags("It's late, the bank's staff said.")).toBe(
    'PRON AUX ADJ PUNCT DET NOUN PART NOUN VERB PUNCT',
  );
});

test('a sentence longer than any before is tagged to its end', () => {
  const tokens = tokenize('The clerk can’t count it. '.repeat(400));
  const tags = partsOfSpeech(tokens);
  expect(tags).toHaveLength(tokens.length);
  expect(tags.slice(-6)).toEqual(tags.slice(0, 6));
});
