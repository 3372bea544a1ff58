import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { check } from 'recheck';
import ts from 'typescript';
import { expect, test } from 'vitest';

/*
 * Every regular expression of the program, written out or put together, is given to recheck. For
 * what it holds vulnerable, the attack that it found is tried on the pattern itself: long strings
 * must be answered soon. What recheck comes to no end with is tried with repetitions of its own parts.
 */

const root = join(import.meta.dirname, '..');

interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
}

function literals(file: string): Pattern[] {
  const found: Pattern[] = [];
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        place: `${file.slice(root.length + 1)}:${line + 1}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The patterns that modules put together when they are loaded, or when an article is read. */
async function constructed(): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Own = RegExp;
  const note = (made: RegExp): RegExp => {
    const [, place] = /[\\/](src[\\/][^\s)?]+)/.exec(new Error('where').stack ?? '') ?? [];
    if (place) found.push({ source: made.source, flags: made.flags, place });
    return made;
  };
  globalThis.RegExp = new Proxy(Own, {
    construct: (target, args) => note(Reflect.construct(target, args) as RegExp),
    apply: (target, self, args) => note(Reflect.apply(target, self, args) as RegExp),
  });
  try {
    const starts = /[\\/](?:cli|run[\\/]worker)\.ts$/;
    for (const file of files(join(root, 'src')).filter((file) => !starts.test(file))) {
      await import(pathToFileURL(file).href);
    }
    const { createPipeline } = await import('../src/create-pipeline.ts');
    createPipeline().run({
      id: 'a',
      text: readFileSync(join(root, 'corpus/interview.txt'), 'utf8'),
    });
  } finally {
    globalThis.RegExp = Own;
  }
  return found;
}

/** Characters of an attack: a very long line. */
const LONG = 10_000;
/** No pattern comes near it, also on a busy machine, but one that grows with a power above two. */
const MOST_MILLISECONDS = 5_000;

const { exec } = RegExp.prototype;
/** Milliseconds that the pattern takes for the text; infinite where it was stopped. */
function milliseconds({ source, flags }: Pattern, text: string): number {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
  const before = performance.now();
  try {
    runInContext('exec.call(pattern, text)', createContext({ exec, pattern, text }), {
      timeout: MOST_MILLISECONDS,
    });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return performance.now() - before;
}

/** Repetitions of what stands in the pattern, with an end that fits nothing. */
function attacks({ source }: Pattern): string[] {
  const words = source.match(/[a-z]{2,12}/gi) ?? [];
  const parts = new Set(['a', 'A', ' a', 'A ', 'Ab ', '. ', '.', '1', '1 ', "'", '-', ', ', '\t']);
  for (const word of words.slice(0, 40)) parts.add(`${word} `);
  return [...parts].map((part) => `${part.repeat(Math.floor(LONG / part.length))}\0`);
}

const distinct = (patterns: readonly Pattern[]): Pattern[] => [
  ...new Map(patterns.map((each) => [`/${each.source}/${each.flags}`, each])).values(),
];

async function slowAttack(pattern: Pattern): Promise<string | null> {
  const verdict = await check(pattern.source, pattern.flags, { timeout: 8_000 });
  if (verdict.status === 'safe') return null;
  const tried: string[] = [];
  if (verdict.status === 'vulnerable') {
    const { pumps, suffix } = verdict.attack;
    const times = Math.max(1, Math.floor(LONG / pumps.map(({ pump }) => pump).join('').length));
    tried.push(pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix);
    if (verdict.attack.string.length <= LONG) tried.push(verdict.attack.string);
  } else tried.push(...attacks(pattern));
  const slow = tried.find((text) => milliseconds(pattern, text) > MOST_MILLISECONDS);
  return slow === undefined
    ? null
    : `${pattern.place}: /${pattern.source}/${pattern.flags} on ${JSON.stringify(slow.slice(0, 60))}…`;
}

test('the check finds a pattern that backtracks without end', async () => {
  const place = 'here';
  expect(await slowAttack({ source: '^(?:a|a)*$', flags: '', place })).not.toBeNull();
  expect(await slowAttack({ source: '^(?:\\w+\\s?)*$', flags: 'u', place })).not.toBeNull();
  expect(await slowAttack({ source: '\\s*,\\s*', flags: '', place })).toBeNull();
}, 60_000);

test('no regular expression of the program backtracks catastrophically', async () => {
  const written = files(join(root, 'src')).flatMap(literals);
  const all = distinct([...written, ...(await constructed())]);
  expect(written.length).toBeGreaterThan(500);
  expect(all.length).toBeGreaterThan(new Set(written.map(({ source }) => source)).size);
  const slow: string[] = [];
  let next = 0;
  const work = async () => {
    while (next < all.length) {
      const found = await slowAttack(all[next++]!);
      if (found) slow.push(found);
    }
  };
  await Promise.all([work(), work()]);
  expect(slow).toEqual([]);
}, 900_000);
