import type { Token } from '../language/tokens.ts';
import type { Subject } from './phrase.ts';
import { isHard, subjectBefore } from './subject.ts';
import { FINITE, is } from './word-kind.ts';

/** The subject that a second verb shares with the first: "Oslo has no time to lose and must act". */
export function sharedSubject(tokens: readonly Token[], verb: number): Subject | null {
  const joint = tokens[verb - 1]?.lower;
  if (joint !== 'and' && joint !== 'but' && joint !== 'yet') return null;
  for (let at = verb - 2; at > 0; at--) {
    const token = tokens[at]!;
    if (isHard(token.form)) return null;
    if (!is(token, FINITE)) continue;
    const subject = subjectBefore(tokens, at);
    return subject.start < subject.end && !subject.relative && subject.opener === null
      ? subject
      : null;
  }
  return null;
}
