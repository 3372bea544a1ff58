import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { version } from '../version.ts';

/** Put in by the bundler (tsdown.config.ts); not there where the sources themselves run. */
declare const CYBERBRIEF_SOURCES: string | undefined;

/** What no article's output depends on. */
const ASIDE = ['cli', 'evaluate'];

/**
 * What an article's output depends on besides the article and the configuration: the version, the
 * rules and lexicons, the libraries, and Node's tables of characters.
 */
export function buildDigest(): string {
  const sources =
    typeof CYBERBRIEF_SOURCES === 'string'
      ? CYBERBRIEF_SOURCES
      : sourcesDigest(fileURLToPath(new URL('../../', import.meta.url)));
  const { unicode, icu } = process.versions;
  return [version, sources, unicode, icu].join(' ');
}

/** Digest of the sources and the lock file of a checkout. */
export function sourcesDigest(root: string): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    hash.update(`${path}\0`).update(readFileSync(`${root}/${path}`));
  };
  const walk = (folder: string) => {
    const entries = readdirSync(`${root}/${folder}`, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) add(path);
      else if (folder !== 'src' || !ASIDE.includes(entry.name)) walk(path);
    }
  };
  walk('src');
  add('package-lock.json');
  return hash.digest('hex');
}
