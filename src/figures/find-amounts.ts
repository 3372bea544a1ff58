import type { Token } from '../language/tokens.ts';
import { type Amount, between, readAmount } from './amounts.ts';
import { isLabelNumber } from './not-figures.ts';
import { bounded, outerBound, postQualifier, qualifier } from './qualifiers.ts';
import { sceneOf } from './scene.ts';

/** A bounded number without its noun. Token indexes, half-open. */
export interface FoundAmount {
  readonly start: number;
  readonly end: number;
  readonly value: Amount;
}

/** "which one", "the one": a pronoun. */
const POINTING = /^(?:which|this|that|the|no|each|every|any|another)$/;

/**
 * The numbers of a text with their bounds, whatever they count: what the rules of figures build on.
 * "more than 10 and less than 40" is one. Numbers of names, codes and telephones are passed over.
 */
export function findAmounts(tokens: readonly Token[]): FoundAmount[] {
  const scene = sceneOf(tokens);
  const found: FoundAmount[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const first = readAt(index);
    if (!first) continue;
    const joint = tokens[first.end]?.lower;
    const second = joint === 'and' || joint === 'but' ? readAt(first.end + 1) : null;
    const low = first.value.max === null ? first.value.min : null;
    const high = second && second.value.min === null ? second.value.max : null;
    if (second && low !== null && high !== null && low < high) {
      found.push({ start: index, end: second.end, value: between(low, high) });
      index = second.end - 1;
      continue;
    }
    found.push(first);
    index = first.end - 1;
  }
  return found;

  function readAt(index: number): FoundAmount | null {
    const before = qualifier.read(tokens, index);
    const start = before ? before.end : index;
    const amount = readAmount(tokens, start);
    if (!amount) return null;
    const lone = tokens[start]!.lower === 'one' && amount.end === start + 1;
    if (lone && POINTING.test(tokens[start - 1]?.lower ?? '')) return null;
    const opened = /^(?:between|from|minus|negative|-)$/.test(tokens[start]!.lower);
    if (isLabelNumber(scene, opened ? start + 1 : start, amount.end)) return null;
    const after = postQualifier.read(tokens, amount.end);
    // "about five hundred or more"
    const behind = after && (!before || before.value === 'about') ? after : null;
    const bound = behind?.value ?? before?.value ?? outerBound(tokens, index);
    const end = behind ? behind.end : amount.end;
    return { start: index, end, value: bounded(amount.value, bound) };
  }
}
