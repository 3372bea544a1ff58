import type { EntityType } from '../../article/schema.ts';
import type { Confidence } from '../../kernel/rule.ts';
import type { Line } from '../line.ts';
import type { NamedCandidate } from '../named.ts';
import type { Reading } from '../reading.ts';
import { CAPITAL, TOPIC } from '../traits.ts';
import { SHARED_HEADS, words } from '../vocabulary.ts';
import { rightExtent } from './extent.ts';
import { LAW_PLURALS } from './triggers.ts';

/**
 * A plural head that a list shares, labelled part by part: "Departments of Commerce, Homeland
 * Security and State". The head is put back into the parts' full names.
 */
export function shared(reading: Reading, line: Line, at: number, found: NamedCandidate[]): boolean {
  const { tokens } = line;
  const head = SHARED_HEADS.get(tokens[at]!.lower)!;
  if (!/^(?:of|for|on)$/.test(tokens[at + 1]?.text ?? '')) return false;
  const link = tokens[at + 1]!.text;
  if ((link === 'on') !== isCommittee(head)) return false;
  if (line.known[at + 2]?.value.type === 'country') return false;
  const parts = linked(line, at + 1);
  let place = parts.length > 0 ? tokens.length : at + 2;
  while (place < tokens.length) {
    if (tokens[place]?.text === 'the') place++;
    let end = place;
    while (end < tokens.length && line.isNameToken(end)) {
      end++;
      // inside a part: "Communication and Information Technology", where more parts follow
      if (
        (tokens[end]?.text === 'and' || tokens[end]?.text === '&') &&
        line.has(end + 1, CAPITAL) &&
        joinsInside(line, end)
      ) {
        end++;
      } else if (tokens[end]?.text === 'of' && line.has(end + 1, CAPITAL)) end++;
    }
    if (end === place) break;
    parts.push({ start: place, end });
    place = end;
    if (tokens[place]?.text === ',') place++;
    if (tokens[place]?.text === 'and' || tokens[place]?.text === '&') place++;
    if (place === end) break;
    if (/^the$/.test(tokens[place]?.text ?? '') && !line.has(place + 1, CAPITAL)) break;
    if (line.known[place] && line.known[place]!.value.type !== 'government_body') break;
  }
  if (parts.length === 0) return false;
  for (const [nth, { start, end }] of parts.entries()) {
    const text = reading.textOf(line, start, end);
    found.push(
      reading.candidate(
        line,
        nth === 0 ? at : start,
        end,
        head === 'University' ? 'organization' : 'government_body',
        'entities/body.shared',
        'inferred',
        null,
        `${head} ${link} ${text}`,
      ),
    );
  }
  return true;
}

const isCommittee = (head: string): boolean => head.endsWith('ommittee');

/** "Subcommittees on Ports, Roads and Rail, and on Fisheries": the parts, where each has the link. */
function linked(line: Line, link: number): { start: number; end: number }[] {
  const { tokens } = line;
  const parts: { start: number; end: number }[] = [];
  let at = link;
  while (tokens[at]?.text === tokens[link]!.text) {
    const start = tokens[at + 1]?.text === 'the' ? at + 2 : at + 1;
    const end = rightExtent(line, start);
    if (end === start) break;
    parts.push({ start, end });
    at = end;
    if (tokens[at]?.text === ',') at++;
    if (tokens[at]?.text === 'and') at++;
  }
  return parts.length > 1 ? parts : [];
}

/** Of these every committee may be one. */
const CHAMBERS = words(
  'senate house parliamentary republican democratic congressional standing joint select national state local',
);

/** "the Commerce, Treasury and State departments": the shared head stands behind its parts. */
export function sharedBehind(
  reading: Reading,
  line: Line,
  at: number,
  found: NamedCandidate[],
): boolean {
  const { tokens } = line;
  const head = SHARED_HEADS.get(tokens[at]!.lower)!;
  if (head === 'University' || head === 'Office') return false;
  const parts: { start: number; end: number }[] = [];
  let end = at;
  while (end > 0) {
    let start = end;
    while (
      start > 0 &&
      line.isNameToken(start - 1) &&
      line.known[start - 1]?.value.type !== 'country'
    )
      start--;
    if (start === end) break;
    parts.unshift({ start, end });
    const joint = tokens[start - 1]?.text;
    if (joint !== ',' && joint !== 'and' && joint !== '&') break;
    end = start - 1;
    if (joint !== ',' && tokens[end - 1]?.text === ',') end--;
  }
  if (parts.length < 2) return false;
  if (isCommittee(head) && CHAMBERS.has(tokens[at - 1]!.lower)) return false;
  for (const [nth, { start, end: last }] of parts.entries()) {
    const text = reading.textOf(line, start, last);
    found.push(
      reading.candidate(
        line,
        start,
        nth === parts.length - 1 ? at + 1 : last,
        'government_body',
        'entities/body.shared',
        'inferred',
        null,
        `${text} ${head}`,
      ),
    );
  }
  return true;
}

/** "Communication and Information Technology, External Affairs, and …": the list has commas behind. */
function joinsInside(line: Line, and: number): boolean {
  const { tokens } = line;
  let end = and + 1;
  while (end < tokens.length && line.has(end, CAPITAL)) end++;
  if (
    tokens[end]?.text === ',' &&
    (line.has(end + 1, CAPITAL) || tokens[end + 1]?.text === 'and')
  ) {
    return tokens[and - 1]!.text !== ',';
  }
  return false;
}

/** "the Oslo and Malabo Conventions", "the Data Protection and Ports Acts". */
export function sharedLaws(
  reading: Reading,
  line: Line,
  at: number,
  found: NamedCandidate[],
): void {
  const { tokens, known } = line;
  const head = LAW_PLURALS.get(tokens[at]!.lower)!;
  if (!line.has(at, CAPITAL)) return;
  const parts: { start: number; end: number }[] = [];
  let end = at;
  while (end > 0) {
    let start = end;
    while (line.isNameToken(start - 1)) start--;
    if (start === end || end - start > 4) break;
    for (let place = start; place < end; place++)
      if (
        known[place]
          ? known[place]!.value.type !== 'place' && known[place]!.by !== CAPITALS
          : !line.has(place, TOPIC)
      )
        return;
    parts.unshift({ start, end });
    const joint = tokens[start - 1]?.text;
    if (joint !== ',' && joint !== 'and' && joint !== '&') break;
    end = start - 1;
    if (joint !== ',' && tokens[end - 1]?.text === ',') end--;
  }
  const by = {
    type: 'legal_instrument',
    by: 'entities/law.shared',
    confidence: 'inferred',
  } as const;
  found.push(...partsOf(reading, line, parts, at, head, by));
}

/** Two parts or more as names of their own; the last of them has the head, at `at`, behind it. */
export function partsOf(
  reading: Reading,
  line: Line,
  parts: readonly { readonly start: number; readonly end: number }[],
  at: number,
  head: string,
  { type, by, confidence }: { type: EntityType; by: string; confidence: Confidence },
): NamedCandidate[] {
  if (parts.length < 2) return [];
  return parts.map(({ start, end }) => {
    const full = `${reading.textOf(line, start, end)} ${head}`;
    return reading.candidate(
      line,
      start,
      end === at ? at + 1 : end,
      type,
      by,
      confidence,
      null,
      full,
    );
  });
}

/** A capital that stands for its state, as far as the lists tell. */
const CAPITALS = 'entities/lexicon.capital';
