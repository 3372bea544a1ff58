import { anyOf } from '../language/word-set.ts';
import { readNounPhrase, readSingularPhrase } from './noun-phrase.ts';
import type { Scene } from './scene.ts';

const leads = anyOf('from to with against versus');
const changes = anyOf('up down compared rose fell and ,');
const joins = anyOf('and or');
const isTotal = anyOf(
  'number numbers total tally count shortage shortfall backlog workforce pool list',
);
const follows = anyOf('we they you that of i');
const isEach = anyOf('one every each');
const isSingle = anyOf('one single');
const opensRange = anyOf('from between of');

/** A figure of a sentence by token indexes, with its unit where its noun stands beside it. */
export interface Placed {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly unit: string | null;
  readonly bounded: boolean;
}

/**
 * The money of a sum told without its currency ("$5 million, up from 3 million"): the index of the
 * figure before that has it, or -1.
 */
export function moneyBefore(scene: Scene, figures: readonly Placed[], which: number): number {
  const figure = figures[which]!;
  const { tokens } = scene;
  if (!leads(tokens[figure.start - 1]) || !changes(tokens[figure.start - 2])) return -1;
  for (let other = which - 1; other >= 0; other--) {
    if (figures[other]!.kind === 'money') return other;
    if (figures[other]!.kind === 'count') return -1;
  }
  return -1;
}

/**
 * The unit of a count whose noun is left out: of the whole that follows ("eight out of 55 members"),
 * of the count before it in the sentence, of "the number of …", of the thing told "for every one";
 * `before` is the unit that the sentence before counted last.
 */
export function unitLeftOut(
  scene: Scene,
  figures: readonly Placed[],
  which: number,
  before: string | null,
): string | null {
  const { tokens } = scene;
  const figure = figures[which]!;
  const counts = (other: Placed | undefined) =>
    other && (other.kind === 'count' || other.kind === 'other_measure') ? other.unit : null;
  const next = figures[which + 1];
  // "1,204 and 2,310 complaints"
  if (next && joins(tokens[figure.end])) {
    if (next.start === figure.end + 1 && counts(next)) return counts(next);
  }
  if (next && tokens[figure.end]?.lower === 'out' && next.start <= figure.end + 3) {
    return counts(next);
  }
  for (let other = which - 1; other >= 0; other--) {
    const unit = counts(figures[other]);
    if (unit && unit !== 'time') return unit;
  }
  for (let index = figure.start - 1; index > 0; index--) {
    if (tokens[index]!.lower !== 'of' || !isTotal(tokens[index - 1])) continue;
    const phrase = readNounPhrase(scene, index + 1);
    if (phrase) return phrase.unit;
  }
  if (follows(tokens[figure.end]) || !figure.bounded) {
    for (let index = figure.start - 1; index >= 0; index--) {
      if (!isEach(tokens[index]) || isSingle(tokens[index + 1])) continue;
      const phrase = readSingularPhrase(scene, index + 1);
      if (phrase) return phrase.unit;
    }
  }
  // a following count of the same list: "from 12 in May to 51 attacks in June"
  const later = figures
    .slice(which + 1)
    .map(counts)
    .find((unit) => unit !== null);
  if (later && opensRange(tokens[figure.start - 1])) return later;
  return figure.bounded ? before : null;
}
