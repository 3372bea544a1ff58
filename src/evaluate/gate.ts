import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { createPipeline } from '../create-pipeline.ts';
import { evaluate, readGold, runPrediction } from './evaluate.ts';
import { firstText, readFolder, textsOfInputs } from './folder.ts';
import { measures } from './measures.ts';
import { scoresByMeasure } from './report.ts';

/*
 * The gate: scores on the project's own corpus may not fall below floors that were pinned for it.
 */

export const gateSchema = z.strictObject({
  digest: z.string().describe('of every file of the corpus and the fixtures'),
  margin: z.number().nonnegative().describe('how far a score may fall below its floor'),
  floors: z.record(z.string(), z.number()).describe('F1, or the share, by measure'),
});
export type Gate = z.infer<typeof gateSchema>;

/** About half a label of the smallest layer: what changes less is no change. */
export const MARGIN = 0.005;

/** What was measured now. */
export interface Measured {
  readonly digest: string;
  readonly scores: ReadonlyMap<string, number | null>;
  /** Articles that could not be processed. */
  readonly failed: readonly string[];
}

/** Processes the corpus and scores it against the fixtures. */
export async function measure(corpus: string, fixtures: string, config: Config): Promise<Measured> {
  const folder = await readFolder(fixtures);
  const wanted = new Set(folder.records.map((record) => record.id));
  const pipeline = createPipeline(config).raw;
  const found = await runPrediction(pipeline, [corpus], config.input.max_bytes, wanted);
  const textOf = firstText(found.textOf, textsOfInputs([corpus], wanted));
  const gold = await readGold(fixtures, folder, textOf);
  const { judgements, missing } = evaluate(gold.articles, gold.texts, found.articles);
  return {
    digest: await digestOf([corpus, fixtures]),
    scores: scoresByMeasure(judgements),
    failed: missing,
  };
}

/** A digest of every file in the folders, by path and content. */
export async function digestOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const path of await filesOf(folder)) {
      const content = createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
      hash.update(`${path.replaceAll('\\', '/')} ${content}\n`);
    }
  }
  return hash.digest('hex');
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => !entry.name.startsWith('.'),
  );
  const paths = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesOf(path) : [path];
    }),
  );
  return paths.flat().sort();
}

/** Why the gate is shut; empty where it is open. */
export function shutBecause(gate: Gate, measured: Measured): string[] {
  const reasons = measured.failed.map((id) => `${id}: could not be processed`);
  if (gate.digest !== measured.digest) {
    return [
      ...reasons,
      'corpus/ or fixtures/ changed since the floors were pinned; look at the scores, then pin them: npm run gate -- --pin',
    ];
  }
  for (const [id, floor] of Object.entries(gate.floors)) {
    const score = measured.scores.get(id);
    if (score === undefined) reasons.push(`${id}: is pinned, but there is no such measure`);
    else if (score === null) reasons.push(`${id}: has a floor of ${floor}, but nothing to score`);
    else if (score < floor - gate.margin) {
      reasons.push(
        `${id}: ${score.toFixed(4)} is below the floor of ${floor} by more than ${gate.margin}`,
      );
    }
  }
  return reasons;
}

/** New floors, and which of the old ones they would lower. */
export function pinned(before: Gate | null, measured: Measured): { gate: Gate; lowered: string[] } {
  const floors: Record<string, number> = {};
  for (const { id } of measures) {
    const score = measured.scores.get(id) ?? null;
    // Rounded down, so that the floor itself passes on any machine.
    if (score !== null) floors[id] = Math.floor(score * 10_000) / 10_000;
  }
  const lowered = Object.entries(before?.floors ?? {})
    .filter(([id, floor]) => (floors[id] ?? Number.NEGATIVE_INFINITY) < floor)
    .map(([id, floor]) => `${id}: from ${floor} to ${floors[id] ?? 'nothing'}`);
  return {
    gate: { digest: measured.digest, margin: before?.margin ?? MARGIN, floors },
    lowered,
  };
}
