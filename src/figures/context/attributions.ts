import type { Mention } from '../../article/schema.ts';
import type { Scene } from '../scene.ts';
import type { ArticleScenes } from './article-scenes.ts';
import { isVerb } from './clauses.ts';
import {
  apposition,
  bestMention,
  clauseFrom,
  countsCases,
  endOfPhrase,
  followsStudy,
  frontFrom,
  isOver,
  joined,
  lastPerson,
  ownerOfStudy,
  subjectBefore,
  wordsOf,
} from './source-phrases.ts';
import {
  AGAIN,
  AUTHOR,
  COUNTS,
  COUNTS_CASES,
  DOUBTFUL,
  HELPING,
  LOOKS,
  PASSIVE_TOO,
  PRONOUN,
  putsAt,
  RANK,
  RECKONING,
  SAYS,
  TELLS,
} from './telling-words.ts';

/** Somebody to whom a sentence gives its words. Token indexes; the scope is half-open. */
export interface Attribution {
  readonly name: string;
  /** A person, for pronouns later on. */
  readonly person: boolean;
  readonly at: number;
  /** The words that name it. */
  readonly start: number;
  readonly end: number;
  /** It counted by itself ("identified 51 cases") rather than told of others. */
  readonly counts: boolean;
  /** It is the study that the sentence draws on, nearer or not. */
  readonly study: boolean;
  readonly from: number;
  readonly to: number;
}

/** Reads who tells or counts what in each sentence; read once and kept. */
export class Attributions {
  readonly #scenes: ArticleScenes;
  readonly #found = new Map<number, readonly Attribution[]>();

  constructor(scenes: ArticleScenes) {
    this.#scenes = scenes;
  }

  /** Those of a sentence; `depth` is how far back a pronoun has led already. */
  of(sentence: number, depth = 0): readonly Attribution[] {
    const known = this.#found.get(sentence);
    if (known) return known;
    const scene = this.#scenes.at(sentence);
    const found = this.#mayTell(scene) ? this.#read(scene, sentence, depth) : [];
    if (depth < 3) this.#found.set(sentence, found);
    return found;
  }

