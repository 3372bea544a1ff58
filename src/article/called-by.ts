import type { Mention } from './schema.ts';

/** Nouns that stand with "the" for a body named before, in whose name they are. */
const BODIES: ReadonlySet<string> = new Set(
  `ministry agency bureau department bank commission committee council university fund institute centre
   center office authority foundation company group taskforce association alliance board
   court`.split(/\s+/),
);
const TYPES: ReadonlySet<string> = new Set([
  'government_body',
  'international_body',
  'organization',
]);

/**
 * The body that was named last with the noun in its name: "the ministry" after "Digital Affairs
 * Ministry".
 * @param mentionsIn the mentions of a sentence, by its index
 * @param end code unit of the text behind which no mention is looked for
 */
export function calledBy(
  noun: string,
  sentence: number,
  mentionsIn: (sentence: number) => readonly Mention[],
  end = Number.POSITIVE_INFINITY,
): Mention | null {
  if (!BODIES.has(noun)) return null;
  for (let back = sentence; back >= 0; back--) {
    const called = mentionsIn(back).findLast(
      (each) => TYPES.has(each.type) && each.end <= end && each.name.toLowerCase().includes(noun),
    );
    if (called) return called;
  }
  return null;
}
