import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { alignedTexts } from '../../src/history/aligned.ts';
import { type Comparable, readComparable } from '../../src/import/compare/comparable.ts';
import { compareDocuments, hasNoDifference } from '../../src/import/compare/compare.ts';
import { renderDocx } from '../../src/render/docx.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import { orderView } from '../../src/view/order-view.ts';
import { planSheets } from '../../src/view/plan-sheets.ts';
import { folders, loadFolder } from '../render/loaded.ts';

async function comparable(bytes: Uint8Array, name = 'a.docx'): Promise<Comparable> {
  const read = await readComparable(bytes, name);
  if (!read.ok) throw new Error(read.problem.message.ru);
  return read.value;
}

/** The document with its main part changed, as somebody's edits would. */
function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts['word/document.xml']!);
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, 'word/document.xml': strToU8(after) });
}

const rowWith = (xml: string, words: string): string =>
  xml.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)!.find((row) => row.includes(words))!;

describe.each(folders)('the plans in %s', (folder) => {
  const workspace = loadFolder(folder);
  test.each(workspace.plans.map((plan) => [plan.id, plan] as const))(
    '%s is read with every item and its bookmark',
    async (_, plan) => {
      const read = await comparable(await renderDocx(orderView(plan, workspace)));
      expect(read.rows.map(({ marks }) => marks.length)).toEqual(plan.items.map(() => 1));
      expect(read.requisites.get('number') ?? '').toBe(String(plan.source.order?.number ?? ''));
      expect(hasNoDifference(compareDocuments(read, read))).toBe(true);
    },
  );
});

describe('a copy that was edited', async () => {
  const workspace = loadFolder(folders[0]!);
  const plan = workspace.planOf('zarechny-2022')!;
  const bytes = await renderDocx(orderView(plan, workspace));
  const ours = await comparable(bytes);
  const compared = async (change: (xml: string) => string) =>
    compareDocuments(ours, await comparable(edited(bytes, change)));

  test('in a cell: that cell, with both texts and the place in the document', async () => {
    const { cells, ...rest } = await compared((xml) => xml.replace('до 11\u00a0марта', 'до 18 марта'));
    expect(cells.map(({ ours: row, column, was, is, by }) => [row.number, column, was, is, by])).toEqual([
      ['7', 'when', 'до 11 марта 2022 г.', 'до 18 марта 2022 г.', 'mark'],
    ]);
    expect(cells[0]?.theirs.place.row).toBe(8);
    expect(Object.values(rest).flat()).toEqual([]);
  });

  test('in blanks and no-break blanks only: nothing', async () => {
    const differences = await compared((xml) => xml.replaceAll('\u00a0', '  '));
    expect(hasNoDifference(differences)).toBe(true);
  });

  test('in the number of the order and in a clause', async () => {
    const { requisites, clauses, cells } = await compared((xml) =>
      xml.replace('№\u00a053<', '№\u00a054<').replace('за собой', 'за начальником отдела'),
    );
    expect(requisites).toEqual([{ name: 'number', was: '53', is: '54' }]);
    expect(clauses).toEqual([
      {
        was: '5. Контроль за исполнением приказа оставляю за собой.',
        is: '5. Контроль за исполнением приказа оставляю за начальником отдела.',
      },
    ]);
    expect(cells).toEqual([]);
  });

  test('by taking a row out and adding one', async () => {
    const { missing, added, cells } = await compared((xml) => {
      const gone = rowWith(xml, 'rm_item_6"');
      const fresh = gone
        .replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
        .replace('>6<', '>41<')
        .replace(/установочном семинаре/, 'итоговой конференции региона')
        .replace('Принять участие', 'Выступить с докладом');
      return xml
        .replace(gone, '')
        .replace('</w:tbl><w:p><w:pPr><w:pStyle w:val="RmSectionEnd"', `${fresh}$&`);
    });
    expect(missing.map(({ number }) => number)).toEqual(['6']);
    expect(added.map(({ number }) => number)).toEqual(['41']);
    expect(cells).toEqual([]);
  });

  test('by moving a row: only that row', async () => {
    const { moved, cells, missing } = await compared((xml) => {
      const row = rowWith(xml, 'rm_item_3"');
      const before = rowWith(xml, 'rm_item_9"');
      return xml.replace(row, '').replace(before, row + before);
    });
    expect(moved.map(({ number }) => number)).toEqual(['3']);
    expect([...cells, ...missing]).toEqual([]);
  });

  test('by numbering anew after the bookmarks are gone: rows are known by their words', async () => {
    const { cells, missing, added } = await compared((xml) =>
      xml
        .replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
        .replace(
          /(<w:pStyle w:val="RmTableNumber"\/>.*?<w:t[^>]*>)(\d+)</g,
          (_, head, n) => `${head}${Number(n) + 100}<`,
        ),
    );
    expect([...missing, ...added]).toEqual([]);
    expect(cells.map(({ column, by }) => [column, by])).toEqual(plan.items.map(() => ['number', 'likeness']));
  });

  test('of a workbook', async () => {
    const sheets = await renderXlsx(planSheets(plan, workspace));
    const own = await comparable(sheets, 'a.xlsx');
    const parts = unzipSync(sheets);
    const strings = strFromU8(parts['xl/sharedStrings.xml']!).replace('до 27\u00a0мая', 'до 30 мая');
    const theirs = await comparable(
      zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(strings) }),
      'a.xlsx',
    );
    const { cells } = compareDocuments(own, theirs);
    expect(cells.map(({ ours: row, column }) => [row.number, column])).toEqual([['13', 'when']]);
  });
});

test('texts are aligned so that one inserted line is one difference', () => {
  expect(alignedTexts(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([{ is: 'x' }]);
  expect(alignedTexts(['a', 'b', 'c'], ['a', 'y', 'c'])).toEqual([{ was: 'b', is: 'y' }]);
  expect(alignedTexts(['a', 'b'], ['b'])).toEqual([{ was: 'a' }]);
});

test('a file that is no document is refused with a reason', async () => {
  const read = await readComparable(strToU8('hello'), 'a.docx');
  expect(read.ok).toBe(false);
});
