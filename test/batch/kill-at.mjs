// Kills the process it is loaded into at its KILL_AT-th change of a file, every other time after half
// of what was to be written; without KILL_AT it leaves the number of changes in COUNT_INTO.
import { writeFileSync, writeSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.KILL_AT ?? Number.POSITIVE_INFINITY);
let changes = 0;

function change(half) {
  if (++changes < at) return;
  if (changes === at && at % 2 === 0) half();
  process.kill(process.pid, 'SIGKILL');
  // The signal may take a moment; nothing more may happen meanwhile.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

for (const name of ['open', 'rename', 'rm', 'rmdir', 'link', 'writeFile', 'mkdir']) {
  const original = promises[name];
  promises[name] = (...args) => {
    change(() => {
      if (name === 'writeFile') writeFileSync(args[0], args[1].slice(0, args[1].length / 2));
    });
    return original.apply(promises, args);
  };
}
const handle = await promises.open('/dev/null');
const prototype = Object.getPrototypeOf(handle);
await handle.close();
const { write } = prototype;
prototype.write = function (bytes, offset, length, position) {
  change(() => writeSync(this.fd, bytes, offset, length >> 1, position));
  return write.call(this, bytes, offset, length, position);
};
syncBuiltinESMExports();
changes = 0;
process.on('exit', () => {
  if (process.env.COUNT_INTO) writeFileSync(process.env.COUNT_INTO, String(changes));
});
