import type { Sentence } from '../article/article.ts';
import type { Token } from '../language/tokens.ts';
import { anyOf } from '../language/word-set.ts';
import type { Draft } from './draft.ts';
import { isCounted, ordinalMarker } from './marker.ts';

/** Paragraphs without a marker that a running enumeration may leap over between two items. */
const LONGEST_GAP = 6;

/**
 * Enumerations of running text: "First, … Second, … Finally, …", "One way is … Another is …". An
 * item goes on to the end of its block or to the next marker.
 */
export function runningLists(text: string, sentences: readonly Sentence[]): Draft[] {
  const drafts: Draft[] = [];
  let open: { draft: Draft; ordinal: number; style: string; block: number; gap: number } | null =
    null;
  let heading: string | null = null;
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index]!;
    if (sentence.kind === 'title' || sentence.kind === 'heading') {
      heading = text.slice(sentence.start, sentence.end);
      open = null;
      continue;
    }
    const starts = index === 0 || sentences[index - 1]!.block !== sentence.block;
    if (sentence.kind === 'list_item') {
      if (starts) open = null;
      continue;
    }
    const marker = ordinalMarker(sentence);
    const continues =
      marker !== null &&
      open !== null &&
      (marker.style === 'last' ||
        (marker.style === 'one' && marker.value === 0) ||
        (marker.style === 'word' &&
          marker.value > open.ordinal &&
          marker.value <= open.ordinal + 3 &&
          (open.style === 'word' || marker.value === open.ordinal + 1)));
    if (marker && continues && open) {
      open.ordinal = marker.style === 'word' ? marker.value : open.ordinal + 1;
      open.block = sentence.block;
      open.gap = 0;
      open.draft.items.push({ ordinal: open.ordinal, sub: false, sentences: [index], skip: 1 });
      // "Finally" closes: what comes behind it in other blocks is no item.
    } else if (
      marker &&
      marker.value === 1 &&
      (marker.style === 'word' || marker.style === 'one')
    ) {
      const draft: Draft = {
        introduction: introductionOf(sentences, index),
        heading: starts ? heading : null,
        items: [{ ordinal: 1, sub: false, sentences: [index], skip: 1 }],
      };
      drafts.push(draft);
      open = { draft, ordinal: 1, style: marker.style, block: sentence.block, gap: 0 };
    } else if (open) {
      if (open.block === sentence.block) {
        const item = open.draft.items.at(-1)!;
        if (item.sentences.at(-1) === index - 1) item.sentences.push(index);
      } else if (starts && ++open.gap > LONGEST_GAP) open = null;
    }
    if (starts) heading = null;
  }
  return drafts.filter((draft) => draft.items.length > 1);
}

/** "three rules", "four steps": a number in front of what can be listed. */
const counts = ({ tokens }: Sentence): boolean =>
  tokens.some(
    (token, at) =>
      isCount(token) &&
      tokens.slice(at + 1, at + 4).some((noun) => noun.lower === 'rules' || isPlural(noun)),
  );

const isCount = anyOf('two three four five six seven eight nine ten several');

const isPlural = ({ lower, form }: Token): boolean => lower.endsWith('s') && isCounted(form);

/** The sentence in front, where it announces: by a colon, or by a counted noun. */
function introductionOf(sentences: readonly Sentence[], index: number): number | null {
  const before = sentences[index - 1];
  for (let at = index - 1; at >= 0 && at > index - 7; at--) {
    const other = sentences[at]!;
    if (
      other.kind === 'heading' ||
      other.kind === 'title' ||
      other.block < sentences[index]!.block - 2
    )
      break;
    if (at < index - 1 && counts(other)) return at;
    if (at === index - 1 && counts(other)) break;
  }
  if (!before || (before.kind !== 'paragraph' && before.kind !== 'list_item')) return null;
  const { tokens } = before;
  const announces =
    tokens.at(-1)?.lower === ':' || tokens.some((token, at) => at > 0 && isPlural(token));
  return announces ? index - 1 : null;
}
