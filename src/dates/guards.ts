import { readCardinal } from '../language/numbers.ts';
import type { Token } from '../language/tokens.ts';
import { knownTag } from '../language/words.ts';
import { MONTHS, SHORT_MONTHS, UNITS, WEEKDAYS } from './vocabulary.ts';

/* What tells a date from a word or a number that only looks like one. */

export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Prepositions and the like in front of a time. */
export const BEFORE_TIME = set(
  'in since by until till during from before after through throughout to between for around circa of as and or late early mid for into on towards toward starting beginning ending over only entire whole all past pre post',
);

const IN_TIME = set(
  'in since by until till during from before after through throughout between late early mid of as of circa starting beginning',
);

/** Words that make a number behind them a count. */
const COUNTING = set(
  'about over nearly some than least most almost approximately roughly under up only more less fewer another further',
);

/** Things whose four-digit numbers are names: versions, sections, models, codes. */
const NUMBERED = set(
  'server windows exchange office sharepoint studio sql android ios edition version v section sections sec article articles rule rules page pages pp p no nos number numbers resolution title chapter paragraph clause directive regulation form iso rfc nist sp ieee room box suite port ports extension ext route flight level model boeing airbus win project part error code id standard cvss act agenda vision horizon table figure fig appendix annex volume vol psalm helpline hotline dial dialling dialing call calling',
);

/** The last words of titles that have a year in front: a year inside a name. */
const TITLED = set(
  'report survey review index outlook olympics paralympics games cup strategy act bill summit conference forum directive regulation guidelines guide study statistics yearbook whitepaper award awards edition roadmap agenda convention congress festival assessment overview',
);

/** Short names of measures, which a year never stands in front of. */
const MEASURES = set('ft feet km m miles metres meters kg lbs mb gb tb kb mw gw kw mhz ghz rpm');

const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'word' && /^\p{Lu}/u.test(token.text);

const isLowerWord = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'word' && /^\p{Ll}/u.test(token.text);

