/*
 * The language of a text, told by its script or by the share of its commonest words. Only what
 * plainly is another language is called so; short, mixed and doubtful texts are read as English.
 */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The commonest words of a language. */
const ENGLISH = setOf(
  'the of and to that for with was by this from which have has had not been their they its would said who were are it or as on will be',
);
const OTHERS: readonly (readonly [language: string, words: ReadonlySet<string>])[] = Object.entries(
  {
    fr: 'le la les des du et une dans que qui pour sur pas par au aux est sont avec ce cette ont été leur plus ne se il elle',
    de: 'der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus hat dass sie nach bei wird sind',
    es: 'el los las del y que en por con una para se su al lo como más fue ha sus este son entre está también pero',
    it: 'il di che e la un è per una sono del della dei non con gli alla nel ha anche si le da al più come dalla',
    pt: 'o os as do da e que em um uma para com não por mais no na dos das se foi ao pelo pela são também mas',
    nl: 'de het een van en dat die niet zijn op te voor met er aan ook als door bij naar wordt heeft deze werd uit',
    sv: 'och att det som en på är av för med den till inte har de om ett var sig från också kan men',
    da: 'og at det som en på er af for med den til ikke har de om et var sig fra også kan men vil',
    pl: 'i w na z że się do nie jest to przez od dla po jak są oraz który która za co przed tym o',
    cs: 'a se v na je že s z do to i o pro jako by který jsou byl podle také za po při už ale',
    tr: 've bir bu için ile da de olarak çok daha gibi olan en sonra kadar ise ne her değil göre',
    id: 'yang dan di untuk dengan dari pada ini itu dalam tidak akan oleh juga sebagai adalah ke telah karena para',
  },
).map(([language, words]) => [language, setOf(words)]);

/** Scripts that tell the language, the first that fits; Latin script tells none. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['uk', /[іїєґІЇЄҐ]/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['fa', /[پچژگ]/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
];
/** Marks of one language among letters that it shares with others need not be many. */
const SCRIPT_SHARE: Readonly<Record<string, number>> = { ja: 0.1, uk: 0.03, fa: 0.03 };

/** Characters that are looked at: first a few, and where those are no English more. */
const GLANCE = 2_000;
const SAMPLE = 20_000;
/** Fewer words than this tell no language. */
const FEWEST = 25;
/** Articles have 0.25 to 0.5 of their own language's words here, and at most 0.1 of another's. */
const SHARE = 0.15;

/** ISO 639-1 code of the text's language; `en` wherever nothing plainly tells another. */
export function languageOf(text: string): string {
  if (text.length > GLANCE && isEnglish(wordsOf(text.slice(0, GLANCE)))) return 'en';
  const sample = text.slice(0, SAMPLE);
  const words = wordsOf(sample);
  if (isEnglish(words)) return 'en';
  return scriptOf(sample) ?? (words.length < FEWEST ? 'en' : byWords(words));
}

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

function isEnglish(words: readonly string[]): boolean {
  return shareOf(words, ENGLISH) >= SHARE;
}

const shareOf = (words: readonly string[], common: ReadonlySet<string>): number =>
  words.filter((word) => common.has(word.toLowerCase())).length / Math.max(1, words.length);

function byWords(words: readonly string[]): string {
  let best = 'en';
  let most = Math.max(shareOf(words, ENGLISH) * 1.5, SHARE);
  for (const [language, common] of OTHERS) {
    const share = shareOf(words, common);
    if (share > most) {
      best = language;
      most = share;
    }
  }
  return best;
}

function scriptOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST) return null;
  for (const [language, pattern] of SCRIPTS) {
    const share = (text.match(pattern)?.length ?? 0) / letters;
    if (share > (SCRIPT_SHARE[language] ?? 0.5)) return language;
  }
  return null;
}
