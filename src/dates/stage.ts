import { z } from 'zod';
import { defineStage, type Sentence } from '../article/article.ts';
import type { DateMention, Mention } from '../article/schema.ts';
import { resolveOverlaps } from '../kernel/overlap.ts';
import type { Candidate } from '../kernel/rule.ts';
import type { Trace } from '../kernel/stage.ts';
import { compileGrammar, type Grammar } from '../language/grammar.ts';
import type { Token } from '../language/tokens.ts';
import { parseDay } from './civil.ts';
import { type Context, contextOf } from './context.ts';
import type { DateValue } from './form.ts';
import { classes, rules } from './rules.ts';
import type { Stretch } from './stretch.ts';
import { MAY_HOLD_DATE, mayNameDay, stretchesOf } from './triggers.ts';

/** Finds the dates, lengths of time and repetitions of an article with their EDTF values. */
export const dates = defineStage({
  name: 'dates',
  reads: ['about', 'blocks', 'sentences', 'entities'],
  writes: 'dates',
  options: z.strictObject({}),
  prepare() {
    const grammar = compileGrammar<DateValue, Context>('dates', rules, classes);
    return (article, trace) => {
      const found: DateMention[] = [];
      const anchor = article.about.published ?? ownDate(grammar, article.sentences);
      const published = anchor === null ? null : parseDay(anchor);
      let before: Stretch | null = null;
      let distance = 0;
      let block = 0;
      const earlier: Stretch[] = [];
      let name = 0;
      for (const sentence of article.sentences) {
        distance++;
        if ((sentence.bits & MAY_HOLD_DATE) === 0) continue;
        const stretches = stretchesOf(sentence.tokens);
        if (stretches.length === 0) continue;
        // a new paragraph is a step more
        const away = distance + (sentence.block === block ? 0 : 1);
        const context = contextOf(
          published,
          before && { stretch: before, distance: away },
          earlier,
        );
        const names = article.entities;
        while (name < names.length && names[name]!.end <= sentence.start) name++;
        const candidates = findIn(grammar, sentence.tokens, stretches, context);
        if (candidates.length === 0) continue;
        for (const winner of properOf(candidates, names, name, trace)) {
          const { start, end, value, by, confidence } = winner;
          found.push({
            start,
            end,
            text: article.text.slice(start, end),
            type: value.type,
            value: value.value,
            relative: value.relative,
            sentence: sentence.index,
            by,
            confidence,
          });
          const said = context.seen.findLast(({ stretch }) => stretch.value === value.value);
          if (!said) continue;
          // "since 2013" reaches to the present: no story goes on from there
          if (!SINCE.test(article.text.slice(Math.max(0, start - 10), start))) {
            before = said.stretch;
            distance = 0;
            block = sentence.block;
          }
          if (earlier.length === EARLIER) earlier.pop();
          earlier.unshift(said.stretch);
        }
      }
      return found;
    };
  },
});

/** What the rules propose in the stretches of a sentence, one behind the other; there is one. */
function findIn(
  grammar: Grammar<DateValue, Context>,
  tokens: readonly Token[],
  stretches: readonly number[],
  context: Context,
): Candidate<DateValue>[] {
  const found = grammar.find(tokens, context, stretches[0], stretches[1]);
  for (let at = 2; at < stretches.length; at += 2) {
    const more = grammar.find(tokens, context, stretches[at]!, stretches[at + 1]!);
    for (const candidate of more) found.push(candidate);
  }
  return found;
}

/** The candidates in no name, of those that overlap one; most sentences have but one. */
function properOf(
  candidates: readonly Candidate<DateValue>[],
  names: readonly Mention[],
  name: number,
  trace: Trace | undefined,
): readonly Candidate<DateValue>[] {
  if (candidates.length === 1) return isInName(candidates[0]!, names, name) ? [] : candidates;
  const proper = candidates.filter((candidate) => !isInName(candidate, names, name));
  return resolveOverlaps(proper, trace);
}

const SINCE = /\bsince (?:the )?$/i;

/** How many of the dates said last are remembered, for "that quarter" among finer and coarser ones. */
const EARLIER = 4;

/** Sentences of the beginning in which a text may give its own date; later ones tell of others. */
const OPENING = 4;

/** The first day that the opening names in full: where no publication is known, it is the anchor. */
function ownDate(
  grammar: Grammar<DateValue, Context>,
  sentences: readonly Sentence[],
): string | null {
  for (const { tokens } of sentences.slice(0, OPENING)) {
    if (!mayNameDay(tokens)) continue;
    const stretches = stretchesOf(tokens);
    if (stretches.length === 0) continue;
    const context = contextOf(null, null, [], true);
    for (const { value } of findIn(grammar, tokens, stretches, context)) {
      if (!value.relative && /^\d{4}-\d{2}-\d{2}$/.test(value.value ?? '')) return value.value;
    }
  }
  return null;
}

/** Whether a name covers a part of the candidate, unless the candidate says more than the name. */
function isInName(
  candidate: Candidate<DateValue>,
  names: readonly Mention[],
  first: number,
): boolean {
  for (let index = first; index < names.length; index++) {
    const { start, end } = names[index]!;
    if (start >= candidate.end) return false;
    if (end <= candidate.start) continue;
    const inside = candidate.start <= start && end <= candidate.end;
    if (!inside || end - start === candidate.end - candidate.start) return true;
  }
  return false;
}
