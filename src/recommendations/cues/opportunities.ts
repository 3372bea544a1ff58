import type { Token } from '../../language/tokens.ts';
import { isGerund, isPlainVerb } from '../../language/verbs.ts';
import { readAction, readNominal, skipAdverbs } from '../action.ts';
import { acting, byAgent, type CueRule, madeCue, mentions, readTo } from '../cue.ts';
import { DETERMINERS, FINITE } from '../grammar-words.ts';
import { type Subject, subjectBefore } from '../subject.ts';

/** What is proposed of somebody with "can" and "could" in policy: common work, not ability. */
const CONSTRUCTIVE = new Set(
  `explore consider undertake cooperate collaborate work share establish develop expand strengthen
  learn adopt build promote invest join support leverage create set pursue initiate facilitate
  improve enhance deepen contribute coordinate encourage institute draw offer provide begin start
  partner engage institutionalise harmonise institutionalize harmonize introduce incentivise
  incentivize fund train convene host mandate broaden foster tap look help play collaborate pool
  extend require lead implement adopt assist exchange organise organize integrate negotiate sign formalise formalize`.split(
    /\s+/,
  ),
);

/** Whether the subject may be told what it could do: a state, a body, a firm. */
function policyActor(subject: Subject, tokens: readonly Token[]): boolean {
  if (subject.kind !== 'agent') return false;
  const head = tokens[subject.end - 1]!.lower;
  return !/^(?:users?|victims?|people|individuals?|employees?|those|customers?|someone|anyone|children|hackers?|researchers?|experts?|analysts?|students?|person)$/u.test(
    head,
  );
}

const SUBORDINATE =
  /^(?:so|because|that|where|as|while|since|although|though|which|who|before|until|than)$/u;

