/*
 * Names of persons, bodies and places on other people's labels (../shared/benchmarks), beside
 * compromise on the same text. Strict: same place and same kind. `--errors ROW-SET KIND` prints what
 * ours misses and invents.
 *
 * Mapping, theirs to the three kinds that are compared:
 *   crossner  person, politician: PER; organisation, politicalparty: ORG; country, location: LOC;
 *             misc, event and election are not judged
 *   re3d      Person: PER; Organisation: ORG; Location: LOC; Nationality, DocumentReference and the
 *             other labels are not judged
 *   annoctr   ORG: ORG; LOC: LOC; GROUP: GROUP; its other labels are not judged
 * and ours: person: PER; organization, government_body, international_body: ORG; country, place: LOC;
 * threat_actor: GROUP, and ORG where a set has no groups.
 *
 * Both sides lose a leading article and a possessive ending, since the labelling guides differ in
 * these. Pronouns and descriptions, which re3d labels too ("We", "Iraqi forces", "the city of Mosul"),
 * are no names: labels with a word in small letters besides the likes of "of", and what touches them,
 * are not judged; so with words of a people ("Italian"), which crossner and re3d label as something
 * else. In re3d a person's titles are cut off, and a state is LOC where it acts too.
 */
import { existsSync, readFileSync } from 'node:fs';
import nlp from 'compromise';
import { entities } from '../src/entities/stage.ts';
import { sentenceOf } from '../src/sentences/sentence.ts';
import { splitSentences } from '../src/sentences/split.ts';

const FOLDER = new URL('../../shared/benchmarks/', import.meta.url);

interface Label {
  start: number;
  end: number;
  kind: string;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly { start: number; end: number; label: string; text: string }[];
}

interface RowSet {
  readonly name: string;
  readonly file: string;
  readonly kinds: Readonly<Record<string, string>>;
  /** Labels that are names of another kind: what stands there is not judged. */
  readonly passedOver: readonly string[];
  readonly demonyms: boolean;
  readonly titles: boolean;
}

const SETS: readonly RowSet[] = [
  {
    name: 'crossner_politics-dev',
    file: 'ner/crossner_politics-dev.jsonl',
    kinds: {
      person: 'PER',
      politician: 'PER',
      organisation: 'ORG',
      politicalparty: 'ORG',
      country: 'LOC',
      location: 'LOC',
    },
    passedOver: ['misc', 'event', 'election'],
    demonyms: false,
    titles: false,
  },
  {
    name: 're3d_conll-train',
    file: 'ner/re3d_conll-train.jsonl',
    kinds: { Person: 'PER', Organisation: 'ORG', Location: 'LOC' },
    passedOver: ['Nationality', 'DocumentReference', 'MilitaryPlatform', 'Weapon'],
    demonyms: false,
    titles: true,
  },
  {
    name: 'annoctr-train',
    file: 'annoctr-train.jsonl',
    kinds: { ORG: 'ORG', LOC: 'LOC', GROUP: 'GROUP' },
    passedOver: [
      'MALWARE',
      'TOOL',
      'CON',
      'TECHNIQUE',
      'TACTIC',
      'SECTOR',
      'CLICommand/CodeSnippet',
    ],
    demonyms: true,
    titles: false,
  },
];

const OURS: Readonly<Record<string, string>> = {
  person: 'PER',
  organization: 'ORG',
  government_body: 'ORG',
  international_body: 'ORG',
  country: 'LOC',
  place: 'LOC',
  threat_actor: 'GROUP',
};

const TITLE =
  /^(?:(?:Iraqi|Syrian|U\.S\.|US|UK|British|Australian|President|Vice|Prime|Foreign|Defen[cs]e|Secretary|Minister|Office|General|Gen\.|Lt\.|Maj\.|Brig\.|Col\.|Sgt\.|Capt\.|Army|Air|Chief|Marshal|Sheikh|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sir|Staff|Sergeant|Corporal|Private|Captain|Commander|Ambassador|Special|Envoy|of|for|the|State) )+(?=\p{Lu})/u;

