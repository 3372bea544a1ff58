import type { Article, Layers, Source } from '../article/article.ts';
import { toArticleFile } from '../article/article-file.ts';
import { CodePoints } from '../kernel/codepoints.ts';
import { InputError } from '../kernel/errors.ts';
import { OVERLAP_POLICY } from '../kernel/overlap.ts';
import type { Pipeline } from '../kernel/pipeline.ts';
import type { Candidate } from '../kernel/rule.ts';
import type { Span } from '../kernel/span.ts';
import { stages } from '../stages.ts';

interface Loss {
  readonly candidate: Candidate<unknown>;
  readonly winner: Candidate<unknown>;
}

/** Something found, as a line: its place in code points, and what it says. */
interface Find extends Span {
  readonly words: string;
}

const LONGEST = 80;

/**
 * Runs the pipeline over one article and tells in lines what every stage found there, by which rule,
 * how it is known, and which candidates lost to which.
 * @param at a code-point offset: only what covers it is told; null for everything
 * @throws {InputError} `offset` where the article is shorter than `at`
 */
export function explainArticle(
  pipeline: Pipeline<Source, Layers>,
  source: Source,
  at: number | null,
): string {
  const points = new CodePoints(source.text);
  const length = points.fromUnits(source.text.length);
  if (at !== null && at >= length) {
    throw new InputError('offset', `${source.id}: has ${length} characters, none at ${at}`);
  }
  const losses = new Map<string, Loss[]>();
  const article = pipeline.run(source, {
    trace: (stage) => ({
      lost(candidate, winner) {
        losses.set(stage, [...(losses.get(stage) ?? []), { candidate, winner }]);
      },
    }),
  });
  const covers = ({ start, end }: Span) => at === null || (start <= at && at < end);
  const lines = [headline(source, points, at), `Overlaps: ${OVERLAP_POLICY}`];
  for (const name of pipeline.stages) {
    const stage = stages.find((each) => each.name === name);
    const finds = stage ? findsOf(article, stage.writes, points).filter(covers) : [];
    const lost = (losses.get(name) ?? [])
      .map((loss) => ({ loss, span: pointSpan(loss.candidate, points) }))
      .filter(({ span }) => covers(span))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    lines.push('', name);
    for (const find of finds) lines.push(`  ${find.start}–${find.end}  ${find.words}`);
    if (stage?.writes === 'about') lines.push(...aboutLines(article));
    else if (finds.length === 0) lines.push('  nothing');
    for (const { loss, span } of lost) {
      const winner = pointSpan(loss.winner, points);
      lines.push(
        `  lost: ${span.start}–${span.end}  ${candidateWords(loss.candidate, source.text)}`,
        `    to ${winner.start}–${winner.end}  ${candidateWords(loss.winner, source.text)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function headline(source: Source, points: CodePoints, at: number | null): string {
  if (at === null) return source.id;
  const unit = points.toUnits(at);
  const [from, to] = [Math.max(0, unit - 30), Math.min(source.text.length, unit + 30)];
  const mark = `${source.text.slice(from, unit)}▸${source.text.slice(unit, to)}`;
  return `${source.id} at ${at}: …${mark.replace(/\s+/gu, ' ')}…`;
}

const pointSpan = ({ start, end }: Span, points: CodePoints): Span => ({
  start: points.fromUnits(start),
  end: points.fromUnits(end),
});

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return JSON.stringify(line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line);
}

function candidateWords(candidate: Candidate<unknown>, text: string): string {
  const words = shorten(text.slice(candidate.start, candidate.end));
  return [words, valueWords(candidate.value), `by ${candidate.by}`, candidate.confidence]
    .filter(Boolean)
    .join('  ');
}

/** A candidate's value may be anything of its stage; what cannot be shown shortly is left out. */
function valueWords(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'function') return '';
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([, inner]) => inner === null || typeof inner !== 'object')
    .map(([field, inner]) => `${field}=${JSON.stringify(inner)}`)
    .join(' ');
}

/** Fields that stand elsewhere in the line. */
const APART = new Set(['start', 'end', 'text', 'by', 'confidence']);

function findsOf(article: Article, layer: keyof Layers, points: CodePoints): Find[] {
  const file = toArticleFile(article) as unknown as Record<string, readonly Span[] | undefined>;
  return (file[layer] ?? []).map((label) => {
    const { start, end, by, confidence, ...rest } = label as Span & Record<string, unknown>;
    const words = shorten(article.text.slice(points.toUnits(start), points.toUnits(end)));
    const fields = Object.entries(rest)
      .filter(([field]) => !APART.has(field))
      .map(([field, value]) => `${field}=${JSON.stringify(value)}`)
      .join(' ');
    const made = [by ? `by ${String(by)}` : '', confidence].filter(Boolean).join('  ');
    return { start, end, words: [words, fields, made].filter(Boolean).join('  ') };
  });
}

/** What is known of the article as a whole, and where from. */
function aboutLines({ about }: Article): string[] {
  const line = (name: keyof Article['about']['from'], value: unknown) =>
    `  ${name}: ${JSON.stringify(value)}${about.from[name] ? ` (${about.from[name]})` : ''}`;
  return [
    line('title', about.title),
    line('authors', about.authors),
    line('published', about.published),
    line('modified', about.modified),
  ];
}
