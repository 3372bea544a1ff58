import { isText } from './body.ts';
import type { Page } from './page.ts';
import type { Passage } from './passages.ts';

/** A heading that opens furniture, and what behind it belongs to it. */
interface Section {
  readonly id: string;
  readonly pattern: RegExp;
  /** `lines`: short lines and items up to the next running text; `rest`: all to the article's end. */
  readonly reach: 'lines' | 'next' | 'rest';
  /** Whether the first passage behind it is what the heading promises. */
  readonly opens?: (heading: Passage, next: Passage | undefined) => boolean;
}

const H = String.raw`^(?:[#*]{1,6}\s?)?`;
const END = String.raw`\s?:?(?:\*{1,2})?$`;

/** Headings that open furniture. Those that reach to the end count only behind the running text's middle. */
const sections: readonly Section[] = [
  {
    id: 'related-section',
    pattern: new RegExp(
      `${H}(?:(?:our |the |more |other |all |view |see ){0,2}(?:related|recent|latest|popular|trending|most (?:read|popular|viewed|shared|recent)|top|recommended|featured|similar|more|further|suggested|additional|important|useful|helpful|key|associated|supporting) (?:coverage|posts?|articles?|stor(?:y|ies)|news|content|reading|links?|topics?|reports?|publications?|resources?|documents?|information|materials?|items?|headlines|videos|downloads?|sources|files?|attachments|reads|on this.{0,30}|from .{1,40})|you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy|have missed)|recommended|editor'?s'? picks?|read (?:next|more|also)|see also|also read|read our .{1,40}|more (?:on|from|in) .{1,40}|don't miss|trending|up next|quick links|links|resources|documents|downloads?|attachments?|contents|table of contents|in this (?:article|report|issue|story)|on this page|jump to|listen to|what we're reading)${END}`,
      'u',
    ),
    reach: 'lines',
  },
  {
    id: 'about-section',
    pattern: new RegExp(
      `${H}(?:about(?: (?:the )?(?:authors?|writers?|contributors?|reporter|us|me|this (?:series|report|article|blog|site)|our .{1,30}))?|(?:the )?(?:authors?|contributors?|writers?)(?: bio(?:graphy|graphies)?)?|author (?:information|details|profile)|biograph(?:y|ies)|bio|who we are|our mission|boilerplate)${END}`,
      'u',
    ),
    reach: 'next',
  },
  {
    id: 'about-body-section',
    pattern: new RegExp(`${H}about (?:the )?\\p{L}.{1,60}${END}`, 'u'),
    reach: 'next',
    opens: saysOfItself,
  },
  {
    id: 'notes-section',
    pattern: new RegExp(
      `${H}(?:references?|footnotes?|endnotes?|end notes|notes|notes and references|sources|citations|bibliography|works cited|further reading|literature|acknowledge?ments?|disclaimer|disclosures?|funding|terms of use|corrections?)${END}`,
      'u',
    ),
    reach: 'rest',
  },
  {
    id: 'comments-section',
    pattern: new RegExp(
      `${H}(?:(?:leave|post|add|write) (?:a |an |your )?(?:repl(?:y|ies)|comments?|responses?)|comments?(?: \\(\\d{1,5}\\))?|\\d{1,5} (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .{1,200})?|join the (?:conversation|discussion)|reader comments|related posts via .*)${END}`,
      'u',
    ),
    reach: 'rest',
  },
  {
    id: 'contact-section',
    pattern: new RegExp(
      `${H}(?:(?:media|press|news|public affairs|investor)?\\s?(?:relations )?(?:contacts?|inquiries|enquiries|queries|contact (?:us|information|details))(?: information| details)?|notes? (?:to|for) editors?|editors? notes?|subscribe|newsletter|stay (?:connected|informed|in touch|up to date)|follow us|connect with us|get in touch|sign up.{0,40}|share this.{0,20})${END}`,
      'u',
    ),
    reach: 'lines',
  },
];

/** Sections that reach to the end, also from inside another. */
const REST = sections.filter(({ reach }) => reach === 'rest');

/**
 * Gives the furniture behind its headings to the headings' sections. A heading that opens running
 * text in the article's middle opens no furniture.
 */
