import { expect, test } from 'vitest';
import { languageOf } from '../src/input/language.ts';

test('English is told by its small words, another language by its own or its script, and short texts are kept', () => {
  expect(
    languageOf(
      'The ministry said that twelve agencies had been told to report every incident within a day, and that those which fail to do so will lose a part of their budget for the year.',
    ),
  ).toBe('en');
  expect(
    languageOf(
      'Le ministère a déclaré que douze agences devaient signaler chaque incident dans la journée, et que celles qui ne le font pas perdront une partie de leur budget pour les formations et les voyages de l’année.',
    ),
  ).toBe('fr');
  expect(
    languageOf(
      'Das Ministerium teilte mit, dass zwölf Behörden jeden Vorfall binnen eines Tages melden müssen, und dass jene, die das nicht tun, einen Teil ihrer Mittel für Schulungen und Reisen in diesem Jahr verlieren.',
    ),
  ).toBe('de');
  expect(languageOf('網路安全部表示，十二個機關必須在一天之內通報每一起事件。'.repeat(20))).toBe(
    'zh',
  );
  expect(languageOf('CVE-2021-44228 patched')).toBe('en');
  expect(
    languageOf(
      '“Ohne Sicherheit keine Freiheit,” said the minister, who was asked for the reasons of the ban by a crowd of reporters from Bonn, Wien and Bern on Tuesday.',
    ),
  ).toBe('en');
});
