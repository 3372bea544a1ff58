import { stringify } from 'csv-stringify/sync';
import type { ConfusionCell, FaultRow } from './faults.ts';
import { grid, type Style } from './grid.ts';
import { layers } from './label.ts';
import type { Format, TableName } from './options.ts';
import type { ComparisonRow, Report, ScoreRow } from './report.ts';
import { outcomes } from './tally.ts';

const DASH = '–';
const score = (value: number | null): string => (value === null ? DASH : value.toFixed(3));
const interval = (low: number | null, high: number | null): string =>
  low === null || high === null ? DASH : `${low.toFixed(3)}–${high.toFixed(3)}`;

const scoreColumns = [
  'table',
  'measure',
  'group',
  'correct',
  'incorrect',
  'partial',
  'missed',
  'spurious',
  'possible',
  'actual',
  'precision',
  'recall',
  'f1',
  'share',
  'low',
  'high',
] as const satisfies readonly (keyof ScoreRow)[];

const comparisonColumns = [
  'measure',
  'baseline',
  'score',
  'difference',
  'low',
  'high',
  'p',
  'holm',
  'verdict',
] as const satisfies readonly (keyof ComparisonRow)[];

const faultColumns = [
  'pattern',
  'frequency',
  'article_id',
  'layer',
  'outcome',
  'start',
  'end',
  'gold',
  'found',
  'by',
  'confidence',
  'sentence',
] as const satisfies readonly (keyof FaultRow)[];

const csv = (rows: readonly object[], columns: readonly string[]): string =>
  stringify([...rows], { columns: [...columns], header: true, record_delimiter: '\n' });

/** The report in one of the formats; `tables` are the tables of scores that are wanted. */
export function formatReport(report: Report, format: Format, tables: readonly TableName[]): string {
  const rows = report.rows.filter((row) => tables.includes(row.table));
  if (format === 'json') return `${JSON.stringify({ ...report, rows }, null, 2)}\n`;
  if (format === 'csv') {
    return report.comparison ? csv(report.comparison, comparisonColumns) : csv(rows, scoreColumns);
  }
  const parts = [heading(report)];
  if (report.comparison) parts.push(comparisonText(report.comparison, format));
  for (const table of tables) {
    const own = rows.filter((row) => row.table === table);
    if (own.length > 0) parts.push(scoresText(table, own, format));
  }
  return `${parts.join('\n\n')}\n`;
}

function heading(report: Report): string {
  const lines = [
    `${report.articles.length} ${report.articles.length === 1 ? 'article' : 'articles'}; 95 % intervals from ${report.resamples} bootstrap samples of the articles, seed ${report.seed}`,
  ];
  if (report.missing.length > 0) {
    lines.push(`no prediction, counted as missed: ${report.missing.join(', ')}`);
  }
  if (report.unlabelled.length > 0) {
    lines.push(`predicted without gold, not counted: ${report.unlabelled.length}`);
  }
  return lines.join('\n');
}

const titles: Record<TableName, string> = {
  layer: 'By layer',
  type: 'By type',
  article: 'By article',
  rule: 'By rule',
  confidence: 'By confidence',
};

function scoresText(table: TableName, rows: readonly ScoreRow[], style: Style): string {
  if (table === 'article') return articlesText(rows, style);
  if (table === 'rule' || table === 'confidence') return makersText(table, rows, style);
  const group = table === 'layer' ? [] : [table];
  const head = ['measure', ...group, 'precision', 'recall', 'F1/share', '95 %', ...outcomes];
  const body = rows.map((row) => [
    row.measure,
    ...(table === 'layer' ? [] : [row.group ?? '']),
    score(row.precision),
    score(row.recall),
    score(row.share ?? row.f1),
    interval(row.low, row.high),
    ...outcomes.map((outcome) => String(row[outcome])),
    String(row.possible),
    String(row.actual),
  ]);
  return `${titles[table]}\n${grid([...head, 'gold', 'found'], body, style)}`;
}

/** One line for each rule or grade of a layer: how much of what it found is right. */
function makersText(table: 'rule' | 'confidence', rows: readonly ScoreRow[], style: Style): string {
  const layerOf = (row: ScoreRow) => row.measure.split('.')[0]!;
  const whole = new Map(
    rows
      .filter((row) => row.measure.endsWith('.row'))
      .map((row) => [`${layerOf(row)}\t${row.group}`, row]),
  );
  const body = rows
    .filter((row) => !row.measure.endsWith('.row'))
    .map((row) => [
      layerOf(row),
      row.group ?? '',
      String(row.actual),
      score(row.precision),
      score(whole.get(`${layerOf(row)}\t${row.group}`)?.precision ?? null),
      String(row.correct),
      String(row.incorrect),
      String(row.spurious),
    ]);
  const head = [
    'layer',
    table,
    'found',
    'precision',
    'of rows',
    'correct',
    'incorrect',
    'spurious',
  ];
  return `${titles[table]} (precision of span and type, and of whole rows)\n${grid(head, body, style)}`;
}

