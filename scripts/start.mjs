// Makes output/ from corpus/, and builds first where dist/ is missing or older than the sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const built = 'dist/cli.js';

function newest(folder) {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    }),
  );
}

function call(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: false });
  if (status !== 0) process.exit(status ?? 2);
}

if (!existsSync(built) || statSync(built).mtimeMs < newest('src')) {
  call(process.execPath, ['node_modules/tsdown/dist/run.mjs', '--logLevel', 'error']);
}
call(process.execPath, [built, 'run', 'corpus', '--out', 'output', ...process.argv.slice(2)]);
