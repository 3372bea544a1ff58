import { formFact } from '../language/form-fact.ts';
import type { Token } from '../language/tokens.ts';
import { isAdverb, isGerund, isParticiple, skipMarks } from '../language/verbs.ts';
import { finiteIn, looksFinite, skipAdverb } from './clause.ts';
import { DETERMINERS, FINITE, MODALS, PREPOSITIONS, PRONOUNS, REPORTING } from './grammar-words.ts';
import { kindOf, nounLike, OPENERS, phraseEnd, RELATIVES, type Subject } from './phrase.ts';

const ASIDE = new Set(
  'like such including however which who whom whose along together especially particularly as too for therefore meanwhile moreover furthermore though of instead in both not rather at then by with when where while once after before unless if until'.split(
    ' ',
  ),
);

const HARD = /^(?:[;:—!?“”"[\]•*]|\.{1,3}|…)$/u;

/** Whether a subject may begin behind the word or mark; most only go on with it. */
const mayPart = formFact(
  ({ kind, lower }) =>
    kind !== 'word' ||
    RELATIVES.has(lower) ||
    OPENERS.has(lower) ||
    REPORTING.has(lower) ||
    FINITE.has(lower) ||
    HARD.test(lower) ||
    /^(?:after|and|or|but)$/u.test(lower),
);

let asked: readonly Token[] | null = null;
let answers: (Subject | undefined)[] = [];

/** Finds the subject of the verb or modal at `verb`; several cues may ask for the same. */
export function subjectBefore(tokens: readonly Token[], verb: number): Subject {
  if (asked !== tokens) {
    asked = tokens;
    answers = [];
  }
  let found = answers[verb];
  if (!found) {
    found = findSubject(tokens, verb);
    answers[verb] = found;
  }
  return found;
}

function findSubject(tokens: readonly Token[], verb: number): Subject {
  let end = backOverAsides(tokens, joined(tokens, verb));
  let relative = false;
  let opener: string | null = null;
  let start = 0;
  for (let at = end - 1; at >= 0; at--) {
    const { form, lower, kind } = tokens[at]!;
    if (!mayPart(form)) continue;
    if (lower === ')') {
      while (at > 0 && tokens[at]!.lower !== '(') at--;
      continue;
    }
    if (
      HARD.test(lower) ||
      lower === '(' ||
      (lower === '-' && tokens[at]!.spaced && tokens[at + 1]?.spaced)
    ) {
      start = at + 1;
      break;
    }
    if (lower === ',') {
      if (listGoesOn(tokens, at, end)) continue;
      start = at + 1;
      break;
    }
    if (kind !== 'word') continue;
    // "what that law should say": there "that" points.
    if (
      lower === 'that' &&
      /^(?:what|how|whether|if|why|when|where|which|than)$/u.test(tokens[at - 1]?.lower ?? '')
    )
      continue;
    if (RELATIVES.has(lower) && at < end) {
      const behind = tokens[skipAdverb(tokens, at + 1)];
      const direct = at + 1 >= end;
      if (direct || (behind && looksFinite(tokens, skipAdverb(tokens, at + 1)))) {
        // The clause hangs on the words in front of it.
        if (
          lower === 'that' &&
          (at === 0 ||
            HARD.test(tokens[at - 1]!.lower) ||
            (direct && /^(?:and|but|so|because|,|if|as|or|though)$/u.test(tokens[at - 1]!.lower)))
        ) {
          start = at;
          break;
        }
        if (direct) relative = true;
        end = at;
        if (tokens[end - 1]?.lower === ',') end--;
        while (end > 0 && (tokens[end - 1]!.lower === 'in' || tokens[end - 1]!.lower === 'of'))
          end--;
        at = end;
        continue;
      }
      opener = lower;
      start = at + 1;
      if (lower !== 'that' || nounLike(tokens, at - 1)) relative = true;
      break;
    }
    if (OPENERS.has(lower) || REPORTING.has(lower)) {
      if (lower === 'think' && tokens[at + 1]?.lower.startsWith('tank')) continue;
      // "the state should": a noun behind its article.
      if (REPORTING.has(lower) && (at + 1 >= end || DETERMINERS.has(tokens[at - 1]?.lower ?? '')))
        continue;
      if (lower === 'as' && tokens[at - 1]?.lower === 'well') continue;
      if (lower === 'so' && tokens[at + 1]?.lower === '-') continue;
      opener = lower;
      start = at + 1;
      break;
    }
    if (
      lower === 'after' &&
      /^(?:come|comes|came|coming|days?|weeks?|months?|hours?|years?|shortly|just|soon|immediately)$/u.test(
        tokens[at - 1]?.lower ?? '',
      )
    ) {
      start = at + 1;
      break;
    }
    if (FINITE.has(lower)) {
      const pronoun = relativeBefore(tokens, at);
      if (pronoun === null) {
        start = at + 1;
        opener = lower;
        break;
      }
      end = pronoun;
      if (tokens[end - 1]?.lower === ',') end--;
      at = end;
      continue;
    }
    if (
      (lower === 'and' || lower === 'or' || lower === 'but') &&
      (finiteIn(tokens, clauseBefore(tokens, at), at) ||
        (tokens[at - 1]?.lower === ',' && numbered(tokens, clauseBefore(tokens, at), at)))
    ) {
      start = at + 1;
      break;
    }
  }
  start = forwardOverOpeners(tokens, start, end);
  if (start < end && PREPOSITIONS.has(tokens[start]!.lower) && tokens[start]!.lower !== 'than') {
    start = behindAdjunct(tokens, start, end);
  }
  const cut = phraseEnd(tokens, start, end);
  // "the tools they need": two phrases without anything between.
  const first = tokens[start]?.lower ?? '';
  if (cut > start + 1) {
    const last = tokens[cut - 1]!.lower;
    if (/^(?:we|you|they|it|he|she|i)$/u.test(last) && nounLike(tokens, cut - 2)) {
      // "As a nation we must": the phrase in front stands by itself.
      const apart = opener === 'as' && start < 3;
      return {
        start: cut - 1,
        end: cut,
        opener: apart ? null : opener,
        relative: !apart,
        kind: PRONOUNS.has(last) ? 'pronoun' : 'generic',
      };
    }
  }
  return { start, end: cut, opener, relative, kind: kindOf(tokens, start, cut, first) };
}

/** "can, and must, do": the first of two joined modals. */
function joined(tokens: readonly Token[], verb: number): number {
  let at = verb - 1;
  if (!/^(?:and|or|but|indeed)$/u.test(tokens[at]?.lower ?? '')) return verb;
  at--;
  if (tokens[at]?.lower === ',') at--;
  return MODALS.has(tokens[at]?.lower ?? '') ? at : verb;
}

const AUXILIARY =
  /^(?:will|would|do|does|did|may|might|have|has|had|be|been|being|is|are|was|were|'re|'ve|'ll|'d|'m)$/u;

/** Leftwards over auxiliaries, adverbs, quotes, brackets and asides between commas. */
function backOverAsides(tokens: readonly Token[], verb: number): number {
  let end = verb;
  for (;;) {
    const last = tokens[end - 1];
    if (!last) return end;
    if (AUXILIARY.test(last.lower) && end > 1) end--;
    else if (
      last.kind === 'word' &&
      isAdverb(last.lower) &&
      end > 1 &&
      !/^(?:all|both|each|more)$/u.test(last.lower)
    )
      end--;
    else if (/^["”]$/u.test(last.lower) && end < verb + 1 && tokens[end - 2]?.kind === 'word')
      end--;
    else if (/^["“”]$/u.test(last.lower) && said(tokens, end - 2) !== null)
      end = said(tokens, end - 2)!;
    else if (last.lower === ',' && said(tokens, end - 1) !== null) end = said(tokens, end - 1)!;
    else if (last.lower === ')') {
      let open = end - 1;
      while (open > 0 && tokens[open]!.lower !== '(') open--;
      if (open === 0) return end;
      end = open;
    } else if (last.lower === ',' || last.lower === '—' || (last.lower === '-' && last.spaced)) {
      let open = end - 2;
      while (open > 0 && end - open < 32 && tokens[open]!.lower !== last.lower) open--;
      const opens = tokens[open]?.lower === last.lower && open > 0;
      const first = tokens[open + 1]?.lower ?? '';
      if (
        opens &&
        (last.lower !== ',' ||
          ASIDE.has(first) ||
          isGerund(first) ||
          isParticiple(first) ||
          end - open <= 5)
      ) {
        // "A, B, and C": the commas of a list, or "First, states, too, should".
        if (last.lower === ',' && (first === 'and' || first === 'or')) return end - 1;
        end = open;
      } else return end - 1;
    } else return end;
  }
}

/** Where the frame of a quotation begins that the comma at `comma` closes (", said X, a lawyer,"), or null. */
function said(tokens: readonly Token[], comma: number): number | null {
  if (tokens[comma]?.lower !== ',') return null;
  for (let at = comma - 1; at > 0 && at > comma - 20; at--) {
    const { lower } = tokens[at]!;
    if (lower !== ',') continue;
    let verb = at + 1;
    while (/^["”]$/u.test(tokens[verb]?.lower ?? '')) verb++;
    if (REPORTING.has(tokens[verb]!.lower)) return at;
    if (at > comma - 7 && REPORTING.has(tokens[comma - 1]!.lower)) return at;
  }
  return null;
}

/** Whether the comma at `at` parts members of one list that ends in front of `end`. */
function listGoesOn(tokens: readonly Token[], at: number, end: number): boolean {
  let joined = false;
  for (let index = at + 1; index < end && index < at + 12; index++) {
    const { lower } = tokens[index]!;
    if (lower === 'and' || lower === 'or') joined = true;
    if (FINITE.has(lower) || REPORTING.has(lower)) return false;
  }
  if (!joined) return false;
  let start = at - 1;
  while (start >= 0 && at - start <= 7 && !/^(?:[,;:.—“"(])$/u.test(tokens[start]!.lower)) start--;
  if (at - start > 7) return false;
  const first = tokens[start + 1]?.lower ?? '';
  if (
    /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|today|now|here|there|yes|no)$/u.test(
      first,
    ) &&
    at - start === 2
  )
    return false;
  if (PREPOSITIONS.has(first) || OPENERS.has(first) || (isAdverb(first) && first !== 'both'))
    return false;
  if (isGerund(first) && start < 0) return true;
  if (isGerund(first) || isParticiple(first) || first === 'to') return false;
  return !finiteIn(tokens, start + 1, at) && start + 1 < at;
}

/** The relative pronoun whose clause holds the finite verb at `at`, or null. */
function relativeBefore(tokens: readonly Token[], at: number): number | null {
  for (let index = at - 1; index > 0 && at - index < 16; index--) {
    const { lower } = tokens[index]!;
    if (HARD.test(lower)) return null;
    if (lower === ',' && !RELATIVES.has(tokens[index + 1]?.lower ?? '')) return null;
    if (RELATIVES.has(lower)) {
      const subject = skipAdverb(tokens, index + 1);
      if (subject !== at && !looksFinite(tokens, subject) && lower !== 'whose') return null;
      return index > 0 && nounLike(tokens, tokens[index - 1]!.lower === ',' ? index - 2 : index - 1)
        ? index
        : null;
    }
  }
  return null;
}

/** A date or a figure closes the clause: "on 3 May, and ports should". */
const numbered = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ kind }) => kind === 'number');

function clauseBefore(tokens: readonly Token[], at: number): number {
  let start = at - 1;
  if (tokens[start]?.lower === ',') start--;
  while (start >= 0 && !/^[,;:—]$/u.test(tokens[start]!.lower)) start--;
  return start + 1;
}

/** Rightwards over conjunctions, adverbs, marks and what else opens a clause. */
function forwardOverOpeners(tokens: readonly Token[], from: number, end: number): number {
  let start = from;
  while (start < end) {
    const token = tokens[start]!;
    if (token.kind === 'mark') start = Math.max(start + 1, skipMarks(tokens, start));
    else if (
      /^(?:and|but|or|so|yet|nor|both|either|that|then|if|for)$/u.test(token.lower) &&
      end - start > 1
    )
      start++;
    else if (isAdverb(token.lower) && end - start > 1 && !/^(?:all|each|more)$/u.test(token.lower))
      start++;
    else break;
  }
  return start;
}

/** "In the long run governments": the phrase behind an adjunct that no comma closes. */
function behindAdjunct(tokens: readonly Token[], start: number, end: number): number {
  for (let at = end - 1; at > start + 1; at--) {
    const { lower } = tokens[at]!;
    if (
      DETERMINERS.has(lower) &&
      !PREPOSITIONS.has(tokens[at - 1]!.lower) &&
      tokens[at - 1]!.lower !== 'of'
    )
      return at;
    if (/^(?:we|you|they|it|he|she|i)$/u.test(lower)) return at;
  }
  return end - 1;
}
