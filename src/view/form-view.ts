import {
  ANSWER_FIELDS,
  type AnswerField,
  DONE_CHOICES,
  FILLED_BY_LABEL,
  FORM_COLUMNS,
  FORM_TITLE,
  HOW_TO,
  KEY_HEADING,
  UNFILLED,
} from '../collect/answer-fields.ts';
import type { Form, FormItem, FormLine } from '../collect/form.ts';
import { identityLine, identityProperties, rowKey } from '../collect/identity.ts';
import type { Day } from '../meaning/day.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeDay, writeSpans } from '../russian/index.ts';
import { figureWords, hasPercents } from '../status/figures.ts';
import { row, textCell } from './cells.ts';
import type { Cell, Column, Control, Row, Table, View } from './document.ts';
import { listedNumber } from './item-texts.ts';
import { KIND_PROPERTY } from './marks.ts';
import { metaOf, type ViewOptions } from './order-view.ts';
import { resultLines } from './result-lines.ts';
import { type DocumentSettings, settingsOf } from './settings.ts';
import { type Typesetter, typesetter } from './texts.ts';

/** Narrow margins and small type: fifteen columns on a landscape page; a sheet is scaled to the page. */
const LAYOUT = { landscape: { left: 10, right: 10, top: 15, bottom: 10 } } as const;
const TYPE = { sheets: 10, pages: 8 } as const;

interface FormViewOptions extends ViewOptions {
  readonly form: 'sheets' | 'pages';
}

/** The form that somebody fills and sends back: what is asked on the left, the places to fill on the right. */
export function formView(form: Form, workspace: Workspace, options: FormViewOptions): View {
  const stated = options.settings ?? settingsOf(workspace.config.documents);
  const settings: DocumentSettings = { ...stated, ...LAYOUT, tableFontSize: TYPE[options.form] };
  const set = typesetter(settings);
  return {
    meta: {
      ...metaOf(form.plan, workspace, `${FORM_TITLE}: ${form.name}`, settings),
      properties: { [KIND_PROPERTY]: 'form', ...identityProperties(form.identity) },
    },
    settings,
    sections: [
      {
        name: 'Форма',
        part: 'annex',
        orientation: 'landscape',
        ownNumbering: true,
        isForm: true,
        blocks: [
          { ...set.paragraph('title', `${FORM_TITLE}: ${form.plan.title}`), keepNext: true },
          set.paragraph('note', headOf(form)),
          set.paragraph('note', HOW_TO),
          { kind: 'question', label: set.words(FILLED_BY_LABEL), control: FILLED_BY },
          tableOf(form, columnsOf(options.form === 'sheets' ? WIDTHS : PAGE_WIDTHS), set),
          // Never with no-break blanks: a program reads it.
          { kind: 'paragraph', style: 'table-key', runs: [{ text: identityLine(form.identity) }] },
        ],
      },
    ],
  };
}

function headOf({ name, identity, answerBy }: Form): string {
  const { madeOn, range } = identity;
  return [
    `Отвечает: ${name}`,
    `что известно, указано на ${writeDay(madeOn)}`,
    ...(range === undefined ? [] : [`спрашивается о сроках за ${writeSpans([range])}`]),
    ...(answerBy === undefined ? [] : [`ответ ожидается до ${writeDay(answerBy)} включительно`]),
  ].join('; ');
}

const FILLED_BY: Control = {
  name: 'by',
  kind: 'text',
  unfilled: UNFILLED.text,
  title: 'Кто заполнил',
  prompt: 'Фамилия, имя, отчество и телефон того, у кого можно уточнить ответ.',
  error: 'Напишите, кто заполнил форму.',
};

/** Millimetres: together so much wider than the page that a sheet fitted to it is printed in eight points. */
const WIDTHS: Readonly<Record<string, number>> = {
  number: 11,
  action: 40,
  when: 21,
  asked: 36,
  known: 26,
  done: 20,
  date: 20,
  value: 17,
  of: 16,
  result: 27,
  evidence: 29,
  reason: 21,
  newDate: 18,
  basis: 20,
  key: 14,
};

/** On a page, which is not scaled, a column must have room for its longest word. */
const PAGE_WIDTHS: Readonly<Record<string, number>> = {
  number: 9,
  action: 30,
  when: 19,
  asked: 28,
  known: 21,
  done: 18,
  date: 17,
  value: 16,
  of: 16,
  result: 19,
  evidence: 25,
  reason: 16,
  newDate: 15,
  basis: 18,
  key: 11,
};

const CENTRED: ReadonlySet<string> = new Set(['number', 'done', 'date', 'value', 'of', 'newDate']);

const columnsOf = (widths: Readonly<Record<string, number>>): readonly Column[] =>
  [...FORM_COLUMNS, ...ANSWER_FIELDS, { key: 'key', heading: KEY_HEADING }].map(({ key, heading }) => ({
    key,
    heading,
    width: widths[key] as number,
    ...(CENTRED.has(key) ? { align: 'center' as const } : {}),
    ...(key === 'key' ? { notPrinted: true } : {}),
  }));

function tableOf(form: Form, columns: readonly Column[], set: Typesetter): Table {
  const controls = controlsFor(form);
  return {
    kind: 'table',
    caption: 'Что спрашивается и ответы',
    description: 'Строка таблицы – один вопрос; ответ пишут в светлых клетках справа.',
    columns,
    rows: form.items.flatMap((item) => rowsOf(item, form, controls, set)),
    frozen: 1,
  };
}

