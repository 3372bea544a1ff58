import { formFact } from '../../language/form-fact.ts';
import type { ReaderClass } from '../../language/pattern.ts';
import { ONLY_ONE } from '../../language/pattern-nodes.ts';
import type { Token } from '../../language/tokens.ts';
import { isBaseVerb, isImperativeAt, isPlainVerb, skipMarks } from '../../language/verbs.ts';
import { DETERMINERS, FINITE, PREPOSITIONS } from '../grammar-words.ts';

/** Openers behind whose comma an imperative may come. */
const LEADS =
  /^(?:if|when|where|whenever|wherever|once|before|after|while|until|unless|as|to|for|in|at|by|on|with|within|during|additionally|also|then|next|finally|first|second|third|firstly|secondly|lastly|similarly|instead|meanwhile|again|moreover|furthermore|likewise|otherwise|alternatively|remember|and|so|further|immediately|since|because|rather|above|wherever|prior|upon|from|through|following|beyond|aside|apart|importantly|ideally|whatever|regardless|now|at)$/u;
const BEFORE =
  /^(?:please|also|always|then|next|instead|just|simply|and|but|or|so|first|finally|immediately|only|regularly|periodically|routinely|carefully|promptly|strictly|proactively|clearly|continuously|consistently|frequently|never)$/u;

const isSmall = formFact(({ lower }) => BEFORE.test(lower));
const leads = formFact(({ lower }) => LEADS.test(lower) || lower.endsWith('ly'));

