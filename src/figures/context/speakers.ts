import type { ArticleScenes } from './article-scenes.ts';

/** For each sentence behind "A:" and before the next "Q:", the person first named; else null. */
export function answersOf(scenes: ArticleScenes): readonly (string | null)[] {
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
export function quotedTogether(scenes: ArticleScenes): readonly (readonly number[])[] {
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
