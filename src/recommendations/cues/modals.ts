import type { Token } from '../../language/tokens.ts';
import { skipAdverbs } from '../action.ts';
import type { CueRule } from '../cue.ts';
import { DETERMINERS, FINITES } from '../grammar-words.ts';
import { subjectBefore } from '../subject.ts';
import { toldOfAttack, toldOfLaw } from '../told.ts';
import { ADVERB, GERUND, has } from '../word-kind.ts';
import { BEFALLING, EFFECTS, inverted, isCondition, modal, READINESS, SPEECH } from './modal.ts';

const isEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] === undefined || /^[.!;]$/u.test(tokens[at]!.lower);

/** The word in front of `at`, over adverbs that deny and doubt nothing. */
function wordBefore(tokens: readonly Token[], at: number): string {
  let index = at - 1;
  while (
    index > 0 &&
    has(tokens, index, ADVERB) &&
    !/^(?:not|never|rarely|often|sometimes|probably|likely)$/u.test(tokens[index]!.lower)
  )
    index--;
  return tokens[index]?.lower ?? '';
}

/** "Section 37 says", "Article 5 of the code reads": a text is read out. */
const cited = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ lower }, at) =>
      /^(?:section|article|clause|paragraph|subsection)$/u.test(lower) &&
      tokens[at + 1]?.kind === 'number' &&
      tokens
        .slice(at + 2, at + 9)
        .some(({ lower: verb }) => /^(?:says|states|reads|provides|stipulates|said)$/u.test(verb)),
  );