function rowsOf(item: FormItem, form: Form, controls: Controls, set: Typesetter): readonly Row[] {
  const { status, lines } = item;
  const number = listedNumber(status.item, form.plan);
  return lines.map((line, at) => {
    const isFirst = at === 0;
    // In the order of FORM_COLUMNS.
    const printed: readonly (readonly string[])[] = [
      [number],
      isFirst ? [status.item.action] : [],
      isFirst ? whenOf(item) : [],
      line.label.split('\n'),
      isFirst ? knownOf(item, form.identity.madeOn) : [figureOf(item, line)],
    ];
    const key = rowKey(
      form.identity,
      status.item.id,
      line.aim,
      printed.map((lines) => lines.join('\n')),
    );
    return row([
      ...printed.map((lines) => textCell(set, lines)),
      ...ANSWER_FIELDS.map(
        ({ key: field }): Cell =>
          line.asks.includes(field)
            ? { paragraphs: [], control: controls(field, line) }
            : { paragraphs: [], mark: 'settled' },
      ),
      { paragraphs: [{ kind: 'paragraph', style: 'table-key', runs: [{ text: key }] }] },
    ]);
  });
}

/** The words of the plan; a moved deadline below them. */
function whenOf({ status: { item, deadline, originalDeadline } }: FormItem): readonly string[] {
  const moved =
    originalDeadline !== undefined && deadline !== null ? [`перенесён на ${writeDay(deadline)}`] : [];
  return [item.when?.text ?? '', ...moved];
}

/** So many lines of what is known are enough to answer; the rest is in the report. */
const MOST_KNOWN = 5;

function knownOf({ status }: FormItem, asOf: Day): readonly string[] {
  // Whether anybody records it is no matter of the one who is asked.
  if (status.state === 'untracked')
    return [
      status.deadline !== null && status.deadline < asOf ? 'Срок прошёл, сведений нет.' : 'Сведений нет.',
    ];
  const lines = resultLines(status, { asOf, stage: undefined });
  return lines.length <= MOST_KNOWN
    ? lines
    : [`и ещё ${lines.length - MOST_KNOWN}`, ...lines.slice(-MOST_KNOWN)];
}

/** How far a figure has come. */
function figureOf({ status: { indicators } }: FormItem, { aim }: FormLine): string {
  const indicator = aim.turn === undefined ? indicators[(aim.indicator ?? 0) - 1] : undefined;
  if (indicator?.actual === undefined || indicator.expected === undefined || aim.measure !== undefined)
    return '';
  const [actual, expected] = [indicator.actual, indicator.expected].map(
    (figure) => figureWords(figure, hasPercents(indicator)).ru,
  );
  return `есть ${actual}, нужно ${expected}`;
}

type Controls = (field: AnswerField, line: FormLine) => Control;

/** Days that a date of an answer may lie before and after the plan. */
const MARGIN = 366;

/** The places to fill, each said once: a sheet keeps one check for all that are alike. */
function controlsFor({ plan: { period } }: Form): Controls {
  const days = period && { days: { from: period.from - MARGIN, to: period.to + MARGIN } };
  const made: Readonly<Record<AnswerField, Omit<Control, 'name' | 'unfilled'>>> = {
    done: {
      kind: 'choice',
      title: 'Выполнено',
      prompt: 'Выберите: да, частично или нет.',
      error: 'Здесь может быть только «да», «частично» или «нет». Подробности напишите в графе «Результат».',
      choices: DONE_CHOICES,
    },
    date: {
      kind: 'date',
      title: 'Дата исполнения',
      prompt: 'Когда выполнено, цифрами: 12.03.2022. Если несколько дней – последний из них.',
      error: 'Это не дата или она далеко от сроков плана. Напишите её цифрами: 12.03.2022.',
      ...days,
    },
    value: {
      kind: 'number',
      title: 'Значение',
      prompt: 'Сколько: только число, без слов; процент – со знаком: 60 %.',
      error: 'Здесь может быть только число, например 24. Слова напишите в графе «Результат».',
    },
    of: {
      kind: 'number',
      title: 'Из скольких',
      prompt: 'Сколько всего, например 25. Если слева процент (60 %), оставьте пустым.',
      error: 'Здесь может быть только число, например 25.',
    },
    result: {
      kind: 'text',
      title: 'Результат',
      prompt: 'Что сделано, одной-двумя фразами.',
      error: 'Напишите результат словами.',
    },
    evidence: {
      kind: 'text',
      title: 'Подтверждение',
      prompt:
        'Ссылка либо название, дата и номер документа: приказ от 28.04.2022 № 85. Несколько – каждое с новой строки (Alt+Enter).',
      error: 'Напишите ссылку или реквизиты документа.',
    },
    reason: {
      kind: 'text',
      title: 'Причина',
      prompt: 'Почему не выполнено или выполнено не полностью.',
      error: 'Напишите причину словами.',
    },
    newDate: {
      kind: 'date',
      title: 'Новый срок',
      prompt: 'Если срок перенесён: новая дата цифрами, 29.10.2022. Документ о переносе – в следующей графе.',
      error: 'Это не дата или она далеко от сроков плана. Напишите её цифрами: 29.10.2022.',
      ...days,
    },
    basis: {
      kind: 'text',
      title: 'Основание переноса',
      prompt: 'Документ, которым перенесён срок: приказ от 14.09.2022 № 310. Без него срок остаётся прежним.',
      error: 'Напишите реквизиты документа.',
    },
  };
  const share = {
    ...made.value,
    prompt:
      'Сколько из скольких: здесь 24, в следующей графе 25. Или процент со знаком (96 %) – тогда следующую графу оставьте пустой.',
  };
  return (field, { figure }) => {
    const control = field === 'value' && figure === 'share' ? share : made[field];
    return { name: field, unfilled: UNFILLED[control.kind], ...control };
  };
}