/** One line for each article, its F1 by each measure. */
function articlesText(rows: readonly ScoreRow[], style: Style): string {
  const named = [...new Set(rows.map((row) => row.measure))];
  const ids = [...new Set(rows.map((row) => row.group!))];
  const f1 = new Map(rows.map((row) => [`${row.group}\t${row.measure}`, row.f1]));
  const body = ids.map((id) => [
    id,
    ...named.map((measure) => score(f1.get(`${id}\t${measure}`) ?? null)),
  ]);
  return `${titles.article} (F1)\n${grid(['article', ...named], body, style)}`;
}

function comparisonText(rows: readonly ComparisonRow[], style: Style): string {
  const marks: Record<ComparisonRow['verdict'], string> = {
    better: 'better',
    worse: 'worse',
    noise: 'may be noise',
    same: 'same',
    unknown: DASH,
  };
  const body = rows.map((row) => [
    row.measure,
    score(row.baseline),
    score(row.score),
    row.difference === null ? DASH : signed(row.difference),
    row.low === null || row.high === null ? DASH : `${signed(row.low)} to ${signed(row.high)}`,
    row.p === null ? DASH : row.p.toFixed(4),
    row.holm === null ? DASH : row.holm.toFixed(4),
    marks[row.verdict],
  ]);
  const head = [
    'measure',
    'baseline',
    'this',
    'difference',
    '95 %',
    'p',
    'p (Holm)',
    'more than noise?',
  ];
  return `Against the baseline\n${grid(head, body, style)}`;
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

/** Errors and confusion matrices in one of the formats. */
export function formatFaults(
  faults: readonly FaultRow[],
  cells: readonly ConfusionCell[],
  format: Format,
): string {
  if (format === 'json') {
    return `${JSON.stringify({ errors: faults, confusion: cells }, null, 2)}\n`;
  }
  if (format === 'csv') return csv(faults, faultColumns);
  const parts = layers
    .map((layer) => cells.filter((cell) => cell.layer === layer))
    .filter((own) => own.length > 0)
    .map((own) => `${own[0]!.layer}: gold in rows, found in columns\n${matrix(own, format)}`);
  for (const [pattern, own] of byPattern(faults)) {
    const title = `${own.length} × ${pattern}`;
    const lines = own.map((fault) => faultText(fault, format));
    parts.push(
      format === 'markdown'
        ? `### ${title}\n\n${lines.join('\n')}`
        : `${title}\n${lines.join('\n')}`,
    );
  }
  if (faults.length === 0) parts.push('no errors');
  return `${parts.join('\n\n')}\n`;
}

function byPattern(faults: readonly FaultRow[]): Map<string, FaultRow[]> {
  const patterns = new Map<string, FaultRow[]>();
  for (const fault of faults) {
    const own = patterns.get(fault.pattern);
    if (own) own.push(fault);
    else patterns.set(fault.pattern, [fault]);
  }
  return patterns;
}

function faultText(fault: FaultRow, style: Style): string {
  const lines = [
    `${fault.article_id} ${fault.start}–${fault.end}`,
    ...(fault.gold === null ? [] : [`gold  ${fault.gold}`]),
    ...(fault.found === null ? [] : [`found ${fault.found}${maker(fault)}`]),
    ...(fault.sentence === null ? [] : [`in    ${fault.sentence}`]),
  ];
  if (style === 'markdown') return `- ${lines.join('<br>')}`;
  return `  ${lines.join('\n      ')}`;
}

const maker = ({ by, confidence }: FaultRow): string =>
  by === null ? '' : ` (${[by, confidence].filter(Boolean).join(', ')})`;

function matrix(cells: readonly ConfusionCell[], style: Style): string {
  const golds = [...new Set(cells.map((cell) => cell.gold))].filter(Boolean).sort();
  const founds = [...new Set(cells.map((cell) => cell.found))].filter(Boolean).sort();
  const at = new Map(cells.map((cell) => [`${cell.gold}\t${cell.found}`, cell.count]));
  const cell = (gold: string, found: string) => String(at.get(`${gold}\t${found}`) ?? 0);
  const body = golds.map((gold) => [
    gold,
    ...founds.map((found) => cell(gold, found)),
    cell(gold, ''),
  ]);
  body.push(['spurious', ...founds.map((found) => cell('', found)), DASH]);
  return grid(['', ...founds, 'missed'], body, style);
}