export const opportunities: readonly CueRule[] = [
  {
    id: 'can',
    patterns: [
      'can|could (also / jointly / together / instead / now / further / even / perhaps / potentially / usefully / both / each / then / therefore / likewise / similarly / further / begin){0,2}',
    ],
    make({ start, end }, tokens) {
      const { lower } = tokens[start]!;
      const subject = subjectBefore(tokens, start);
      if (mentions(subject, tokens) || subject.relative) return null;
      const also =
        tokens
          .slice(start + 1, end)
          .some((token) =>
            /^(?:also|jointly|together|instead|perhaps|usefully|likewise|similarly|therefore)$/u.test(
              token.lower,
            ),
          ) ||
        tokens[start - 1]?.lower === 'also' ||
        tokens[start - 1]?.lower === 'together';
      if (SUBORDINATE.test(subject.opener ?? '') && !also) return null;
      if (subject.opener !== null && FINITE.has(subject.opener)) return null;
      const action = readAction(tokens, start + 1);
      if (!action || action.perfect || action.copula || action.lemma === null) return null;
      if (/^(?:not|never|hardly|only)$/u.test(tokens[start + 1]?.lower ?? '')) return null;
      // "Exchanges could be required to report": a duty for somebody.
      if (tokens[skipAdverbs(tokens, start + 1)]?.lower === 'be') {
        const duty = tokens
          .slice(start + 1, start + 5)
          .some((token) =>
            /^(?:mandated|required|obliged|encouraged|asked|empowered|incentivised|incentivized|tasked|invited)$/u.test(
              token.lower,
            ),
          );
        if (
          !duty ||
          action.passive ||
          lower === 'can' ||
          !tokens.slice(start, start + 6).some((token) => token.lower === 'to')
        )
          return null;
        return madeCue(tokens, 'weak', action, acting(subject), { end: action.end });
      }
      if (action.passive) return null;
      if (
        lower === 'can' &&
        subject.kind === 'generic' &&
        !(also && CONSTRUCTIVE.has(action.lemma))
      )
        return null;
      if (isHelpfulAct(tokens, subject) && action.lemma === 'help') {
        const act = readNominal(tokens, subject.start)!;
        const beneficiary = helped(tokens, action.end);
        return madeCue(tokens, 'weak', act, beneficiary, { end: action.end });
      }
      // "can take real steps to": the effort says it.
      const effort = action.at > skipAdverbs(tokens, start + 1);
      const more =
        action.lemma === 'do' && /^(?:more|better)$/u.test(tokens[action.end]?.lower ?? '');
      if (!CONSTRUCTIVE.has(action.lemma) && !effort && !more) return null;
      if (subject.kind === 'generic')
        return madeCue(tokens, 'weak', action, null, { end: action.end });
      // "Any new rule could look at …": a proposal without an actor.
      if (
        subject.kind === 'thing' &&
        /^(?:look|consider|require|mandate|include|explore)$/u.test(action.lemma) &&
        lower === 'could' &&
        /regulation|policy|policies|law|rule|rules|legislation|framework|reform|strategy/u.test(
          tokens
            .slice(subject.start, subject.end)
            .map((token) => token.lower)
            .join(' '),
        )
      )
        return madeCue(tokens, 'weak', action, null, { end: action.end });
      if (subject.kind === 'pronoun') {
        if (!also || !/^(?:they)$/u.test(tokens[subject.start]!.lower)) return null;
        return madeCue(tokens, 'weak', action, subject, { end: action.end });
      }
      if (!policyActor(subject, tokens)) return null;
      if (
        lower === 'could' &&
        !also &&
        /^(?:help|provide|offer|start|begin|lead|require|sign|set|draw|work|play)$/u.test(
          action.lemma,
        )
      )
        return null;
      return madeCue(tokens, 'weak', action, subject, { end: action.end });
    },
    examples: [
      {
        text: 'Delhi and Tokyo can also explore a joint fund.',
        finds: [
          { text: 'can also explore', strength: 'weak', action: 'explore', who: 'Delhi and Tokyo' },
        ],
      },
      {
        text: 'The two ministries could establish a shared desk.',
        finds: [{ text: 'could establish', action: 'establish', who: 'The two ministries' }],
      },
      {
        text: 'Payment firms could be required to hold the money for a day.',
        finds: [{ text: 'could be required to hold', action: 'hold', who: 'Payment firms' }],
      },
      {
        text: 'Holding joint drills can help the two sides to trust each other.',
        finds: [{ text: 'can help', action: 'hold', who: 'the two sides' }],
      },
      { text: 'Intruders can cut the power.', finds: [] },
      { text: 'The flaw could allow a stranger to read mail.', finds: [] },
      { text: 'The agency could not say who was behind it.', finds: [] },
      { text: 'They showed how states can share costs.', finds: [] },
      { text: 'The tool can improve searches.', finds: [] },
      { text: 'If banks can share data, fraud falls.', finds: [] },
      { text: 'Losses could double by May.', finds: [] },
    ],
  },
  {
    id: 'may-want',
    patterns: [
      'may|might|could|should (also / well)? want|wish to',
      'may|might (also / well)? consider|explore',
      '<is> (also / well)? worth',
    ],
    make({ start, end }, tokens) {
      const subject = subjectBefore(tokens, start);
      if (mentions(subject, tokens) || subject.relative || subject.kind === 'attacker') return null;
      const last = tokens[end - 1]!.lower;
      if (last === 'worth') {
        if (
          !isGerund(tokens[end]?.lower ?? '') ||
          /^(?:noting|mentioning|remembering|recalling|pointing|repeating|stressing|asking|reading|adding|saying|emphasizing|emphasising|highlighting)$/u.test(
            tokens[end]!.lower,
          )
        )
          return null;
        const act = readNominal(tokens, end);
        return act ? madeCue(tokens, 'weak', act, null, { end: act.end }) : null;
      }
      const action = readAction(tokens, last === 'to' ? end : end - 1);
      return action && !action.perfect
        ? madeCue(tokens, 'weak', action, acting(subject), { end: action.end })
        : null;
    },
    examples: [
      {
        text: 'Smaller clinics may want to hire a shared guard.',
        finds: [
          { text: 'may want to hire', strength: 'weak', action: 'hire', who: 'Smaller clinics' },
        ],
      },
      {
        text: 'Boards might consider a second audit.',
        finds: [{ text: 'might consider', action: 'consider', who: 'Boards' }],
      },
      {
        text: 'It is worth testing the backups.',
        finds: [{ text: 'is worth testing', action: 'test' }],
      },
      { text: 'It is worth noting that the port was closed.', finds: [] },
      { text: 'Hackers may want to hide.', finds: [] },
    ],
  },
  {
    id: 'benefit',
    patterns: [
      'would|could (also / greatly / clearly / all)? benefit from',
      'may|might|could|would be needed|necessary|required|warranted|useful|helpful|beneficial|advisable|desirable|welcome',
      'deserves|merits|warrants',
    ],
    make({ start, end }, tokens) {
      const subject = subjectBefore(tokens, start);
      if (
        mentions(subject, tokens) ||
        subject.relative ||
        subject.kind === 'attacker' ||
        subject.kind === 'none'
      )
        return null;
      const last = tokens[end - 1]!.lower;
      if (last === 'from') {
        const act = readNominal(tokens, end);
        return madeCue(tokens, 'weak', act, acting(subject), {
          end: Math.max(end, act?.end ?? end),
        });
      }
      if (/^(?:deserves|merits|warrants)$/u.test(last)) return null;
      if (tokens[subject.start]?.lower === 'it') return null;
      if (/^(?:needed|required)$/u.test(last) && /^would$/u.test(tokens[start]!.lower)) return null;
      if (subject.kind === 'agent' || subject.kind === 'pronoun') return null;
      const act = readNominal(tokens, subject.start);
      const named = act && act.at < subject.end + 4 ? act : null;
      if (!named && !/^(?:helpful|useful|welcome|beneficial)$/u.test(last)) return null;
      return madeCue(tokens, 'weak', named, null, { end });
    },
    examples: [
      {
        text: 'The island would benefit from closer coordination.',
        finds: [
          {
            text: 'would benefit from closer coordination',
            strength: 'weak',
            action: 'coordinate',
          },
        ],
      },
      {
        text: 'Some form of regulation may be necessary.',
        finds: [{ text: 'may be necessary', action: 'regulate' }],
      },
      {
        text: 'A public list of safe toys would be helpful.',
        finds: [{ text: 'would be helpful', action: null, who: '' }],
      },
      { text: 'A new lock may be needed.', finds: [] },
    ],
  },
  {
    id: 'like-to-see',
    patterns: [
      "would|'d|he'd|she'd|we'd|i'd|they'd (also / really / still / very / much){0,2} like to see",
      'want|wants|wanted|hope|hopes|hoping to see',
    ],
    make({ start, end }, tokens) {
      const wisher = wisherBefore(tokens, start);
      if (!wisher) return null;
      const found = readSeen(tokens, end) ?? readTo(tokens, end);
      const act = found?.action ?? received(tokens, end) ?? readNominal(tokens, end);
      const place = { end: Math.max(end, act?.end ?? end) };
      return madeCue(tokens, 'weak', act, found?.who ?? null, place, named(wisher));
    },
    examples: [
      {
        text: 'We would like to see insurers publish their losses.',
        finds: [
          {
            text: 'would like to see insurers publish',
            strength: 'weak',
            action: 'publish',
            who: 'insurers',
          },
        ],
      },
      {
        text: 'He wants to see more investment in harbours.',
        finds: [{ text: 'wants to see more investment', action: 'invest', who: '' }],
      },
      { text: 'Thieves want to see the vault.', finds: [] },
    ],
  },
  {
    id: 'like-to',
    patterns: [
      "would|'d|he'd|she'd|we'd|i'd|they'd (also / really / still / very / much){0,2} like",
      'want|wants',
    ],
    make({ start, end }, tokens) {
      const wisher = wisherBefore(tokens, start);
      const next = tokens[end]?.lower ?? '';
      if (!wisher || next === 'to') return null;
      const found = readTo(tokens, end, 9);
      if (!found?.who || found.who.kind !== 'agent') return null;
      if (
        /^want/u.test(tokens[start]!.lower) &&
        wisher.kind === 'generic' &&
        tokens[wisher.start]!.lower === 'you'
      )
        return null;
      return madeCue(
        tokens,
        'weak',
        found.action,
        found.who,
        { end: found.action.end },
        named(wisher),
      );
    },
    examples: [
      {
        text: 'She would also like the ministry to pass a new code.',
        finds: [
          {
            text: 'would also like the ministry to pass',
            strength: 'weak',
            action: 'pass',
            who: 'the ministry',
          },
        ],
      },
      { text: 'I would like to thank the crew.', finds: [] },
      { text: 'It looks like the port is shut.', finds: [] },
    ],
  },
  {
    id: 'hope',
    patterns: ['hope|hopes (that)?', 'hope is that'],
    make({ start, end }, tokens) {
      const before = tokens[start - 1]?.lower ?? '';
      const last = tokens[end - 1]!.lower;
      if (tokens[start + 1]?.lower === 'to' || tokens[start + 1]?.lower === 'for') return null;
      if (
        tokens[start + 1]?.lower === 'is' ||
        /^(?:our|my|earnest|sincere|great|fervent)$/u.test(before)
      ) {
        // "It is our hope that …", "The hope is that …"
        if (last !== 'that') return null;
        const clause = findWill(tokens, end) ?? readWished(tokens, end);
        return clause
          ? madeCue(tokens, 'weak', clause.action, clause.who, { end: clause.action.end })
          : null;
      }
      const wisher = wisherBefore(tokens, start);
      const clause = wisher ? (findWill(tokens, end) ?? readWished(tokens, end)) : null;
      return clause && wisher
        ? madeCue(
            tokens,
            'weak',
            clause.action,
            clause.who,
            { end: clause.action.end },
            named(wisher),
          )
        : null;
    },
    examples: [
      {
        text: 'She hopes that parliament will adopt the code.',
        finds: [
          {
            text: 'hopes that parliament will adopt',
            strength: 'weak',
            action: 'adopt',
            who: 'parliament',
          },
        ],
      },
      {
        text: 'It is our hope that the council considers this letter.',
        finds: [
          { text: 'hope that the council considers', action: 'consider', who: 'the council' },
        ],
      },
      { text: 'The firm hopes to open a lab.', finds: [] },
      { text: 'They hope the weather will hold.', finds: [] },
      { text: 'There is little hope of a deal.', finds: [] },
    ],
  },
  {
    id: 'can-by',
    patterns: [
      'can|could (also / better / help / further / significantly / greatly){0,2} protect|reduce|mitigate|limit|minimise|minimize|defend|prevent|avoid|lower|improve|strengthen|stop|counter|address|guard|shield|boost|contribute|help',
    ],
    make({ start, end }, tokens) {
      const subject = subjectBefore(tokens, start);
      if (mentions(subject, tokens) || subject.relative) return null;
      if (subject.kind !== 'agent' && tokens[subject.start]?.lower !== 'you') return null;
      for (let at = end; at < tokens.length - 1 && at < end + 14; at++) {
        if (/^[.;:]$/u.test(tokens[at]!.lower)) return null;
        if (
          tokens[at]!.lower !== 'by' ||
          !isGerund(tokens[skipAdverbs(tokens, at + 1)]?.lower ?? '')
        )
          continue;
        const action = readAction(tokens, start + 1);
        return action && !action.passive
          ? madeCue(tokens, 'weak', action, acting(subject), { end: action.end })
          : null;
      }
      return null;
    },
    examples: [
      {
        text: 'Shops can reduce the danger by closing unused ports.',
        finds: [{ text: 'can reduce', strength: 'weak', action: 'reduce' }],
      },
      { text: 'A vaccine can reduce the danger by half.', finds: [] },
      { text: 'Attackers can avoid alarms by waiting.', finds: [] },
    ],
  },
];

