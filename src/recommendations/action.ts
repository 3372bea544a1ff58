import type { Token } from '../language/tokens.ts';
import {
  isAdverb,
  isBaseVerb,
  isGerund,
  isInfinitiveAt,
  isParticiple,
  isPlainVerb,
  lemmaOf,
} from '../language/verbs.ts';
import { DETERMINERS, PREPOSITIONS } from './grammar-words.ts';
import { verbOfNoun } from './nominal.ts';

/** What is to be done, read from its verb on. */
export interface Action {
  /** Lemma; null where nothing says it. */
  readonly lemma: string | null;
  /** Token index of the first verb, and behind the last word read. */
  readonly at: number;
  readonly end: number;
  /** The subject undergoes it ("should be secured"). */
  readonly passive: boolean;
  /** "be" with a complement ("should be up to date"): the subject may hold the act. */
  readonly copula: boolean;
  /** "should have done": too late for advice. */
  readonly perfect: boolean;
}

/** Participles that describe what one has: "should have trained staff". */
const HAD =
  /^(?:trained|qualified|dedicated|skilled|experienced|designated|documented|written|tested|established|proven|updated|shared|improved|increased|limited|enhanced|restricted|agreed|defined|automated|integrated|detailed|guaranteed|read|cut|set|put)$/u;

const PERMITTED = new Set(
  'allowed able required expected encouraged mandated permitted empowered obliged obligated compelled urged asked willing free forced made incentivised incentivized directed instructed invited enabled bound'.split(
    ' ',
  ),
);
const EFFORTS =
  /^(?:efforts?|steps?|actions?|measures?|attempts?|initiatives?|moves?|strides|precautions?)$/u;
const EFFORT_VERBS = new Set(
  'make take undertake exert intensify redouble increase continue enhance'.split(' '),
);
const ROLES = /^(?:roles?|part)$/u;
const UTMOST = /^(?:more|everything|all|best|utmost|part|much|anything|whatever|lot|better|job)$/u;

const GIVEN = new Map([
  ['priority', 'prioritise'],
  ['consideration', 'consider'],
  ['thought', 'consider'],
  ['support', 'support'],
]);

