/*
 * Dates beside other people's labels: the cases of Recognizers-Text whose kind the labelling guide
 * knows, mapped by the table of dates-cases.ts, and values of calendar dates on GUM and AnnoCTR; each
 * beside chrono-node and Recognizers-Text itself, which takes some minutes. `--cases` prints the first
 * table alone, `--errors` what we miss and invent, `--alone` leaves the others out.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { DateMention } from '../src/article/schema.ts';
import { dates } from '../src/dates/stage.ts';
import { stretchesOf } from '../src/dates/triggers.ts';
import type { Span } from '../src/kernel/span.ts';
import { tokenize } from '../src/language/tokens.ts';
import { sentenceOf } from '../src/sentences/sentence.ts';
import { splitSentences } from '../src/sentences/split.ts';
import { type Case, judge, leftOut, readingsOf, readingsOfAnswer } from './dates-cases.ts';
import { chrono, datesOf, type Found, recognizers } from './dates-peers.ts';

const SHARED = new URL('../../shared/benchmarks/', import.meta.url);

type Finder = (
  text: string,
  published: string,
  sentences: readonly { start: number; end: number }[],
  labels: readonly Gold[],
) => readonly Found[];

interface Gold {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
  /** A label that the guide or this measure does not judge: found or not, it counts for nothing. */
  readonly ignored: boolean;
}