const named = (subject: Subject): Subject | null => (subject.kind === 'generic' ? null : subject);

/** Who wishes, in front of the verb at `at`; null where nobody does or the clause only mentions it. */
function wisherBefore(tokens: readonly Token[], at: number): Subject | null {
  const before = tokens[at - 1]?.lower ?? '';
  if (
    DETERMINERS.has(before) ||
    /^(?:in|of|no|to|some|little|their|false|not|don't|doesn't)$/u.test(before)
  )
    return null;
  // "he'd": the pronoun is in the token.
  const wisher = subjectBefore(tokens, /^\w+'d$/u.test(tokens[at]!.lower) ? at + 1 : at);
  if (mentions(wisher, tokens)) return null;
  return wisher.kind === 'agent' || wisher.kind === 'generic' || wisher.kind === 'pronoun'
    ? wisher
    : null;
}

/** "that the council considers": a present form behind who should do it. */
function readWished(tokens: readonly Token[], from: number): ReturnType<typeof findWill> {
  for (let at = from + 1; at < from + 12 && at < tokens.length; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark') return null;
    if (!/[^s]s$/u.test(lower) || !isPlainVerb(presentLemma(lower))) continue;
    const subject = subjectBefore(tokens, at);
    if (subject.kind !== 'agent') return null;
    const action = readAction(tokens, at);
    return action
      ? {
          action: { ...action, lemma: presentLemma(lower) },
          who: { ...subject, start: Math.max(subject.start, from) },
        }
      : null;
  }
  return null;
}

const presentLemma = (form: string): string =>
  form.endsWith('ies')
    ? `${form.slice(0, -3)}y`
    : /(?:sh|ch|ss|x)es$/u.test(form)
      ? form.slice(0, -2)
      : form.slice(0, -1);

/** "see X receive greater attention": the act is the noun's. */
function received(tokens: readonly Token[], from: number): ReturnType<typeof readNominal> {
  for (let at = from; at < from + 5 && at < tokens.length; at++) {
    if (/^(?:receive|get|given|be)$/u.test(tokens[at]!.lower)) return readNominal(tokens, at + 1);
  }
  return null;
}

/** "insurers publish", "insurers publishing": who is wished to be seen doing what. */
function readSeen(tokens: readonly Token[], from: number): ReturnType<typeof readTo> | null {
  for (let at = from + 1; at < from + 9 && at < tokens.length; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark' && /^[.;:,]$/u.test(lower)) return null;
    const before = tokens[at - 1]!.lower;
    if (DETERMINERS.has(before)) continue;
    if (
      /(?:[^s]s|people|police|government|parliament|congress)$/u.test(before) ||
      /^\p{Lu}/u.test(tokens[at - 1]!.text)
    ) {
      const action = readAction(tokens, at);
      if (!action || action.at !== at || !/^[a-z]/u.test(lower) || lower.endsWith('s')) continue;
      if (
        lower === 'and' ||
        lower === 'or' ||
        lower === 'of' ||
        lower === 'in' ||
        lower === 'to' ||
        lower === 'that' ||
        lower === 'with' ||
        lower === 'on' ||
        lower === 'for'
      )
        continue;
      const subject = subjectBefore(tokens, at);
      const who = { ...subject, start: Math.max(subject.start, from) };
      return { action, who: who.start < who.end && subject.kind === 'agent' ? who : null, to: at };
    }
  }
  return null;
}

/** "(that) X will do": who is hoped to do what; things that are hoped for do not act. */
function findWill(
  tokens: readonly Token[],
  from: number,
): { action: NonNullable<ReturnType<typeof readAction>>; who: Subject | null } | null {
  for (let at = from; at < from + 14 && at < tokens.length; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark' && /^[.;:]$/u.test(lower)) return null;
    if (!/^(?:will|would|can|could)$/u.test(lower)) continue;
    const subject = subjectBefore(tokens, at);
    const action = readAction(tokens, at + 1);
    if (!action || action.perfect) return null;
    if (action.passive) return { action, who: byAgent(tokens, action.end) };
    return subject.kind === 'agent'
      ? { action, who: { ...subject, start: Math.max(subject.start, from) } }
      : null;
  }
  return null;
}

/** Whether the subject is something done: "holding drills". */
function isHelpfulAct(tokens: readonly Token[], subject: Subject): boolean {
  return (
    isGerund(tokens[subject.start]?.lower ?? '') && readNominal(tokens, subject.start) !== null
  );
}

/** Who is helped, where it can act: "help the two sides in expanding". */
function helped(tokens: readonly Token[], from: number): Subject | null {
  for (let at = from; at < from + 8 && at < tokens.length; at++) {
    const { lower } = tokens[at]!;
    if (/^(?:in|to|with)$/u.test(lower) && at > from) {
      const subject = subjectBefore(tokens, at);
      const who = { ...subject, start: Math.max(from, subject.start) };
      return subject.kind === 'agent' && who.start < who.end ? who : null;
    }
  }
  return null;
}
