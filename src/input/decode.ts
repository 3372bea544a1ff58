import type { Reading } from '../article/schema.ts';
import { InputError } from '../kernel/errors.ts';
import { repairMojibake } from './mojibake.ts';
import { decodeWindows1252, firstUndefined, isPlainlyWindows1252 } from './windows-1252.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export interface Decoded {
  readonly text: string;
  /** Null where the text is that of the bytes in UTF-8, as they stand. */
  readonly reading: Reading | null;
}

/**
 * The text of a file's bytes. A byte-order mark decides, then strict UTF-8, then what the page
 * declares, then the bytes where they plainly are windows-1252; whatever fits none is an error. A mark
 * is not part of the text. Mojibake is repaired.
 * @param declares the encoding that a page declares in its first bytes
 * @throws {InputError} `binary`, `encoding` or `empty`
 */
export function decode(
  bytes: Uint8Array,
  declares: (bytes: Uint8Array) => string | null = () => null,
): Decoded {
  const read = readBytes(bytes, declares);
  const repaired = repairMojibake(read.text);
  const text = withoutMark(repaired?.text ?? read.text);
  checkText(text);
  const { encoding, encoding_from, declared } = read;
  if (!repaired && encoding === 'utf-8' && encoding_from === 'bytes' && !declared) {
    return { text, reading: null };
  }
  return {
    text,
    reading: {
      encoding,
      encoding_from,
      ...(declared ? { declared } : {}),
      ...(repaired ? { repaired: repaired.places, repairs: [...repaired.repairs] } : {}),
    },
  };
}

type Read = Pick<Reading, 'encoding' | 'encoding_from'> & {
  readonly text: string;
  readonly declared?: string;
};

function readBytes(bytes: Uint8Array, declares: (bytes: Uint8Array) => string | null): Read {
  const mark = MARKS.find(({ signature }) => startsWith(bytes, signature));
  if (mark)
    return {
      text: decodeMarked(bytes, mark),
      encoding: mark.encoding,
      encoding_from: 'byte_order_mark',
    };
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return wide;
  checkBytes(bytes);
  const declared = declares(bytes);
  const utf8 = tryStrict(strict, bytes);
  if (utf8 !== null) {
    // Pages are often saved anew as UTF-8 with the old declaration left in them.
    const contradicted = declared !== null && nameOf(declared) !== 'utf-8' && !isAscii(utf8);
    return {
      text: utf8,
      encoding: 'utf-8',
      encoding_from: 'bytes',
      ...(contradicted && { declared }),
    };
  }
  const name = declared === null ? null : nameOf(declared);
  if (name !== null && name !== 'utf-8') {
    return { text: decodeDeclared(bytes, name), encoding: name, encoding_from: 'declared' };
  }
  if (isPlainlyWindows1252(bytes)) {
    return {
      text: decodeWindows1252(bytes),
      encoding: 'windows-1252',
      encoding_from: 'bytes',
      ...(declared !== null && { declared }),
    };
  }
  const hint =
    declared === null || name !== null ? '' : `; it declares "${declared}", which is not known`;
  throw new InputError(
    'encoding',
    `is not UTF-8: byte ${firstBadByte(bytes)} fits no character, and it is not plainly windows-1252${hint}`,
  );
}

