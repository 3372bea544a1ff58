import type { Token } from '../../language/tokens.ts';
import {
  isBaseVerb,
  isGerund,
  isImperativeAt,
  isPlainVerb,
  skipMarks,
} from '../../language/verbs.ts';
import { readAction } from '../action.ts';
import { type CueRule, madeCue } from '../cue.ts';
import { DETERMINERS, FINITE, PREPOSITIONS } from '../grammar-words.ts';

/** What a page asks of its reader, and openings of a story: no advice. */
const PAGE = new Set(
  `click subscribe sign follow see visit contact welcome imagine picture suppose recall compare thank
  accept stay tune learn discover keep get request enable engage find check try register book explore watch listen download browse log-in login scroll tap swipe share tweet email join
  read enjoy note meet say let look take think go come remember make`.split(/\s+/),
);

/** Whether the imperative at `at` only speaks to the reader of the page or is a figure of speech. */
function addressesPage(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]!.lower;
  if (!PAGE.has(word)) return false;
  const next = tokens[at + 1]?.lower ?? '';
  const rest = tokens
    .slice(at + 1, at + 8)
    .map(({ lower }) => lower)
    .join(' ');
  switch (word) {
    case 'sign':
      return /^(?:up|in|here)/u.test(rest);
    case 'follow':
      return /^(?:us|me|@|along|our|the (?:author|link|conversation|discussion))|on (?:twitter|facebook|linkedin|x)/u.test(
        rest,
      );
    case 'see':
    case 'read':
      return !/^(?:that|to)/u.test(rest);
    case 'visit':
    case 'contact':
    case 'download':
    case 'email':
    case 'listen':
    case 'join':
      return (
        /^(?:us|me|our|the (?:author|newsroom|website|site|page|link|conversation|event)|here|now|https?|www|to )/u.test(
          rest,
        ) || /@|https?|\.(?:com|org|gov)/u.test(rest)
      );
    case 'share':
      return /^(?:this|on|via|your (?:thoughts|story|comments))/u.test(rest);
    case 'learn':
    case 'discover':
    case 'find':
    case 'explore':
      return /^(?:more|out|how|why|our|the full)/u.test(rest);
    case 'keep':
      return /^(?:reading|scrolling|up with the latest)/u.test(rest);
    case 'get':
      return /^(?:in (?:touch|contact)|started|the latest|your (?:free|copy)|our|a (?:free|demo))/u.test(
        rest,
      );
    case 'request':
    case 'book':
    case 'register':
    case 'try':
      return /^(?:your|a (?:free|demo)|now|here|today|our|for free)/u.test(rest);
    case 'enable':
      return /^(?:javascript|cookies)/u.test(rest);
    case 'engage':
      return /^with (?:us|our)/u.test(rest);
    case 'check':
      return /^(?:out|back)/u.test(rest);
    case 'stay':
      return /^(?:tuned|with us)/u.test(rest);
    case 'watch':
      return /^(?:this|the (?:video|full)|now|here|live)/u.test(rest);
    case 'note':
      return true;
    case 'let':
      return !/^(?:us|'s)$/u.test(next);
    case 'take':
      return /^(?:,|the (?:example|case)|for (?:example|instance)|a look|note|heart|it from|part in|this|[A-Z])/u.test(
        rest,
      );
    case 'look':
      return /^(?:at|no further|around|back)/u.test(rest);
    case 'think':
      return true;
    case 'go':
      return /^(?:to|here|back)/u.test(rest);
    case 'make':
      return /^no mistake/u.test(rest);
    case 'remember':
      return !/^to /u.test(rest);
    case 'say':
    case 'come':
    case 'meet':
      return true;
    default:
      return true;
  }
}

/** Openers behind whose comma an imperative may come. */
const LEADS =
  /^(?:if|when|where|whenever|wherever|once|before|after|while|until|unless|as|to|for|in|at|by|on|with|within|during|additionally|also|then|next|finally|first|second|third|firstly|secondly|lastly|similarly|instead|meanwhile|again|moreover|furthermore|likewise|otherwise|alternatively|remember|and|so|further|immediately|since|because|rather|above|wherever|prior|upon|from|through|following|beyond|aside|apart|importantly|ideally|whatever|regardless|now|at)$/u;
