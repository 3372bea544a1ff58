import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { InputError } from '../kernel/errors.ts';

/**
 * A named thing of a list of one's own, in the shape of the built-in lexicons; it is checked by the
 * stage that takes it.
 */
export type ListedName = Readonly<Record<string, unknown>>;

type Fields = Record<string, unknown>;

/**
 * Reads a list of names: JSON (an array in the shape of the lexicons, a MITRE ATT&CK STIX bundle, or
 * a cluster of a MISP galaxy) or CSV with the columns `name,type` and any of `country,id,aliases`
 * (aliases parted by `;`).
 * @throws {InputError} naming the file and what is wrong with it
 */
export function readLexicon(path: string): ListedName[] {
  const fail = (why: string): never => {
    throw new InputError('lexicon', `${path}: ${why}`);
  };
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    return fail(`cannot be read (${(cause as NodeJS.ErrnoException).code})`);
  }
  if (extname(path).toLowerCase() === '.csv') {
    try {
      return fromCsv(text);
    } catch (cause) {
      return fail((cause as Error).message);
    }
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return fail(`is not JSON: ${(cause as Error).message}`);
  }
  if (Array.isArray(value)) return value as ListedName[];
  const fields = (value ?? {}) as Fields;
  if (fields.type === 'bundle' && Array.isArray(fields.objects)) {
    return fromStix(fields.objects as Fields[]);
  }
  if (typeof fields.type === 'string' && Array.isArray(fields.values)) {
    return fromGalaxy(fields.type, fields.values as Fields[]);
  }
  return fail('is neither an array of names, nor a STIX bundle, nor a MISP galaxy cluster');
}

function fromCsv(text: string): ListedName[] {
  const rows = parse(text, { columns: true, skip_empty_lines: true, trim: true }) as Record<
    string,
    string
  >[];
  return rows.map(({ name, type, country, id, aliases }) => ({
    name,
    type,
    ...(country ? { country } : {}),
    ...(id ? { id } : {}),
    ...(aliases ? { aliases: aliases.split(';').flatMap((alias) => alias.trim() || []) } : {}),
  }));
}

/** STIX 2: groups and campaigns' sets are threat actors, malware is malware; what was revoked is left. */
function fromStix(objects: readonly Fields[]): ListedName[] {
  const names = new Names();
  for (const object of objects) {
    if (object.revoked === true || object.x_mitre_deprecated === true) continue;
    const type =
      object.type === 'intrusion-set'
        ? 'threat_actor'
        : object.type === 'malware'
          ? 'malware'
          : undefined;
    if (!type) continue;
    const references = (object.external_references ?? []) as Fields[];
    const attack = references.find(({ source_name }) => source_name === 'mitre-attack');
    names.add(type, object.name, attack?.external_id, [
      ...strings(object.aliases),
      ...strings(object.x_mitre_aliases),
    ]);
  }
  return names.all;
}

/** A MISP galaxy cluster: that of threat actors, or one of some kind of malicious software. */
function fromGalaxy(kind: string, values: readonly Fields[]): ListedName[] {
  const names = new Names();
  const type = /actor|group|intrusion/.test(kind) ? 'threat_actor' : 'malware';
  for (const { value, uuid, meta } of values) {
    const about = (meta ?? {}) as Fields;
    names.add(type, value, uuid, strings(about.synonyms), about.country);
  }
  return names.all;
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** Words any of which say that an article uses a plain word as the name of a group or a program. */
const DECIDING =
  'ransomware malware hackers gang APT backdoor trojan botnet spyware group actor actors operators'.split(
    ' ',
  );

/** Gathers names of lists that were not made for reading prose. */
class Names {
  readonly all: ListedName[] = [];
  readonly #taken = new Set<string>();

  add(type: string, name: unknown, id: unknown, aliases: readonly string[], country?: unknown) {
    if (typeof name !== 'string' || name.trim().length < 2) return;
    const forms = [...new Set([name.trim(), ...aliases.map((alias) => alias.trim())])].filter(
      // of a form that two claim the first keeps it; a form in small letters is an ordinary word
      (form) => form.length > 1 && !this.#taken.has(form) && form !== form.toLowerCase(),
    );
    if (forms.length === 0) return;
    for (const form of forms) this.#taken.add(form);
    // one capitalised word may be an ordinary one, or a person's name
    const plain = (form: string) => /^\p{Lu}\p{Ll}+$/u.test(form);
    this.all.push({
      name: forms[0],
      type,
      ...(typeof id === 'string' ? { id } : {}),
      ...(typeof country === 'string' && country.length === 2 ? { country } : {}),
      aliases: forms.slice(1).filter((form) => !plain(form)),
      ambiguous: forms.filter(plain).map((alias) => ({ alias, with: DECIDING })),
    });
  }
}
