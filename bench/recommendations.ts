/*
 * Recommendations by kind of cue on the articles of ../shared/gold/dev, beside a baseline that takes
 * every sentence with "should" or "must". Sentences and entities come from the labels, so that the
 * stages of lists and recommendations are judged alone. `--errors` prints what is missed and made up.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Layers, Source } from '../src/article/article.ts';
import { emptyLayers } from '../src/article/article.ts';
import type { ArticleFile } from '../src/article/schema.ts';
import { CodePoints } from '../src/kernel/codepoints.ts';
import { lists } from '../src/lists/stage.ts';
import { recommendations } from '../src/recommendations/stage.ts';
import { sentenceOf } from '../src/sentences/sentence.ts';
import { printTable } from './articles.ts';

const FOLDER = new URL('../../shared/gold/dev/', import.meta.url);

/** What a sentence's words show of its cue, the strongest form first; the same for labels and finds. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['must, need, have to', /\b(?:must|needs?|needed|ha(?:ve|s) to|shall)\b/iu],
  ['should, ought', /\b(?:should|shouldn['’]t|ought)\b/iu],
  [
    'urge, advise, call for',
    /\b(?:urg|recommend|advis|encourag|ask|call(?:s|ed|ing)? (?:on|for)|suggest)/iu,
  ],
  [
    'it is vital, time to',
    /\b(?:imperative|essential|vital|critical|important|required?|time|responsib)/iu,
  ],
  ['can, could, hope', /\b(?:can|could|may|would|hopes?|action is)\b/iu],
  ['bare verb, list item', /./u],
];

const kindOf = (text: string): string => KINDS.find(([, words]) => words.test(text))![0];

interface Count {
  labels: number;
  found: number;
  right: number;
}

function main(): void {
  if (!existsSync(FOLDER)) {
    console.log('bench:recommendations skipped: ../shared/gold/dev is not there');
    return;
  }
  const errors = process.argv.includes('--errors');
  const findLists = lists.prepare({});
  const find = recommendations.prepare({});
  const systems = ['cyberbrief', '"should" or "must"'] as const;
  const counts = new Map<string, Count>();
  let sentences = 0;
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.txt'))) {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const labels = JSON.parse(
      readFileSync(new URL(name.replace('.txt', '.json'), FOLDER), 'utf8'),
    ) as ArticleFile;
    const article = articleOf(text, labels);
    sentences += article.sentences.length;
    const gold = new Set(article.recommendations.map(({ start }) => start));
    const ours = find({ ...article, lists: findLists(article) }).map(({ start }) => start);
    const words = article.sentences
      .filter(({ kind }) => kind === 'paragraph' || kind === 'list_item')
      .filter(({ tokens }) => tokens.some(({ lower }) => lower === 'should' || lower === 'must'))
      .map(({ start }) => start);
    for (const [system, found] of [ours, words].entries()) {
      for (const sentence of article.sentences) {
        const { start, end } = sentence;
        const isLabel = gold.has(start);
        const isFound = found.includes(start);
        if (!isLabel && !isFound) continue;
        const content = text.slice(start, end);
        for (const kind of [kindOf(content), 'all']) {
          const key = `${systems[system]}\n${kind}`;
          const count = counts.get(key) ?? { labels: 0, found: 0, right: 0 };
          count.labels += Number(isLabel);
          count.found += Number(isFound);
          count.right += Number(isLabel && isFound);
          counts.set(key, count);
        }
        if (errors && system === 0 && isLabel !== isFound)
          console.log(
            `${isLabel ? 'missed ' : 'made up'}  ${name}: ${content.replace(/\s+/gu, ' ')}`,
          );
      }
    }
  }
  const rows = [...KINDS.map(([kind]) => kind), 'all'].map((kind) => [
    kind,
    String(counts.get(`${systems[0]}\n${kind}`)?.labels ?? 0),
    ...systems.flatMap((system) => ratios(counts.get(`${system}\n${kind}`))),
  ]);
  printTable(['cue', 'labels', 'P', 'R', 'F1', 'P should/must', 'R', 'F1'], rows);
  console.log(
    `${sentences} sentences of ../shared/gold/dev, blocks, sentences and entities from the labels`,
  );
}

/** Precision, recall and F1; a dash where there is nothing to divide by. */
function ratios(count: Count = { labels: 0, found: 0, right: 0 }): string[] {
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : (part / whole).toFixed(3);
  return [
    share(count.right, count.found),
    share(count.right, count.labels),
    share(2 * count.right, count.found + count.labels),
  ];
}

/** The article with the labels' layers, offsets in UTF-16. */
function articleOf(text: string, labels: ArticleFile): Source & Layers {
  const points = new CodePoints(text);
  const place = <Label extends { start: number; end: number }>(label: Label): Label => ({
    ...label,
    start: points.toUnits(label.start),
    end: points.toUnits(label.end),
  });
  const blocks = labels.blocks.map(place);
  return {
    ...emptyLayers,
    id: labels.article_id,
    text,
    sha256: '',
    hints: null,
    title: null,
    published: null,
    url: null,
    source: null,
    blocks,
    entities: labels.entities.map(place),
    recommendations: labels.recommendations.map(place),
    sentences: labels.sentences.map(place).map(({ start, end }, index) => {
      const block = blocks.findIndex((each) => each.start <= start && start < each.end);
      return sentenceOf(text, { start, end, index, block, kind: blocks[block]!.kind });
    }),
  };
}

main();
