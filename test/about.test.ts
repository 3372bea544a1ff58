import { describe, expect, it } from 'vitest';
import { readAuthors, readDay, readStamp } from '../src/about/bylines.ts';
import { about } from '../src/about/stage.ts';
import type { Block, BlockKind } from '../src/article/schema.ts';

const run = about.prepare({});

/** Lines of `kind text`, as an article whose blocks are already known. */
function aboutOf(lines: readonly string[], given: { title?: string; published?: string } = {}) {
  const blocks: Block[] = [];
  let text = '';
  for (const line of lines) {
    const kind = line.slice(0, line.indexOf(' ')) as BlockKind;
    const words = line.slice(kind.length + 1);
    blocks.push({ start: text.length, end: text.length + words.length, kind });
    text += `${words}\n\n`;
  }
  return run({
    id: 'a',
    text,
    sha256: '',
    hints: null,
    url: null,
    source: null,
    title: given.title ?? null,
    published: given.published ?? null,
    blocks,
  });
}

describe('days', () => {
  it.each([
    ['July 16, 2020', '2020-07-16'],
    ['16 July 2020', '2020-07-16'],
    ['Posted on Thursday, 16th of July 2020', '2020-07-16'],
    ['2023-06-01', '2023-06-01'],
    ['date = 2020-01-13T04:50:27Z', '2020-01-13'],
    ['Oct. 21, 2021', '2021-10-21'],
    ['21-Oct-2021', '2021-10-21'],
    ['2023.07.12', '2023-07-12'],
    ['25/03/2021', '2021-03-25'],
    ['03/25/2021', '2021-03-25'],
    ['05/05/2021', '2021-05-05'],
  ])('%s is %s', (line, iso) => {
    expect(readDay(line)).toBe(iso);
  });

  it.each([
    '04/05/2021',
    'July 2020',
    'Feb 30, 2021',
    '31 June 2020',
    '1234-56-78',
    'May 5',
    'version 2020.1.300',
  ])('%s is none', (line) => {
    expect(readDay(line)).toBeNull();
  });

  it('tells publication from change', () => {
    expect(readStamp('Updated: 4 May 2021 | Published: 3 May 2021')).toEqual({
      iso: '2021-05-03',
      of: 'published',
    });
    expect(readStamp('3 May 2021, updated 4 May 2021')).toEqual({
      iso: '2021-05-03',
      of: 'unsaid',
    });
    expect(readStamp('Last updated 4 May 2021')).toEqual({ iso: '2021-05-04', of: 'modified' });
    expect(readStamp('By Ana Reyes')).toBeNull();
  });
});

describe('authors', () => {
  it.each<[string, string[]]>([
    ['By Ana Reyes', ['Ana Reyes']],
    ['BY ANA REYES AND T. K. RAO', ['Ana Reyes', 'T. K. Rao']],
    [
      'By Ana Reyes, Ben de Vries & Prof. Li Wei | Harbour Times',
      ['Ana Reyes', 'Ben de Vries', 'Li Wei'],
    ],
    ['- Author: Ana Reyes', ['Ana Reyes']],
    ["author = 'Ana Reyes'", ['Ana Reyes']],
    ['Ana Reyes and José Núñez | 2023-06-01', ['Ana Reyes', 'José Núñez']],
    [
      'FROM: Ana Reyes, Deputy Assistant for Ports and Emerging Technology and Ben Lee, Harbour Director',
      ['Ana Reyes', 'Ben Lee'],
    ],
    ['(Reporting by Ana Reyes and Ben Lee; Editing by Li Wei)', ['Ana Reyes', 'Ben Lee']],
    ['Posted on March 3, 2020 by Ana Reyes', ['Ana Reyes']],
    ['(Editing by Li Wei)', []],
    ['Staff Writer', []],
    ['July 16, 2020', []],
    ['Press Trust of India', []],
    ['New Delhi | May 4, 2022', []],
  ])('%s', (line, names) => {
    expect(readAuthors(line)).toEqual(names);
  });
});

describe('the stage', () => {
  const TEXT = 'paragraph The harbour was shut on Monday.';

  it('reads title, authors and day in the text', () => {
    expect(
      aboutOf(['title Harbour  shut', 'byline By Ana Reyes', 'byline May 3, 2021', TEXT]),
    ).toEqual({
      title: 'Harbour shut',
      authors: ['Ana Reyes'],
      published: '2021-05-03',
      from: { title: 'title', authors: 'byline', published: 'byline' },
    });
  });

  it('lets what came with the article win', () => {
    expect(
      aboutOf(['title Harbour shut', 'byline May 3, 2021', TEXT], {
        title: 'Shut!',
        published: '2020-01-01',
      }),
    ).toMatchObject({
      title: 'Shut!',
      published: '2020-01-01',
      from: { title: 'given', published: 'given' },
    });
  });

  it('leaves unknown what nothing tells', () => {
    expect(aboutOf([TEXT])).toEqual({ title: null, authors: [], published: null, from: {} });
  });

  it('never takes the day of a change or of a comment', () => {
    const published = (lines: string[]) => aboutOf(lines).published;
    expect(published(['title Shut', 'byline Last updated: May 3, 2021', TEXT])).toBeNull();
    expect(
      published(['title Shut', TEXT, TEXT, TEXT, TEXT, 'byline Sailor Bob, May 9, 2021']),
    ).toBeNull();
    expect(
      published(['title Shut', TEXT, TEXT, TEXT, TEXT, 'byline First published: May 2, 2021']),
    ).toBe('2021-05-02');
  });

  it('reads a dateline with its year', () => {
    expect(
      aboutOf(['title Shut', 'paragraph LISBON, May 4, 2023 — The harbour was shut.']),
    ).toMatchObject({
      published: '2023-05-04',
      from: { published: 'dateline' },
    });
    expect(
      aboutOf(['title Shut', 'paragraph On May 4, 2023 the harbour was shut - and stays so.'])
        .published,
    ).toBeNull();
  });

  it('names reporters at the end only where none stands at the head', () => {
    const tail = 'byline (Reporting by Ben Lee)';
    expect(aboutOf(['byline By Ana Reyes', TEXT, tail]).authors).toEqual(['Ana Reyes']);
    expect(aboutOf([TEXT, tail]).authors).toEqual(['Ben Lee']);
  });
});
