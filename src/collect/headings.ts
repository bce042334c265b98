import { ANSWER_FIELDS, type AnswerField, FORM_COLUMNS, KEY_HEADING } from './answer-fields.ts';

/** What a column of an answer holds. `mark`: a word or two on whether it is done, as people write it beside a plan. */
export type ColumnKey = AnswerField | (typeof FORM_COLUMNS)[number]['key'] | 'key' | 'mark';

/** Letters, digits and № alone: how a heading is wrapped and marked does not matter. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/no\b/g, '№')
    .replace(/[^\p{L}\p{N}№/]+/gu, ' ')
    .trim();

const FORM: ReadonlyMap<string, ColumnKey> = new Map([
  ...[...ANSWER_FIELDS, ...FORM_COLUMNS].map(({ key, heading }) => [folded(heading), key] as const),
  [folded(KEY_HEADING), 'key'],
]);

/** Headings of columns that people add to a plan's table to report on it. */
const USUAL: Readonly<Partial<Record<ColumnKey, string>>> = {
  number: '№ п/п | № пп | п/п | № пункта | номер | номер пункта | n п/п | n',
  mark: 'исполнение | выполнение | статус | статус исполнения | статус выполнения | состояние | отметка | отметка об исполнении | отметка о выполнении | отметка об исполнении мероприятия | отметка о выполнении мероприятия | выполнено | исполнено | исполнено не исполнено | выполнено не выполнено | информация об исполнении | информация о выполнении | сведения об исполнении | сведения о выполнении | ход исполнения | ход выполнения',
  date: 'дата исполнения | дата выполнения | фактическая дата | фактическая дата исполнения | фактическая дата выполнения | дата фактического исполнения | дата фактического выполнения | фактический срок | фактический срок исполнения',
  value: 'значение показателя | фактическое значение | достигнутое значение | факт',
  of: 'из них всего',
  result:
    'достигнутый результат | фактический результат | полученный результат | результат исполнения | результат выполнения | результаты исполнения | результаты выполнения | что сделано',
  evidence:
    'подтверждающий документ | подтверждающие документы | реквизиты документа | реквизиты подтверждающего документа | ссылка | ссылка на документ',
  reason:
    'причина неисполнения | причина невыполнения | причины неисполнения | причины невыполнения | причины | причина переноса',
  newDate: 'перенос срока | срок перенесен на | перенесенный срок',
  basis: 'основание',
};

const BESIDE_A_PLAN: ReadonlyMap<string, ColumnKey> = new Map(
  Object.entries(USUAL).flatMap(([key, headings]) =>
    headings.split(' | ').map((heading) => [folded(heading), key as ColumnKey] as const),
  ),
);

/** A heading without what is explained in brackets behind it. */
const bare = (heading: string): string => folded(heading.replace(/\s*\([^()]*\)\s*$/, ''));

/** The column of a form that a heading names. */
export const formColumn = (heading: string): ColumnKey | undefined =>
  FORM.get(folded(heading)) ?? FORM.get(bare(heading));

/** The column of a plan's table with results typed beside it that a heading names. */
export const usualColumn = (heading: string): ColumnKey | undefined =>
  BESIDE_A_PLAN.get(folded(heading)) ?? BESIDE_A_PLAN.get(bare(heading)) ?? formColumn(heading);

/** The sheet on what was done that a plan's workbook is printed with: it says what is recorded and takes no answers. */
export const isPrintedStatus = (headings: readonly string[]): boolean => {
  const words = new Set(headings.map(folded));
  return ['состояние', 'дней просрочки', 'фактов', 'подтверждений'].every((heading) => words.has(heading));
};

/** Columns of a form in their order. */
export const FORM_ORDER: readonly ColumnKey[] = [
  ...[...FORM_COLUMNS, ...ANSWER_FIELDS].map(({ key }) => key),
  'key',
];

const HEADINGS = new Map<ColumnKey, string>(
  [...ANSWER_FIELDS, ...FORM_COLUMNS].map((one) => [one.key, one.heading]),
);

/** The heading of a column, as a form prints it. */
export const headingOf = (key: ColumnKey): string => HEADINGS.get(key) ?? KEY_HEADING;

const FIELDS: ReadonlySet<string> = new Set(ANSWER_FIELDS.map(({ key }) => key));

/** Whether something is answered in a column. */
export const isAnswer = (key: ColumnKey): key is AnswerField | 'mark' => key === 'mark' || FIELDS.has(key);