export const modals: readonly CueRule[] = [
  {
    id: 'should',
    patterns: ["should|shouldn't"],
    make({ start, end }, tokens) {
      if (isCondition(tokens, start) && tokens[start]!.lower === 'should') {
        if (!inverted(tokens, start)) return null;
      }
      return modal(tokens, start, end, 'medium', (subject, action) => {
        const word = tokens[subject.start]?.lower ?? '';
        const thing =
          subject.kind === 'thing' || /^(?:it|this|that|which|they|these|those)$/u.test(word);
        const complement = tokens[skipAdverbs(tokens, action.end)]?.lower ?? '';
        if (action.copula && READINESS.test(complement) && subject.kind !== 'there')
          return (
            (!thing ||
              (subject.kind === 'thing' &&
                /^(?:to|and|across)$/u.test(
                  tokens[skipAdverbs(tokens, action.end) + 1]?.lower ?? '',
                ))) &&
            /^(?:able|clear|ready|available|visible)$/u.test(complement) &&
            !(thing && /^(?:able|ready)$/u.test(complement)) &&
            !tokens
              .slice(action.end, action.end + 7)
              .some(({ lower }) => /^(?:by|soon|within|later|next)$/u.test(lower))
          );
        if (
          action.passive &&
          /^(?:release|complete|finish|expect|restore|resume|deliver)$/u.test(action.lemma ?? '') &&
          /^(?:by|soon|in|within|later|on|next|this)$/u.test(tokens[action.end]?.lower ?? '') &&
          thing
        )
          return false;
        if (
          action.passive &&
          /^(?:surprise|shock|alarm|laud|applaud|commend|congratulate|praise|proud)$/u.test(
            action.lemma ?? '',
          )
        )
          return false;
        if (action.lemma === 'know' && subject.kind === 'pronoun') return false;
        // "None of this should be happening": a complaint.
        if (tokens[action.at]!.lower === 'happening') return false;
        const single =
          subject.end - subject.start === 1 && /^(?:it|this|that|which|these)$/u.test(word);
        if (action.copula && single)
          return (
            /^(?:a|an|the|on|in|done|our|up|about|business)$/u.test(complement) &&
            !/^(?:reminder|surprise|lesson|wake|warning|concern|sign|relief)$/u.test(
              tokens[skipAdverbs(tokens, action.end) + 1]?.lower ?? '',
            )
          );
        if (single && !action.passive && EFFECTS.test(action.lemma ?? '')) return false;
        // "The update should fix the flaw": what a thing brings.
        if (
          subject.kind === 'thing' &&
          !action.passive &&
          !action.copula &&
          /^(?:arrive|fix|suffice|come|happen|surprise|arise|last|cost|prove|sound)$/u.test(
            action.lemma ?? '',
          )
        )
          return false;
        return true;
      });
    },
    examples: [
      {
        text: 'The two ministries should share threat data every week.',
        finds: [
          { text: 'should share', strength: 'medium', action: 'share', who: 'The two ministries' },
        ],
      },
      {
        text: 'Backups should be tested by every operator.',
        finds: [{ text: 'should be tested', action: 'test', who: 'every operator' }],
      },
      {
        text: 'Regulators, however, should make a serious effort to explain the new duties.',
        finds: [
          { action: 'explain', who: 'Regulators', text: 'should make a serious effort to explain' },
        ],
      },
      {
        text: 'Hospitals that run old scanners should isolate them.',
        finds: [{ text: 'should isolate', action: 'isolate', who: 'Hospitals' }],
      },
      {
        text: 'She said small towns should not pay ransoms.',
        finds: [{ text: 'should not pay', action: 'pay', who: 'small towns' }],
      },
      {
        text: 'There should be rules for carriers to follow after an outage.',
        finds: [
          { action: 'follow', who: 'carriers', text: 'should be rules for carriers to follow' },
        ],
      },
      {
        text: 'Emphasis should be on training.',
        finds: [{ text: 'should be', action: 'emphasise', who: '' }],
      },
      {
        text: 'The first aim should be to close the open ports.',
        finds: [{ text: 'should be to close', action: 'close', who: '' }],
      },
      {
        text: 'Telecom firms should be required to log access.',
        finds: [{ text: 'should be required to log', action: 'log', who: 'Telecom firms' }],
      },
      {
        text: 'The panel backs the view that ports should share alerts.',
        finds: [{ text: 'should share', action: 'share' }],
      },
      { text: 'Such a crew should be applauded.', finds: [] },
      {
        text: 'This is why parliament should act.',
        finds: [{ text: 'should act', action: 'act', who: 'parliament' }],
      },
      { text: 'Should an outage occur, the backup site takes over.', finds: [] },
      { text: 'Losses will grow should more banks be hit.', finds: [] },
      {
        text: 'Help should be available to every pupil.',
        finds: [{ text: 'should be', action: 'help', who: '' }],
      },
      { text: 'The report should be ready by May.', finds: [] },
      { text: 'The fix should be available to all users by May.', finds: [] },
      { text: 'It should be noted that the figures are old.', finds: [] },
      { text: 'The company should have patched the server months ago.', finds: [] },
      { text: 'They discussed whether states should respond in kind.', finds: [] },
      { text: 'This should help small firms.', finds: [] },
      { text: 'None of that should be happening at all.', finds: [] },
      { text: 'If a breach should occur, call the police.', finds: [] },
      { text: 'That should come as no surprise.', finds: [] },
      { text: 'Nobody knows how governments should react.', finds: [] },
    ],
  },
  {
    id: 'must',
    patterns: ["must|mustn't"],
    make({ start, end }, tokens) {
      const before = tokens[start - 1]?.lower;
      if (before === 'a' || before === 'an' || tokens[start + 1]?.lower === '-') return null;
      if (toldOfLaw(tokens) || toldOfAttack(tokens)) return null;
      return modal(tokens, start, end, 'strong', (subject, action) => {
        if (subject.relative && before === 'who' && !action.passive) return false;
        if (subject.kind !== 'generic' && BEFALLING.test(action.lemma ?? '')) return false;
        if (
          /^(?:decide|choose|weigh)$/u.test(action.lemma ?? '') &&
          /^(?:whether|between|how|if|which)$/u.test(tokens[action.end]?.lower ?? '')
        )
          return false;
        if (
          /^(?:kid|joke|dream|wonder)$/u.test(action.lemma ?? '') ||
          (action.lemma === 'feel' && !action.passive)
        )
          return false;
        // "There must be a reason", "they must be feeling": inference.
        if (
          subject.kind === 'there' &&
          /^(?:an?|some|something|someone|more)$/u.test(tokens[end + 1]?.lower ?? '') &&
          tokens
            .slice(end, end + 7)
            .some(({ lower }) =>
              /^(?:explanation|reason|mistake|error|something|someone|way|to|somewhere|leak|mole|catch|else)$/u.test(
                lower,
              ),
            )
        )
          return false;
        if (
          subject.kind !== 'generic' &&
          tokens[skipAdverbs(tokens, end)]?.lower === 'be' &&
          has(tokens, action.at, GERUND)
        )
          return false;
        if (subject.kind === 'pronoun' && action.copula) {
          const complement = tokens[skipAdverbs(tokens, action.end)]?.lower ?? '';
          return (
            /^(?:they|them)$/u.test(tokens[subject.start]!.lower) &&
            !READINESS.test(complement) &&
            !/^(?:a|an|the|very|so)$/u.test(complement)
          );
        }
        return !(
          SPEECH.test(action.lemma ?? '') &&
          subject.kind === 'generic' &&
          /^(?:admit|say|add)$/u.test(action.lemma ?? '')
        );
      });
    },
    examples: [
      {
        text: 'Lawmakers must fund the agency before winter.',
        finds: [{ text: 'must fund', strength: 'strong', action: 'fund', who: 'Lawmakers' }],
      },
      {
        text: 'We must not wait for the next outage.',
        finds: [{ text: 'must not wait', action: 'wait', who: '' }],
      },
      {
        text: 'These keys must be stored offline.',
        finds: [{ text: 'must be stored', action: 'store', who: '' }],
      },
      {
        text: 'The debate is over, and our country must lead.',
        finds: [{ text: 'must lead', action: 'lead', who: 'our country' }],
      },
      {
        text: 'Government, industry and universities must work together.',
        finds: [
          { text: 'must work', action: 'work', who: 'Government, industry and universities' },
        ],
      },
      { text: 'He must have known about the leak.', finds: [] },
      { text: 'It must be said that the plan was late.', finds: [] },
      { text: 'Under the bill, operators must report outages within a day.', finds: [] },
      { text: 'To exploit the flaw, a user must open a file.', finds: [] },
      { text: 'A strong password is a must.', finds: [] },
      { text: 'Residents must now fear for their savings.', finds: [] },
      { text: 'An attacker must be on the same network.', finds: [] },
      { text: 'It is a must-have tool.', finds: [] },
      { text: 'I must admit that I was wrong.', finds: [] },
    ],
  },
  {
    id: 'need-to',
    patterns: ['need|needs to'],
    make({ start, end }, tokens) {
      const before = tokens[start - 1]?.lower ?? '';
      if (
        (DETERMINERS.has(before) &&
          !/^(?:more|much|all|many|some|both|each)$/u.test(before) &&
          !(tokens[start]!.lower === 'needs' && /^(?:this|that)$/u.test(before))) ||
        /^(?:no|urgent|pressing|the|not|without|real|growing|clear|n't|don't|doesn't|didn't|may|might|would|won't|can't|never|won|immediate|dire|great|longer)$/u.test(
          before,
        ) ||
        /n't$/u.test(before) ||
        /^(?:not|don't|doesn't|didn't|never|would|may|might)$/u.test(wordBefore(tokens, start))
      )
        return null;
      if (/^(?:conditions?|criteria|prerequisites?)$/u.test(before)) return null;
      if (toldOfLaw(tokens) || toldOfAttack(tokens)) return null;
      const made = modal(tokens, start, end, 'strong', (subject, action) => {
        if (subject.relative && !(subject.kind === 'agent' && tokens[start - 1]?.lower === 'who'))
          return false;
        if (subject.kind === 'agent' || subject.kind === 'pronoun') {
          if (BEFALLING.test(action.lemma ?? '')) return false;
        }
        if (
          /^(?:know|understand)$/u.test(action.lemma ?? '') &&
          subject.kind === 'generic' &&
          subject.opener !== null &&
          subject.opener !== 'that'
        )
          return false;
        return true;
      });
      return made;
    },
    examples: [
      {
        text: 'African banks need to agree on one format.',
        finds: [
          { text: 'need to agree', strength: 'strong', action: 'agree', who: 'African banks' },
        ],
      },
      {
        text: 'Boards will need to ask harder questions.',
        finds: [{ text: 'need to ask', action: 'ask', who: 'Boards' }],
      },
      {
        text: 'The old law needs to be repealed.',
        finds: [{ text: 'needs to be repealed', action: 'repeal', who: '' }],
      },
      {
        text: 'More needs to be done to train teachers.',
        finds: [{ action: 'train', text: 'needs to be done to train', who: '' }],
      },
      {
        text: 'There will need to be a firewall between the two offices.',
        finds: [{ text: 'need to be', action: 'be', who: '' }],
      },
      { text: 'The guide has all the facts you need to know.', finds: [] },
      { text: 'There is no need to panic.', finds: [] },
      { text: 'If a clerk only needs to read a file, the rest stays shut.', finds: [] },
      { text: 'Three conditions need to be met for the bug to fire.', finds: [] },
      { text: 'Customers do not need to do anything.', finds: [] },
      { text: 'Attackers only need to find one hole.', finds: [] },
      { text: 'It needs to be mentioned that the visit was short.', finds: [] },
      { text: 'They gave the teams the tools they need to win.', finds: [] },
    ],
  },
  {
    id: 'needed-to',
    patterns: ['needed to'],
    make({ start, end }, tokens) {
      // Only where somebody says it: "said the office needed to grow".
      const subject = subjectBefore(tokens, start);
      const said =
        subject.opener !== null &&
        /^(?:say|said|add|note|argu|warn|stress|insist|agree|believ|suggest|that)/u.test(
          subject.opener,
        );
      if (!said || subject.relative || subject.kind === 'pronoun') return null;
      return modal(tokens, start, end, 'strong');
    },
    examples: [
      {
        text: 'The minister said the office needed to hire analysts.',
        finds: [{ text: 'needed to hire', strength: 'strong', action: 'hire', who: 'the office' }],
      },
      { text: 'The team needed to rebuild every server.', finds: [] },
      { text: 'He lacked the time he needed to finish.', finds: [] },
    ],
  },
  {
    id: 'have-to',
    patterns: ['have|has to', "have|has|'ve got to", "we've|they've|you've got to"],
    make({ start, end }, tokens) {
      if (
        /^(?:not|would|may|might|could|never|don't|doesn't|didn't|won't|to|n't|rarely|should|must|can|often|sometimes|'d|likely|probably)$/u.test(
          wordBefore(tokens, start),
        )
      )
        return null;
      if (toldOfLaw(tokens) || toldOfAttack(tokens)) return null;
      return modal(tokens, start, end, 'strong', (subject, action) => {
        if (
          tokens
            .slice(subject.start, start)
            .some(({ lower }) =>
              /^(?:potential|ability|capacity|opportunity|power|chance|tendency)$/u.test(lower),
            )
        )
          return false;
        if (subject.relative || /^(?:because|so|once|until|before)$/u.test(subject.opener ?? ''))
          return false;
        // "It is bold, and it has to be."
        if (action.copula && subject.kind === 'pronoun' && isEnd(tokens, action.end)) return false;
        if (
          /^(?:do|offer|say|deal|contend|face|live|worry|wait|suffer|cope|endure|wonder|rely|resort|admit)$/u.test(
            action.lemma ?? '',
          )
        )
          return (
            /^(?:do)$/u.test(action.lemma ?? '') && !/^with$/u.test(tokens[action.end]?.lower ?? '')
          );
        return true;
      });
    },
    examples: [
      {
        text: 'Europe has to build its own cloud.',
        finds: [{ text: 'has to build', strength: 'strong', action: 'build', who: 'Europe' }],
      },
      {
        text: 'Companies have to treat suppliers as part of their own network.',
        finds: [{ text: 'have to treat', action: 'treat', who: 'Companies' }],
      },
      { text: 'Users do not have to pay.', finds: [] },
      { text: 'They do not actually have to sign.', finds: [] },
      { text: 'The firm would likely have to sell its lab.', finds: [] },
      { text: 'The plan is bold, and it has to be.', finds: [] },
      { text: 'The case has to do with a stolen phone.', finds: [] },
      { text: 'The tools they have to offer are old.', finds: [] },
      { text: 'Victims would have to wait for weeks.', finds: [] },
    ],
  },
  {
    id: 'ought',
    patterns: ['ought'],
    make({ start, end }, tokens) {
      const to = skipAdverbs(tokens, end);
      if (tokens[to]?.lower === 'to') return modal(tokens, start, to + 1, 'medium');
      return tokens[end]?.lower === 'not' ? modal(tokens, start, end, 'medium') : null;
    },
    examples: [
      {
        text: 'The council ought to publish its findings.',
        finds: [
          { text: 'ought to publish', strength: 'medium', action: 'publish', who: 'The council' },
        ],
      },
      {
        text: 'Fear ought not guide the council.',
        finds: [{ text: 'ought not guide', action: 'guide' }],
      },
      { text: 'They ought to have asked earlier.', finds: [] },
      { text: 'The firm ought to have found faults of that kind.', finds: [] },
    ],
  },
  {
    id: 'shall',
    patterns: ['shall'],
    make({ start, end }, tokens) {
      const first = tokens[start - 1]?.lower ?? '';
      if (/^(?:we|i)$/u.test(first) || FINITES.has(first)) return null;
      if (toldOfLaw(tokens) || cited(tokens)) return null;
      return modal(
        tokens,
        start,
        end,
        'strong',
        (_, action) =>
          !/^(?:punish|mean|deem|extend|repeal|construe|bind)$/u.test(action.lemma ?? '') &&
          !/^(?:punishable|liable|guilty|void|null|deemed|effective|lawful|unlawful)$/u.test(
            tokens[skipAdverbs(tokens, action.end)]?.lower ?? '',
          ),
      );
    },
    examples: [
      {
        text: 'Each operator shall notify the office within six hours.',
        finds: [
          { text: 'shall notify', strength: 'strong', action: 'notify', who: 'Each operator' },
        ],
      },
      { text: 'We shall see what comes next.', finds: [] },
      { text: 'Section 12 says that no map shall be sold.', finds: [] },
      { text: 'Whoever sells such a map shall be liable to a fine.', finds: [] },
    ],
  },
];
