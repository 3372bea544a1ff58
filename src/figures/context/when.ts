import type { Scene } from '../scene.ts';
import { clausesOf, tokensOf } from './clauses.ts';

interface Dated {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Nouns whose date is that of the paper, not of what it tells. */
const PAPER =
  /^(?:report|audit|study|survey|paper|book|article|review|law|act|strategy|plan|treaty|convention|memo|edition|version|letter|speech|interview|election|elections|campaign|model|olympics|games|directive|regulation|resolution|white|annual)$/;

const remembered = new WeakMap<Scene, readonly Dated[]>();

/** The calendar dates of a sentence; two years joined by "and" are one stretch. */
function datesOf(scene: Scene): readonly Dated[] {
  const before = remembered.get(scene);
  if (before) return before;
  const found: Dated[] = [];
  for (const date of scene.dates) {
    if ((date.type !== 'date' && date.type !== 'time') || date.value === null) continue;
    const value = date.type === 'time' ? date.value.replace(/T.*$/, '') : date.value;
    const place = tokensOf(scene, date);
    const last = found.at(-1);
    const joint = last && last.end + 1 === place.start ? scene.tokens[last.end]!.lower : '';
    if (last && joint === 'and' && isPlain(last.value) && isPlain(value) && last.value < value) {
      found[found.length - 1] = {
        start: last.start,
        end: place.end,
        value: `${last.value}/${value}`,
      };
    } else found.push({ ...place, value });
  }
  remembered.set(scene, found);
  return found;
}

const isPlain = (value: string): boolean => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value);

/**
 * The date of a figure: the one in its clause that stands nearest, a date behind it before one in
 * front; a date that opens the sentence holds for all of it. `start` and `end` are tokens.
 */
export function whenOf(scene: Scene, start: number, end: number): string | null {
  const clauses = clausesOf(scene);
  let best: string | null = null;
  let least = 50;
  for (const date of datesOf(scene)) {
    if (date.start >= start && date.end <= end) continue;
    const cost = costOf(scene, clauses, date, start, end);
    if (cost < least) {
      least = cost;
      best = date.value;
    }
  }
  return best;
}

function costOf(
  scene: Scene,
  clauses: Uint8Array,
  date: Dated,
  start: number,
  end: number,
): number {
  const { tokens } = scene;
  const behind = date.start >= end;
  const [from, to] = behind ? [end, date.start] : [date.end, start];
  let cost = behind ? to - from : to - from + 3;
  const crossed = Math.abs(clauses[date.start]! - clauses[start]!);
  cost += crossed * 16;
  let numbers = 0;
  for (let index = from; index < to; index++) {
    const token = tokens[index]!;
    if (token.text === ',') cost += 2;
    else if (token.text === ';') cost += 30;
    else if (/^(?:than|against|versus|compared)$/.test(token.lower)) cost += 22;
    else if (/^["”]$/.test(token.text) && !token.spaced) cost += 15;
    // another figure between the two has the better claim
    if (token.kind === 'number' && !scene.dateAt(index) && scene.mentionAt(index) < 0) numbers++;
  }
  cost += numbers * (behind ? 14 : 6);
  if (!behind && opens(scene, date) && !isApposed(scene, start)) cost = Math.min(cost, 30);
  // "more than in 2020": what it is compared with
  const compared = `${tokens[date.start - 2]?.lower ?? ''} ${tokens[date.start - 1]?.lower ?? ''}`;
  if (/^(?:than (?:in|during)|with (?:in)?|\S* than)$/.test(compared)) cost += 30;
  if (PAPER.test(tokens[date.end]?.lower ?? '')) cost += 15;
  return cost + elsewhere(scene, clauses, date, start, end);
}

/** The date stands at the head of the sentence: "In March 2020, …", "Last year X said …". */
function opens(scene: Scene, date: Dated): boolean {
  if (date.start > 6) return false;
  for (let index = 0; index < date.start; index++) {
    const tag = scene.tags()[index];
    if (tag === 'VERB' && index > 0) return false;
  }
  return true;
}

/** What keeps a date from a figure of its sentence: it tells when something else was or will be. */
function elsewhere(
  scene: Scene,
  clauses: Uint8Array,
  date: Dated,
  start: number,
  end: number,
): number {
  const { tokens } = scene;
  const before = tokens.slice(Math.max(0, date.start - 5), date.start).map(({ lower }) => lower);
  const told = before.join(' ');
  let cost = 0;
  // "their lowest since 2020", "the first since March"
  if (/\b(?:since|before|until)$/.test(told) && EXTREME.test(told)) cost += 60;
  if (
    /\b(?:amended|dates?|dating|enacted|adopted|founded|born|drafted|published)(?: (?:in|from|on|back to))?$/.test(
      told,
    )
  ) {
    cost += 30;
  }
  if (FUTURE.test(told) && date.start >= end) cost += 40;
  // "the 2021 figure", "Conti's 2021 attack"
  if (NOUN_OF.test(tokens[date.end]?.lower ?? '') && /\b(?:the|'s|’s|its|their)$/.test(told)) {
    cost += 25;
  }
  // "more than 11 million a year earlier"
  const next = tokens
    .slice(end, end + 3)
    .map(({ lower }) => lower)
    .join(' ');
  if (/^(?:a|the) (?:year|month|week|quarter) (?:earlier|before)$|^the previous/.test(next))
    cost += 40;
  // "X, which dates from 2013, …": a relative clause keeps its date to itself
  let comma = false;
  for (let at = date.end; at < start; at++) if (tokens[at]!.text === ',') comma = true;
  for (let at = date.start - 1; comma && at > Math.max(0, date.start - 14); at--) {
    if (/^(?:which|who|whose)$/.test(tokens[at]!.lower)) return cost + 40;
  }
  // "in 2011 … a botnet of two million machines"
  if (date.end <= start && isApposed(scene, start)) cost += 45;
  return clauses[date.start] === clauses[start] || !relative(scene, clauses, date.start)
    ? cost
    : cost + 30;
}

function relative(scene: Scene, clauses: Uint8Array, index: number): boolean {
  let at = index;
  while (at > 0 && clauses[at - 1] === clauses[index]) at--;
  return /^(?:which|who|whose)$/.test(scene.tokens[at]!.lower);
}
const EXTREME = /\b(?:first|least|most|\w{2,12}est|record|high|low|worst|best)\b/;
const FUTURE = /\b(?:scheduled|due|expected|planned|slated|set to|supposed)\b/;
const NOUN_OF =
  /^(?:figure|attack|attacks|breach|hack|total|level|levels|number|intrusion|incident|leak|raid|outage|budget|profit|earnings|revenue)$/;

/** "…, a botnet of two million machines": what the thing is, whenever. */
function isApposed(scene: Scene, start: number): boolean {
  const word = (back: number) => scene.tokens[start - back]?.lower ?? '';
  return word(1) === 'of' && /^(?:a|an|the)$/.test(word(3)) && word(4) === ',';
}
