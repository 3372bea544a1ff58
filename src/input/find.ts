import * as fs from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { z } from 'zod';
import { InputError } from '../kernel/errors.ts';
import { decodeUtf8 } from './decode.ts';
import type { Failure, Format, GivenMetadata, RawDocument } from './document.ts';
import { FileList, FORMATS, type FoundFile, formatOf, slashes } from './file-list.ts';
import { lineSchema, problemsOf, sidecarSchema } from './metadata.ts';

// For a small file those of `fs/promises` take three times as long.
const open = promisify(fs.open);
const fstat = promisify(fs.fstat);
const read = promisify(fs.read);
const readFile = promisify(fs.readFile);
const close = promisify(fs.close);

export const endings = Object.keys(FORMATS);

/** Files read at once; p-limit bounds them so that a large batch cannot run out of descriptors. */
const OPEN_FILES = 16;

export interface FindOptions {
  /** A file or a line above it is refused. */
  readonly maxBytes: number;
}

/**
 * The article files of the inputs, in their order and inside each by path.
 * @param inputs files, folders (walked) and globs
 * @throws {InputError} `missing` where an input is not there, `format` where a named file is of no known kind
 */
export async function findFiles(inputs: readonly string[]): Promise<FileList> {
  const found = new FileList();
  // one input has no file twice
  const seen = inputs.length > 1 ? new Set<string>() : null;
  const add = (path: string, base: string) => {
    if (!formatOf(path) || seen?.has(path)) return;
    seen?.add(path);
    found.add(slashes(path), base);
  };
  for (const input of inputs) {
    const info = await stat(input).catch(() => null);
    if (info?.isDirectory()) {
      for await (const path of walk(input.replace(/(?<=[^/\\])[/\\]+$/, ''))) add(path, input);
    } else if (info) {
      if (!formatOf(input)) {
        throw new InputError(
          'format',
          `${input}: not a kind of file that is read; known are ${endings.join(' ')}`,
        );
      }
      add(input, dirname(input));
    } else if (isDynamicPattern(input)) {
      const base = staticBase(input);
      const paths = (await glob([slashes(input)], { expandDirectories: false })).sort();
      if (paths.length === 0) throw new InputError('missing', `${input}: matches no file`);
      for (const path of paths) add(path, base);
    } else {
      throw new InputError('missing', `${input}: there is no such file or folder`);
    }
  }
  return found;
}

/** The files below a folder, by name; links are followed, but never round in a circle. */
async function* walk(folder: string, above: readonly string[] = []): AsyncGenerator<string> {
  const real = await realpath(folder);
  if (above.includes(real)) return;
  const entries = (await readdir(folder, { withFileTypes: true }))
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    // what a link leads to is asked, and what a file system does not tell in its list
    const info = entry.isFile() ? entry : await stat(path).catch(() => null);
    if (info?.isDirectory()) yield* walk(path, [...above, real]);
    else yield path;
  }
}

/** The folder of a glob that is written out, under which the ids begin. */
function staticBase(pattern: string): string {
  const parts = slashes(pattern).split('/');
  const dynamic = parts.findIndex((part) => isDynamicPattern(part));
  const fixed = parts.slice(0, dynamic).join('/');
  return fixed === '' ? (pattern.startsWith('/') ? '/' : '.') : fixed;
}

/**
 * Reads the files' documents one after the other in their order; a few are read ahead. What cannot
 * be read comes as a {@link Failure} in its place.
 */
export async function* readDocuments(
  files: Iterable<FoundFile>,
  options: FindOptions,
): AsyncGenerator<RawDocument | Failure> {
  const limit = pLimit(OPEN_FILES);
  const ahead: (() => AsyncIterable<RawDocument | Failure> | Promise<RawDocument | Failure>)[] = [];
  const left = files[Symbol.iterator]();
  const refill = () => {
    while (ahead.length < OPEN_FILES) {
      const { value: file, done } = left.next();
      if (done) return;
      if (file.format === 'lines') {
        ahead.push(() => readLines(file, options));
      } else {
        const pending = limit(() => readFileDocument(file, options));
        ahead.push(() => pending);
      }
    }
  };
  for (refill(); ahead.length > 0; refill()) {
    const document = ahead.shift()!();
    if (Symbol.asyncIterator in document) yield* document;
    else yield await document;
  }
}

export function isFailure(document: object): document is Failure {
  return 'error' in document;
}

