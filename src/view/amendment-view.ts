import type { Clause as Amending, ClauseRow, ClauseTable } from '../history/amendment/clause.ts';
import { unquoted } from '../history/amendment/quotes.ts';
import { hasAdverb, unitsOf, type WrittenClause, writeClause } from '../history/amendment/write.ts';
import type { EditionAct } from '../history/editions.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { planSections } from './annex.ts';
import { draftMark } from './approval-mark.ts';
import { writtenDate, writtenNumber } from './date-words.ts';
import type { Block, Cell, Column, PageSection, Paragraph, Row, Table, View } from './document.ts';
import { KIND_PROPERTY, MARKS_PROPERTY, MARKS_VERSION, PLAN_PROPERTY } from './marks.ts';
import { orderFields, orderSection } from './order.ts';
import { orderType, orderTypeName } from './order-type.ts';
import { metaOf, type ViewOptions } from './order-view.ts';
import { accusativeOf } from './participle.ts';
import { planColumns } from './plan-columns.ts';
import { type DocumentSettings, settingsOf } from './settings.ts';
import { orderOf, type StatedOrder } from './stated-order.ts';
import { type Typesetter, typesetter } from './texts.ts';

interface AmendmentOptions extends ViewOptions {
  readonly clauses: readonly Amending[];
  /** The act that approved the plan: only the original is amended, however many amendments came before. */
  readonly original: EditionAct;
  /** The plan as the original act approved it. */
  readonly approved: Plan;
}

/**
 * The draft of the order «О внесении изменений в приказ …» that makes of the approved plan the plan as it is now; its
 * number and date are filled in when it is signed. Undefined for a plan that no order approves.
 */
export function amendmentView(plan: Plan, workspace: Workspace, options: AmendmentOptions): View | undefined {
  const own = orderOf(plan);
  if (!own) return undefined;
  const settings = options.settings ?? settingsOf(workspace.config.documents);
  const set = typesetter(settings);
  const { clauses, original } = options;
  const order: StatedOrder = {
    type: own.type,
    ...(own.issuer ? { issuer: own.issuer } : {}),
    ...(own.place === undefined ? {} : { place: own.place }),
    ...(own.formula === undefined ? {} : { formula: own.formula }),
    ...(own.signatory ? { signatory: own.signatory } : {}),
    subject: `О внесении ${isOne(clauses) ? 'изменения' : 'изменений'} в ${actOf(original, own, settings)}`,
    clauses: [],
    acquainted: own.acquainted,
    annexes: [],
  };
  const isWhole = clauses.some(({ kind }) => kind === 'restate-all');
  const text = [...amendingBlocks(plan, order, options, settings, set), ...closing(own, set)];
  return {
    meta: {
      ...metaOf(plan, workspace, order.subject ?? '', settings),
      properties: { [PLAN_PROPERTY]: plan.id, [KIND_PROPERTY]: 'amendment', [MARKS_PROPERTY]: MARKS_VERSION },
    },
    settings,
    sections: [
      orderSection(order, true, settings, set, text),
      ...(isWhole ? newAnnex(plan, workspace, order, settings, set) : []),
    ],
    fields: orderFields(order, settings),
  };
}

const isOne = (clauses: readonly Amending[]): boolean =>
  clauses.reduce((sum, clause) => sum + unitsOf(clause), 0) === 1;

/** «приказ Управления образования от 22 апреля 2021 г. № 127»; the accusative of these nouns is their nominative. */
function actOf(act: EditionAct, { type, issuer }: StatedOrder, settings: DocumentSettings): string {
  const name = orderTypeName(act.type ?? type);
  return [name, issuer?.genitive ?? '', requisitesOf(act, settings)].filter((part) => part !== '').join(' ');
}

const requisitesOf = ({ date, number }: EditionAct, settings: DocumentSettings): string =>
  [`от ${writtenDate(date, settings)}`, number === undefined ? '' : writtenNumber(number)]
    .filter((part) => part !== '')
    .join(' ');

interface Amended {
  /** «план мероприятий …, утверждённый приказом … от … № …». */
  readonly words: string;
  readonly pronoun: string;
}

/** What is amended, in the accusative: by its title where that is declined for certain, else as the annex of its act. */
function amendedOf(
  order: StatedOrder,
  { approved, original }: AmendmentOptions,
  settings: DocumentSettings,
): Amended {
  const type = orderType(orderTypeName(original.type ?? order.type));
  const act = (noun: string): string =>
    [noun, order.issuer?.genitive ?? '', requisitesOf(original, settings)]
      .filter((part) => part !== '')
      .join(' ');
  const title = unquoted(approved.title).isOpen
    ? undefined
    : accusativeOf(approved.title.replace(/\s+/g, ' ').trim());
  if (!title) return { words: `приложение к ${act(type.dative)}`, pronoun: 'его' };
  return {
    words: `${title.title}, ${title.participle} ${act(type.instrumental)}`,
    pronoun: title.pronoun,
  };
}

/** Of a table as wide as a landscape sheet, millimetres. */
const NUMBER_WIDTH = 24;

