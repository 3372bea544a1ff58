import { describe, expect, test } from 'vitest';
import { entities } from '../src/entities/stage.ts';
import { sentenceOf } from '../src/sentences/sentence.ts';
import { splitSentences } from '../src/sentences/split.ts';

const stage = entities.prepare({ extra: [] });

/** Each line is a block; a line that begins with "#" a heading. */
function find(...lines: string[]) {
  const text = lines.join('\n\n').replaceAll('# ', '');
  const sentences: ReturnType<typeof sentenceOf>[] = [];
  let from = 0;
  for (const [block, line] of lines.entries()) {
    const plain = line.replace('# ', '');
    for (const { start, end } of splitSentences(text, from, from + plain.length))
      sentences.push(
        sentenceOf(text, {
          start,
          end,
          index: sentences.length,
          block,
          kind: plain === line ? 'paragraph' : 'heading',
        }),
      );
    from += plain.length + 2;
  }
  const meta = { id: 'x', sha256: '', hints: null, title: null, published: null, url: null };
  return stage({ ...meta, text, source: null, blocks: [], sentences });
}

const told = (...lines: string[]): string[] =>
  find(...lines).map(({ text, type }) => `${text}: ${type}`);
const named = (...lines: string[]): string[] =>
  find(...lines).map(({ text, name }) => (text === name ? text : `${text} = ${name}`));

describe('persons', () => {
  test('speak under their initials, defined or not', () => {
    expect(
      named(
        'Petra Lind-Oduya (PLO), director of the port, met Henrik Saar.',
        'HS: How did the trouble begin, and was a PC to blame?',
        'PLO: We knew at once.',
      ),
    ).toEqual([
      'Petra Lind-Oduya',
      'PLO = Petra Lind-Oduya',
      'Henrik Saar',
      'HS = Henrik Saar',
      'PLO = Petra Lind-Oduya',
    ]);
  });

  test.each([
    ['Brig Farhan Oduya (retired) agreed.', 'Farhan Oduya'],
    ['Lt Gen (retd) Mahinda Oduvere agreed.', 'Mahinda Oduvere'],
    ['Cllr Oduvere agreed.', 'Oduvere'],
    ['It is late, Ms van Oduvere said.', 'van Oduvere'],
    ['The Special Agent in Charge Kenneth Oduvere agreed.', 'Kenneth Oduvere'],
    ['We thank President Benigno S. Oduvere Jr. for it.', 'Benigno S. Oduvere Jr.'],
    [
      'The Minister for Transport, Trade and Information Technology Gavro Oduvere agreed.',
      'Gavro Oduvere',
    ],
  ])('stand behind their ranks and offices: %s', (text, name) => {
    expect(told(text)).toEqual([`${name}: person`]);
  });

  test('a field behind an office is no person, nor is a debate', () => {
    expect(told('They sat through the General Debate.')).toEqual([]);
    expect(told('The Minister for Ports and Information Technology agreed.')).toEqual([]);
  });
});

describe('laws', () => {
  test.each([
    ['The CFAA-1986 is old.', 'CFAA-1986'],
    ['They passed HB 1147 at last.', 'HB 1147'],
    ['It breaks the Ferry Safety Act-2031.', 'Ferry Safety Act-2031'],
    [
      'The 2031–2035 National Ferry Safety Strategy is out.',
      '2031–2035 National Ferry Safety Strategy',
    ],
    [
      'The National Ferry Safety Strategy 2031-2035 is out.',
      'National Ferry Safety Strategy 2031-2035',
    ],
  ])('have their years with them: %s', (text, name) => {
    expect(told(text)).toEqual([`${name}: legal_instrument`]);
  });

  test('are written small in a headline', () => {
    expect(
      named(
        '# National ferry safety strategy at last',
        'The National Ferry Safety Strategy is out.',
      ),
    ).toEqual([
      'National ferry safety strategy',
      'National Ferry Safety Strategy = National ferry safety strategy',
    ]);
    expect(told('# A national ferry safety strategy', 'The National Ferry Act is out.')).toEqual([
      'National Ferry Act: legal_instrument',
    ]);
  });
});

