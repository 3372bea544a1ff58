import type { Entry } from '../lexicon-schema.ts';
import countries from './countries.json' with { type: 'json' };
import governmentBodies from './government-bodies.json' with { type: 'json' };
import threatActors from './threat-actors.json' with { type: 'json' };

/** The project's own lists. */
export const lists: readonly Entry[] = [
  countries,
  governmentBodies,
  threatActors,
].flat() as Entry[];
