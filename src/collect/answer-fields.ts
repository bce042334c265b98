/**
 * What a line of a form is answered with. The order is that of the columns.
 *
 * | field      | the fact it becomes                                                                          |
 * |------------|----------------------------------------------------------------------------------------------|
 * | `done`     | «да»: `done: true`; «частично», «нет»: no `done`                                             |
 * | `date`     | `date`; of a turn without a date of its own, the days of the turn                            |
 * | `value`    | `count`, or of a share `value` (with an empty `of`: percents, which want their sign)        |
 * | `of`       | `of`                                                                                         |
 * | `result`   | `result`                                                                                     |
 * | `evidence` | `evidence`, as it is written                                                                 |
 * | `reason`   | `reason`                                                                                     |
 * | `newDate`  | `rescheduled.to`                                                                             |
 * | `basis`    | `rescheduled.basis`                                                                          |
 */
export const ANSWER_FIELDS = [
  { key: 'done', heading: 'Выполнено', kind: 'choice' },
  { key: 'date', heading: 'Дата', kind: 'date' },
  { key: 'value', heading: 'Значение', kind: 'number' },
  { key: 'of', heading: 'Из скольких', kind: 'number' },
  { key: 'result', heading: 'Результат', kind: 'text' },
  { key: 'evidence', heading: 'Подтверждение', kind: 'text' },
  { key: 'reason', heading: 'Причина', kind: 'text' },
  { key: 'newDate', heading: 'Новый срок', kind: 'date' },
  { key: 'basis', heading: 'Основание переноса', kind: 'text' },
] as const;

export type AnswerField = (typeof ANSWER_FIELDS)[number]['key'];

/**
 * What stands in the places of a form of Word until they are filled. Word takes it away at the first key; LibreOffice
 * saves what nobody has touched as text, so collecting knows these as empty.
 */
export const UNFILLED = { choice: 'выбор', date: 'дата', number: '…', text: '…' } as const;

const UNFILLED_TEXTS: ReadonlySet<string> = new Set(Object.values(UNFILLED));

/** Nothing but what stands in a place that nobody has filled. */
export const isUnfilled = (text: string): boolean => UNFILLED_TEXTS.has(text.trim());

/** What `done` may be answered with. */
export const DONE_CHOICES = ['да', 'частично', 'нет'] as const;

/** The columns that say what is asked, before those to fill; the key stands after all of them. */
export const FORM_COLUMNS = [
  { key: 'number', heading: '№' },
  { key: 'action', heading: 'Мероприятие' },
  { key: 'when', heading: 'Срок' },
  { key: 'asked', heading: 'Показатель, что указать' },
  { key: 'known', heading: 'Уже известно' },
] as const;

export const KEY_HEADING = 'Ключ';

/** The words of a form beside its table; what else is written there, its filler wrote. */
export const FORM_TITLE = 'Сведения об исполнении плана';
export const FILLED_BY_LABEL = 'Заполнил (Ф.И.О., телефон)';
export const HOW_TO =
  'Заполните светлые клетки; о чём сказать нечего, оставьте пустым. Каждая строка – отдельный вопрос. Подтверждение – ссылка либо название, номер и дата документа. ' +
  'Если не выполнено, укажите причину; новый срок – только вместе с документом, который его установил. Серые клетки и графу «Ключ» не меняйте: по ним ответ прочитает программа.';
