import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { createPipeline } from '../src/create-pipeline.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cyberbrief-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: unknown): string {
  writeFileSync(
    join(folder, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return join(folder, name);
}
const config = (lexicons: readonly string[]) => readConfig(put('config.json', { lexicons }));
const found = (lexicons: readonly string[], text: string) =>
  createPipeline(config(lexicons))
    .run({ id: 'a', text })
    .entities.map(({ text: words, type, id }) => [words, type, id]);

const TEXT = `Ransomware crews keep coming

The Zubrowka Cyber Cell said on Monday that Lilac Heron had used Quokkabot against a port. Experts at ZCC warned that the gang behind Marmot is back, and that hackers call it Rodent.
`;

describe("lists of one's own", () => {
  test('are read from JSON and CSV', () => {
    put('mine.json', [
      {
        name: 'Zubrowka Cyber Cell',
        type: 'government_body',
        country: 'PL',
        id: 'zcc',
        aliases: ['ZCC'],
      },
    ]);
    put(
      'more.csv',
      'name,type,country,id,aliases\nLilac Heron,threat_actor,,actor-heron,"LH-7; Heron-7"\n',
    );
    const names = found(['mine.json', 'more.csv'], TEXT);
    expect(names).toContainEqual(['Zubrowka Cyber Cell', 'government_body', 'zcc']);
    expect(names).toContainEqual(['ZCC', 'government_body', 'zcc']);
    expect(names).toContainEqual(['Lilac Heron', 'threat_actor', 'actor-heron']);
  });

  test('a STIX bundle of ATT&CK and a MISP galaxy cluster are such lists', () => {
    const reference = (external_id: string) => [{ source_name: 'mitre-attack', external_id }];
    put('attack.json', {
      type: 'bundle',
      objects: [
        {
          type: 'intrusion-set',
          name: 'Lilac Heron',
          aliases: ['Lilac Heron'],
          external_references: reference('G9901'),
        },
        {
          type: 'malware',
          name: 'Quokkabot',
          x_mitre_aliases: ['Quokkabot'],
          external_references: reference('S9901'),
        },
        { type: 'malware', name: 'Revoked One', revoked: true },
        { type: 'attack-pattern', name: 'Phishing' },
      ],
    });
    put('galaxy.json', {
      type: 'threat-actor',
      values: [{ value: 'Marmot', uuid: 'u-1', meta: { synonyms: ['Rodent'], country: 'XX' } }],
    });
    const names = found(['attack.json', 'galaxy.json'], TEXT);
    expect(names).toContainEqual(['Lilac Heron', 'threat_actor', 'G9901']);
    expect(names).toContainEqual(['Quokkabot', 'malware', 'S9901']);
    expect(names).toContainEqual(['Marmot', 'threat_actor', 'u-1']);
    expect(
      found(
        ['galaxy.json'],
        'A zoo\n\nThe keeper said that Marmot and Rodent are old pets here.\n',
      ),
    ).toEqual([]);
  });

  test('what is wrong with them is told with the file', () => {
    const problem = (name: string, content: unknown) => {
      put(name, content);
      try {
        createPipeline(config([name]));
      } catch (cause) {
        return (cause as Error).message;
      }
      return '';
    };
    expect(problem('broken.json', '{')).toContain('broken.json: is not JSON');
    expect(problem('other.json', { a: 1 })).toContain('neither an array of names');
    expect(problem('typed.csv', 'name,type\nX Y,wizard\n')).toContain(
      'options.entities.extra.0.type',
    );
    expect(() => config(['absent.json'])).toThrow('absent.json: cannot be read (ENOENT)');
    expect(
      problem('twice.json', [
        { name: 'One Cell', type: 'organization', aliases: ['OC'] },
        { name: 'Other Cell', type: 'organization', aliases: ['OC'] },
      ]),
    ).toMatch(/One Cell.*Other Cell/s);
  });

  test('twenty thousand names are found as few are', () => {
    const names = Array.from({ length: 20_000 }, (_, number) => ({
      name: `Zq${number.toString(36)} Holdings ${number}`,
      type: 'organization',
      aliases: [`ZQH-${number}`],
      id: `own-${number}`,
    }));
    put('many.json', names);
    const text =
      'A sale\n\nThe buyer is Zqff9 Holdings 19989, and ZQH-7 was told of it in Kenya.\n';
    expect(found(['many.json'], text)).toEqual([
      ['Zqff9 Holdings 19989', 'organization', 'own-19989'],
      ['ZQH-7', 'organization', 'own-7'],
      ['Kenya', 'country', 'KE'],
    ]);
  });
});
