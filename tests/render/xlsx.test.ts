import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../src/import/import.ts';
import { dayOf } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Plan } from '../../src/model/plan.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import { cutCells } from '../../src/render/xlsx-cells.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { planSheets } from '../../src/view/plan-sheets.ts';
import { regionReportView } from '../../src/view/region-report-view.ts';
import { expectedRows } from './expected-cells.ts';
import { folders, loadFolder, planOf } from './loaded.ts';
import { words } from './reread-docx.ts';
import { rereadXlsx } from './reread-xlsx.ts';
import { canValidate, invalidParts } from './schema-validity.ts';

/** Excel counts days from the end of 1899. */
const EXCEL_EPOCH = 25_569;
const letter = (at: number) => String.fromCharCode(65 + at);

async function sheetsOf(yaml: string) {
  const { plan, workspace } = planOf(yaml);
  return rereadXlsx(await renderXlsx(planSheets(plan, workspace)));
}

/** A heading, and a row for each risk of the profiles in the table. */
const riskRows = (plan: Plan): number =>
  (plan.source.context ?? []).reduce((sum, { 'in-table': inTable, 'risk-profile': profile }) => {
    const count = inTable ? Object.values(profile ?? {}).flat().length : 0;
    return count === 0 ? sum : sum + count + 1;
  }, 0);

describe.each(folders)('every word of the plans in %s', (folder) => {
  const workspace = loadFolder(folder);
  test.each(workspace.plans.map((plan) => [plan.id, plan] as const))('%s', async (_, plan) => {
    const { sheets, formulas } = rereadXlsx(await renderXlsx(planSheets(plan, workspace)));
    expect(formulas).toBe(0);
    const [, header, ...rows] = sheets[0]!.rows;
    const headings = [...header!.values()];
    const added = [headings.indexOf('Начало'), headings.indexOf('Окончание')];
    const own = headings.flatMap((_, at) => (added.includes(at) ? [] : [letter(at)]));
    const isRisk = (row: ReadonlyMap<string, unknown>) =>
      [...row.values()].some((cell) => /^(?:Низкая|Средняя|Высокая)$/.test(String(cell)));
    expect(rows.filter(isRisk)).toHaveLength(riskRows(plan));
    const read = rows.filter((row) => row.size > 1 && !isRisk(row));
    const expected = expectedRows(plan);
    expect(read).toHaveLength(expected.length);
    read.forEach((row, at) => {
      const item = plan.items[at]!;
      const cells = own.map((column) => words(String(row.get(column) ?? '')));
      if (item.excluded === undefined) expect(cells).toEqual(expected[at]!.cells.map(words));
      else
        expect(cells.slice(0, 2)).toEqual([
          words(expected[at]!.number),
          words(`Исключён (${item.excluded})`),
        ]);
    });
    expect(rows.filter((row) => row.size === 1)).toHaveLength(
      plan.sections.length + (plan.source.context ?? []).filter((entry) => entry['in-table']).length,
    );
    const executed = plan.items.flatMap((item) =>
      [item, ...item.parts].flatMap(({ executors }) => executors),
    );
    expect(sheets[1]!.rows).toHaveLength(2 + executed.length);
  });
});

const PLAN = `id: a
title: "=План"
period: 2022
sections:
  - title: "Раздел"
    items:
      - {number: "1", action: "=1+1", when: "1 марта – 15 апреля 2022 г.", executors: ["@кто", б]}
      - {number: "2", action: "+7 902", when: "до 20 мая 2022 г.", executors: [б], parts: [{action: "-часть", when: май, executors: [в]}]}
      - {number: "3", excluded: "приказ от 12.05.2022 № 80"}
      - {number: "4", action: "\\u0007знак 😀", when: по мере необходимости}
`;