const rows = (file: string): unknown[] =>
  readFileSync(new URL(file, SHARED), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const run = dates.prepare({});

/** The stage alone, on sentences that are given or, for a short text, made by our splitter. */
export function findDates(
  text: string,
  published: string | null,
  given?: readonly { start: number; end: number }[],
): readonly DateMention[] {
  const sentences = (given ?? splitSentences(text, 0, text.length)).map(({ start, end }, index) =>
    sentenceOf(text, { start, end, index, block: 0, kind: 'paragraph' }),
  );
  return run({
    id: '',
    text,
    sha256: '',
    title: null,
    published,
    url: null,
    source: null,
    hints: null,
    about: { title: null, authors: [], published, from: {} },
    blocks: [],
    sentences,
    entities: [],
  });
}

const isCalendar = ({ type }: Found): boolean => type === 'date' || type === 'time';

const alone = process.argv.includes('--alone');
const library = alone ? null : chrono();
const suite = alone ? null : recognizers();

/** Each library by its name, as a finder of calendar dates in articles. */
const finders: Readonly<Record<string, Finder>> = {
  cyberbrief: (text, published, sentences) =>
    findDates(text, published, sentences).filter(isCalendar),
  ...(library && { 'chrono-node': (text, published) => library(text, published) }),
  ...(suite && {
    // it is slow: of sentences with neither a label nor anything a date begins with it is not asked,
    // which can only better its precision
    'Recognizers-Text': (text, published, sentences, labels) =>
      sentences
        .filter(
          ({ start, end }) =>
            labels.some((label) => label.start < end && start < label.end) ||
            stretchesOf(tokenize(text, start, end)).length > 0,
        )
        .flatMap(({ start, end }) =>
          datesOf(suite(text.slice(start, end), `${published}T12:00:00`)).map((each) => ({
            ...each,
            start: each.start + start,
            end: each.end + start,
          })),
        ),
  }),
};

/** Each library's reading of a case. */
const readers: Readonly<Record<string, (each: Case, file: string) => Parameters<typeof judge>[1]>> =
  {
    cyberbrief: ({ text, ref }) => findDates(text, ref?.slice(0, 10) ?? null).map(readingsOf),
    ...(library && {
      'chrono-node': ({ text, ref }) => library(text, ref?.slice(0, 10) ?? null).map(readingsOf),
    }),
    ...(suite && {
      'Recognizers-Text': ({ text, ref }, file) =>
        suite(text, ref ?? '', /Calendar/.test(file)).map((answer) =>
          readingsOfAnswer(text, answer),
        ),
    }),
  };

interface Tally {
  hits: number;
  found: number;
  gold: number;
}

/**
 * Pairs what was found with the labels by overlap. An interval that covers two labels gives each of
 * its ends to one of them, for these benchmarks label both ends of a range.
 */
function compare(
  found: readonly Found[],
  gold: readonly Gold[],
  tally: Tally,
  complain: (kind: string, text: Span & { value: string | null }, other?: Found) => void,
): void {
  const taken = new Set<Gold>();
  for (const each of found) {
    const met = gold.filter((label) => label.start < each.end && each.start < label.end);
    const judged = met.filter((label) => !label.ignored);
    if (met.length > 0 && judged.length === 0) continue;
    const ends = each.value?.split('/') ?? [];
    if (judged.length === 0) {
      tally.found += 1;
      complain('EXTRA', each);
      continue;
    }
    for (const [place, label] of judged.slice(0, ends.length > 1 ? 2 : 1).entries()) {
      tally.found += 1;
      const value = judged.length > 1 ? ends[place] : each.value;
      const same =
        day(value) === label.value ||
        (judged.length === 1 && ends.length > 1 && ends.includes(label.value!));
      if (same && !taken.has(label)) tally.hits += 1;
      else complain('DIFF', label, each);
      taken.add(label);
    }
  }
  for (const label of gold) {
    if (label.ignored) continue;
    tally.gold += 1;
    if (!taken.has(label)) complain('MISS', label);
  }
}

const day = (value: string | null | undefined): string | null => value?.replace(/T.*$/, '') ?? null;

const CALENDAR = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

interface GumRow {
  text: string;
  dct: string;
  sentences: { start: number; end: number }[];
  dates: { start: number; end: number; tag: string; when?: string }[];
}
interface AnnoRow {
  text: string;
  dct: string;
  sentences: { start: number; end: number }[];
  timexes: { start: number; end: number; type: string; value: string }[];
}

const corpora: Record<
  string,
  () => { text: string; dct: string; sentences: GumRow['sentences']; gold: Gold[] }[]
> = {
  'gum-train.jsonl': () =>
    (rows('gum-train.jsonl') as GumRow[]).map(({ text, dct, sentences, dates: labels }) => ({
      text,
      dct,
      sentences,
      gold: labels.map(({ start, end, tag, when }) => ({
        start,
        end,
        value: when ?? null,
        ignored: tag !== 'date' || !CALENDAR.test(when ?? ''),
      })),
    })),
  'annoctr-train.jsonl': () =>
    (rows('annoctr-train.jsonl') as AnnoRow[]).map(({ text, dct, sentences, timexes }) => ({
      text,
      dct,
      sentences,
      gold: timexes.map(({ start, end, type, value }) => ({
        start,
        end,
        value,
        ignored: type !== 'DATE' || !CALENDAR.test(value),
      })),
    })),
};

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function articles(errors: boolean): void {
  for (const [file, load] of Object.entries(corpora)) {
    const documents = load();
    const table: Record<string, Record<string, string | number>> = {};
    for (const [name, find] of Object.entries(finders)) {
      const tally: Tally = { hits: 0, found: 0, gold: 0 };
      for (const { text, dct, sentences, gold } of documents) {
        compare(find(text, dct, sentences, gold), gold, tally, (kind, label, other) => {
          if (!errors || name !== 'cyberbrief') return;
          const words = ({ start, end }: Span) => text.slice(start, end).replace(/\s+/g, ' ');
          const around = `${text.slice(Math.max(0, label.start - 30), label.start)}[${words(label)}]${text.slice(label.end, label.end + 25)}`;
          console.log(
            `${file} ${kind} ${label.value} ${other ? `ours "${words(other)}" ${other.value}` : ''} (${dct}) ${around.replace(/\s+/g, ' ')}`,
          );
        });
      }
      const precision = ratio(tally.hits, tally.found);
      const recall = ratio(tally.hits, tally.gold);
      table[name] = {
        precision: precision.toFixed(3),
        recall: recall.toFixed(3),
        F1: ratio(2 * precision * recall, precision + recall).toFixed(3),
        labels: tally.gold,
      };
    }
    console.log(`\n${file}: values of calendar dates`);
    console.table(table);
  }
}

const SPECS = [
  'recognizers/datetime-DateTimeModel.jsonl',
  'recognizers/datetime-DateTimeModelCalendarMode.jsonl',
  'recognizers/datetime-DateTimeModelComplexCalendar.jsonl',
  'recognizers/datetime-DateTimeModelExtendedTypes.jsonl',
];

/** How many of the mapped cases of each file each library gets right. */
function specs(errors: boolean): void {
  const table: Record<string, Record<string, number>> = {};
  const reasons = new Map<string, number>();
  for (const file of SPECS) {
    const counts: Record<string, number> = { cases: 0, 'left out': 0, mapped: 0 };
    for (const name of Object.keys(readers)) counts[name] = 0;
    for (const each of rows(file) as Case[]) {
      counts.cases!++;
      const reason = leftOut(each);
      if (reason !== null) {
        counts['left out']!++;
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        if (errors) console.log(`${each.id} left out: ${reason}: ${JSON.stringify(each.text)}`);
        continue;
      }
      counts.mapped!++;
      for (const [name, read] of Object.entries(readers)) {
        const verdict = judge(each, read(each, file));
        if (verdict.kind === 'right') counts[name]!++;
        else if (errors && name === 'cyberbrief')
          console.log(`${each.id} wrong: ${JSON.stringify(each.text)}\n    ${verdict.reason}`);
      }
    }
    table[file.replace('recognizers/datetime-', '')] = counts;
  }
  console.log('\nRecognizers-Text: its cases as mapped by dates-cases.ts, and how many are right');
  console.table(table);
  console.log('left out because:');
  for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]))
    console.log(`  ${count}  ${reason}`);
}

if (existsSync(SHARED)) {
  const errors = process.argv.includes('--errors');
  for (const [name, peer] of Object.entries({ 'chrono-node': library, 'Recognizers-Text': suite }))
    if (!peer && !alone) console.log(`${name} is not installed: no column of it`);
  specs(errors);
  if (!process.argv.includes('--cases')) articles(errors);
} else console.log('bench:dates skipped: ../shared/benchmarks is not there');
