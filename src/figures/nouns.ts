import { formFact, formTest } from '../language/form-fact.ts';
import type { Token } from '../language/tokens.ts';
import { knownTag, singular } from '../language/words.ts';

/** Plurals that the general rule turns wrongly, or that look like singulars. */
const SINGULAR = new Map<string, string>([
  ['lives', 'life'],
  ['hypotheses', 'hypothesis'],
  ['caches', 'cache'],
  ['leaves', 'leave'],
  ['people', 'person'],
  ['persons', 'person'],
  ['axes', 'axis'],
  ['troops', 'troop'],
  ['cookies', 'cookie'],
  ['movies', 'movie'],
]);

/** Nouns that are counted without a plural ending. */
const UNMARKED: ReadonlySet<string> = new Set(
  `people men women children staff personnel police aircraft data media cattle headquarters spyware
   malware ransomware infrastructure youth clergy feet servicemen servicewomen policemen
   policewomen businessmen businesswomen gunmen crew spacecraft watercraft offspring criteria
   phenomena bacteria fish sheep series species means personnel folk folks manpower counsel alumni
   accused deceased injured stimuli nuclei cacti schemata corpora memoranda addenda errata fora curricula`.split(
    /\s+/,
  ),
);

/** Words that end in "s" and are no plurals. */
const NOT_PLURAL: ReadonlySet<string> = new Set(
  `is was has does his its this us as yes thus plus versus perhaps always sometimes nowadays besides
   across towards afterwards upwards overseas various previous serious malicious suspicious dangerous
   religious numerous anonymous famous obvious hazardous continuous contentious notorious indigenous
   autonomous simultaneous synchronous homogeneous business press process access success congress
   progress less unless wireless express cross mass class glass loss boss address stress virus campus
   status census focus bonus surplus bus gas analysis basis crisis thesis emphasis diagnosis hypothesis
   synopsis series species news mathematics politics physics economics`.split(/\s+/),
);

/** The noun may be a plural by its form alone; verbs ("attacks") are too, and the place decides. */
export const looksPlural = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'word' && isPluralForm(token.form);

const isPluralForm = formTest(({ lower: word, text }) => {
  if (UNMARKED.has(word)) return true;
  if (word.length < 3 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith("'s")) {
    return false;
  }
  if (NOT_PLURAL.has(word)) return false;
  // PCs, APTs, SOCs
  if (/^\p{Lu}{2,}s$/u.test(text)) return true;
  return lemma(word) !== word;
});

/** The lemma of a counted noun: lower case, singular. */
export function lemma(word: string): string {
  const lower = word.toLowerCase();
  const fixed = SINGULAR.get(lower);
  if (fixed) return fixed;
  // abbreviations that the general rule does not know: "CISOs", "VPNs", "CEOs"
  if (/^\p{Lu}{2,}s$/u.test(word)) return lower.slice(0, -1);
  return singular(lower);
}

/** The lemma of a noun that stands in the text. */
export const lemmaOf = ({ form }: Token): string => lemmaOfForm(form);

const lemmaOfForm = formFact(({ text }) => lemma(text));

/** An adverb that stands behind a counted noun rather than in front of one. */
export const isAdverb = ({ form }: Token): boolean => isAdverbForm(form);

const isAdverbForm = formTest(
  ({ lower: word }) =>
    /^(?:worldwide|globally|nationwide|abroad|overseas|online|alone|each|apiece|total|combined|overall|respectively|so|too|also|now|then|here|there|yet|already|ago|later|earlier|altogether|together|today|daily|annually|monthly|weekly|yearly|hourly)$/.test(
      word,
    ) || knownTag(word) === 'Adverb',
);
