import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/collect/answer.ts';
import { ANSWER_FIELDS, type AnswerField, FORM_COLUMNS } from '../../src/collect/answer-fields.ts';
import { lineName } from '../../src/collect/identity.ts';
import { toIso } from '../../src/meaning/day.ts';
import type { SheetRow } from '../import/excel-file.ts';
import { runs } from '../lane.ts';
import {
  type CellOfRow,
  COLUMN,
  collect,
  date,
  day,
  formFor,
  formRows,
  number,
  percents,
  RAION,
  told,
  workspaceOf,
} from './answer-file.ts';

const PLAN = `${RAION}items:
  - {number: "1", action: Утвердить план работы, when: до 31 марта 2022 г., executors: [отдел], indicators: [Приказ]}
  - {number: "2", action: Провести семинары для учителей, when: май 2022 г., executors: [отдел], indicators: [Не менее двух семинаров]}
  - {number: "3", action: Обучить педагогов школ, when: до 30 июня 2022 г., executors: [отдел], indicators: [Не менее 60 % педагогов]}
  - {number: "4", action: Проводить совещания директоров, when: ежемесячно, executors: [отдел]}
  - {number: "5", action: Обновить сайт, when: "до 15 мая 2022 г.", executors: [отдел], parts: [{action: Макет, when: до 1 марта 2022 г.}, {action: Запуск, when: до 15 мая 2022 г.}]}
`;

const workspace = workspaceOf({ 'raion.plan.yaml': PLAN });
const form = formFor(workspace, 'raion', 'отдел', '2022-06-01');
const LINES = form.items.flatMap(({ status: { item }, lines }) =>
  lines.map((line) => ({ item: item.id, name: lineName(line.aim), line })),
);
const FIRST = FORM_COLUMNS.length;
const [ASKED, KNOWN] = [COLUMN.get('asked')!, COLUMN.get('known')!];
const RESULT = ANSWER_FIELDS.findIndex(({ key }) => key === 'result');
/** Up to behind the key, so that what follows is a column of its own. */
const padded = (cells: readonly CellOfRow[]): readonly CellOfRow[] => [
  ...cells,
  ...Array<CellOfRow>(FIRST + ANSWER_FIELDS.length + 2 - cells.length).fill(''),
];

/** A cell with what it says, where it is read right; without, where it must not be read. */
interface Typed {
  readonly cell: CellOfRow;
  readonly says?: unknown;
}

const days = fc.integer({ min: day('2022-02-01'), max: day('2022-06-09') });
const words = fc.constantFrom(
  'Проведено',
  'Справка готова',
  'приказ от 30.03.2022 № 12',
  '№ 5',
  '100 %',
  '=A1',
  '-',
  '0',
);

const GOOD: Readonly<Record<string, fc.Arbitrary<Typed>>> = {
  done: fc.constantFrom<Typed>(
    { cell: 'да', says: true },
    { cell: ' ДА ', says: true },
    { cell: 'Выполнено', says: true },
  ),
  date: days.chain((one) =>
    fc.constantFrom<Typed>(
      { cell: date(toIso(one)), says: one },
      { cell: toIso(one), says: one },
      { cell: toIso(one).split('-').reverse().join('.'), says: one },
    ),
  ),
  count: fc
    .integer({ min: 0, max: 5000 })
    .chain((one) =>
      fc.constantFrom<Typed>(
        { cell: number(one), says: one },
        { cell: String(one), says: one },
        { cell: one.toLocaleString('ru'), says: one },
      ),
    ),
  share: fc
    .integer({ min: 0, max: 40 })
    .chain((one) =>
      fc.constantFrom<Typed>({ cell: number(one), says: one }, { cell: String(one), says: one }),
    ),
  of: fc.constantFrom<Typed>({ cell: number(40), says: 40 }, { cell: '40', says: 40 }),
  result: words.map((cell) => ({ cell, says: cell })),
  evidence: words.map((cell) => ({ cell, says: [cell] })),
};

