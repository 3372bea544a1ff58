import { createRequire } from 'node:module';
import type { Case } from './figures-cases.ts';

/*
 * Recognizers-Text itself on its own cases, in memory, case by case: it is slow.
 */

interface Found {
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
  readonly resolution: Readonly<Record<string, string | undefined>> | null;
}
type Recognize = (text: string, culture: string) => readonly Found[];

const suite = createRequire(import.meta.url)('@microsoft/recognizers-text-suite') as Record<
  string,
  Recognize | undefined
>;

/** Its function for a file of cases; the JavaScript package has none for ranges of numbers. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  'numbers-NumberModel.jsonl': 'recognizeNumber',
  'numbers-PercentModel.jsonl': 'recognizePercentage',
  'units-CurrencyModel.jsonl': 'recognizeCurrency',
};

/**
 * Whether Recognizers-Text finds what a case of the file expects, by value and unit, and nothing
 * else; null where it has no function for the file.
 */
export function peerIsRight(file: string, each: Case): boolean | null {
  const recognize = suite[FUNCTIONS[file] ?? ''];
  if (!recognize) return null;
  const found = recognize(each.text, 'en-us');
  if (found.length !== each.expected.length) return false;
  return each.expected.every((wanted) =>
    found.some(({ start, end, resolution }) => {
      if (!resolution || end < wanted.start || wanted.end <= start) return false;
      if ((resolution.unit ?? null) !== (wanted.resolution.unit ?? null)) return false;
      const [a, b] = [resolution.value, wanted.resolution.value].map((value) =>
        Number.parseFloat(value ?? ''),
      );
      return Math.abs(a! - b!) <= 1e-6 * Math.max(1, Math.abs(b!));
    }),
  );
}
