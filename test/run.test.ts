import { execFileSync, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../src/cli/main.ts';

const ARTICLE = `A treaty for the cables

Lisbon said on Monday that 12 cables had been cut since 2019. Portugal should set up a joint watch with Spain.
`;

let folder: string;
let told: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
  told = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string | Uint8Array): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}
const at = (path: string) => join(folder, path);
const run = (...inputs: string[]) => main(['run', ...inputs, '--out', at('out')]);
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(at(`out/${name}.csv`), 'utf8'), { columns: true });

/** Every file under a folder with its bytes. */
function snapshot(path: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (inner: string) => {
    for (const name of readdirSync(inner).sort()) {
      const full = join(inner, name);
      if (statSync(full).isDirectory()) walk(full);
      else found[relative(path, full)] = readFileSync(full, 'utf8');
    }
  };
  walk(path);
  return found;
}

describe('run', () => {
  test('gives ids from the path under the input, and takes files, folders, globs and lines', async () => {
    put('in/2021/cables.txt', ARTICLE);
    put('in/2022/cables.txt', ARTICLE);
    put(
      'lines.jsonl',
      `${JSON.stringify({ id: 'wire/1', text: ARTICLE, published: '2024-05-02' })}\n\n`,
    );
    const status = await run(at('in'), at('lines.jsonl'));
    expect(told).toContain('3 articles');
    expect(status).toBe(0);
    expect(table('articles').map((row) => row.article_id)).toEqual([
      '2021/cables',
      '2022/cables',
      'wire/1',
    ]);
    expect(table('articles')[2]!.published).toBe('2024-05-02');
    expect(await run(at('in/2022/*.txt'))).toBe(0);
    expect(table('articles').map((row) => row.article_id)).toEqual(['cables']);
    expect(readdirSync(at('out/articles')).sort()).toEqual(['cables.json']);
  });

  test('metadata of a sidecar wins and anchors relative dates', async () => {
    put('in/a.txt', ARTICLE);
    put('in/a.meta.json', JSON.stringify({ published: '2024-05-02', title: 'Cables', extra: 1 }));
    expect(await run(at('in'))).toBe(0);
    expect(table('articles')[0]).toMatchObject({ title: 'Cables', published: '2024-05-02' });
    expect(table('dates').find((row) => row.text === 'Monday')).toMatchObject({
      value: '2024-04-29',
      relative: 'true',
    });
  });

  test('an article that is not English is told and its layers are empty', async () => {
    put(
      'in/fr.txt',
      'Le ministère a déclaré que douze agences devaient signaler chaque incident dans la journée, et que celles qui ne le font pas perdront une partie de leur budget pour les formations et les voyages de l’année 2024.\n',
    );
    expect(await run(at('in'))).toBe(0);
    expect(table('articles')[0]).toMatchObject({ language: 'fr' });
    expect(table('sentences')).toEqual([]);
    expect(JSON.parse(readFileSync(at('out/articles/fr.json'), 'utf8')).notes[0]).toContain(
      'not English but fr',
    );
  });

  test('a second run gives the same bytes, whatever else the order of the file system is', async () => {
    for (const name of ['b', 'a', 'c/d']) put(`in/${name}.txt`, ARTICLE);
    await run(at('in'));
    const first = snapshot(at('out'));
    await run(at('in'));
    expect(snapshot(at('out'))).toEqual(first);
    expect(Object.keys(first).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('bad input becomes a row with file and reason, and the rest is done', async () => {
    put('in/good.txt', ARTICLE);
    put('in/empty.txt', '');
    put('in/blank.txt', ' \n\t\n');
    put('in/binary.txt', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2, 255]));
    put('in/latin.txt', Buffer.concat([Buffer.from('Un trait'), Buffer.from([0xe9, 0x20, 0x78])]));
    put('in/large.txt', Buffer.alloc(20_000_000, 'a'));
    put('in/dated.txt', ARTICLE);
    put('in/dated.meta.json', '{"published": "2024-02-30"}');
    put('in/broken.txt', ARTICLE);
    put('in/broken.meta.json', '{"published": ');
    symlinkSync(at('nowhere'), at('in/dangling.txt'));
    mkdirSync(at('in/folder.txt'));
    put(
      'in/lines.jsonl',
      [
        JSON.stringify({ id: 'line', text: ARTICLE }),
        '{"id": "cut',
        JSON.stringify({ id: 'nameless' }),
        JSON.stringify({ id: '../outside', text: ARTICLE }),
        JSON.stringify({ id: 'line', text: ARTICLE }),
      ].join('\n'),
    );
    expect(await run(at('in'))).toBe(1);
    expect(table('articles').map((row) => row.article_id)).toEqual(['good', 'line']);
    const errors = table('errors').map((row) => [
      relative(at('in'), row.path!),
      row.stage,
      row.error,
      row.message,
    ]);
    const of = (path: string) => errors.find((row) => row[0] === path)?.slice(1);
    expect(of('empty.txt')).toEqual(['input', 'empty', 'holds no text']);
    expect(of('blank.txt')).toEqual(['input', 'empty', 'holds no text']);
    expect(of('binary.txt')).toEqual(['input', 'binary', 'is no text: byte 4 is 0']);
    expect(of('latin.txt')![2]).toContain('is not UTF-8: byte 8');
    expect(of('large.txt')![2]).toContain('20000000 bytes, more than the limit of 10000000');
    expect(of('dated.txt')![2]).toContain('dated.meta.json: published: is not a calendar date');
    expect(of('broken.txt')![2]).toContain('broken.meta.json is not JSON');
    expect(of('dangling.txt')![1]).toBe('enoent');
    expect(of('lines.jsonl:2')![2]).toContain('is not a line of JSON');
    expect(of('lines.jsonl:3')![2]).toContain('text: ');
    expect(of('lines.jsonl:4')![1]).toBe('id');
    expect(of('lines.jsonl:5')![2]).toContain('is taken by');
    expect(errors).toHaveLength(12);
    for (const [path] of errors) expect(told).toContain(path);
    expect(readdirSync(dirname(at('out')))).not.toContain('outside.json');
  });

  test('an input that is not there, or a wrong option or configuration, ends with 2 and a reason', async () => {
    put('in/a.txt', ARTICLE);
    expect(await run(at('absent'))).toBe(2);
    expect(told).toContain('absent: there is no such file or folder');
    expect(await run(at('in/*.html'))).toBe(2);
    expect(await main(['run', at('in'), '--wrong'])).toBe(2);
    put('order.json', JSON.stringify({ stages: ['sentences', 'clean'] }));
    expect(await main(['run', at('in'), '--config', at('order.json')])).toBe(2);
    expect(told).toContain('"sentences" reads the layer "blocks", which no stage before it writes');
    put('option.json', JSON.stringify({ options: { dates: { zone: 'UTC' } }, outputs: 1 }));
    expect(await main(['run', at('in'), '--config', at('option.json')])).toBe(2);
    expect(told).toContain('outputs');
    put('slice.json', JSON.stringify({ options: { dates: { zone: 'UTC' } } }));
    expect(await main(['run', at('in'), '--config', at('slice.json')])).toBe(2);
    expect(told).toContain('options.dates');
    expect(await main(['run', at('in'), '--config', at('no.json')])).toBe(2);
  });

  test('killed at any moment it leaves nothing half-written under a final name', async () => {
    for (let number = 0; number < 300; number++) put(`in/${number}.txt`, ARTICLE.repeat(20));
    for (const wait of [450, 600, 800]) {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'src/cli.ts', 'run', at('in'), '--out', at('out')],
        { stdio: 'ignore' },
      );
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      for (const [name, content] of Object.entries(snapshot(folder))) {
        if (!name.startsWith('out/') || name.endsWith('.partial')) continue;
        if (name.endsWith('.json')) expect(() => JSON.parse(content)).not.toThrow();
        else expect(content.endsWith('\n')).toBe(true);
      }
    }
    expect(await run(at('in'))).toBe(0);
    expect(Object.keys(snapshot(at('out'))).filter((name) => name.endsWith('.partial'))).toEqual(
      [],
    );
  });
});

describe('the built package', () => {
  test('gives the command and the library', () => {
    put('in/a.txt', ARTICLE);
    const script = `import { createPipeline } from 'cyberbrief';
      const article = createPipeline().run({ id: 'a', text: ${JSON.stringify(ARTICLE)}, published: '2024-05-02' });
      process.stdout.write(article.entities.map((mention) => mention.name).join());`;
    const names = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(names.split(',')).toContain('Spain');
    const out = execFileSync(
      process.execPath,
      ['dist/cli.js', 'run', at('in'), '--out', at('out')],
      {
        encoding: 'utf8',
        stdio: 'pipe',
      },
    );
    expect(out).toBe('');
    expect(table('articles')).toHaveLength(1);
  });
});
