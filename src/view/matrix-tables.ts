import { plural } from '../finding/plural.ts';
import { toIso } from '../meaning/day.ts';
import { referenceTo } from '../model/section-identity.ts';
import { BY_WORST, OBLIGATION_STATE_WORDS } from '../trace/state-words.ts';
import type { ObligationState } from '../trace/states.ts';
import type { TracedObligation } from '../trace/trace.ts';
import { numberCell, row, textCell } from './cells.ts';
import type { Cell, CellMark, Column, Table } from './document.ts';
import { type Matrix, planName } from './matrix.ts';
import type { Typesetter } from './texts.ts';

const MARKS: Readonly<Record<ObligationState, CellMark>> = {
  missing: 'bad',
  late: 'doubtful',
  partly: 'doubtful',
  weaker: 'doubtful',
  unclear: 'unknown',
  waived: 'settled',
  covered: 'good',
};

/** What each state says, for the legend. */
const MEANINGS: Readonly<Record<ObligationState, string>> = {
  missing: 'в плане муниципалитета нет пункта, который выполняет поручение',
  late: 'пункт есть, но его срок позже срока поручения',
  partly: 'пункт есть, но часть показателей или исполнителей поручения в нём не учтена',
  weaker: 'пункт есть, но обещает меньше: показатель ниже или исполняется реже, чем в поручении',
  unclear:
    'пункт есть, и хуже поручения он, насколько видно, не обещает, но срок или показатель сравнить нельзя: сверьте сами',
  waived: 'отступление согласовано, причина указана',
  covered: 'пункт есть, и доказано: срок и каждый показатель не хуже поручения',
};

const NUMBER: Column = { key: 'number', heading: '№', width: 16, align: 'center' };
const OBLIGATION: Column = { key: 'action', heading: 'Поручение', width: 78 };
const WHEN: Column = { key: 'when', heading: 'Срок', width: 30 };
const PLAN: Column = { key: 'plan', heading: 'Муниципалитет', width: 48 };

/** Plans beside one another on a landscape page. */
const ON_A_PAGE = 5;
const PLAN_WIDTH = 26;

const stateText = (state: ObligationState): string => OBLIGATION_STATE_WORDS[state].ru;

/** The matrix itself: one wide table for a spreadsheet, several side by side for pages. */
export function matrixTables(matrix: Matrix, form: 'sheets' | 'pages', set: Typesetter): readonly Table[] {
  const size = form === 'sheets' ? Math.max(1, matrix.plans.length) : ON_A_PAGE;
  const tables: Table[] = [];
  for (let from = 0; from < matrix.plans.length; from += size) {
    const plans = matrix.plans.slice(from, from + size);
    tables.push({
      kind: 'table',
      caption: `Матрица поручений: ${plans.map(({ plan }) => planName(plan)).join(', ')}`,
      description:
        'Строка таблицы — поручение, графа — муниципалитет, в клетке — как поручение учтено в его плане.',
      columns: [
        NUMBER,
        OBLIGATION,
        WHEN,
        ...plans.map(
          ({ plan }, at): Column => ({
            key: `plan-${from + at + 1}`,
            heading: planName(plan),
            width: PLAN_WIDTH,
            align: 'center',
          }),
        ),
      ],
      frozen: 3,
      rows: matrix.rows.map(({ item, cells }) =>
        row([
          textCell(set, referenceTo(item)),
          textCell(set, item.action),
          textCell(set, item.when?.text ?? ''),
          ...cells.slice(from, from + size).map((cell) => stateCell(cell, form, set)),
        ]),
      ),
    });
  }
  return tables;
}

/** In a spreadsheet the word alone, to filter by; on paper the items as well. */
function stateCell(cell: TracedObligation | undefined, form: 'sheets' | 'pages', set: Typesetter): Cell {
  if (!cell) return textCell(set, '—');
  const numbers = cell.items.map(({ number }) => number).join(', ');
  const items = form === 'pages' && numbers !== '' ? [`п. ${numbers}`] : [];
  return textCell(set, [stateText(cell.state), ...items], MARKS[cell.state]);
}

/** Each obligation that some plans leave out, with these plans. */
export function holesTable(matrix: Matrix, set: Typesetter): readonly Table[] {
  const rows = matrix.rows
    .filter(({ missing }) => missing > 0)
    .map(({ item, cells, missing }) => {
      const plans = matrix.plans.filter((_, at) => cells[at]?.state === 'missing');
      return row([
        textCell(set, referenceTo(item)),
        textCell(set, item.action),
        textCell(set, item.when?.text ?? ''),
        numberCell(missing),
        textCell(set, plans.map(({ plan }) => planName(plan)).join(', ')),
      ]);
    });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Поручения, которые учтены не всеми',
      description: 'Строка таблицы — поручение и муниципалитеты, в планах которых его нет.',
      columns: [
        NUMBER,
        { ...OBLIGATION, width: 90 },
        WHEN,
        { key: 'count', heading: 'Планов', width: 18, align: 'center' },
        { key: 'plans', heading: 'Не учтено в планах', width: 93 },
      ],
      rows,
    },
  ];
}

