import type { Config } from '../config.ts';
import { createPipeline } from '../create-pipeline.ts';
import type { Failure } from '../input/document.ts';
import { findFiles, inputFailure, isFailure, readDocuments } from '../input/find.ts';
import { InputError } from '../kernel/errors.ts';
import { dataPackage } from '../output/datapackage.ts';
import { digest, OutputFolder } from '../output/folder.ts';
import type { RunRecord } from '../output/run-record.ts';
import { type TableName, tableNames } from '../output/tables.ts';
import { version } from '../version.ts';
import { processDocument } from './process.ts';

export interface RunOptions {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly config: Config;
}

export interface RunListener {
  /** `total` files were found; some may hold many articles. */
  found(total: number): void;
  done(id: string): void;
  failed(failure: Failure): void;
}

export interface RunSummary {
  readonly articles: number;
  readonly failures: number;
  readonly rows: Readonly<Record<TableName, number>>;
}

/**
 * Processes every article of the inputs and writes the output folder. An article that fails becomes
 * a row of `errors.csv` and the others go on.
 * @throws {InputError} where an input is not there; {ConfigError} where the configuration is wrong
 */
export async function run(options: RunOptions, listener: RunListener): Promise<RunSummary> {
  const pipeline = createPipeline(options.config).raw;
  const files = await findFiles(options.inputs);
  listener.found(files.length);
  const folder = await OutputFolder.open(options.out);
  const rows = Object.fromEntries(tableNames.map((name) => [name, 0])) as Record<TableName, number>;
  const ids = new Map<string, string>();
  let articles = 0;
  let failures = 0;
  const fail = async (failure: Failure) => {
    failures++;
    rows.errors++;
    await folder.appendRows('errors', [{ ...failure }]);
    listener.failed(failure);
  };
  try {
    for await (const document of readDocuments(files, {
      maxBytes: options.config.input.max_bytes,
    })) {
      if (isFailure(document)) {
        await fail(document);
        continue;
      }
      const twin = ids.get(document.id);
      if (twin !== undefined) {
        const message = `the id ${JSON.stringify(document.id)} is taken by ${twin}`;
        await fail(
          inputFailure(document.id, document.path, new InputError('duplicate_id', message)),
        );
        continue;
      }
      ids.set(document.id, document.path);
      const processed = await processDocument(pipeline, document);
      if ('error' in processed) {
        await fail(processed);
        continue;
      }
      await folder.writeArticle(`${processed.id}.json`, processed.json);
      if (processed.text !== null) await folder.writeArticle(`${processed.id}.txt`, processed.text);
      for (const name of tableNames) {
        await folder.append(name, processed.lines[name]);
        rows[name] += processed.counts[name];
      }
      articles++;
      listener.done(processed.id);
    }
    await folder.writeJson('datapackage.json', dataPackage(version));
    const record: RunRecord = {
      cyberbrief: version,
      config_sha256: digest(options.config),
      articles,
      failures,
      rows,
    };
    await folder.writeJson('run.json', record);
    await folder.close();
  } catch (cause) {
    await folder.abandon();
    throw cause;
  }
  return { articles, failures, rows };
}
