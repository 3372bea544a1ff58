import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { defaultConfig, parseConfig } from '../src/config.ts';
import { createPipeline } from '../src/create-pipeline.ts';
import { stream } from '../src/run/stream.ts';
import { article } from './batch/folder.ts';
import { createPipeline as poisoned } from './batch/poisoned.ts';

async function answers(
  input: string,
  config = defaultConfig,
  create: typeof createPipeline = createPipeline,
): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  // Cut into pieces that end in the middle of lines and of characters.
  const bytes = Buffer.from(input);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 777) }, (_, number) =>
    bytes.subarray(number * 777, (number + 1) * 777),
  );
  for await (const line of stream(Readable.from(pieces), config, create)) {
    const text = Buffer.from(line).toString();
    expect(text.endsWith('\n')).toBe(true);
    expect(text.trimEnd()).not.toContain('\n');
    lines.push(JSON.parse(text));
  }
  return lines;
}

const line = (id: string, text: string) => JSON.stringify({ id, text, published: '2024-05-02' });

test('a line comes out for each that goes in, in the same order, errors too', async () => {
  const input = [
    line('one', article(1)),
    '{"id": "two"}',
    '{"id": "three", "text": ',
    '',
    line('../four', article(4)),
    line('five', ' '),
    line('one', `${article(6)}\u2028Zürich 😀 acts.`),
    line('seven', article(7)),
  ].join('\n');
  const lines = await answers(input);
  expect(lines.map((each) => each.article_id ?? each.id)).toEqual([
    'one',
    'two',
    null,
    null,
    '../four',
    'five',
    'one',
    'seven',
  ]);
  expect(lines.map((each) => (each.error as { code: string } | undefined)?.code)).toEqual([
    undefined,
    'record',
    'json',
    'json',
    'id',
    'empty',
    undefined,
    undefined,
  ]);
  expect(lines[0]).toEqual(
    createPipeline().run({ id: 'one', text: article(1), published: '2024-05-02' }),
  );
  expect(await answers(`${input}\n`)).toEqual(lines);
  expect(await answers('')).toEqual([]);
});

test('an article that hangs is a line that names its stage, and the next is read', async () => {
  const config = parseConfig({ run: { timeout_seconds: 2 } });
  const input = [line('hung', 'This one HANGS.'), line('next', article(2))].join('\n');
  const lines = await answers(input, config, poisoned);
  expect(lines[0]).toEqual({
    id: 'hung',
    error: {
      stage: 'poison',
      code: 'timeout',
      message: 'took more than 2 s and was stopped (run.timeout_seconds)',
    },
  });
  expect(lines[1]!.article_id).toBe('next');
});
