import type { Enumeration, ListItem, Sentence } from '../article/article.ts';
import { isImperativeAt } from '../language/imperative.ts';
import type { Token } from '../language/tokens.ts';
import { skipMarks } from '../language/verbs.ts';
import { anyOf } from '../language/word-set.ts';
import { purposeOfIntroduction } from './purpose.ts';

const isOpener = anyOf("never always don't do");

/**
 * Lists that recommend whose items are sections: an introduction that ends in a colon, and right behind it
 * headings that give orders ("Keep an offline copy"), each with its text. Their sentences are the items'.
 */
export function headedLists(sentences: readonly Sentence[]): Enumeration[] {
  const lists: Enumeration[] = [];
  for (let at = 0; at + 2 < sentences.length; at++) {
    if (sentences[at + 1]!.kind !== 'heading' || !introduces(sentences[at]!)) continue;
    const items: ListItem[] = [];
    let next = at + 1;
    while (next < sentences.length && orders(sentences[next]!)) {
      const indexes: number[] = [];
      for (next++; next < sentences.length && isText(sentences[next]!); next++) indexes.push(next);
      if (indexes.length === 0) break;
      items.push({
        start: sentences[indexes[0]!]!.start,
        end: sentences[indexes.at(-1)!]!.end,
        ordinal: items.length + 1,
        sentences: indexes,
      });
    }
    if (items.length < 2) continue;
    const { start } = sentences[at]!;
    const { end } = items.at(-1)!;
    lists.push({ start, end, introduction: at, recommends: true, items });
    at = next - 1;
  }
  return lists;
}

const isText = ({ kind }: Sentence): boolean => kind === 'paragraph';

const introduces = ({ kind, tokens }: Sentence): boolean =>
  kind === 'paragraph' && tokens.at(-1)?.lower === ':' && purposeOfIntroduction(tokens) > 0;

/** "Keep …", "2. Patch …", "Never pay …" */
function orders({ kind, tokens }: Sentence): boolean {
  if (kind !== 'heading') return false;
  const at = behindNumber(tokens);
  return isOpener(tokens[at]) || isImperativeAt(tokens, at);
}

function behindNumber(tokens: readonly Token[]): number {
  const at = skipMarks(tokens, 0);
  if (tokens[at]?.kind !== 'number') return at;
  return skipMarks(tokens, tokens[at + 1]?.kind === 'mark' ? at + 2 : at + 1);
}