/** Whether the number at `index` may be a year by what stands around it. */
export function looksLikeYear(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const year = Number(token.text);
  if (after && !after.spaced) {
    if (after.kind === 'word' && after.lower !== "'s") return false;
    if (['%', '/', '_', '@', '#', '+', '°', '='].includes(after.text)) return false;
    if (after.text === '.' && tokens[index + 2]?.spaced === false) return false;
    if (after.text === ':' && tokens[index + 2]?.spaced === false) return false;
    if (after.lower === '-' && tokens[index + 2]?.spaced === false) {
      const behind = tokens[index + 2]!;
      // an identifier ("2020-1350") but "2019-2021", "2019-20", "2020-based"
      if (behind.kind === 'number' && behind.text.length > 2 && !isYearText(behind.text)) {
        return false;
      }
      // "2048-bit", but "2016-era"
      if (
        behind.kind === 'word' &&
        !/^(?:era|based|style|vintage|dated|present|now|today|onwards?)$/.test(behind.lower)
      ) {
        return MONTHS.has(behind.lower) || SHORT_MONTHS.has(behind.lower);
      }
      if (tokens[index + 3]?.lower === '-' && !tokens[index + 3]!.spaced) {
        if (behind.kind === 'number') return false;
      }
    }
  }
  if (after?.spaced && (after.text === '%' || /^(?:percent|per|pct)$/.test(after.lower))) {
    if (after.lower !== 'per' || tokens[index + 2]?.lower === 'cent') return false;
  }
  if (after?.spaced && (UNITS.has(after.lower) || MEASURES.has(after.lower))) return false;
  if (before) {
    if (/^\p{Sc}$/u.test(before.text) || before.text === '§' || before.text === '№') return false;
    if (!token.spaced && /^[#/@=_.:+]$/.test(before.text)) return false;
    if (before.text === '#' && tokens[index - 2]?.text !== '#') return false;
    // "up to 2000 users", but "the years up to 2013,"
    if (before.lower === 'to' && tokens[index - 2]?.lower === 'up') {
      return year >= 1900 && year < 2100 && after?.kind !== 'word';
    }
    if (isOutOf(tokens, index)) return false;
    if (before.lower === '-' && !token.spaced && !before.spaced) {
      const front = tokens[index - 2];
      if (!front) return false;
      const compound = /^(?:pre|post|mid|late|early|since|by|end)$/.test(front.lower);
      const range =
        front.kind === 'number' && isYearText(front.text) && tokens[index - 3]?.lower !== '-';
      if (!compound && !range) return false;
    }
    if (NUMBERED.has(before.lower) && !MONTHS.has(before.lower)) return false;
    if (
      before.text === '.' &&
      /^(?:no|nos|sec|art|vol|pp|p|v)$/.test(tokens[index - 2]?.lower ?? '')
    )
      return false;
    if (
      before.text === ',' &&
      tokens[index - 2]?.kind === 'number' &&
      !before.spaced &&
      !token.spaced
    )
      return false;
  }
  if (isNameYear(tokens, index)) return false;
  // "the Data Act of 2015", "the Data Rules, 2015": the year ends a law's name
  const law = tokens[index - 2]?.text ?? '';
  if (before?.lower === 'of' && LAW.test(law)) return false;
  if (before?.text === ',' && /^(?:Rules|Act|Bill|Ordinance|Regulations|Order|Code)$/.test(law)) {
    return false;
  }
  const front = before?.lower ?? '';
  const plural = isPlural(after);
  const modern = year >= 1900 && year < 2100;
  if (COUNTING.has(front) && (plural || !modern)) return false;
  if (year > 2060 && modern && !/^(?:by|in|until|till|before|to|year|and|through|-)$/.test(front)) {
    return false;
  }
  if (!modern) {
    const chained = /^(?:and|or|to|-|,)$/.test(front) && isYearText(tokens[index - 2]?.text ?? '');
    // "the score rose from 1061 to 1128", "a score of 2072"
    if (year < 1500 && /^(?:from|to|of|between|over|after)$/.test(front)) return false;
    const noted = before?.text === '(' || before?.lower === '-' || before?.text === '.';
    return !plural && (IN_TIME.has(front) || (year < 1900 && (chained || noted)));
  }
  // "2000 servers" counts, "2016 elections" does not
  const round = year % 50 === 0 || year === 2048 || year < 1990 || year > 2035;
  if (
    plural &&
    round &&
    !IN_TIME.has(front) &&
    !/^(?:the|a|its|their|his|her|our|'s)$/.test(front)
  ) {
    return false;
  }
  // "Hume 1998)" cites
  if (after && /^[);]$/.test(after.text)) return true;
  // "Expo 2021 opened": a name with its year; "since 2019", "the US 2020 election"
  if (
    isCapital(before) &&
    index > 1 &&
    !BEFORE_TIME.has(before!.lower) &&
    !isMonthWord(before!.lower)
  ) {
    return !token.spaced || (isLowerWord(after) && !isVerb(after!.lower));
  }
  return true;
}

const LAW = /^(?:Act|Acts|Law|Order|Code|Bill|Convention|Directive|Regulations?|Ordinance)$/;

/** "out of the 1957 reports": a count, whatever its digits. */
const isOutOf = (tokens: readonly Token[], index: number): boolean =>
  tokens[index - 1]?.lower === 'the' &&
  tokens[index - 2]?.lower === 'of' &&
  tokens[index - 3]?.lower === 'out' &&
  tokens[index + 1]?.kind === 'word';

const isYearText = (text: string): boolean => /^(?:1\d|20|21)\d{2}$/.test(text);

const isMonthWord = (word: string): boolean =>
  MONTHS.has(word) || SHORT_MONTHS.has(word) || WEEKDAYS.has(word);

/** "2020 Internet Crime Report": the year begins a title. */
export function isNameYear(tokens: readonly Token[], index: number): boolean {
  // "in 2003 and Data Act in 2008": the title begins with its year or not at all
  if (!isCapital(tokens[index + 1])) return false;
  for (let at = index + 1, count = 0; at < tokens.length && count < 7; at++, count++) {
    const token = tokens[at]!;
    if (isCapital(token)) {
      if (TITLED.has(token.lower) && count > 0) return true;
      continue;
    }
    if (!/^(?:of|on|for|and|the|&|-|in)$/.test(token.lower)) return false;
  }
  return false;
}

const GIVEN_NAMES = set('april june august');
const VERBS = set('may march');

/** A verb or a preposition: behind "Expo 2021" it says that the year ended the name. */
const isVerb = (word: string): boolean =>
  /ed$|^(?:is|was|has|had|will|are|were|would|said|says|can|may|in|at|on|and|to|for|of|by|with|as|from|that|which|where|who)$/.test(
    word,
  ) || knownTag(word) === 'PresentTense';

/** A noun in the plural, as far as its letters tell. */
const isPlural = (token: Token | undefined): boolean =>
  token?.spaced === true &&
  isLowerWord(token) &&
  /\p{L}{3}s$/u.test(token.lower) &&
  !/(?:ss|us|is)$/.test(token.lower);

/** Whether a bare "May" or "March", "June" or "Dec" is the month by what stands around it. */
export function isBareMonth(tokens: readonly Token[], start: number, end: number): boolean {
  const token = tokens[start]!;
  const word = token.lower;
  const before = tokens[start - 1];
  const after = tokens[end];
  const front = before?.lower ?? '';
  if (!isCapital(token)) return MONTHS.has(word) && !VERBS.has(word) && word !== 'august';
  // "the Fourth of July" is a holiday
  if (front === 'of' && /^(?:fourth|th)$/.test(tokens[start - 2]?.lower ?? '')) return false;
  // "Mar", "Dec" and "Sep" alone need a preposition or another of their kind
  if (!MONTHS.has(word)) return BEFORE_TIME.has(front) || SHORT_MONTHS.has(front);
  if (GIVEN_NAMES.has(word)) {
    const surname = isCapital(after) && !isMonthWord(after!.lower);
    return !surname || start === 0 || BEFORE_TIME.has(front);
  }
  if (!VERBS.has(word)) return true;
  if (start > 0 && BEFORE_TIME.has(front)) {
    return front !== 'to' && front !== 'as' && !(front === 'for' && isCapital(after));
  }
  if (token.text === token.text.toUpperCase()) return false;
  if (/^(?:last|this|next|every|each|the|that|a|its|their)$/.test(front)) {
    return word === 'may' || after?.lower !== 'on';
  }
  if (before?.text === ',' && isMonthWord(tokens[start - 2]?.lower ?? '')) return true;
  // "(March and August)"
  return (
    /^(?:and|or|to|-|through)$/.test(after?.lower ?? '') && MONTHS.has(tokens[end + 1]?.lower ?? '')
  );
}

/** Whether "the spring" or "fall" alone is the season: behind a preposition of time. */
export const isBareSeason = (tokens: readonly Token[], start: number): boolean =>
  /^(?:in|by|during|since|until|till|before|after|through|throughout|from)$/.test(
    tokens[start - 1]?.lower ?? '',
  );

const NAMED_DAYS = set(
  'black cyber patch super good easter bloody ash fat whit giving exploit manic blue red bowl hack pancake shrove palm',
);

export const isNamedDay = (tokens: readonly Token[], start: number): boolean => {
  const before = tokens[start - 1];
  if (before?.kind !== 'word') return false;
  // "for a bad Friday": any
  return (
    NAMED_DAYS.has(before.lower) ||
    // "it is not sent on a Monday"
    (before.lower === 'a' && tokens[start + 1]?.kind !== 'number') ||
    (isLowerWord(before) && tokens[start - 2]?.lower === 'a' && !UNITS.has(before.lower))
  );
};

const SCHEDULED = set(
  'meet meets hold holds vote votes testify testifies publish release announce launch speak visit host begin begins start starts open opens release resume resumes convene convenes deliver unveil sign brief appear scheduled due expected expire expires effective hearing',
);

/** Whether "tomorrow" is the day after publication: beside a verb of what is scheduled. */
export function isScheduledDay(tokens: readonly Token[], start: number): boolean {
  for (let index = Math.max(0, start - 8); index < Math.min(tokens.length, start + 6); index++) {
    if (SCHEDULED.has(tokens[index]!.lower)) return true;
  }
  return false;
}

/** Nouns that make "tomorrow's" and "yesterday's" real; else they are a figure of speech. */
export const isRealDay = (tokens: readonly Token[], end: number): boolean =>
  tokens[end]?.lower !== "'s" ||
  /^(?:announcement|hearing|meeting|decision|report|news|ruling|vote|release|statement|session|event|advisory|alert|attack|election|summit|debate|arrest|arrests|indictment|breach|incident|outage|talks|strike|press|briefing)$/.test(
    tokens[end + 1]?.lower ?? '',
  );

const CLAUSE_EDGE = set(', ; : ( ) - — … " “ ” ? !');

/**
 * Whether a counted quantity stands in the clause around tokens `[start, end)`: then "every month"
 * there is its rate. Dates and lengths of time are no quantities.
 */
export function countsInClause(tokens: readonly Token[], start: number, end: number): boolean {
  let from = start;
  while (from > 0 && !isEdge(tokens, from - 1)) from--;
  let to = end;
  while (to < tokens.length && !isEdge(tokens, to)) to++;
  // the number of a list's item counts nothing
  if (from === 0 && tokens[0]?.kind === 'number' && /^[.)]$/.test(tokens[1]?.text ?? '')) from = 2;
  // an adverbial of its own in front ("Every week, …") counts nothing
  for (let index = from; index < to; index++) {
    if (index >= start && index < end) continue;
    const token = tokens[index]!;
    if (
      /^(?:dozens|hundreds|thousands|millions|billions|trillions|lakhs|crores|times|percent|scores)$/.test(
        token.lower,
      )
    ) {
      return true;
    }
    const number = readCardinal(tokens, index);
    if (!number) continue;
    const next = tokens[number.end];
    const unit = next?.lower === '-' ? tokens[number.end + 1] : next;
    const month = isMonthWord(tokens[index - 1]?.lower ?? '') || isMonthWord(next?.lower ?? '');
    const year = token.kind === 'number' && isYearText(token.text);
    // "one attack every minute", but "every day is one of rest"
    const one = token.lower === 'one' && !countsOne(tokens, index);
    if (!UNITS.has(unit?.lower ?? '') && !month && !year && !one) return true;
    index = number.end - 1;
  }
  return false;
}

const countsOne = (tokens: readonly Token[], index: number): boolean =>
  isLowerWord(tokens[index + 1]) &&
  !/^(?:of|in|that|who|which|is|was|has|could|can|would|should|must|day|thing|way|reason|more|another)$/.test(
    tokens[index + 1]!.lower,
  );

export function isEdge(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (!CLAUSE_EDGE.has(token.lower)) return false;
  return token.lower !== '-' || (token.spaced && (tokens[index + 1]?.spaced ?? true));
}

/** "Q1: Who must comply?", "the first quartile (Q1)": a question's number or a share. */
export const isQuestion = (tokens: readonly Token[], start: number, end: number): boolean =>
  end === start + 1 &&
  ((start === 0 && /^[:.)]$/.test(tokens[end]?.text ?? '')) ||
    tokens.some(({ lower }) => lower === 'quartile' || lower === 'quartiles'));

const LINKS = set(
  'and or but at by in on to of for from with as when while that which who it they he she we the a was were is are had has have will would',
);

/** Whether a word goes on with the sentence, so that what stands in front of it is not its attribute. */
export const isLink = (token: Token): boolean => LINKS.has(token.lower);
