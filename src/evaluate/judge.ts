import { characters } from './characters.ts';
import { agreesOn, type Field, fieldsOf, rowFields, shares } from './fields.ts';
import { type Label, type LabelledArticle, type Layer, layers, typeOf } from './label.ts';
import { type Matcher, type Matching, type MatchRule, matchBestFirst } from './pairs.ts';
import { count, type Tallies, tallyKey } from './tally.ts';

/** A label that is not right: found only by one side, or by both with something different. */
export interface Fault {
  readonly layer: Layer;
  readonly outcome: 'missed' | 'spurious' | 'wrong';
  readonly gold: Label | null;
  readonly found: Label | null;
  /** What differs: `boundary` or fields. */
  readonly wrong: readonly string[];
}

/** What one article's comparison yields. */
export interface Judgement {
  readonly article_id: string;
  readonly tallies: Tallies;
  /** Gold type, predicted type; `''` on one side is missed or spurious. */
  readonly confusion: readonly { layer: Layer; gold: string; found: string; count: number }[];
  readonly faults: readonly Fault[];
}

/** Compares the labels of one article. `match` pairs them; another one is given only by tests. */
export function judge(
  gold: LabelledArticle,
  found: LabelledArticle,
  match: Matcher = matchBestFirst,
): Judgement {
  const tallies: Tallies = new Map();
  const faults: Fault[] = [];
  const confusion = new Map<string, { layer: Layer; gold: string; found: string; count: number }>();
  const confuse = (layer: Layer, a: string, b: string) => {
    const key = `${layer}\t${a}\t${b}`;
    const cell = confusion.get(key) ?? { layer, gold: a, found: b, count: 0 };
    cell.count++;
    confusion.set(key, cell);
  };
  characters(gold, found, tallies);
  for (const layer of layers) {
    const rule: MatchRule = { sameType: (a, b) => typeOf(layer, a) === typeOf(layer, b) };
    const all = match(gold[layer], found[layer], rule);
    spans(layer, all, tallies);
    const hits = hitsOf(layer, gold, found, rule, all, match);
    rows(layer, hits, tallies);
    faults.push(...faultsOf(layer, hits));
    for (const pair of hits.pairs) {
      confuse(
        layer,
        typeOf(layer, pair.gold) || 'sentence',
        typeOf(layer, pair.found) || 'sentence',
      );
    }
    for (const label of hits.missed) confuse(layer, typeOf(layer, label) || 'sentence', '');
    for (const label of hits.spurious) confuse(layer, '', typeOf(layer, label) || 'sentence');
    if (layer === 'entities') {
      const typed = match(gold[layer], found[layer], { ...rule, allow: rule.sameType });
      tellPairs(typed, tallyKey('layer', 'entities.overlap'), tallies);
    } else if (layer === 'figures' || layer === 'dates') {
      tellPairs(all, tallyKey('layer', `${layer}.overlap`), tallies);
    } else if (layer === 'recommendations') {
      tellPairs(hits, tallyKey('layer', 'recommendations.sentence'), tallies);
    } else if (layer === 'sentences') {
      contentSentences(gold, all, tallies);
    }
  }
  return { article_id: gold.article_id, tallies, confusion: [...confusion.values()], faults };
}

const isExact = (a: Label, b: Label): boolean => a.start === b.start && a.end === b.end;

/** The pairs on which fields are compared: recommendations must share half of both sentences. */
function hitsOf(
  layer: Layer,
  gold: LabelledArticle,
  found: LabelledArticle,
  rule: MatchRule,
  all: Matching,
  match: Matcher,
): Matching {
  if (layer !== 'recommendations') return all;
  return match(gold[layer], found[layer], {
    ...rule,
    allow: (a, b, overlap) => 2 * overlap >= a.end - a.start && 2 * overlap >= b.end - b.start,
  });
}

/** The measures of SemEval-2013 task 9, for the layer, its types, rules and grades. */
function spans(layer: Layer, matching: Matching, tallies: Tallies): void {
  const typed = layer !== 'sentences';
  const names = typed ? ['strict', 'exact', 'partial', 'type'] : ['exact', 'partial'];
  const key = (name: string) => tallyKey('layer', `${layer}.${name}`);
  const strict = `${layer}.${typed ? 'strict' : 'exact'}`;
  for (const { gold, found } of matching.pairs) {
    const exact = isExact(gold, found);
    const sameType = typeOf(layer, gold) === typeOf(layer, found);
    count(tallies, key('exact'), exact ? 'correct' : 'incorrect');
    count(tallies, key('partial'), exact ? 'correct' : 'partial');
    if (typed) {
      count(tallies, key('strict'), exact && sameType ? 'correct' : 'incorrect');
      count(tallies, key('type'), sameType ? 'correct' : 'incorrect');
      byType(layer, 'strict', gold, found, exact && sameType, tallies);
    }
    byMaker(strict, found, exact && sameType ? 'correct' : 'incorrect', tallies);
  }
  for (const name of names) {
    for (const _ of matching.missed) count(tallies, key(name), 'missed');
    for (const _ of matching.spurious) count(tallies, key(name), 'spurious');
  }
  for (const label of matching.spurious) byMaker(strict, label, 'spurious', tallies);
  if (typed) unpairedByType(layer, 'strict', matching, tallies);
}

