import type { Token } from '../language/tokens.ts';
import { isEdge, set } from './guards.ts';

/* Whether "today" is the day of publication and not nowadays. */

/** Things that happen on one day, in the singular. */
const EVENTS = set(
  'announcement hearing meeting decision report news ruling vote action release statement session event advisory alert indictment designation sanctions attack bombing breach agreement summit briefing conference launch arrest verdict judgment election order proceeding debate',
);

/** What somebody says or publishes: "in a statement today". */
const SPEECH = set(
  'statement speech post filing letter notice testimony interview briefing hearing ruling advisory announcement release address tweet judgment ceremony conference call vote',
);

/** Verbs of news in the past. */
const SAYING = set(
  'announced said released published issued unveiled launched reported confirmed signed introduced filed charged sanctioned warned told disclosed revealed approved adopted voted urged called indicted arrested added imposed ordered named met testified wrote launches announces releases issues reports opens says announcing releasing publishes unveils heard passed agreed delivered presented proposed submitted hosted convened joined appointed nominated sentenced pleaded extradited seized disrupted awarded welcomed hailed unsealed outlined responded declared designated endorsed condemned rejected granted dismissed upheld ruled sued fined resigned hosts welcomes marks marked produced',
);

/** The same as infinitives and participles: "will today announce", "are today releasing". */
const TO_SAY = set(
  'announce release publish issue unveil launch reveal confirm sign introduce file disclose adopt impose propose present deliver declare designate sanction convene host submit report share welcome outline',
);
const BEING_SAID = set(
  'announcing releasing publishing issuing unveiling launching revealing introducing filing imposing proposing presenting declaring designating sanctioning convening hosting submitting sharing taking signing calling shifting',
);

/** Words in front of a "today" that is a day: "from today", "we are here today". */
const DAY_BEFORE = set('here gathered begins starts opens closes expires launches earlier later');

/** Whether "today" at tokens `[start, end)` is a day: beside a verb of news. */
export function isNewsToday(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 1]?.lower ?? '';
  const after = tokens[end]?.lower ?? '';
  const front = tokens[start - 2]?.lower ?? '';
  if (after === "'s") {
    // "today's landmark ruling", but "today's threats"
    for (let index = end + 1; index <= end + 4; index++) {
      if (EVENTS.has(tokens[index]?.lower ?? '')) return true;
    }
    return false;
  }
  if (DAY_BEFORE.has(before) || SAYING.has(after)) return true;
  if (
    before === 'from' ||
    before === 'starting' ||
    before === 'beginning' ||
    before === 'effective'
  )
    return tokens[end]?.kind !== 'word' || /^(?:on|onwards?|forward|until|to)$/.test(after);
  if (before === 'of' && front === 'as') return true;
  // "comes into force today", but "in force today"
  if (before === 'force' || before === 'effect')
    return front === 'into' || /^(?:tak|took)/.test(front);
  if (SPEECH.has(before)) return /^(?:a|an|the|its|his|her|their|joint|press|news)$/.test(front);
  if (SAYING.has(before)) {
    if (!/^(?:are|is|be|being)$/.test(front)) return true;
    return front === 'be' && /^(?:to|will|must|shall)$/.test(tokens[start - 3]?.lower ?? '');
  }
  if (TO_SAY.has(before) && /^(?:will|can|to|must)$/.test(front)) return true;
  if (TO_SAY.has(after)) return /^(?:will|can|must|to|shall)$/.test(before);
  if (BEING_SAID.has(after) || BEING_SAID.has(before)) return true;
  return isTold(tokens, start, end) || opensNews(tokens, start, end);
}

/** How far behind "Today, the …" its verb may stand. */
const REACH = 24;

