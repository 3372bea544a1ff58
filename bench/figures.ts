/*
 * Figures beside the cases of Recognizers-Text (MIT) whose kind the labelling guide knows, mapped by
 * the tables of figures-cases.ts. Prints for each file how many are mapped, right and wrong, and why
 * the others are left out, and how many of the mapped Recognizers-Text itself gets right in the same
 * run; `--errors` prints the wrong ones.
 */
import { existsSync, readFileSync } from 'node:fs';
import { findAmounts } from '../src/figures/find-amounts.ts';
import { classes, rules } from '../src/figures/rules/index.ts';
import { type Quantity, type Scene, sceneOf } from '../src/figures/scene.ts';
import { resolveOverlaps } from '../src/kernel/overlap.ts';
import { compileGrammar } from '../src/language/grammar.ts';
import { tokenize } from '../src/language/tokens.ts';
import {
  type Case,
  type Mapped,
  mapMoney,
  mapNumber,
  mapPercent,
  mapRange,
  type Wanted,
} from './figures-cases.ts';
import { peerIsRight } from './figures-peer.ts';

const SHARED = new URL('../../shared/benchmarks/recognizers/', import.meta.url);
const grammar = compileGrammar<Quantity, Scene>('figures', rules, classes);

/** What the rules find of one kind. */
function ofKind(text: string, kind: string): Wanted[] {
  const scene = sceneOf(tokenize(text));
  return resolveOverlaps(grammar.find(scene.visible, scene))
    .filter(({ value }) => value.kind === kind)
    .map(({ start, end, value }) => ({
      start,
      end,
      min: value.min,
      max: value.max,
      comparator: value.comparator,
      unit: value.unit,
    }));
}

/** Numbers without regard to what they count, and shares. */
function numbers(text: string): Wanted[] {
  const tokens = tokenize(text);
  const shares = ofKind(text, 'percent').filter(({ unit }) => unit === 'percent');
  const bare = findAmounts(tokens)
    .map(({ start, end, value }) => ({
      start: tokens[start]!.start,
      end: tokens[end - 1]!.end,
      min: value.min,
      max: value.max,
      comparator: value.comparator as string,
      unit: null,
    }))
    .filter((each) => !shares.some((share) => share.start < each.end && each.start < share.end));
  // a range of the ratio "2 in 5" is judged by its numbers
  return [...shares.filter(({ min, max }) => (min ?? max) !== null), ...bare];
}

interface Sheet {
  readonly file: string;
  map(each: Case): Mapped;
  find(text: string): readonly Wanted[];
  /** Comparators are judged; elsewhere only the numbers are, as the specs tell no bound. */
  readonly bounds: boolean;
}

const SHEETS: readonly Sheet[] = [
  { file: 'numbers-NumberModel.jsonl', map: mapNumber, find: numbers, bounds: false },
  {
    file: 'numbers-NumberRangeModel.jsonl',
    map: mapRange,
    find: (text) => numbers(text),
    bounds: true,
  },
  {
    file: 'numbers-PercentModel.jsonl',
    map: mapPercent,
    find: (text) => ofKind(text, 'percent'),
    bounds: false,
  },
  {
    file: 'units-CurrencyModel.jsonl',
    map: mapMoney,
    find: (text) => ofKind(text, 'money'),
    bounds: false,
  },
];

const same = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.abs(a));

function isRight(sheet: Sheet, wanted: readonly Wanted[], found: readonly Wanted[]): boolean {
  // in the file of ranges plain numbers are not told
  const rest = found.filter(
    (each) =>
      !sheet.bounds ||
      each.comparator !== 'exact' ||
      wanted.some((want) => want.start < each.end && each.start < want.end),
  );
  if (rest.length !== wanted.length) return false;
  return wanted.every((want) =>
    rest.some((each) => {
      if (each.end <= want.start || want.end <= each.start || each.unit !== want.unit) return false;
      if (sheet.bounds) {
        const equal = same(each.min, want.min) && same(each.max, want.max);
        return equal && each.comparator === want.comparator;
      }
      return same(each.min ?? each.max, want.min);
    }),
  );
}

function main(): void {
  if (!existsSync(SHARED)) {
    console.log('bench:figures skipped: ../shared/benchmarks/recognizers is not here');
    return;
  }
  for (const sheet of SHEETS) {
    const cases = readFileSync(new URL(sheet.file, SHARED), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Case);
    let right = 0;
    let mapped = 0;
    let peer: number | null = 0;
    const left = new Map<string, number>();
    const wrong: string[] = [];
    for (const each of cases) {
      const target = sheet.map(each);
      if ('reason' in target) {
        left.set(target.reason, (left.get(target.reason) ?? 0) + 1);
        continue;
      }
      mapped++;
      const theirs = peerIsRight(sheet.file, each);
      peer = theirs === null || peer === null ? null : peer + (theirs ? 1 : 0);
      const found = sheet.find(each.text);
      if (isRight(sheet, target.wanted, found)) right++;
      else {
        const told = found.map(({ min, max, comparator, unit }) => [min, max, comparator, unit]);
        const asked = target.wanted.map(({ min, max, comparator }) => [min, max, comparator]);
        wrong.push(`  ${each.id} wanted ${JSON.stringify(asked)} found ${JSON.stringify(told)}`);
      }
    }
    const share = mapped === 0 ? '-' : `${((right / mapped) * 100).toFixed(1)} %`;
    console.log(
      `${sheet.file}: ${cases.length} cases, ${mapped} mapped, ${right} right, ${mapped - right} wrong (${share}); ` +
        (peer === null
          ? 'Recognizers-Text: no function for these in its JavaScript package'
          : `Recognizers-Text ${peer} right`),
    );
    for (const [reason, count] of left) console.log(`  left out ${count}: ${reason}`);
    if (process.argv.includes('--errors')) for (const line of wrong) console.log(line);
  }
}

main();