/** The row measure and the shares of fields. */
function rows(layer: Layer, matching: Matching, tallies: Tallies): void {
  const key = (name: string) => tallyKey('layer', `${layer}.${name}`);
  const typed = layer !== 'sentences';
  for (const { gold, found } of matching.pairs) {
    const hit = !needsExact(layer) || isExact(gold, found);
    for (const { name, fields, also } of rowFields[layer]) {
      const right =
        hit && also(gold, found) && fields.every((field) => agreesOn(field, gold, found));
      count(tallies, key(name), right ? 'correct' : 'incorrect');
      if (name !== 'row') continue;
      byMaker(`${layer}.row`, found, right ? 'correct' : 'incorrect', tallies);
      if (typed) byType(layer, 'row', gold, found, right, tallies);
    }
    const counted = layer !== 'entities' || (hit && typeOf(layer, gold) === typeOf(layer, found));
    if (!counted) continue;
    for (const { name, fields, when } of shares[layer]) {
      if (!when(gold, found)) continue;
      const right = fields.every((field) => agreesOn(field, gold, found));
      count(tallies, key(name), right ? 'correct' : 'incorrect');
    }
  }
  for (const { name } of rowFields[layer]) {
    for (const _ of matching.missed) count(tallies, key(name), 'missed');
    for (const _ of matching.spurious) count(tallies, key(name), 'spurious');
  }
  for (const label of matching.spurious) byMaker(`${layer}.row`, label, 'spurious', tallies);
  if (typed) unpairedByType(layer, 'row', matching, tallies);
}

/** A name, a block or a sentence with other bounds is another one. */
const needsExact = (layer: Layer): boolean =>
  layer === 'blocks' || layer === 'sentences' || layer === 'entities';

/** A pair of two types is missed under the one and spurious under the other. */
function byType(
  layer: Layer,
  name: string,
  gold: Label,
  found: Label,
  right: boolean,
  tallies: Tallies,
): void {
  const measure = `${layer}.${name}`;
  const type = typeOf(layer, gold);
  const other = typeOf(layer, found);
  if (type === other) {
    count(tallies, tallyKey('type', measure, type), right ? 'correct' : 'incorrect');
  } else {
    count(tallies, tallyKey('type', measure, type), 'missed');
    count(tallies, tallyKey('type', measure, other), 'spurious');
  }
}

function unpairedByType(layer: Layer, name: string, matching: Matching, tallies: Tallies): void {
  const measure = `${layer}.${name}`;
  for (const label of matching.missed) {
    count(tallies, tallyKey('type', measure, typeOf(layer, label)), 'missed');
  }
  for (const label of matching.spurious) {
    count(tallies, tallyKey('type', measure, typeOf(layer, label)), 'spurious');
  }
}

/** Counts for the rule and the grade of confidence that a found label carries. */
function byMaker(
  measure: string,
  found: Label,
  outcome: 'correct' | 'incorrect' | 'spurious',
  tallies: Tallies,
): void {
  if (typeof found.by === 'string') count(tallies, tallyKey('rule', measure, found.by), outcome);
  if (typeof found.confidence === 'string') {
    count(tallies, tallyKey('confidence', measure, found.confidence), outcome);
  }
}

function tellPairs(matching: Matching, key: string, tallies: Tallies): void {
  for (const _ of matching.pairs) count(tallies, key, 'correct');
  for (const _ of matching.missed) count(tallies, key, 'missed');
  for (const _ of matching.spurious) count(tallies, key, 'spurious');
}

/** Exact sentences outside gold's titles, as the shared scorer has them. */
function contentSentences(gold: LabelledArticle, matching: Matching, tallies: Tallies): void {
  const key = tallyKey('layer', 'sentences.content');
  const titles = gold.blocks.filter((block) => block.kind === 'title');
  const inTitle = (label: Label) =>
    titles.some((title) => title.start <= label.start && label.start < title.end);
  for (const pair of matching.pairs) {
    const [a, b] = [inTitle(pair.gold), inTitle(pair.found)];
    if (!a && !b) count(tallies, key, isExact(pair.gold, pair.found) ? 'correct' : 'incorrect');
    else if (!a) count(tallies, key, 'missed');
    else if (!b) count(tallies, key, 'spurious');
  }
  for (const label of matching.missed) if (!inTitle(label)) count(tallies, key, 'missed');
  for (const label of matching.spurious) if (!inTitle(label)) count(tallies, key, 'spurious');
}

function faultsOf(layer: Layer, matching: Matching): Fault[] {
  const faults: Fault[] = [];
  for (const { gold, found } of matching.pairs) {
    const wrong: string[] = isExact(gold, found) ? [] : ['boundary'];
    for (const field of fieldsOf[layer]) {
      if (comparable(field, gold, found) && !agreesOn(field, gold, found)) wrong.push(field);
    }
    if (wrong.length > 0) faults.push({ layer, outcome: 'wrong', gold, found, wrong });
  }
  for (const gold of matching.missed) {
    faults.push({ layer, outcome: 'missed', gold, found: null, wrong: [] });
  }
  for (const found of matching.spurious) {
    faults.push({ layer, outcome: 'spurious', gold: null, found, wrong: [] });
  }
  return faults;
}

/** Hand-made labels leave some fields out; those are no fault. */
const comparable = (field: Field, gold: Label, found: Label): boolean =>
  (field !== 'canonical' && field !== 'id') || (field in gold && field in found);
