import type { TokenClass } from '../language/pattern.ts';
import type { Token, Written } from '../language/tokens.ts';

/** Bytes, or bits of a byte, of one unit; decimal prefixes, as makers and reporters use them. */
const PREFIX: readonly [string, string, number][] = [
  ['kilo', 'k', 1e3],
  ['mega', 'm', 1e6],
  ['giga', 'g', 1e9],
  ['tera', 't', 1e12],
  ['peta', 'p', 1e15],
  ['exa', 'e', 1e18],
  ['zetta', 'z', 1e21],
];

/** A unit of data: how many bytes it has as a fraction, so that values stay exact. */
export interface DataUnit {
  readonly times: number;
  /** 8 for units of bits. */
  readonly over: 1 | 8;
  readonly per: string | null;
}

const WORDS = new Map<string, DataUnit>([
  ['byte', { times: 1, over: 1, per: null }],
  ['bit', { times: 1, over: 8, per: null }],
]);
/** Abbreviations by their own case: "GB" is bytes and "Gb" bits. */
const SHORT = new Map<string, DataUnit>();
for (const [long, letter, times] of PREFIX) {
  const upper = letter.toUpperCase();
  WORDS.set(`${long}byte`, { times, over: 1, per: null });
  WORDS.set(`${long}bit`, { times, over: 8, per: null });
  for (const first of letter === 'k' ? ['K', 'k'] : [upper]) {
    SHORT.set(`${first}B`, { times, over: 1, per: null });
    SHORT.set(`${first}iB`, { times: 1024 ** (Math.log10(times) / 3), over: 1, per: null });
    SHORT.set(`${first}bps`, { times, over: 8, per: 'PT1S' });
    SHORT.set(`${first}Bps`, { times, over: 1, per: 'PT1S' });
    if (letter !== 'm') SHORT.set(`${first}b`, { times, over: 8, per: null });
  }
  SHORT.set(`${letter}bps`, { times, over: 8, per: 'PT1S' });
  if (letter !== 'm' && letter !== 'k') SHORT.set(`${letter}b`, { times, over: 1, per: null });
}
SHORT.set('mb', { times: 1e6, over: 1, per: null });
SHORT.set('kb', { times: 1e3, over: 1, per: null });
SHORT.set('Mb', { times: 1e6, over: 8, per: null });
SHORT.set('gig', { times: 1e9, over: 1, per: null });
SHORT.set('gigs', { times: 1e9, over: 1, per: null });

function readDataUnit(tokens: readonly Token[], index: number) {
  const at = tokens[index]!.lower === '-' && !tokens[index]!.spaced ? index + 1 : index;
  const token = tokens[at];
  if (!token) return null;
  const value = WORDS.get(token.lower.replace(/s$/, '')) ?? SHORT.get(token.text);
  return value ? { end: at + 1, value } : null;
}

/** A unit of data; the value is a {@link DataUnit}. */
export const dataUnit = {
  read: readDataUnit,
  starts: (token: Written) =>
    token.lower === '-' || WORDS.has(token.lower.replace(/s$/, '')) || SHORT.has(token.text),
  needs: new Set([
    ...[...WORDS.keys()].flatMap((word) => [word, `${word}s`]),
    ...[...SHORT.keys()].map((short) => short.toLowerCase()),
  ]),
};

/** `value` of the unit in bytes. */
export function bytes(value: number | null, unit: DataUnit): number | null {
  return value === null ? null : Number(((value * unit.times) / unit.over).toPrecision(15));
}

/** Measures that are written in letters behind a number, with the singular of their name. */
const ABBREVIATED = new Map<string, string>([
  ['km', 'kilometre'],
  ['cm', 'centimetre'],
  ['mm', 'millimetre'],
  ['nm', 'nanometre'],
  ['kg', 'kilogram'],
  ['MW', 'megawatt'],
  ['GW', 'gigawatt'],
  ['kW', 'kilowatt'],
  ['kWh', 'kilowatt-hour'],
  ['MWh', 'megawatt-hour'],
  ['GWh', 'gigawatt-hour'],
  ['kV', 'kilovolt'],
  ['Hz', 'hertz'],
  ['kHz', 'kilohertz'],
  ['MHz', 'megahertz'],
  ['GHz', 'gigahertz'],
  ['mph', 'mile'],
  ['sq', 'square'],
]);

/** A measure in letters; the value is its unit. */
export const measureUnit: TokenClass = {
  read(tokens, index) {
    const value = ABBREVIATED.get(tokens[index]!.text);
    return value ? { end: index + 1, value } : null;
  },
  starts: (token) => ABBREVIATED.has(token.text),
  needs: new Set([...ABBREVIATED.keys()].map((short) => short.toLowerCase())),
};

/** Counted nouns that measure rather than count. */
export const MEASURES: ReadonlySet<string> = new Set(
  `kilometre kilometer metre meter centimetre centimeter mile foot inch yard acre hectare kilogram
   kilogramme gram tonne ton litre liter gallon barrel watt kilowatt megawatt gigawatt volt kilovolt
   degree hertz kilohertz megahertz gigahertz joule calorie qubit pixel mph knot ounce carat
   percentile point`.split(/\s+/),
);
