import type { Bilingual } from '../finding/text.ts';
import type { AnswerPlace } from './answer-document.ts';

/** One thing to say about an answer, with its place in the file. */
export interface AnswerFinding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning' | 'info';
  readonly place: AnswerPlace;
  /** As it is in the cell; of several cells, of the first. */
  readonly text?: string;
  /** Further cells that it speaks of. */
  readonly cells?: readonly AnswerPlace[];
  readonly item?: string;
  readonly message: Bilingual;
}

type Details = { readonly [name: string]: string };
type Message = (details: Details) => Bilingual;

const quoted = (text: string | undefined, nothing: string): string =>
  text === undefined || text === '' ? nothing : `«${text}»`;

/**
 * Everything that can be said of an answer. With an `error` nothing of the line is recorded; a `warning` asks to look; an
 * `info` tells what was read, or passed over.
 */
const FINDINGS = {
  // The file.
  'not-readable': ['error', ({ why }) => ({ ru: why!, en: why! })],
  'no-form': [
    'error',
    () => ({
      ru: 'Таблицы с ответами нет: ни одной графы формы («Выполнено», «Дата исполнения», «Результат» …)',
      en: 'There is no table of answers: no column of a form (“Выполнено”, “Дата исполнения”, “Результат” …)',
    }),
  ],
  'unknown-plan': [
    'error',
    ({ plan }) => ({
      ru: `Форма составлена по плану «${plan}», а такого плана здесь нет`,
      en: `The form was made of the plan “${plan}”, and there is no such plan here`,
    }),
  ],
  'which-plan': [
    'error',
    ({ plans }) => ({
      ru: `По какому плану ответ, не видно: ${plans}. Назовите план: --plan`,
      en: `It does not show which plan the answer is about: ${plans}. Name it: --plan`,
    }),
  ],
  'unknown-edition': [
    'error',
    ({ edition, plan }) => ({
      ru: `Форма составлена по редакции ${edition} плана «${plan}», а её текста здесь нет`,
      en: `The form was made of edition ${edition} of the plan “${plan}”, and its text is not here`,
    }),
  ],
  'older-edition': [
    'warning',
    ({ edition, now }) => ({
      ru: `Форма составлена по редакции ${edition}, сейчас в силе редакция ${now}: ответ прочитан по редакции ${edition}`,
      en: `The form was made of edition ${edition}, now edition ${now} is in force: the answer is read by edition ${edition}`,
    }),
  ],
  'identity-lost': [
    'warning',
    ({ plan }) => ({
      ru: `По какой форме ответ, не видно; строки узнаны по номерам и словам плана «${plan}»`,
      en: `It does not show which form this is; the rows are known by the numbers and words of the plan “${plan}”`,
    }),
  ],
  'identity-changed': [
    'warning',
    () => ({
      ru: 'Строка «Форма № …» изменена: ей не верим',
      en: 'The line “Форма № …” was edited: it is not trusted',
    }),
  ],
  'several-identities': [
    'error',
    ({ names }) => ({
      ru: `В файле несколько форм, и свойства файла не сходятся с ними: ${names}`,
      en: `The file holds several forms, and its properties disagree with them: ${names}`,
    }),
  ],
  'hidden-sheet': [
    'info',
    ({ sheet }) => ({
      ru: `Лист «${sheet}» скрыт и не прочитан`,
      en: `The sheet “${sheet}” is hidden and was not read`,
    }),
  ],
  'other-table': [
    'warning',
    ({ count }) => ({
      ru: `Это не форма: ячеек с текстом ${count}, не прочитаны`,
      en: `This is no form: ${count} cells with text were not read`,
    }),
  ],
  'printed-status': [
    'info',
    () => ({
      ru: 'Это сведения об исполнении, которые напечатала программа; не прочитано',
      en: 'This is what the tool printed about the state of the plan; it was not read',
    }),
  ],
  'text-beside': [
    'warning',
    () => ({
      ru: 'Написано вне таблицы ответов, не прочитано',
      en: 'Written outside the table of answers, not read',
    }),
  ],
  // Rows and columns.
  'unknown-column': [
    'warning',
    ({ heading }) => ({
      ru: heading ? `Графы «${heading}» в форме нет, не прочитана` : 'Графа без заголовка, не прочитана',
      en: heading
        ? `The form has no column “${heading}”; it was not read`
        : 'A column without a heading was not read',
    }),
  ],
  'renamed-column': [
    'error',
    ({ heading, was }) => ({
      ru: `Графа «${heading}» стоит там, где были ${was}: что это за ответ, не понять; верните заголовок`,
      en: `The column “${heading}” is where ${was} should be: it is not clear what it answers; restore the heading`,
    }),
  ],
  'missing-column': [
    'warning',
    ({ heading }) => ({ ru: `Графы «${heading}» нет`, en: `There is no column “${heading}”` }),
  ],
  'two-columns': [
    'error',
    ({ heading }) => ({
      ru: `Две графы «${heading}» говорят разное`,
      en: `Two columns “${heading}” say different things`,
    }),
  ],
  'foreign-row': [
    'error',
    () => ({
      ru: 'Строка из другой формы: её ключ не отсюда',
      en: 'A row of another form: its key is not from here',
    }),
  ],
  'unknown-row': [
    'error',
    () => ({
      ru: 'О каком пункте строка, не понять: ни ключа, ни номера и слов пункта',
      en: 'It does not show which item the row is about: no key, no number and words of an item',
    }),
  ],
  'unknown-aim': [
    'error',
    ({ item }) => ({
      ru: `Ключ называет в пункте ${item} то, чего в нём нет`,
      en: `The key names what item ${item} does not have`,
    }),
  ],
  'which-line': [
    'error',
    ({ item }) => ({
      ru: `Пункт ${item} узнан, но о чём в нём эта строка, не понять: ключа нет`,
      en: `Item ${item} is known, but not what of it the row is about: there is no key`,
    }),
  ],
  'item-gone': [
    'error',
    ({ item }) => ({
      ru: `Пункта ${item} в плане больше нет`,
      en: `The plan has no item ${item} any more`,
    }),
  ],
  'aim-changed': [
    'error',
    ({ item, was }) => ({
      ru: `Пункт ${item} изменён: «${was}» в нём больше не стоит`,
      en: `Item ${item} was changed: “${was}” is not in it any more`,
    }),
  ],
  'item-changed': [
    'warning',
    ({ item, what }) => ({
      ru: `Пункт ${item} с тех пор изменён: ${what}`,
      en: `Item ${item} was changed since: ${what}`,
    }),
  ],
  'hidden-row': ['info', () => ({ ru: 'Строка скрыта, прочитана', en: 'The row is hidden; it was read' })],
  'locked-changed': [
    'warning',
    ({ heading, was }) => ({
      ru: `Графа «${heading}» изменена${was ? `, было «${was}»` : ''}: в ней не отвечают`,
      en: `The column “${heading}” was edited${was ? `, it said “${was}”` : ''}: it takes no answer`,
    }),
  ],
  'not-asked': [
    'warning',
    ({ heading }) => ({
      ru: `«${heading}» здесь не спрашивали, не записано`,
      en: `“${heading}” is not asked here; not recorded`,
    }),
  ],
  merged: [
    'error',
    () => ({
      ru: 'Ячейки объединены: к какой строке или графе относится ответ, не понять',
      en: 'Cells are merged: it does not show which row or column the answer belongs to',
    }),
  ],
  // Cells.
  'error-value': [
    'error',
    () => ({ ru: 'В ячейке ошибка формулы', en: 'The cell holds the error of a formula' }),
  ],
  'no-value': [
    'error',
    () => ({
      ru: 'В ячейке формула без значения: откройте файл в Excel и сохраните, или впишите значение',
      en: 'The formula in the cell has no value: open and save the file in Excel, or type the value',
    }),
  ],
  'cut-text': [
    'error',
    () => ({ ru: 'Текст обрезан: больше ячейка не вмещает', en: 'The text is cut: the cell holds no more' }),
  ],
  struck: ['warning', () => ({ ru: 'Зачёркнутое не прочитано', en: 'What is struck out was not read' })],
  'not-read': [
    'warning',
    () => ({
      ru: 'Не прочитано: удалено, картинка или объект',
      en: 'Not read: deleted, a picture or an object',
    }),
  ],
  comment: [
    'info',
    () => ({ ru: 'Примечание к ячейке не прочитано', en: 'A comment on the cell was not read' }),
  ],
  'not-a-choice': [
    'error',
    () => ({
      ru: 'Не понять, выполнено ли: ответьте «да», «частично» или «нет»',
      en: 'It is not clear whether it is done: answer «да», «частично» or «нет»',
    }),
  ],
  tick: [
    'error',
    () => ({
      ru: 'Флажок – не ответ: может быть, его никто не трогал; напишите «да», «частично» или «нет»',
      en: 'A tick is no answer, since nobody may have touched it: write «да», «частично» or «нет»',
    }),
  ],
  'not-a-date': [
    'error',
    ({ why }) => ({
      ru: why ? `Дата не прочитана: ${why}` : 'Это не дата; напишите день, месяц и год: 12.03.2022',
      en: why ? `The date was not read: ${why}` : 'This is no date; write day, month and year: 12.03.2022',
    }),
  ],
  'date-in-future': ['error', () => ({ ru: 'Эта дата ещё не наступила', en: 'This date has not come yet' })],
  'date-before-plan': [
    'error',
    () => ({ ru: 'Это раньше, чем начинается план', en: 'This is before the plan begins' }),
  ],
  'date-outside-turn': [
    'error',
    ({ turn }) => ({
      ru: `Дата не из срока этой строки (${turn})`,
      en: `The date is not within the days of this row (${turn})`,
    }),
  ],
  'turn-in-future': [
    'error',
    ({ turn }) => ({ ru: `Срок ещё не наступил (${turn})`, en: `These days have not come yet (${turn})` }),
  ],
  'date-with-time': [
    'info',
    () => ({ ru: 'Время суток при дате не записано', en: 'The time of day was left out' }),
  ],
  'not-a-number': ['error', () => ({ ru: 'Это не число', en: 'This is no number' })],
  'negative-number': ['error', () => ({ ru: 'Число меньше нуля', en: 'The number is below zero' })],
  'not-whole': ['error', () => ({ ru: 'Количество – целое число', en: 'A count is a whole number' })],
  'number-as-text': ['info', ({ number }) => ({ ru: `Прочитано как ${number}`, en: `Read as ${number}` })],
  'percent-of-count': [
    'error',
    () => ({ ru: 'Проценты там, где нужно количество', en: 'Percents where a count is wanted' }),
  ],
  'percent-and-whole': [
    'error',
    () => ({
      ru: 'И проценты, и «из скольких»: нужно что-то одно',
      en: 'Percents and a whole: only one of them is wanted',
    }),
  ],
  'percent-or-number': [
    'error',
    ({ number }) => ({
      ru: `Не понять, ${number} – это проценты или количество: напишите «${number} %» или заполните «Из скольких»`,
      en: `It is not clear whether ${number} is percents or a number: write “${number} %” or fill in the whole`,
    }),
  ],
  'two-wholes': [
    'error',
    ({ whole, other }) => ({
      ru: `В «Значении» целое ${whole}, а «Из скольких» – ${other}`,
      en: `The value names a whole of ${whole}, the column of the whole ${other}`,
    }),
  ],
  'more-than-whole': ['error', () => ({ ru: 'Часть больше целого', en: 'The part exceeds the whole' })],
  'share-of-nothing': ['error', () => ({ ru: 'Доля от нуля', en: 'A share of nothing' })],
  'whole-alone': [
    'error',
    () => ({ ru: '«Из скольких» есть, а значения нет', en: 'There is a whole and no value' }),
  ],
  'done-and-moved': [
    'error',
    () => ({
      ru: 'Выполнено – и новый срок: так не бывает',
      en: 'Done, and a new deadline: it cannot be both',
    }),
  ],
  'not-done-dated': [
    'error',
    () => ({ ru: 'Не выполнено – а дата исполнения есть', en: 'Not done, and there is a date of it' }),
  ],
  'basis-alone': [
    'error',
    () => ({ ru: 'Основание переноса есть, а нового срока нет', en: 'There is a basis and no new deadline' }),
  ],
  'no-basis': [
    'warning',
    () => ({
      ru: 'Новый срок без основания: пункт останется просроченным',
      en: 'A new deadline without a basis: the item stays overdue',
    }),
  ],
  'no-date': [
    'warning',
    () => ({
      ru: 'Без даты: исполнено ли в срок, неизвестно',
      en: 'No date: whether it was in time is unknown',
    }),
  ],
  'date-alone': [
    'error',
    () => ({ ru: 'Дата есть, а что сделано, не сказано', en: 'There is a date, but nothing that was done' }),
  ],
  'nothing-to-record': [
    'info',
    ({ choice }) => ({
      ru: `«${choice}» без причины и результата: записывать нечего`,
      en: `«${choice}» without a reason or a result: nothing to record`,
    }),
  ],
  // Against what is recorded, and against other answers.
  contradicts: [
    'error',
    ({ recorded, recordedEn }) => ({
      ru: `Противоречит записанному: ${recorded}`,
      en: `Contradicts what is recorded: ${recordedEn}`,
    }),
  ],
  conflict: [
    'error',
    ({ heading, here, there, place, placeEn }) => ({
      ru: `Два разных ответа, графа «${heading}»: здесь ${quoted(here, 'пусто')}, ${place}: ${quoted(there, 'пусто')}`,
      en: `Two different answers, column “${heading}”: ${quoted(here, 'nothing')} here, ${quoted(there, 'nothing')} in ${placeEn}`,
    }),
  ],
} as const satisfies Readonly<Record<string, readonly [AnswerFinding['severity'], Message]>>;

export type FindingCode = keyof typeof FINDINGS;

/** A finding of a code, in words. */
export function finding(
  code: FindingCode,
  place: AnswerPlace,
  details: Details = {},
  more: Pick<AnswerFinding, 'text' | 'cells' | 'item'> = {},
): AnswerFinding {
  const [severity, message] = FINDINGS[code] as readonly [AnswerFinding['severity'], Message];
  return { code, severity, place, ...more, message: message(details) };
}
