import type { BlockKind, DateMention, Mention } from '../src/article/schema.ts';
import { figures } from '../src/figures/stage.ts';
import { sentenceOf } from '../src/sentences/sentence.ts';

const run = figures.prepare({ context: true });

/**
 * The figures of sentences of one paragraph, or of other kinds of block in front of it, in which the
 * names given are mentions and the words given are dates.
 */
export function read(
  sentences: readonly string[],
  names: Readonly<Record<string, Mention['type']>>,
  kinds: readonly BlockKind[] = [],
  times: Readonly<Record<string, string>> = {},
) {
  const text = sentences.join(' ');
  const entities: Mention[] = [];
  for (const [name, type] of Object.entries(names)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const span = { start: at, end: at + name.length, text: name };
      entities.push({
        ...span,
        type,
        name,
        sentence: 0,
        by: 'test',
        confidence: 'stated',
      } as Mention);
    }
  }
  entities.sort((a, b) => a.start - b.start);
  let start = 0;
  const spans = sentences.map((sentence, index) => {
    const end = start + sentence.length;
    const kind = kinds[index] ?? 'paragraph';
    const made = { start, end, index, block: Math.min(index, kinds.length), kind };
    start = end + 1;
    return sentenceOf(text, made);
  });
  const dates = Object.entries(times).map(([text_, value]) => {
    const at = text.indexOf(text_);
    const span = { start: at, end: at + text_.length, text: text_ };
    return { ...span, type: 'date', value, relative: false } as DateMention;
  });
  dates.sort((a, b) => a.start - b.start);
  const article = { text, sentences: spans, entities, dates };
  return run(article as unknown as Parameters<typeof run>[0], undefined as never);
}
