import type { Mention } from '../../article/schema.ts';
import type { Token } from '../../language/tokens.ts';
import type { Scene } from '../scene.ts';
import type { ArticleScenes } from './article-scenes.ts';
import { isVerb } from './clauses.ts';

/** Somebody to whom a sentence gives its words. Token indexes; the scope is half-open. */
interface Attribution {
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

const forms = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Verbs of telling and counting, in the forms that have a subject of their own. */
const TELLS = forms(`
  said says say told tells tell added adds add noted notes note reported reports report estimated
  estimates estimate found finds find showed shows show suggested suggests suggest claimed claims claim
  warned warns warn acknowledged acknowledges announced announces announce revealed reveals reveal
  disclosed discloses disclose stated states explained explains explain wrote writes write believed
  believes believe confirmed confirms confirm predicted predicts predict projected projects project
  calculated calculates concluded concludes conclude indicated indicates indicate testified alleged
  alleges accused accuses argued argues identified identifies identify recorded records record tallied
  counted counts logged observed tracked registered highlighted highlights cited cites described
  put puts classed called ranked valued pegged rated looked examined analysed analyzed assessed spoke
  discovered saying adding noting claiming estimating reporting shown insisted boasted asserted
  attributed forecast forecasts surveyed documented determined admitted admits detailed recalled
  advised reckons reckoned expects expected detected`);
/** What the subject does itself: the quantity may be its own. */
const COUNTS = forms(`
  reported reports report identified identifies registered discovered detected disclosed acknowledged
  admitted`);
/** Those that are nouns as often: only the tagger's word counts. */
const DOUBTFUL = forms(
  'reports report estimates estimate finds claims claim notes note records record states counts projects project shows show forecast forecasts track tracked cites',
);
/** Verbs behind which the words told may follow without "that". */
const SAYS = forms('said says say told added adds wrote writes explained noted warned');
const HELPING =
  /^(?:has|have|had|having|also|further|previously|recently|later|earlier|then|now|would|will|to|not|n't|publicly|reportedly|subsequently|separately|repeatedly|already|first|initially|since|once|still|did|does|do|is|was|are|were|be|been|officially|itself|himself|herself|themselves|on|in)$/;
const PRONOUN = /^(?:he|she|it|they|who|which|that)$/;
const AUTHOR = /^(?:i|we|you|us|one)$/;
/** Things spoken of again by a common noun. */
const AGAIN =
  /^(?:agency|company|firm|bureau|department|ministry|report|reports|study|survey|researchers|researcher|group|organization|organisation|body|watchdog|regulator|statement|paper|document|notice|alert|advisory|authors|author|official|officials|spokesperson|spokesman|spokeswoman|team|vendor|bank|giant|maker|minister|director|president|analyst|analysts|expert|experts|findings|figures|data|research|poll|assessment|analysis|commission|government|centre|center|institute|fund|think|executive|ceo|chief)$/;
const RANK: Readonly<Record<string, number>> = {
  person: 6,
  organization: 5,
  government_body: 5,
  international_body: 5,
  threat_actor: 4,
  country: 2,
  place: 1,
  event: 1,
};

const STUDY =
  /^(?:analysis|survey|study|report|poll|review|audit|investigation|research|scan|examination|assessment|sample|data|figures)$/;
const RECKONING =
  /^(?:count|estimate|estimates|reckoning|tally|account|calculation|calculations|figures)$/;
const PASSIVE_TOO = /^(?:called|rated|pegged|valued|classed|ranked)$/;
/** "puts the cost at" */
const putsAt = (tokens: readonly Token[], verb: number): boolean =>
  tokens.slice(verb + 1, verb + 16).some((token) => token.lower === 'at');
const LOOKS = /^(?:looked|spoke)$/;
/** First words of a sentence that goes on with what was told before. */
const GOES_ON =
  /^(?:but|and|also|of|among|those|these|they|another|additionally|furthermore|moreover|overall|only|it|he|she|its)$/;

/** Finds who is said to have counted or claimed what stands at a place of an article. */
export class Sources {
  readonly #scenes: ArticleScenes;
  readonly #found = new Map<number, readonly Attribution[]>();
  readonly #quotes: readonly (readonly number[])[];
  /** In an interview of questions and answers, who answers. */
  readonly #answers: readonly (string | null)[];

  constructor(scenes: ArticleScenes) {
    this.#scenes = scenes;
    this.#quotes = quotedTogether(scenes);
    this.#answers = answersOf(scenes);
  }

  /** The source of tokens `[start, end)` of a sentence, or null for the author's own word. */
  of(sentence: number, start: number, end: number): string | null {
    const own = this.#attributions(sentence);
    let best: Attribution | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const each of own) {
      if (start < each.from || end > each.to) continue;
      if (each.start <= start && end <= each.end && !this.#isStudyOf(sentence, each, start))
        continue;
      const distance = (each.at < start ? start - each.at : each.at - end) - (each.study ? 30 : 0);
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    return best?.name ?? this.#carried(sentence) ?? this.#answers[sentence] ?? null;
  }

  /** "A survey of 200 firms by X found": what was surveyed is X's too. */
  #isStudyOf(sentence: number, each: Attribution, start: number): boolean {
    const { tokens } = this.#scenes.at(sentence);
    for (let at = each.start; at < Math.min(start, each.start + 8); at++) {
      if (STUDY.test(tokens[at]!.lower)) return true;
    }
    return false;
  }

  /** The words of a sentence that only name who tells: what they name is not what is told of. */
  tellersAt(sentence: number): readonly { readonly start: number; readonly end: number }[] {
    return this.#attributions(sentence).filter((each) => !each.counts);
  }

  /** Where a quotation or a list goes on, the source that was named for it. */
  #carried(sentence: number): string | null {
    for (const other of this.#quotes[sentence] ?? []) {
      const named = this.#attributions(other);
      if (other !== sentence && named.length > 0) return named.at(-1)!.name;
    }
    const { sentences } = this.#scenes;
    const first = sentences[sentence]!.tokens[0]?.lower ?? '';
    if (GOES_ON.test(first) && sentences[sentence - 1]?.block === sentences[sentence]!.block) {
      const named = this.#attributions(sentence - 1);
      if (named.length > 0) return named.at(-1)!.name;
    }
    if (sentences[sentence]!.kind === 'list_item') {
      let before = sentence - 1;
      while (before >= 0 && sentences[before]!.kind === 'list_item') before--;
      const tokens = sentences[before]?.tokens;
      if (tokens && tokens.at(-1)?.text === ':') {
        const named = this.#attributions(before);
        if (named.length > 0) return named.at(-1)!.name;
      }
    }
    return null;
  }

  #attributions(sentence: number, depth = 0): readonly Attribution[] {
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
      if (token.lower === 'per' || token.lower === 'by') return true;
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
      if (index === 0 && word === 'by') this.#readCount(found, scene, sentence, depth);
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
  #readCount(found: Attribution[], scene: Scene, sentence: number, depth: number): void {
    const { tokens } = scene;
    const end = endOfPhrase(scene, 1);
    if (!RECKONING.test(tokens[end - 1]?.lower ?? '')) return;
    let owner = tokens[end - 2]?.lower === 'own' ? end - 2 : end - 1;
    if (tokens[owner - 1]?.lower === "'s") owner--;
    if (owner <= 1) return;
    this.#add(found, scene, sentence, depth, 1, owner, 0, 0, tokens.length, true);
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
        scene.mentionAt(verb + 1) >= 0 || tags[verb + 1] === 'DET' || tags[verb + 1] === 'PROPN';
      if (next && named && /^["”,]/.test(last!.text)) {
        const stop = endOfPhrase(scene, verb + 1);
        if (!isVerb(tags[stop])) {
          this.#add(found, scene, sentence, depth, verb + 1, stop, verb, 0, tokens.length);
          return;
        }
      }
    }
    let start = startOfSubject(scene, end);
    if (start >= end) {
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
    this.#add(found, scene, sentence, depth, start, end, verb, frontFrom(scene, start, from), to);
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
  ): void {
    const named = this.#nameOf(scene, sentence, depth, start, end);
    if (!named) return;
    const counts = COUNTS.has(scene.tokens[at]!.lower) && scene.tokens[at + 1]?.lower !== 'that';
    found.push({ ...named, at, start, end, counts, study, from, to });
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
    if (AUTHOR.test(first)) return null;
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
      const named = this.#attributions(sentence - back, depth + 1);
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
    for (let back = 0; back <= 8 && sentence - back >= 0; back++) {
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

const FRONTED =
  /^(?:in|during|since|of|among|out|by|for|over|between|from|across|with|at|after|as)$/;

/** "a survey by", "figures from", "a report released in May by": a study's maker follows. */
function followsStudy(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 5); at--) {
    const word = tokens[at]!.lower;
    if (STUDY.test(word)) return tokens[index]!.lower !== 'of' && at >= index - 5;
    if (tokens[at]!.kind === 'mark') return false;
  }
  return false;
}

/** A fronted part of the sentence belongs to what is told: "Last year 10 sites fell, X said". */
const frontFrom = (scene: Scene, start: number, from: number): number => {
  const { tokens } = scene;
  // "…, and X said": what stands before is told by somebody else
  if (/^(?:and|but|while|as|;)$/.test(tokens[start - 1]?.lower ?? '')) return start;
  const instance = /^(?:instance|example)$/.test(tokens[1]?.lower ?? '');
  if ((FRONTED.test(tokens[0]!.lower) && !instance) || scene.dateAt(0)) return 0;
  for (let index = 0; index < start; index++) {
    if (scene.tags()[index] === 'VERB') return from === 0 ? 0 : start;
  }
  return 0;
};

/** Nothing but a full stop, quotes or an adverbial follows. */
function isOver(scene: Scene, index: number): boolean {
  for (let at = index; at < Math.min(scene.tokens.length, index + 8); at++) {
    const token = scene.tokens[at]!;
    if (/^[.,"”!?]$/.test(token.text)) return true;
    if (scene.dateAt(at) || /^(?:in|on|at|to|of|a|the|last|this)$/.test(token.lower)) continue;
    if (scene.mentionAt(at) >= 0) continue;
    return false;
  }
  return true;
}

/** The index behind the noun phrase of a source: to a comma, a verb or a relative pronoun. */
function endOfPhrase(scene: Scene, start: number): number {
  const { tokens } = scene;
  let at = start;
  for (; at < tokens.length && at < start + 16; at++) {
    const token = tokens[at]!;
    if (scene.mentionAt(at) >= 0) continue;
    if (token.kind === 'mark' && !/^[-'’&/]$/.test(token.text)) break;
    if (
      /^(?:who|which|that|whose|where|when|after|because|as|and|but|released|published|obtained|reviewed|seen)$/.test(
        token.lower,
      ) &&
      at > start
    ) {
      if (token.lower !== 'and' || scene.mentionAt(at + 1) < 0) break;
    }
    if (isVerb(scene.tags()[at]) && at > start + 1 && !/(?:ed|ing)$/.test(token.lower)) break;
  }
  return at;
}

/** The index of the first token of the subject that ends before `end`. */
function startOfSubject(scene: Scene, end: number): number {
  const { tokens } = scene;
  const tags = scene.tags();
  let stop = end;
  // "The NTT Corporation, which provided …, said": the subject stands before the insertion
  if (tokens[end - 1]?.text === ',') {
    let open = end - 2;
    while (open > 0 && tokens[open]!.text !== ',') open--;
    if (open <= 0) return end;
    stop = open;
  }
  let at = stop;
  for (; at > 0 && stop - at < 22; at--) {
    const token = tokens[at - 1]!;
    if (scene.mentionAt(at - 1) >= 0) continue;
    if (token.kind === 'mark' && !/^[-'’&/]$/.test(token.text)) break;
    if (
      /^(?:that|which|who|while|because|although|but|if|when|as|whereas|and|so|after|before)$/.test(
        token.lower,
      )
    ) {
      if (token.lower === 'and' && scene.mentionAt(at) >= 0 && isFirstName(scene, at - 2)) continue;
      break;
    }
    if (TELLS.has(token.lower) && isVerb(tags[at - 1]) && at < stop) break;
    if (isVerb(tags[at - 1]) && !/(?:ed|ing|en|known)$/.test(token.lower)) break;
  }
  return at;
}

/** The name at `index` opens its clause: "X and Y said", not "… hit X and Y said". */
function isFirstName(scene: Scene, index: number): boolean {
  const which = scene.mentionAt(index);
  if (which < 0) return false;
  let at = index;
  while (at > 0 && scene.mentionAt(at - 1) === which) at--;
  return (
    at === 0 ||
    scene.tokens[at - 1]!.kind === 'mark' ||
    /^(?:by|from|of|at)$/.test(scene.tokens[at - 1]!.lower) ||
    (/^(?:the|both|while|that)$/.test(scene.tokens[at - 1]!.lower) &&
      (at < 2 || scene.tokens[at - 2]!.kind === 'mark'))
  );
}

function bestMention(scene: Scene, start: number, end: number, person = false): Mention | null {
  let best: Mention | null = null;
  let rank = 0;
  let last = -1;
  for (let at = start; at < end; at++) {
    const which = scene.mentionAt(at);
    if (which < 0 || which === last) continue;
    last = which;
    const mention = scene.mentions[which]!;
    const worth = person ? (mention.type === 'person' ? 1 : 0) : (RANK[mention.type] ?? 0);
    // of "the ministry's CERT" the one that is possessed
    const owned = scene.tokens[at - 1]?.lower === "'s" && worth >= 4 && worth >= rank;
    if (worth > rank || owned) {
      rank = worth;
      best = mention;
    }
  }
  return best;
}

/** The second of two names joined by "and": "a study by X and Y". */
function joined(scene: Scene, start: number, end: number, first: Mention): string | null {
  for (let at = start; at < end - 1; at++) {
    if (scene.tokens[at]!.lower !== 'and') continue;
    const left = scene.tokens[at - 1]!.text === ')' ? at - 2 : at - 1;
    const right = scene.tokens[at + 1]!.lower === 'the' ? at + 2 : at + 1;
    const before = scene.mentions[scene.mentionAt(left)];
    const behind = scene.mentions[scene.mentionAt(right)];
    if (before?.name !== first.name || !behind || behind.name === first.name) continue;
    if ((RANK[behind.type] ?? 0) >= 4 || behind.type === first.type) return behind.name;
  }
  return null;
}

const lastPerson = (scene: Scene): Mention | null =>
  [...scene.mentions].reverse().find((mention) => mention.type === 'person') ?? null;

/** The words of a source as they stand, its first letter small where only the sentence made it great. */
function wordsOf(
  scene: Scene,
  start: number,
  end: number,
): { name: string; person: boolean } | null {
  const { tokens } = scene;
  let from = start;
  let to = end;
  while (from < to && (scene.dateAt(from) || tokens[from]!.kind === 'mark')) from++;
  while (
    from < to &&
    /^(?:in|on|at|meanwhile|however|also|separately|still|for|instance|example|but|and|overall)$/.test(
      tokens[from]!.lower,
    )
  )
    from++;
  while (
    to > from &&
    (scene.dateAt(to - 1) || /^(?:in|on|at|last|[,"])$/.test(tokens[to - 1]!.lower))
  )
    to--;
  const words = tokens.slice(from, to);
  if (words.length === 0 || words.length > 10) return null;
  if (!words.some((word) => word.kind === 'word' && word.text.length > 2)) return null;
  if (
    /^(?:this|that|there|these|those|it|what|nobody|some|many|others|none|all|both)$/.test(
      words[0]!.lower,
    ) &&
    words.length === 1
  )
    return null;
  let text = '';
  for (const [place, word] of words.entries()) {
    text += (place > 0 && word.spaced ? ' ' : '') + word.text;
  }
  return { name: from === 0 ? text[0]!.toLowerCase() + text.slice(1) : text, person: false };
}

/** For each sentence behind "A:" and before the next "Q:", the person first named; else null. */
function answersOf(scenes: ArticleScenes): readonly (string | null)[] {
  const { sentences } = scenes;
  const opens = (index: number, letter: string) =>
    sentences[index]!.tokens[0]?.text === letter &&
    /^[:.]$/.test(sentences[index]!.tokens[1]?.text ?? '');
  const answers: (string | null)[] = [];
  let count = 0;
  for (const { index } of sentences) if (opens(index, 'A')) count++;
  if (count < 2) return answers;
  let person: string | null = null;
  for (const { index } of sentences) {
    person ??= scenes.mentionsIn(index).find(({ type }) => type === 'person')?.name ?? null;
  }
  let answering = false;
  for (const { index, kind } of sentences) {
    if (opens(index, 'Q') || kind === 'heading') answering = false;
    else if (opens(index, 'A')) answering = true;
    answers.push(answering ? person : null);
  }
  return answers;
}

/** For each sentence, those that stand in one quotation with it; empty where it stands in none. */
function quotedTogether(scenes: ArticleScenes): readonly (readonly number[])[] {
  const { sentences } = scenes;
  const together: number[][] = sentences.map(() => []);
  let group: number[] = [];
  let open = false;
  for (const sentence of sentences) {
    const before: boolean = open;
    for (const [place, token] of sentence.tokens.entries()) {
      if (token.text === '“') open = true;
      else if (token.text === '”') open = false;
      // a paragraph that goes on with a quotation opens with a mark of its own
      else if (token.text === '"') open = place === 0 && before && token.spaced ? true : !open;
    }
    if (before) group.push(sentence.index);
    else group = [sentence.index];
    if (before || open) for (const index of group) together[index] = group;
    // a mark that was never closed must not hold the rest of the article
    if (group.length > 8) open = false;
  }
  return together;
}