test('dates are dates, and only where the words state them', async () => {
  const { sheets, parts } = await sheetsOf(PLAN);
  const rows = sheets[0]!.rows.slice(3);
  const day = (text: string) => Date.parse(text) / 86_400_000 + EXCEL_EPOCH;
  expect(rows.map((row) => [row.get('D'), row.get('E')])).toEqual([
    [day('2022-03-01'), day('2022-04-15')],
    [undefined, day('2022-05-20')],
    [undefined, undefined],
    [undefined, undefined],
  ]);
  expect(parts['xl/styles.xml']).toContain('formatCode="dd.mm.yyyy"');
});

test('what looks like a formula is text', async () => {
  const { sheets, formulas } = await sheetsOf(PLAN);
  expect(formulas).toBe(0);
  expect(sheets[0]!.rows.slice(3, 5).map((row) => row.get('B'))).toEqual(['=1+1', '+7 902\n-часть']);
  expect(sheets[1]!.rows.slice(2).map((row) => [row.get('A'), row.get('B')])).toEqual([
    ['@кто', '1'],
    ['б', '1'],
    ['б', '2'],
    ['в', '2'],
  ]);
});

test('the header stays in sight, filters, and is printed on every page', async () => {
  const { sheets, parts } = await sheetsOf(PLAN);
  expect(sheets.map(({ name }) => name)).toEqual(['План', 'Исполнители']);
  for (const { xml } of sheets) {
    expect(xml).toContain('ySplit="2"');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<autoFilter ref="A2:');
    expect(xml).toContain('fitToWidth="1"');
  }
  expect(parts['xl/workbook.xml']).toContain('$2:$2');
  expect(parts['docProps/custom.xml']).toContain('roadmap.plan');
});

test('cells look as their table says, and links lead where they say', async () => {
  const linked = PLAN.replace(
    'title: "=План"',
    'title: "=План"\ncolumns: [{field: action}, {field: info}]',
  ).replace('action: "=1+1",', 'action: "=1+1", info: {text: Сайт, url: "https://example.org"},');
  const open = async (yaml: string) => {
    const { plan, workspace } = planOf(yaml);
    const workbook = new ExcelJS.Workbook();
    const bytes = await renderXlsx(planSheets(plan, workspace));
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    return workbook;
  };
  const workbook = await open(PLAN);
  const sheet = workbook.worksheets[0]!;
  const look = (place: string) => {
    const { font, alignment, border, numFmt } = sheet.getCell(place);
    const lines = Object.entries(border ?? {}).flatMap(([side, line]) => (line?.style ? [side] : []));
    return { bold: font.bold ?? false, size: font.size, ...alignment, lines: lines.sort(), numFmt };
  };
  const round = ['bottom', 'left', 'right', 'top'];
  const plain = { bold: false, size: 11, vertical: 'top', wrapText: true, lines: round };
  const middle = { bold: true, vertical: 'middle', horizontal: 'center', wrapText: true };
  expect(look('A1')).toEqual({ ...middle, size: 12, lines: [], numFmt: undefined });
  expect(sheet.getCell('B1').master.address).toBe('A1');
  expect(look('A2')).toEqual({ ...middle, size: 11, lines: round, numFmt: undefined });
  expect(look('A3')).toMatchObject({ bold: true, horizontal: 'centerContinuous', lines: ['bottom', 'top'] });
  expect(look('B4')).toEqual({ ...plain, numFmt: '@' });
  expect(look('C4')).toEqual({ ...plain, numFmt: undefined });
  expect(look('D4')).toEqual({ ...plain, horizontal: 'center', numFmt: 'dd.mm.yyyy' });
  expect(workbook.creator).not.toBe('ExcelJS');
  const values = (await open(linked)).worksheets[0]!.getRow(4).values;
  expect(values).toContainEqual({ text: 'Сайт', hyperlink: 'https://example.org' });
});

