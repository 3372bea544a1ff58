import type { Mention } from '../article/schema.ts';
import { similarity } from '../language/words.ts';
import type { Definition } from './abbreviations.ts';
import type { Entry } from './lexicon-schema.ts';
import { familyNames, givenName } from './person-names.ts';
import type { NamedCandidate, Reading } from './reading.ts';
import { isAcronym } from './text.ts';

/** All mentions of one thing. */
interface Group {
  readonly members: NamedCandidate[];
  entry: Entry | null;
  parent?: Group;
}

const rootOf = (group: Group): Group => {
  let root = group;
  while (root.parent) root = root.parent;
  return root;
};

/**
 * Makes one entity of the mentions that are one thing, and names it: by the fullest form in the
 * article, a country by its common name.
 */
export function resolve(
  reading: Reading,
  winners: readonly NamedCandidate[],
  definitions: readonly Definition[],
): Mention[] {
  const byKey = new Map<string, Group>();
  const groups: Group[] = [];
  const groupOf = (key: string): Group => {
    let group = byKey.get(key);
    if (!group) {
      group = { members: [], entry: null };
      byKey.set(key, group);
      groups.push(group);
    }
    return rootOf(group);
  };
  const join = (a: Group, b: Group): Group => {
    if (a === b) return a;
    if (a.entry && b.entry && a.entry !== b.entry) return a;
    a.members.push(...b.members);
    a.entry ??= b.entry;
    b.members.length = 0;
    b.parent = a;
    return a;
  };
  const textOf = (candidate: NamedCandidate): string =>
    candidate.value.full ?? reading.text.slice(candidate.start, candidate.end);
  const keyOf = (candidate: NamedCandidate): string =>
    candidate.value.entry
      ? `entry ${candidate.value.type} ${candidate.value.entry.name}`
      : `${candidate.value.type} ${fold(textOf(candidate))}`;

  const groupOfCandidate = (candidate: NamedCandidate): Group => {
    const group = groupOf(keyOf(candidate));
    group.entry ??= candidate.value.entry;
    return group;
  };
  for (const winner of winners) groupOfCandidate(winner).members.push(winner);
  // an abbreviation and its expansion
  const defined = new Set(definitions.map(({ short }) => fold(textOf(short))));
  for (const { full, short } of definitions) {
    const a = byKey.get(keyOf(full));
    const b = byKey.get(keyOf(short));
    if (a && b) join(rootOf(a), rootOf(b));
  }
  joinPersons(groups, textOf, join);
  joinForms(groups, textOf, join);
  joinLaws(groups, textOf, join);
  joinVulnerabilities(reading, groups, join);

  const mentions: Mention[] = [];
  for (const group of groups) {
    if (group.parent) continue;
    const name = nameOf(reading, group, textOf);
    for (const { start, end, by, confidence, value } of group.members) {
      const text = reading.text.slice(start, end);
      const own = value.full ?? text;
      const entry = value.entry ?? group.entry;
      const known = entry !== null && entry.type === value.type;
      mentions.push({
        start,
        end,
        text,
        type: value.type,
        name:
          value.type === 'country' && entry
            ? entry.name
            : group.entry === null || value.type === 'place' || defined.has(fold(own))
              ? name
              : fullest(own, name, group, textOf, value.type),
        canonical: known ? entry.name : null,
        id: known ? (entry.id ?? null) : idOf(group, textOf),
        sentence: value.sentence,
        by,
        confidence,
      });
    }
  }
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The fullest form of a listed name that is a form of `own`: "Fed" is short for "Federal Reserve",
 * not for "Board of Governors", and of a gang's several names each is its own.
 */
function fullest(
  own: string,
  best: string,
  group: Group,
  textOf: TextOf,
  type: NamedCandidate['value']['type'],
): string {
  // "FIPS 203" and "FIPS 204" are two
  if (/\d/.test(own) && /\d/.test(best) && digitsOf(own) !== digitsOf(best)) return own;
  if (type === 'legal_instrument' || type === 'event' || isForm(own, best, type)) return best;
  let found = own;
  for (const member of group.members) {
    const text = textOf(member).replace(/\s+/g, ' ');
    if (text.length > found.length && isForm(own, text, type)) found = text;
  }
  return found;
}

const HEADWORDS =
  /^(?:agency|office|department|ministry|board|council|committee|commission|national|united|federal|group|bank)$/;

function isForm(own: string, full: string, type: NamedCandidate['value']['type']): boolean {
  const a = fold(own);
  const b = fold(full);
  if (b.startsWith(a) || a.startsWith(b)) return true;
  if (Math.abs(a.length - b.length) < 3 && similarity(a, b) > 0.9) return true;
  if (type === 'threat_actor' || type === 'malware') return false;
  if (type === 'person' || type === 'vulnerability') return true;
  const short = a.replace(/[^\p{L}]/gu, '');
  const words = b.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const initials = words.map((word) => word[0]).join('');
  if (isAcronym(own) && (initials.includes(short) || isSpelt(short, b))) return true;
  const parts = a.split(/[^\p{L}\p{N}]+/u);
  return parts.some(
    (part) =>
      part.length > 3 && !HEADWORDS.test(part) && words.some((word) => word.startsWith(part)),
  );
}

/** The letters stand in the words in this order, the first at a beginning. */
function isSpelt(letters: string, words: string): boolean {
  if (words[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = words.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const folded = new Map<string, string>();

/** Spelling and case folded away: "Defence", "Organisation", "SEOUL". Remembered. */
function fold(text: string): string {
  const before = folded.get(text);
  if (before !== undefined) return before;
  if (folded.size > 20_000) folded.clear();
  const made = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('defence', 'defense')
    .replaceAll('organis', 'organiz')
    .replaceAll('centre', 'center')
    .replaceAll('programme', 'program')
    .replaceAll('labour', 'labor')
    .replace(/\s+/g, ' ');
  folded.set(text, made);
  return made;
}

const idOf = (group: Group, textOf: (candidate: NamedCandidate) => string): string | null => {
  for (const member of group.members) {
    if (member.value.type !== 'vulnerability') return null;
    const text = textOf(member).toUpperCase();
    if (text.startsWith('CVE-')) return text;
  }
  return null;
};

type TextOf = (candidate: NamedCandidate) => string;
type Join = (a: Group, b: Group) => Group;

/** A family name alone is the person of that family name, where there is but one. */
function joinPersons(groups: readonly Group[], textOf: TextOf, join: Join): void {
  const persons = groups.filter(
    ({ parent, members }) => !parent && members[0]?.value.type === 'person',
  );
  const byFamily = new Map<string, Set<Group>>();
  for (const group of persons) {
    for (const member of group.members) {
      const parts = textOf(member).split(/(?<=-)|(?=-)| /);
      const given = givenName(parts);
      for (const name of given ? [...familyNames(parts), given] : familyNames(parts)) {
        const key = fold(name);
        const set = byFamily.get(key) ?? new Set();
        set.add(group);
        byFamily.set(key, set);
      }
    }
  }
  for (const group of persons) {
    const first = group.members[0];
    if (!first) continue;
    const owners = byFamily.get(fold(textOf(first)).replaceAll(' - ', '-'));
    if (owners?.size !== 1) continue;
    const [owner] = owners;
    if (owner && owner !== group && !owner.parent) join(owner, group);
  }
  // "Hong Gil-dong" and "Hong Gil Dong": one family, given names alike
  for (const owners of byFamily.values()) {
    const several = [...owners].filter((group) => !group.parent && group.members.length > 0);
    for (let i = 0; i < several.length; i++) {
      for (let j = i + 1; j < several.length; j++) {
        const a = several[i]!;
        const b = several[j]!;
        if (a.parent || b.parent || !a.members[0] || !b.members[0]) continue;
        const left = fold(textOf(a.members[0]));
        const right = fold(textOf(b.members[0]));
        const initial =
          left[0] === right[0] && /^\p{L}\.? /u.test(left.length < right.length ? left : right);
        const inner =
          left.includes(right) || right.includes(left) || middleLess(left) === middleLess(right);
        if (inner || initial || similarity(left, right) > 0.94) join(a, b);
      }
    }
  }
}

const middleLess = (name: string): string => name.replace(/ \p{L}\.? /u, ' ');

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** "Quellistone" and "Quellistone Labs", "US Cyber Command" and "Cyber Command". */
function joinForms(groups: readonly Group[], textOf: TextOf, join: Join): void {
  const open = groups.filter(
    ({ parent, members }) => !parent && members.length > 0 && members[0]!.value.type !== 'person',
  );
  for (const group of open) {
    if (group.parent || group.entry) continue;
    const { type } = group.members[0]!.value;
    if (type === 'country' || type === 'place') continue;
    const text = fold(textOf(group.members[0]!));
    if (isAcronym(textOf(group.members[0]!)) && text.length < 6) continue;
    let best: Group | null = null;
    for (const other of open) {
      if (other === group || other.parent || other.members.length === 0) continue;
      if (other.members[0]!.value.type !== type) continue;
      const full = fold(textOf(other.members[0]!));
      const begins = full.startsWith(`${text} `) && type === 'organization';
      const near =
        full.length > 8 &&
        full[0] === text[0] &&
        Math.abs(full.length - text.length) < 3 &&
        similarity(full, text) > 0.97;
      const dated =
        full.replace(/^(19|20)\d\d |,? (of )?\(?(19|20)\d\d\)?$/g, '') ===
        text.replace(/^(19|20)\d\d |,? (of )?\(?(19|20)\d\d\)?$/g, '');
      if (near && !dated && digitsOf(full) !== digitsOf(text)) continue;
      if (begins || near || (dated && type === 'legal_instrument')) {
        if (best) {
          best = null;
          break;
        }
        best = other;
      }
    }
    if (best) join(best, group);
  }
}

const LAW_HEAD =
  /\b(?:act|bill|law|strategy|policy|plan|directive|regulation|convention|protocol|treaty|accord|agreement|pact|code|order|framework)\b/;
const TREATY = /\b(?:convention|protocol|treaty|accords?|agreement|pact)\b/;

/** "Malabo protocol" and "Malabo Convention", "Cyber Strategy" and "National Cyber Strategy 2020". */
function joinLaws(groups: readonly Group[], textOf: TextOf, join: Join): void {
  const laws = groups.filter(
    ({ parent, members }) => !parent && members[0]?.value.type === 'legal_instrument',
  );
  const bare = (text: string): string =>
    fold(text)
      .replaceAll('cybersecurity', 'cyber security')
      .replace(/(?:, | of )?\b(?:19|20)\d\d\b/g, '')
      .trim();
  for (const group of laws) {
    if (group.parent || !group.members[0]) continue;
    const text = bare(textOf(group.members[0]));
    const codeNumber = /^(?:title )?(\d+),? u\.?s\.?/.exec(text)?.[1];
    const owners = laws.filter((other) => {
      if (other === group || other.parent) return false;
      return other.members.some((member) => {
        const full = bare(textOf(member));
        if (codeNumber && /^(?:title )?(\d+),? u\.?s\.?/.exec(full)?.[1] === codeNumber)
          return true;
        if (
          TREATY.test(text) &&
          TREATY.test(full) &&
          text.replace(TREATY, '') === full.replace(TREATY, '')
        )
          return text.replace(TREATY, '').trim().length > 3;
        const head = LAW_HEAD.exec(text)?.[0];
        if (!head || full.length <= text.length) return false;
        return full.endsWith(` ${text}`);
      });
    });
    if (owners.length === 1) join(owners[0]!, group);
  }
}

/** "the flaw (CVE-…), known as Log4Shell": a nickname and a number that stand side by side. */
function joinVulnerabilities(reading: Reading, groups: readonly Group[], join: Join): void {
  const open = groups.filter(
    ({ parent, members }) => !parent && members[0]?.value.type === 'vulnerability',
  );
  for (const group of open) {
    for (const member of group.members) {
      if (group.parent) break;
      for (const other of open) {
        if (other === group || other.parent || group.parent) continue;
        const [mine = '', theirs = ''] = [member, other.members[0]].map((each) =>
          each ? reading.text.slice(each.start, each.end) : '',
        );
        // two numbers are two flaws
        if (/^CVE-/i.test(mine) && /^CVE-/i.test(theirs)) continue;
        const beside = other.members.some((each) => {
          if (each.start < member.end) return false;
          const between = reading.text.slice(member.end, each.start);
          return (
            between.length < 40 &&
            /^[\s"“”(),]*(?:(?:also|widely|commonly|better|and|or|is|was|has been) )*(?:(?:known|dubbed|called|nicknamed|tracked|named)(?: as)?(?: the)?)?[\s"“”(),]*$/.test(
              between,
            )
          );
        });
        if (beside) {
          join(group, other);
          break;
        }
      }
    }
  }
}

/** The fullest form that the article uses. */
function nameOf(reading: Reading, group: Group, textOf: TextOf): string {
  let best = '';
  let rank = -1;
  for (const member of group.members) {
    let text = textOf(member).replace(/\s+/g, ' ');
    const { entry, type } = member.value;
    if (entry && type === 'place') {
      // an adjective is no name of a region
      if (text !== entry.name && ADJECTIVE.test(text)) return entry.name;
    }
    if (
      reading.lines[member.value.sentence]!.casing === 'caps' ||
      (type === 'place' && isAcronym(text))
    ) {
      text =
        entry && fold(entry.name) === fold(text) ? entry.name : capitalize(text, group, textOf);
    }
    const number = /^CVE-/i.test(text);
    const worth = number
      ? 0
      : isAcronym(text) && !text.includes(' ')
        ? 1 + text.length / 100
        : 2 + text.length;
    if (worth > rank) {
      rank = worth;
      best = text;
    }
  }
  return best;
}

const ADJECTIVE = /(?:an|ian|ern|ese|ish|ic)$/;

/** A form in capitals as another mention writes it, else with first capitals. */
function capitalize(text: string, group: Group, textOf: TextOf): string {
  for (const member of group.members) {
    const other = textOf(member);
    if (other !== text && fold(other) === fold(text)) return other;
  }
  if (text.length <= 4 && !text.includes(' ')) return text;
  return text.replace(/\p{L}+/gu, (word) => word[0] + word.slice(1).toLowerCase());
}
