import { z } from 'zod';
import { defineStage, type Enumeration, type Sentence } from '../article/article.ts';
import type { Mention, Recommendation, Strength } from '../article/schema.ts';
import type { Candidate } from '../kernel/rule.ts';
import { compileGrammar } from '../language/grammar.ts';
import type { Token } from '../language/tokens.ts';
import { type Names, namesIn } from './actors.ts';
import type { Cue } from './cue.ts';
import { goesOn, isByList, leadOf, readItem, readItemAct, startsWithGerund } from './item.ts';
import { classes, rules } from './rules.ts';
import { Speakers } from './source.ts';
import { saidByAttacker, toldOfLaw, toldOfOrder } from './told.ts';

const STAGE = 'recommendations';
const RANK: Readonly<Record<Strength, number>> = { strong: 3, medium: 2, weak: 1 };
/** Cues that tell as often of what a law holds. */
const OBLIGING = /\/(?:must|shall|have-to|need-to|is-needed|requires)$/u;

/** Where a sentence stands in a list that recommends. */
interface Place {
  readonly list: number;
  readonly ordinal: number;
  readonly introduction: number | null;
  /** The item's sentences. */
  readonly sentences: readonly number[];
}

/** Labels each sentence that recommends, with its strongest cue, and the items of lists that do. */
export const recommendations = defineStage({
  name: STAGE,
  reads: ['blocks', 'sentences', 'entities', 'lists'],
  writes: 'recommendations',
  options: z.strictObject({}),
  prepare() {
    const grammar = compileGrammar(STAGE, rules, classes);
    return ({ text, sentences, entities, lists }) => {
      const { places, introductions } = placesOf(lists, sentences);
      const actors = new Map<number, readonly string[]>();
      const names: Names = {
        sentences,
        mentionsIn: mentionsBySentence(sentences, entities),
        actorsOf: (index) => actors.get(index),
      };
      const speakers = new Speakers(text, names);
      let own: ReadonlySet<string> | null = null;
      const found: Recommendation[] = [];
      const cueOf = new Map<number, Candidate<Cue>>();
      for (const sentence of sentences) {
        if (sentence.kind !== 'paragraph' && sentence.kind !== 'list_item') continue;
        if (introductions.has(sentence.index) || asks(sentence.tokens)) continue;
        const cue =
          strongest(grammar.find(sentence.tokens, undefined), sentence, sentences) ??
          (places.has(sentence.index) ? readItemAct(sentence.tokens) : null);
        if (cue && !saidByAttacker(sentence.tokens)) cueOf.set(sentence.index, cue);
      }
      for (const sentence of sentences) {
        const place = places.get(sentence.index);
        let cue = cueOf.get(sentence.index);
        if (!cue) {
          // Of an item without any cue the first sentence stands for it.
          if (!place || place.sentences[0] !== sentence.index) continue;
          // "… protect themselves by:" – a gerund is an order there, whatever comes behind it.
          const ordered =
            place.introduction !== null &&
            isByList(sentences[place.introduction]!.tokens) &&
            startsWithGerund(sentence.tokens);
          if (!ordered && place.sentences.some((index) => cueOf.has(index))) continue;
          cue = readItem(sentence.tokens);
        }
        let who = cue.value.whoAt ? namesIn(cue.value.whoAt, sentence.index, names) : [];
        let { strength } = cue.value;
        if (place?.introduction != null && place.sentences[0] === sentence.index) {
          // "The Commission should:" – the items go on with its clause.
          const lead = leadOf(sentences[place.introduction]!.tokens);
          if (lead && goesOn(sentence.tokens)) {
            strength = lead.strength ?? strength;
            if (who.length === 0 && lead.who) who = namesIn(lead.who, place.introduction, names);
          }
        }
        actors.set(sentence.index, who);
        found.push({
          start: sentence.start,
          end: sentence.end,
          text: text.slice(sentence.start, sentence.end),
          strength,
          actors: who,
          action: cue.value.action,
          source: sourceOf(cue.value, sentence.index, place),
          list: place?.list ?? null,
          ordinal: place?.ordinal ?? null,
          sentence: sentence.index,
          by: cue.by,
          confidence: cue.confidence,
        });
      }
      return found;

      function sourceOf(cue: Cue, index: number, place: Place | undefined): string | null {
        let source = cue.speakerAt ? speakers.named(cue.speakerAt, index) : null;
        source ??= speakers.of(index);
        if (source === null && place && place.introduction !== null)
          source = speakers.of(place.introduction) ?? speakers.adviser(place.introduction);
        if (source === null) {
          // Reported speech goes on: "…, he suggested. Vendors should also …"
          const before = found.at(-1);
          if (
            before?.source &&
            before.sentence === index - 1 &&
            sentences[index - 1]!.block === sentences[index]!.block &&
            !place
          )
            source = before.source;
        }
        if (source === null) return null;
        own ??= ownName(text, sentences, entities);
        if (/^(?:the )?(?:authoring|authors|issuing|sponsoring|co-authoring)\b/iu.test(source))
          return null;
        return source.split('; ').every((name) => own!.has(name)) ? null : source;
      }
    };
  },
});

