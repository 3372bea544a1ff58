import type { Token } from '../../language/tokens.ts';
import { isGerund } from '../../language/verbs.ts';
import { readNominal, skipAdverbs } from '../action.ts';
import { type CueRule, madeCue, mentions, readDemand, readTo, toldOfLaw } from '../cue.ts';
import { DETERMINERS, FINITE } from '../grammar-words.ts';
import { type Subject, subjectBefore } from '../subject.ts';

/** "is recommended", "were urged": the form of "be" in front of a participle, over adverbs. */
function passiveBefore(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.lower.endsWith('ing')) return false;
  let index = at - 1;
  while (
    index >= 0 &&
    /^(?:also|strongly|now|again|therefore|highly|been|being|urgently|further)$/u.test(
      tokens[index]!.lower,
    )
  )
    index--;
  return /^(?:is|are|was|were|be|be|been|'s|'re)$/u.test(tokens[index]?.lower ?? '');
}

/** A performative that reports no speech of its own: negated, conditional, infinitive, or in a question. */
function unsaid(tokens: readonly Token[], at: number, subject: Subject): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  if (
    /^(?:to|not|never|don't|doesn't|didn't|would|should|must|could|might|may|will|can|cannot|wouldn't|as|than|if|by)$/u.test(
      before,
    )
  ) {
    // "I would urge", "we would also recommend", "I can only urge".
    return !(
      /^(?:would|can|will|could)$/u.test(before) &&
      /^(?:i|we)$/u.test(tokens[subject.start]?.lower ?? '')
    );
  }
  return mentions(subject, tokens) && !/^(?:why|where)$/u.test(subject.opener ?? '');
}

/** The tail of a phrase that says when: "this week", "last month", "on Tuesday". */
const speakerOf = (subject: Subject): Subject | null =>
  subject.kind === 'generic' || subject.kind === 'none' || subject.kind === 'there'
    ? null
    : subject;

