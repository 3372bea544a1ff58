import { existsSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Config, defaultConfig, parseConfig, readConfig } from '../config.ts';
import { type Layer, layers } from '../evaluate/label.ts';
import { type Format, formats, type TableName, tableNames } from '../evaluate/options.ts';
import { type MarkLayer, markLayers, toolNames } from '../interchange/names.ts';
import { ConfigError, InputError } from '../kernel/errors.ts';
import { type Format as TableFormat, formats as tableFormats } from '../output/options.ts';
import { version } from '../version.ts';
import type { ExportOptions } from './export.ts';
import type { ImportOptions } from './import.ts';
import { inWords } from './in-words.ts';
import { NOTHING_DONE, OK } from './status.ts';

const CONFIG_FILE = 'pipeline.config.json';

/** Runs the command line and gives back the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  let status = OK;
  const program = new Command('cyberbrief')
    .description('Reads articles on cyber policy and gives back tables.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(cyberbrief --help tells what there is)')
    .allowExcessArguments(false);
  program
    .command('run')
    .description('process articles and write tables')
    .argument('[input...]', 'files, folders, globs', ['corpus'])
    .option('-o, --out <folder>', 'where the tables go', 'output')
    .option('-c, --config <file>', `configuration (default: ${CONFIG_FILE} where there is one)`)
    .option('-w, --workers <number>', 'worker threads (default: processors)', positive)
    .option('-f, --format <formats>', `tables as some of ${tableFormats.join()}`, tableFormatsOf)
    .option('--excel', 'CSV for spreadsheets: a byte-order mark, and formulas guarded')
    .option('--force', 'process unchanged articles too')
    .option('-q, --quiet', 'tell nothing but what stops the run')
    .option('--json-log', 'tell in lines of JSON, for schedulers')
    .action(async (inputs: string[], options: RunFlags) => {
      const { runCommand } = await import('./run.ts');
      const config = withOutput(configOf(options.config), options);
      status = await runCommand({ ...options, inputs, config });
    });
  program
    .command('stream')
    .description('read articles as lines of JSON, write a line of JSON for each')
    .option('-c, --config <file>', `configuration (default: ${CONFIG_FILE} where there is one)`)
    .action(async (options: { config?: string }) => {
      const { streamCommand } = await import('./stream.ts');
      status = await streamCommand(configOf(options.config));
    });
  program
    .command('evaluate')
    .description('compare what was found with labels made by hand')
    .argument('[input...]', 'articles to process, or with --pred their texts (default: corpus)')
    .option('-g, --gold <folder>', 'article files labelled by hand')
    .option('-p, --pred <folder>', 'article files to judge, instead of processing the inputs')
    .option('-b, --baseline <folder>', 'article files to compare with')
    .addOption(new Option('-f, --format <format>').choices(formats).default('table'))
    .option('--by <tables>', `which tables, of ${tableNames.join()} (default: all)`, tablesOf)
    .addOption(
      new Option(
        '-e, --errors [layer]',
        'list every error instead of the scores, and the confusion matrices',
      ).choices(layers),
    )
    .option('--seed <number>', 'of the resampling', natural, 1)
    .option('--resamples <number>', 'samples for intervals and tests', natural, 2000)
    .option('--explain-measures', 'print what every measure means')
    .option('-c, --config <file>', `configuration (default: ${CONFIG_FILE} where there is one)`)
    .action(async (inputs: string[], options: EvaluateFlags, command: Command) => {
      const { evaluateCommand, explainMeasures } = await import('./evaluate.ts');
      const { by, config, explainMeasures: explain, gold, ...rest } = options;
      if (explain) {
        status = explainMeasures();
        return;
      }
      if (gold === undefined) command.error("error: required option '--gold <folder>' is missing");
      status = await evaluateCommand({
        ...rest,
        gold: gold!,
        inputs,
        config: configOf(config),
        tables: by ?? tableNames,
      });
    });
  program
    .command('check')
    .description('list everything that is wrong with labels made by hand')
    .argument('<fixtures>', 'folder of article files, or one of them')
    .option('--corpus <folder>', 'where their articles are', 'corpus')
    .action(async (fixtures: string, options: { corpus: string }) => {
      const { checkCommand } = await import('./check.ts');
      status = await checkCommand(fixtures, options.corpus);
    });
  program
    .command('explain')
    .description('tell what each stage found in an article, by which rule, and what lost to what')
    .argument('<file>', 'an article, or a file of many')
    .option('--at <offset>', 'only what covers this place, in code points of the text', natural)
    .option('--id <id>', 'which article, where the file holds many')
    .option('-c, --config <file>', `configuration (default: ${CONFIG_FILE} where there is one)`)
    .action(async (file: string, options: { at?: number; id?: string; config?: string }) => {
      const { explainCommand } = await import('./explain.ts');
      const { at = null, id = null, config } = options;
      status = await explainCommand(file, at, id, configOf(config));
    });
  program
    .command('export')
    .description('write articles with their labels for an annotation tool')
    .argument('[folder]', 'article files: an output folder, fixtures, or one file', 'output')
    .addOption(new Option('-t, --to <tool>').choices(toolNames).makeOptionMandatory())
    .option('-o, --out <folder>', 'where the files go', 'export')
    .option('--corpus <folder>', 'where the articles are', 'corpus')
    .option('--layers <layers>', `some of ${markLayers.join()} (default: all)`, markLayersOf)
    .action(async (folder: string, options: Omit<ExportOptions, 'folder'>) => {
      const { exportCommand } = await import('./export.ts');
      status = await exportCommand({ ...options, folder, layers: options.layers ?? markLayers });
    });
  program
    .command('import')
    .description('make article files of what an annotation tool has written')
    .argument('<path>', 'a folder or a file of the tool')
    .addOption(new Option('-f, --from <tool>').choices(toolNames).makeOptionMandatory())
    .option('-o, --out <folder>', 'where the article files go', 'import')
    .option('--by-hand', 'leave out rule, confidence and sentence, as in labels made by hand')
    .action(async (path: string, options: Omit<ImportOptions, 'path'>) => {
      const { importCommand } = await import('./import.ts');
      status = await importCommand({ ...options, path });
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? OK : NOTHING_DONE;
    if (cause instanceof ConfigError || cause instanceof InputError || isSystemError(cause)) {
      process.stderr.write(`cyberbrief: ${inWords(cause)}\n`);
      return NOTHING_DONE;
    }
    throw cause;
  }
}

interface RunFlags {
  readonly out: string;
  readonly config?: string;
  readonly workers?: number;
  readonly force?: true;
  readonly quiet?: true;
  readonly jsonLog?: true;
  readonly format?: readonly TableFormat[];
  readonly excel?: true;
}

interface EvaluateFlags {
  readonly gold?: string;
  readonly pred?: string;
  readonly baseline?: string;
  readonly format: Format;
  readonly by?: readonly TableName[];
  readonly errors?: true | Layer;
  readonly seed: number;
  readonly resamples: number;
  readonly explainMeasures?: true;
  readonly config?: string;
}

function natural(text: string): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('must be a whole number from 0 on.');
  return value;
}

function tablesOf(text: string): TableName[] {
  const tables = text.split(',') as TableName[];
  if (tables.every((table) => tableNames.includes(table))) return tables;
  throw new InvalidArgumentError(`must be some of ${tableNames.join()}.`);
}

function tableFormatsOf(text: string): TableFormat[] {
  const chosen = [...new Set(text.split(','))] as TableFormat[];
  if (chosen.every((format) => tableFormats.includes(format))) return chosen;
  throw new InvalidArgumentError(`must be some of ${tableFormats.join()}.`);
}

/** The configuration with what the command line says of the tables. */
function withOutput(config: Config, { format, excel }: RunFlags): Config {
  const output = { ...config.output, ...(format && { formats: format }), ...(excel && { excel }) };
  return parseConfig({ ...config, output });
}

function markLayersOf(text: string): MarkLayer[] {
  const chosen = text.split(',') as MarkLayer[];
  if (chosen.every((layer) => markLayers.includes(layer))) return chosen;
  throw new InvalidArgumentError(`must be some of ${markLayers.join()}.`);
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError('must be a whole number from 1 on.');
  }
  return value;
}

function configOf(path: string | undefined): Config {
  if (path !== undefined) return readConfig(path);
  return existsSync(CONFIG_FILE) ? readConfig(CONFIG_FILE) : defaultConfig;
}

/** A full disk, a folder that may not be written: told in a line, without a stack. */
const isSystemError = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && typeof (cause as NodeJS.ErrnoException).syscall === 'string';
