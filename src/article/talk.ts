import { formTest } from '../language/form-fact.ts';
import { anyOf } from '../language/word-set.ts';
import type { Sentence } from './article.ts';
import type { Mention } from './schema.ts';

/** What of an article tells who speaks in a talk. */
export interface Talk {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The mentions of a sentence, by its index. */
  mentionsIn(sentence: number): readonly Mention[];
}

/** For each sentence behind "A:" and before the next "Q:", the person first named; else null. */
export function answersOf(talk: Talk): readonly (string | null)[] {
  const { sentences, text } = talk;
  // by the article's characters, which lie together
  const opens = (index: number, letter: string) =>
    text[sentences[index]!.start] === letter &&
    sentences[index]!.tokens[0]?.text === letter &&
    marks(sentences[index]!.tokens[1]);
  const answers: (string | null)[] = [];
  let count = 0;
  for (let index = 0; index < sentences.length; index++) if (opens(index, 'A')) count++;
  if (count < 2) return labelled(talk);
  let person: string | null = null;
  for (const { index } of sentences) {
    person ??= talk.mentionsIn(index).find(({ type }) => type === 'person')?.name ?? null;
  }
  let answering = false;
  for (const { index, kind } of sentences) {
    if (opens(index, 'Q') || kind === 'heading') answering = false;
    else if (opens(index, 'A')) answering = true;
    answers.push(answering ? person : null);
  }
  return answers;
}
const marks = anyOf(': .');

const NOBODY: readonly (string | null)[] = [];

/** The same where the turns of a talk open with who speaks: "PC: …", "Ana Reyes: …". */
function labelled(talk: Talk): readonly (string | null)[] {
  const { sentences } = talk;
  const labels = new Map<number, string>();
  for (const { index, kind, tokens } of sentences) {
    if (kind !== 'paragraph' || tokens.length < 4) continue;
    if (tokens[1]!.text === ':' && isInitials(tokens[0]!.form)) labels.set(index, tokens[0]!.text);
    else if (tokens[2]!.text === ':' || tokens[3]!.text === ':' || tokens[1]!.text === ':') {
      const colon = tokens[1]!.text === ':' ? 1 : tokens[2]!.text === ':' ? 2 : 3;
      const { end } = tokens[colon - 1]!;
      const mention = talk.mentionsIn(index).find((each) => each.end === end);
      const opens =
        mention && (mention.start <= tokens[0]!.start || mention.start === tokens[1]!.start);
      if (opens && mention.type === 'person') labels.set(index, mention.name);
    }
  }
  // one colon makes no talk
  if (labels.size < 4) return NOBODY;
  const people = new Set<string>();
  for (const { index } of sentences) {
    for (const { type, name } of talk.mentionsIn(index)) if (type === 'person') people.add(name);
  }
  const speakerOf = (label: string): string | null =>
    people.has(label) ? label : ([...people].find((name) => initialsOf(name) === label) ?? null);
  const answers: (string | null)[] = [];
  let speaker: string | null = null;
  for (const { index, kind, tokens } of sentences) {
    const label = labels.get(index);
    if (label !== undefined) speaker = speakerOf(label);
    else if (kind === 'heading') speaker = null;
    // what is asked is told by nobody
    answers.push(tokens.at(-1)?.text === '?' ? null : speaker);
  }
  return answers;
}
const isInitials = formTest(({ text }) => /^\p{Lu}{2,3}$/u.test(text));
const initialsOf = (name: string): string => name.replace(/(\p{L})[^ -]*[ -]?/gu, '$1');