/** Whether an imperative may begin at `at`: first, behind a mark, or behind small words that open. */
function mayOpen(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return true;
  if (before.kind === 'mark') return tokens[at]!.spaced || /^[*_"“‘'([•]$/u.test(before.lower);
  return before.kind !== 'word' || isSmall(before.form) || /^[a-z]\.$/u.test(before.lower);
}

let asked: readonly Token[] | null = null;
let answer = -1;

/** Where the sentence's imperative begins, or -1. Many words of a sentence may ask: one is told. */
export function imperativeAt(tokens: readonly Token[]): number {
  if (asked !== tokens) {
    answer = findImperative(tokens);
    asked = tokens;
  }
  return answer;
}

/** The first word of the sentence's imperative, not too far from its beginning. */
export const opening: ReaderClass = {
  starts: ({ kind, lower }) =>
    (kind === 'word' && isBaseVerb(lower)) || /^(?:don't|never|please|be|do)$/u.test(lower),
  second: ONLY_ONE,
  read: (tokens, index) =>
    index <= 48 && mayOpen(tokens, index) && imperativeAt(tokens) === index
      ? { end: index + 1, value: null }
      : null,
};

function findImperative(tokens: readonly Token[]): number {
  let at = skipMarks(tokens, 0);
  at = skipMarker(tokens, at);
  const start = at;
  while (at < start + 3 && at < tokens.length && isSmall(tokens[at]!.form)) {
    at++;
    if (tokens[at]?.lower === ',') at++;
  }
  at = skipMarks(tokens, at);
  if (opens(tokens, at)) return at;
  const isLead = start < tokens.length && leads(tokens[start]!.form);
  // Behind a lead-in: "By Friday, ensure …", "If you can, disable …", "Passwords: change …".
  for (let index = start; index < tokens.length - 1 && index < start + 45; index++) {
    const { lower } = tokens[index]!;
    if (lower === ';' || (lower === '.' && index > start)) {
      if (index - start > 10) return -1;
      continue;
    }
    const dash =
      lower === '—' ||
      (lower === '-' && tokens[index]!.spaced && tokens[index + 1]?.spaced === true);
    const colon = (lower === ':' || dash) && index - start <= 11;
    const comma = lower === ',' && isLead;
    if (comma && /^(?:and|or)$/u.test(tokens[index - 1]!.lower)) return -1;
    if (!colon && !comma) continue;
    const next = skipMarks(tokens, index + 1);
    let verb = next;
    while (
      /^(?:please|also|then|always|never|immediately|first|consider|only)$/u.test(
        tokens[verb]?.lower ?? '',
      ) &&
      tokens[verb]!.lower !== 'consider'
    )
      verb++;
    if (
      colon &&
      (!finiteBefore(tokens, start, index) || announces(tokens, start, index)) &&
      opens(tokens, verb)
    )
      return verb;
    if (
      comma &&
      (isPlainVerb(tokens[verb]?.lower ?? '') || firmly(tokens, verb)) &&
      opens(tokens, verb)
    ) {
      if (clauseIn(tokens, start, index) || pastBehind(tokens, verb)) return -1;
      // "If you have X, Y and Z, …": a list inside the lead-in goes on with a base form rarely.
      return verb;
    }
    if (comma && /^(?:don't)$/u.test(tokens[verb]?.lower ?? '')) return verb;
    if (comma && tokens[verb]?.lower === 'do' && tokens[verb + 1]?.lower === 'not') return verb;
    // Where the main clause begins with a subject, what comes behind is no imperative.
    if (comma && !goesOnLeading(tokens, next, index, start)) return -1;
  }
  return -1;
}

/** "The advice is plain:", "If a device cannot be patched:", "It is this:" */
function announces(tokens: readonly Token[], start: number, colon: number): boolean {
  if (/^(?:if|when|where|once|before|after|until|unless)$/u.test(tokens[start]!.lower)) return true;
  if (
    /^(?:this|simple|clear|plain|obvious|straightforward|same|following|blunt|unchanged|familiar)$/u.test(
      tokens[colon - 1]!.lower,
    )
  )
    return true;
  return tokens
    .slice(start, colon)
    .some(({ lower }) =>
      /^(?:advice|advise|advises|advised|message|lesson|rule|recommendation|recommends?|urges?|urged|plea|guidance|takeaway|must|should|answer|remedy|tip)$/u.test(
        lower,
      ),
    );
}

/** "Take out the top five and the mean drops": the order is a condition. */
export function conditional(tokens: readonly Token[], at: number): boolean {
  for (let and = at + 2; and < tokens.length - 2 && and < at + 14; and++) {
    const { lower } = tokens[and]!;
    if (/^[.;:—]$/u.test(lower)) return false;
    if (lower === 'or' && tokens[and - 1]!.lower === ',') {
      for (let will = and + 1; will < and + 6; will++)
        if (/^(?:will|'ll)$/u.test(tokens[will]?.lower ?? '')) return true;
    }
    if (lower !== 'and') continue;
    if (tokens[and + 1]!.lower === 'you' && isPlainVerb(tokens[and + 2]?.lower ?? '')) return true;
    const opener = tokens[and + 1]!.lower;
    if (!DETERMINERS.has(opener) && opener !== 'half') continue;
    for (let verb = and + 3; verb < and + 7; verb++) {
      const word = tokens[verb]?.lower ?? '';
      const next = tokens[verb + 1];
      if (
        /[^s]s$/u.test(word) &&
        isBaseVerb(verbOfPresent(word)) &&
        (next?.kind !== 'word' || PREPOSITIONS.has(next.lower) || next.lower === 'dark')
      )
        return (
          tokens[verb - 1]!.kind === 'word' &&
          !/[^s]s$/u.test(tokens[verb - 1]!.lower) &&
          !PREPOSITIONS.has(tokens[verb - 1]!.lower)
        );
    }
  }
  return false;
}

const verbOfPresent = (form: string): string =>
  /(?:o|sh|ch|ss|x)es$/u.test(form) ? form.slice(0, -2) : form.slice(0, -1);

/** Whether a clause with a verb of its own stands in a lead-in that is only a phrase: "Within days the gang runs, …". */
function clauseIn(tokens: readonly Token[], start: number, comma: number): boolean {
  if (!/^(?:within|in|at|by|on|for|during|from|upon|through|to|with)$/u.test(tokens[start]!.lower))
    return false;
  for (let at = start + 3; at < comma; at++) {
    const { lower } = tokens[at]!;
    const before = tokens[at - 1]!.lower;
    if (FINITE.has(lower)) return true;
    if (
      isBaseVerb(lower) &&
      /(?:[^s]s|they|we|people)$/u.test(before) &&
      DETERMINERS.has(tokens[at - 2]?.lower ?? '') &&
      tokens[at + 1]?.kind === 'word'
    )
      return true;
  }
  return false;
}

/** A past form of the main clause behind the words at `at`: they belong to the lead-in. */
function pastBehind(tokens: readonly Token[], at: number): boolean {
  for (let index = at + 1; index < tokens.length && index < at + 14; index++) {
    const { lower } = tokens[index]!;
    if (
      /^(?:[.;:,—]|that|which|who|if|when|where|what|how|as|before|after|because|since)$/u.test(
        lower,
      )
    )
      return false;
    if (/^(?:went|fell|was|were|had|did|came|became|rose|began|got|took|found)$/u.test(lower))
      return true;
  }
  return false;
}

/** Whether the lead-in goes on behind its comma: "If you can, and where it helps, …". */
function goesOnLeading(
  tokens: readonly Token[],
  next: number,
  comma: number,
  start: number,
): boolean {
  const word = tokens[next]?.lower ?? '';
  if (LEADS.test(word) && !DETERMINERS.has(word)) return true;
  if (
    /^(?:or|but|including|such|especially|particularly|like|which|who|eastern|noon|et|est|edt|gmt)$/u.test(
      word,
    ) ||
    tokens[next]?.kind === 'number'
  )
    return true;
  if (isDay(word)) return true;
  // A date or a list of nouns in the lead-in: no finite verb up to the next comma.
  for (let at = next; at < tokens.length && at < next + 8; at++) {
    const { lower } = tokens[at]!;
    if (FINITE.has(lower)) return false;
    if (lower === ',') return comma - start < 25;
  }
  return false;
}

const isDay = (word: string): boolean =>
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(
    word,
  );

function opens(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  if (word === "don't" || (word === 'do' && (next === 'not' || next === "n't")))
    return forbids(tokens, at + (word === 'do' ? 2 : 1));
  if (word === 'do' && /^(?:the|your|this|more|better|it)$/u.test(next))
    return (
      !/^\?$/u.test(tokens.at(-1)?.lower ?? '') &&
      !/^(?:the math|it yourself)/u.test(`${next} ${tokens[at + 2]?.lower}`)
    );
  if (word === 'do' || word === 'have' || word === 'did')
    return (
      word === 'have' &&
      DETERMINERS.has(next) &&
      !/^(?:you|we|they)$/u.test(next) &&
      !/\?/u.test(tokens.at(-1)?.lower ?? '')
    );
  // "capabilities, like any other": no order to like.
  if (word === 'like') return false;
  if (word === 'be')
    return /^(?:aware|sure|careful|prepared|vigilant|wary|cautious|ready|alert|suspicious|on|skeptical|sceptical|transparent|proactive|patient|honest|clear)$/u.test(
      /^(?:very|extra|especially|particularly|extremely|always|more)$/u.test(next)
        ? (tokens[at + 2]?.lower ?? '')
        : next,
    );
  return isImperativeAt(tokens, at);
}

/** What stands behind "don't": a verb, whatever the lists hold. */
function forbids(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  return (
    isBaseVerb(token.lower) ||
    token.lower === 'be' ||
    (token.text === token.lower &&
      !DETERMINERS.has(token.lower) &&
      !/^(?:i|we|you|they|he|she|it|even|so|too)$/u.test(token.lower))
  );
}

/** A base form that is a noun too, with a determiner behind it: "change that", "test your". */
const firmly = (tokens: readonly Token[], at: number): boolean =>
  isBaseVerb(tokens[at]?.lower ?? '') &&
  (DETERMINERS.has(tokens[at + 1]?.lower ?? '') ||
    /^(?:it|them|up|on|out|to)$/u.test(tokens[at + 1]?.lower ?? ''));

function finiteBefore(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (FINITE.has(tokens[at]!.lower)) return true;
  return false;
}

/** Behind a printed number or letter: "1.", "(2)", "a)", "Step 3:". */
function skipMarker(tokens: readonly Token[], from: number): number {
  const token = tokens[from];
  if (!token) return from;
  const next = tokens[from + 1];
  if (
    (token.kind === 'number' || token.lower.length <= 3) &&
    next &&
    !next.spaced &&
    /^[.):]$/u.test(next.lower)
  )
    return skipMarks(tokens, from + 2);
  if (/^[a-z]\.$/u.test(token.lower)) return skipMarks(tokens, from + 1);
  if (/^(?:step|recommendation|tip|action|rule|measure|point|priority)$/u.test(token.lower)) {
    for (let at = from + 1; at < from + 4; at++) {
      if (/^[:.—-]$/u.test(tokens[at]?.lower ?? '')) return skipMarks(tokens, at + 1);
    }
  }
  return from;
}
