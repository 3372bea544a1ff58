import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { defaultConfig, readConfig } from '../src/config.ts';
import { type Gate, gateSchema, measure, pinned, shutBecause } from '../src/evaluate/gate.ts';

/*
 * npm run gate                     fails where a score fell below its pinned floor
 * npm run gate -- --pin            pins the scores of now; refuses to lower a floor
 * npm run gate -- --pin --lower    pins them all the same
 */

const FILE = 'test/gate.json';
const CONFIG = 'pipeline.config.json';

const options = process.argv.slice(2);
const unknown = options.filter((option) => option !== '--pin' && option !== '--lower');
if (unknown.length > 0)
  fail(2, [`unknown option ${unknown.join(' ')}; there are --pin and --lower`]);

const config = existsSync(CONFIG) ? readConfig(CONFIG) : defaultConfig;
const measured = await measure('corpus', 'fixtures', config);
const before: Gate | null = existsSync(FILE)
  ? gateSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')))
  : null;

if (options.includes('--pin')) {
  if (measured.failed.length > 0) {
    fail(1, [`not pinned; could not be processed: ${measured.failed.join(', ')}`]);
  }
  const { gate, lowered } = pinned(before, measured);
  if (lowered.length > 0 && !options.includes('--lower')) {
    fail(1, [
      'not pinned, for these floors would be lower (--lower pins them all the same):',
      ...lowered,
    ]);
  }
  writeFileSync(FILE, `${JSON.stringify(gate, null, 2)}\n`);
  tell([`${Object.keys(gate.floors).length} floors pinned in ${FILE}`, ...lowered]);
} else if (before === null) {
  fail(1, [`there is no ${FILE} yet; pin the scores: npm run gate -- --pin`]);
} else {
  const reasons = shutBecause(before, measured);
  if (reasons.length > 0) fail(1, reasons);
  const raised = Object.entries(before.floors).filter(
    ([id, floor]) => (measured.scores.get(id) ?? 0) > floor + before.margin,
  );
  tell([`${Object.keys(before.floors).length} scores at or above their floors`]);
  if (raised.length > 0) {
    tell([`${raised.length} above by more than the margin; pin them: npm run gate -- --pin`]);
  }
}

function tell(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}

function fail(status: number, lines: readonly string[]): never {
  tell(lines);
  process.exit(status);
}
