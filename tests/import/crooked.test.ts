import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanDocument, SectionFields } from '../../src/schema/generated/types.ts';
import { readDocument } from '../../src/source/read.ts';
import { runs } from '../lane.ts';
import { planOf } from './imported.ts';
import { list, p, tbl, tc, tr } from './word-file.ts';

/** A row of the table as its author meant it. */
interface Meant {
  readonly path: readonly string[];
  readonly number: string;
  readonly cells: readonly [action: string, when: string, executors: string, indicators: string];
}

const headings = [
  '№ п/п',
  'Наименование мероприятия',
  'Срок исполнения',
  'Ответственный исполнитель',
  'Ожидаемый результат',
];

/** Ways to lay the same table out. */
interface Layout {
  readonly order: readonly number[];
  /** Rows in one table; the next begins on a new page. */
  readonly rows: number;
  readonly repeatsHeading: boolean;
  readonly columnNumbers: boolean;
  readonly sections: 'merged' | 'over-action' | 'over-number' | 'number-apart';
  readonly mergesExecutors: boolean;
  readonly cutsRows: boolean;
  readonly nested: boolean;
  readonly automatic: boolean;
}

function meantOf(file: string): Meant[] {
  const plan = readDocument(file, readFileSync(new URL(`../../examples/${file}`, import.meta.url)))
    .value as PlanDocument;
  const nameOf = (key: string): string => plan.executors?.[key]?.name ?? key;
  const below = (holder: Pick<PlanDocument, 'items' | 'sections'>, path: readonly string[]): Meant[] => [
    ...(holder.items ?? [])
      .filter((item) => item.action !== undefined && item.parts === undefined)
      .map(
        (item): Meant => ({
          path,
          number: String(item.number),
          cells: [
            item.action!,
            typeof item.when === 'object' ? item.when.text : String(item.when ?? ''),
            (item.executors ?? [])
              .map((entry) => nameOf(typeof entry === 'string' ? entry : entry.key))
              .join('\n'),
            (item.indicators ?? [])
              .map((entry) => (typeof entry === 'string' ? entry : entry.text))
              .join('\n'),
          ],
        }),
      ),
    ...(holder.sections ?? []).flatMap((section: SectionFields) =>
      below(section, [
        ...path,
        section.number === undefined ? section.title : `${section.number}. ${section.title}`,
      ]),
    ),
  ];
  return below(plan, []);
}

const halves = (text: string): [string, string] => {
  const words = text.split(' ');
  const at = Math.ceil(words.length / 2);
  return words.length < 4 ? [text, ''] : [words.slice(0, at).join(' '), words.slice(at).join(' ')];
};

function sectionRow(text: string, depth: number, layout: Layout): string {
  const look = depth === 0 ? ({ bold: true, align: 'center' } as const) : ({ bold: true } as const);
  const [number = '', ...words] = text.split(' ');
  if (layout.sections === 'merged') return tr([tc(text, { span: 5 }, look)]);
  if (layout.sections === 'number-apart' && /\d/.test(number)) {
    return tr([tc(number, {}, look), tc(words.join(' '), { span: 4 }, look)]);
  }
  const at = layout.sections === 'over-number' ? layout.order.indexOf(0) : layout.order.indexOf(1);
  return tr(layout.order.map((_, column) => tc(column === at ? text : '', {}, look)));
}