test('the same bytes twice, valid by the schemas', { timeout: 60_000 }, async () => {
  const packages: Record<string, Uint8Array> = {};
  const yamls = {
    usual: PLAN,
    long: `id: a\ntitle: План\nitems:\n  - {number: "1", action: "${'слово '.repeat(7000)}"}`,
    empty: 'id: a\ntitle: План',
    columns:
      'id: a\ntitle: План\ncolumns: [{field: action}, {field: info}]\nitems:\n  - {number: "1", action: А, info: {text: Сайт, url: "https://example.org"}}',
  };
  for (const [name, yaml] of Object.entries(yamls)) {
    const { plan, workspace } = planOf(yaml);
    packages[name] = await renderXlsx(planSheets(plan, workspace));
    expect(await renderXlsx(planSheets(plan, workspace))).toEqual(packages[name]);
  }
  for (const folder of folders) {
    const workspace = loadFolder(folder);
    for (const plan of workspace.plans) packages[plan.id] = await renderXlsx(planSheets(plan, workspace));
  }
  const long = String(rereadXlsx(packages.long!).sheets[0]!.rows[2]!.get('B'));
  expect(long).toHaveLength(32_767);
  if (canValidate) expect(invalidParts('sml', packages)).toEqual([]);
});

test('a text that Excel would read as an escape comes back as it was, and one cut is named', async () => {
  const yaml = (action: string) => `id: a\ntitle: План\nitems:\n  - {number: "1", action: "${action}"}`;
  const odd = planOf(yaml('Назвать файл svod_x0042_1'));
  const view = planSheets(odd.plan, odd.workspace);
  const { draft } = await importDocument(await renderXlsx(view), 'план.xlsx', { changes: 'accept' });
  expect(draft?.plan.items?.[0]?.action).toBe('Назвать файл svod_x0042_1');
  expect(cutCells(view)).toEqual([]);
  const long = planOf(yaml('Отчёт '.repeat(6000)));
  const sheets = planSheets(long.plan, long.workspace);
  expect(new Set(cutCells(sheets).map((text) => text.slice(0, 6)))).toEqual(new Set(['Отчёт ']));
  const { problems } = await importDocument(await renderXlsx(sheets), 'план.xlsx', { changes: 'accept' });
  expect(problems.map(({ code }) => code)).toContain('cut');
});

test('a report has its words and its signature in a workbook too, however long they are', async () => {
  const long = Array.from({ length: 60 }, () => 'проведены консультации').join(', ');
  const workspace = loadWorkspace(
    memoryFiles({
      'a.yaml':
        'kind: plan\nid: a\ntitle: План\nperiod: 2022\norder: {type: приказ, number: "1", date: 2022-01-10, signatory: {position: Министр, name: И.О. Образцов}}\nexecutors: {моуо: {name: Органы, level: municipal}}\nitems: [{number: "1", action: Дело, when: март, executors: [моуо]}]\n',
      'b.yaml':
        'kind: plan\nid: b\nlevel: municipal\nterritory: Район\ntitle: План\nperiod: 2022\nimplements: a\nexecutors: {отдел: {name: Отдел, acts-as: моуо}}\nitems: [{number: "1", action: Дело, when: март, executors: [отдел], implements: ["1"]}]\n',
      'b.facts.yaml': `kind: facts\nplan: b\nfacts: [{item: "1", date: 2022-03-10, done: true, result: "${long}"}]\n`,
    }),
  ).workspace;
  const view = regionReportView(workspace.planOf('a')!, workspace, { asOf: dayOf(2022, 4, 1)! })!;
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await renderXlsx(view)).buffer as ArrayBuffer);
  const rows = book.worksheets[0]!.getRows(1, book.worksheets[0]!.rowCount)!;
  const reported = rows.find((row) => row.getCell(1).text === `Район: ${long}`)!;
  // Some 1,400 letters on lines of at most 200, each of a dozen points.
  expect(reported.height).toBeGreaterThan(7 * 12);
  const signed = rows.find((row) => row.getCell(1).text === 'Министр')!;
  expect(signed.getCell(6).text.replace('\u00a0', ' ')).toBe('И.О. Образцов');
});