describe('bodies', () => {
  test('of a listed body are its parts', () => {
    expect(told('The Department of Homeland Security Ports Resilience Agency said no.')).toEqual([
      'Department of Homeland Security: government_body',
      'Ports Resilience Agency: government_body',
    ]);
  });

  test.each([
    [
      'The Directorate General of Ports and Trade failed.',
      'Directorate General of Ports and Trade',
    ],
    [
      'The Communications and Information Ministry failed.',
      'Communications and Information Ministry',
    ],
    ['The Halden County School District failed.', 'Halden County School District'],
  ])('of a state: %s', (text, name) => {
    expect(told(text)).toEqual([`${name}: government_body`]);
  });

  test('go on with what they are for', () => {
    expect(told('The Study Group on Information Technology and Trade met on Monday.')).toEqual([
      'Study Group on Information Technology and Trade: organization',
    ]);
    expect(told('Officials met the Harrowgate Group on Tuesday.')).toEqual([
      'Harrowgate Group: organization',
    ]);
  });

  test('of one name in full and in letters, though no bracket says so', () => {
    expect(named('The Veldland Ferry Licensing Office is slow.', 'The VFLO agreed.')).toContain(
      'VFLO = Veldland Ferry Licensing Office',
    );
  });

  test('keep the letters of an office that the text writes the other way about', () => {
    expect(named('The Defense Department was hit.', 'The DoD agreed.')).toEqual([
      'Defense Department',
      'DoD = Defense Department',
    ]);
  });
});

describe('names that share a head', () => {
  test('are named with it', () => {
    expect(named('He signed the Budapest and Malabo Conventions.')).toEqual([
      'Budapest = Budapest Convention',
      'Malabo Conventions = Malabo Convention',
    ]);
    expect(named('Envoys of the Harrowgate and Saar administrations met.')).toEqual([
      'Harrowgate = Harrowgate administration',
      'Saar administrations = Saar administration',
    ]);
    expect(named('Envoys of the Harrowgate and the Saar administrations met.')).toHaveLength(2);
    expect(told('They held trade shows and fan Conventions.')).toEqual([]);
  });
});

describe('towns in no list', () => {
  test.each([
    ['OSTRELLIN, May 3 — A ferry sank.', ['OSTRELLIN: place']],
    ['Ostrellin, VT – April 2, 2031 – A ferry sank.', ['Ostrellin: place', 'VT: place']],
    ['The firm sits in Ostrellin, TX, and is small.', ['Ostrellin: place', 'TX: place']],
    ['UPDATE, May 3 — A ferry sank.', []],
    ['PORT SECURITY, May 3 — A ferry sank.', []],
    ['The ferry lies in Ostrellin, Norway, again.', ['Ostrellin: place', 'Norway: country']],
    ['They invested in Ferrycoin, Norway said.', ['Norway: country']],
    ['Ola Brandt, MD, said so.', ['Ola Brandt: person']],
  ])('%s', (text, names) => {
    expect(told(text)).toEqual(names);
  });
});

test('the letters in a bracket may be those of an owner', () => {
  expect(named('The Ferry Safety Division of the Ministry of Harbour Affairs (MoHA) met.')).toEqual(
    [
      'Ferry Safety Division of the Ministry of Harbour Affairs',
      'MoHA = Ministry of Harbour Affairs',
    ],
  );
});

test('a body of one word and "of" at the start of a sentence', () => {
  expect(told('Center of Research and Trade.')).toEqual([
    'Center of Research and Trade: organization',
  ]);
});

test('an article opens in capitals', () => {
  expect(told('A PHILIPPINE senator asked the NATIONAL Privacy Commission.')).toEqual([
    'PHILIPPINE: country',
    'NATIONAL Privacy Commission: government_body',
  ]);
});