function bodyOf(meant: readonly Meant[], layout: Layout): string {
  const heading = (): string[] => [
    tr(
      layout.order.map((field) => tc(headings[field]!, {}, { bold: true, align: 'center' })),
      '<w:tblHeader/>',
    ),
    ...(layout.columnNumbers ? [tr(['1', '2', '3', '4', '5'])] : []),
  ];
  const tables: string[][] = [];
  let rows = heading();
  let path: readonly string[] = [];
  let above = '';
  const turnPage = (): void => {
    tables.push(rows);
    rows = layout.repeatsHeading ? heading() : [];
    above = '';
  };
  meant.forEach((row, index) => {
    row.path.forEach((title, depth) => {
      if (path[depth] === title) return;
      path = row.path.slice(0, depth + 1);
      above = '';
      rows.push(sectionRow(title, depth, layout));
    });
    path = row.path;
    const number = layout.automatic ? tc(p('', { list: [9, 0] })) : tc(row.number);
    const [action, when, executors, indicators] = row.cells;
    const cut = layout.cutsRows && index % 4 === 3;
    if (cut) {
      const [first, rest] = halves(action);
      const [met, more] = halves(indicators);
      const cells = [number, tc(first), tc(when), tc(executors), tc(met)];
      rows.push(tr(layout.order.map((field) => cells[field]!)));
      if (index % 8 === 7) turnPage();
      const others = ['', rest, '', '', more];
      rows.push(tr(layout.order.map((field) => tc(others[field]!))));
      above = '';
    } else {
      const merge = layout.mergesExecutors ? (executors === above ? 'continue' : 'start') : undefined;
      const merged = tc(merge === 'continue' ? '' : executors, merge ? { merge } : {});
      const cells = [number, tc(action), tc(when), merged, tc(indicators)];
      rows.push(tr(layout.order.map((field) => cells[field]!)));
      above = executors;
    }
    if ((index + 1) % layout.rows === 0) turnPage();
  });
  tables.push(rows);
  const body = tables
    .filter((table) => table.length > 0)
    .map((table) => tbl(table))
    .join(p(''));
  return layout.nested ? tbl([tr([tc(p('') + body + p(''))])], 1) : body;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Numbers, sections and words of the cells, blanks alike. */
function wordsOf(plan: PlanDocument): string[] {
  const nameOf = (key: string): string => plan.executors?.[key]?.name ?? key;
  const below = (holder: Pick<PlanDocument, 'items' | 'sections'>, path: readonly string[]): string[] => [
    ...(holder.items ?? []).map((item) =>
      [
        path.join(' / '),
        item.number,
        item.action,
        item.when,
        item.executors
          ?.map((entry) => (typeof entry === 'string' ? nameOf(entry) : `${nameOf(entry.key)} ${entry.note}`))
          .join(' '),
        item.indicators?.join(' '),
      ]
        .map((text) => flat(String(text ?? '')))
        .join(' | '),
    ),
    ...(holder.sections ?? []).flatMap((section: SectionFields) =>
      below(section, [
        ...path,
        section.number === undefined ? section.title : `${section.number}. ${section.title}`,
      ]),
    ),
  ];
  return below(plan, []);
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
  rows: fc.integer({ min: 3, max: 60 }),
  repeatsHeading: fc.boolean(),
  columnNumbers: fc.boolean(),
  sections: fc.constantFrom('merged', 'over-action', 'over-number', 'number-apart'),
  mergesExecutors: fc.boolean(),
  cutsRows: fc.boolean(),
  nested: fc.boolean(),
  automatic: fc.boolean(),
});

describe('one road map in many layouts', () => {
  it.each(['zarechny-2022.plan.yaml', 'ozersky-krai-2022.plan.yaml', 'klyuchevskaya-2022.plan.yaml'])(
    '%s',
    async (file) => {
      const meant = meantOf(file);
      await fc.assert(
        fc.asyncProperty(layouts, async (chosen) => {
          // A number beside a wide cell stands in the first column, and one cell is not laid out in two ways at once.
          const layout = chosen.sections === 'number-apart' ? { ...chosen, order: [0, 1, 2, 3, 4] } : chosen;
          const plan = await planOf(bodyOf(meant, layout), { numbering: list(9, [['decimal', '%1.']]) });
          const expected = meant.map(({ path, number, cells }, index) =>
            [path.join(' / '), layout.automatic ? String(index + 1) : number, ...cells].map(flat).join(' | '),
          );
          expect(wordsOf(plan)).toEqual(expected);
        }),
        { numRuns: runs(25), seed: 1 },
      );
    },
  );
});