/** Skips adverbs, negations, quotation marks and asides between commas from `at` on. */
export function skipAdverbs(tokens: readonly Token[], at: number): number {
  let index = at;
  for (;;) {
    const token = tokens[index];
    if (!token) return index;
    if (token.kind === 'word' && isAdverb(token.lower)) index++;
    else if (/^["“”*_]$/u.test(token.lower)) index++;
    else if (/^(?:,|\(|-|—)$/u.test(token.lower)) {
      const close = asideEnd(tokens, index);
      if (close === null) return index;
      index = close;
    } else if (
      token.lower === 'at' &&
      /^(?:least|once|minimum)$/u.test(tokens[index + 1]?.lower ?? '')
    )
      index += 2;
    else if (token.lower === 'as' && tokens[index + 1]?.lower === 'well') index += 2;
    else if (
      token.lower === 'in' &&
      /^(?:turn|addition|fact|particular|future|parallel)$/u.test(tokens[index + 1]?.lower ?? '')
    )
      index += 2;
    else return index;
  }
}

/** The index behind an aside of at most eight words that begins with the mark at `at`, or null. */
function asideEnd(tokens: readonly Token[], at: number): number | null {
  const mark = tokens[at]!.lower;
  const close = mark === '(' ? ')' : mark;
  if (mark === '-' && !tokens[at]!.spaced) return null;
  for (let index = at + 1; index <= at + 9 && index < tokens.length; index++) {
    if (tokens[index]!.lower === close) return index + 1;
    if (/^[.;:]$/u.test(tokens[index]!.lower)) return null;
  }
  return null;
}

/** Reads what is to be done from behind a modal or an infinitive's "to"; null where no verb stands there. */
export function readAction(tokens: readonly Token[], from: number): Action | null {
  let at = skipAdverbs(tokens, from);
  // "can, and must, play"
  if (tokens[at]?.lower === ',' && isBaseVerb(tokens[at + 1]?.lower ?? '')) at++;
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  if (token.lower === 'be') return readBe(tokens, at);
  if (token.lower === 'have') {
    const next = skipAdverbs(tokens, at + 1);
    const word = tokens[next]?.lower ?? '';
    const behind = tokens[next + 1]?.lower ?? '';
    // "should have been", "should have known that"; but "should have trained staff".
    const had = isParticiple(word) && word !== 'read' && !/^[a-z-]+s$/u.test(behind);
    if (word === 'been' || had || (isParticiple(word) && !HAD.test(word)))
      return { lemma: 'have', at, end: next + 1, passive: false, copula: false, perfect: true };
  }
  if (
    token.lower === 'get' &&
    isParticiple(tokens[at + 1]?.lower ?? '') &&
    tokens[at + 1]!.lower !== 'ahead'
  )
    return plain(tokens, at + 1, true);
  return passOver(tokens, at);
}

function readBe(tokens: readonly Token[], be: number): Action | null {
  const at = skipAdverbs(tokens, be + 1);
  const token = tokens[at];
  const word = token?.lower ?? '';
  if (PERMITTED.has(word)) {
    const to = skipAdverbs(tokens, at + 1);
    if (tokens[to]?.lower === 'to') {
      const inner = readAction(tokens, to + 1);
      if (inner) return inner;
    }
  }
  if (
    /^(?:ready|careful|sure|quick|prepared)$/u.test(word) &&
    tokens[at + 1]?.lower === 'to' &&
    word !== 'prepared'
  ) {
    const inner = readAction(tokens, at + 2);
    if (inner) return inner;
  }
  // "efforts should be made to …", "more must be done to …"
  if (/^(?:made|taken|done|undertaken)$/u.test(word) && tokens[at + 1]?.lower === 'to') {
    const inner = readAction(tokens, at + 2);
    if (inner) return { ...inner, passive: true };
  }
  // "efforts should be channelled to collaboration"
  if (
    /^(?:channelled|channeled|directed|geared|focused|focussed|devoted|dedicated)$/u.test(word) &&
    EFFORTS.test(tokens[be - 2]?.lower ?? '')
  ) {
    const purpose = purposeBehind(tokens, at + 1);
    if (purpose) return { ...purpose, passive: true };
  }
  // "priority should be given to", "consideration should be given to"
  if (/^(?:given|accorded|paid)$/u.test(word) && tokens[at + 1]?.lower === 'to') {
    for (let noun = be - 1; noun > be - 6 && noun >= 0; noun--) {
      const lemma = GIVEN.get(tokens[noun]!.lower);
      if (lemma) return { lemma, at, end: at + 2, passive: true, copula: false, perfect: false };
    }
  }
  if (isParticiple(word))
    return plain(tokens, at, !STATES.test(word) || tokens[at + 1]?.lower === 'by');
  if (isGerund(word) && !/^(?:being|going)$/u.test(word)) return plain(tokens, at, false);
  return { lemma: 'be', at: be, end: be + 1, passive: false, copula: true, perfect: false };
}

/** Base forms that end as participles do. */
const ROOTS_IN_ED =
  /^(?:heed|need|feed|bleed|speed|breed|seed|weed|embed|shed|proceed|exceed|succeed)$/u;

function plain(tokens: readonly Token[], at: number, passive: boolean): Action {
  let end = at + 1;
  let form = tokens[at]!.lower;
  // "fine-tune", "re-evaluated": the hyphen glues.
  while (
    tokens[end] &&
    !tokens[end]!.spaced &&
    tokens[end]!.lower === '-' &&
    tokens[end + 1] &&
    !tokens[end + 1]!.spaced &&
    tokens[end + 1]!.kind === 'word'
  ) {
    form += `-${tokens[end + 1]!.lower}`;
    end += 2;
  }
  const cut = form.lastIndexOf('-') + 1;
  const last = form.slice(cut);
  const lemma = form.slice(0, cut) + (ROOTS_IN_ED.test(last) ? last : lemmaOf(last));
  if ((lemma === 'back' || lemma === 'backup') && tokens[end]?.lower === 'up')
    return { lemma: 'back up', at, end: end + 1, passive, copula: false, perfect: false };
  return { lemma, at, end, passive, copula: false, perfect: false };
}

/** Participles of persons and bodies that act by themselves: "need to be prepared for". */
const STATES =
  /^(?:prepared|committed|focused|focussed|dedicated|united|engaged|involved|aligned|organised|organized|concerned)$/u;

/** The verb at `at`, or the one behind a light verb with a noun of effort. */
function passOver(tokens: readonly Token[], at: number): Action {
  const verb = lemmaOf(tokens[at]!.lower);
  // "actions that firms must take to remedy"
  if (/^(?:take|undertake|do)$/u.test(verb) && tokens[at + 1]?.lower === 'to') {
    const inner = isInfinitiveAt(tokens, skipAdverbs(tokens, at + 2))
      ? readAction(tokens, at + 2)
      : null;
    if (inner) return inner;
  }
  if (EFFORT_VERBS.has(verb)) {
    const noun = nounWithin(tokens, at + 1, EFFORTS, 5);
    const inner = noun === null ? null : purposeBehind(tokens, noun + 1);
    if (inner) return inner;
  }
  // "should move quickly to streamline"
  if (verb === 'move' || verb === 'act') {
    const to = skipAdverbs(tokens, at + 1);
    if (
      tokens[to]?.lower === 'to' &&
      to > at + (verb === 'act' ? 1 : 0) &&
      isInfinitiveAt(tokens, skipAdverbs(tokens, to + 1))
    ) {
      const inner = isPlainVerb(tokens[skipAdverbs(tokens, to + 1)]!.lower)
        ? readAction(tokens, to + 1)
        : null;
      if (inner) return inner;
    }
  }
  if (verb === 'play' || verb === 'have' || verb === 'assume' || verb === 'take') {
    const noun = nounWithin(tokens, at + 1, ROLES, 5);
    const inner = noun === null ? null : purposeBehind(tokens, noun + 1);
    if (inner) return inner;
  }
  if (verb === 'do') {
    const noun = nounWithin(tokens, at + 1, UTMOST, 3);
    if (noun !== null) {
      for (let to = noun + 1; to <= noun + 5 && to < tokens.length; to++) {
        if (
          tokens[to]!.lower !== 'to' ||
          !isBaseVerb(tokens[skipAdverbs(tokens, to + 1)]?.lower ?? '')
        )
          continue;
        const inner = readAction(tokens, to + 1);
        if (inner) return inner;
      }
    }
  }
  return plain(tokens, at, false);
}

function nounWithin(
  tokens: readonly Token[],
  from: number,
  noun: RegExp,
  reach: number,
): number | null {
  for (let at = from; at < from + reach && at < tokens.length; at++) {
    const { lower, kind } = tokens[at]!;
    if (noun.test(lower)) return at;
    if (kind !== 'word' && lower !== '-') return null;
    if (PREPOSITIONS.has(lower) || lower === 'to' || lower === 'that') return null;
  }
  return null;
}

/** "… to establish", "… towards promoting", "… in the defence of". */
function purposeBehind(tokens: readonly Token[], from: number): Action | null {
  while (/^["“‘]$/u.test(tokens[from]?.lower ?? '')) from++;
  const prep = tokens[from]?.lower ?? '';
  if (!/^(?:to|towards?|in|at|for|on|into|aimed)$/u.test(prep)) return null;
  let at = skipAdverbs(tokens, prep === 'aimed' ? from + 2 : from + 1);
  const word = tokens[at]?.lower ?? '';
  if (prep === 'to' && isInfinitiveAt(tokens, at)) return readAction(tokens, at);
  if (isGerund(word) && !isGerundAdjective(tokens, at)) return passOver(tokens, at);
  if (DETERMINERS.has(word)) at++;
  for (let end = at; end < at + 4 && end < tokens.length; end++) {
    const { lower, kind } = tokens[end]!;
    if (kind !== 'word' || PREPOSITIONS.has(lower) || lower === 'of') break;
    const lemma = verbOfNoun(lower);
    const after = tokens[end + 1];
    if (lemma && (after?.kind !== 'word' || lowerIsEdge(after.lower)))
      return { lemma, at: end, end: end + 1, passive: false, copula: false, perfect: false };
  }
  return null;
}

const lowerIsEdge = (word: string): boolean =>
  PREPOSITIONS.has(word) || /^(?:of|and|or|that|which|who|is|are|will|was|to)$/u.test(word);

const isGerundAdjective = (tokens: readonly Token[], at: number): boolean =>
  /^(?:existing|emerging|growing|ongoing|leading|lasting|sweeping|binding|pressing|overarching|far-reaching)$/u.test(
    tokens[at]!.lower,
  ) &&
  tokens[at + 1]?.kind === 'word' &&
  !DETERMINERS.has(tokens[at + 1]!.lower);

/**
 * The act that a noun phrase names, from `at` on: the verb of its head ("the rapid expansion of",
 * "sharing threat data"), or of its purpose ("a project to protect"). Null where it names a thing.
 */
export function readNominal(tokens: readonly Token[], from: number): Action | null {
  let at = skipAdverbs(tokens, from);
  while (tokens[at] && DETERMINERS.has(tokens[at]!.lower)) at = skipAdverbs(tokens, at + 1);
  const first = tokens[at];
  if (first?.kind !== 'word') return null;
  if (
    at === from &&
    ((isGerund(first.lower) && !isGerundAdjective(tokens, at)) ||
      (first.lower === 'following' && DETERMINERS.has(tokens[at + 1]?.lower ?? '')))
  )
    return passOver(tokens, at);
  let head = -1;
  for (let index = at; index < tokens.length && index < at + 10; index++) {
    const { lower, kind } = tokens[index]!;
    // "out-of-hours": one word.
    if (
      tokens[index + 1]?.lower === '-' &&
      !tokens[index + 1]!.spaced &&
      index + 2 < tokens.length
    ) {
      index++;
      continue;
    }
    if (kind === 'mark' && !/^[-"“”,]$/u.test(lower)) break;
    if (lower === ',') {
      // "fast, fair reform" and "awareness, education": adjectives, or things before an act.
      const next = tokens[index + 1]?.lower ?? '';
      if (head >= 0 && verbOfNoun(tokens[head]!.lower)) break;
      if (index >= at + 3 && (isGerund(next) || verbOfNoun(next) === null)) break;
      continue;
    }
    if (
      lower === 'of' &&
      head >= 0 &&
      /^(?:form|kind|type|sort|amount|number|degree|level|era|culture|spirit|period|age|atmosphere|series|set|package|programme|program|campaign|policy|system|regime)s?$/u.test(
        tokens[head]!.lower,
      )
    )
      continue;
    if (kind === 'word' && (lowerIsEdge(lower) || FINITE_EDGE.has(lower)) && lower !== 'and') break;
    if (lower === 'and' && head >= 0 && verbOfNoun(tokens[head]!.lower)) break;
    if (kind === 'word') head = index;
  }
  if (head < 0) return null;
  const lemma = verbOfNoun(tokens[head]!.lower);
  if (lemma)
    return { lemma, at: head, end: head + 1, passive: false, copula: false, perfect: false };
  const behind = tokens[head + 1]?.lower;
  if (behind === 'to' && isBaseVerb(tokens[head + 2]?.lower ?? ''))
    return readAction(tokens, head + 2);
  return null;
}

const FINITE_EDGE = new Set('has have had can could should must would may might'.split(' '));
