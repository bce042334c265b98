import { expect, test } from 'vitest';
import { parseDay } from '../../src/meaning/day.ts';
import { trace } from '../../src/trace/trace.ts';
import type { PageSection, Table } from '../../src/view/document.ts';
import { matrixView } from '../../src/view/matrix-view.ts';
import { plainText } from '../../src/view/texts.ts';
import { folders, loadFolder, loadTexts } from '../render/loaded.ts';

const asOf = parseDay('2022-06-15')!;
const workspace = loadFolder(folders[0]!);
const region = workspace.planOf('ozersky-krai-2022')!;

const tablesOf = (sections: readonly PageSection[]): readonly Table[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

/** The texts of a table, row by row; typed values as they are. */
const texts = (table: Table | undefined): string[][] =>
  [...(table?.rows ?? [])].flatMap((row) =>
    row.kind === 'span'
      ? []
      : [
          row.cells.map(({ paragraphs, value }) =>
            value && 'number' in value
              ? String(value.number)
              : paragraphs
                  .map(({ runs }) => plainText(runs))
                  .join('\n')
                  .replaceAll('\u00a0', ' '),
          ),
        ],
  );

test('the matrix says what trace says, holes first', () => {
  const [parent] = trace(workspace, { asOf, wanted: (one) => one === region });
  const view = matrixView(workspace, [region], { asOf, form: 'sheets' })!;
  const [matrix] = tablesOf(view.sections);
  const words = {
    missing: 'не учтено',
    late: 'позже',
    partly: 'частично',
    weaker: 'слабее',
    unclear: 'не сверено',
    waived: 'согласовано',
    covered: 'учтено',
  };
  const names = matrix!.columns.slice(3).map(({ heading }) => heading);
  const rows = texts(matrix);
  for (const child of parent!.children) {
    const at = 3 + names.indexOf(child.plan.territory!);
    expect(at).toBeGreaterThan(2);
    const told = new Map(rows.map((row) => [row[0], row[at]]));
    const states = child.obligations.map(({ obligation, state }) => [obligation.item.number, words[state]]);
    for (const [number, word] of states) expect(told.get(number!)).toBe(word);
    expect([...told.values()].filter((word) => word !== '—')).toHaveLength(states.length);
  }
  const holes = rows.map((row) => row.filter((word) => word === 'не учтено').length);
  expect(holes).toEqual([...holes].sort((a, b) => b - a));
  expect(holes[0]).toBeGreaterThan(0);
});

test('accepted deviations are listed with their reasons, and no other', () => {
  const waived = trace(workspace, { asOf, wanted: (one) => one === region })[0]!.children.flatMap(
    ({ plan, obligations }) =>
      obligations.flatMap(({ obligation, waivedBecause }) =>
        waivedBecause === undefined ? [] : [`${plan.territory} ${obligation.item.number} ${waivedBecause}`],
      ),
  );
  const view = matrixView(workspace, [region], { asOf, form: 'sheets' })!;
  const table = tablesOf(view.sections).find(({ caption }) => caption === 'Согласованные отступления');
  expect(
    texts(table)
      .map(([plan, number, , reason]) => `${plan} ${number} ${reason}`)
      .sort(),
  ).toEqual(waived.sort());
  expect(waived.length).toBeGreaterThan(0);
});

test('a municipality alone is shown against its parent; plans without links have no matrix', () => {
  const child = workspace.planOf('kamensky-2022')!;
  const view = matrixView(workspace, [child], { asOf, form: 'pages' })!;
  const shown = new Set(
    tablesOf(view.sections).flatMap(({ columns }) => columns.map(({ heading }) => heading)),
  );
  expect(shown.has(child.territory!)).toBe(true);
  expect(shown.has(workspace.planOf('zarechny-2022')!.territory!)).toBe(false);
  const lone = loadTexts({ 'a.plan.yaml': 'kind: plan\nid: a\ntitle: А\nperiod: 2022\nitems: []' });
  expect(matrixView(lone, lone.plans, { asOf, form: 'pages' })).toBeUndefined();
});
