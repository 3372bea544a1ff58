import { firstText, labelsOf, readFolder, textBeside, textsOfInputs } from '../evaluate/folder.ts';
import { problemLine } from '../evaluate/labels.ts';
import { OK, SOME_FAILED } from './status.ts';

/** `cyberbrief check`: lists everything that is wrong with hand-made labels. */
export async function checkCommand(fixtures: string, corpus: string): Promise<number> {
  const folder = await readFolder(fixtures);
  const wanted = new Set(folder.records.map((record) => record.id));
  const checked = await labelsOf(
    folder,
    firstText(textBeside, textsOfInputs([corpus], wanted)),
    true,
  );
  const problems = [...checked.problems];
  for (const { id } of folder.records) {
    if (checked.texts.has(id)) continue;
    const reason = `no article with this id and digest under ${corpus} or beside it; offsets were not compared with words`;
    problems.push({ article: id, label: 'file', reason });
  }
  for (const problem of problems) process.stdout.write(`${problemLine(problem)}\n`);
  const articles = folder.records.length;
  process.stderr.write(
    `${articles} ${articles === 1 ? 'article' : 'articles'}, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}\n`,
  );
  return problems.length > 0 ? SOME_FAILED : OK;
}
