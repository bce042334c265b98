import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { collect } from '../../src/cli/collect/spec.ts';
import { render } from '../../src/cli/render/spec.ts';
import { ANSWER_FIELDS, type AnswerField, FORM_COLUMNS } from '../../src/collect/answer-fields.ts';
import { RAION } from '../collect/answer-file.ts';
import { runHere } from './in-process.ts';

const PLAN = `${RAION}items:
  - {number: "1", action: Утвердить план работы, when: до 31 марта 2022 г., executors: [отдел], indicators: [Приказ]}
  - {number: "2", action: Провести семинары для учителей, when: май 2022 г., executors: [отдел], indicators: [Не менее двух семинаров]}
  - {number: "3", action: Открыть методический кабинет, when: июнь 2022 г., executors: [отдел], indicators: [Приказ]}
`;

type Answers = Readonly<Record<string, Partial<Record<AnswerField, string>>>>;

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const cellAt = (field: AnswerField): number =>
  FORM_COLUMNS.length + ANSWER_FIELDS.findIndex(({ key }) => key === field);

/** How the programs that people have leave a place that was typed into. */
const DRESSES: Readonly<Record<string, (cell: string, text: string) => string>> = {
  'in its control': (cell, text) =>
    cell
      .replace('<w:showingPlcHdr/>', '')
      .replace(/<w:sdtContent>.*<\/w:sdtContent>/s, `<w:sdtContent>${run(text)}</w:sdtContent>`),
  'as plain text': (cell, text) => cell.replace(/<w:sdt>.*<\/w:sdt>/s, run(text)),
};

/** The form with answers by the number of the item, in the first row of each. */
function filled(document: string, answers: Answers, dress: (cell: string, text: string) => string): string {
  const open = new Map(Object.entries(answers));
  return document.replace(/<w:tr>.*?<\/w:tr>/gs, (row) => {
    const cells = row.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
    const number = (cells[0] ?? '').replace(/<[^>]+>/g, '');
    const answer = open.get(number);
    if (!answer || cells.length < FORM_COLUMNS.length + ANSWER_FIELDS.length) return row;
    open.delete(number);
    return Object.entries(answer).reduce((text, [field, words]) => {
      const cell = cells[cellAt(field as AnswerField)] as string;
      const at = cells.slice(0, cellAt(field as AnswerField)).join('').length + text.indexOf('<w:tc>');
      expect(text.slice(at, at + cell.length)).toBe(cell);
      const next = dress(cell, words);
      cells[cellAt(field as AnswerField)] = next;
      return text.slice(0, at) + next + text.slice(at + cell.length);
    }, row);
  });
}

/** LibreOffice writes what stands in a place that nobody touched as text of the place. */
const likeLibreOffice = (document: string): string =>
  document.replaceAll('<w:showingPlcHdr/>', '').replaceAll(/<w:rStyle w:val="RmPlaceholder"\/>/g, '');

async function collected(change: (document: string) => string) {
  const cwd = mkdtempSync(join(tmpdir(), 'collect-word-'));
  writeFileSync(join(cwd, 'raion.plan.yaml'), PLAN);
  const clock = { cwd, now: '2022-06-10T09:00:00Z' };
  const made = await runHere(render, ['form', 'raion', '--for', 'отдел', '-o', 'форма.docx'], clock);
  expect(made.stderr).toContain('Готова 1 форма');
  const parts = unzipSync(readFileSync(join(cwd, 'форма.docx')));
  const document = change(strFromU8(parts['word/document.xml'] as Uint8Array));
  writeFileSync(
    join(cwd, 'форма.docx'),
    zipSync({ ...parts, 'word/document.xml': strToU8(document) }, { mtime: '1980-01-02' }),
  );
  const { stdout } = await runHere(collect, ['форма.docx', '--format', 'json'], clock);
  return JSON.parse(stdout);
}

interface Told {
  readonly code: string;
  readonly place: object;
  readonly cells?: readonly object[];
}

/** Codes and places of everything that is said of an answer. */
const toldIn = ({ answers: [answer] }: { answers: [{ findings: Told[]; lines: { findings: Told[] }[] }] }) =>
  [...answer.findings, ...answer.lines.flatMap(({ findings }) => findings)].map(({ code, place }) => ({
    code,
    place,
  }));

const ANSWERS: Answers = {
  '1': { done: 'да', date: '30.03.2022', evidence: 'приказ от 30.03.2022 № 12' },
  '3': { done: 'частично', date: '31.04.2022' },
};
const dressed = DRESSES['in its control']!;
const SAID_OF_1 = { item: '1', date: '2022-03-30', done: true, evidence: ['приказ от 30.03.2022 № 12'] };
const rowsOf = (document: string): readonly string[] => document.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
/** A change of the rows below the head. */
const withRows = (document: string, change: (rows: readonly string[]) => readonly string[]): string => {
  const [head, ...rows] = rowsOf(document);
  const from = document.indexOf(head!) + head!.length;
  const last = rows.at(-1)!;
  return (
    document.slice(0, from) + change(rows).join('') + document.slice(document.lastIndexOf(last) + last.length)
  );
};
const withCell = (row: string, column: number, change: (cell: string) => string): string => {
  const cells = row.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
  const at = row.indexOf('<w:tc>') + cells.slice(0, column).join('').length;
  const cell = cells[column]!;
  return row.slice(0, at) + change(cell) + row.slice(at + cell.length);
};
const typedOver = (cell: string, text: string): string =>
  cell.replace(
    /(<w:p>|<w:p [^>]*>)(<w:pPr>.*?<\/w:pPr>)?.*<\/w:p>/s,
    (_, open, look = '') => `${open}${look}${run(text)}</w:p>`,
  );

