export type Style = 'table' | 'markdown';

/** Rows under a head, as columns of a terminal or as a Markdown table; numbers stand to the right. */
export function grid(
  head: readonly string[],
  body: readonly (readonly string[])[],
  style: Style,
): string {
  const right = head.map((_, at) => body.every((row) => /^[-−+–\d.]/u.test(row[at] ?? '')));
  if (style === 'markdown') {
    const line = (cells: readonly string[]) =>
      `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [
      '',
      line(head),
      line(right.map((isRight) => (isRight ? '--:' : '---'))),
      ...body.map(line),
    ].join('\n');
  }
  const width = head.map((title, at) =>
    Math.max(title.length, ...body.map((row) => (row[at] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (right[at] ? cell.padStart(width[at]!) : cell.padEnd(width[at]!)))
      .join('  ')
      .trimEnd();
  return [line(head), ...body.map(line)].map((each) => `  ${each}`).join('\n');
}
