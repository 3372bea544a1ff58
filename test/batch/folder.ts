import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A folder of a test. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'cyberbrief-'));

  at(path: string): string {
    return join(this.path, path);
  }

  put(path: string, content: string | Uint8Array): string {
    const full = this.at(path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
    return full;
  }

  table(path: string): Record<string, string>[] {
    return parse(readFileSync(this.at(path), 'utf8'), { columns: true });
  }

  read(path: string): string {
    return readFileSync(this.at(path), 'utf8');
  }

  /** Every file under a folder with the digest of its bytes. */
  snapshot(path: string): Record<string, string> {
    const found: Record<string, string> = {};
    const top = this.at(path);
    const walk = (inner: string) => {
      for (const name of readdirSync(inner).sort()) {
        const full = join(inner, name);
        if (statSync(full).isDirectory()) walk(full);
        else found[relative(top, full)] = digest(readFileSync(full));
      }
    };
    walk(top);
    return found;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const PLACES = ['Lisbon', 'Tallinn', 'Nairobi', 'Seoul', 'Ottawa'];

/** A short article, another for every number. */
export const article = (number: number): string => `Cables and treaties, part ${number}

${PLACES[number % 5]} said on Monday that ${number + 12} cables had been cut since 20${10 + (number % 14)}. Portugal should set up a joint watch with Spain.
`;