export function takeSections(page: Page): void {
  const { passages, verdicts, body } = page;
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i]!;
    const verdict = verdicts[i];
    if (passage.words > (verdict ? 40 : 9) || passage.stopped || i === page.title) continue;
    if (verdict && verdict.kind !== 'boilerplate') continue;
    const section = sections.find(({ pattern }) => pattern.test(passage.lower));
    if (!section || (section.opens && !section.opens(passage, passages[i + 1]))) continue;
    const end = reachOf(page, i, section);
    if (end === i + 1 && !verdict && i < body.to - 1) continue;
    for (let k = i; k < end; k++) {
      if (
        k !== page.title &&
        (!verdicts[k] || (section.reach === 'rest' && verdicts[k]!.kind === 'byline'))
      )
        verdicts[k] = { kind: 'boilerplate', rule: section.id };
    }
    if (end === passages.length) return;
    // What a section took opens no other.
    i = end - 1;
  }
}

function reachOf(page: Page, index: number, section: Section): number {
  const { passages, verdicts, body } = page;
  const late = wordsFrom(page, index) * 3 < wordsFrom(page, 0);
  if (section.reach === 'rest') {
    const all = wordsFrom(page, 0);
    const comments =
      section.id === 'comments-section' &&
      (all - wordsFrom(page, index)) * 4 >= all &&
      hasComments(page, index);
    return late || comments ? passages.length : index + 1;
  }
  let at = index + 1;
  let items = 0;
  for (; at < passages.length && at - index < FAR; at++) {
    const passage = passages[at]!;
    if (passage.words <= 9 && REST.some(({ pattern }) => pattern.test(passage.lower))) break;
    if (verdicts[at]) {
      if (verdicts[at]!.kind === 'byline' && at > body.to) break;
      continue;
    }
    if (section.reach === 'next') {
      // "About Acme" and its paragraph; in the middle of the text only a biography.
      if (items > 0 && !late) break;
      if (!late && !BIOGRAPHY.test(passage.lower)) break;
      if (late && items > 0 && !passage.prose && !passage.stopped) break;
      items++;
      continue;
    }
    if (passage.prose && !passage.marker) {
      if (!(late && at >= body.to)) break;
    }
    if (isText(passage) && !passage.marker && passage.words > 12 && at < body.to) break;
    // A heading over running text ends the list before it.
    const next = passages[at + 1];
    if (!passage.marker && next?.prose && !next.marker && at + 1 < body.to && next.breaks > 1)
      break;
    items++;
  }
  if (at < body.to && items === 0) return index + 1;
  return at;
}

/** "About Acme" stands over "Acme is …". */
function saysOfItself(heading: Passage, next: Passage | undefined): boolean {
  const name = heading.lower.replace(/^.{0,8}?about (?:the )?|[:*]+$/gu, '').trim();
  if (!next || !/^About (?:the )?\p{Lu}/u.test(heading.head)) return false;
  return (
    next.lower.slice(0, 120).includes(name.split(' (', 1)[0]!) &&
    /\b(?:is|are|was|provides|works|leads|founded|established|serves|helps)\b/u.test(next.lower)
  );
}

/** Behind the heading stand the forms and the names of those who comment. */
function hasComments({ verdicts, passages }: Page, index: number): boolean {
  for (let i = index + 1; i < passages.length && i - index < FAR; i++) {
    if (verdicts[i]?.rule === 'comments' || verdicts[i]?.rule === 'commenter') return true;
  }
  return false;
}

/** "… is a fellow at …": a person's sentence about the author. */
export const BIOGRAPHY =
  /\b(?:is|was|are|serves?|served|works?|worked|has|covers|writes|reports|leads|heads|teaches|holds|joined|specializ?ses?|specialises?|focus(?:es)?)\b(?:.{0,200})\b(?:fellow|researcher|research|professor|lecturer|director|reporter|journalist|editor|correspondent|writer|columnist|author|analyst|consultant|attorney|lawyer|student|scholar|president|founder|co-?founder|ceo|ciso|cto|officer|adviser|advisor|expert|specialist|head of|policy|team|member|manager|engineer|scientist|scholar|candidate|contributor|council|university|institute|podcast|newsletter|blog|book|years|twitter)\b/u;

/** Passages that are looked at behind a heading. */
const FAR = 400;

const counted = new WeakMap<Page, number[]>();

/** Words in running text from passage `index` on. */
function wordsFrom(page: Page, index: number): number {
  let sums = counted.get(page);
  if (!sums) {
    sums = new Array<number>(page.passages.length + 1).fill(0);
    for (let i = page.passages.length - 1; i >= 0; i--) {
      const passage = page.passages[i]!;
      sums[i] = sums[i + 1]! + (passage.prose && !page.verdicts[i] ? passage.words : 0);
    }
    counted.set(page, sums);
  }
  return sums[index]!;
}
