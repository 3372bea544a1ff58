import { knownTag } from '../language/words.ts';
import { usable } from './names.ts';
import type { NamedCandidate, Reading } from './reading.ts';
import type { Line } from './shapes/extent.ts';
import { isCapital } from './text.ts';
import { THING_HEADS, TITLES, words } from './vocabulary.ts';

/*
 * Capitalised sequences that nothing has typed: what stands around all their mentions is added up.
 * Bodies act, own and are dealt with; products are used, run and patched.
 */

/** Behind a name these tell that it is a thing. */
const OF_THINGS = words(
  `software server servers app apps application applications library vulnerability vulnerabilities flaw flaws bug bugs
  protocol format file files api algorithm platform version versions device devices browser plugin toolkit tool tools
  system systems code client clients feature features exploit exploits patch patches update updates installer command
  commands script scripts language cookie cookies address addresses account accounts chip chips key keys function method
  technique framework model models service services database module modules phone phones router routers`,
);
const DEALS = words(
  'by with from against between via at joined acquired sued hired bought told fined hit targeted breached',
);

/** Evidence from which on a sequence is taken for an organisation. */
const ENOUGH = 2;

/** What firms do and programs do not. */
const ACTS =
  /^(?:said|says|announced|advised|advises|told|declined|apologi[sz]ed|agreed|denied|confirmed|disclosed|acquired|sued|hired|paid|refused|urged|warned|warns|employs|promised|admitted|acknowledged|notified|offered|reported|argued|discontinued|should|must)$/;

interface Sequence {
  readonly places: { line: Line; start: number; end: number }[];
  evidence: number;
  inside: boolean;
}

/** Organisations by the sum of their mentions' company. `taken`: all that is found so far. */
export function findLeftovers(
  reading: Reading,
  lines: readonly Line[],
  taken: readonly NamedCandidate[],
): NamedCandidate[] {
  const covered = new Set<number>();
  for (const { value } of taken)
    for (let at = value.first; at < value.last; at++) covered.add(value.sentence * 4096 + at);
  const sequences = new Map<string, Sequence>();
  for (const line of lines) {
    if (reading.casings[line.index] !== 'usual') continue;
    const { tokens, index } = line;
    for (let at = 0; at < tokens.length; at++) {
      if (!isCapital(tokens[at]) || covered.has(index * 4096 + at)) continue;
      let end = at;
      while (end < tokens.length && isCapital(tokens[end]) && !covered.has(index * 4096 + end))
        end++;
      const start = at;
      at = end;
      if (end - start > 3 || isCapital(tokens[end]) || isCapital(tokens[start - 1])) continue;
      if (tokens[start]!.text.length < 3 || !usable(line, { start, end }, 3)) continue;
      const key = tokens
        .slice(start, end)
        .map(({ text }) => text)
        .join(' ');
      let sequence = sequences.get(key);
      if (!sequence) {
        sequence = { places: [], evidence: 0, inside: false };
        sequences.set(key, sequence);
      }
      sequence.places.push({ line, start, end });
      sequence.inside ||= !line.startsClause(start);
      sequence.evidence += evidenceOf(line, start, end);
    }
  }
  const found: NamedCandidate[] = [];
  for (const { places, evidence, inside } of sequences.values()) {
    if (!inside || places.length < 2 || evidence < ENOUGH) continue;
    for (const { line, start, end } of places)
      found.push(reading.candidate(line.index, start, end, 'organization', 'leftover', 'guessed'));
  }
  return found;
}

function evidenceOf({ tokens }: Line, start: number, end: number): number {
  const before = tokens[start - 1]?.lower ?? '';
  const next = tokens[end];
  const after = next?.lower ?? '';
  let evidence = 0;
  if (/^(?:the|a|an|this|that|these|each|every|any|of|in|on|using|use|run|into)$/.test(before))
    evidence -= 1;
  if (DEALS.has(before)) evidence += 1;
  if (OF_THINGS.has(after) || THING_HEADS.has(after) || TITLES.has(before)) evidence -= 3;
  if (after === "'s") evidence += 0.5;
  if (ACTS.test(after)) evidence += 1.5;
  else if (next?.kind === 'word' && /^(?:PastTense|PresentTense)$/.test(knownTag(after) ?? ''))
    evidence += 0.25;
  if (next?.kind === 'number' || after === '(' || (after === '-' && !next!.spaced)) evidence -= 1;
  return evidence;
}
