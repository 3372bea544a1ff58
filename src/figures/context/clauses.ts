import { formFact } from '../../language/form-fact.ts';
import type { PartOfSpeech } from '../../language/tagger.ts';
import { tokenAt } from '../../language/tokens.ts';
import { anyOf } from '../../language/word-set.ts';
import type { Place, Scene } from '../scene.ts';

/** Words that open a clause of their own wherever they stand. */
const subordinates = anyOf(
  `while whereas because although though which who whose where when if unless whereby but amid following
   after before once`,
);
/** Words that open one behind a comma. */
const opensBehindComma = anyOf(
  `and or with as according including meaning making leaving causing so yet nor than up down compared
   resulting forcing affecting bringing adding saying noting having being using`,
);
const SEPARATES = 1;
const BRACKET = 2;
const DASH = 3;
/** What a mark may do to clauses. */
const markOf = formFact(({ text }) => {
  if (/^(?:[;:—]|--)$/.test(text)) return SEPARATES;
  if (text === '(') return BRACKET;
  return /^[-–]$/.test(text) ? DASH : 0;
});

/** The number of its clause for each token, counted from 0; commas alone end no clause. */
export function clausesOf(scene: Scene): Uint8Array {
  if (scene.kept.clauses) return scene.kept.clauses;
  const { tokens } = scene;
  const clauses = new Uint8Array(tokens.length);
  let clause = 0;
  let opened = false;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const mark = token.kind === 'mark' ? markOf(token.form) : 0;
    const behindComma = index > 0 && tokens[index - 1]!.lower === ',';
    const opens =
      (mark === SEPARATES && index > 0) ||
      (mark === BRACKET && closesAfter(scene, index) > 5) ||
      (mark === DASH && token.spaced && tokens[index + 1]?.spaced === true) ||
      (index > 1 && subordinates(token) && !scene.dateAt(index)) ||
      (behindComma && opensBehindComma(token)) ||
      (behindComma && index > 1 && isClauseStart(scene, index)) ||
      (token.lower === 'and' && isClauseStart(scene, index + 1));
    if (opens && token.text === '(') opened = true;
    if (opens && clause < 255) clause++;
    clauses[index] = clause;
    if (token.text === ')' && opened && clause < 255) {
      clause++;
      opened = false;
    }
  }
  scene.kept.clauses = clauses;
  return clauses;
}

/** How many tokens behind it a bracket is closed: a short one only adds a word. */
function closesAfter(scene: Scene, index: number): number {
  for (let at = index + 1; at < scene.tokens.length; at++) {
    if (scene.tokens[at]!.text === ')') return at - index;
  }
  return scene.tokens.length;
}

const isSubjectPronoun = anyOf('he she it they we i you this that these those there');

/** A pronoun, or a name with a verb behind it: what joins whole clauses. */
function isClauseStart(scene: Scene, index: number): boolean {
  const token = scene.tokens[index];
  if (!token) return false;
  if (isSubjectPronoun(token)) return isVerb(scene.tags()[index + 1]);
  const mention = scene.mentionAt(index);
  if (mention < 0) return false;
  let at = index;
  while (scene.mentionAt(at) === mention) at++;
  return isVerb(scene.tags()[at]);
}

export const isVerb = (tag: PartOfSpeech | undefined): boolean => tag === 'VERB' || tag === 'AUX';

/** The tokens that a span of the sentence touches. */
export function tokensOf({ tokens }: Scene, span: Place): Place {
  let start = tokenAt(tokens, span.start);
  if (start > 0 && tokens[start - 1]!.end > span.start) start--;
  let end = start;
  while (end < tokens.length && tokens[end]!.start < span.end) end++;
  return { start, end };
}