/** What is wrong, plan by plan: everything short of covered; without the holes where these are listed apart. */
export function gapsTable(matrix: Matrix, holes: boolean, set: Typesetter): readonly Table[] {
  const wanted: readonly ObligationState[] = BY_WORST.filter(
    (state) => state !== 'covered' && state !== 'waived',
  );
  const rows = matrix.plans.flatMap(({ plan }, at) =>
    matrix.rows.flatMap(({ item, cells }) => {
      const cell = cells[at];
      if (!cell || !wanted.includes(cell.state) || (cell.state === 'missing' && !holes)) return [];
      return [
        row([
          textCell(set, planName(plan)),
          textCell(set, referenceTo(item)),
          textCell(set, item.action),
          textCell(set, stateText(cell.state), MARKS[cell.state]),
          textCell(set, cell.items.map(({ number }) => number).join(', ')),
          textCell(set, faultsOf(cell)),
        ]),
      ];
    }),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Пробелы в планах',
      description: 'Строка таблицы — поручение, которое план муниципалитета выполняет не полностью.',
      columns: [
        PLAN,
        NUMBER,
        OBLIGATION,
        { key: 'state', heading: 'Учтено', width: 24 },
        { key: 'items', heading: 'Пункты плана', width: 20 },
        { key: 'faults', heading: 'В чём расхождение', width: 76 },
      ],
      rows,
    },
  ];
}

function faultsOf(cell: TracedObligation): readonly string[] {
  const late = cell.verdicts.flatMap(({ item, comparison }) => {
    const { relation, days, parent, child, why } = comparison;
    if (relation === 'rarer' || relation === 'unknown') return [`п. ${referenceTo(item)}: ${why.ru}`];
    if (relation !== 'later' || days === undefined || parent === null || child === null) return [];
    return `п. ${referenceTo(item)}: ${dotted(child)} вместо ${dotted(parent)}, позже на ${days} ${plural(days, ['день', 'дня', 'дней'])}`;
  });
  const indicators = cell.indicators.flatMap(({ relation, parent, child }) => {
    if (relation === 'none') return [`нет показателя «${parent.text}»`];
    if (relation === 'incomparable') return [`показатель «${parent.text}» не сравнить`];
    if (relation !== 'weaker') return [];
    return [`показатель «${child?.stated.text ?? ''}» вместо «${parent.text}»`];
  });
  const roles = cell.rolesLeft.map((role) => `роль «${role}» никто не исполняет`);
  return [...late, ...indicators, ...roles];
}

const dotted = (day: number): string => toIso(day).split('-').reverse().join('.');

/** Accepted deviations with their reasons. */
export function waivedTable(matrix: Matrix, set: Typesetter): readonly Table[] {
  const rows = matrix.plans.flatMap(({ plan }, at) =>
    matrix.rows.flatMap(({ item, cells }) => {
      const reason = cells[at]?.waivedBecause;
      if (reason === undefined) return [];
      return [
        row([
          textCell(set, planName(plan)),
          textCell(set, referenceTo(item)),
          textCell(set, item.action),
          textCell(set, reason),
        ]),
      ];
    }),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Согласованные отступления',
      description:
        'Строка таблицы — поручение, от которого муниципалитет отступает по согласованию, и причина.',
      columns: [PLAN, NUMBER, OBLIGATION, { key: 'reason', heading: 'Причина', width: 100 }],
      rows,
    },
  ];
}

/** The plans with their counts by state, those with most holes first. */
export function summaryTable(matrix: Matrix, set: Typesetter): Table {
  return {
    kind: 'table',
    caption: 'Свод по муниципалитетам',
    description: 'Строка таблицы — муниципалитет, в графах — сколько поручений как учтено в его плане.',
    columns: [
      PLAN,
      { key: 'obligations', heading: 'Поручений', width: 26, align: 'center' },
      ...BY_WORST.map(
        (state): Column => ({ key: state, heading: stateText(state), width: 26, align: 'center' }),
      ),
    ],
    rows: matrix.plans.map(({ plan, summary }) =>
      row([
        textCell(set, planName(plan)),
        numberCell(summary.obligations),
        ...BY_WORST.map((state) => ({
          ...numberCell(summary[state]),
          ...(summary[state] > 0 ? { mark: MARKS[state] } : {}),
        })),
      ]),
    ),
  };
}

export function legendTable(set: Typesetter): Table {
  return {
    kind: 'table',
    caption: 'Обозначения',
    description: 'Строка таблицы — слово в клетке матрицы и что оно значит.',
    columns: [
      { key: 'state', heading: 'В клетке', width: 40 },
      { key: 'meaning', heading: 'Что это значит', width: 160 },
    ],
    rows: [
      ...BY_WORST.map((state) =>
        row([textCell(set, stateText(state), MARKS[state]), textCell(set, MEANINGS[state])]),
      ),
      row([textCell(set, '—'), textCell(set, 'поручение этому муниципалитету не дано')]),
    ],
  };
}