const BAD: Readonly<Record<string, readonly CellOfRow[]>> = {
  done: ['ок', 'да, но позже', '+', 'да?', 'нет данных', 'частично, к маю', number(1), date('2022-03-01')],
  date: [
    '31.04',
    '31.04.2022',
    'в мае',
    '12 мая',
    '12.05.22 или 13.05.22',
    number(44_693),
    number(2022),
    '2022',
    date('2031-01-01'),
    date('1901-05-05'),
    percents(0.5),
    'до 12 мая 2022 г.',
  ],
  count: [
    'два',
    '2-3',
    'около 10',
    '1.200',
    number(2.5),
    number(-1),
    percents(0.4),
    '10 %',
    '2 из 5',
    date('2022-05-05'),
  ],
  share: ['сорок', number(41), number(-3), '3 или 4', '1,2,3', date('2022-05-05')],
  of: ['все', number(0), '40 %', '39-40'],
};
const BROKEN: readonly CellOfRow[] = [
  { formula: 'A1' },
  { type: 'e', value: '#ДЕЛ/0!' },
  { type: 'e', value: '#N/A' },
];

const kindOf = (key: AnswerField, figure: string | undefined): string =>
  key === 'value' ? (figure === 'share' ? 'share' : 'count') : key;

/** One line filled: every field that is wanted right, but the one to spoil. */
const filled = (at: number) => {
  const { line } = LINES[at]!;
  const keys = line.asks.filter((key) => GOOD[kindOf(key, line.figure)]);
  const turn = line.aim.turn;
  const good = fc.record(
    Object.fromEntries(
      keys.map((key) => [
        key,
        key === 'date' && turn
          ? fc
              .integer({ min: turn.from, max: Math.min(turn.to, day('2022-06-09')) })
              .map((one): Typed => ({ cell: date(toIso(one)), says: one }))
          : GOOD[kindOf(key, line.figure)]!,
      ]),
    ),
  );
  const spoilt = fc.option(
    fc
      .constantFrom(...keys)
      .chain((key) =>
        fc.constantFrom(...(BAD[kindOf(key, line.figure)] ?? []), ...BROKEN).map((cell) => ({ key, cell })),
      ),
    { freq: 2 },
  );
  return fc.record({ at: fc.constant(at), good: good as fc.Arbitrary<Record<AnswerField, Typed>>, spoilt });
};

interface Damage {
  readonly sorted: boolean;
  readonly hidden: boolean;
  readonly added: boolean;
  readonly noKeys: boolean;
  readonly noLast: boolean;
  readonly note: boolean;
  /** Words over the question, over what was known, under a column without a heading, above the head; a heading that says nothing. */
  readonly over: boolean;
  readonly known: boolean;
  readonly unnamed: boolean;
  readonly above: boolean;
  readonly renamed: boolean;
  readonly commented: boolean;
}

const answers = fc.record({
  lines: fc
    .subarray(
      LINES.flatMap(({ line }, at) => (line.asks.includes('done') || line.figure ? [at] : [])),
      { minLength: 1 },
    )
    .chain((chosen) => fc.tuple(...chosen.map(filled))),
  damage: fc.record<Damage>({
    sorted: fc.boolean(),
    hidden: fc.boolean(),
    added: fc.boolean(),
    noKeys: fc.boolean(),
    noLast: fc.boolean(),
    note: fc.boolean(),
    over: fc.boolean(),
    known: fc.boolean(),
    unnamed: fc.boolean(),
    above: fc.boolean(),
    renamed: fc.boolean(),
    commented: fc.boolean(),
  }),
});

/** The cells that an answer speaks of: those it read, and those that a finding names. */
const named = ({ lines, findings }: Answer): ReadonlySet<string | undefined> =>
  new Set([
    ...lines.flatMap((line) => line.cells.map(({ place }) => place.cell)),
    ...[...findings, ...lines.flatMap((line) => line.findings)].flatMap(({ place, cells = [] }) => [
      place.cell,
      ...cells.map(({ cell }) => cell),
    ]),
  ]);

