import { createHash } from 'node:crypto';
import { emptyLayers, type Layers, type Source } from './article/article.ts';
import { toArticleFile } from './article/article-file.ts';
import type { ArticleFile } from './article/schema.ts';
import { buildPipeline, type Pipeline, type PipelineConfig } from './kernel/pipeline.ts';
import { forgetMany } from './language/forms.ts';
import { stages } from './stages.ts';

/** An article as a program has it in hand. */
export interface ArticleInput {
  readonly id: string;
  /** Plain text, as scraped. */
  readonly text: string;
  /** ISO 639-1 code, English where it is not given; another language's sentences are not read. */
  readonly language?: string | undefined;
  readonly title?: string | null | undefined;
  /** ISO date, the anchor of relative dates. */
  readonly published?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly source?: string | null | undefined;
}

export interface CyberbriefPipeline {
  /** Names of the stages in their order. */
  readonly stages: readonly string[];
  /**
   * Reads one article.
   * @returns the article with its layers; offsets count Unicode code points
   * @throws {StageError} naming the stage that failed
   */
  run(article: ArticleInput): ArticleFile;
  /** The pipeline itself, whose articles have UTF-16 offsets and tokens. */
  readonly raw: Pipeline<Source, Layers>;
}

/**
 * Builds the pipeline: loads lexicons and compiles rules once, to be used for any number of articles.
 * @param config `stages` and `options` of `pipeline.config.json`
 * @throws {ConfigError} that lists every problem of the configuration
 */
export function createPipeline(config: PipelineConfig = {}): CyberbriefPipeline {
  const raw = buildPipeline<Source, Layers>(stages, emptyLayers, config, forgetMany);
  return {
    stages: raw.stages,
    raw,
    run: (article) =>
      toArticleFile(
        raw.run({
          id: article.id,
          text: article.text,
          sha256: createHash('sha256').update(article.text).digest('hex'),
          hints: null,
          language: article.language ?? 'en',
          title: article.title ?? null,
          published: article.published ?? null,
          url: article.url ?? null,
          source: article.source ?? null,
        }),
      ),
  };
}
