import { Opening } from './opening.ts';
import { keyOf, type Page } from './page.ts';
import type { Passage } from './passages.ts';

/** Lines in a row, without a sentence among them, that a running text does not have. */
const LINKS = 6;

/** How a letter ends; the signature follows. */
const SIGN_OFF = new Opening(
  /^(?:yours (?:sincerely|faithfully|truly|respectfully)|sincerely(?: yours)?|respectfully(?: (?:yours|submitted))?|(?:best|kind|warm) regards|regards|signed)[,:]?$/u,
);

/** How a letter begins. */
const SALUTATION = new Opening(/^dear [^.!?]{2,80}[,:]$/u);

export function isSignOff(passages: readonly Passage[], index: number): boolean {
  const passage = index >= 0 ? passages[index] : undefined;
  return passage !== undefined && passage.words <= 3 && SIGN_OFF.test(passage);
}

export const isSalutation = (passage: Passage): boolean =>
  passage.words <= 12 && SALUTATION.test(passage);

/** A full sentence or a run of text: what an article is made of. */
export function isText(passage: Passage): boolean {
  return (
    passage.prose ||
    (passage.stopped && passage.words >= 2 && /^["'“‘(]?[\p{Lu}\p{N}]/u.test(passage.head)) ||
    isSalutation(passage) ||
    (passage.words <= 3 && SIGN_OFF.test(passage))
  );
}

/**
 * The stretch of passages that holds the running text: the one with the most words in prose, where
 * long rows of loose lines part a page's menus and footers from it. In one pass (Kadane).
 */
export function findBody(page: Page): { from: number; to: number } {
  const { passages, verdicts } = page;
  const cluttered = isCluttered(page);
  let best = { from: 0, to: 0, sum: 0 };
  let sum = 0;
  let from = 0;
  let loose = 0;
  const headline = headlineSentence(page);
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i]!;
    const verdict = verdicts[i];
    const open = verdict === null || verdict === undefined;
    if (open && passage.prose && i !== headline) {
      if (sum <= 0) {
        sum = 0;
        from = i;
      }
      sum += Math.min(passage.words, cluttered ? 60 : 100);
      loose = 0;
      if (sum > best.sum) best = { from, to: i + 1, sum };
    } else if (open && (isText(passage) || passage.marker || passage.opens)) {
      loose = 0;
    } else if (verdict?.kind !== 'byline' && passage.words < 12) {
      loose++;
      if (cluttered) sum -= CLUTTER;
      else if (loose >= LINKS) sum -= 8;
    }
  }
  if (best.to === 0) {
    // No prose at all: from the first sentence on.
    const first = passages.findIndex((passage, i) => !verdicts[i] && isText(passage));
    return first < 0
      ? { from: passages.length, to: passages.length }
      : { from: first, to: lastText(page, first) };
  }
  return { from: best.from, to: cluttered ? best.to : lastText(page, best.to - 1) };
}

/** Words in prose that a loose line on a cluttered page takes away: an article has few, a row of teasers many. */
const CLUTTER = 20;

/** A whole web page, menus, teasers and footers with it: more loose lines than prose, and many. */
function isCluttered({ passages }: Page): boolean {
  let loose = 0;
  let prose = 0;
  for (const passage of passages) {
    if (passage.prose) prose++;
    else if (!passage.marker && passage.words < 12) loose++;
  }
  return loose > 30 && loose > prose;
}

/**
 * The article's first line where it reads like a sentence and is the headline: one question, or one
 * short sentence over a byline.
 */
