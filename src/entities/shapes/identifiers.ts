import type { NamedCandidate, Reading } from '../reading.ts';
import { isCapital } from '../text.ts';
import { NO_NAME, words } from '../vocabulary.ts';
import type { Line } from './extent.ts';

const NUMBERED =
  /^(?:APT|UNC|FIN|TA|TAG|UTA|ITG|TG|DEV|TEMP|GOLD|UAC|UNK|CL|REF|TGR)-?\d{1,4}[A-Z]?$/;
const PREFIX =
  /^(?:APT|UNC|FIN|TA|TAG|UTA|ITG|TG|DEV|Storm|STORM|UAC|UNK|APT-C|CL-STA|CL-CRI|SectorJ)$/;

/** Microsoft's weather and CrowdStrike's animals. */
const FAMILY = words(
  'typhoon blizzard sandstorm sleet tempest tsunami cyclone hail panda bear kitten chollima spider jackal buffalo leopard tiger crane wolf lynx saiga',
);

/** Names of groups and vulnerabilities by their pattern: APT41, UNC2452, Storm-0558, CVE numbers. */
export function findIdentifiers(reading: Reading, line: Line): NamedCandidate[] {
  const found: NamedCandidate[] = [];
  const { tokens, index } = line;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'code') {
      if (/^CVE-/i.test(token.text))
        found.push(
          reading.candidate(index, at, at + 1, 'vulnerability', 'vulnerability.cve', 'stated'),
        );
      continue;
    }
    if (!isCapital(token)) continue;
    const next = tokens[at + 1];
    if (NUMBERED.test(token.text)) {
      found.push(reading.candidate(index, at, at + 1, 'threat_actor', 'actor.number', 'stated'));
    } else if (PREFIX.test(token.text) && next) {
      const glued = next.text === '-' && !next.spaced;
      const number = tokens[glued ? at + 2 : at + 1];
      if (
        number?.kind === 'number' &&
        /^\d{1,4}$/.test(number.text) &&
        (glued || /^(APT|UNC|FIN|TA)$/.test(token.text))
      ) {
        found.push(
          reading.candidate(
            index,
            at,
            glued ? at + 3 : at + 2,
            'threat_actor',
            'actor.number',
            'stated',
          ),
        );
      }
    } else if (FAMILY.has(token.lower) && at > 0) {
      const before = tokens[at - 1]!;
      if (
        isCapital(before) &&
        !NO_NAME.has(before.lower) &&
        !line.known[at - 1] &&
        /^[A-Z][a-z]+$|^[A-Z]+$/.test(before.text)
      ) {
        found.push(
          reading.candidate(index, at - 1, at + 1, 'threat_actor', 'actor.family', 'inferred'),
        );
      }
    }
  }
  return found;
}
