import type { Sentence } from '../article/article.ts';
import type { Mention } from '../article/schema.ts';

const THIS = /\b[Tt][Hh](?:[Ii][Ss]|[Ee][Ss][Ee]) /gu;
const SELF =
  /(?:joint |emergency |operational |binding |cybersecurity |security |new )?(?:directives?|advisory|alert|guidance|guide|letter|memorandum|document|fact sheet|bulletin|order)\b/iuy;

/** The bodies that speak in their own text: those named at the top of a text that calls itself a directive or the like. */
export class OwnVoice {
  readonly #text: string;
  readonly #names = new Set<string>();
  #callsItself: boolean | null = null;

  constructor(text: string, sentences: readonly Sentence[], entities: readonly Mention[]) {
    this.#text = text;
    const limit = sentences[Math.min(8, sentences.length - 1)]?.end ?? 0;
    for (const { end, type, name } of entities) {
      if (end <= limit && (type === 'government_body' || type === 'organization'))
        this.#names.add(name);
    }
  }

  /** Whether all the names of a source are those of the text's own authors. */
  speaksAs(source: string): boolean {
    if (!source.split('; ').every((name) => this.#names.has(name))) return false;
    this.#callsItself ??= callsItself(this.#text);
    return this.#callsItself;
  }
}

/** "this advisory", "these joint directives": looked for from the pointing word on, which is soon found. */
function callsItself(text: string): boolean {
  THIS.lastIndex = 0;
  while (THIS.test(text)) {
    SELF.lastIndex = THIS.lastIndex;
    if (SELF.test(text)) return true;
  }
  return false;
}
