import { about } from './about/stage.ts';
import type { ArticleStage } from './article/article.ts';
import { clean } from './clean/stage.ts';
import { dates } from './dates/stage.ts';
import { entities } from './entities/stage.ts';
import { figures } from './figures/stage.ts';
import { lists } from './lists/stage.ts';
import { recommendations } from './recommendations/stage.ts';
import { sentences } from './sentences/stage.ts';

/** The map of the house: every stage in the order in which it runs. */
export const stages: readonly ArticleStage[] = [
  clean,
  about,
  sentences,
  entities,
  dates,
  figures,
  lists,
  recommendations,
];
