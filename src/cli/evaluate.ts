import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { createPipeline } from '../create-pipeline.ts';
import {
  evaluate,
  ofOtherBytes,
  type Prediction,
  readGold,
  readPrediction,
  runPrediction,
} from '../evaluate/evaluate.ts';
import { confusionCells, faultRows } from '../evaluate/faults.ts';
import { firstText, readFolder, textBeside } from '../evaluate/folder.ts';
import { formatFaults, formatReport } from '../evaluate/format.ts';
import { type Layer, layers } from '../evaluate/label.ts';
import { measuresTable } from '../evaluate/measures.ts';
import type { Format, TableName } from '../evaluate/options.ts';
import { report } from '../evaluate/report.ts';
import { failureLine } from './progress.ts';
import { OK, SOME_FAILED } from './status.ts';

const CORPUS = 'corpus';

export interface EvaluateOptions {
  readonly gold: string;
  readonly pred?: string;
  readonly baseline?: string;
  readonly inputs: readonly string[];
  readonly config: Config;
  readonly format: Format;
  readonly tables: readonly TableName[];
  /** `true` for all layers. */
  readonly errors?: true | Layer;
  readonly seed: number;
  readonly resamples: number;
}

/** `cyberbrief evaluate`. */
export async function evaluateCommand(options: EvaluateOptions): Promise<number> {
  const folder = await readFolder(options.gold);
  const wanted = new Set(folder.records.map((record) => record.id));
  const inputs = options.inputs.length > 0 ? options.inputs : [CORPUS].filter(existsSync);
  const prediction = await predictionOf(options, inputs, wanted);
  const gold = await readGold(options.gold, folder, firstText(prediction.textOf, textBeside));
  const evaluation = evaluate(gold.articles, gold.texts, prediction.articles);
  for (const failure of prediction.failures) process.stderr.write(`${failureLine(failure)}\n`);
  for (const id of ofOtherBytes(folder, prediction)) {
    process.stderr.write(`${id}: gold and prediction are of different bytes (sha256)\n`);
  }
  for (const id of evaluation.missing) {
    process.stderr.write(`${id}: no prediction, counted as missed\n`);
  }
  if (options.errors !== undefined) {
    const only = options.errors === true ? layers : [options.errors];
    const faults = faultRows(evaluation, only);
    process.stdout.write(formatFaults(faults, confusionCells(evaluation, only), options.format));
  } else {
    const { seed, resamples } = options;
    const baseline = options.baseline
      ? await readPrediction(options.baseline, inputs, wanted)
      : undefined;
    const input = {
      ...evaluation,
      resampling: { seed, resamples },
      ...(baseline
        ? { baseline: evaluate(gold.articles, gold.texts, baseline.articles).judgements }
        : {}),
    };
    process.stdout.write(formatReport(report(input), options.format, options.tables));
  }
  return prediction.failures.length > 0 ? SOME_FAILED : OK;
}

function predictionOf(
  { pred, config }: EvaluateOptions,
  inputs: readonly string[],
  wanted: ReadonlySet<string>,
): Promise<Prediction> {
  if (pred !== undefined) return readPrediction(pred, inputs, wanted);
  const pipeline = createPipeline(config).raw;
  return runPrediction(
    pipeline,
    inputs.length > 0 ? inputs : [CORPUS],
    config.input.max_bytes,
    wanted,
  );
}

/** `cyberbrief evaluate --explain-measures`. */
export function explainMeasures(): number {
  process.stdout.write(`${measuresTable()}\n`);
  return OK;
}
