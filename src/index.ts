export type {
  ArticleFile,
  Block,
  DateMention,
  Figure,
  Mention,
  Recommendation,
} from './article/schema.ts';
export { articleFileSchema } from './article/schema.ts';
export {
  type ArticleInput,
  type CyberbriefPipeline,
  createPipeline,
} from './create-pipeline.ts';
export { ConfigError, InputError, StageError } from './kernel/errors.ts';
