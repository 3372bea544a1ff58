import type { NamedCandidate } from './named.ts';
import type { Reading } from './reading.ts';
import { BODY_HEAD, CAPITAL, OF_HEAD, UPPER } from './traits.ts';
import { words } from './vocabulary.ts';

const OFFICES = words(
  'secretary minister secretaries ministers undersecretary adviser advisor assistant coordinator commissioner envoy ambassador-at-large comptroller',
);
const HOLDERS = words('director secretary minister commissioner');
const BEHIND = words('secretary minister adviser advisor undersecretary');

/**
 * The name is a part of a role: "Secretary of the Treasury", "Homeland Security Secretary". A body
 * with its own head in its name ("Secretary of the Department of …") is not.
 */
export function inRole(reading: Reading, { value }: NamedCandidate): boolean {
  const { type, first, last, sentence } = value;
  if (type !== 'government_body' && type !== 'organization') return false;
  const line = reading.lines[sentence]!;
  const { tokens } = line;
  const head = tokens[first]!.lower;
  // a name that is itself an office
  if (tokens[first + 1]?.lower === 'of' && HOLDERS.has(head)) return true;
  // "Central Bank Governors": no bank is named
  if (
    tokens[first]!.text === 'Central' &&
    last - first === 2 &&
    /^Governors?$/.test(tokens[last]?.text ?? '')
  )
    return true;
  if (line.has(first, OF_HEAD)) return false;
  for (let at = first; at < last; at++)
    if (line.has(at, BODY_HEAD) && tokens[at]!.lower !== 'treasury') return false;
  if (last - first === 1 && line.has(first, UPPER)) return false;
  if (line.has(last, CAPITAL) && BEHIND.has(tokens[last]!.lower)) return true;
  let before = first - 1;
  if (tokens[before]?.lower === 'the') before--;
  return (
    /^(of|for|to)$/.test(tokens[before]?.lower ?? '') &&
    OFFICES.has(tokens[before - 1]?.lower ?? '')
  );
}
