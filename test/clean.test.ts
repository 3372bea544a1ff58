import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../src/article/schema.ts';
import { cleanText, rules } from '../src/clean/cleaner.ts';

const blocksOf = (text: string, title: string | null = null) =>
  cleanText({ text, title, hints: null });
const shown = (text: string, blocks: readonly Block[]) =>
  blocks.map(({ start, end, kind }) => [kind, text.slice(start, end)]);

const PROSE =
  'The harbour board met in May and found that none of its cranes could be told from a toy by the network.';
const MORE =
  'It has asked the ministry for money, and the ministry has asked it for a plan that it does not have.';

describe('rules of blocks', () => {
  it('have ids of their own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  for (const rule of rules) {
    for (const { text, takes } of rule.examples) {
      it(`${rule.id}: ${takes.length === 0 ? 'leaves' : 'takes'} ${text.slice(0, 50)}`, () => {
        const taken = blocksOf(text)
          .filter(({ by }) => by === `clean/${rule.id}`)
          .map(({ start, end }) => text.slice(start, end));
        expect(taken).toEqual(takes.length === 0 ? [] : expect.arrayContaining([...takes]));
        if (takes.length > 0 && takes[0] !== text) expect(taken).toEqual(takes);
      });
    }
  }
});

describe('lines', () => {
  it('reads sub-bullets and the tags that a scraper left', () => {
    const text = `Harbours need new locks\n\n${PROSE} Boards should:\n\n• Count cranes\no\u00a0Name each one\n\n<p>${MORE}</p>\n\n<li>More locks</li>\n<li>More keys</li>\n\n<h2>In winter</h2>\n\n<p>${PROSE} So be it.</p>`;
    expect(shown(text, blocksOf(text)).slice(2)).toEqual([
      ['list_item', 'Count cranes'],
      ['list_item', 'Name each one'],
      ['paragraph', MORE],
      ['list_item', 'More locks'],
      ['list_item', 'More keys'],
      ['heading', 'In winter'],
      ['paragraph', `${PROSE} So be it.`],
    ]);
  });

  it('takes the name of a section or of a ministry over the headline for no title', () => {
    const text = `Policy & Technology\n\nA board without a plan for its cranes asks for money\n\nBy Ana Reyes\n\n${PROSE}\n\n${MORE}`;
    expect(shown(text, blocksOf(text))[1]![0]).toBe('title');
  });

  it('joins lines that were wrapped by hand, and nothing else', () => {
    const text = [
      'Harbours need new locks',
      '',
      'The harbour board met in May and found that none of its cranes',
      'could be told from a toy by the network that they share with the',
      'ticket office, which is',
      'old.',
      'A second paragraph stands right below the first one because the',
      'scraper lost the blank line that had been between the two of them.',
      '',
      '-   The first item is long enough to go on in a second line of its',
      'own, without a mark.',
      '-   The second item is short.',
    ].join('\n');
    expect(shown(text, blocksOf(text)).map(([kind, words]) => [kind, words!.slice(0, 14)])).toEqual(
      [
        ['title', 'Harbours need '],
        ['paragraph', 'The harbour bo'],
        ['paragraph', 'A second parag'],
        ['list_item', 'The first item'],
        ['list_item', 'The second ite'],
      ],
    );
  });

  it('takes each line for a paragraph where lines are not wrapped', () => {
    const text = `Harbours need new locks\n${PROSE}\n${MORE}`;
    expect(shown(text, blocksOf(text)).map(([kind]) => kind)).toEqual([
      'title',
      'paragraph',
      'paragraph',
    ]);
  });

  it('mends a line that a link tore apart', () => {
    const text = `Locks\n\n${PROSE}\n\nThe report was written by the\nHarbour Institute\n, which is in Basel, and it was read by nobody.`;
    expect(blocksOf(text)).toHaveLength(3);
  });

  it('mends a paragraph that the end of a page tore apart', () => {
    const text = `Locks\n\n${PROSE}\n\nThe plan was signed by nine ports of the eastern coast (Riga, Klaipeda,\n\nGdansk, Gdynia and five others that are smaller), and it binds them all.`;
    expect(blocksOf(text)).toHaveLength(3);
  });

  it.each(['\n', '\r\n', '\r', '\u2028'])('knows the line break %j', (br) => {
    const text = `Locks for harbours${br}${br}${PROSE}${br}${br}- One lock for the north${br}- Two locks for the south${br}`;
    expect(shown(text, blocksOf(text))).toEqual([
      ['title', 'Locks for harbours'],
      ['paragraph', PROSE],
      ['list_item', 'One lock for the north'],
      ['list_item', 'Two locks for the south'],
    ]);
  });
});

