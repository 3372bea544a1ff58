import type { Token } from '../language/tokens.ts';
import { anyOf } from '../language/word-set.ts';
import { isCapital } from './text.ts';
import { tagOf } from './traits.ts';

/*
 * A capital city stands for its government, or is a town. The words around it tell.
 */

const makesTown = anyOf(
  'in at near outside inside across around throughout to through via of downtown central greater into leaving reached visiting visited',
);
const meetsState = anyOf(
  'between with against by toward towards upon on pressed urged accused accuse accuses accusing blamed blames blame blaming that if whether while although because whereas as for when told warned warns asked worries worried alarmed alarms angered angers infuriated embarrassed persuade persuaded convince convinced pushed forced pleased',
);
const isAct = anyOf(
  `said says say announced announces accused accuses denied denies deny wants want wanted has have had is was will would
  could should may might must can does did blamed blames called calls claims claimed insists insisted argues argued
  agreed agrees rejected rejects refused refuses seeks sought hopes hoped plans planned sees saw believes believed
  warned warns vowed vows pledged pledges imposed imposes expelled summoned sanctioned condemned condemns signed
  launched retaliated responded responds appears appeared seems seemed remains remained continues continued also
  needs needed uses used views viewed considers considered maintains maintained demanded demands urged urges
  dismissed dismisses decided decides began begins started made makes took takes gave gives put puts offered offers
  moved moves tried tries introduced pursued pursues conducted conducts supports supported sent sends welcomed ordered
  itself too never now recently still officially formally repeatedly`,
);
const isTie = anyOf(
  'relations relationship ties tensions talks dialogue cooperation alliance agreement summit deal rivalry dispute détente partnership axis backed linked sponsored aligned led friendly controlled supported directed',
);
const isSeated = anyOf('based headquartered area metro born');
const isOfCity = anyOf(
  `mayor subway airport district suburb suburbs streets street residents university elite metro metropolitan city
  police skyline traffic hotel stock area region olympics games suburb downtown office offices museum court`,
);

/** A verb in the past or present; a town hosts and has, a government does all else. */
function isVerb(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.text !== token.lower) return false;
  if (/^(hosts|hosted|based|located|lies|sits|saw|used|called|held)$/.test(token.lower))
    return false;
  return /^(PastTense|PresentTense|Modal|Copula|Auxiliary)$/.test(tagOf(token.form));
}

/** What stands beside a capital in a list, and where. */
export interface Neighbour {
  readonly kind: 'state' | 'capital' | 'town' | null;
  readonly start: number;
  readonly end: number;
}

/** Whether the capital at `[start, end)` is spoken of as a government. `beside`: what is named there? */
export function actsAsState(
  tokens: readonly Token[],
  start: number,
  end: number,
  beside: (index: number, backwards: boolean) => Neighbour,
): boolean {
  const isState = (index: number, backwards: boolean): boolean =>
    /^(?:state|capital)$/.test(beside(index, backwards).kind ?? '');
  const before = tokens[start - 1]?.lower ?? '';
  const after = tokens[end];
  const next = after?.lower ?? '';
  if (next === "'s" || next === '’s' || (next === "'" && after!.spaced === false)) {
    return !isOfCity(tokens[end + 1]) && before !== 'in';
  }
  if (next === '-' && !after!.spaced) {
    const tail = tokens[end + 1];
    if (isSeated(tail)) return false;
    if (isTie(tail)) return true;
    return isState(end + 1, false);
  }
  if (before === '-' && !tokens[start]!.spaced) return isState(start - 2, true);
  if (next === ',' && isCapital(tokens[end + 1]) && isState(end + 1, false)) return false;
  if (next === 'summit') return false;
  if (isTie(after)) return true;
  if (makesTown(tokens[start - 1]))
    return (
      (before === 'of' &&
        /^(behalf|part|government|policy|regime)$/.test(tokens[start - 2]?.lower ?? '')) ||
      (before === 'to' &&
        /^(?:answer|answers|answered|answerable|beholden|loyal|message|signal|warning|challenge|threat|close|linked|link|links|tied|ties)$/.test(
          tokens[start - 2]?.lower ?? '',
        ))
    );
  if (meetsState(tokens[start - 1])) return true;
  const joined = /^(?:and|or|,)$/;
  if (joined.test(before)) {
    // "in Helsinki and Tallinn", "Lagos and Addis Ababa have": a list is all towns or all states
    const left = beside(start - 2, true);
    if (left.kind === 'town') return false;
    if (left.kind === 'state' && before !== ',') return true;
    if (left.kind === 'capital') {
      const front = tokens[left.start - 1];
      if (makesTown(front) || front?.lower === 'from') return false;
    }
  }
  if (/^(?:and|or)$/.test(next) && beside(end + 1, false).kind === 'town') return false;
  // "Washington, Seoul and Tokyo have …": the verb behind the list tells of all
  let last = end;
  while (joined.test(tokens[last]?.text ?? '') && last < end + 8) {
    const item = tokens[last + 1]?.text === 'and' ? last + 2 : last + 1;
    const { kind, end: behind } = beside(item, false);
    if (kind !== 'capital') break;
    last = behind;
  }
  if (last > end && (isAct(tokens[last]) || isVerb(tokens[last]))) return true;
  // "reports from Honiara said"
  const sent = before === 'from' && !isSentBy(tokens[start - 2]);
  if (isAct(after) || isVerb(after)) return !sent && !/^(a|an|the|of|to)$/.test(before);
  if (before === 'and' || before === 'or') return isState(start - 2, true);
  if ((next === 'and' || next === 'or') && isState(end + 1, false))
    return before !== 'in' && before !== 'from';
  return before === 'from' && !sent;
}

const isSentBy = anyOf(
  'threat threats pressure attack attacks orders support backing response denial denials hackers help operations activity campaign campaigns espionage aggression demand demands request',
);
