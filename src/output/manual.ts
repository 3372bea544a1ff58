import { SCHEMA_VERSION } from './datapackage.ts';
import { type Column, SEPARATOR, type Table, tables } from './tables.ts';

/** `docs/tables.md`, made from the description of the tables. */
export function tablesManual(): string {
  const all: readonly Table[] = Object.values(tables);
  return `${[
    '<!-- Written by `npm run tables` from src/output/tables.ts and src/article/schema.ts. -->',
    '# The tables',
    '',
    `Version ${SCHEMA_VERSION} of the tables (\`schema_version\` in \`datapackage.json\`).`,
    '',
    FORMATS,
    '',
    '## Keys',
    '',
    '| table | primary key | refers to |',
    '|---|---|---|',
    ...all.map((table) =>
      row([`[${table.name}](#${table.name})`, code(table.primaryKey), keys(table)]),
    ),
    '',
    KEYS,
    ...all.flatMap((table) => [
      '',
      `## ${table.name}`,
      '',
      table.description,
      '',
      ...columns(table),
    ]),
    '',
    CHANGES,
  ].join('\n')}\n`;
}

const FORMATS = `A run writes every table as \`DIR/<table>.csv\`; \`--format csv,json,ndjson,parquet\` (or
\`output.formats\` of the configuration) says otherwise. \`datapackage.json\` (Data Package v2) describes
what was written, for programs; \`frictionless validate output/datapackage.json\` (PyPI, seen with version
5) finds the CSV of the corpus valid, and JSON and NDJSON too but for a table without rows, whose columns
it cannot guess.

| format | null | empty text | numbers | true, false | dates |
|---|---|---|---|---|---|
| csv | nothing between the commas | \`""\` | plain digits | \`true\`, \`false\` | \`2024-05-02\` |
| json, ndjson | \`null\` | \`""\` | JSON numbers | \`true\`, \`false\` | \`"2024-05-02"\` |
| parquet | null | empty string | INT64 (integer), DOUBLE (number) | BOOLEAN | DATE |

CSV is UTF-8 without a byte-order mark, lines end with \`\\n\`, cells are quoted by RFC 4180 and hold
exactly what the article says, line ends included. \`json\` is a list with one row a line, \`ndjson\` a
row a line; both hold every column of every row.

\`--excel\` (\`output.excel\`) makes the CSV fit for spreadsheets: a byte-order mark stands in front, and a text that
begins with \`= + - @\`, a tab or a carriage return gets a \`'\` in front so that it is not run as a
formula. As this alters cells, \`datapackage.json\` says so (\`spreadsheet\`), and a text that begins with
\`'\` and such a sign gets another \`'\`: taking one away gives the article's words back.

In the JSON Schema of rows ([schema/tables.schema.json](schema/tables.schema.json)) the same columns
stand as properties.

Offsets (\`start\`, \`end\`) count Unicode code points of the article's text, from 0; \`end\` is outside.
A list in a cell is joined with \`"${SEPARATOR}"\`.`;

const KEYS = `The same article gives the same keys, and other articles, their number and their order change none.
\`entity\` hangs on type and name alone: the same thing has the same number in every article that calls it
by that name, whatever else changes there. \`sentence\`, \`block\`, \`start\` and \`end\` count from the
beginning of the article, as positions do: a change within an article moves those behind it and none
before. \`id\` of entities is the same in every article, whatever it calls the thing. \`of\` of figures is
the \`name\` of an entity of the same article.`;

const CHANGES = `## What may change

| part of the version | is raised when |
|---|---|
| first | a column is renamed, moved, removed, or changes its type or meaning; a key changes; a value of a list of values is removed |
| second | a column is appended behind the others, a table or a value of a list of values is added |
| third | only words of descriptions change |

So a program that reads columns by name or by place, and passes over columns and values that it does
not know, works with every version of the same first part. A test compares the tables with a pinned list
(\`test/columns.json\`).`;

function columns(table: Table): string[] {
  return [
    '| column | type | | what |',
    '|---|---|---|---|',
    ...table.columns.map((column) =>
      row([
        code([column.name]),
        column.type,
        column.required ? 'always' : 'or null',
        meaning(column),
      ]),
    ),
  ];
}

const meaning = ({ description, values }: Column): string =>
  values ? `${description}: ${code(values)}` : description;

const keys = ({ foreignKeys }: Table): string =>
  foreignKeys.map((key) => `${key.table} by ${code(key.fields)}`).join('; ');

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