test('of spoilt answers none is misread, none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async ({ lines, damage }) => {
      const fills: Record<string, Partial<Record<AnswerField, CellOfRow>>> = {};
      for (const { at, good, spoilt } of lines) {
        const { item, name } = LINES[at]!;
        const cells = Object.fromEntries(Object.entries(good).map(([key, { cell }]) => [key, cell]));
        fills[name === 'x' ? item : `${item} ${name}`] = spoilt
          ? { ...cells, [spoilt.key]: spoilt.cell }
          : cells;
      }
      const [title, head, ...rest] = formRows(form, fills);
      const body = damage.sorted ? rest.slice(0, -1).toReversed() : rest.slice(0, -1);
      const rows: SheetRow[] = [title!, head!, ...body, ...(damage.noLast ? [] : [rest.at(-1)!])].map(
        (row, at) => {
          const isLine = at > 1 && at <= body.length + 1;
          const own = [...row.cells];
          // Without keys a row is known by these words.
          if (damage.over && isLine && !damage.noKeys) own[ASKED] = `Слова ${at}`;
          if (damage.known && isLine && !damage.noKeys) own[KNOWN] = `Уже ${at}`;
          if (damage.renamed && at === 1) own[FIRST + RESULT] = 'Итоги';
          const cut = damage.noKeys ? own.slice(0, FIRST + ANSWER_FIELDS.length) : own;
          const cells = damage.unnamed && isLine && at % 2 === 0 ? [...padded(cut), 'Без графы'] : cut;
          return {
            cells:
              damage.added && at > 0 && at <= body.length + 1
                ? [at === 1 ? 'Ответственный' : `Иванова ${at}`, ...cells]
                : cells,
            hidden: damage.hidden && at % 3 === 2,
          };
        },
      );
      if (damage.note) rows.push({ cells: ['', '', '', 'Исп. Иванова'] });
      if (damage.above) rows[0] = { cells: [...rows[0]!.cells, 'Срочно'] };
      const comments = damage.commented ? { comments: { C4: 'уточняем', J5: 'пришлём' } } : {};
      const sheet = { name: 'Форма', rows, ...comments };
      const [answer] = await collect({ 'ответ.xlsx': [sheet] }, workspace, '2022-06-10');
      for (const { at, good, spoilt } of lines) {
        const { item, name, line } = LINES[at]!;
        const read = answer!.lines.find((one) => one.item?.id === item && lineName(one.aim) === name);
        // Without anything that names the form a row may be left unread, never taken for another.
        if (damage.noKeys && !read) continue;
        expect(read, `${item} ${name}`).toBeDefined();
        // Words under a heading that says nothing hold the row.
        const isHeld = damage.renamed && good.result !== undefined;
        if (spoilt || isHeld) {
          expect(read!.fact, JSON.stringify(spoilt)).toBeUndefined();
          expect(read!.findings.some(({ severity }) => severity === 'error')).toBe(true);
          continue;
        }
        if (read!.state === 'unread') expect(damage.noKeys).toBe(true);
        else expect(expectedOf(good, line.figure)).toEqual(saidBy(read!.fact!));
      }
      const spoken = named(answer!);
      for (const [at, { cells }] of rows.entries()) {
        if (
          at < 2 ||
          !rows[at] ||
          cells.some((cell) => typeof cell === 'string' && cell.startsWith('Форма №'))
        )
          continue;
        const from = FIRST + (damage.added ? 1 : 0);
        const isLine = at <= body.length + 1;
        const last = cells.length - 1;
        const own = [
          ...(damage.added ? [0] : []),
          ...(isLine && damage.over && !damage.noKeys ? [ASKED + from - FIRST] : []),
          ...(isLine && damage.known && !damage.noKeys ? [KNOWN + from - FIRST] : []),
          ...(cells[last] === 'Без графы' ? [last] : []),
        ];
        for (const column of [...own, ...ANSWER_FIELDS.map((_, index) => from + index)]) {
          const cell = cells[column];
          if (cell === undefined || cell === '') continue;
          expect(spoken, JSON.stringify(cell)).toContain(`${String.fromCharCode(65 + column)}${at + 1}`);
        }
      }
      if (damage.note) expect(spoken).toContain(`D${rows.length}`);
      if (damage.above) expect(spoken).toContain('B1');
      if (damage.commented)
        expect([...told(answer!)].filter((text) => text.endsWith(' comment')).sort()).toEqual([
          'C4 comment',
          'J5 comment',
        ]);
    }),
    { numRuns: runs(500, 60), seed: 20_220_610 },
  );
});

function expectedOf(good: Record<AnswerField, Typed>, figure: string | undefined): Record<string, unknown> {
  const said = Object.fromEntries(Object.entries(good).map(([key, { says }]) => [key, says]));
  const { value, ...others } = said;
  return {
    ...others,
    ...(value === undefined ? {} : { [figure === 'share' ? 'value' : 'count']: value }),
  };
}

function saidBy(fact: NonNullable<Answer['lines'][number]['fact']>): Record<string, unknown> {
  const {
    item: _item,
    part: _part,
    indicator: _i,
    measure: _m,
    from,
    to,
    whole: _w,
    evidence,
    ...rest
  } = fact;
  expect(from).toBe(to);
  return {
    ...rest,
    ...(to === undefined ? {} : { date: to }),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}
