import { formFact } from '../language/form-fact.ts';
import type { Token } from '../language/tokens.ts';
import { skipAdverbs } from './action.ts';
import { ATTACKERS } from './grammar-words.ts';
import type { Subject } from './phrase.ts';

export const LAWS =
  /^(?:law|laws|bill|bills|act|legislation|regulation|regulations|rule|rules|statute|ordinance|amendment|decree|provision|provisions|mandate|ruling|treaty|sanctions)$/u;

export const LAW_VERBS =
  /^(?:would|requires?|required|mandates?|mandated|obliges?|obliged|stipulates?|states?|says|provides|sets|prohibits?|imposes?|compels?|calls?)$/u;

/** Openers of clauses that only mention what might be done. */
export const MENTIONING = new Set(
  'if unless whether how why what when whenever where than whom lest'.split(' '),
);

const isCourt = formFact(({ lower }) => /^(?:court|judge|tribunal|judges)$/u.test(lower));
/** Parts of a rule that a duty is quoted from: "in Form 8-K", "under Item 3". */
const cites = formFact(({ text }) => /^(?:Form|Item|Regulation|Rule)$/u.test(text));
const isLaw = formFact(({ lower }) => LAWS.test(lower));
/** Laws by the names that they go by: "under GDPR, firms must". */
const isNamedLaw = formFact(({ text }) =>
  /^(?:GDPR|HIPAA|NIS2?|DORA|CCPA|CPRA|FISMA|CIRCIA|PDPA|POPIA|DPDPA?|COPPA|SOX|PIPEDA|NDPR|NDPA|LGPD|PIPL)$/u.test(
    text,
  ),
);
const isOrder = formFact(({ lower }) =>
  /^(?:directive|directives|order|orders|measure|measures|mandate|law|laws|rule|rules|bill|act|regulation|regulations)$/u.test(
    lower,
  ),
);
const isAttacker = formFact(({ lower }) => ATTACKERS.has(lower));
const isSaying = formFact(({ lower }) =>
  /^(?:demands?|demanded|threatened|reads?|tells?|told|says?|said|warns?|warned|instructs?|instructed|urged|asked)$/u.test(
    lower,
  ),
);

/** Whether the sentence tells what a law, bill or decision contains ("under the act", "the bill would"). */
export function toldOfLaw(tokens: readonly Token[]): boolean {
  if (inForce(tokens)) return true;
  for (let at = 0; at < tokens.length; at++) {
    const { form, lower } = tokens[at]!;
    if (isNamedLaw(form) && at > 0) {
      const before = tokens[at - 1]!.lower === 'the' ? at - 2 : at - 1;
      if (/^(?:under|per)$/u.test(tokens[before]?.lower ?? '')) return true;
    }
    // "under the NIS Directive"; "under this directive" is its own voice.
    if (lower === 'directive' && at > 2) {
      for (let back = at - 1; back > at - 5 && back > 0; back--) {
        if (tokens[back]!.lower === 'under') return true;
        if (/^(?:this|of|these)$/u.test(tokens[back]!.lower)) break;
      }
    }
    if (cites(form) && /^(?:in|on|under|per|to|of)$/u.test(tokens[at - 1]?.lower ?? '')) {
      const next = tokens[at + 1];
      if (next && (next.kind === 'number' || /\d|^\p{Lu}-/u.test(next.text) || next.lower === 's'))
        return true;
    }
    if (
      isCourt(form) &&
      /^(?:ruled|held|ordered|decided|found)$/u.test(tokens[at + 1]?.lower ?? '')
    )
      return true;
    if (!isLaw(form)) continue;
    const verb = lower === 'act' && tokens[at]!.text !== 'Act';
    if (!verb && LAW_VERBS.test(tokens[skipAdverbs(tokens, at + 1)]?.lower ?? '')) return true;
    if (
      /^(?:already|currently|also)$/u.test(tokens[at + 1]?.lower ?? '') &&
      LAW_VERBS.test(tokens[at + 2]?.lower ?? '')
    )
      return true;
    for (let back = at - 1; back >= 0 && back > at - 7; back--) {
      if (/^(?:under|per)$/u.test(tokens[back]!.lower)) return true;
      if (tokens[back]!.lower === 'of' || tokens[back]!.kind === 'mark') break;
    }
  }
  return false;
}

