import { plural } from '../../finding/plural.ts';
import type { Bilingual, Language } from '../../finding/text.ts';
import type { Imported } from '../../import/import.ts';
import type { ImportNote, ImportSummary } from '../../import/summary.ts';
import { oneLine } from '../../report/safe-text.ts';

const counted = (
  n: number,
  ru: readonly [string, string, string],
  en: readonly [string, string],
): Bilingual => ({
  ru: `${n} ${plural(n, ru)}`,
  en: `${n} ${en[n === 1 ? 0 : 1]}`,
});

/** «Прочитано: 42 пункта, 3 раздела, 12 исполнителей.» */
function readLine(summary: ImportSummary): Bilingual {
  const { items, sections, executors, facts, tables } = summary;
  const parts = [
    counted(items, ['пункт', 'пункта', 'пунктов'], ['item', 'items']),
    ...(sections > 0 ? [counted(sections, ['раздел', 'раздела', 'разделов'], ['section', 'sections'])] : []),
    ...(executors > 0
      ? [counted(executors, ['исполнитель', 'исполнителя', 'исполнителей'], ['executor', 'executors'])]
      : []),
    ...(facts > 0 ? [counted(facts, ['факт', 'факта', 'фактов'], ['fact', 'facts'])] : []),
  ];
  const from =
    tables.length > 1
      ? counted(tables.length, ['таблицы', 'таблиц', 'таблиц'], ['table', 'tables'])
      : undefined;
  return {
    ru: `Прочитано${from ? ` из ${from.ru}` : ''}: ${parts.map(({ ru }) => ru).join(', ')}.`,
    en: `Read${from ? ` from ${from.en}` : ''}: ${parts.map(({ en }) => en).join(', ')}.`,
  };
}

/** «таблица 2, строка 14: …»; a sheet goes by its name. */
function noteLine({ message, place }: ImportNote, language: Language): string {
  const text = message[language];
  if (!place) return text;
  const { table, row } = place;
  const sheet = !/^\d+$/.test(table);
  const where =
    language === 'ru'
      ? `${sheet ? `лист «${table}»` : `таблица ${table}`}, строка ${row}`
      : `${sheet ? `sheet “${table}”` : `table ${table}`}, row ${row}`;
  return `${where}: ${text}`;
}

/** What was read and what to look at, a line each. */
export function summaryLines(summary: ImportSummary, language: Language): string[] {
  const { notes } = summary;
  const head: Bilingual = {
    ru: `Посмотрите сами (${notes.length}):`,
    en: `To be looked at (${notes.length}):`,
  };
  return [
    readLine(summary)[language],
    ...(notes.length > 0 ? [head[language]] : []),
    ...notes.map((note) => `  ${noteLine(note, language)}`),
  ].map((line) => (line.startsWith('  ') ? `  ${oneLine(line)}` : oneLine(line)));
}

/** Plans of a document that were left out, and how to get them. */
export function furtherPlans(others: readonly Imported[], document: string, language: Language): string[] {
  const titles = others.flatMap(({ draft }) => (draft ? [draft.plan.title] : []));
  return [
    language === 'ru'
      ? `В документе есть ещё планы, они не записаны: ${titles.map((title) => `«${title}»`).join(', ')}.`
      : `The document has further plans, which were not written: ${titles.map((title) => `“${title}”`).join(', ')}.`,
    language === 'ru'
      ? `  Записать все: roadmap import ${document} --all -o план.plan.yaml`
      : `  To write them all: roadmap import ${document} --all -o plan.plan.yaml`,
  ].map((line) => (line.startsWith('  ') ? `  ${oneLine(line)}` : oneLine(line)));
}