/** Whether the clause that "Today" begins tells news: "Today, the ministry released". */
function opensNews(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 1];
  if (before && !isEdge(tokens, start - 1) && !/^(?:so|and|but|:|that)$/.test(before.lower)) {
    return false;
  }
  for (let index = end; index < tokens.length && index < end + REACH; index++) {
    const word = tokens[index]!.lower;
    if (SAYING.has(word) || (TO_SAY.has(word) && isReady(tokens, index))) {
      return !/^(?:the|a|an|its|their|of|newly|recently|by|and)$/.test(tokens[index - 1]!.lower);
    }
    // "Today, the Office (OFO) instituted"
    if (/\p{L}{3}ed$/u.test(word) && hasSubject(tokens, index, end)) return true;
    if (BEING_SAID.has(word)) {
      return /^(?:is|are|am|'m|'re|'s|also|proudly|jointly|formally)$/.test(
        tokens[index - 1]!.lower,
      );
    }
    // "today, hackers are using"
    if (/^(?:is|are|am|'re|'m)$/.test(word) && !isNewsBehind(tokens, index + 1)) return false;
    // "has published", "has today released"
    if (/^(?:has|have)$/.test(word)) {
      return (
        isDone(tokens[index + 1]) || (isBetween(tokens[index + 1]) && isDone(tokens[index + 2]))
      );
    }
    if (/^(?:can|do|does|face|faces|use|uses|more|most|many|there)$/.test(word)) return false;
    if (/^[.;!?]$/.test(word) && tokens[index + 1]?.spaced) return false;
  }
  return false;
}

const isDone = (token: Token | undefined): boolean =>
  token?.lower.endsWith('ed') === true && SAYING.has(token.lower);
const isBetween = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:also|today|now|jointly|formally|just)$/.test(token.lower);

/** Whether a name, a bracket or a pronoun stands in front of a verb: no "based" or "led" of a noun. */
const hasSubject = (tokens: readonly Token[], index: number, end: number): boolean => {
  const before = tokens[index - 1]!;
  if (index - 1 < end || /^(?:by|on|in)$/.test(tokens[index + 1]?.lower ?? '')) return false;
  return (
    before.text === ')' ||
    /^\p{Lu}\p{L}/u.test(before.text) ||
    /^(?:we|i|he|she|they)$/.test(before.lower)
  );
};

/** Whether "are" goes on to "also releasing", "proud to". */
function isNewsBehind(tokens: readonly Token[], index: number): boolean {
  const adverb = /^(?:also|now|not|once|proudly|jointly|formally|publicly|very|so)$/;
  const at = adverb.test(tokens[index]?.lower ?? '') ? index + 1 : index;
  return BEING_SAID.has(tokens[at]?.lower ?? '') || READY.test(tokens[at]?.lower ?? '');
}

const READY = /^(?:proud|pleased|delighted|happy|excited|here|thrilled|honou?red|able|decided)$/;

/** "is proud to announce", "we announce". */
const isReady = (tokens: readonly Token[], index: number): boolean =>
  /^(?:we|i)$/.test(tokens[index - 1]!.lower) ||
  (tokens[index - 1]!.lower === 'to' && READY.test(tokens[index - 2]?.lower ?? ''));

/** Whether "today" ends a clause that tells one event: "was shut today", "must be taken today". */
function isTold(tokens: readonly Token[], start: number, end: number): boolean {
  const after = tokens[end];
  if (after?.kind === 'word' && !/^(?:in|at|by|on|after|with|to|that)$/.test(after.lower))
    return false;
  for (let index = start - 1; index >= Math.max(0, start - 7); index--) {
    const word = tokens[index]!.lower;
    if (isEdge(tokens, index) || NOWADAYS.has(word)) return false;
    if (/^(?:was|were|will|'ll|did)$/.test(word)) return true;
    if (word === 'be' && /^(?:must|to)$/.test(tokens[index - 1]?.lower ?? '')) return true;
    // "the bill passed the House today"
    if (isDone(tokens[index]) && hasDoer(tokens, index)) return true;
  }
  return false;
}

/** A noun, a name or a pronoun stands in front of a verb, nothing that makes it a participle. */
const hasDoer = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  if (before?.kind !== 'word' || before.lower.endsWith('ly')) return false;
  return !NO_DOER.has(before.lower) && !/^(?:by|in|on|at|to)$/.test(tokens[index + 1]!.lower);
};
const NO_DOER = set(
  'the a an its their his her our your this that these those most many some few several all newly often well and or of in on by for with to from as not been being be recently previously',
);

/** Words in front of a "today" that means nowadays. */
const NOWADAYS = set(
  "is are has have 's 're than still as what of do does can like until even and or how who known not never",
);

/** Nouns that make "tomorrow's" and "yesterday's" real; else they are a figure of speech. */
export const isRealDay = (tokens: readonly Token[], end: number): boolean =>
  tokens[end]?.lower !== "'s" ||
  /^(?:announcement|hearing|meeting|decision|report|news|ruling|vote|release|statement|session|event|advisory|alert|attack|election|summit|debate|arrest|arrests|indictment|breach|incident|outage|talks|strike|press|briefing)$/.test(
    tokens[end + 1]?.lower ?? '',
  );
