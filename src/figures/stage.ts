import { z } from 'zod';
import { defineStage } from '../article/article.ts';
import type { Figure } from '../article/schema.ts';
import { resolveOverlaps } from '../kernel/overlap.ts';
import { compileGrammar } from '../language/grammar.ts';
import { classes, rules } from './rules/index.ts';
import { type Quantity, type Scene, sceneOf } from './scene.ts';

export const figures = defineStage({
  name: 'figures',
  reads: ['sentences', 'entities', 'dates'],
  writes: 'figures',
  options: z.strictObject({}),
  prepare() {
    const grammar = compileGrammar<Quantity, Scene>('figures', rules, classes);
    return (article, trace) => {
      const found: Figure[] = [];
      for (const sentence of article.sentences) {
        const within = (span: { start: number; end: number }) =>
          span.start < sentence.end && sentence.start < span.end;
        const scene = sceneOf(
          sentence.tokens,
          article.entities.filter(within),
          article.dates.filter(within),
        );
        for (const c of resolveOverlaps(grammar.find(scene.visible, scene), trace)) {
          found.push({
            start: c.start,
            end: c.end,
            text: article.text.slice(c.start, c.end),
            ...c.value,
            of: null,
            when: null,
            source: null,
            sentence: sentence.index,
            by: c.by,
            confidence: c.confidence,
          });
        }
      }
      return found;
    };
  },
});
