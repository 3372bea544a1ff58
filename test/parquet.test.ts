import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { parquetSink } from '../src/output/parquet.ts';
import type { Row, Table } from '../src/output/tables.ts';

const table: Table = {
  name: 'words',
  description: '',
  columns: [{ name: 'word', type: 'string', description: '', required: true }],
  primaryKey: [],
  foreignKeys: [],
};

test('what was written is let go of, however many groups of rows there are', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const inUse = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
  };
  const folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
  const path = join(folder, 'words.parquet');
  const sink = await parquetSink(path, table);
  /** A cell as it is cut out of a large piece of a file. */
  const cut = (first: string, group: number): string => {
    const piece = Buffer.alloc(4_000_000, `${first} of group ${group} `).toString();
    return piece.slice(0, 14);
  };
  const filler: Row[] = Array.from({ length: 9_998 }, () => ({ word: 'm' }));
  let before = 0;
  for (let group = 0; group < 20; group++) {
    const [least, greatest] = [cut('a', group), cut('z', group)];
    await sink.write([{ word: least }, { word: greatest }, ...filler]);
    if (group === 1) before = inUse();
  }
  // Each group that was held would be 8 MB.
  expect(inUse() - before).toBeLessThan(20);
  await sink.close();

  const bytes = readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const { row_groups } = parquetMetadata(file);
  expect(row_groups).toHaveLength(20);
  for (const [group, { columns }] of row_groups.entries()) {
    expect(columns[0]!.meta_data!.statistics).toMatchObject({
      min_value: cut('a', group),
      max_value: cut('z', group),
    });
  }
  const rows = await parquetReadObjects({ file, rowStart: 10_000, rowEnd: 10_002 });
  expect(rows).toEqual([{ word: cut('a', 1) }, { word: cut('z', 1) }]);
  rmSync(folder, { recursive: true });
});
