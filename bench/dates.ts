/*
 * Dates beside other people's labels: values of calendar dates on GUM and AnnoCTR, and the cases of
 * Recognizers-Text whose kind the labelling guide knows, mapped by the table of dates-cases.ts.
 * `--errors` prints what is missed and invented. Rivals are compared where they are installed.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { DateMention } from '../src/article/schema.ts';
import { dates } from '../src/dates/stage.ts';
import { tokenize } from '../src/language/tokens.ts';
import { splitSentences } from '../src/sentences/split.ts';
import { type Case, judge, type Verdict } from './dates-cases.ts';

const SHARED = new URL('../../shared/benchmarks/', import.meta.url);

/** Something found in a text, with its value in EDTF; null where it has none. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
}

type Finder = (
  text: string,
  published: string | null,
  sentences?: readonly { start: number; end: number }[],
) => readonly Found[];

interface Gold extends Found {
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
  const sentences = (given ?? splitSentences(text, 0, text.length)).map(
    ({ start, end }, index) => ({
      start,
      end,
      index,
      block: 0,
      kind: 'paragraph' as const,
      tokens: tokenize(text, start, end),
    }),
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

const ours: Finder = (text, published, sentences) =>
  findDates(text, published, sentences).filter(({ type }) => type === 'date' || type === 'time');

/** chrono-node, where it is installed. Its dates are as precise as what it calls certain. */
async function chrono(): Promise<Finder | null> {
  try {
    const name = 'chrono-node';
    const library = (await import(name)) as {
      parse(text: string, reference?: { instant: Date; timezone: number }): ChronoResult[];
    };
    return (text, published) =>
      library
        .parse(
          text,
          published ? { instant: new Date(`${published}T12:00:00Z`), timezone: 0 } : undefined,
        )
        .flatMap(({ index, text: words, start, end }) => {
          const span = { start: index, end: index + words.length };
          return [start, ...(end ? [end] : [])].map((each) => ({
            ...span,
            value: chronoValue(each),
          }));
        });
  } catch {
    return null;
  }
}

interface ChronoResult {
  index: number;
  text: string;
  start: ChronoPart;
  end: ChronoPart | null;
}
interface ChronoPart {
  get(part: string): number | null;
  isCertain(part: string): boolean;
}

function chronoValue(part: ChronoPart): string {
  const two = (name: string) => String(part.get(name) ?? 0).padStart(2, '0');
  const year = String(part.get('year') ?? 0).padStart(4, '0');
  if (part.isCertain('day') || part.isCertain('weekday'))
    return `${year}-${two('month')}-${two('day')}`;
  return part.isCertain('month') ? `${year}-${two('month')}` : year;
}

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
  complain: (kind: string, text: Found, other?: Found) => void,
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

async function main(): Promise<void> {
  const errors = process.argv.includes('--errors');
  if (!existsSync(SHARED)) {
    console.log('bench:dates skipped: ../shared/benchmarks is not there');
    return;
  }
  const finders: Record<string, Finder> = { cyberbrief: ours };
  const rival = await chrono();
  if (rival) finders['chrono-node'] = rival;
  else console.log('chrono-node is not installed: no column of it');
  for (const [file, load] of Object.entries(corpora)) {
    const documents = load();
    const table: Record<string, Record<string, string | number>> = {};
    for (const [name, find] of Object.entries(finders)) {
      const tally: Tally = { hits: 0, found: 0, gold: 0 };
      for (const { text, dct, sentences, gold } of documents) {
        compare(find(text, dct, sentences), gold, tally, (kind, label, other) => {
          if (!errors || name !== 'cyberbrief') return;
          const words = ({ start, end }: Found) => text.slice(start, end).replace(/\s+/g, ' ');
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
  recognizers(errors);
}

const SPECS = [
  'recognizers/datetime-DateTimeModel.jsonl',
  'recognizers/datetime-DateTimeModelCalendarMode.jsonl',
  'recognizers/datetime-DateTimeModelComplexCalendar.jsonl',
  'recognizers/datetime-DateTimeModelExtendedTypes.jsonl',
];

function recognizers(errors: boolean): void {
  const table: Record<string, Record<string, number>> = {};
  const reasons = new Map<string, number>();
  for (const file of SPECS) {
    const counts: Record<string, number> = {
      cases: 0,
      mapped: 0,
      right: 0,
      wrong: 0,
      'left out': 0,
    };
    for (const each of rows(file) as Case[]) {
      const verdict: Verdict = judge(each, findDates(each.text, each.ref?.slice(0, 10) ?? null));
      counts.cases!++;
      if (verdict.kind === 'left out') {
        counts['left out']!++;
        reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
        continue;
      }
      counts.mapped!++;
      counts[verdict.kind]!++;
      if (errors && verdict.kind === 'wrong')
        console.log(`${each.id} ${JSON.stringify(each.text)}\n    ${verdict.reason}`);
    }
    table[file.replace('recognizers/datetime-', '')] = counts;
  }
  console.log('\nRecognizers-Text: cases by dates-cases.ts');
  console.table(table);
  console.log('left out because:');
  for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]))
    console.log(`  ${count}  ${reason}`);
}

await main();
