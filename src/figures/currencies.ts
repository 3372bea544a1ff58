import type { Token, Written } from '../language/tokens.ts';
import { anyOf } from '../language/word-set.ts';

/** ISO 4217 codes that texts write beside a number. */
export const CODES: ReadonlySet<string> = new Set(
  `USD EUR GBP AUD CAD NZD SGD HKD TWD JPY CNY CNH INR PKR BDT LKR NPR KRW RUB UAH CHF SEK NOK DKK ISK PLN CZK
   HUF RON BGN TRY ILS AED SAR QAR KWD BHD OMR JOD EGP ZAR NGN KES GHS UGX TZS ETB MAD TND DZD
   BRL MXN ARS CLP COP PEN THB MYR IDR PHP VND MMK KHR LAK BND FJD PGK KZT UZS GEL AZN AMD BYN RSD`.split(
    /\s+/,
  ),
);

export const SMALL_CODES = [...CODES].map((code) => code.toLowerCase());

/** Nouns behind a number. `100`: the hundredth part of the unit. */
const NOUNS: readonly [string, string, 100?][] = [
  ['dollar', 'USD'],
  ['buck', 'USD'],
  ['greenback', 'USD'],
  ['cent', 'USD', 100],
  ['euro', 'EUR'],
  ['eurocent', 'EUR', 100],
  ['pound', 'GBP'],
  ['pound sterling', 'GBP'],
  ['quid', 'GBP'],
  ['penny', 'GBP', 100],
  ['pence', 'GBP', 100],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['rmb', 'CNY'],
  ['rupee', 'INR'],
  ['paisa', 'INR', 100],
  ['paise', 'INR', 100],
  ['won', 'KRW'],
  ['ruble', 'RUB'],
  ['rouble', 'RUB'],
  ['hryvnia', 'UAH'],
  ['hryvnias', 'UAH'],
  ['hryvni', 'UAH'],
  ['franc', 'CHF'],
  ['krona', 'SEK'],
  ['kronor', 'SEK'],
  ['kroner', 'NOK'],
  ['krone', 'NOK'],
  ['zloty', 'PLN'],
  ['forint', 'HUF'],
  ['koruna', 'CZK'],
  ['lira', 'TRY'],
  ['lire', 'TRY'],
  ['shekel', 'ILS'],
  ['dirham', 'AED'],
  ['riyal', 'SAR'],
  ['rial', 'IRR'],
  ['toman', 'IRR'],
  ['dinar', 'KWD'],
  ['rand', 'ZAR'],
  ['naira', 'NGN'],
  ['cedi', 'GHS'],
  ['shilling', 'KES'],
  ['birr', 'ETB'],
  ['peso', 'MXN'],
  ['baht', 'THB'],
  ['ringgit', 'MYR'],
  ['rupiah', 'IDR'],
  ['dong', 'VND'],
  ['kyat', 'MMK'],
  ['taka', 'BDT'],
  ['tenge', 'KZT'],
  ['real', 'BRL'],
  ['reais', 'BRL'],
  ['bitcoin', 'BTC'],
  ['btc', 'BTC'],
  ['ether', 'ETH'],
  ['monero', 'XMR'],
];

/** Names of countries and peoples in front of a noun that several currencies share. */
const NATIONAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dollar: {
    us: 'USD',
    'u.s.': 'USD',
    american: 'USD',
    'united states': 'USD',
    australian: 'AUD',
    canadian: 'CAD',
    'new zealand': 'NZD',
    kiwi: 'NZD',
    singapore: 'SGD',
    singaporean: 'SGD',
    'hong kong': 'HKD',
    taiwan: 'TWD',
    taiwanese: 'TWD',
    'new taiwan': 'TWD',
    jamaican: 'JMD',
    fijian: 'FJD',
    brunei: 'BND',
    liberian: 'LRD',
    namibian: 'NAD',
  },
  pound: {
    british: 'GBP',
    uk: 'GBP',
    egyptian: 'EGP',
    lebanese: 'LBP',
    syrian: 'SYP',
    sudanese: 'SDG',
  },
  rupee: {
    indian: 'INR',
    pakistani: 'PKR',
    pakistan: 'PKR',
    'sri lankan': 'LKR',
    'sri lanka': 'LKR',
    nepali: 'NPR',
    nepalese: 'NPR',
    mauritian: 'MUR',
  },
  yuan: { chinese: 'CNY' },
  yen: { japanese: 'JPY' },
  won: { korean: 'KRW', 'south korean': 'KRW', 'north korean': 'KPW' },
  ruble: { russian: 'RUB', belarusian: 'BYN' },
  rouble: { russian: 'RUB', belarusian: 'BYN' },
  franc: { swiss: 'CHF', french: 'FRF', rwandan: 'RWF', congolese: 'CDF', cfa: 'XOF' },
  krona: { swedish: 'SEK', icelandic: 'ISK' },
  kronor: { swedish: 'SEK' },
  krone: { norwegian: 'NOK', danish: 'DKK' },
  kroner: { norwegian: 'NOK', danish: 'DKK' },
  koruna: { czech: 'CZK' },
  lira: { turkish: 'TRY', italian: 'ITL', lebanese: 'LBP' },
  dirham: { uae: 'AED', emirati: 'AED', moroccan: 'MAD' },
  riyal: { saudi: 'SAR', qatari: 'QAR', omani: 'OMR', yemeni: 'YER' },
  rial: { iranian: 'IRR', omani: 'OMR', yemeni: 'YER' },
  dinar: {
    kuwaiti: 'KWD',
    bahraini: 'BHD',
    jordanian: 'JOD',
    iraqi: 'IQD',
    serbian: 'RSD',
    tunisian: 'TND',
    algerian: 'DZD',
    libyan: 'LYD',
  },
  rand: { 'south african': 'ZAR' },
  shilling: { kenyan: 'KES', ugandan: 'UGX', tanzanian: 'TZS', somali: 'SOS' },
  peso: {
    mexican: 'MXN',
    philippine: 'PHP',
    filipino: 'PHP',
    argentine: 'ARS',
    chilean: 'CLP',
    colombian: 'COP',
    cuban: 'CUP',
  },
  real: { brazilian: 'BRL' },
};

