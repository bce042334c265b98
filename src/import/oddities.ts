import type { Bilingual } from '../finding/text.ts';
import {
  type Block,
  isStruckOut,
  type OddityKind,
  paragraphsOf,
  type Row,
  type SourceDocument,
  shown,
  type Table,
} from './blocks.ts';
import { caution, type ImportProblem } from './problem.ts';

/** What is said of each kind of oddity; `text` is quoted, `place` is «Таблица 1, строка 3» or the paragraph. */
const MESSAGES: Readonly<Record<OddityKind | 'struck-row', (place: Bilingual, text: string) => Bilingual>> = {
  struck: (place, text) => ({
    ru: `${place.ru}: зачёркнутые слова не прочитаны: «${text}».`,
    en: `${place.en}: words that are struck out were not read: “${text}”.`,
  }),
  'struck-row': (place, text) => ({
    ru: `${place.ru}: строка зачёркнута, пункт из неё не прочитан: «${text}».`,
    en: `${place.en}: the row is struck out, no item was read from it: “${text}”.`,
  }),
  raised: (place, text) => ({
    ru: `${place.ru}: надстрочный знак прочитан отдельно от числа: «${text}».`,
    en: `${place.en}: a raised sign was read apart from the number: “${text}”.`,
  }),
  lowered: (place, text) => ({
    ru: `${place.ru}: подстрочный знак прочитан отдельно от числа: «${text}».`,
    en: `${place.en}: a lowered sign was read apart from the number: “${text}”.`,
  }),
  equation: (place, text) => ({
    ru: `${place.ru}: формула прочитана в строку, проверьте её: «${text}».`,
    en: `${place.en}: an equation was read on one line; look at it: “${text}”.`,
  }),
  'private-sign': (place, text) => ({
    ru: `${place.ru}: знак особого шрифта не узнан (${codes(text)}), замените его: «${text}».`,
    en: `${place.en}: a sign of a special font is not known (${codes(text)}); replace it: “${text}”.`,
  }),
  'deleted-cell': (place, text) => ({
    ru: `${place.ru}: ячейка удалена с записью исправлений и прочитана как пустая; в ней стояло «${text}».`,
    en: `${place.en}: a cell was deleted with tracking and is read as an empty one; it held “${text}”.`,
  }),
  'joined-cell': (place, text) => ({
    ru: `${place.ru}: ячейка объединена с верхней с записью исправлений; её слова не прочитаны: «${text}».`,
    en: `${place.en}: a cell was joined to the one above with tracking; its words were not read: “${text}”.`,
  }),
  'refused-cell': (place, text) => ({
    ru: `${place.ru}: ячейка вставлена с записью исправлений и прочитана как пустая; в ней стоит «${text}».`,
    en: `${place.en}: a cell was inserted with tracking and is read as an empty one; it holds “${text}”.`,
  }),
  object: (place) => ({
    ru: `${place.ru}: вставлен объект другой программы, он не прочитан: перенесите его словами.`,
    en: `${place.en}: holds an object of another program, which was not read; put it in words.`,
  }),
  picture: (place, text) => ({
    ru: `${place.ru}: между словами стоит рисунок, он не прочитан: «${text}».`,
    en: `${place.en}: a picture stands between words, it was not read: “${text}”.`,
  }),
  'no-value': (place, text) => ({
    ru: `${place.ru}: формула без значения (${text}): откройте и сохраните книгу в Excel.`,
    en: `${place.en}: a formula without a value (${text}): open and save the workbook in Excel.`,
  }),
  cut: (place, text) => ({
    ru: `${place.ru}: в ячейке ${text} текст обрезан: в неё помещается 32 767 знаков.`,
    en: `${place.en}: the text in cell ${text} is cut: it holds no more than 32,767 characters.`,
  }),
  'error-value': (place, text) => ({
    ru: `${place.ru}: в ячейке ошибка ${text}, она прочитана как пустая.`,
    en: `${place.en}: the cell holds the error ${text}; it is read as an empty one.`,
  }),
};

/** The private signs of a text by their codes: what cannot be shown can be looked up. */
const codes = (text: string): string =>
  [...new Set(text.match(/[\ue000-\uf8ff]/g))]
    .map((sign) => `U+${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .join(', ');

const MOST_OF_A_KIND = 20;
const LONGEST = 80;

const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

const placeOfRow = (table: Table, row: Row): Bilingual =>
  table.sheet
    ? { ru: `Лист «${table.name}», строка ${row.number}`, en: `Sheet “${table.name}”, row ${row.number}` }
    : { ru: `Таблица ${table.name}, строка ${row.number}`, en: `Table ${table.name}, row ${row.number}` };

/** All that a person should look at before trusting what was read, each with its place; a few of a kind, then their number. */
export function oddityProblems({ blocks }: SourceDocument): readonly ImportProblem[] {
  const found = new Map<keyof typeof MESSAGES, Bilingual[]>();
  const add = (kind: keyof typeof MESSAGES, place: Bilingual, text: string): void => {
    found.set(kind, [...(found.get(kind) ?? []), MESSAGES[kind](place, cut(text))]);
  };
  const look = (list: readonly Block[], at: Bilingual | undefined): void => {
    for (const block of list) {
      if (block.kind === 'table') {
        for (const row of block.rows) {
          const place = at ?? placeOfRow(block, row);
          if (isStruckOut(row.cells)) {
            const words = row.cells.flatMap((cell) =>
              [...paragraphsOf(cell.blocks)].flatMap(({ struck }) => struck ?? []),
            );
            add('struck-row', place, words.join(' | '));
          } else for (const cell of row.cells) look(cell.blocks, place);
        }
        continue;
      }
      for (const { kind, text } of block.oddities ?? []) {
        const words = cut(shown(block) || text).slice(0, 40);
        if (kind === 'picture') {
          if (at && words !== '') add(kind, at, words);
        } else add(kind, at ?? { ru: `Абзац «${words}»`, en: `Paragraph “${words}”` }, text);
      }
    }
  };
  look(blocks, undefined);
  return [...found].flatMap(([kind, messages]) => [
    ...messages.slice(0, MOST_OF_A_KIND).map((message) => caution(kind, message)),
    ...(messages.length > MOST_OF_A_KIND
      ? [
          caution(kind, {
            ru: `Ещё ${messages.length - MOST_OF_A_KIND} таких мест.`,
            en: `${messages.length - MOST_OF_A_KIND} more such places.`,
          }),
        ]
      : []),
  ]);
}
