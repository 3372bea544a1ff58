import type { Token } from '../../language/tokens.ts';
import { anyOf } from '../../language/word-set.ts';
import type { Scene } from '../scene.ts';
import { bestMention } from './source-phrases.ts';
import { isHelping, isSpokenOfAgain, isStudy, RANK } from './telling-words.ts';

/** Somebody to whom a sentence gives its words. Token indexes; the scope is half-open. */
export interface Attribution {
  readonly name: string;
  /** A person, for pronouns later on. */
  readonly person: boolean;
  readonly at: number;
  /** The words that name it. */
  readonly start: number;
  readonly end: number;
  /** It counted by itself ("identified 51 cases") rather than told of others. */
  readonly counts: boolean;
  /** It is the study that the sentence draws on, nearer or not. */
  readonly study: boolean;
  readonly from: number;
  readonly to: number;
}

/** "Odel reports a rise", "the study estimates": read as a verb whatever the tagger has. */
export function isNamedTelling(scene: Scene, verb: number): boolean {
  const { tokens } = scene;
  if (!/s$/.test(tokens[verb]!.lower)) {
    // "experts estimate damages of"
    const next = tokens[verb + 1];
    return areTellers(tokens[verb - 1]) && next?.kind !== 'mark' && !followsNoun(next);
  }
  if (tokens[verb]!.lower === 'records') return false;
  if (isStudy(tokens[verb - 1]) || tokens[verb + 1]?.lower === 'that') return true;
  // "the centre estimates only 5%"
  const the = tokens[verb - 2]?.lower === 'the' && isSpokenOfAgain(tokens[verb - 1]);
  if (the && (tokens[verb + 1]?.kind === 'number' || opensAmount(tokens[verb + 1]))) return true;
  const which = scene.mentionAt(verb - 1);
  if (which < 0 || (RANK[scene.mentions[which]!.type] ?? 0) < 4) return false;
  const next = tokens[verb + 1];
  // "…, the Harbour Post Reports."
  if (next === undefined || next.text === '.') {
    const { start } = scene.placeOf(which);
    const first = tokens[start - 1]?.lower === 'the' ? start - 2 : start - 1;
    return tokens[first]?.text === ',';
  }
  return next !== undefined && (next.kind === 'number' || opensObject(next));
}
const areTellers = anyOf(
  `experts analysts researchers officials economists investigators scientists observers critics authorities
   police data figures statistics studies surveys estimates reports polls`,
);
const followsNoun = anyOf('of from by in on for is are was were has have and or to');
const opensAmount = anyOf('only just between around about up more less at nearly almost');
const opensObject = anyOf('that a an the more over nearly almost about some at record sharp huge');

/** "the Harbour Threat Report": a report by its title. */
export function isTitled(tokens: readonly Token[], last: number): boolean {
  const capital = (index: number) => /^\p{Lu}/u.test(tokens[index]?.text ?? '');
  return isStudy(tokens[last]) && capital(last) && capital(last - 1);
}

/** "Odel published a report on 623 incidents": what the report holds is Odel's. */
export function publisherOf(scene: Scene): Attribution | null {
  const { tokens } = scene;
  for (let at = 1; at < tokens.length; at++) {
    if (!publishes(tokens[at])) continue;
    let last = isHelping(tokens[at - 1]) ? at - 2 : at - 1;
    // "the Harbour Office (HO) published"
    if (tokens[last]?.text === ')' && tokens[last - 2]?.text === '(') last -= 3;
    const which = scene.mentionAt(last);
    const mention = scene.mentions[which];
    if (!mention || RANK[mention.type] !== 5) continue;
    for (let study = at + 1; study < Math.min(tokens.length, at + 10); study++) {
      if (!isStudy(tokens[study])) continue;
      const { start, end } = scene.placeOf(which);
      const { name } = mention;
      // "Odel released its report after the port told of 3m": that was told before
      let to = study + 1;
      while (to < tokens.length && !tellsWhen(tokens[to])) to++;
      const place = { at, start, end, counts: false, study: true, from: 0, to };
      return { name, person: false, ...place };
    }
  }
  return null;
}
const tellsWhen = anyOf('after when while as because since');
export const PUBLISHING = 'published publishes released releases issued unveiled launched';
const publishes = anyOf(PUBLISHING);

const opensSum = anyOf('( $ € £ ₹');
const isDash = anyOf('- — –');

/** "450 sites down: NTT" or "… - NTT" as a headline has it, and "NTT: 450 sites down". */
export function byColon(scene: Scene, kind: string): Attribution | null {
  if (kind !== 'title' && kind !== 'heading') return null;
  const { tokens } = scene;
  for (let index = 1; index < tokens.length - 1; index++) {
    const dash = tokens[index + 1]!.spaced && isDash(tokens[index]);
    if (tokens[index]!.text !== ':' && !dash) continue;
    if (dash && tokens.length - index > 6) continue;
    // "Odel: $3 million": a label
    if (opensSum(tokens[index + 1])) continue;
    const [start, end] = tokens.length - index <= 6 ? [index + 1, tokens.length] : [0, index];
    if (end - start > 6 || scene.mentionAt(start) < 0) continue;
    const mention = bestMention(scene, start, end);
    if (!mention) continue;
    const { name, type } = mention;
    const place = {
      at: index,
      start,
      end,
      counts: false,
      study: false,
      from: 0,
      to: tokens.length,
    };
    return { name, person: type === 'person', ...place };
  }
  return null;
}
