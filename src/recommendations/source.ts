import type { Sentence } from '../article/article.ts';
import type { Mention } from '../article/schema.ts';
import type { Token } from '../language/tokens.ts';
import { type Names, namesIn } from './actors.ts';
import { wordsOf } from './cue.ts';
import { DETERMINERS } from './grammar-words.ts';
import { subjectBefore } from './subject.ts';

const SAID = new Set(
  `said says say saying added adds noted notes argued argues suggested suggests told tells warned warns
  explained explains wrote writes stressed stresses emphasized emphasised emphasizes emphasises stated
  believes believe believed thinks recommended recommends recommend advised advises urged urges
  asked insisted insists agreed agrees concluded concludes proposed proposes cautioned
  cautions remarked commented pointed points observed continued testified reiterated declared announced
  acknowledged tweeted`.split(/\s+/),
);

/** Finds who speaks in the sentences of one article. */
export class Speakers {
  readonly #names: Names;
  readonly #text: string;
  readonly #found = new Map<number, string | null>();

  constructor(text: string, names: Names) {
    this.#text = text;
    this.#names = names;
  }

  /**
   * Who recommends in a sentence: the one it names, else, in a quotation or in speech that goes on,
   * the speaker of the sentences around; null for the author.
   */
  of(index: number): string | null {
    const own = this.#framed(index);
    if (own) return own;
    const { sentences } = this.#names;
    const sentence = sentences[index]!;
    if (!this.#quoted(index)) return null;
    for (
      let next = index + 1;
      sentences[next]?.block === sentence.block && next < index + 4;
      next++
    ) {
      const speaker = this.#framed(next);
      if (speaker) return speaker;
    }
    return this.last(index);
  }

  /** Who gives the advice that a sentence announces ("The panel made five proposals"). */
  adviser(index: number): string | null {
    const { tokens } = this.#names.sentences[index]!;
    if (
      !tokens.some(({ lower }) => /^(?:recommend|propos|advi[cs]|suggest|urg|demand)/u.test(lower))
    )
      return null;
    const verb = tokens.findIndex(
      ({ lower }, at) =>
        at > 0 &&
        /^(?:made|makes|gave|gives|issued|issues|published|set|sets|offered|offers|listed|lists|outlined|outlines|put|puts|has|have|recommend(?:s|ed)|propose[sd]|demand(?:s|ed))$/u.test(
          lower,
        ),
    );
    const subject = verb > 0 ? subjectBefore(tokens, verb) : null;
    return subject && subject.kind === 'agent'
      ? this.named([subject.start, subject.end], index)
      : null;
  }

  /** The speaker named last before a sentence, within three blocks. */
  last(index: number): string | null {
    const { sentences } = this.#names;
    const { block } = sentences[index]!;
    for (let back = index - 1; back >= 0 && sentences[back]!.block >= block - 4; back--) {
      if (sentences[back]!.kind === 'heading') return null;
      const speaker =
        this.#framed(back) ?? this.#person(back, sentences[back]!.start, sentences[back]!.end);
      if (speaker) return speaker;
    }
    return null;
  }

  /** A phrase as a source: its names, a pronoun as who spoke before. */
  named(range: readonly [number, number], index: number): string | null {
    const { tokens } = this.#names.sentences[index]!;
    const first = tokens[range[0]]!.lower.replace(/'(?:d|ll|ve|re)$/u, '');
    if (/^(?:we|i|us|you|this|these|that|our|my)$/u.test(first)) return null;
    if (range[1] - range[0] === 1 && /^(?:he|she|they|it)$/u.test(first))
      return this.#other(index, range) ?? this.last(index);
    const person = this.#person(index, tokens[range[0]]!.start, tokens[range[1] - 1]!.end);
    if (person) return person;
    const names = namesIn(range, index, this.#names);
    if (names.length > 0) {
      const words = names.join('; ');
      // "the analyst said": somebody named before.
      if (
        /^the (?:[\w'-]+ ){0,3}(?:analyst|expert|researcher|executive|spokesman|spokeswoman|spokesperson|official|minister|professor|director|senator|author|founder|chief)$/iu.test(
          words,
        )
      )
        return this.last(index) ?? words;
      return words;
    }
    return /report|study|paper|survey|review|audit|advisory|alert|strategy|guidance/u.test(
      tokens[range[1] - 1]!.lower,
    )
      ? wordsOf(tokens, range[0], range[1])
      : null;
  }

  /** The one whom a frame of the sentence names ("X said", "according to X"). */
  #framed(index: number): string | null {
    const before = this.#found.get(index);
    if (before !== undefined) return before;
    this.#found.set(index, null);
    const found = this.#frame(index);
    this.#found.set(index, found);
    return found;
  }

  #frame(index: number): string | null {
    const { tokens } = this.#names.sentences[index]!;
    for (let at = 0; at < tokens.length; at++) {
      const { lower } = tokens[at]!;
      if (lower === 'according' && tokens[at + 1]?.lower === 'to') {
        const end = phraseAfter(tokens, at + 2);
        const name = end > at + 2 ? this.named([at + 2, end], index) : null;
        if (name) return name;
        continue;
      }
      if (!SAID.has(lower) || (at === 0 && lower !== 'said')) continue;
      const previous = tokens[at - 1]?.lower ?? '';
      if (
        DETERMINERS.has(previous) ||
        /^(?:to|not|be|is|are|was|were|been|can|could|would|will|may|might|as|it)$/u.test(previous)
      )
        continue;
      // "…," said X.
      if (/^[,"”'’]$/u.test(previous)) {
        const end = phraseAfter(tokens, at + 1);
        if (end > at + 1) {
          const name = this.named([at + 1, end], index);
          if (name) return name;
        }
      }
      const subject = subjectBefore(tokens, at);
      if (subject.kind === 'thing' || subject.kind === 'agent' || subject.kind === 'pronoun') {
        const name = this.named([subject.start, subject.end], index);
        if (name) return name;
      }
    }
    return null;
  }

  /** "Miller said she hopes": the one in front who speaks. */
  #other(index: number, range: readonly [number, number]): string | null {
    const { tokens } = this.#names.sentences[index]!;
    if (tokens.slice(0, range[0]).some(({ lower }) => /^["“”]$/u.test(lower))) return null;
    return this.#person(index, tokens[0]!.start, tokens[range[0]]!.start);
  }

  /** The person named last within a stretch. */
  #person(index: number, start: number, end: number): string | null {
    const mention = this.#names
      .mentionsIn(index)
      .filter((each: Mention) => each.type === 'person' && each.start >= start && each.end <= end)
      .at(-1);
    return mention?.name ?? null;
  }

  /** Whether the sentence stands in quotation marks, opened in it or before it in its block. */
  #quoted(index: number): boolean {
    const { sentences } = this.#names;
    const sentence: Sentence = sentences[index]!;
    let first = index;
    while (first > 0 && sentences[first - 1]!.block === sentence.block) first--;
    const piece = this.#text.slice(sentences[first]!.start, sentence.start + 2);
    const curly = piece.lastIndexOf('“');
    if (curly >= 0) return piece.indexOf('”', curly) < 0;
    return (piece.split('"').length - 1) % 2 === 1;
  }
}

/** The end of the noun phrase behind a reporting verb. */
function phraseAfter(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at < from + 14) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark' && !/^[-&'’]$/u.test(lower)) break;
    if (
      /^(?:that|who|which|in|at|on|for|from|when|as|while|during|after|to|if|with|last|this)$/u.test(
        lower,
      ) &&
      at > from
    )
      break;
    if (/^(?:that|if|in|on|at|to)$/u.test(lower)) break;
    at++;
  }
  return at;
}
