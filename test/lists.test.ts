import { describe, expect, it } from 'vitest';
import type { Sentence } from '../src/article/article.ts';
import type { Block } from '../src/article/schema.ts';
import { lists } from '../src/lists/stage.ts';
import { sentenceOf } from '../src/sentences/sentence.ts';

const run = lists.prepare({});

/** Blocks are lines, sentences end at a stop, a bullet stands in front of its block. */
function read(text: string) {
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const heading = line.startsWith('# ');
    const bullet = /^\s*[-•]\s+/.exec(line)?.[0] ?? (heading ? '# ' : '');
    const numbered = /^\(?(?:\d+|[a-z]|[ivx]+)[.)]\s/.test(line);
    const kind = heading ? 'heading' : bullet || numbered ? 'list_item' : 'paragraph';
    const start = index + bullet.length;
    const block = blocks.push({ start, end: index + line.length, kind }) - 1;
    const marker = /^\(?\w{1,3}[.)]\s+/.exec(text.slice(start))?.[0].length ?? 0;
    const body = text.slice(start + (numbered ? marker : 0), index + line.length);
    for (const piece of body.matchAll(/\S[\s\S]*?(?:[.!?:](?=\s|$)|$)/g)) {
      const offset = start + (numbered ? marker : 0) + piece.index;
      const from = piece.index === 0 ? start : offset;
      const end = offset + piece[0].length;
      const index = sentences.length;
      sentences.push(sentenceOf(text, { start: from, end, index, block, kind }));
    }
  }
  const source = {
    id: '',
    text,
    sha256: '',
    hints: null,
    title: null,
    published: null,
    url: null,
    source: null,
  };
  return run({ ...source, blocks, sentences }).map((list) => ({
    recommends: list.recommends,
    introduction:
      list.introduction === null
        ? null
        : text.slice(sentences[list.introduction]!.start, sentences[list.introduction]!.end),
    items: list.items.map((item) => [item.ordinal, text.slice(item.start, item.end)]),
  }));
}

describe('ordinals of running text', () => {
  it('keep the printed number and end with their block', () => {
    const [list] = read(
      [
        'The two ports can help each other in several ways. First, they can trade pilots. Pilots are rare. Third, both should log leaks.',
        'A new paragraph prints no marker.',
      ].join('\n'),
    );
    expect(list).toEqual({
      recommends: true,
      introduction: 'The two ports can help each other in several ways.',
      items: [
        [1, 'First, they can trade pilots. Pilots are rare.'],
        [3, 'Third, both should log leaks.'],
      ],
    });
  });

  it('go on over paragraphs, and "Finally" takes the next number', () => {
    const [list] = read(
      [
        'We make three recommendations.',
        'First, the port should hire guards.',
        'Guards are cheap.',
        'Second, it should mend the fence.',
        'Finally, it should ring the bell.',
      ].join('\n'),
    );
    expect(list?.recommends).toBe(true);
    expect(list?.items.map(([ordinal]) => ordinal)).toEqual([1, 2, 3]);
  });

  it('read "One … Another … Finally"', () => {
    const [list] = read(
      'There are several ways to mend this. One way is to hire guards. Another option is to mend the fence. Finally, ports could ring a bell.',
    );
    expect(list?.items.map(([ordinal]) => ordinal)).toEqual([1, 2, 3]);
    expect(list?.recommends).toBe(true);
  });

  it.each([
    'The plot failed for three reasons. First, the guard woke. Second, the bell rang.',
    'It happened in two ways. First, the guard slept. Second, the bell broke.',
    'First, the thieves cut the fence. Second, they took the boat.',
  ])('do not recommend what was: %s', (text) => {
    expect(read(text).map(({ recommends }) => recommends)).toEqual([false]);
  });

  it.each([
    'The first guard slept. The second boat sank.',
    'First Lady Ada Lund spoke. Second Street was closed.',
    'First, the guard woke.',
    'Finally, the bell rang.',
  ])('are none: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('printed lists', () => {
  it('count bullets from 1 and end where a paragraph stands between', () => {
    const found = read(
      [
        'Ports should:',
        '- Hire guards.',
        '- Mend fences.',
        'The fog came.',
        '- A boat sank.',
        '- A bell fell.',
      ].join('\n'),
    );
    expect(found.map(({ recommends, items }) => [recommends, items.length])).toEqual([
      [true, 2],
      [false, 2],
    ]);
  });

  it('go on behind a paragraph where their numbers do; sub-items have the parent’s ordinal', () => {
    const [list] = read(
      [
        'This order requires the following actions:',
        '1. Mend the fence.',
        'a. By noon, ensure the gate is shut.',
        'b. Count the boats.',
        'The office recommends a second gate.',
        '2. Report the count.',
        'a. Send the form.',
      ].join('\n'),
    );
    expect(list?.items.map(([ordinal]) => ordinal)).toEqual([1, 1, 1, 2, 2]);
    expect(list?.recommends).toBe(true);
  });

  it('read numbers in brackets and named numbers', () => {
    expect(read('Take these steps:\n(1) Mend it.\n(2) Log it.')[0]?.items).toHaveLength(2);
    const [named] = read(
      'We make two recommendations.\nRecommendation 1: Mend the fence.\nRecommendation 2: Ring the bell.',
    );
    expect(named?.items.map(([ordinal]) => ordinal)).toEqual([1, 2]);
    expect(named?.recommends).toBe(true);
  });

  it('take nested bullets for sub-items', () => {
    const [list] = read('Do the following:\n- Mend the fence.\n    - Use wire.\n- Ring the bell.');
    expect(list?.items.map(([ordinal]) => ordinal)).toEqual([1, 1, 2]);
  });

  it.each([
    ['Best practices include:', ['Using long codes.', 'Keeping copies.'], true],
    ['How to protect yourself', ['Use long codes.', 'Keep copies.'], true],
    ['The bureau urges ports to take these steps:', ['Longer codes.', 'More guards.'], true],
    ['The pact has three members:', ['Norway', 'Chile', 'Ghana'], false],
    ['The audit lists these findings:', ['The gate was open.', 'The bell was gone.'], false],
    [
      'The ministers agreed on the following steps:',
      ['Opening a desk.', 'Sharing a ledger.'],
      false,
    ],
    [
      'The port is taking these steps:',
      ['The port will hire guards.', 'The port will mend fences.'],
      false,
    ],
    ['Ways thieves get in:', ['Weak gates.', 'Broken fences.'], false],
    [
      'Several measures follow:',
      ['40 per cent of ports use badges.', 'Both gates are run from Oslo.', 'Half said no.'],
      false,
    ],
  ] as const)('%s', (introduction, items, recommends) => {
    const [list] = read([introduction, ...items.map((item) => `- ${item}`)].join('\n'));
    expect(list?.recommends).toBe(recommends);
  });

  it('take a heading for what introduces them where no sentence does', () => {
    const [list] = read('# Recommendations\n- Longer codes.\n- Hire guards.\n- Fewer gates.');
    expect(list).toMatchObject({ recommends: true, introduction: null });
  });
});