/** The row for an error met while a document was found or read. */
export function inputFailure(id: string, path: string, cause: unknown): Failure {
  const code = cause instanceof InputError ? cause.code : systemCode(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  return { article_id: id, path, stage: 'input', error: code, message };
}

function systemCode(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  return typeof code === 'string' ? code.toLowerCase() : 'unreadable';
}

async function readFileDocument(
  file: FoundFile,
  options: FindOptions,
): Promise<RawDocument | Failure> {
  try {
    checkId(file.id);
    const descriptor = await open(file.path, 'r');
    let bytes: Uint8Array;
    try {
      const info = await fstat(descriptor);
      if (info.isDirectory()) throw new InputError('folder', 'is a folder, not a file');
      checkSize(info.size, options);
      bytes = await readWhole(descriptor, info.size);
    } finally {
      await close(descriptor);
    }
    return {
      id: file.id,
      path: file.path,
      format: file.format as Format,
      bytes,
      given: await readSidecar(file.path),
    };
  } catch (cause) {
    return inputFailure(file.id, file.path, describe(cause));
  }
}

/** All of a file that should have so many bytes: in one go where it has. */
async function readWhole(descriptor: number, size: number): Promise<Uint8Array> {
  // what is no plain file has none, and cannot be read at a place
  if (size === 0) return readFile(descriptor);
  const bytes = Buffer.allocUnsafeSlow(size + 1);
  const { bytesRead } = await read(descriptor, bytes, 0, size + 1, 0);
  return bytesRead === size ? bytes.subarray(0, size) : readFile(descriptor);
}

/** A system error in words that name no absolute path, so that its row is the same everywhere. */
function describe(cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  const words: Record<string, string> = {
    EACCES: 'may not be read (no permission)',
    EPERM: 'may not be read (no permission)',
    ENOENT: 'is not there (removed meanwhile, or a link that leads nowhere)',
    EISDIR: 'is a folder, not a file',
    ELOOP: 'is a link that leads to itself',
    EMFILE: 'could not be opened: too many files are open',
  };
  return code && words[code] ? new InputError(code.toLowerCase(), words[code]) : cause;
}

function checkSize(size: number, options: FindOptions): void {
  if (size > options.maxBytes) {
    throw new InputError(
      'too_large',
      `has ${size} bytes, more than the limit of ${options.maxBytes} (input.max_bytes)`,
    );
  }
}

/** An id becomes a path under the output folder and must stay there. */
function checkId(id: string): void {
  const bad = id
    .split('/')
    .some((part) => part === '' || part === '.' || part === '..' || part.length > 200);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (bad || /[\u0000-\u001f\\]/.test(id)) {
    throw new InputError(
      'id',
      `the id ${JSON.stringify(id)} cannot be a path under the output folder`,
    );
  }
}

/** The metadata beside `x.txt`, from `x.meta.json`; none where there is no such file. */
async function readSidecar(path: string): Promise<GivenMetadata> {
  const sidecar = `${path.slice(0, -extname(path).length)}.meta.json`;
  let bytes: Uint8Array;
  try {
    // most have none, and to be told so by an error is slow
    if (!fs.lstatSync(sidecar, { throwIfNoEntry: false })) return {};
    bytes = await readFile(sidecar);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new InputError(
      'sidecar',
      `${basename(sidecar)} cannot be read: ${(cause as NodeJS.ErrnoException).code}`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(bytes));
  } catch (cause) {
    const why = (cause as Error).message;
    throw new InputError(
      'sidecar',
      `${basename(sidecar)} ${cause instanceof InputError ? why : `is not JSON: ${why}`}`,
    );
  }
  const parsed = sidecarSchema.safeParse(value);
  if (!parsed.success)
    throw new InputError('sidecar', `${basename(sidecar)}: ${problemsOf(parsed.error)}`);
  return pick(parsed.data);
}

function pick({ title, published, url, source, authors }: z.infer<typeof sidecarSchema>) {
  const list = typeof authors === 'string' ? [authors] : (authors ?? undefined);
  return { title, published, url, source, authors: list } satisfies GivenMetadata;
}

/** The lines of a JSON-lines file, cut at `\n` alone (`readline` would also cut at U+2028). */
async function* readLines(
  file: FoundFile,
  options: FindOptions,
): AsyncGenerator<RawDocument | Failure> {
  let number = 0;
  try {
    for await (const line of linesOf(fs.createReadStream(file.path), options.maxBytes)) {
      number++;
      if (number === 1 && line !== null && isUtf16(line)) {
        throw new InputError('encoding', 'is UTF-16; lines of JSON are UTF-8');
      }
      if (line !== null && line.length === 0) continue;
      yield readLine(file, number, line, options);
    }
  } catch (cause) {
    yield inputFailure(file.id, file.path, describe(cause));
  }
}

const isUtf16 = (line: Buffer): boolean =>
  (line[0] === 0xff && line[1] === 0xfe) || (line[0] === 0xfe && line[1] === 0xff);

/** Lines as bytes, without their ends; null for one that is longer than `most`. */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  most: number,
): AsyncGenerator<Buffer | null> {
  let pieces: Buffer[] = [];
  let size = 0;
  const finish = (): Buffer | null => {
    const line = size > most ? null : trimReturn(Buffer.concat(pieces));
    pieces = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      size += at - from;
      if (size <= most) pieces.push(chunk.subarray(from, at));
      yield finish();
      from = at + 1;
    }
    size += chunk.length - from;
    if (size <= most) pieces.push(chunk.subarray(from));
    else pieces = [];
  }
  if (size > 0) yield finish();
}

const trimReturn = (line: Buffer): Buffer =>
  line.length > 0 && line[line.length - 1] === 13 ? line.subarray(0, -1) : line;

/** The document of a line. What cannot be read comes as a {@link Failure}. */
export function readLine(
  file: Pick<FoundFile, 'path' | 'id'>,
  number: number,
  line: Buffer | null,
  options: FindOptions,
): RawDocument | Failure {
  const path = `${file.path}:${number}`;
  const anonymous = `${file.id}:${number}`;
  try {
    if (line === null) {
      throw new InputError(
        'too_large',
        `has more bytes than the limit of ${options.maxBytes} (input.max_bytes)`,
      );
    }
    const json = decodeUtf8(line);
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch (cause) {
      throw new InputError('json', `is not a line of JSON: ${(cause as Error).message}`);
    }
    const parsed = lineSchema.safeParse(value);
    const id = (value as { id?: unknown } | null)?.id;
    const named = typeof id === 'string' && id !== '' ? id : anonymous;
    if (!parsed.success) {
      return inputFailure(named, path, new InputError('record', problemsOf(parsed.error)));
    }
    try {
      checkId(parsed.data.id);
    } catch (cause) {
      return inputFailure(named, path, cause);
    }
    return {
      id: parsed.data.id,
      path,
      format: 'text',
      bytes: Buffer.from(parsed.data.text),
      given: pick(parsed.data),
    };
  } catch (cause) {
    return inputFailure(anonymous, path, cause);
  }
}