for (const [name, dress] of Object.entries(DRESSES)) {
  it(`reads an answer ${name}, and names the cell of a bad one`, async () => {
    const json = await collected((document) => filled(document, ANSWERS, dress));
    expect(json.summary).toMatchObject({ answers: 1, new: 1, unread: 1 });
    const [line, bad] = json.answers[0].lines;
    expect(line).toMatchObject({ state: 'new', place: { table: 1, row: 2 }, fact: SAID_OF_1 });
    expect(line.cells.map(({ place }: { place: object }) => place)).toEqual(
      ['done', 'date', 'evidence'].map((field) => ({
        table: 1,
        row: 2,
        column: cellAt(field as AnswerField) + 1,
      })),
    );
    expect(bad).toMatchObject({ state: 'unread', item: '3' });
    const row = 2 + 1 + 2;
    expect(toldIn(json)).toEqual([
      { code: 'not-a-date', place: { table: 1, row, column: cellAt('date') + 1 } },
    ]);
  });
}

it('takes the words of untouched places for no answer', async () => {
  const json = await collected(likeLibreOffice);
  expect(json.summary).toMatchObject({ answers: 1, new: 0, unread: 0 });
  expect(toldIn(json)).toEqual([]);
});

it.each<[string, (rows: readonly string[]) => readonly string[]]>([
  ['sorted', (rows) => rows.toReversed()],
  ['and its other rows are deleted', (rows) => [rows[0]!]],
  [
    'and a row is added',
    (rows) => [
      ...rows,
      rows[1]!.replace(/<w:t\b[^>]*>.*?<\/w:t>/gs, '<w:t></w:t>').replace(/<w:sdt>.*?<\/w:sdt>/gs, ''),
    ],
  ],
])('knows the rows when the table is %s', async (_, change) => {
  const own = { '1': ANSWERS['1']! };
  const json = await collected((document) => withRows(filled(document, own, dressed), change));
  expect(json.summary).toMatchObject({ new: 1, unread: 0 });
  expect(json.answers[0].lines.map(({ item, fact }: { item: string; fact: object }) => [item, fact])).toEqual(
    [['1', SAID_OF_1]],
  );
  expect(toldIn(json)).toEqual([]);
});

it('names the cells of a row that was added and filled', async () => {
  const json = await collected((document) =>
    withRows(document, (rows) => {
      const blank = rows[1]!
        .replace(/<w:sdt>.*?<\/w:sdt>/gs, run(''))
        .replace(/<w:t\b[^>]*>.*?<\/w:t>/gs, '<w:t></w:t>');
      const named = withCell(blank, 1, (cell) => typedOver(cell, 'Провели ярмарку'));
      return [...rows, withCell(named, cellAt('done'), (cell) => typedOver(cell, 'да'))];
    }),
  );
  const row = 2 + 4;
  expect(json.answers[0].lines).toMatchObject([
    {
      state: 'unread',
      place: { table: 1, row },
      cells: [{ text: 'да', place: { table: 1, row, column: cellAt('done') + 1 } }],
      findings: [{ code: 'unknown-row', cells: [{ table: 1, row, column: 2 }] }],
    },
  ]);
});

it('reads a copied table as the same answer again', async () => {
  const json = await collected((document) => {
    const own = filled(document, { '1': ANSWERS['1']! }, dressed);
    const table = /<w:tbl>.*<\/w:tbl>/s.exec(own)![0];
    return own.replace(table, () => `${table}<w:p/>${table}`);
  });
  expect(json.summary).toMatchObject({ new: 1, repeated: 1, conflict: 0, unread: 0 });
  expect(json.answers[0].lines.map(({ place }: { place: object }) => place)).toEqual([
    { table: 1, row: 2 },
    { table: 2, row: 2 },
  ]);
});

it('tells what was typed over the words of the form, which Word does not lock', async () => {
  const json = await collected((document) =>
    withRows(document, (rows) =>
      rows.map((row, at) =>
        at > 1
          ? row
          : [1, 2, 3, 4].reduce(
              (text, column) => withCell(text, column, (cell) => typedOver(cell, `Слова ${column}`)),
              row,
            ),
      ),
    ),
  );
  expect(toldIn(json)).toEqual(
    [2, 3].flatMap((row) =>
      [2, 3, 4, 5].map((column) => ({ code: 'locked-changed', place: { table: 1, row, column } })),
    ),
  );
});

it('tells what was written beside the table', async () => {
  const json = await collected((document) =>
    document.replace('</w:tbl>', `</w:tbl><w:p>${run('Просим продлить срок')}</w:p>`),
  );
  expect(json.answers[0].findings).toMatchObject([{ code: 'text-beside', text: 'Просим продлить срок' }]);
});
