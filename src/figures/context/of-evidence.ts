import { anyOf } from '../../language/word-set.ts';
import type { Scene } from '../scene.ts';
import type { ArticleScenes } from './article-scenes.ts';
import { clausesOf } from './clauses.ts';
import { addMentions } from './of-names.ts';
import { sortOf } from './of-sorts.ts';
import { Ballot, weigh, weighFor } from './of-weights.ts';
import {
  type Around,
  antecedents,
  type Counted,
  isNoTopic,
  ownerAgain,
  pronounBefore,
} from './topic.ts';

const NONE_NAMED = weigh('none named in the clause');
const NONE_SHARE_OF = weigh('none share of');
const NONE_TOLD = weigh('none told');
const NONE_HYPOTHETICAL = weigh('none hypothetical');
const NONE_BEFORE = weigh('none before');
const FIGURE_BEFORE = weigh('figure before');
const SHARES_CLAUSE = weigh('figure before in clause');
const MOST_NAMED = weigh('most named');
const SUBJECT_BEFORE = weigh('subject before');
const IN_TITLE = weigh('in the title');
const PRONOUNS: ReadonlySet<string> = new Set(['it', 'they', 'its', 'their']);

/** Weighs all that may be the owner of a figure. */
export function ballotOf(
  scenes: ArticleScenes,
  sentence: number,
  figure: Counted,
  around: Around,
): Ballot {
  const scene = scenes.at(sentence);
  const clauses = clausesOf(scene);
  const sort = sortOf(scene, figure);
  const ballot = new Ballot();
  ballot.add('', weighFor('none', sort));
  if (!addMentions(ballot, scene, clauses, figure, sort, around)) {
    ballot.add('', NONE_NAMED);
  }
  if (figure.kind === 'percent' && scene.tokens[figure.end]?.lower === 'of') {
    ballot.add('', NONE_SHARE_OF);
  }
  if (tellsAll(around, figure)) ballot.add('', NONE_TOLD);
  if (hypothetical(scene, clauses, figure)) ballot.add('', NONE_HYPOTHETICAL);
  const owner = ownerAgain(scene, figure);
  const again = owner ?? pronounBefore(scene, clauses, figure, around);
  if (again) {
    const names = antecedents(scenes, sentence, again, figure.start, around.tellers);
    const reason = owner ? 'again owner' : PRONOUNS.has(again) ? 'again pronoun' : 'again noun';
    for (let rank = 0; rank < names.length; rank++) {
      ballot.add(
        names[rank]!,
        weighFor('again', sort) + weigh(rank === 0 ? reason : `${reason} second`),
      );
    }
  }
  const { before, last, topic, first, land } = around;
  if (before) {
    ballot.add(before.of, FIGURE_BEFORE);
    if (sharesClause(scene, clauses, before, figure.start)) ballot.add(before.of, SHARES_CLAUSE);
  }
  if (last === null) ballot.add('', NONE_BEFORE);
  else if (last !== undefined && !before) ballot.add(last, weighFor('sentence before', sort));
  if (topic) ballot.add(topic, weighFor('topic', sort));
  if (first && first !== topic) ballot.add(first, MOST_NAMED);
  for (const teller of around.tellers) {
    const body = scene.mentionAt(teller.end - 1);
    const country = body < 0 ? null : countryIn(scenes, scene.mentions[body]!.name);
    // it may be told of, though nothing more speaks for it
    if (country) ballot.add(country, 0);
  }
  if (land) ballot.add(land, weighFor('land', sort));
  const subject = subjectOf(scenes, sentence - 1);
  if (subject) ballot.add(subject, SUBJECT_BEFORE);
  if (scenes.sentences[0]?.kind === 'title') {
    const titled = new Set<string>();
    for (const { name } of scenes.mentionsIn(0)) {
      if (titled.has(name) || !ballot.has(name)) continue;
      titled.add(name);
      ballot.add(name, IN_TITLE);
    }
  }
  return ballot;
}

/** Somebody tells it. */
function tellsAll({ tellers }: Around, figure: Counted): boolean {
  for (const each of tellers) {
    if (each.end <= figure.start || each.start >= figure.end) return true;
  }
  return false;
}

/** "if a firm loses $5m", "could cost", "should spend" */
function hypothetical(scene: Scene, clauses: Uint8Array, figure: Counted): boolean {
  for (let at = figure.start - 1; at >= 0 && clauses[at] === clauses[figure.start]; at--) {
    if (supposes(scene.tokens[at])) return true;
  }
  return false;
}

const supposes = anyOf('if when could can should must would may might every any each');

/** The figure before it stands in the same clause and nothing else came between. */
function sharesClause(
  scene: Scene,
  clauses: Uint8Array,
  { end, of }: { readonly end: number; readonly of: string },
  start: number,
): boolean {
  if (Math.abs(clauses[end - 1]! - clauses[start]!) > 1) return false;
  for (let at = end; at < start; at++) {
    const which = scene.mentionAt(at);
    if (which >= 0 && scene.mentions[which]!.name !== of) return false;
  }
  return true;
}

/** The first name of a sentence that is its subject, or null. */
function subjectOf(scenes: ArticleScenes, sentence: number): string | null {
  if (sentence < 0) return null;
  for (const mention of scenes.mentionsIn(sentence)) {
    if (!isNoTopic(mention)) return mention.name;
  }
  return null;
}

const countries = new WeakMap<ArticleScenes, CountriesOf>();

interface CountriesOf {
  readonly named: ReadonlySet<string>;
  readonly byBody: Map<string, string | null>;
}

/** The country in the name of a body: "Communications Authority of Kenya". */
function countryIn(scenes: ArticleScenes, body: string): string | null {
  let known = countries.get(scenes);
  if (!known) {
    const named = new Set<string>();
    for (const { index } of scenes.sentences) {
      for (const { type, name } of scenes.mentionsIn(index))
        if (type === 'country') named.add(name);
    }
    known = { named, byBody: new Map() };
    countries.set(scenes, known);
  }
  let found = known.byBody.get(body);
  if (found === undefined) {
    found = null;
    for (const country of known.named) {
      if (body === country || !body.includes(country)) continue;
      found = country;
      break;
    }
    known.byBody.set(body, found);
  }
  return found;
}
