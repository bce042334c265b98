import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/meaning/day.ts';
import { renderDocx } from '../../src/render/docx.ts';
import { isAsSealed, sealed } from '../../src/render/seal.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import type { View } from '../../src/view/document.ts';
import { extractView } from '../../src/view/extract-view.ts';
import { matrixView } from '../../src/view/matrix-view.ts';
import { planSheets } from '../../src/view/plan-sheets.ts';
import { chosenReport } from '../../src/view/report-choice.ts';
import { reportView } from '../../src/view/report-view.ts';
import { plainText } from '../../src/view/texts.ts';
import { has } from '../needs.ts';
import { folders, loadFolder } from './loaded.ts';
import { cellWords, rereadDocx, words } from './reread-docx.ts';
import { rereadXlsx } from './reread-xlsx.ts';
import { canValidate, invalidParts } from './schema-validity.ts';

const workspace = loadFolder(folders[0]!);
const asOf = parseDay('2022-06-15')!;
const region = workspace.planOf('ozersky-krai-2022')!;
const plan = workspace.planOf('zarechny-2022')!;
const choice = chosenReport(plan, workspace, undefined, asOf)!;
const extract = { asOf, executor: 'управление', days: 30 };

const views: Readonly<Record<string, View>> = {
  matrix: matrixView(workspace, [region], { asOf, form: 'pages' })!,
  report: reportView(plan, workspace, { asOf, choice }),
  extract: extractView(workspace, [plan], { ...extract, form: 'pages' })!,
};
const books: Readonly<Record<string, View>> = {
  matrix: matrixView(workspace, [region], { asOf, form: 'sheets' })!,
  status: planSheets(plan, workspace, { asOf }),
  extract: extractView(workspace, [plan], { ...extract, form: 'sheets' })!,
};

const rendered = async (
  all: Readonly<Record<string, View>>,
  write: (view: View) => Promise<Uint8Array>,
): Promise<Record<string, Uint8Array>> =>
  Object.fromEntries(
    await Promise.all(Object.entries(all).map(async ([name, view]) => [name, await write(view)])),
  );

describe('further documents', async () => {
  const docx = await rendered(views, renderDocx);
  const xlsx = await rendered(books, renderXlsx);

  test.each(Object.keys(views))(
    '%s: every cell of its tables is in the document, once and in place',
    (name) => {
      const tables = rereadDocx(docx[name]!).tables.filter(({ style }) => style === 'RmTable');
      const expected = views[name]!.sections.flatMap(({ blocks }) =>
        blocks.filter((block) => block.kind === 'table'),
      );
      expect(tables).toHaveLength(expected.length);
      expected.forEach((table, at) => {
        const rows = tables[at]!.rows.slice(1);
        const stated = [...table.rows];
        expect(rows).toHaveLength(stated.length);
        stated.forEach((row, line) => {
          if (row.kind === 'span') return;
          const wanted = row.cells.map(({ paragraphs, value }) =>
            value && paragraphs.length === 0
              ? undefined
              : words(paragraphs.map(({ runs }) => plainText(runs)).join(' ')),
          );
          const found = rows[line]!.cells.map(cellWords);
          expect(found.filter((_, cell) => wanted[cell] !== undefined)).toEqual(
            wanted.filter((text) => text !== undefined),
          );
        });
      });
    },
  );

  test('a workbook has its days and numbers as such', () => {
    const [, , status] = rereadXlsx(xlsx.status!).sheets;
    const rows = status!.rows.slice(2);
    expect(rows.length).toBe(plan.items.filter(({ excluded }) => excluded === undefined).length);
    expect(
      rows.every((row) => typeof (row.get('D') ?? 0) === 'number' && typeof row.get('I') === 'number'),
    ).toBe(true);
    expect(status?.xml).toMatch(/<pane xSplit="2"/);
  });

  test.skipIf(!canValidate)('all are valid by the schemas', () => {
    expect(invalidParts('wml', docx)).toEqual([]);
    expect(invalidParts('sml', xlsx)).toEqual([]);
  });

  test('sealed, they are the same document, known as ours until a byte changes', () => {
    for (const [format, bytes] of [
      ['docx', docx.matrix!],
      ['xlsx', xlsx.matrix!],
    ] as const) {
      const own = sealed(bytes, format);
      expect(isAsSealed(own, format)).toBe(true);
      expect(isAsSealed(bytes, format)).toBe(false);
      expect(isAsSealed(own.subarray(0, own.length - 30), format)).toBe(false);
    }
    expect(rereadDocx(sealed(docx.matrix!, 'docx')).parts['word/document.xml']).toBe(
      rereadDocx(docx.matrix!).parts['word/document.xml'],
    );
    const page = sealed(new TextEncoder().encode('<p>Да</p>\n'), 'html');
    expect(isAsSealed(page, 'html')).toBe(true);
    expect(
      isAsSealed(new TextEncoder().encode(new TextDecoder().decode(page).replace('Да', 'Нет')), 'html'),
    ).toBe(false);
  });

  test.skipIf(!has('libreoffice'))('LibreOffice opens and prints them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'roadmap-office-'));
    try {
      const files = [
        ...Object.entries(docx).map(([name, bytes]) => [`${name}.docx`, sealed(bytes, 'docx')] as const),
        ...Object.entries(xlsx).map(([name, bytes]) => [`${name}-book.xlsx`, sealed(bytes, 'xlsx')] as const),
      ];
      for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const names = files.map(([name]) => join(folder, name));
      spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names]);
      const made = names.map((name) => name.replace(/\.\w+$/, '.pdf'));
      expect(made.filter((name) => !existsSync(name))).toEqual([]);
      expect(made.every((name) => readFileSync(name).length > 5000)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