/** The label without article, possessive ending and, where `titles`, a person's titles. */
function pare(text: string, label: Label, titles: boolean): Label {
  let { start, end } = label;
  let words = text.slice(start, end);
  const article = /^(?:the|a|an)\s+/i.exec(words);
  if (article) start += article[0].length;
  const ending = /\s?['’]s?$/.exec(words);
  if (ending) end -= ending[0].length;
  words = text.slice(start, end);
  if (titles && label.kind === 'PER') start += TITLE.exec(words)?.[0].length ?? 0;
  return { start, end, kind: label.kind };
}

const STATE =
  /^(?:U\.?S\.?|UK|U\.K\.|United (?:States|Kingdom)|Iraq|Syria|Turkey|Russia|France|Jordan|Australia|Iran|Saudi Arabia|Canada|Germany|Denmark|Belgium|Netherlands|Qatar|Bahrain)$/;
const SMALL =
  /^(?:of|the|and|for|in|on|al|el|bin|ibn|de|la|du|des|di|van|von|der|y|e|i|to|-|–|&|'|’|s|\d.*|\p{P}+)$/u;
const PRONOUN = /^(?:I|He|She|We|They|It|You|Us|His|Her|Our|Their|My|Who|These|Those|This|That)$/;

/** Every word has a capital, small words of names apart. */
const isName = (words: string): boolean =>
  /\p{Lu}/u.test(words) &&
  !PRONOUN.test(words) &&
  words.split(/[\s-]+/).every((word) => /\p{Lu}/u.test(word) || SMALL.test(word));

const touches = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** The labels that are judged, and the stretches of text in which nothing is. */
function goldOf(
  set: RowSet,
  row: Row,
): { labels: Label[]; open: { start: number; end: number }[] } {
  const labels: Label[] = [];
  const open: { start: number; end: number }[] = [];
  for (const span of row.spans) {
    const kind = set.kinds[span.label];
    if (!kind) {
      if (set.passedOver.includes(span.label)) open.push(span);
      continue;
    }
    const label = pare(row.text, { start: span.start, end: span.end, kind }, set.titles);
    const words = row.text.slice(label.start, label.end);
    if (!isName(words)) open.push(span);
    else labels.push(set.titles && STATE.test(words) ? { ...label, kind: 'LOC' } : label);
  }
  return { labels, open };
}

const run = entities.prepare({ extra: [] });

/** Ours; words of a people carry `people`. */
function ours(set: RowSet, text: string): (Label & { people: boolean })[] {
  const pieces = text.split('\n').reduce<{ at: number; pieces: { start: number; end: number }[] }>(
    ({ at, pieces }, line) => ({
      at: at + line.length + 1,
      pieces: [...pieces, ...splitSentences(text, at, at + line.length)],
    }),
    { at: 0, pieces: [] },
  ).pieces;
  const sentences = pieces.map(({ start, end }, index) =>
    sentenceOf(text, { start, end, index, block: 0, kind: 'paragraph' }),
  );
  const source = { id: '', text, sha256: '', hints: null, title: null, published: null };
  const found = run({ ...source, url: null, source: null, blocks: [], sentences });
  return found.flatMap(({ start, end, type, by }) => {
    let kind = OURS[type];
    if (kind === 'GROUP' && !Object.values(set.kinds).includes('GROUP')) kind = 'ORG';
    if (!kind) return [];
    return [{ start, end, kind, people: by === 'entities/lexicon.demonym' }];
  });
}

function theirs(text: string): (Label & { people: boolean })[] {
  const document = nlp(text);
  const found: (Label & { people: boolean })[] = [];
  const take = (view: { json(options: object): unknown }, kind: string): void => {
    const phrases = view.json({ offset: true }) as {
      terms: { offset: { start: number; length: number } }[];
    }[];
    for (const { terms } of phrases) {
      const first = terms[0]?.offset;
      const last = terms.at(-1)?.offset;
      if (!first || !last) continue;
      const start = first.start;
      let end = last.start + last.length;
      while (end > start && /[\s.,;:!?)"”]/.test(text[end - 1]!)) end--;
      found.push({ ...pare(text, { start, end, kind }, false), people: false });
    }
  };
  take(document.people(), 'PER');
  take(document.organizations(), 'ORG');
  take(document.places(), 'LOC');
  return found;
}

interface Count {
  hit: number;
  extra: number;
  miss: number;
}

const print = ({ hit, extra, miss }: Count): string => {
  const show = (top: number, bottom: number): string =>
    bottom === 0 ? '  -  ' : (top / bottom).toFixed(3);
  return `P ${show(hit, hit + extra)}  R ${show(hit, hit + miss)}  F1 ${show(2 * hit, 2 * hit + extra + miss)}`;
};

function judge(
  set: RowSet,
  rows: readonly Row[],
  find: (text: string) => (Label & { people: boolean })[],
  tell?: (message: string) => void,
): Map<string, Count> {
  const counts = new Map<string, Count>();
  const count = (kind: string, what: keyof Count): void => {
    for (const key of [kind, 'all']) {
      const each = counts.get(key) ?? { hit: 0, extra: 0, miss: 0 };
      each[what]++;
      counts.set(key, each);
    }
  };
  for (const row of rows) {
    const { labels, open } = goldOf(set, row);
    const left = new Set(labels.map(({ start, end, kind }) => `${start} ${end} ${kind}`));
    for (const found of find(row.text)) {
      const key = `${found.start} ${found.end} ${found.kind}`;
      if (left.delete(key)) {
        count(found.kind, 'hit');
        continue;
      }
      if (found.people && !set.demonyms) continue;
      if (!Object.values(set.kinds).includes(found.kind)) continue;
      if (open.some((span) => touches(span, found))) continue;
      count(found.kind, 'extra');
      tell?.(
        `${found.kind} EXTRA ${row.text.slice(found.start, found.end)} | ${around(row, found)}`,
      );
    }
    for (const key of left) {
      const [start, end, kind] = key.split(' ');
      count(kind!, 'miss');
      tell?.(
        `${kind} MISS ${row.text.slice(Number(start), Number(end))} | ${around(row, { start: Number(start), end: Number(end) })}`,
      );
    }
  }
  return counts;
}

const around = ({ text }: Row, { start, end }: { start: number; end: number }): string =>
  text.slice(Math.max(0, start - 60), end + 40).replace(/\s+/g, ' ');

function main(): void {
  const [flag, only, kindOnly] = process.argv.slice(2);
  for (const set of SETS) {
    const file = new URL(set.file, FOLDER);
    if (!existsSync(file)) {
      console.log(
        `bench:entities: ${set.name} skipped: ../shared/benchmarks/${set.file} is not there`,
      );
      continue;
    }
    const rows = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row);
    const errors = flag === '--errors' && set.name.startsWith(only ?? '');
    if (flag === '--errors' && !errors) continue;
    const tell = errors
      ? (message: string) => {
          if (!kindOnly || message.startsWith(kindOnly)) console.log(message);
        }
      : undefined;
    console.log(`\n${set.name}, ${rows.length} rows`);
    const mine = judge(set, rows, (text) => ours(set, text), tell);
    const other = errors ? new Map<string, Count>() : judge(set, rows, theirs);
    for (const kind of ['PER', 'ORG', 'LOC', 'GROUP', 'all']) {
      const own = mine.get(kind);
      if (!own) continue;
      const beside = other.get(kind);
      console.log(
        `  ${kind.padEnd(6)}cyberbrief  ${print(own)}   compromise  ${beside ? print(beside) : '-'}`,
      );
    }
  }
}

main();