const MARKS = [
  { signature: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { signature: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { signature: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { signature: [0xff, 0xfe], encoding: 'utf-16le' },
  { signature: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

function decodeMarked(bytes: Uint8Array, { encoding }: (typeof MARKS)[number]): string {
  if (encoding.startsWith('utf-32')) {
    throw new InputError(
      'encoding',
      'begins with the byte-order mark of UTF-32, which is not read',
    );
  }
  const text = tryStrict(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }), bytes);
  if (text !== null) return text;
  const where = encoding === 'utf-8' ? `: byte ${firstBadByte(bytes)} fits no character` : '';
  throw new InputError(
    'encoding',
    `is not ${encoding.toUpperCase()}, as its byte-order mark says${where}`,
  );
}

/** Bytes that are looked at for UTF-16 without a mark. */
const GLANCE = 4096;
/** English has hardly any other character. */
const MOSTLY = 0.7;

/** Latin text in UTF-16: every other byte is 0, and none of those between. */
function unmarkedUtf16(bytes: Uint8Array): Read | null {
  if (bytes.length < 8 || bytes.length % 2 !== 0) return null;
  const glance = Math.min(bytes.length, GLANCE);
  const zeros = [0, 0];
  for (let at = 0; at < glance; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  const most = (glance / 2) * MOSTLY;
  const encoding =
    zeros[0] === 0 && zeros[1]! >= most
      ? 'utf-16le'
      : zeros[1] === 0 && zeros[0]! >= most
        ? 'utf-16be'
        : null;
  if (encoding === null) return null;
  const text = tryStrict(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }), bytes);
  return text === null || text.includes('\0') ? null : { text, encoding, encoding_from: 'bytes' };
}

/** What begins so is no text, whatever its name says and even where it has no byte 0. */
const FORMATS = [
  ['%PDF-', 'a PDF'],
  ['{\\rtf', 'RTF'],
  ['PK\x03\x04', 'a ZIP archive'],
  ['PK\x05\x06', 'a ZIP archive'],
  ['\x1F\x8B', 'a gzip archive'],
  ['7z\xBC\xAF\x27\x1C', 'a 7z archive'],
  ['\xD0\xCF\x11\xE0', 'an old Office document'],
  ['\x89PNG', 'an image'],
  ['\xFF\xD8\xFF', 'an image'],
  ['GIF8', 'an image'],
  ['bplist0', 'a property list'],
] as const;

function checkBytes(bytes: Uint8Array): void {
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new InputError('binary', `is no text: byte ${nul} is 0`);
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const format = FORMATS.find(([signature]) => head.startsWith(signature));
  if (format) throw new InputError('binary', `is no text: it begins as ${format[1]} does`);
}

/** More control characters than this are no text. */
const MOST_CONTROLS = 0.02;

function checkText(text: string): void {
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new InputError('binary', `is no text: character ${nul} is U+0000`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
  const controls = text.match(/[\u0001-\u0008\u000E-\u001F]/g)?.length ?? 0;
  if (controls > 4 && controls > text.length * MOST_CONTROLS) {
    throw new InputError('binary', `is no text: it has ${controls} control characters`);
  }
  if (text.trim() === '') throw new InputError('empty', 'holds no text');
}

/** The standard's name of a declared encoding, or null where there is none of that name. */
function nameOf(declared: string): string | null {
  try {
    const { encoding } = new TextDecoder(declared);
    // Where it could be read as far as here it is not UTF-16; the standard reads it as UTF-8.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}

function decodeDeclared(bytes: Uint8Array, name: string): string {
  if (name === 'windows-1252') {
    const bad = firstUndefined(bytes);
    if (bad < 0) return decodeWindows1252(bytes);
    throw new InputError('encoding', `declares ${name}, in which byte ${bad} is no character`);
  }
  const text = tryStrict(new TextDecoder(name, { fatal: true }), bytes);
  // ICU has characters of private use for bytes that stand for none.
  if (text !== null && !/[\uE000-\uF8FF]/.test(text)) return text;
  throw new InputError('encoding', `is not ${name}, as it declares, nor UTF-8`);
}

function tryStrict(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const isAscii = (text: string): boolean => !/[^\x00-\x7F]/.test(text);

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/**
 * The text of a file that holds settings or metadata.
 * @throws {InputError} `encoding` where it is not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const text = tryStrict(strict, bytes);
  if (text !== null) return withoutMark(text);
  throw new InputError('encoding', `is not UTF-8: byte ${firstBadByte(bytes)} fits no character`);
}

/** The offset of the first byte of the first sequence that is not UTF-8, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  // What was read so far may end in the beginning of the bad sequence.
  for (let back = 0; back < 4 && back <= good; back++) {
    if (tryStrict(strict, bytes.subarray(0, good - back)) !== null) return good - back;
  }
  return good;
}
