import type { Mention } from '../../../article/schema.ts';
import type { ArticleScenes } from '../article-scenes.ts';

/** The countries that an article names: their names by code. */
const lands = new WeakMap<ArticleScenes, ReadonlyMap<string, string>>();

function landsOf(scenes: ArticleScenes): ReadonlyMap<string, string> {
  let known = lands.get(scenes);
  if (!known) {
    const found = new Map<string, string>();
    for (const { index } of scenes.sentences) {
      for (const { type, id, name } of scenes.mentionsIn(index)) {
        if (type === 'country') found.set(id ?? name, name);
      }
    }
    known = found;
    lands.set(scenes, known);
  }
  return known;
}

/** The country of a body, by its key ("ke-…") or its name, where the article names it; else null. */
export function landOf(scenes: ArticleScenes, { id, name }: Mention): string | null {
  const known = landsOf(scenes);
  const own = id?.[2] === '-' ? known.get(id.slice(0, 2).toUpperCase()) : undefined;
  if (own !== undefined) return own;
  for (const land of known.values()) if (name.includes(land)) return land;
  return null;
}