/** Clause 1 with all that it changes. */
function amendingBlocks(
  plan: Plan,
  order: StatedOrder,
  options: AmendmentOptions,
  settings: DocumentSettings,
  set: Typesetter,
): readonly Block[] {
  const { clauses } = options;
  const { words, pronoun } = amendedOf(order, options, settings);
  const called = { annex: pronoun, order: orderType(order.type).dative };
  const [only] = clauses;
  // A sheet in portrait leaves the numbers too little: «6.1» must stay on one line beside its quote.
  const columns = planColumns(plan, settings).map((column) =>
    column.key === 'number' ? { ...column, width: Math.max(column.width, NUMBER_WIDTH) } : column,
  );
  if (only && clauses.length === 1 && isOne(clauses)) {
    const written = writeClause(only, hasAdverb(only) ? 'alone' : 'list', called);
    const join = hasAdverb(only) ? 'изменение, ' : 'следующее изменение: ';
    const head = `Внести в ${words}, ${join}${written.words}`;
    return withTable({ ...written, words: head }, '.', columns, set, (text) => numbered('1.', text, set));
  }
  return [
    numbered('1.', `Внести в ${words}, следующие изменения:`, set),
    ...clauses.flatMap((clause, at) =>
      withTable(
        writeClause(clause, 'list', called),
        at === clauses.length - 1 ? '.' : ';',
        columns,
        set,
        (text): Block => ({ ...set.paragraph('body', `${at + 1}) ${text}`), requisite: 'text' }),
      ),
    ),
  ];
}

const numbered = (number: string, text: string, set: Typesetter): Block => ({
  kind: 'clause',
  requisite: 'text',
  level: 0,
  number,
  runs: set.words(text),
});

/** A clause, and the table it quotes, which ends it. */
function withTable(
  { words, table }: WrittenClause,
  end: string,
  columns: readonly Column[],
  set: Typesetter,
  blockOf: (text: string) => Block,
): readonly Block[] {
  if (!table) return [blockOf(`${words}${end}`)];
  return [
    { ...blockOf(words), keepNext: true },
    { ...quotedTable(table, end, columns, set), requisite: 'text' },
  ];
}

/** The rows between quotes, the first before the first word of the first cell, the last behind the last word. */
function quotedTable(table: ClauseTable, end: string, columns: readonly Column[], set: Typesetter): Table {
  const rows = table.rows.map((row) => rowOf(row, set));
  return {
    kind: 'table',
    caption: 'Новая редакция',
    description: `Строки плана в новой редакции. Графы: ${columns.map(({ heading }) => heading).join('; ')}.`,
    columns,
    rows: closed(opened(rows), end, set),
  };
}

function rowOf(row: ClauseRow, set: Typesetter): Row {
  if (row.kind === 'section')
    return { kind: 'span', keepNext: true, blocks: [set.paragraph('table-section', row.text)] };
  // An order quotes no item that was taken out: it says that it is.
  if (row.kind === 'excluded') return { kind: 'row', cells: [] };
  return {
    kind: 'row',
    cells: row.cells.map((lines) => ({
      paragraphs: lines.map(({ text, part, url }): Paragraph => {
        const runs = set.words(text).map((run) => (url === undefined ? run : { ...run, link: url }));
        return {
          kind: 'paragraph',
          style: 'table-text',
          runs,
          ...(part === undefined ? {} : { ordinal: part }),
        };
      }),
    })),
  };
}

/** Puts the opening quote before the first word of the rows. */
const opened = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row, at) => (at === 0 ? withMark(row, 'first', (runs) => [{ text: '«' }, ...runs]) : row));

const closed = (rows: readonly Row[], end: string, set: Typesetter): readonly Row[] =>
  rows.map((row, at) =>
    at === rows.length - 1 ? withMark(row, 'last', (runs) => [...runs, ...set.words(`»${end}`)]) : row,
  );

function withMark(
  row: Row,
  side: 'first' | 'last',
  mark: (runs: Paragraph['runs']) => Paragraph['runs'],
): Row {
  const marked = <Of extends Paragraph | Table>(blocks: readonly Of[]): readonly (Of | Paragraph)[] => {
    const at = side === 'first' ? 0 : blocks.length - 1;
    const block = blocks[at];
    if (!block || block.kind === 'table') return [{ kind: 'paragraph', style: 'table-text', runs: mark([]) }];
    return blocks.map((one, n) => (n === at ? { ...block, runs: mark(block.runs) } : one));
  };
  if (row.kind === 'span') return { ...row, blocks: marked(row.blocks) };
  const cell = side === 'first' ? 0 : row.cells.length - 1;
  return {
    ...row,
    cells: row.cells.map(
      (one, n): Cell =>
        n === cell ? { ...one, paragraphs: marked(one.paragraphs) as readonly Paragraph[] } : one,
    ),
  };
}

/** Since when the order is in force, and who answers for it, as the plan's own order has it. */
function closing(own: StatedOrder, set: Typesetter): readonly Block[] {
  const control = own.clauses.findLast(({ text }) => /^(?:\d+\.\s*)?контроль/iu.test(text));
  const noun = {
    приказ: 'Настоящий приказ',
    распоряжение: 'Настоящее распоряжение',
    постановление: 'Настоящее постановление',
  };
  const texts = [
    `${noun[own.type]} вступает в силу со дня его подписания.`,
    ...(control ? [control.text.replace(/^\d+\.\s*/, '')] : []),
  ];
  return texts.map((text, at) => ({
    ...numbered(`${at + 2}.`, text, set),
    ...(at === texts.length - 1 ? { keepNext: true } : {}),
  }));
}

function newAnnex(
  plan: Plan,
  workspace: Workspace,
  order: StatedOrder,
  settings: DocumentSettings,
  set: Typesetter,
): readonly PageSection[] {
  const [first, ...others] = planSections(plan, workspace, settings, set);
  return first ? [{ ...first, blocks: [draftMark(order, set), ...first.blocks] }, ...others] : [];
}
