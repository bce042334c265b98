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

for (const [name, dress] of Object.entries(DRESSES)) {
  it(`reads an answer ${name}, and names the cell of a bad one`, async () => {
    const answers: Answers = {
      '1': { done: 'да', date: '30.03.2022', evidence: 'приказ от 30.03.2022 № 12' },
      '3': { done: 'частично', date: '31.04.2022' },
    };
    const json = await collected((document) => filled(document, answers, dress));
    expect(json.summary).toMatchObject({ answers: 1, new: 1, unread: 1 });
    const text = JSON.stringify(json);
    expect(text).toContain('"2022-03-30"');
    expect(text).toContain('приказ от 30.03.2022 № 12');
    expect(text).toContain(`"column":${cellAt('date') + 1}`);
  });
}

it('takes the words of untouched places for no answer', async () => {
  const json = await collected(likeLibreOffice);
  expect(json.summary).toMatchObject({ answers: 1, new: 0, unread: 0 });
});
