import type { Token } from '../language/tokens.ts';
import type { Stretch } from './stretch.ts';

/** What a sentence's dates may hang on besides its own words. */
export interface Context {
  /** Day number of the publication, or of the text's own date; null where there is neither. */
  readonly published: number | null;
  /** The last date of the sentences before, and how many sentences ago; null where there is none. */
  readonly before: Said | null;
  /** The last dates of the sentences before, the last first. */
  readonly earlier: readonly Stretch[];
  /** Dates found so far in this sentence, in the order in which they begin. */
  readonly seen: Seen[];
  /** Dates inside of longer ones are wanted too. */
  readonly nested: boolean;
}

/** A date of this sentence. Offsets are token indexes, half-open. */
export interface Seen {
  readonly start: number;
  readonly end: number;
  readonly stretch: Stretch;
  /** It is an item of a list whose later items hang on it: "July 4" of "July 4, 5 and 6". */
  readonly listed?: boolean;
}

export interface Said {
  readonly stretch: Stretch;
  /** Sentences ago, and one more where a paragraph has ended. */
  readonly distance: number;
}

/** A context for one sentence. `published` is a day number. */
export const contextOf = (
  published: number | null,
  before: Said | null = null,
  earlier: readonly Stretch[] = [],
  nested = false,
): Context => ({
  published,
  before,
  earlier,
  seen: [],
  nested,
});

/** The date that stands last before token `index` in its sentence; of several the longest. */
export function saidBefore(context: Context, index: number): Stretch | null {
  let best: Context['seen'][number] | undefined;
  for (const each of context.seen) {
    if (each.end > index) continue;
    if (!best || each.end > best.end || (each.end === best.end && each.start < best.start)) {
      best = each;
    }
  }
  return best?.stretch ?? null;
}

/** The date before token `index` in this sentence or the ones before it. */
export const previousDate = (context: Context, index: number): Stretch | null =>
  saidBefore(context, index) ?? context.before?.stretch ?? null;

export type Tense = 'past' | 'future' | null;

const FUTURE: ReadonlySet<string> = new Set(
  "will 'll shall upcoming forthcoming schedule scheduled slated due expected expects expect plans planning intends intend aims going hopes deadline takes comes enters begins starts kicks expires ends opens closes meets convenes returns runs must should need needs ahead required effective ready prepares prepare preparing gearing".split(
    ' ',
  ),
);

const PAST: ReadonlySet<string> = new Set(
  'was were had did said told took came went began gave made met saw held found hit wrote left got became led paid sent spoke sought stole struck won lost broke ran set fell rose grew put shut spent "'.split(
    ' ',
  ),
);

const NOT_PAST: ReadonlySet<string> = new Set(
  'need speed exceed proceed succeed indeed feed seed breed bleed embed united red shed hundred proposed planned supposed based needed bed'.split(
    ' ',
  ),
);

/** A verb behind a date belongs to it less often than one in front. */
const BEHIND = 2.5;

/** "postponed to" and the like set a date that is to come. */
const SET =
  /^(?:re)?scheduled$|^(?:moved|postponed|delayed|pushed|back|extended|set|slated|planned|deferred)$/;

const DEADLINE: ReadonlySet<string> = new Set(['by', 'until', 'till', 'before']);

/**
 * Whether the words around tokens `[start, end)` speak of the past or of what is to come: the
 * nearest cue decides, one behind the date counting as 2.5 times as far. Null without a cue.
 */
export function tenseAt(tokens: readonly Token[], from: number, end: number): Tense {
  const start = listStart(tokens, from);
  const before = tokens[start - 1]?.lower ?? '';
  if (/^(?:to|until|till|for)$/.test(before) && SET.test(tokens[start - 2]?.lower ?? '')) {
    return 'future';
  }
  // "come November"
  if (before === 'come') return 'future';
  let best: Tense = null;
  let distance = Number.POSITIVE_INFINITY;
  for (let index = start - 1; index >= 0 && start - index < distance; index--) {
    const cue = cueOf(tokens, index);
    if (cue) {
      best = cue;
      distance = start - index;
    }
  }
  for (let index = end; index < tokens.length && (index - end + 1) * BEHIND < distance; index++) {
    // ", the minister said": who reports is no part of the clause
    if (tokens[index]!.text === ',' && isReport(tokens, index + 1)) break;
    const cue = cueOf(tokens, index);
    if (cue) {
      best = cue;
      distance = (index - end + 1) * BEHIND;
    }
  }
  if (best === null && DEADLINE.has(before)) return 'future';
  return best;
}

/** Where the days begin that are listed in front of one: "17, 18 and 19 July" has one tense. */
function listStart(tokens: readonly Token[], from: number): number {
  let start = from;
  for (let at = from - 1; at > 0; at--) {
    const { kind, lower, text } = tokens[at]!;
    if (kind === 'number' && text.length <= 2) start = at;
    else if (!LISTED.has(lower)) break;
  }
  return start;
}

const LISTED: ReadonlySet<string> = new Set([',', 'and', 'or', '&', 'the', 'st', 'nd', 'rd', 'th']);

const REPORTING =
  /^(?:said|says|told|added|announced|wrote|explained|noted|confirmed|reported|tweeted|stated)$/;

/** Whether a clause of reporting stands at a token: "Smith said", "the head of the bank told". */
function isReport(tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < from + 7; index++) {
    const token = tokens[index];
    if (!token || token.text === ',') return false;
    if (REPORTING.test(token.lower)) return true;
  }
  return false;
}

/** Words in front of "plans" and "needs" that make them nouns. */
const OWNERS: ReadonlySet<string> = new Set(
  "its their his her our your my the these those no any such of 's for with and".split(' '),
);

/** Verbs behind "would" that tell of what is planned, not of what came later. */
const WOULD: ReadonlySet<string> = new Set(
  'be begin start take expire come end apply enter go open run last vote meet resume need require phase cease stop launch have not also allow'.split(
    ' ',
  ),
);

function cueOf(tokens: readonly Token[], index: number): Tense {
  const token = tokens[index]!;
  if (token.kind !== 'word') return null;
  const word = token.lower;
  // "which take effect on", "go into effect", but "took effect"
  if (word === 'effect' || word === 'force') {
    for (let back = 1; back <= 3; back++) {
      const verb = tokens[index - back]?.lower ?? '';
      if (/^(?:takes?|taking|goes|go|going|comes?|coming|enters?|entering)$/.test(verb))
        return 'future';
    }
    return null;
  }
  if (FUTURE.has(word)) {
    // "once expected in May"
    if (tokens[index - 1]?.lower === 'once') return null;
    const noun = word === 'plans' || word === 'needs' || word === 'runs' || word === 'hopes';
    return noun && OWNERS.has(tokens[index - 1]?.lower ?? '') ? null : 'future';
  }
  // "it would end on 5 May", but "years later he would repeat on 5 May"
  if (word === 'would') return WOULD.has(tokens[index + 1]?.lower ?? '') ? 'future' : null;
  // "will be divulged"
  if (word === 'be' && /^(?:will|shall|must|should|'ll)$/.test(tokens[index - 1]?.lower ?? ''))
    return 'future';
  if (word === 'to' && /^(?:is|are)$/.test(tokens[index - 1]?.lower ?? '')) return 'future';
  if (word === 'be' && tokens[index - 1]?.lower === 'to') return 'future';
  const past = PAST.has(word) || (word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word));
  // "will be published", "is held": the auxiliary tells, not the participle
  return past && !/^(?:be|is|are|being|to)$/.test(tokens[index - 1]?.lower ?? '') ? 'past' : null;
}