/** "As of 2 May 2024, firms …", "Starting in 2025, banks …": since when a rule holds. */
function inForce(tokens: readonly Token[]): boolean {
  const first = tokens[0]?.lower ?? '';
  if (!/^(?:as|starting|beginning|effective)$/u.test(first)) return false;
  if (first === 'as' && tokens[1]?.lower !== 'of') return false;
  for (let at = 1; at < 7 && at < tokens.length; at++) {
    if (tokens[at]!.lower === ',') return false;
    if (tokens[at]!.kind === 'number') return true;
  }
  return false;
}

/** "an emergency measure that requires agencies to": what was ordered goes on in the next sentence. */
export function toldOfOrder(tokens: readonly Token[]): boolean {
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (!isOrder(tokens[at]!.form) || !/^(?:that|which)$/u.test(tokens[at + 1]!.lower)) continue;
    if (
      !/^(?:requires?|required|mandates?|mandated|orders|ordered|obliges?|obliged|compels|directs|directed|instructs|instructed)$/u.test(
        tokens[at + 2]!.lower,
      )
    )
      continue;
    return !tokens.some(({ lower }) =>
      /^(?:should|must|need|needs|could|urges?|urged)$/u.test(lower),
    );
  }
  return false;
}

/** Whether the sentence tells how an attack goes: its "must" and "need" propose nothing. */
export function toldOfAttack(tokens: readonly Token[]): boolean {
  for (let at = 0; at + 1 < tokens.length; at++) {
    const { form, lower } = tokens[at]!;
    const next = tokens[at + 1]!.lower;
    if (lower === 'to' && /^(?:exploit|abuse|trigger|succeed)$/u.test(next) && at < 3) return true;
    if (
      isAttacker(form) &&
      /^(?:must|needs?|have|has|should|would|first|only|can|could)$/u.test(next)
    )
      return true;
  }
  return false;
}

/** Whether an attacker speaks: "the ransom note demanded", "the gang told victims". */
export function saidByAttacker(tokens: readonly Token[]): boolean {
  for (let at = 1; at < tokens.length; at++) {
    if (!isSaying(tokens[at]!.form)) continue;
    const head = tokens[at - 1]!.lower;
    if (
      /^(?:attackers?|hackers?|gangs?|criminals?|scammers?|fraudsters?|extortionists?|intruders?|cybercriminals?)$/u.test(
        head,
      )
    )
      return true;
    if (
      /^(?:note|message|email|popup|text|lure)$/u.test(head) &&
      tokens
        .slice(0, at)
        .some(({ lower: word }) =>
          /^(?:ransom|phishing|fake|bogus|scam|extortion|fraudulent)$/u.test(word),
        )
    )
      return true;
  }
  return false;
}

/** Whether the clause only mentions: a condition, an indirect question, the object's relative. */
export function mentions(subject: Subject, tokens: readonly Token[]): boolean {
  if (subject.opener === null) return false;
  // "Just as airlines must follow rules, …": a comparison.
  if (
    subject.opener === 'as' &&
    /^(?:just|same|way|exactly)$/u.test(tokens[subject.start - 2]?.lower ?? '')
  )
    return true;
  if (/^who(?:m|se)?$|^which$/u.test(subject.opener)) {
    for (let at = subject.start - 1; at > 0 && at > subject.start - 5; at--) {
      if (tokens[at]!.lower === subject.opener)
        return /^(?:of|about|on|over|ask|asks|asked|asking|decide|decides|decided|know|knows|debate|wonder|determine|clear|unclear|said|say)$/u.test(
          tokens[at - 1]!.lower,
        );
    }
  }
  if (!MENTIONING.has(subject.opener)) return false;
  // "This is why states must …", "That is where we should …"
  if (subject.opener === 'why' || subject.opener === 'where') {
    for (let at = subject.start - 1; at > 0 && at > subject.start - 4; at--) {
      if (tokens[at]!.lower === subject.opener)
        return !/^(?:is|was|'s|reason)$/u.test(tokens[at - 1]!.lower);
    }
  }
  return true;
}