  /** Cheap: without a cue no part of speech is asked for. */
  #mayTell(scene: Scene): boolean {
    for (const token of scene.tokens) {
      if (TELLS.has(token.lower) || token.lower === 'according' || token.text === ':') return true;
      if (/^(?:per|by|findings?|numbers|figures|data|count|tally)$/.test(token.lower)) return true;
    }
    return false;
  }

  #read(scene: Scene, sentence: number, depth: number): Attribution[] {
    const { tokens } = scene;
    const found: Attribution[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const word = tokens[index]!.lower;
      if (word === 'according' && tokens[index + 1]?.lower === 'to') {
        const end = endOfPhrase(scene, index + 2);
        this.#add(found, scene, sentence, depth, index + 2, end, index, 0, tokens.length);
      } else if (TELLS.has(word) && scene.mentionAt(index) < 0) {
        this.#readVerb(found, scene, sentence, depth, index);
      }
    }
    for (let index = 0; index < tokens.length - 1; index++) {
      const word = tokens[index]!.lower;
      if (word === 'by') this.#readCount(found, scene, sentence, depth, index);
      const owner = ownerOfStudy(scene, index);
      if (owner) {
        const scope = { from: clauseFrom(tokens, index), to: tokens.length };
        const place = { at: index, start: index - 1, end: index + 1, counts: false, study: true };
        found.push({ name: owner.name, person: owner.type === 'person', ...place, ...scope });
      }
      // "losses reported to the bureau", "as reported to the council": it holds the count
      if (word === 'reported' && tokens[index + 1]?.lower === 'to') {
        const end = endOfPhrase(scene, index + 2);
        if (!bestMention(scene, index + 2, Math.min(end, index + 5))) continue;
        this.#add(found, scene, sentence, depth, index + 2, end, index, 0, tokens.length);
      }
      if ((word === 'by' || word === 'from') && followsStudy(tokens, index)) {
        const end = endOfPhrase(scene, index + 1);
        if (!bestMention(scene, index + 1, end)) continue;
        this.#add(found, scene, sentence, depth, index + 1, end, index, 0, tokens.length, true);
      }
    }
    const last = this.#fromColon(scene, sentence);
    if (last) found.push(last);
    return found;
  }

  /** "By the fund's own count, …", "By its estimate, …" */
  #readCount(
    found: Attribution[],
    scene: Scene,
    sentence: number,
    depth: number,
    by: number,
  ): void {
    const { tokens } = scene;
    const end = endOfPhrase(scene, by + 1);
    if (!RECKONING.test(tokens[end - 1]?.lower ?? '')) return;
    let owner = tokens[end - 2]?.lower === 'own' ? end - 2 : end - 1;
    if (/^['’]s$/.test(tokens[owner - 1]?.lower ?? '')) owner--;
    if (owner <= by + 1) return;
    this.#add(found, scene, sentence, depth, by + 1, owner, by, 0, tokens.length, true);
  }

  #readVerb(
    found: Attribution[],
    scene: Scene,
    sentence: number,
    depth: number,
    verb: number,
  ): void {
    const { tokens } = scene;
    const tags = scene.tags();
    const word = tokens[verb]!.lower;
    if (DOUBTFUL.has(word) && !isVerb(tags[verb])) return;
    if (/^(?:to|of|by|from|in|with|for)$/.test(tokens[verb - 1]?.lower ?? '')) return;
    // "…, adding that": whoever was named goes on; "a lack of reporting" tells nothing
    if (word.endsWith('ing') && tokens[verb - 1]?.lower !== 'having' && word !== 'reporting')
      return;
    if (word === 'reporting' && tokens[verb - 1]?.text !== ',') return;
    // "two reported attacks", "the estimated cost": a participle in front of its noun
    const before = tokens[verb - 1]?.lower ?? '';
    if (
      /ed$/.test(word) &&
      (/^(?:the|a|an|of|its|their)$/.test(before) ||
        tags[verb - 1] === 'NUM' ||
        tags[verb] === 'ADJ')
    ) {
      return;
    }
    // "losses reported to the police", "flaws found in the code"
    const next = tokens[verb + 1]?.lower ?? '';
    if (
      /ed$|^found$/.test(word) &&
      /^(?:to|by|as|in|at|from|on|against)$/.test(next) &&
      !LOOKS.test(word)
    ) {
      if (scene.mentionAt(verb - 1) < 0 && !PRONOUN.test(before) && !isVerb(tags[verb - 1])) return;
    }
    if (
      PASSIVE_TOO.test(word) &&
      scene.mentionAt(verb - 1) < 0 &&
      !/^(?:it|they|he|she|,|\))$/.test(before)
    )
      return;
    if (word === 'looked' && next !== 'at') return;
    if (COUNTS_CASES.test(word) && !countsCases(scene, verb)) return;
    if (/^puts?$/.test(word) && (before === 'to' || !putsAt(tokens, verb))) return;
    if (word === 'spoke' && next !== 'of') return;
    // passive: "were reported", "is estimated": the agent stands behind "by"
    if (/^(?:is|are|was|were|be|been|being)$/.test(before) && !/ing$/.test(word)) {
      if (tokens[verb + 1]?.lower === 'by') {
        const end = endOfPhrase(scene, verb + 2);
        this.#add(found, scene, sentence, depth, verb + 2, end, verb, 0, tokens.length);
      }
      return;
    }
    let end = verb;
    while (
      end > 0 &&
      (HELPING.test(tokens[end - 1]!.lower) || scene.dateAt(end - 1)) &&
      scene.mentionAt(end - 1) < 0
    ) {
      // "has not said how much": it tells nothing
      if (/^(?:not|n't)$/.test(tokens[end - 1]!.lower)) return;
      end--;
    }
    // "the Financial Action Task Force (FATF) found"
    if (tokens[end - 1]?.text === ')') {
      let open = end - 2;
      while (open > 0 && end - open < 9 && tokens[open]!.text !== '(') open--;
      if (tokens[open]?.text === '(') end = open;
    }
    // '…," said Dana Hill, who leads …': the subject stands behind its verb
    const last = tokens[end - 1];
    const closes = last === undefined ? false : /^["”’]$/.test(last.text) || last.text === ',';
    if (SAYS.has(word) && closes && end === verb) {
      const next = tokens[verb + 1];
      const named =
        scene.mentionAt(verb + 1) >= 0 || /^(?:DET|PROPN|NUM)$/.test(tags[verb + 1] ?? '');
      if (next && named && /^["”’,]/.test(last!.text)) {
        const stop = endOfPhrase(scene, verb + 1);
        if (!isVerb(tags[stop])) {
          this.#add(found, scene, sentence, depth, verb + 1, stop, verb, 0, tokens.length);
          return;
        }
      }
    }
    const subject = subjectBefore(scene, end);
    let { start } = subject;
    if (start >= subject.stop) {
      // "India was attacked too, having reported …": the subject of the sentence
      if (!/^(?:having|reporting)$/.test(tokens[end]!.lower)) return;
      const first = bestMention(scene, 0, end);
      if (!first) return;
      start = 0;
      const place = {
        at: verb,
        start: 0,
        end: 1,
        counts: true,
        study: false,
        from: 0,
        to: tokens.length,
      };
      found.push({ name: first.name, person: first.type === 'person', ...place });
      return;
    }
    // told behind the words ("…, the bureau added"): all before it; else what follows the verb
    const behind =
      start > 0 && /^(?:[,"”]|—)$/.test(tokens[start - 1]!.text) && isOver(scene, verb + 1);
    const [from, to] = behind ? [0, tokens.length] : [Math.max(0, start - 12), tokens.length];
    // "… were hit in what the watchdog called …": all that stands before is told
    const judged = tokens[start - 1]?.lower === 'what';
    const front = judged ? clauseFrom(tokens, start) : frontFrom(scene, start, from);
    this.#add(found, scene, sentence, depth, start, subject.stop, verb, front, to, false, end);
  }

  #add(
    found: Attribution[],
    scene: Scene,
    sentence: number,
    depth: number,
    start: number,
    end: number,
    at: number,
    from: number,
    to: number,
    study = false,
    // where an insertion stands between the name and its verb
    over = end,
  ): void {
    const named =
      apposition(scene, start, end, over) ?? this.#nameOf(scene, sentence, depth, start, end);
    if (!named) return;
    const counts =
      COUNTS.has(scene.tokens[at]!.lower) &&
      !scene.tokens.slice(at + 1, at + 5).some((token) => token.lower === 'that');
    found.push({ ...named, at, start, end: over, counts, study, from, to });
  }

  /** The named entity of tokens `[start, end)`, what a pronoun stands for, or the words. */
  #nameOf(
    scene: Scene,
    sentence: number,
    depth: number,
    start: number,
    end: number,
  ): { name: string; person: boolean } | null {
    const { tokens } = scene;
    const mention = bestMention(scene, start, end);
    if (mention) {
      const person = mention.type === 'person';
      const other = person ? null : joined(scene, start, end, mention);
      return { name: other ? `${mention.name}; ${other}` : mention.name, person };
    }
    const first = tokens[start]?.lower ?? '';
    if (AUTHOR.test(first) && (first !== 'one' || end === start + 1)) return null;
    if (/^(?:who|which|that)$/.test(first)) {
      const before = bestMention(scene, Math.max(0, start - 8), start);
      return before ? { name: before.name, person: before.type === 'person' } : null;
    }
    if (PRONOUN.test(first) || /^(?:its|his|her|their)$/.test(first)) {
      return this.#antecedent(scene, sentence, depth, /^(?:he|she|his|her)$/.test(first), start);
    }
    if (
      /^(?:the|this|that)$/.test(first) &&
      AGAIN.test(tokens[end - 1]?.lower ?? '') &&
      end - start <= 6
    ) {
      const noun = tokens[end - 1]!.lower;
      const again = this.#antecedent(scene, sentence, depth, false, start, noun);
      if (again) return again;
    }
    if (/^(?:the|this|that)$/.test(first)) {
      // "the firm's yearly report"
      for (let at = start + 2; at < Math.min(end, start + 5); at++) {
        if (tokens[at]!.lower !== "'s" || !AGAIN.test(tokens[at - 1]!.lower)) continue;
        const again = this.#antecedent(scene, sentence, depth, false, start, tokens[at - 1]!.lower);
        if (again) return again;
      }
    }
    return wordsOf(scene, start, end);
  }

  /** Whom a pronoun or "the agency" stands for: who spoke last, else who was named last. */
  #antecedent(
    scene: Scene,
    sentence: number,
    depth: number,
    person: boolean,
    start: number,
    noun = '',
  ): { name: string; person: boolean } | null {
    if (noun) {
      const called = this.#calledBy(noun, sentence);
      if (called) return { name: called.name, person: false };
    }
    const inside = bestMention(scene, 0, start, person);
    if (inside && !noun && (person || (RANK[inside.type] ?? 0) >= 2))
      return { name: inside.name, person };
    if (depth >= 3) return null;
    for (let back = 1; back <= 5 && sentence - back >= 0; back++) {
      const named = this.of(sentence - back, depth + 1);
      for (const each of [...named].reverse()) {
        if (!person || each.person) return { name: each.name, person: each.person };
      }
      const earlier = this.#scenes.at(sentence - back);
      const mention = person
        ? lastPerson(earlier)
        : bestMention(earlier, 0, Math.min(earlier.tokens.length, 14));
      if (mention && (person || (RANK[mention.type] ?? 0) >= 4)) {
        return { name: mention.name, person: mention.type === 'person' };
      }
    }
    return inside && (RANK[inside.type] ?? 0) >= 4 ? { name: inside.name, person: false } : null;
  }

  /** The name last told that has the noun in it: "the ministry" after "Digital Affairs Ministry". */
  #calledBy(noun: string, sentence: number): Mention | null {
    if (
      !/^(?:ministry|agency|bureau|department|bank|commission|council|university|fund|institute|centre|center|office|authority|foundation|company|group|committee)$/.test(
        noun,
      )
    )
      return null;
    for (let back = 0; back <= sentence; back++) {
      for (const mention of [...this.#scenes.mentionsIn(sentence - back)].reverse()) {
        if ((RANK[mention.type] ?? 0) === 5 && mention.name.toLowerCase().includes(noun))
          return mention;
      }
    }
    return null;
  }

  /** "450 sites down: NTT" as a headline has it, and "NTT: 450 sites down". */
  #fromColon(scene: Scene, sentence: number): Attribution | null {
    const kind = this.#scenes.sentences[sentence]!.kind;
    if (kind !== 'title' && kind !== 'heading') return null;
    const { tokens } = scene;
    for (let index = 1; index < tokens.length - 1; index++) {
      if (tokens[index]!.text !== ':') continue;
      const [start, end] = tokens.length - index <= 6 ? [index + 1, tokens.length] : [0, index];
      if (end - start > 6) continue;
      const mention = bestMention(scene, start, end);
      const covers = mention && scene.mentionAt(start) >= 0;
      if (mention && covers) {
        return {
          name: mention.name,
          person: mention.type === 'person',
          at: index,
          start,
          end,
          counts: false,
          study: false,
          from: 0,
          to: tokens.length,
        };
      }
    }
    return null;
  }
}
