import type { CueRule } from './cue.ts';
import { imperatives } from './cues/imperatives.ts';
import { impersonals } from './cues/impersonal.ts';
import { modals } from './cues/modals.ts';
import { opportunities } from './cues/opportunities.ts';
import { performatives } from './cues/performatives.ts';

export { classes } from './cue.ts';

/** All cues that recommend, by the kind of their form. Of equal strength the first in the sentence leads. */
export const rules: readonly CueRule[] = [
  ...modals,
  ...performatives,
  ...impersonals,
  ...imperatives,
  ...opportunities,
];
