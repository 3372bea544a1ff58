/** Names and dates in the lines that say who wrote an article and when. */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** Dates that can be read in one way only. */
const FORMS: readonly { pattern: RegExp; order: 'ymd' | 'mdy' | 'dmy' }[] = [
  { pattern: /(?<![\d-])((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u, order: 'ymd' },
  {
    pattern: new RegExp(
      `(?<!\\p{L})${MONTH}\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s((?:19|20)\\d{2})(?!\\d)`,
      'iu',
    ),
    order: 'mdy',
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?:\\sof)?[\\s.-]{1,2}${MONTH},?[\\s.-]((?:19|20)\\d{2})(?!\\d)`,
      'iu',
    ),
    order: 'dmy',
  },
];

/** "13/05/2021" and "05/13/2021" show their order; "04/05/2021" does not. */
const NUMERIC = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d{2})(?!\d)/u;

/** The first calendar day of a line as ISO date, null where there is none or its order is unclear. */
export function readDay(line: string): string | null {
  let best: { at: number; iso: string } | null = null;
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(line);
    if (!match || (best && best.at <= match.index)) continue;
    const [, a, b, c] = match as unknown as [string, string, string, string];
    const iso =
      order === 'ymd'
        ? toIso(Number(a), Number(b), Number(c))
        : order === 'mdy'
          ? toIso(Number(c), monthOf(a), Number(b))
          : toIso(Number(c), monthOf(b), Number(a));
    if (iso) best = { at: match.index, iso };
  }
  if (best) return best.iso;
  const match = NUMERIC.exec(line);
  if (!match) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (first > 12 || first === second) return toIso(year, second, first);
  return second > 12 ? toIso(year, first, second) : null;
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function toIso(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day > days[month - 1]!) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A line's day and what it says of it; null where it holds none. */
export function readStamp(
  line: string,
): { iso: string; of: 'published' | 'modified' | 'unsaid' } | null {
  // "Updated May 3, 2021; published May 1, 2021": the part that says published.
  const published =
    /(?:\bpublished|\bposted|\breleased|\bissued|\bpubdate|\bpublishdate|\bpublication date|\bdate|\bdated)\b[^\n]{0,60}/iu.exec(
      line,
    );
  if (
    published &&
    !/\b(?:modified|updated)\b/iu.test(
      line.slice(Math.max(0, published.index - 10), published.index),
    )
  ) {
    const iso = readDay(published[0]);
    if (iso) return { iso, of: 'published' };
  }
  const modified = /\b(?:updated?|modified|lastmod|revised|reviewed|edited)\b/iu.exec(line);
  const day = readDay(modified ? line.slice(0, modified.index) : line);
  if (day) return { iso: day, of: 'unsaid' };
  const iso = readDay(line);
  return iso ? { iso, of: 'modified' } : null;
}

/** The day of a change that a line tells, null where it tells none. */
export function readModified(line: string): string | null {
  const said = /\b(?:updated?|modified|lastmod|revised|edited)\b[^\n]{0,60}/iu.exec(line);
  return said ? readDay(said[0]) : null;
}

const PART =
  "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}’'-]{1,30}|(?:de|van|von|der|den|bin|al|el|la|di|da|dos|ten|ter)(?=\\s))";
const NAME = new RegExp(
  `^(?:\\p{Lu}\\.(?:\\s?\\p{Lu}\\.){0,3}|\\p{Lu}[\\p{L}’'-]{1,30})(?:(?:\\s|(?<=\\.))${PART}){1,4}$`,
  'u',
);
const HONORIFIC =
  /^(?:rt|dr|prof|professor|mr|mrs|ms|gen|sen|rep|amb|ambassador|col|lt|maj|sir|hon|rev|judge|the)\.?\s/iu;
/** Words that stand in the names of desks, agencies and sites, not of people. */
const BODY =
  /\b(?:staff|editorial|editors?|desk|bureau|news|newswire|media|magazine|newspaper|gazette|herald|tribune|press|agency|team|admin|correspondent|reporter|writer|contributor|office|ministry|department|institute|university|center|centre|council|committee|foundation|times|post|review|reuters|bloomberg|unknown|anonymous|gmt|est|edt|ist|bst|utc|published|posted|updated|share|read|comments?|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|security|advis[eo]r|director|president|minister|secretary|fellow|professor|analyst|assistant|deputy|emerging|technology|councils?|members?|forum|open|systems?|policy|society|group|party|bank|network|global|national|international|new (?:delhi|york|zealand)|tel aviv|san (?:francisco|jose)|hong kong|los angeles|abu dhabi|kuala lumpur|buenos aires|mexico city|cape town|addis ababa|(?:south|north|east|west|saudi|sri|united|costa) \p{L}+|programme?|project|research|school|college|law|cyber|chief|officer|head|strategy|studies|affairs|defen[cs]e|government|house|white|state|federal|digital|data)\b/iu;

/** The authors that a byline names, in its order; empty for desks and agencies. */
export function readAuthors(line: string): string[] {
  const text = line.replace(/\s+/gu, ' ').trim();
  const field =
    /^(?:[-–—*•]\s{0,3})?\*{0,2}(?:authors?|author\(s\)|author_name|by|byline|written by|from|reporter|writer|creator)\*{0,2}\s?[:=]\*{0,2}\s?(.{1,300})$/iu.exec(
      text,
    );
  const by = /^(?:[-–—*•|]\s?)?(?:[\p{L}]{2,14}\s){0,3}by:?\s(.{1,300})$/iu.exec(text);
  const posted = /\bby\s(\p{Lu}.{1,120})$/u.exec(text);
  if (/^\(?(?:edited|editing|translated|reviewed|photo\p{L}*|compiled) by\b/iu.test(text))
    return [];
  const reporting = /\b(?:reporting|writing|written) by ([^;)]{3,160})/iu.exec(text);
  const other =
    /^(?:[-–—*•(]\s?)?(?:date|dated|published|posted|updated|created|editor|edited by|editing by|translated by|reviewed by|last modified)\b/iu.test(
      text,
    );
  const value = reporting?.[1] ?? field?.[1] ?? by?.[1] ?? (other ? posted?.[1] : text);
  if (value === undefined) return [];
  const credited = reporting !== null || field !== null || by !== null;
  const names: string[] = [];
  for (const part of value.split(
    /\s?[|•·;/[\]"()]\s?|\s[–—-]\s|\s\d|,\s?|\s?&\s?|\s(?:and|with|for|in|at|on|to)\s/iu,
  )) {
    let name = part.replace(/^['"“]|['"”.]$/gu, '').trim();
    while (HONORIFIC.test(name)) name = name.replace(HONORIFIC, '');
    name = name
      .replace(/^(?:and|by|with|for)\s/iu, '')
      .replace(/,?\s(?:MP|MEP|PhD|Ph\.D|JD|CISSP|KC|QC)$/u, '');
    if (name === name.toUpperCase() && credited) name = fromCapitals(name);
    if (!NAME.test(name) || BODY.test(name)) {
      // Behind the name come the office, the paper, the place.
      if (names.length > 0 && !/^and\b/u.test(part)) {
        if (!credited) break;
      }
      continue;
    }
    if (!names.includes(name)) names.push(name);
  }
  return names;
}

/** "ANA REYES" as a name is written. */
function fromCapitals(name: string): string {
  return name.replace(/\p{L}{2,}/gu, (word) => word[0]! + word.slice(1).toLowerCase());
}
