import type { Layers, Source } from '../article/article.ts';
import { toArticleFile } from '../article/article-file.ts';
import type { Failure } from '../input/document.ts';
import { findFiles, inputFailure, isFailure, readDocuments } from '../input/find.ts';
import { readSource } from '../input/read.ts';
import { InputError, StageError } from '../kernel/errors.ts';
import type { Pipeline } from '../kernel/pipeline.ts';
import {
  type ArticleText,
  type Folder,
  firstText,
  labelsOf,
  readFolder,
  type TextOf,
  textBeside,
  textsOfInputs,
  textsOfOutput,
} from './folder.ts';
import { type Judgement, judge } from './judge.ts';
import { type LabelledArticle, nothingOf } from './label.ts';
import { type LabelProblem, problemLine } from './labels.ts';

/** Labels that cannot be used. All problems are listed at once. */
export class LabelError extends InputError {
  readonly problems: readonly LabelProblem[];

  constructor(folder: string, problems: readonly LabelProblem[]) {
    const lines = problems.map((problem) => `  ${problemLine(problem)}`);
    super('labels', `${folder}: the labels cannot be used:\n${lines.join('\n')}`);
    this.name = 'LabelError';
    this.problems = problems;
  }
}

/** What was found in the articles of gold, by whatever means. */
export interface Prediction {
  readonly articles: ReadonlyMap<string, LabelledArticle>;
  /** Digests of the bytes that it was made of, where known. */
  readonly digests: ReadonlyMap<string, unknown>;
  /** Texts of the articles as far as the prediction has them at hand. */
  readonly textOf: TextOf;
  /** Inputs that could not be processed; empty where a folder was read. */
  readonly failures: readonly Failure[];
}

/** What was judged, with all that a report or a list of errors needs. */
export interface Evaluation {
  readonly judgements: readonly Judgement[];
  readonly missing: readonly string[];
  readonly unlabelled: readonly string[];
  readonly gold: ReadonlyMap<string, LabelledArticle>;
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads gold labels.
 * @throws {LabelError} that lists every problem of every label
 */
export async function readGold(
  path: string,
  folder: Folder,
  textOf: TextOf,
): Promise<{ articles: ReadonlyMap<string, LabelledArticle>; texts: ReadonlyMap<string, string> }> {
  const labelled = await labelsOf(folder, textOf);
  if (labelled.problems.length > 0) throw new LabelError(path, labelled.problems);
  return labelled;
}

/**
 * Reads predictions from a folder: that of a run, or of a second labeller.
 * @param inputs where the articles' texts may be found, for labels that give their words only
 * @param wanted ids of the articles that are judged; of others only the id is read
 * @throws {LabelError} where a label cannot be used
 */
export async function readPrediction(
  path: string,
  inputs: readonly string[],
  wanted: ReadonlySet<string>,
): Promise<Prediction> {
  const folder = await readFolder(path);
  const textOf = firstText(textsOfOutput(path), textBeside, textsOfInputs(inputs, wanted));
  const articles = new Map<string, LabelledArticle>();
  const problems: LabelProblem[] = [...folder.problems];
  const judged = folder.records.filter(({ id }) => wanted.has(id));
  const worded = { records: judged.filter(isWorded), problems: [] };
  const labelled = await labelsOf(worded, textOf);
  problems.push(...labelled.problems);
  for (const { id, value } of folder.records) {
    const anchored = labelled.articles.get(id);
    if (anchored || !wanted.has(id)) articles.set(id, anchored ?? nothingOf(id));
    else articles.set(id, asTheyStand(id, value, problems));
  }
  if (problems.length > 0) throw new LabelError(path, problems);
  const digests = new Map(judged.map(({ id, value }) => [id, value.sha256]));
  return { articles, digests, textOf, failures: [] };
}

type Fields = Record<string, unknown>;

/** A person's labels that give words in place of offsets. */
const isWorded = ({ value }: { value: Fields }): boolean =>
  Object.values(value).some(
    (list) => Array.isArray(list) && list.some((label: Fields | null) => !hasPlace(label)),
  );

const hasPlace = (label: Fields | null): boolean =>
  Number.isInteger(label?.start) && Number.isInteger(label?.end);

/** Found labels are judged as they are; whatever else is wrong with them is for the scores to tell. */
function asTheyStand(id: string, value: Fields, problems: LabelProblem[]): LabelledArticle {
  const article = { ...nothingOf(id) } as Record<string, unknown>;
  for (const layer of Object.keys(article)) {
    if (layer === 'article_id') continue;
    if (value[layer] === undefined) continue;
    if (Array.isArray(value[layer])) article[layer] = value[layer];
    else problems.push({ article: id, label: 'file', reason: `${layer} is not a list` });
  }
  return article as unknown as LabelledArticle;
}

/** Runs the pipeline over the inputs' articles of which there is gold. */
export async function runPrediction(
  pipeline: Pipeline<Source, Layers>,
  inputs: readonly string[],
  maxBytes: number,
  wanted: ReadonlySet<string>,
): Promise<Prediction> {
  const articles = new Map<string, LabelledArticle>();
  const texts = new Map<string, ArticleText>();
  const failures: Failure[] = [];
  const files = await findFiles(inputs);
  for await (const document of readDocuments(files, { maxBytes })) {
    if (isFailure(document)) {
      failures.push(document);
      continue;
    }
    const { id, path } = document;
    if (!wanted.has(id) || articles.has(id)) continue;
    try {
      const source = await readSource(document);
      texts.set(id, { text: source.text, sha256: source.sha256 });
      articles.set(id, toArticleFile(pipeline.run(source)));
    } catch (cause) {
      const failure = inputFailure(id, path, cause);
      failures.push(
        cause instanceof StageError ? { ...failure, stage: cause.stage, error: 'stage' } : failure,
      );
    }
  }
  const digests = new Map([...texts].map(([id, { sha256 }]) => [id, sha256]));
  return { articles, digests, textOf: async ({ id }) => texts.get(id) ?? null, failures };
}

/** Articles whose prediction was made of other bytes than gold's labels: their offsets may differ. */
export function ofOtherBytes(gold: Folder, { digests }: Prediction): string[] {
  return gold.records
    .filter(({ id, value }) => {
      const digest = digests.get(id);
      return (
        typeof digest === 'string' && typeof value.sha256 === 'string' && digest !== value.sha256
      );
    })
    .map(({ id }) => id);
}

/** Judges every article of gold; one without a prediction counts as wholly missed and is named. */
export function evaluate(
  gold: ReadonlyMap<string, LabelledArticle>,
  texts: ReadonlyMap<string, string>,
  prediction: ReadonlyMap<string, LabelledArticle>,
): Evaluation {
  const ids = [...gold.keys()].sort();
  return {
    judgements: ids.map((id) => judge(gold.get(id)!, prediction.get(id) ?? nothingOf(id))),
    missing: ids.filter((id) => !prediction.has(id)),
    unlabelled: [...prediction.keys()].filter((id) => !gold.has(id)).sort(),
    gold,
    texts,
  };
}