/** Makes the cue of "urge X to do" and its passive "X are urged to do". */
function urging(tokens: readonly Token[], start: number, end: number): ReturnType<CueRule['make']> {
  const subject = subjectBefore(tokens, start);
  if (subject.relative) return null;
  if (passiveBefore(tokens, start)) {
    const to = skipAdverbs(tokens, end);
    if (tokens[to]?.lower !== 'to') return null;
    const found = readTo(tokens, to, 1);
    if (!found) return null;
    if (/^(?:was|wasn't)$/u.test(tokens[start - 1]?.lower ?? '')) return null;
    const patient = subjectBefore(tokens, start - 1);
    if (mentions(patient, tokens)) return null;
    return madeCue(
      tokens,
      'medium',
      found.action,
      patient.kind === 'agent' || patient.kind === 'pronoun' ? patient : null,
      { end: found.action.end },
    );
  }
  if (unsaid(tokens, start, subject)) return null;
  let object = skipAdverbs(tokens, end);
  if (tokens[object]?.lower === 'against') {
    const act = readNominal(tokens, object + 1);
    return act ? madeCue(tokens, 'medium', act, null, { end: act.end }, speakerOf(subject)) : null;
  }
  if (tokens[object]?.lower === 'that') {
    const demand = readDemand(tokens, object);
    return demand
      ? madeCue(
          tokens,
          'medium',
          demand.action,
          demand.who,
          { end: demand.action.end },
          speakerOf(subject),
        )
      : null;
  }
  if (tokens[object]?.lower === 'to') object++;
  const found = readTo(tokens, object, 24, true);
  if (found)
    return madeCue(
      tokens,
      'medium',
      found.action,
      found.who && withoutTime(tokens, found.who),
      { end: found.action.end },
      speakerOf(subject),
    );
  const demand = readNominal(tokens, object);
  return demand &&
    (isGerund(tokens[object]!.lower) || /^(?:urg|implor)/u.test(tokens[start]!.lower))
    ? madeCue(tokens, 'medium', demand, null, { end: demand.end }, speakerOf(subject))
    : null;
}

function withoutTime(tokens: readonly Token[], who: Subject): Subject {
  let { end } = who;
  for (let at = who.start + 1; at < end; at++) {
    const { lower } = tokens[at]!;
    if (
      /^(?:week|month|year|weekend)$/u.test(lower) &&
      /^(?:this|last|next|earlier)$/u.test(tokens[at - 1]!.lower)
    ) {
      end = at - 1;
      break;
    }
    if (
      /^(?:yesterday|today|again|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(
        lower,
      )
    ) {
      end = at;
      break;
    }
  }
  return end > who.start ? { ...who, end } : who;
}

/** Whether the infinitive stands right behind a short object: "told drivers to wait". */
function rightBehind(
  tokens: readonly Token[],
  made: NonNullable<ReturnType<CueRule['make']>>,
): boolean {
  const who = made.value.whoAt;
  if (!who || who[1] - who[0] > 9) return false;
  return /^(?:to|not|this|last|on|also)$/u.test(tokens[who[1]]?.lower ?? '');
}

/** Makes the cue of a verb that takes a clause, a gerund or a noun of an act as what is demanded. */
function demanding(
  tokens: readonly Token[],
  start: number,
  end: number,
  strength: 'strong' | 'medium' | 'weak',
): ReturnType<CueRule['make']> {
  const subject = subjectBefore(tokens, start);
  if (subject.relative || unsaid(tokens, start, subject)) return null;
  const from = skipAdverbs(tokens, end);
  const demand = readDemand(tokens, from);
  return demand
    ? madeCue(
        tokens,
        strength,
        demand.action,
        demand.who,
        { end: Math.max(end, demand.action.end) },
        speakerOf(subject),
      )
    : null;
}

export const performatives: readonly CueRule[] = [
  {
    id: 'urge',
    patterns: ['<urge>', 'appeal|appeals|appealed to'],
    make: ({ start, end }, tokens) =>
      DETERMINERS.has(tokens[start - 1]?.lower ?? '') ? null : urging(tokens, start, end),
    examples: [
      {
        text: 'We urge every operator to rotate its keys.',
        finds: [
          {
            text: 'urge every operator to rotate',
            strength: 'medium',
            action: 'rotate',
            who: 'every operator',
          },
        ],
      },
      {
        text: 'The bureau urged retailers last week not to give up their logs.',
        finds: [
          { text: 'urged retailers last week not to give', action: 'give', who: 'retailers' },
        ],
      },
      {
        text: 'Customers are urged to reset passwords.',
        finds: [{ text: 'urged to reset', action: 'reset', who: 'Customers' }],
      },
      {
        text: 'The envoy urged restraint.',
        finds: [{ text: 'urged restraint', action: 'restrain', who: '' }],
      },
      { text: 'She was urged by her brother to apply.', finds: [] },
      { text: 'If the office should urge firms to pay, they will.', finds: [] },
      { text: 'He felt the urge to answer.', finds: [] },
    ],
  },
  {
    id: 'recommend',
    patterns: ['<recommend>'],
    make({ start, end }, tokens) {
      const before = tokens[start - 1]?.lower ?? '';
      if (passiveBefore(tokens, start)) {
        const next = tokens[end]?.lower;
        if (next === 'that' || next === 'to') {
          const demand = next === 'that' ? readDemand(tokens, end) : readTo(tokens, end, 1);
          return demand
            ? madeCue(tokens, 'medium', demand.action, demand.who, { end: demand.action.end })
            : null;
        }
        const subject = subjectBefore(tokens, start - 1);
        if (mentions(subject, tokens) || subject.relative || tokens[start]!.lower !== 'recommended')
          return null;
        const act = readNominal(tokens, subject.start);
        return act && subject.kind !== 'pronoun' ? madeCue(tokens, 'medium', act, null) : null;
      }
      if (DETERMINERS.has(before) || before === 'of' || before === '-') return null;
      return demanding(tokens, start, end, 'medium');
    },
    examples: [
      {
        text: 'The panel recommends that ports appoint a safety officer.',
        finds: [
          { text: 'recommends that ports appoint', strength: 'medium', action: 'appoint', who: '' },
        ],
      },
      {
        text: 'We recommend companies keep an offline copy.',
        finds: [{ text: 'recommend companies keep', action: 'keep', who: 'companies' }],
      },
      {
        text: 'The auditors recommended closing two of the offices.',
        finds: [{ text: 'recommended closing', action: 'close', who: '' }],
      },
      {
        text: 'It is recommended that users change the default password.',
        finds: [{ text: 'recommended that users change', action: 'change', who: 'users' }],
      },
      {
        text: 'Segmentation of the network is strongly recommended.',
        finds: [{ text: 'recommended', action: 'segment' }],
      },
      { text: 'Values above the recommended size are dropped.', finds: [] },
      { text: 'The court did not recommend a fine.', finds: [] },
      { text: 'It does what the experts recommend.', finds: [] },
    ],
  },
  {
    id: 'advise',
    patterns: ['<advise>'],
    make({ start, end }, tokens) {
      if (DETERMINERS.has(tokens[start - 1]?.lower ?? '')) return null;
      return (
        urging(tokens, start, end) ??
        (passiveBefore(tokens, start) ? null : demanding(tokens, start, end, 'medium'))
      );
    },
    examples: [
      {
        text: 'The bank advised clients to unplug the reader.',
        finds: [
          {
            text: 'advised clients to unplug',
            strength: 'medium',
            action: 'unplug',
            who: 'clients',
          },
        ],
      },
      {
        text: 'Experts advise against paying.',
        finds: [{ text: 'advise against paying', action: 'pay', who: '' }],
      },
      {
        text: 'Travellers are advised to leave work phones at home.',
        finds: [{ text: 'advised to leave', action: 'leave', who: 'Travellers' }],
      },
      { text: 'He advised the mayor on tax law.', finds: [] },
      { text: 'As the office advised in June, the flaw is real.', finds: [] },
    ],
  },
  {
    id: 'encourage',
    patterns: ['<encourage>'],
    make({ start, end }, tokens) {
      const subject = subjectBefore(tokens, start);
      // A thing encourages in another sense: "the model encourages cooperation".
      if (subject.kind === 'thing' && !passiveBefore(tokens, start)) return null;
      if (
        isGerund(tokens[start]!.lower) &&
        tokens[start - 1]?.lower !== ',' &&
        !passiveBefore(tokens, start)
      )
        return null;
      const made = urging(tokens, start, end);
      return made && tokens.slice(start, made.end ?? start).some(({ lower }) => lower === 'to')
        ? made
        : null;
    },
    examples: [
      {
        text: 'The agency encourages owners to sign up for alerts.',
        finds: [
          { text: 'encourages owners to sign', strength: 'medium', action: 'sign', who: 'owners' },
        ],
      },
      {
        text: 'Members are encouraged to report losses.',
        finds: [{ text: 'encouraged to report', action: 'report', who: 'Members' }],
      },
      { text: 'The model encourages cooperation.', finds: [] },
      { text: 'Paying encouraged thieves to return.', finds: [] },
    ],
  },
  {
    id: 'ask',
    patterns: ['<ask>'],
    make({ start, end }, tokens) {
      const subject = subjectBefore(tokens, start);
      if (
        /^(?:reporters?|journalists?|lawyers?|attackers?|court|judge|prosecutors?)$/u.test(
          tokens[subject.end - 1]?.lower ?? '',
        )
      )
        return null;
      if (
        subject.kind !== 'agent' &&
        subject.kind !== 'pronoun' &&
        tokens[start]!.lower !== 'asking'
      )
        return null;
      if (
        DETERMINERS.has(tokens[start - 1]?.lower ?? '') ||
        tokens[end]?.lower === 'to' ||
        passiveBefore(tokens, start)
      )
        return null;
      const made = urging(tokens, start, end);
      if (
        !made ||
        /^(?:comment|explain|identify|remain|confirm|say|answer|speak|clarify|name|elaborate|testify|describe|see|think)$/u.test(
          made.value.action ?? '',
        )
      )
        return null;
      if (
        /\b(?:press|reporters?|media|news|journalists?|court|committee|reuters|radio|tv|agency afp)\b/iu.test(
          made.value.who,
        )
      )
        return null;
      return rightBehind(tokens, made) ? made : null;
    },
    examples: [
      {
        text: 'The commission asked member states to pool their reports.',
        finds: [
          {
            text: 'asked member states to pool',
            strength: 'medium',
            action: 'pool',
            who: 'member states',
          },
        ],
      },
      { text: 'A reporter asked the firm to comment.', finds: [] },
      { text: 'They asked for access to the files.', finds: [] },
    ],
  },
  {
    id: 'call-on',
    patterns: ['<call> (again / also)? on|upon'],
    make({ start, end }, tokens) {
      if (toldOfLaw(tokens)) return null;
      const subject = subjectBefore(tokens, start);
      if (unsaid(tokens, start, subject) || DETERMINERS.has(tokens[start - 1]?.lower ?? ''))
        return null;
      const found = readTo(tokens, end, 24, true);
      return found
        ? madeCue(
            tokens,
            'medium',
            found.action,
            found.who,
            { end: found.action.end },
            speakerOf(subject),
          )
        : null;
    },
    examples: [
      {
        text: 'The union called on ministers to publish the audit.',
        finds: [
          {
            text: 'called on ministers to publish',
            strength: 'medium',
            action: 'publish',
            who: 'ministers',
          },
        ],
      },
      { text: 'Police were on call on Friday.', finds: [] },
      { text: 'If they call on us to help, we will.', finds: [] },
    ],
  },
  {
    id: 'call-for',
    patterns: ['<call> (again / also)? for', '<push> for'],
    make({ start, end }, tokens) {
      const before = tokens[start - 1]?.lower ?? '';
      if (
        DETERMINERS.has(before) ||
        before === '-' ||
        tokens[start - 1]?.kind === 'number' ||
        (tokens[start]!.lower === 'call' &&
          !/^(?:we|i|they|you|to|also|and|[a-z]+[^s]s)$/u.test(before)) ||
        /^(?:of|with|renewed|growing|repeated|recent|despite|amid|s)$/u.test(before)
      )
        return null;
      const subject = subjectBefore(tokens, start);
      if (subject.start >= subject.end || unsaid(tokens, start, subject) || toldOfLaw(tokens))
        return null;
      const inner = readTo(tokens, end) ?? readDemand(tokens, end);
      const nominal = readNominal(tokens, end);
      const pick =
        nominal && inner && nominal.at < inner.action.at ? { action: nominal, who: null } : inner;
      return madeCue(
        tokens,
        'medium',
        pick?.action ?? nominal,
        pick?.who ?? null,
        { end: Math.max(end, pick?.action.end ?? end) },
        speakerOf(subject),
      );
    },
    examples: [
      {
        text: 'The report calls for closer cooperation between the labs.',
        finds: [
          {
            text: 'calls for closer cooperation',
            strength: 'medium',
            action: 'cooperate',
            who: '',
          },
        ],
      },
      {
        text: 'Civil groups called for a ban on spyware.',
        finds: [{ text: 'called for a ban', action: 'ban', who: '' }],
      },
      { text: 'Calls for a ban grew louder.', finds: [] },
      { text: 'The bill calls for fines.', finds: [] },
      { text: 'There was a call for papers.', finds: [] },
    ],
  },
  {
    id: 'demand',
    patterns: ['<demand> that'],
    make({ start, end }, tokens) {
      if (toldOfLaw(tokens)) return null;
      const subject = subjectBefore(tokens, start);
      if (subject.kind === 'attacker') return null;
      if (
        subject.kind === 'thing' &&
        !/^(?:this|situation|threat|moment|directive|order|code|standard|guidance)$/u.test(
          tokens[subject.end - 1]?.lower ?? '',
        )
      )
        return null;
      return demanding(tokens, start, end - 1, 'strong');
    },
    examples: [
      {
        text: 'The office requires that contractors encrypt all laptops.',
        finds: [
          {
            text: 'requires that contractors encrypt',
            strength: 'strong',
            action: 'encrypt',
            who: 'contractors',
          },
        ],
      },
      { text: 'The law requires that firms keep records.', finds: [] },
      { text: 'The exploit requires that the user be logged in.', finds: [] },
    ],
  },
  {
    id: 'suggest',
    patterns: ['<suggest>'],
    make({ start, end }, tokens) {
      const before = tokens[start - 1]?.lower ?? '';
      if (DETERMINERS.has(before) || passiveBefore(tokens, start) || FINITE.has(before))
        return null;
      const subject = subjectBefore(tokens, start);
      if (
        subject.kind === 'thing' &&
        !/^(?:report|paper|study|authors?|review)$/u.test(tokens[subject.end - 1]?.lower ?? '')
      )
        return null;
      const made = demanding(tokens, start, end, 'weak');
      if (!made) return null;
      // "suggests that attacks rose" infers; a bare verb or a gerund proposes.
      const next = tokens[end]?.lower ?? '';
      if (isGerund(next) || next === 'that' || next === 'a' || next === 'an' || next === 'the') {
        if (next === 'that' || isGerund(next)) return made;
        return /^propos/u.test(tokens[start]!.lower) ? made : null;
      }
      return made.value.who === '' ? null : made;
    },
    examples: [
      {
        text: 'The analyst suggested using a second channel.',
        finds: [{ text: 'suggested using', strength: 'weak', action: 'use', who: '' }],
      },
      {
        text: 'She proposes that each county appoint a lead.',
        finds: [
          { text: 'proposes that each county appoint', action: 'appoint', who: 'each county' },
        ],
      },
      { text: 'Early data suggest that losses have doubled.', finds: [] },
      { text: 'The logs suggest an insider.', finds: [] },
      { text: 'The report suggested the flaw was old.', finds: [] },
    ],
  },
  {
    id: 'warn',
    patterns: [
      'warn|warns|warned|warning|caution|cautions|cautioned|tell|tells|told|remind|reminds|reminded',
    ],
    make({ start, end }, tokens) {
      if (DETERMINERS.has(tokens[start - 1]?.lower ?? '')) return null;
      if (/^(?:warning|told|tell)$/u.test(tokens[start]!.lower) && passiveBefore(tokens, start))
        return null;
      const subject = subjectBefore(tokens, start);
      if (subject.kind === 'thing' || subject.kind === 'none') return null;
      const made = urging(tokens, start, end);
      if (!made || tokens[end]?.lower === 'that' || tokens[end]?.lower === 'of') return null;
      if (tokens[end]?.lower === 'against') return made;
      // "told reporters to", "told them that … to": the infinitive stands right behind its object.
      return rightBehind(tokens, made) ? made : null;
    },
    examples: [
      {
        text: 'The bureau warned pensioners not to share codes.',
        finds: [
          {
            text: 'warned pensioners not to share',
            strength: 'medium',
            action: 'share',
            who: 'pensioners',
          },
        ],
      },
      {
        text: 'The group cautioned against relying on one vendor.',
        finds: [{ text: 'cautioned against relying', action: 'rely', who: '' }],
      },
      { text: 'The bureau warned of more attacks to come.', finds: [] },
      { text: 'He told reporters that talks had to go on.', finds: [] },
      { text: 'They were told to wait.', finds: [] },
    ],
  },
  {
    id: 'recommendations-are',
    patterns: [
      'recommendations|proposals|suggestions|advice (also / for <any>){0,2} include|includes|included|is|are|was|were',
    ],
    make({ end }, tokens) {
      const action =
        tokens[end]?.lower === 'to'
          ? (readTo(tokens, end, 1)?.action ?? null)
          : readNominal(tokens, end);
      if (!action || (tokens[end]?.lower !== 'to' && !isGerund(tokens[end]!.lower))) return null;
      return madeCue(tokens, 'medium', action, null, { end: action.end });
    },
    examples: [
      {
        text: 'Its recommendations include training every clerk.',
        finds: [{ text: 'recommendations include training', strength: 'medium', action: 'train' }],
      },
      {
        text: 'His advice is to change the locks.',
        finds: [{ text: 'advice is to change', action: 'change' }],
      },
      { text: 'The recommendations are online.', finds: [] },
      { text: 'The proposals were rejected.', finds: [] },
    ],
  },
  {
    id: 'expected',
    patterns: ['are (also / now / still)? expected to'],
    make({ start, end }, tokens) {
      const subject = subjectBefore(tokens, start);
      if (subject.kind !== 'agent' || mentions(subject, tokens) || toldOfLaw(tokens)) return null;
      const action = readTo(tokens, end - 1, 1)?.action;
      return action && DUTIES.test(action.lemma ?? '')
        ? madeCue(tokens, 'medium', action, subject, { end: action.end })
        : null;
    },
    examples: [
      {
        text: 'Members are expected to notify the desk of each breach.',
        finds: [
          { text: 'are expected to notify', strength: 'medium', action: 'notify', who: 'Members' },
        ],
      },
      { text: 'Officials are expected to sign the deal on Monday.', finds: [] },
      { text: 'Losses are expected to grow.', finds: [] },
    ],
  },
];

/** What those who are expected to do it owe, rather than what is foreseen. */
const DUTIES =
  /^(?:report|comply|notify|implement|follow|provide|ensure|maintain|adopt|cooperate|protect|share|conduct|submit|apply|patch|respect|demonstrate|act|disclose|cease|refrain|observe|uphold|honour|honor|contribute|exercise|assess|review|monitor|keep|use|secure|verify|inform|align|adhere|participate|coordinate)$/u;
