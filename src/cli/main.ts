import { existsSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { type Config, defaultConfig, readConfig } from '../config.ts';
import { ConfigError, InputError } from '../kernel/errors.ts';
import { version } from '../version.ts';
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
    .option('-w, --workers <number>', 'worker threads', positive)
    .action(async (inputs: string[], options: { out: string; config?: string }) => {
      const { runCommand } = await import('./run.ts');
      status = await runCommand(inputs, options.out, configOf(options.config));
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? OK : NOTHING_DONE;
    if (cause instanceof ConfigError || cause instanceof InputError || isSystemError(cause)) {
      process.stderr.write(`cyberbrief: ${cause.message}\n`);
      return NOTHING_DONE;
    }
    throw cause;
  }
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
