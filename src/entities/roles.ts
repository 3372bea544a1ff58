import type { NamedCandidate, Reading } from './reading.ts';
import { BODY_HEADS, OF_HEADS, words } from './vocabulary.ts';

const OFFICES = words(
  'secretary minister secretaries ministers undersecretary adviser advisor assistant coordinator commissioner envoy ambassador-at-large comptroller',
);
const BEHIND = words('secretary minister adviser advisor undersecretary');

/**
 * The name is a part of a role: "Secretary of the Treasury", "Homeland Security Secretary". A body
 * with its own head in its name ("Secretary of the Department of …") is not.
 */
export function inRole(reading: Reading, { value }: NamedCandidate): boolean {
  const { type, first, last, sentence } = value;
  if (type !== 'government_body' && type !== 'organization') return false;
  const { tokens } = reading.sentences[sentence]!;
  const head = tokens[first]!.lower;
  // a name that is itself an office
  if (
    /^(director|secretary|minister|commissioner)$/.test(head) &&
    tokens[first + 1]?.lower === 'of'
  )
    return true;
  // "Central Bank Governors": no bank is named
  if (
    tokens[first]!.text === 'Central' &&
    last - first === 2 &&
    /^Governors?$/.test(tokens[last]?.text ?? '')
  )
    return true;
  let headed = OF_HEADS.has(head);
  for (let at = first; at < last && !headed; at++)
    headed = BODY_HEADS.has(tokens[at]!.lower) && tokens[at]!.lower !== 'treasury';
  if (headed) return false;
  if (last - first === 1 && tokens[first]!.text === tokens[first]!.text.toUpperCase()) return false;
  if (BEHIND.has(tokens[last]?.lower ?? '') && tokens[last]!.text !== tokens[last]!.lower)
    return true;
  let before = first - 1;
  if (tokens[before]?.lower === 'the') before--;
  return (
    /^(of|for|to)$/.test(tokens[before]?.lower ?? '') &&
    OFFICES.has(tokens[before - 1]?.lower ?? '')
  );
}
