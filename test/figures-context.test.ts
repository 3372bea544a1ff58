import { describe, expect, it } from 'vitest';
import type { Mention } from '../src/article/schema.ts';
import { figures } from '../src/figures/stage.ts';
import { tokenize } from '../src/language/tokens.ts';

const run = figures.prepare({ context: true });

/** The figures of sentences of one paragraph in which the names given are mentions. */
function read(sentences: readonly string[], names: Readonly<Record<string, Mention['type']>>) {
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
    const made = { start, end, index, block: 0, kind: 'paragraph' as const };
    start = end + 1;
    return { ...made, tokens: tokenize(text, made.start, made.end) };
  });
  const article = { text, sentences: spans, entities, dates: [] };
  return run(article as unknown as Parameters<typeof run>[0], undefined as never);
}

describe('the source of a figure', () => {
  const cases: [string, string[], Record<string, Mention['type']>, (string | null)[]][] = [
    [
      'is the study over an insertion',
      ['A survey by Harbour Watch, held in two towns, showed that 40% of ports pay.'],
      { 'Harbour Watch': 'organization' },
      ['Harbour Watch', 'Harbour Watch'],
    ],
    [
      'is the body that received the cases',
      ['Coast Office received 411 complaints.'],
      { 'Coast Office': 'government_body' },
      ['Coast Office'],
    ],
    [
      'is the owner of a finding',
      ["We share the Reef Board's finding that 12% of ferries have no lock."],
      { 'Reef Board': 'international_body' },
      ['Reef Board'],
    ],
    [
      'goes on over further shares',
      ['Harbour Watch found that 62% of ports were hit.', 'But just 38 per cent of them paid.'],
      { 'Harbour Watch': 'organization' },
      ['Harbour Watch', 'Harbour Watch'],
    ],
    ['is never the author', ["We'd suggest three rules."], {}, [null]],
  ];
  it.each(cases)('%s', (_, sentences, names, wanted) => {
    expect(read(sentences, names).map(({ source }) => source)).toEqual(wanted);
  });
});
