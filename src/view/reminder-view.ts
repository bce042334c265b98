import type { Form } from '../collect/form.ts';
import type { Missing } from '../collect/missing.ts';
import type { Day } from '../meaning/day.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeDay } from '../russian/index.ts';
import type { ItemStatus } from '../status/evaluate-item.ts';
import { row, textCell } from './cells.ts';
import type { Column, Table, View } from './document.ts';
import { listedNumber } from './item-texts.ts';
import { KIND_PROPERTY } from './marks.ts';
import { metaOf, type ViewOptions } from './order-view.ts';
import { stateText } from './result-lines.ts';
import { settingsOf } from './settings.ts';
import { type Typesetter, typesetter } from './texts.ts';

export const REMINDER_TITLE = 'Напоминание о сведениях об исполнении плана';

/** The letter to somebody who has not answered in full: what was asked, until when, and what is missing. */
export function reminderView(
  form: Form,
  missing: Missing,
  workspace: Workspace,
  options: ViewOptions = {},
): View {
  const settings = options.settings ?? settingsOf(workspace.config.documents);
  const set = typesetter(settings);
  return {
    meta: {
      ...metaOf(form.plan, workspace, `${REMINDER_TITLE}: ${form.name}`, settings),
      properties: { [KIND_PROPERTY]: 'reminder' },
    },
    settings,
    sections: [
      {
        name: 'Напоминание',
        part: 'order',
        orientation: 'portrait',
        ownNumbering: true,
        blocks: [
          { ...set.paragraph('title', REMINDER_TITLE), keepNext: true },
          ...reminderText(form, missing).map((text) => set.paragraph('body', text)),
          itemsTable(form, set),
        ],
      },
    ],
  };
}

/** The words of the letter, a text a paragraph. */
export function reminderText(
  { plan, name, answerBy }: Form,
  { requests, answered }: Missing,
): readonly string[] {
  const due = latest(requests.map((request) => request.due));
  const sent = requests.flatMap((request) => request.sent ?? []);
  const when = sent.length === 0 ? '' : ` ${writeDay(Math.min(...sent))}`;
  const until = due === undefined ? '' : `; ответ ожидался до ${writeDay(due)}`;
  return [
    `Кому: ${name}.`,
    sentence(`Сведения об исполнении плана «${plan.title}» запрошены${when}${until}`),
    answered === undefined ? 'Ответа пока нет.' : `Ответ, полученный ${writeDay(answered)}, неполный.`,
    answerBy === undefined
      ? 'Просим заполнить приложенную форму и прислать её в ответ.'
      : `Просим заполнить приложенную форму и прислать её в ответ до ${writeDay(answerBy)} включительно.`,
    'Нет сведений о пунктах:',
  ];
}

/** «2022 г.» needs no second stop. */
const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

const latest = (days: readonly (Day | undefined)[]): Day | undefined => {
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};

const COLUMNS: readonly Column[] = [
  { key: 'number', heading: '№', width: 14, align: 'center' },
  { key: 'action', heading: 'Мероприятие', width: 90 },
  { key: 'when', heading: 'Срок', width: 36 },
  { key: 'state', heading: 'Состояние', width: 30 },
];

const itemsTable = ({ items, plan }: Form, set: Typesetter): Table => ({
  kind: 'table',
  caption: 'Нет сведений о пунктах',
  description: 'Строка таблицы – пункт плана, о котором не ответили.',
  columns: COLUMNS,
  rows: items.map(({ status }) =>
    row([
      textCell(set, listedNumber(status.item, plan)),
      textCell(set, status.item.action),
      textCell(set, status.item.when?.text ?? ''),
      textCell(set, missingText(status)),
    ]),
  ),
});

/** What is done and still asked about lacks its figure. */
const missingText = (status: ItemStatus): string =>
  status.state === 'done' || status.state === 'done-late' ? 'нет значения показателя' : stateText(status);

/** The same list in plain text: a line for each item. */
export const reminderLines = ({ items, plan }: Form): readonly string[] =>
  items.map(({ status }) => {
    const { item } = status;
    const when = item.when === undefined ? '' : ` (${item.when.text})`;
    return `${listedNumber(item, plan)} – ${item.action}${when}: ${missingText(status)}`;
  });
