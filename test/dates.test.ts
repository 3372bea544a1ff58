import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateMention, Mention } from '../src/article/schema.ts';
import { civil, dayNumber, easter, weekdayOf } from '../src/dates/civil.ts';
import { dates } from '../src/dates/stage.ts';
import { sentenceOf } from '../src/sentences/sentence.ts';

const run = dates.prepare({});

/** Dates of an article whose sentences are given one by one. */
function read(
  sentences: string | readonly string[],
  published: string | null = null,
  entities: readonly Mention[] = [],
): readonly DateMention[] {
  const list = typeof sentences === 'string' ? [sentences] : sentences;
  const text = list.join(' ');
  let at = 0;
  return run({
    id: 'test',
    text,
    sha256: '',
    title: null,
    published,
    url: null,
    source: null,
    hints: null,
    about: { title: null, authors: [], published, from: {} },
    blocks: [],
    sentences: list.map((sentence, index) => {
      const start = at;
      at += sentence.length + 1;
      const end = start + sentence.length;
      return sentenceOf(text, { start, end, index, block: 0, kind: 'paragraph' });
    }),
    entities,
  });
}

const brief = (sentences: string | readonly string[], published?: string) =>
  read(sentences, published).map(({ text, value }) => [text, value]);

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

describe('the calendar', () => {
  it('counts days as the Gregorian calendar does', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(2000, 3, 1) - dayNumber(2000, 2, 28)).toBe(2);
    expect(dayNumber(1900, 3, 1) - dayNumber(1900, 2, 28)).toBe(1);
    expect(weekdayOf(dayNumber(2021, 9, 1))).toBe(2);
    expect(civil(easter(2024))).toEqual({ year: 2024, month: 3, day: 31 });
    expect(civil(easter(2019))).toEqual({ year: 2019, month: 4, day: 21 });
  });

  it('gives back the day that a number was made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (number) => {
        const { year, month, day } = civil(number);
        expect(dayNumber(year, month, day)).toBe(number);
        const utc = new Date(number * 86_400_000);
        expect([year, month, day]).toEqual([
          utc.getUTCFullYear(),
          utc.getUTCMonth() + 1,
          utc.getUTCDate(),
        ]);
      }),
    );
  });
});

