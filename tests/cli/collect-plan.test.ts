import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { collect } from '../../src/cli/collect/spec.ts';
import { render } from '../../src/cli/render/spec.ts';
import { RAION } from '../collect/answer-file.ts';
import { runHere } from './in-process.ts';

const PLAN = `${RAION}  центр: {name: Методический центр}
items:
  - {number: "1", action: Утвердить план работы, when: до 31 марта 2022 г., executors: [отдел], indicators: [Приказ]}
  - {number: "2", action: Провести семинары для учителей, when: май 2022 г., executors: [отдел, центр], indicators: [Не менее двух семинаров]}
  - {number: "3", action: Открыть методический кабинет, when: июнь 2022 г., executors: [центр], indicators: [Приказ]}
  - {number: "4", action: Подвести итоги, when: до 1 декабря 2022 г., executors: [отдел]}
`;

type Column = readonly [heading: string, cells: Readonly<Record<string, string>>];
type Place = { readonly row: number; readonly column: number };

/** A plan as the tool prints it, with columns that somebody added behind its own and filled by hand. */
interface Shape {
  readonly extension: 'xlsx' | 'docx';
  /** The table, with a way to name a cell of it: the row of an item (0: the head), the column behind the plan's own. */
  readonly typed: (
    bytes: Uint8Array,
    columns: readonly Column[],
  ) => Promise<{ readonly bytes: Uint8Array; readonly place: (at: Place) => object }>;
}

const word = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const SHAPES: readonly Shape[] = [
  {
    extension: 'xlsx',
    typed: async (bytes, columns) => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
      const sheet = book.getWorksheet('План')!;
      const head = 2;
      const first = sheet.getRow(head).cellCount + 1;
      for (const [at, [heading, cells]] of columns.entries()) {
        sheet.getRow(head).getCell(first + at).value = heading;
        for (const [item, text] of Object.entries(cells))
          sheet.getRow(head + Number(item)).getCell(first + at).value = text;
      }
      return {
        bytes: Buffer.from(await book.xlsx.writeBuffer()),
        place: ({ row, column }) => ({
          sheet: 'План',
          cell: `${String.fromCharCode(64 + first + column)}${head + row}`,
        }),
      };
    },
  },
  {
    extension: 'docx',
    typed: async (bytes, columns) => {
      const parts = unzipSync(bytes);
      const document = strFromU8(parts['word/document.xml']!);
      const tables = document.match(/<w:tbl>.*?<\/w:tbl>/gs)!;
      const at = tables.findIndex((table) => table.includes('Утвердить план работы'));
      const table = tables[at]!;
      let [row, width] = [-1, 0];
      const typed = table.replace(/<w:tr\b[^>]*>.*?<\/w:tr>/gs, (text) => {
        row++;
        width = (text.match(/<w:tc>/g) ?? []).length;
        const cells = columns.map(([heading, own]) => (row === 0 ? heading : (own[row] ?? '')));
        return text.replace(
          /<\/w:tr>$/,
          `${cells.map((cell) => `<w:tc><w:tcPr/>${word(cell)}</w:tc>`).join('')}</w:tr>`,
        );
      });
      return {
        bytes: zipSync({
          ...parts,
          'word/document.xml': strToU8(document.replace(table, () => typed)),
        }),
        place: (place) => ({ table: at + 1, row: place.row + 1, column: width + place.column + 1 }),
      };
    },
  },
];

async function collected(shape: Shape, columns: readonly Column[], ...line: readonly string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'collect-plan-'));
  writeFileSync(join(cwd, 'raion.plan.yaml'), PLAN);
  const clock = { cwd, now: '2022-06-10T09:00:00Z' };
  const file = `план.${shape.extension}`;
  await runHere(render, ['plan', 'raion', '-o', file], clock);
  const { bytes, place } = await shape.typed(readFileSync(join(cwd, file)), columns);
  writeFileSync(join(cwd, file), bytes);
  const run = async () =>
    JSON.parse((await runHere(collect, [file, ...line, '--format', 'json'], clock)).stdout);
  const facts = (): string => readFileSync(join(cwd, 'raion.facts.yaml'), 'utf8');
  return { json: await run(), run, facts, place };
}

describe.each(SHAPES)("a plan's table in .$extension", (shape) => {
  it('with a mark typed beside the items, whose words are a choice or a result', async () => {
    const mark = { '1': 'Выполнено', '2': 'Проведён один семинар', '3': 'не выполнено' };
    const { json, run, facts } = await collected(shape, [['Отметка об исполнении', mark]], '--write');
    const [{ lines, findings }] = json.answers;
    expect(
      lines.map(({ item, state, by, fact }: Record<string, object>) => ({ item, state, by, fact })),
    ).toEqual([
      { item: '1', state: 'new', by: 'Приозёрный район', fact: { item: '1', done: true } },
      { item: '2', state: 'new', by: 'Приозёрный район', fact: { item: '2', result: mark['2'] } },
      { item: '3', state: 'nothing', by: 'Приозёрный район', fact: undefined },
    ]);
    expect(findings.filter(({ code }: { code: string }) => code !== 'printed-status')).toEqual([]);
    const written = facts();
    expect((await run()).summary).toMatchObject({ new: 0, recorded: 2, nothing: 1 });
    expect(facts()).toBe(written);
  });

  it('with result, date and document typed beside the items; what is no date is named', async () => {
    const { json, place } = await collected(shape, [
      ['Результат', { '1': 'План утверждён', '2': 'Два семинара' }],
      ['Дата исполнения', { '1': '30.03.2022', '2': 'в мае' }],
      ['Подтверждающий документ', { '1': 'приказ от 30.03.2022 № 12' }],
    ]);
    const [first, second] = json.answers[0].lines;
    expect(first).toMatchObject({
      state: 'new',
      fact: {
        item: '1',
        date: '2022-03-30',
        result: 'План утверждён',
        evidence: ['приказ от 30.03.2022 № 12'],
      },
    });
    expect(second).toMatchObject({
      item: '2',
      state: 'unread',
      findings: [{ code: 'not-a-date', place: place({ row: 2, column: 1 }), text: 'в мае' }],
    });
    expect(json.answers[0].lines).toHaveLength(2);
  });

  it('names the cells of an added column that says nothing here', async () => {
    const { json, place } = await collected(shape, [
      ['Исполнение', { '1': 'да' }],
      ['Замечания района', { '2': 'просим перенести', '4': 'ждём приказа' }],
    ]);
    const told = json.answers[0].findings.filter(({ code }: { code: string }) => code !== 'printed-status');
    expect(told).toMatchObject([
      {
        code: 'unknown-column',
        place: place({ row: 2, column: 1 }),
        cells: [place({ row: 4, column: 1 })],
      },
    ]);
    expect(json.answers[0].lines).toMatchObject([{ item: '1', state: 'new', fact: { done: true } }]);
  });

  it('is no answer as it was printed', async () => {
    const { json } = await collected(shape, []);
    expect(json.summary).toMatchObject({ new: 0, unread: 0 });
    expect(json.answers[0].findings).toContainEqual(expect.objectContaining({ code: 'no-form' }));
  });
});
