import type { Entry } from '../lexicon-schema.ts';
import countries from './countries.json' with { type: 'json' };
import events from './events.json' with { type: 'json' };
import families from './family-names.json' with { type: 'json' };
import names from './first-names.json' with { type: 'json' };
import governmentBodies from './government-bodies.json' with { type: 'json' };
import internationalBodies from './international-bodies.json' with { type: 'json' };
import legalInstruments from './legal-instruments.json' with { type: 'json' };
import malware from './malware.json' with { type: 'json' };
import organizations from './organizations.json' with { type: 'json' };
import persons from './persons.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };
import threatActors from './threat-actors.json' with { type: 'json' };
import vulnerabilities from './vulnerabilities.json' with { type: 'json' };

/** The project's own lists. */
export const lists: readonly Entry[] = [
  countries,
  events,
  governmentBodies,
  internationalBodies,
  legalInstruments,
  malware,
  organizations,
  persons,
  places,
  threatActors,
  vulnerabilities,
].flat() as Entry[];

/** Family names in lower case, those that are no common words. */
export const familyNames: ReadonlySet<string> = new Set(families.map((name) => name.toLowerCase()));

/** First names in lower case. */
export const firstNames: ReadonlySet<string> = new Set(names.map((name) => name.toLowerCase()));
