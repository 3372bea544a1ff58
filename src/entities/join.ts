import type { EntityType } from '../article/schema.ts';
import { similarity } from '../language/words.ts';
import type { Thing } from './lexicon-schema.ts';
import { digitsOf, fold, type Member } from './member.ts';
import { familyNames, givenName, partsOf } from './person-names.ts';
import type { Reading } from './reading.ts';
import { isAcronym } from './text.ts';

/** All mentions of one thing. */
export interface Group {
  /** Of its first mention. */
  readonly type: EntityType;
  readonly members: Member[];
  entry: Thing | null;
  /** The group that it was joined to. */
  parent: Group | null;
  /** The fullest form that the article uses, once it was asked for. */
  name: string | null;
  /** One of another type whose mentions are written the same. */
  readonly namesake: Group | undefined;
}

/** Makes the mentions of `b` mentions of `a`, where no two entries say that they are two things. */
export function join(a: Group, b: Group): void {
  if (a === b || (a.entry && b.entry && a.entry !== b.entry)) return;
  for (const member of b.members) a.members.push(member);
  a.entry ??= b.entry;
  b.members.length = 0;
  b.parent = a;
}

/** Groups of this type that were not joined to another. */
const openOf = (groups: readonly Group[], type: EntityType): Group[] =>
  groups.filter((group) => !group.parent && group.type === type);

