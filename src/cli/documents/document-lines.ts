import type { Language } from '../../finding/text.ts';
import type { PlacedRemark } from '../../import/import.ts';
import type { ImportProblem } from '../../import/problem.ts';
import { oneLine } from '../../report/safe-text.ts';

/** What reviewers wrote in a document, a line each: no edit and no difference, but to be read. */
export function remarkLines(remarks: readonly PlacedRemark[], language: Language): string[] {
  return remarks.map(({ text, item, place }) => {
    if (item === undefined || !place) return oneLine(text);
    const sheet = !/^\d+$/.test(place.table);
    const where =
      language === 'ru'
        ? `п. ${item} (${sheet ? `лист «${place.table}»` : `таблица ${place.table}`}, строка ${place.row})`
        : `item ${item} (${sheet ? `sheet “${place.table}”` : `table ${place.table}`}, row ${place.row})`;
    return oneLine(`${where}: ${text}`);
  });
}

/** What is wrong with the source file, with the way out. */
export function problemLines(problems: readonly ImportProblem[], language: Language): string[] {
  return problems.flatMap(({ message, help }) => [
    oneLine(message[language]),
    ...(help ? [`  ${oneLine(help[language])}`] : []),
  ]);
}
