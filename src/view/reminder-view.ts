import type { Form, FormItem } from '../collect/form.ts';
import type { Missing } from '../collect/missing.ts';
import type { Day } from '../meaning/day.ts';
import type { Span } from '../meaning/spans.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeDay, writeSpans } from '../russian/index.ts';
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
    sentence(`Сведения об исполнении плана ${quoted(plan.title)} запрошены${when}${until}`),
    answered === undefined ? 'Ответа пока нет.' : `Ответ, полученный ${writeDay(answered)}, неполный.`,
    answerBy === undefined
      ? 'Просим заполнить приложенную форму и прислать её в ответ.'
      : `Просим заполнить приложенную форму и прислать её в ответ до ${writeDay(answerBy)} включительно.`,
    'Нет сведений о пунктах:',
  ];
}

/** Quotation marks inside others are of the other kind. */
const quoted = (title: string): string => `«${title.replace(/«([^«»]*)»/g, '„$1“')}»`;

/** «2022 г.» needs no second stop. */
const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

const latest = (days: readonly (Day | undefined)[]): Day | undefined => {
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};

const COLUMNS: readonly Column[] = [
  { key: 'number', heading: '№', width: 12, align: 'center' },
  { key: 'action', heading: 'Мероприятие', width: 62 },
  { key: 'when', heading: 'Срок', width: 32 },
  { key: 'missing', heading: 'Не сообщено', width: 64 },
];

const itemsTable = ({ items, plan, identity }: Form, set: Typesetter): Table => ({
  kind: 'table',
  caption: 'Нет сведений о пунктах',
  description: 'Строка таблицы – пункт плана, о котором не ответили.',
  columns: COLUMNS,
  rows: items.map((item) =>
    row([
      textCell(set, listedNumber(item.status.item, plan)),
      textCell(set, item.status.item.action),
      textCell(set, [item.status.item.when?.text ?? '', ...lateness(item.status, identity.madeOn)]),
      textCell(set, missingOf(item)),
    ]),
  ),
});

/** What the one who is asked may know of the state: how late it is. */
function lateness(status: ItemStatus, asOf: Day): readonly string[] {
  if (status.state === 'overdue') return [stateText(status)];
  const isOver = status.state === 'untracked' && status.deadline !== null && status.deadline < asOf;
  return isOver ? ['срок прошёл'] : [];
}

/** What the form asks of an item, a text a question; the turns of one question together. */
function missingOf({ lines }: FormItem): readonly string[] {
  const asked = new Map<string, Span[]>();
  for (const { label, aim, asks } of lines) {
    // The line that only moves a term asks for nothing.
    if (!asks.includes('date')) continue;
    const days = aim.turn === undefined ? '' : writeSpans([aim.turn]);
    const isDays = days !== '' && label.endsWith(days);
    const [head = '', ...documents] = label.split('\n');
    const question =
      documents.length > 0
        ? `${head} (${documents.join('; ')})`
        : (isDays ? label.slice(0, -days.length) : label).replace(/:\s*$/, '');
    const turns = asked.get(question) ?? [];
    asked.set(question, turns);
    if (isDays && aim.turn) turns.push(aim.turn);
  }
  return [...asked].map(([question, turns]) =>
    [question, spansInWords(turns)].filter((words) => words !== '').join(': '),
  );
}

/** All of them: words name but a few. */
const spansInWords = (turns: readonly Span[]): string =>
  Array.from({ length: Math.ceil(turns.length / FEW) }, (_, at) =>
    writeSpans(turns.slice(at * FEW, (at + 1) * FEW)),
  ).join(', ');
const FEW = 4;

/** The same list in plain text: a line for each item. */
export const reminderLines = ({ items, plan, identity }: Form): readonly string[] =>
  items.map((item) => {
    const { action, when } = item.status.item;
    const term = [...(when === undefined ? [] : [when.text]), ...lateness(item.status, identity.madeOn)].join(
      ', ',
    );
    const number = listedNumber(item.status.item, plan).replace(/\.$/, '');
    const words = `${number} – ${action.replaceAll('\n', '; ')}${term === '' ? '' : ` (${term})`}`;
    return `${words}. Не сообщено: ${missingOf(item).join('; ')}`;
  });
