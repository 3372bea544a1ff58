import type { Match } from '../../language/pattern.ts';
import type { Token } from '../../language/tokens.ts';
import type { Amount } from '../amounts.ts';
import { looksPlural } from '../nouns.ts';
import type { Scene } from '../scene.ts';
import { lower } from './parts.ts';

/*
 * When a number without its noun is a figure.
 */

export const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

export const REACHES =
  /^(?:rose|rise|rises|rising|fell|fall|falls|grew|grow|grows|growing|increased|increases|increase|decreased|jumped|climbed|dropped|declined|surged|soared|stands|stood|standing|totalled|totaled|totalling|totaling|reached|reaching|reach|reaches|numbered|numbering|number|hit|was|is|were|are|up|down|from|to|by|at|total|compared|against|with|only|just|another|exceeds|exceeded|topped|surpassed)$/;

/** A number without a noun is taken where it is plainly a quantity. */
export function isBareFigure(match: Match, tokens: readonly Token[], scene: Scene): boolean {
  const read = match.captures.amount!;
  const amount = read.value as Amount;
  const size = amount.min ?? amount.max ?? 0;
  const next = tokens[match.end];
  const last = lower(tokens, match.start - 1);
  const tag = scene.tags()[match.end];
  const ends =
    !next || next.kind === 'mark' || scene.dateAt(match.end) || scene.mentionAt(match.end) >= 0;
  if (amount.max === null && amount.comparator === 'at_least') {
    // "Millions are learning", "tens of thousands we need"
    if (/^(?:in|by|into|on)$/.test(last) || /^(?:more|less|and|or|-)$/.test(next?.lower ?? ''))
      return false;
    return ends || /^(?:VERB|AUX|PRON|ADP|ADV|SCONJ)$/.test(tag ?? '');
  }
  if (next?.lower === 'out' && lower(tokens, match.end + 1) === 'of') {
    return Number.isInteger(size) && !/^(?:score|rated|scored|rating|scores)$/.test(last);
  }
  if (next && looksPlural(next)) return false;
  if (match.captures.before !== undefined) {
    // "about 2", "over 9" say little by themselves: a list, a score, a part of a code
    if (
      /^(?:some|about|near|above|below|under|over|around)$/.test(lower(tokens, match.start)) &&
      size < 10
    )
      return false;
    return ends || /^(?:VERB|AUX|ADP|ADV|PRON|CCONJ|SCONJ|ADJ|DET)$/.test(tag ?? '');
  }
  const named = hasNumberOf(scene, match.start);
  if (goesOn(scene, match) || isPartOf(scene, match)) return true;
  // "40 ferries were hit; 11 sank"
  if (last === ';' && tag === 'VERB' && size >= 2 && countsBefore(scene, match.start)) return true;
  const compared = `${lower(tokens, match.start - 2)} ${last}`;
  if (/^(?:up from|down from|compared with|compared to|up to|down to|instead of)$/.test(compared)) {
    return ends || /^(?:ADP|ADV)$/.test(tag ?? '');
  }
  if (/^(?:mark|threshold|barrier|milestone)$/.test(next?.lower ?? '')) return size >= 1000;
  if (REACHES.test(last) && named) return true;
  if (/^(?:only|just|another)$/.test(last) && size >= 2) {
    const dated = /^(?:in|on|by)$/.test(lower(tokens, match.end)) && scene.dateAt(match.end + 1);
    return ends || dated || /^(?:VERB|AUX|PUNCT)$/.test(tag ?? '');
  }
  if (
    size >= 1000 &&
    /,|million|billion|thousand|crore|lakh|trillion/.test(textOf(tokens, read.start, read.end))
  ) {
    return ends || /^(?:VERB|AUX|ADP|ADV)$/.test(tag ?? '');
  }
  return false;
}

export const GOES_ON_WITH =
  /^(?:in|on|at|from|by|during|against|last|this|had|have|has|were|are|did)$/;

/** "12 victims in April, 19 in May and 31 in June": a list of counts goes on. */
export function goesOn(scene: Scene, match: Match): boolean {
  const { tokens } = scene;
  if (!/^(?:,|and|or|but|with|against|versus|;|to|from)$/.test(lower(tokens, match.start - 1)))
    return false;
  if (!GOES_ON_WITH.test(lower(tokens, match.end))) return false;
  const placed =
    scene.dateAt(match.end) ||
    scene.dateAt(match.end + 1) ||
    scene.mentionAt(match.end + 1) >= 0 ||
    scene.mentionAt(match.end + 2) >= 0;
  if (!placed) return false;
  return countsBefore(scene, match.start);
}

/** A number with its noun, or one that was told without, stands shortly before. */
export function countsBefore(scene: Scene, before: number): boolean {
  const { tokens } = scene;
  for (let index = before - 2; index > Math.max(0, before - 16); index--) {
    if (looksPlural(tokens[index]) && !scene.dateAt(index)) {
      for (let at = index; at >= Math.max(0, index - 5); at--) {
        if (tokens[at]!.kind === 'number' && !scene.dateAt(at)) return true;
        if (NUMBER_WORD.test(lower(tokens, at))) return true;
      }
    }
  }
  return false;
}

/** "Of these, nine were critical and four …", "of which 66 have signed": parts of a whole. */
export function isPartOf(scene: Scene, match: Match): boolean {
  const { tokens } = scene;
  const tag = scene.tags()[match.end];
  if (tag !== 'VERB' && tag !== 'AUX') return false;
  if (/^(?:which|whom)$/.test(lower(tokens, match.start - 1))) return true;
  for (let index = match.start - 2; index >= 0; index--) {
    if (!/^(?:these|those|them|which|whom)$/.test(lower(tokens, index))) continue;
    if (/^(?:of|among)$/.test(lower(tokens, index - 1))) return match.start - index < 24;
  }
  return false;
}

/** "the number of …", "the total", "the toll" stands before. */
export function hasNumberOf(scene: Scene, before: number): boolean {
  for (let index = 0; index < before; index++) {
    if (/^(?:number|numbers|total|tally|toll|count|figure)$/.test(scene.tokens[index]!.lower))
      return true;
  }
  return false;
}

export const textOf = (tokens: readonly Token[], start: number, end: number): string =>
  tokens
    .slice(start, end)
    .map((token) => token.lower)
    .join(' ');
