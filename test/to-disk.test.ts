import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultConfig } from '../src/config.ts';
import * as disk from '../src/output/to-disk.ts';
import { run } from '../src/run/run.ts';
import { article, TestFolder } from './batch/folder.ts';

vi.mock(import('../src/output/to-disk.ts'), async (original) => {
  const real = await original();
  return { ...real, toDisk: vi.fn(real.toDisk) };
});

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder();
});
afterEach(() => {
  vi.restoreAllMocks();
  folder.remove();
});

const { toDisk } = await vi.importActual<typeof disk>('../src/output/to-disk.ts');
const listener = { found() {}, done() {}, failed() {} };

/** What a run has flushed, and how far it was with the names each time. */
async function flushed(out: string, inputs: string, signal?: AbortSignal) {
  const calls: { paths: string[] | null; ready: boolean; named: boolean }[] = [];
  vi.mocked(disk.toDisk).mockImplementation(async (paths, directory) => {
    calls.push({
      paths: paths?.map((path) => relative(directory, path)) ?? null,
      ready: existsSync(join(directory, '.cyberbrief/index.ready')),
      named: existsSync(join(directory, 'datapackage.json')),
    });
    await toDisk(paths, directory);
  });
  const options = { inputs: [folder.at(inputs)], out: folder.at(out), config: defaultConfig };
  await run({ ...options, signal, workers: 1 }, listener);
  return calls;
}

test('what a run wrote is on the disk before it is said to be whole, its names before it ends', async () => {
  folder.put('in/a/one.txt', article(1));
  folder.put('in/two.html', `<p>${article(2)}</p>`);
  const calls = await flushed('out', 'in');
  expect(calls).toHaveLength(3);
  expect(calls[0]).toMatchObject({ ready: false, named: false });
  expect(calls[0]!.paths).toEqual(
    expect.arrayContaining([
      ...['articles.csv.partial', 'errors.csv.partial', 'datapackage.json.partial'],
      ...['run.json.partial', '.cyberbrief/index.partial', 'articles', 'articles/a'],
      ...['articles/a/one.json', 'articles/two.json', 'articles/two.txt'],
    ]),
  );
  expect(calls[1]).toEqual({ paths: ['', '.cyberbrief'], ready: true, named: true });
  expect(calls[2]).toEqual({ paths: ['.cyberbrief'], ready: false, named: true });
});

test('many files are flushed together, and so are those of a run that was cut off', async () => {
  for (let number = 0; number <= disk.FEW; number++) folder.put(`in/${number}.txt`, article(1));
  expect((await flushed('out', 'in'))[0]!.paths).toBeNull();
  const again = (await flushed('out', 'in'))[0]!.paths;
  expect(again).toContain('run.json.partial');
  expect(again).not.toContain('articles.csv.partial');

  folder.put('few/one.txt', article(1));
  const stopped = await flushed('cut', 'few', AbortSignal.abort());
  expect(stopped.map(({ paths }) => paths)).toEqual([['.cyberbrief/journal.partial']]);
  folder.put('cut/.cyberbrief/journal.partial', '{"id":"one","gone":true}\n');
  expect((await flushed('cut', 'few'))[0]!.paths).toBeNull();
});

test('each path is flushed; what is not there needs none', async () => {
  const path = folder.put('file', 'x');
  const handle = await open(path);
  const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync');
  await handle.close();
  await toDisk([path, folder.at('absent'), folder.path], folder.path);
  expect(sync).toHaveBeenCalledTimes(2);
  await toDisk(null, folder.path);
});