function headlineSentence({ passages, verdicts }: Page): number {
  const first = verdicts.findIndex((verdict) => verdict?.kind !== 'boilerplate');
  const passage = passages[first];
  if (!passage || verdicts[first] || passage.words > 24) return -1;
  if (/[.!?]["”’]?\s["“]?\p{Lu}/u.test(passage.head)) return -1;
  if (/[?!]["”’]?$/u.test(passage.head)) return first;
  return verdicts[first + 1]?.kind === 'byline' || verdicts[first + 2]?.kind === 'byline'
    ? first
    : -1;
}

/** Lines in a row that may stand between the last prose and short sentences behind it. */
const GAP = 3;

/** Short sentences, introductions and their lists right behind the last prose belong to it. */
function lastText({ passages, verdicts }: Page, last: number): number {
  let to = last + 1;
  let listed = passages[last]?.opens ?? false;
  for (let i = to; i < passages.length && i - to < GAP; i++) {
    const passage = passages[i]!;
    const verdict = verdicts[i];
    if (verdict) {
      if (verdict.kind === 'byline') break;
      continue;
    }
    listed = passage.opens || (listed && passage.words <= 40 && (passage.breaks < 2 || i === to));
    if (isText(passage) || listed || (passage.marker && (i === to || passages[i - 1]!.marker)))
      to = i + 1;
  }
  return to;
}

/** Where the head ends: behind the last byline near the title, a standfirst passed over. */
export function findHead({ passages, verdicts, body, title }: Page): number {
  let head = body.from;
  let prose = 0;
  for (let i = Math.max(title, 0); i < passages.length && i < Math.max(title, 0) + 12; i++) {
    if (verdicts[i]?.kind === 'byline') head = Math.max(head, i);
    if (!verdicts[i] && passages[i]!.prose && ++prose > 1) break;
  }
  return head;
}

/** Passages before the body that may be the title. */
function isTitleLike(passage: Passage): boolean {
  return (
    passage.words >= 1 &&
    passage.words <= 32 &&
    passage.end - passage.start <= 260 &&
    !passage.head.endsWith('.') &&
    !passage.opens &&
    /\p{L}{2}/u.test(passage.head) &&
    passage.marker?.kind !== 'bullet' &&
    passage.marker?.kind !== 'quote'
  );
}

/**
 * The index of the title's passage, or -1. A title that came with the article decides; else the
 * first line before the body that reads like one.
 */
export function findTitle(page: Page): number {
  const { passages, verdicts, givenTitle } = page;
  const last = Math.min(page.body.from, passages.length);
  if (givenTitle !== null && givenTitle !== '') {
    let found = -1;
    for (let i = 0; i < Math.min(passages.length, last + 3); i++) {
      if (verdicts[i] && verdicts[i]!.kind !== 'boilerplate') continue;
      const key = keyOf(passages[i]!.head);
      if (key === givenTitle) return i;
      if (
        found < 0 &&
        key.length > 12 &&
        (givenTitle.startsWith(key) || key.startsWith(givenTitle)) &&
        passages[i]!.words <= 32
      ) {
        found = i;
      }
    }
    if (found >= 0) return found;
  }
  const headline = headlineSentence(page);
  const candidates: number[] = [];
  for (let i = 0; i < last; i++) {
    if (verdicts[i] || !(i === headline || isTitleLike(passages[i]!)) || isMenu(page, i)) continue;
    candidates.push(i);
  }
  if (candidates.length < 2) return candidates[0] ?? -1;
  // On a whole page the headline stands near the text, else at the top.
  const whole = candidates.length > MANY;
  let best = -1;
  let most = -Infinity;
  const seen: string[] = [];
  candidates.forEach((i, rank) => {
    const key = keyOf(passages[i]!.head);
    const apart = whole ? (candidates.length - 1 - rank) * 0.5 : rank;
    const score = titleScore(page, i, key, seen) - apart;
    if (seen.length < 20) seen.push(key);
    if (score > most) {
      most = score;
      best = i;
    }
  });
  return best;
}

/** Lines over the text that may be its headline, at most, of an article that stands alone. */
const MANY = 10;

/** A byline follows, at most a standfirst, a name and a line of furniture between. */
function signedBelow({ passages, verdicts }: Page, i: number): boolean {
  for (let at = i + 1; at <= i + 4; at++) {
    if (verdicts[at]?.kind === 'byline') return true;
    if (passages[at]?.prose && passages[at]!.words > 40) return false;
  }
  return false;
}

/** Nothing but the words that sites name their sections with: "Criminal Justice & the Rule of Law". */
function isLabel(head: string): boolean {
  if (OWNER.test(head)) return true;
  const words = head.toLowerCase().split(/[^\p{L}]+/u);
  return words.every((word) => word === '' || SECTION_WORD.test(word));
}

/** A body's or an office's name and nothing more, as sites print it over their texts. */
const OWNER =
  /^(?:The )?(?:Minister|Ministry|Department|Office|Embassy|Committee|House|Council|Institute|Cent(?:re|er)|White House|Government|Parliament|Bureau|Federal|National Security Council)(?: (?:of|for|and|on|the|in|to|&|\p{Lu}[\p{L}’'-]{1,24},?)){0,10}$/u;

const SECTION_WORD =
  /^(?:&|and|the|of|in|on|for|a|to|our|all|security|cyber|cybersecurity|tech|technology|technologies|law|policy|policies|politics|justice|criminal|rule|world|business|defen[cs]e|economy|economics|economic|finance|intelligence|affairs|foreign|international|national|global|domestic|opinions?|analysis|commentary|commentaries|editorials?|news|privacy|surveillance|terrorism|democracy|elections?|government|governance|strategy|military|digital|data|innovation|science|internet|regulation|society|culture|health|energy|environment|climate|media|research|insights?|features?|reports?|briefs?|briefings?|articles?|blogs?|posts?|publications?|press|releases?|speeches|statements?|interviews?|podcasts?|ransomware|malware|threats?|vulnerabilities|breach|breaches|attacks?|crime|cybercrime|infrastructure|critical|risk|management|identity|cloud|network|response|incident|asia|africa|europe|americas?|middle|east|west|pacific|indo|india|china|russia|us|uk|eu|human|rights|ai|artificial|emerging|information|computing|industry|markets?|compliance|latest|top|stories|story)$/u;

/** One of a row of lines of one or two words: a menu, not a headline. */
function isMenu({ passages }: Page, i: number): boolean {
  const short = (at: number) => passages[at] !== undefined && passages[at].words <= 2;
  return (
    short(i) &&
    ((short(i - 1) && short(i - 2)) ||
      (short(i + 1) && short(i + 2)) ||
      (short(i - 1) && short(i + 1)))
  );
}

/**
 * How much a line over the text reads like its headline; each line before it costs one. A section's
 * name ("INNOVATION") is short, a standfirst long; a byline stands below, the page's own title with
 * the site's name above.
 */
function titleScore(page: Page, i: number, key: string, seen: readonly string[]): number {
  const { passages, verdicts } = page;
  const { words, head } = passages[i]!;
  let score = Math.min(words, 5) * 0.6;
  if (words > 16) score -= 2;
  if (words <= 3 && head === head.toUpperCase()) score -= 2;
  if (verdicts[i + 1]?.kind === 'byline' || verdicts[i + 2]?.kind === 'byline') score += 3;
  else if (words >= 6 && signedBelow(page, i)) score += 2.5;
  if (i + 1 < passages.length && isLabel(head)) score -= 4;
  for (let at = Math.max(0, i - 40); at < i; at++) {
    if (verdicts[at]?.kind === 'byline') {
      score -= 3;
      break;
    }
  }
  if (key.length > 12 && seen.some((above) => above.length > key.length && above.includes(key)))
    score += 6;
  for (let at = 0; at < i && at < 12; at++) {
    // A breadcrumb that ends in the headline.
    if (
      key.length > 12 &&
      verdicts[at]?.rule === 'navigation' &&
      keyOf(passages[at]!.head).endsWith(key)
    )
      score += 4;
  }
  return score;
}
