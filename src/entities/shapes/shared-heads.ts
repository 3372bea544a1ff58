import type { NamedCandidate, Reading } from '../reading.ts';
import { isCapital } from '../text.ts';
import { SHARED_HEADS } from '../vocabulary.ts';
import { isNameToken, type Line } from './extent.ts';

/**
 * A plural head that a list shares, labelled part by part: "Departments of Commerce, Homeland
 * Security and State". The head is put back into the parts' full names.
 */
export function shared(reading: Reading, line: Line, at: number, found: NamedCandidate[]): boolean {
  const { tokens, index } = line;
  const head = SHARED_HEADS.get(tokens[at]!.lower)!;
  if (tokens[at + 1]?.text !== 'of' && tokens[at + 1]?.text !== 'for') return false;
  const link = tokens[at + 1]!.text;
  if (line.known[at + 2]?.value.type === 'country') return false;
  const parts: { start: number; end: number }[] = [];
  let place = at + 2;
  while (place < tokens.length) {
    if (tokens[place]?.text === 'the') place++;
    let end = place;
    while (end < tokens.length && isNameToken(line, end)) {
      end++;
      // inside a part: "Communication and Information Technology", where more parts follow
      if (
        (tokens[end]?.text === 'and' || tokens[end]?.text === '&') &&
        isCapital(tokens[end + 1]) &&
        joinsInside(line, end)
      ) {
        end++;
      } else if (tokens[end]?.text === 'of' && isCapital(tokens[end + 1])) end++;
    }
    if (end === place) break;
    parts.push({ start: place, end });
    place = end;
    if (tokens[place]?.text === ',') place++;
    if (tokens[place]?.text === 'and' || tokens[place]?.text === '&') place++;
    if (place === end) break;
    if (/^the$/.test(tokens[place]?.text ?? '') && !isCapital(tokens[place + 1])) break;
    if (line.known[place] && line.known[place]!.value.type !== 'government_body') break;
  }
  if (parts.length === 0) return false;
  for (const [nth, { start, end }] of parts.entries()) {
    const text = reading.text.slice(tokens[start]!.start, tokens[end - 1]!.end);
    found.push(
      reading.candidate(
        index,
        nth === 0 ? at : start,
        end,
        head === 'University' ? 'organization' : 'government_body',
        'body.shared',
        'inferred',
        { full: `${head} ${link} ${text}` },
      ),
    );
  }
  return true;
}

/** "the Commerce, Treasury and State departments": the shared head stands behind its parts. */
export function sharedBehind(
  reading: Reading,
  line: Line,
  at: number,
  found: NamedCandidate[],
): boolean {
  const { tokens, index } = line;
  const head = SHARED_HEADS.get(tokens[at]!.lower)!;
  if (head === 'University' || head === 'Office') return false;
  const parts: { start: number; end: number }[] = [];
  let end = at;
  while (end > 0) {
    let start = end;
    while (
      start > 0 &&
      isNameToken(line, start - 1) &&
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
  for (const [nth, { start, end: last }] of parts.entries()) {
    const text = reading.text.slice(tokens[start]!.start, tokens[last - 1]!.end);
    found.push(
      reading.candidate(
        index,
        start,
        nth === parts.length - 1 ? at + 1 : last,
        'government_body',
        'body.shared',
        'inferred',
        { full: `${text} ${head}` },
      ),
    );
  }
  return true;
}

/** "Communication and Information Technology, External Affairs, and …": the list has commas behind. */
function joinsInside(line: Line, and: number): boolean {
  const { tokens } = line;
  let end = and + 1;
  while (end < tokens.length && isCapital(tokens[end])) end++;
  if (
    tokens[end]?.text === ',' &&
    (isCapital(tokens[end + 1]) || tokens[end + 1]?.text === 'and')
  ) {
    return tokens[and - 1]!.text !== ',';
  }
  return false;
}
