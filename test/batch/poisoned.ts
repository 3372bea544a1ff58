import { existsSync, writeFileSync } from 'node:fs';
import type { Layers, Source } from '../../src/article/article.ts';
import * as real from '../../src/create-pipeline.ts';
import type { Pipeline } from '../../src/kernel/pipeline.ts';

/*
 * The pipeline with a stage that articles can make hang, or that ends the thread they are in: told
 * by words in their text.
 */
export function createPipeline(...config: Parameters<typeof real.createPipeline>) {
  const made = real.createPipeline(...config);
  const raw: Pipeline<Source, Layers> = {
    stages: made.raw.stages,
    run(source, watch) {
      watch?.before?.('poison');
      if (source.text.includes('HANGS')) for (;;);
      if (source.text.includes('DIES')) process.exit(7);
      const once = /DIED ONCE (\S+)/.exec(source.text)?.[1];
      if (once && !existsSync(once)) {
        writeFileSync(once, '');
        process.exit(7);
      }
      return made.raw.run(source, watch);
    },
  };
  return { ...made, raw };
}