describe('notations', () => {
  const day = fc
    .integer({ min: dayNumber(1951, 1, 1), max: dayNumber(2049, 12, 31) })
    .map((number) => ({ ...civil(number), weekday: WEEKDAYS[weekdayOf(number)]! }));
  const two = (value: number) => String(value).padStart(2, '0');
  const suffix = (value: number) =>
    value > 3 && value < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');

  it('reads a day back from every notation', () => {
    const notation = fc.constantFrom<
      (date: typeof day extends fc.Arbitrary<infer D> ? D : never) => string
    >(
      ({ year, month, day: of }) => `${MONTHS[month - 1]} ${of}, ${year}`,
      ({ year, month, day: of }) => `${MONTHS[month - 1]} ${of}${suffix(of)}, ${year}`,
      ({ year, month, day: of }) => `${of} ${MONTHS[month - 1]} ${year}`,
      ({ year, month, day: of }) => `the ${of}${suffix(of)} of ${MONTHS[month - 1]} ${year}`,
      ({ year, month, day: of, weekday }) => `${weekday}, ${MONTHS[month - 1]} ${of}, ${year}`,
      ({ year, month, day: of, weekday }) => `${weekday} ${of} ${MONTHS[month - 1]} ${year}`,
      ({ year, month, day: of }) => `${MONTHS[month - 1]!.slice(0, 3)}. ${of}, ${year}`,
      ({ year, month, day: of }) => `${of} ${MONTHS[month - 1]!.slice(0, 3)} ${year}`,
      ({ year, month, day: of }) => `${of}-${MONTHS[month - 1]!.slice(0, 3)}-${year}`,
      ({ year, month, day: of }) => `${year}-${two(month)}-${two(of)}`,
      ({ year, month, day: of }) => `${year}/${two(month)}/${two(of)}`,
      ({ year, month, day: of }) => `${two(of)}.${two(month)}.${year}`,
    );
    fc.assert(
      fc.property(day, notation, fc.constantFrom('on', 'since', 'by'), (date, write, word) => {
        const words = write(date);
        const found = read(`The bureau was closed ${word} ${words} and reopened.`);
        expect(found.map(({ text }) => text)).toEqual([words]);
        expect(found[0]).toMatchObject({
          type: 'date',
          value: `${date.year}-${two(date.month)}-${two(date.day)}`,
          relative: false,
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('reads months, quarters, halves, seasons, years and decades back', () => {
    const year = fc.integer({ min: 1951, max: 2049 });
    const notation = fc.constantFrom<(year: number, part: number) => [string, string]>(
      (of, part) => [`${MONTHS[part]} ${of}`, `${of}-${two(part + 1)}`],
      (of, part) => [`${MONTHS[part]} of ${of}`, `${of}-${two(part + 1)}`],
      (of, part) => {
        const quarter = part % 4;
        const words = ['first', 'second', 'third', 'fourth'][quarter];
        return [
          `the ${words} quarter of ${of}`,
          `${of}-${two(quarter * 3 + 1)}/${of}-${two(quarter * 3 + 3)}`,
        ];
      },
      (of, part) => [
        `Q${(part % 4) + 1} ${of}`,
        `${of}-${two((part % 4) * 3 + 1)}/${of}-${two((part % 4) * 3 + 3)}`,
      ],
      (of, part) => [
        `H${(part % 2) + 1} ${of}`,
        `${of}-${two((part % 2) * 6 + 1)}/${of}-${two((part % 2) * 6 + 6)}`,
      ],
      (of, part) => [
        `the ${['spring', 'summer', 'autumn', 'winter'][part % 4]} of ${of}`,
        `${of}-${21 + (part % 4)}`,
      ],
      (of) => [`${of}`, `${of}`],
      (of) => [`early ${of}`, `${of}-01/${of}-04`],
      (of) => [`mid-${of}`, `${of}-05/${of}-08`],
      (of) => [`late ${of}`, `${of}-09/${of}-12`],
      (of) => [`the end of ${of}`, `${of}-12`],
      (of) => [`the ${of - (of % 10)}s`, `${Math.floor(of / 10)}X`],
      (of) => [`${of}-${of + 3}`, `${of}/${of + 3}`],
      (of) => [`${of} to ${of + 3}`, `${of}/${of + 3}`],
      (of, part) => [
        `${MONTHS[part]} ${of} to ${MONTHS[part]} ${of + 1}`,
        `${of}-${two(part + 1)}/${of + 1}-${two(part + 1)}`,
      ],
    );
    fc.assert(
      fc.property(year, fc.nat(11), notation, (of, part, write) => {
        const [words, value] = write(of, part);
        expect(brief(`The office was idle during ${words}.`)).toEqual([[words, value]]);
      }),
      { numRuns: 1500 },
    );
  });

  it('reads lengths back', () => {
    const units: [string, (count: number) => string][] = [
      ['hour', (count) => `PT${count}H`],
      ['day', (count) => `P${count}D`],
      ['week', (count) => `P${count}W`],
      ['month', (count) => `P${count}M`],
      ['year', (count) => `P${count}Y`],
      ['decade', (count) => `P${count * 10}Y`],
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 400 }),
        fc.constantFrom(...units),
        (count, [unit, iso]) => {
          expect(brief(`It lay idle for ${count} ${unit}s.`)).toEqual([
            [`${count} ${unit}s`, iso(count)],
          ]);
          expect(brief(`A ${count}-${unit} truce began.`)).toEqual([
            [`${count}-${unit}`, iso(count)],
          ]);
          expect(read(`In the past ${count} ${unit}s it grew.`)).toMatchObject([
            {
              text: `the past ${count} ${unit}s`,
              type: 'duration',
              value: iso(count),
              relative: true,
            },
          ]);
        },
      ),
    );
  });
});

describe('what relative dates hang on', () => {
  it('is the publication', () => {
    const found = brief(
      'Last year, in October, and on Friday they met; next month they vote.',
      '2021-07-14',
    );
    expect(found).toEqual([
      ['Last year', '2020'],
      ['October', '2020-10'],
      ['Friday', '2021-07-09'],
      ['next month', '2021-08'],
    ]);
  });

  it('is the date said before for "the following", "that" and "the previous"', () => {
    expect(brief('It was set up in 2011 and opened the following year.', '2016-01-01')).toEqual([
      ['2011', '2011'],
      ['the following year', '2012'],
    ]);
    expect(
      brief(['It was founded in March 2012.', 'It closed in October of that year.'], '2016-01-01'),
    ).toEqual([
      ['March 2012', '2012-03'],
      ['October of that year', '2012-10'],
    ]);
    expect(brief('It struck on 30 April 2020 and again the next day.', '2021-01-01')).toEqual([
      ['30 April 2020', '2020-04-30'],
      ['the next day', '2020-05-01'],
    ]);
  });

  it("is the text's own day where no publication is known, and nothing where there is none", () => {
    expect(brief(['GENEVA, 4 May 2020.', 'Talks ended yesterday.'])).toEqual([
      ['4 May 2020', '2020-05-04'],
      ['yesterday', '2020-05-03'],
    ]);
    expect(read('Talks ended last week.')).toMatchObject([
      { text: 'last week', value: null, relative: true, confidence: 'inferred' },
    ]);
  });

  it('is the item of a list that has the month, the week or the year', () => {
    expect(brief('Panels sit on 17, 18 and 19 July.', '2021-06-10')).toEqual([
      ['17', '2021-07-17'],
      ['18', '2021-07-18'],
      ['19 July', '2021-07-19'],
    ]);
    expect(brief('Panels sat on May 3rd, 4th, and 5th of last year.', '2021-06-10')).toEqual([
      ['May 3rd', '2020-05-03'],
      ['4th', '2020-05-04'],
      ['5th of last year', '2020-05-05'],
    ]);
    expect(brief('Panels sit on Monday and Tuesday of next week.', '2021-06-10')).toEqual([
      ['Monday', '2021-06-14'],
      ['Tuesday of next week', '2021-06-15'],
    ]);
    expect(brief('It fell in 2019, 2020 and 2021, last year and this.', '2022-06-10')).toEqual([
      ['2019', '2019'],
      ['2020', '2020'],
      ['2021', '2021'],
      ['last year', '2021'],
      ['this', '2022'],
    ]);
    expect(brief('On May 3, 4 clients left; on May 3 and 4 banks shut.', '2021-06-10')).toEqual([
      ['May 3', '2021-05-03'],
      ['May 3', '2021-05-03'],
    ]);
  });

  it('is no story that reaches to the present', () => {
    expect(brief(['It has grown since July 2013.', 'It shut in August.'], '2019-11-15')).toEqual([
      ['July 2013', '2013-07'],
      ['August', '2019-08'],
    ]);
  });

  it('goes by the tense', () => {
    const value = (sentence: string) => read(sentence, '2021-07-14')[0]?.value;
    expect(value('The council met in September.')).toBe('2020-09');
    expect(value('The council will meet in September.')).toBe('2021-09');
    expect(value('The rules are due by 1 March.')).toBe('2022-03-01');
    expect(value('The panel heard them on Thursday.')).toBe('2021-07-08');
    expect(value('The panel will hear them on Thursday.')).toBe('2021-07-15');
    expect(value('It will be told to the whole staff on Friday, the chair said.')).toBe(
      '2021-07-16',
    );
    expect(value('It dropped its plans for a float on June 30 after doubts.')).toBe('2021-06-30');
    expect(value('He would repeat the claim in a chat on May 13.')).toBe('2021-05-13');
    expect(value('Come November, the old rule goes.')).toBe('2021-11');
  });
});

describe('what is none', () => {
  it.each([
    'They may march in a second to see the sun fall.',
    'Version 10.3.1, section 2016, port 2021 and CVE-2021-44228 are named.',
    'Call 555-2019 or +1 (202) 555-2020.',
    'Over 2000 hosts and up to 1950 users were hit.',
    'For years, in recent months, over the past few weeks and in the long term nothing changed.',
    'Now and then, these days, at this time, as of late, he is 45 years old.',
    'Costs rise by $2 million a year, and 30 attacks are seen every day.',
    'Banks close over Christmas.',
  ])('%s', (sentence) => {
    expect(brief(sentence, '2021-07-14')).toEqual([]);
  });

  it('a year inside a name', () => {
    const text = 'The 2022 Widget Act came first.';
    const name: Mention = {
      start: 4,
      end: 19,
      text: '2022 Widget Act',
      type: 'legal_instrument',
      name: 'Widget Act',
    };
    expect(read(text, null, [name])).toEqual([]);
    expect(brief('Its 2020 Internet Crime Report was long.')).toEqual([]);
  });
});

describe('any text', () => {
  it('neither throws nor gives an offset that does not fit', () => {
    const word = fc.constantFrom(
      ...'the of in on May March 5 12 2020 2021 31 first second week month year years last next this early mid - – to and , . : / early end between from a quarter half Q1 FY21 Monday 10:30 pm 1990 s every ago nineties'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.constantFrom(' ', '', ' ')), { maxLength: 25 }),
        fc.constantFrom('2021-07-14', null),
        (parts, published) => {
          const text = parts.flat().join('').trim() || 'x';
          let end = 0;
          for (const label of read(text, published)) {
            expect(label.start).toBeGreaterThanOrEqual(end);
            expect(text.slice(label.start, label.end)).toBe(label.text);
            end = label.end;
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
