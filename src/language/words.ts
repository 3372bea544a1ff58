import { createRequire } from 'node:module';
import nlp from 'compromise/two';

/*
 * Questions about single words, answered by compromise and natural and remembered. Neither parses a
 * text here: compromise's transforms are asked for one word at a time, which costs microseconds.
 */

interface Transforms {
  noun: { toSingular(word: string, model: unknown): string };
  verb: { toInfinitive(word: string, model: unknown, tense: string): string };
}

const transform = (nlp as unknown as { methods(): { two: { transform: Transforms } } }).methods()
  .two.transform;
const model = (
  nlp as unknown as { model(): { one: { lexicon: Record<string, unknown> } } }
).model();

/** The words that compromise knows, with its tags. */
const known = model.one.lexicon;

/** natural's deep paths: its index reads files and prints lines. */
const require = createRequire(import.meta.url);
type Distance = (a: string, b: string, options?: { ignoreCase?: boolean }) => number;
let jaroWinkler: Distance | undefined;

/** Plurals that compromise turns wrongly ("data" to "datum"), and those without a singular. */
const SINGULAR = new Map<string, string>([
  ['data', 'data'],
  ['media', 'media'],
  ['series', 'series'],
  ['species', 'species'],
  ['premises', 'premises'],
  ['criteria', 'criterion'],
  ['headquarters', 'headquarters'],
]);

const remember = (answer: (word: string) => string): ((word: string) => string) => {
  const memory = new Map<string, string>();
  return (word) => {
    const before = memory.get(word);
    if (before !== undefined) return before;
    const found = answer(word);
    if (memory.size > 50_000) memory.clear();
    memory.set(word, found);
    return found;
  };
};

/** The singular of a noun in lower case: "agencies" gives "agency", "breach" gives "breach". */
export const singular = remember(
  (noun) => SINGULAR.get(noun) ?? transform.noun.toSingular(noun, model),
);

/**
 * The infinitive of a verb form in lower case: "shared", "sharing", "shares" give "share"; a word
 * that is no verb form comes back as it is.
 */
export const infinitive = remember((form) => {
  const tags = known[form];
  const tag = Array.isArray(tags) ? String(tags.at(-1)) : typeof tags === 'string' ? tags : '';
  if (tag === 'Infinitive') return form;
  const tenses = form.endsWith('ing')
    ? ['Gerund']
    : form.endsWith('s') && !form.endsWith('ss')
      ? ['PresentTense', 'PastTense', 'Participle']
      : ['PastTense', 'Participle'];
  for (const tense of tenses) {
    const found = transform.verb.toInfinitive(form, model, tense);
    if (found && found !== form) return found;
  }
  return form;
});

/** compromise's tag of a word in lower case ("MaleName", "Infinitive", "City"), or null. */
export function knownTag(word: string): string | null {
  const tags = Object.hasOwn(known, word) ? known[word] : undefined;
  return Array.isArray(tags) ? String(tags.at(-1)) : typeof tags === 'string' ? tags : null;
}

/** Jaro-Winkler similarity of two names, 0 to 1 (natural). */
export function similarity(a: string, b: string): number {
  jaroWinkler ??= require('natural/lib/natural/distance/jaro-winkler_distance.js') as Distance;
  return jaroWinkler(a, b, { ignoreCase: true });
}