/** A family name alone is the person of that family name, where there is but one. */
export function joinPersons(groups: readonly Group[]): void {
  const persons = openOf(groups, 'person');
  if (persons.length < 2) return;
  const byFamily = new Map<string, Set<Group>>();
  for (const group of persons) {
    let before = '';
    for (const { text } of group.members) {
      if (text === before) continue;
      before = text;
      const parts = partsOf(text);
      const given = givenName(parts);
      for (const name of given ? [...familyNames(parts), given] : familyNames(parts)) {
        const key = fold(name);
        const set = byFamily.get(key);
        if (set) set.add(group);
        else byFamily.set(key, new Set([group]));
      }
    }
  }
  for (const group of persons) {
    const first = group.members[0];
    if (!first) continue;
    const owners = byFamily.get(first.folded.replaceAll(' - ', '-'));
    if (!owners) continue;
    // of several, the one who is named first is spoken of
    const [owner] = owners;
    if (owner && owner !== group && !owner.parent) join(owner, group);
  }
  // "Hong Gil-dong" and "Hong Gil Dong": one family, given names alike
  for (const owners of byFamily.values()) {
    if (owners.size < 2) continue;
    const several = [...owners].filter((group) => !group.parent && group.members.length > 0);
    for (let i = 0; i < several.length; i++) {
      for (let j = i + 1; j < several.length; j++) {
        const a = several[i]!;
        const b = several[j]!;
        if (a.parent || b.parent || !a.members[0] || !b.members[0]) continue;
        const left = a.members[0].folded;
        const right = b.members[0].folded;
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

/** "Quellistone" and "Quellistone Labs", "US Cyber Command" and "Cyber Command". */
export function joinForms(groups: readonly Group[]): void {
  for (const group of groups) {
    if (group.parent) continue;
    const { type } = group;
    if (group.entry) {
      if (type === 'organization') joinFirm(groups, group);
      continue;
    }
    if (type === 'person' || type === 'country' || type === 'place') continue;
    const first = group.members[0]!;
    if (first.text.length < 6 && isAcronym(first.text)) continue;
    let best: Group | null = null;
    for (const other of groups) {
      if (other === group || other.parent || other.type !== type) continue;
      if (!isFullerForm(first.folded, other.members[0]!.folded, type)) continue;
      if (best) {
        best = null;
        break;
      }
      best = other;
    }
    if (best) join(best, group);
  }
}

const FIRM_WORDS =
  /^(?: (?:group|corp|corporation|inc|ltd|limited|plc|holdings|co|company|bank|international|llc|ag|sa|technologies)\b\.?,?)+$/;

/** A listed firm by its full name, "Halden" and "Halden Group Corp", of which no list knows. */
function joinFirm(groups: readonly Group[], group: Group): void {
  const text = group.members[0]!.folded;
  for (const other of groups) {
    if (other === group || other.parent || other.entry || other.type !== group.type) continue;
    const full = other.members[0]!.folded;
    if (full.startsWith(`${text} `) && FIRM_WORDS.test(full.slice(text.length))) {
      join(group, other);
      return;
    }
  }
}

const SMALL = /^(?:of|for|and|the|on|in|to|at|a|de|du|la|des)$/;

/** "the Harbour Licensing Office … HLO": undefined letters are the one body that they spell. */
export function joinInitials(groups: readonly Group[]): void {
  let spelt: Map<string, Group | null> | null = null;
  for (const group of groups) {
    const first = group.members[0];
    if (group.parent || !first || !isBody(group.type)) continue;
    const { text } = first;
    if (text.length < 3 || text.length > 6 || !/^\p{Lu}+$/u.test(text)) continue;
    if (group.members.some((member) => member.text.length > 6)) continue;
    spelt ??= initialsOfBodies(groups);
    const full = spelt.get(`${group.type} ${text}`);
    if (full && full !== group && !full.parent) join(full, group);
  }
}

const isBody = (type: EntityType): boolean =>
  type === 'organization' || type === 'government_body' || type === 'international_body';

/** Bodies by type and initials, null where two have the same. */
function initialsOfBodies(groups: readonly Group[]): Map<string, Group | null> {
  const spelt = new Map<string, Group | null>();
  for (const group of groups) {
    if (group.parent || !isBody(group.type)) continue;
    const seen = new Set<string>();
    for (const { text } of group.members) {
      if (seen.has(text)) continue;
      seen.add(text);
      const parts = text.split(/[ -]/).filter((part) => !SMALL.test(part));
      if (parts.length < 3) continue;
      const key = `${group.type} ${parts
        .map((part) => part[0]!)
        .join('')
        .toUpperCase()}`;
      const other = spelt.get(key);
      spelt.set(key, other === undefined || other === group ? group : null);
    }
  }
  return spelt;
}

function isFullerForm(text: string, full: string, type: EntityType): boolean {
  const near =
    full.length > 8 &&
    full[0] === text[0] &&
    Math.abs(full.length - text.length) < 3 &&
    similarity(full, text) > 0.97;
  if (near && digitsOf(full) !== digitsOf(text)) return undated(full) === undated(text);
  if (near || (type === 'organization' && full.startsWith(`${text} `))) return true;
  return type === 'legal_instrument' && undated(full) === undated(text);
}

const undated = (text: string): string =>
  text.replace(/^(19|20)\d\d |,? (of )?\(?(19|20)\d\d\)?$/g, '');

const LAW_HEAD =
  /\b(?:act|bill|law|strategy|policy|plan|directive|regulation|convention|protocol|treaty|accord|agreement|pact|code|order|framework)\b/;
const CODE_NUMBER = /^(?:title )?(\d+),? u\.?s\.?/;
/** Between a flaw's nickname and its number. */
const BESIDE =
  /^[\s"“”(),]*(?:(?:also|widely|commonly|better|and|or|is|was|has been) )*(?:(?:known|dubbed|called|nicknamed|tracked|named)(?: as)?(?: the)?)?[\s"“”(),]*$/;
const TREATY = /\b(?:convention|protocol|treaty|accords?|agreement|pact)\b/;

/** "Malabo protocol" and "Malabo Convention", "Cyber Strategy" and "National Cyber Strategy 2020". */
export function joinLaws(groups: readonly Group[]): void {
  const laws = openOf(groups, 'legal_instrument');
  if (laws.length < 2) return;
  const bared = new Map<string, string>();
  const bare = ({ folded }: Member): string => {
    let made = bared.get(folded);
    if (made === undefined) {
      made = folded
        .replaceAll('cybersecurity', 'cyber security')
        .replace(/(?:, | of )?\b(?:19|20)\d\d\b/g, '')
        .trim();
      bared.set(folded, made);
    }
    return made;
  };
  for (const group of laws) {
    if (group.parent || !group.members[0]) continue;
    const text = bare(group.members[0]);
    const codeNumber = CODE_NUMBER.exec(text)?.[1];
    const owners = laws.filter((other) => {
      if (other === group || other.parent) return false;
      return other.members.some((member) => {
        const full = bare(member);
        if (codeNumber && CODE_NUMBER.exec(full)?.[1] === codeNumber) return true;
        if (
          TREATY.test(text) &&
          TREATY.test(full) &&
          text.replace(TREATY, '') === full.replace(TREATY, '')
        )
          return text.replace(TREATY, '').trim().length > 3;
        return full.length > text.length && full.endsWith(` ${text}`) && LAW_HEAD.test(text);
      });
    });
    if (owners.length === 1) join(owners[0]!, group);
  }
}

/** "the flaw (CVE-…), known as Log4Shell": a nickname and a number that stand side by side. */
export function joinVulnerabilities(reading: Reading, groups: readonly Group[]): void {
  const open = openOf(groups, 'vulnerability');
  if (open.length < 2) return;
  for (const group of open) {
    for (const member of group.members) {
      if (group.parent) break;
      for (const other of open) {
        if (other === group || other.parent || group.parent) continue;
        // two numbers are two flaws
        if (/^CVE-/i.test(member.text) && /^CVE-/i.test(other.members[0]?.text ?? '')) continue;
        const { end } = member.candidate;
        const beside = other.members.some(({ candidate }) => {
          if (candidate.start < end || candidate.start >= end + 40) return false;
          return BESIDE.test(reading.text.slice(end, candidate.start));
        });
        if (beside) {
          join(group, other);
          break;
        }
      }
    }
  }
}