const BEFORE =
  /^(?:please|also|always|then|next|instead|just|simply|and|but|or|so|first|finally|immediately|only|regularly|periodically|routinely|carefully|promptly|strictly|proactively|clearly|continuously|consistently|frequently|never)$/u;

/** Where the sentence's imperative begins, or -1. */
export function imperativeAt(tokens: readonly Token[]): number {
  let at = skipMarks(tokens, 0);
  at = skipMarker(tokens, at);
  const start = at;
  while (BEFORE.test(tokens[at]?.lower ?? '') && at < start + 3) {
    at++;
    if (tokens[at]?.lower === ',') at++;
  }
  at = skipMarks(tokens, at);
  if (opens(tokens, at)) return at;
  const lead = tokens[start]?.lower ?? '';
  const isLead = LEADS.test(lead) || /ly$/u.test(lead);
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
    const colon = (lower === ':' || dash) && index - start <= 9;
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
    if (colon && !finiteBefore(tokens, start, index) && opens(tokens, verb)) return verb;
    if (
      comma &&
      (isPlainVerb(tokens[verb]?.lower ?? '') || firmly(tokens, verb)) &&
      opens(tokens, verb)
    ) {
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
    return (
      isBaseVerb(tokens[at + (word === 'do' ? 2 : 1)]?.lower ?? '') ||
      tokens[at + 1]?.lower === 'be'
    );
  if (word === 'do' || word === 'have' || word === 'did')
    return (
      word === 'have' &&
      DETERMINERS.has(next) &&
      !/^(?:you|we|they)$/u.test(next) &&
      !/\?/u.test(tokens.at(-1)?.lower ?? '')
    );
  if (word === 'be')
    return /^(?:aware|sure|careful|prepared|vigilant|wary|cautious|ready|alert|suspicious|on|skeptical|sceptical|transparent|proactive)$/u.test(
      next,
    );
  return isImperativeAt(tokens, at);
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

export const imperatives: readonly CueRule[] = [
  {
    id: 'let-us',
    patterns: ["let us|'s", 'let ’s'],
    make({ start, end: behind }, tokens) {
      const end = /^(?:first|now|then|all|also|instead)$/u.test(tokens[behind]?.lower ?? '')
        ? behind + 1
        : behind;
      const before = tokens[start - 1];
      if (
        before &&
        before.kind === 'word' &&
        !/^(?:so|and|but|then|please|now|instead)$/u.test(before.lower)
      )
        return null;
      if (
        /^(?:be|not|face|see|say|look|hope|start|begin|assume|take|try|recall|suppose|imagine|remember|consider|talk|turn|call|return|go|just|dive|get|explore)$/u.test(
          tokens[end]?.lower ?? '',
        )
      ) {
        const word = tokens[end]!.lower;
        const next = tokens[end + 1]?.lower ?? '';
        if (!/^(?:not|start|begin|take|go|turn|get|be)$/u.test(word)) return null;
        if (/^(?:honest|clear|frank|real|forget|back|look|with|a|to|into|this|at)$/u.test(next))
          return null;
      }
      const action = readAction(tokens, end);
      return action ? madeCue(tokens, 'medium', action, null, { end: action.end }) : null;
    },
    examples: [
      {
        text: 'So let’s mend the fences together.',
        finds: [{ text: 'let’s mend', strength: 'medium', action: 'mend' }],
      },
      { text: 'Let us build a common lab.', finds: [{ text: 'Let us build', action: 'build' }] },
      { text: 'Let us be honest about the costs.', finds: [] },
      { text: 'The guards let us pass.', finds: [] },
      { text: "Let's look at the numbers.", finds: [] },
    ],
  },
  {
    id: 'imperative',
    patterns: ['<verb>', "don't|never|please|be|do"],
    make({ start }, tokens) {
      if (start > 48 || !mayOpen(tokens, start)) return null;
      const at = imperativeAt(tokens);
      if (at < 0 || at !== start) return null;
      const word = tokens[at]!.lower;
      if (word === 'let' || addressesPage(tokens, at)) return null;
      if (tokens.at(-1)?.lower === '?' || tokens.at(-2)?.lower === '?') return null;
      if (headingLike(tokens, at)) return null;
      const not = word === "don't" || word === 'do';
      const action = readAction(tokens, word === "don't" ? at + 1 : not ? at + 2 : at);
      if (!action) return null;
      const weak = action.lemma === 'consider' || action.lemma === 'explore';
      if (weak && caseInPoint(tokens, action.end)) return null;
      return madeCue(tokens, weak ? 'weak' : 'medium', action, null, {
        start: at,
        end: action.end,
      });
    },
    examples: [
      {
        text: 'Rotate the signing keys every month.',
        finds: [{ text: 'Rotate', strength: 'medium', action: 'rotate', who: '' }],
      },
      {
        text: '2. Segment old devices away from the main network.',
        finds: [{ text: 'Segment', action: 'segment' }],
      },
      {
        text: 'By noon on Friday, ensure that all gateways are patched.',
        finds: [{ text: 'ensure', action: 'ensure' }],
      },
      {
        text: 'Please tell your suppliers about the change.',
        finds: [{ text: 'tell', action: 'tell' }],
      },
      { text: "Don't open files from strangers.", finds: [{ text: "Don't open", action: 'open' }] },
      {
        text: 'Accounts: remove those that nobody uses.',
        finds: [{ text: 'remove', action: 'remove' }],
      },
      { text: 'If a tablet is lost, wipe it at once.', finds: [{ text: 'wipe', action: 'wipe' }] },
      {
        text: 'Report suspicious calls to the help desk.',
        finds: [{ text: 'Report', action: 'report' }],
      },
      {
        text: 'Consider turning off remote printing.',
        finds: [{ text: 'Consider', strength: 'weak', action: 'consider' }],
      },
      { text: 'Back up your files every week.', finds: [{ text: 'Back up', action: 'back up' }] },
      { text: 'Never reuse a passphrase.', finds: [{ text: 'reuse', action: 'reuse' }] },
      { text: 'Click here for the full list.', finds: [] },
      { text: 'Report finds gaps in port security.', finds: [] },
      { text: 'Access to the port was cut.', finds: [] },
      { text: 'Imagine a city without power.', finds: [] },
      { text: 'Consider the case of a small clinic.', finds: [] },
      { text: 'Share prices fell on Monday.', finds: [] },
      { text: 'Make no mistake, this was planned.', finds: [] },
      { text: 'In May, trade talks were cut short.', finds: [] },
      { text: 'Control of the dam was lost.', finds: [] },
      { text: 'Subscribe to our newsletter.', finds: [] },
    ],
  },
];

/** Whether an imperative may begin at `at`: first, behind a mark, or behind small words that open. */
function mayOpen(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind === 'mark' && !tokens[at]!.spaced && !/^[*_"“‘'([•]$/u.test(before.lower))
    return false;
  return (
    before === undefined ||
    before.kind !== 'word' ||
    BEFORE.test(before.lower) ||
    /^[a-z]\.$/u.test(before.lower)
  );
}

/** "Exercise Makes an Organization Healthy": a headline in capitals with a verb of its own. */
function headingLike(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    /^\p{Lu}/u.test(next.text) &&
    /[^s]s$/u.test(next.lower) &&
    isPlainVerb(next.lower.slice(0, -1)) &&
    !isPlainVerb(tokens[at]!.lower)
  );
}

/** "Consider the case of …", "Consider this:", "Consider, for example," */
function caseInPoint(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (/^(?:,|:|what|how|that|this|these|why|for)$/u.test(word)) return true;
  if (isGerund(word)) return false;
  for (let index = at; index < at + 4; index++) {
    if (
      /^(?:case|example|fact|following|recent|story|situation|plight|scenario)$/u.test(
        tokens[index]?.lower ?? '',
      )
    )
      return true;
  }
  return PREPOSITIONS.has(word);
}
