import { z } from 'zod';
import { defineStage, type Enumeration, type Sentence } from '../article/article.ts';
import { type Draft, finish } from './draft.ts';
import { headedLists } from './headed.ts';
import { printedLists } from './printed.ts';
import { runningLists } from './running.ts';

/**
 * Finds enumerations in blocks, in running text and in sections under headings, in order of their
 * first item. Where two lists claim a sentence, the one printed in blocks has it.
 */
export const lists = defineStage({
  name: 'lists',
  reads: ['blocks', 'sentences'],
  writes: 'lists',
  options: z.strictObject({}),
  prepare:
    () =>
    ({ text, blocks, sentences }) => {
      const printed = printedLists(text, blocks, sentences);
      const running = runningLists(text, sentences);
      const headed = headedLists(sentences);
      if (running.length === 0 && headed.length === 0) return finished(printed, sentences);
      const taken = new Set(printed.flatMap(sentencesOf));
      const free = running.filter((draft) => !sentencesOf(draft).some((index) => taken.has(index)));
      const lists = finished([...printed, ...free].sort(byFirst), sentences);
      return headed.length === 0 ? lists : [...lists, ...headed].sort((a, b) => a.start - b.start);
    },
});

const sentencesOf = (draft: Draft): number[] => draft.items.flatMap((item) => item.sentences);

const byFirst = (a: Draft, b: Draft): number =>
  a.items[0]!.sentences[0]! - b.items[0]!.sentences[0]!;

const finished = (drafts: readonly Draft[], sentences: readonly Sentence[]): Enumeration[] =>
  drafts
    .map((draft) => finish(draft, sentences))
    .filter((list): list is Enumeration => list !== null);