/** The strongest cue, the first of equal ones; null where none is left. */
function strongest(
  cues: readonly Candidate<Cue>[],
  sentence: Sentence,
  sentences: readonly Sentence[],
): Candidate<Cue> | null {
  let best: Candidate<Cue> | null = null;
  for (const cue of cues) {
    if (OBLIGING.test(cue.by) && lawBefore(sentence, sentences)) continue;
    if (
      !best ||
      RANK[cue.value.strength] > RANK[best.value.strength] ||
      (RANK[cue.value.strength] === RANK[best.value.strength] && cue.start < best.start)
    )
      best = cue;
  }
  return best;
}

/** Whether the sentences before in the same block tell of a law's contents. */
function lawBefore(sentence: Sentence, sentences: readonly Sentence[]): boolean {
  for (let at = sentence.index - 1; at >= 0 && at > sentence.index - 4; at--) {
    const other = sentences[at]!;
    if (other.block !== sentence.block) return false;
    if (toldOfLaw(other.tokens) || toldOfOrder(other.tokens)) return true;
  }
  return false;
}

/** A question, by the mark that it ends with. */
function asks(tokens: readonly Token[]): boolean {
  for (let at = tokens.length - 1; at >= 0 && at >= tokens.length - 3; at--) {
    const { lower, kind } = tokens[at]!;
    if (lower === '?') return true;
    if (kind !== 'mark') return false;
  }
  return false;
}

function placesOf(
  lists: readonly Enumeration[],
  sentences: readonly Sentence[],
): { places: Map<number, Place>; introductions: Set<number> } {
  const places = new Map<number, Place>();
  const introductions = new Set<number>();
  let number = 0;
  for (const list of lists) {
    const { introduction } = list;
    if (introduction !== null) {
      const colon = sentences[introduction]!.tokens.at(-1)?.lower === ':';
      if (list.recommends || colon) introductions.add(introduction);
    }
    if (!list.recommends) continue;
    number++;
    for (const item of list.items) {
      const place: Place = {
        list: number,
        ordinal: item.ordinal,
        introduction,
        sentences: item.sentences,
      };
      for (const index of item.sentences) if (!places.has(index)) places.set(index, place);
    }
  }
  return { places, introductions };
}

function mentionsBySentence(
  sentences: readonly Sentence[],
  entities: readonly Mention[],
): (index: number) => readonly Mention[] {
  let bySentence: Map<number, Mention[]> | null = null;
  return (index) => {
    if (!bySentence) {
      bySentence = new Map();
      let at = 0;
      for (const mention of entities) {
        while (at < sentences.length && sentences[at]!.end <= mention.start) at++;
        const list = bySentence.get(at);
        if (list) list.push(mention);
        else bySentence.set(at, [mention]);
      }
    }
    return bySentence.get(index) ?? [];
  };
}

const SELF =
  /\b(?:this|these) (?:joint |emergency |operational |binding |cybersecurity |security |new )?(?:directives?|advisory|alert|guidance|guide|letter|memorandum|document|fact sheet|bulletin|order)\b/iu;

/** Bodies that speak in their own text: those named at the top of a text that calls itself a directive or the like. */
function ownName(
  text: string,
  sentences: readonly Sentence[],
  entities: readonly Mention[],
): ReadonlySet<string> {
  if (!SELF.test(text)) return new Set();
  const limit = sentences[Math.min(8, sentences.length - 1)]?.end ?? 0;
  return new Set(
    entities
      .filter(
        ({ end, type }) => end <= limit && (type === 'government_body' || type === 'organization'),
      )
      .map(({ name }) => name),
  );
}
