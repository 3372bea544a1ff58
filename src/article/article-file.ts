import { CodePoints } from '../kernel/codepoints.ts';
import { type Article, isRead } from './article.ts';
import type { ArticleFile } from './schema.ts';

/** The article as it is written: its layers under their names, offsets in Unicode code points. */
export function toArticleFile(article: Article): ArticleFile {
  const points = new CodePoints(article.text);
  const place = <Label extends { start: number; end: number }>(label: Label): Label => ({
    ...label,
    start: points.fromUnits(label.start),
    end: points.fromUnits(label.end),
  });
  let list = 0;
  return {
    article_id: article.id,
    sha256: article.sha256,
    title: article.about.title,
    published: article.about.published,
    language: article.language === undefined ? 'en' : article.language,
    url: article.url,
    source: article.source,
    authors: [...article.about.authors],
    modified: article.about.modified ?? null,
    metadata_from: article.about.from,
    ...(article.reading ? { reading: article.reading } : {}),
    ...(isRead(article)
      ? {}
      : {
          notes: [
            `not English but ${article.language}: no sentences, and nothing in them, are read`,
          ],
        }),
    blocks: article.blocks.map(place),
    sentences: article.sentences.map(({ start, end }) => place({ start, end })),
    entities: article.entities.map(place),
    figures: article.figures.map(place),
    dates: article.dates.map(place),
    lists: article.lists.map((each) =>
      place({
        start: each.start,
        end: each.end,
        list: each.recommends ? ++list : null,
        introduction:
          each.introduction === null
            ? null
            : place({
                start: article.sentences[each.introduction]!.start,
                end: article.sentences[each.introduction]!.end,
              }),
        items: each.items.map(({ start, end, ordinal }) => place({ start, end, ordinal })),
      }),
    ),
    recommendations: article.recommendations.map(place),
  };
}