describe('titles', () => {
  it('takes the title that came with the article', () => {
    const text = `Harbour desk\n\nLocks are cheap\n\nThe case for locks\n\n${PROSE}`;
    const title = (given: string | null) =>
      blocksOf(text, given)
        .filter(({ kind }) => kind === 'title')
        .map(({ start, end }) => text.slice(start, end));
    expect(title('The Case for Locks')).toEqual(['The case for locks']);
  });

  it('finds none where the text begins at once', () => {
    expect(blocksOf(`${PROSE}\n\n${MORE}`).map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });

  it('reads the title inside front matter', () => {
    const text = `+++\ntitle = 'Locks for all'\ndate = 2021-05-03\ntags = ['ports']\n+++\n\n${PROSE}`;
    expect(shown(text, blocksOf(text))).toEqual([
      ['boilerplate', '+++'],
      ['boilerplate', "title = '"],
      ['title', 'Locks for all'],
      ['boilerplate', "'"],
      ['byline', 'date = 2021-05-03'],
      ['boilerplate', "tags = ['ports']"],
      ['boilerplate', '+++'],
      ['paragraph', PROSE],
    ]);
  });
});

describe('repeats', () => {
  const kinds = (text: string) => shown(text, blocksOf(text)).map(([kind]) => kind);
  it('drops a teaser that was cut short', () => {
    const teaser = `${PROSE.slice(0, 80).trim()} […]`;
    expect(kinds(`Locks for harbours\n\n${teaser}\n\n${PROSE} ${MORE}`)).toEqual([
      'title',
      'boilerplate',
      'paragraph',
    ]);
  });
  it('drops a pull quote that nearly repeats the text', () => {
    const quote =
      '“None of its cranes could be told from a toy by the network, the board found in May”';
    expect(
      kinds(
        `Locks for harbours\n\n${PROSE} ${MORE}\n\n${quote}\n\n${MORE.replace('money', 'time')} Nobody knows.`,
      )[2],
    ).toBe('boilerplate');
  });
  it('keeps headings and items that share words with the text', () => {
    expect(kinds(`Locks for harbours\n\n${PROSE}\n\nThe harbour board\n\n${MORE}`)).toEqual([
      'title',
      'paragraph',
      'heading',
      'paragraph',
    ]);
  });
});

describe('mark-up', () => {
  it('keeps bounds and kinds that mark-up has told, furniture apart', () => {
    const text = `Locks\n\nShare this article\n\n${PROSE}\n\nWhy now\n\n${MORE}`;
    const at = (words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    });
    const hints = [
      { ...at('Locks'), kind: 'title' as const },
      { ...at('Share this article'), kind: 'paragraph' as const },
      { ...at(PROSE), kind: 'paragraph' as const },
      { ...at('Why now'), kind: 'heading' as const },
      { ...at(MORE), kind: 'list_item' as const },
    ];
    expect(cleanText({ text, title: null, hints }).map(({ kind }) => kind)).toEqual([
      'title',
      'boilerplate',
      'paragraph',
      'heading',
      'list_item',
    ]);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    PROSE,
    MORE,
    'Share this article',
    '- one',
    '1. two',
    'Tags:',
    '\ud800',
    '\u2028',
    '\u00a0',
    '\u0000',
    '\u200f',
    'By Ana Reyes',
    '**',
    '…',
    '😀 harbour',
    '\n',
    '\n\n',
    '\r\n',
    ' ',
  );
  it('is covered by blocks in order, each trimmed, with only markers left out', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const blocks = blocksOf(text);
        let last = 0;
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(text.slice(last, start)).not.toMatch(/[\p{L}]{2}/u);
          last = end;
        }
        expect(text.slice(last)).not.toMatch(/[\p{L}]{2}/u);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one line', `${PROSE} `.repeat(20_000)],
    ['many lines', `${PROSE}\n`.repeat(20_000)],
    ['many short lines', 'a b\n'.repeat(200_000)],
    ['commas', 'a, '.repeat(400_000)],
    ['hashes', '# '.repeat(300_000)],
    ['brackets', '[['.repeat(300_000)],
    ['lines of brackets', '[[a]] [[b]]\n'.repeat(50_000)],
    [
      'wrapped lines',
      'the harbour board met in May and found that none of its cranes\n'.repeat(20_000),
    ],
    ['headings', 'Related coverage\n\nAbout the author\n\n'.repeat(20_000)],
    ['items', 'It needs:\n\n'.concat('more boats\n'.repeat(60_000))],
  ])(
    'of a size that hurts is read to its end: %s',
    (_name, text) => {
      expect(blocksOf(text).length).toBeGreaterThan(0);
    },
    60_000,
  );
});