export interface Currency {
  readonly code: string;
  /** How many of it make one unit of its code. */
  readonly parts: 1 | 100;
}

const NOUN_BY_WORD = new Map<string, Currency>();
for (const [noun, code, parts] of NOUNS) {
  const currency: Currency = { code, parts: parts ?? 1 };
  NOUN_BY_WORD.set(noun, currency);
  NOUN_BY_WORD.set(`${noun}s`, currency);
}
NOUN_BY_WORD.set('pennies', { code: 'GBP', parts: 100 });
/** Nouns that are also other words: only the plural form or a nation's name makes them money. */
const DOUBTFUL = /^(?:real|reals|won|rand|dong|quid|ether)$/;

const NATIONS = new Map<string, Readonly<Record<string, string>>>();
for (const [noun, nations] of Object.entries(NATIONAL)) {
  NATIONS.set(noun, nations);
  NATIONS.set(`${noun}s`, nations);
}
const FIRST_NATION = new Set<string>();
for (const nations of Object.values(NATIONAL)) {
  for (const nation of Object.keys(nations)) FIRST_NATION.add(nation.split(' ')[0]!);
}

const lower = (tokens: readonly Token[], index: number): string => tokens[index]?.lower ?? '';

/** Signs that stand behind their number too. */
const TRAILING = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['$', 'USD'],
]);
const closes = anyOf('. , ; : ! ? )');

/** "dollars", "Australian dollars", "pounds sterling", "US cents", "-dollar". */
function readNoun(
  tokens: readonly Token[],
  index: number,
): { end: number; value: Currency } | null {
  let at = lower(tokens, index) === '-' && !tokens[index]!.spaced ? index + 1 : index;
  const code = tokens[at]?.text ?? '';
  if (CODES.has(code) || code === 'BTC' || code === 'ETH' || code === 'XMR') {
    return { end: at + 1, value: { code, parts: 1 } };
  }
  let nation = '';
  if (FIRST_NATION.has(lower(tokens, at))) {
    const two = `${lower(tokens, at)} ${lower(tokens, at + 1)}`;
    const length = NOUN_BY_WORD.has(lower(tokens, at + 1)) ? 1 : 2;
    nation = length === 1 ? lower(tokens, at) : two;
    at += length;
  }
  const word = lower(tokens, at);
  const sign = TRAILING.get(word);
  if (sign !== undefined) {
    const next = tokens[at + 1];
    // "10 €", not the sign of what follows: "$(61%)"
    const free = !next || next.spaced || closes(next);
    if (free && next?.kind !== 'number') return { end: at + 1, value: { code: sign, parts: 1 } };
  }
  const found = NOUN_BY_WORD.get(word);
  if (!found || (word === 'cents' && lower(tokens, at - 1) === 'per')) return null;
  if (nation) {
    const national = NATIONS.get(word)?.[nation] ?? (found.parts === 100 ? found.code : undefined);
    if (!national) return null;
    return { end: at + 1, value: { code: national, parts: found.parts } };
  }
  if (DOUBTFUL.test(word) && word !== 'won') return null;
  const sterling = lower(tokens, at + 1) === 'sterling' ? 1 : 0;
  return { end: at + 1 + sterling, value: found };
}

/** A currency behind its number; the value is a {@link Currency}. */
export const currencyNoun = {
  read: readNoun,
  starts: (token: Written) =>
    NOUN_BY_WORD.has(token.lower) ||
    FIRST_NATION.has(token.lower) ||
    CODES.has(token.text) ||
    /^[-€£₹$]$/.test(token.lower) ||
    /^(?:BTC|ETH|XMR)$/.test(token.text),
  needs: new Set([...NOUN_BY_WORD.keys(), ...SMALL_CODES, 'eth', 'xmr', '€', '£', '₹', '$']),
};
