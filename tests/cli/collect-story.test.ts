import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { collect } from '../../src/cli/collect/spec.ts';
import { render } from '../../src/cli/render/spec.ts';
import { status } from '../../src/cli/status/spec.ts';
import { ANSWER_FIELDS, type AnswerField, KEY_HEADING } from '../../src/collect/answer-fields.ts';
import { runHere } from './in-process.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const NOW = '2022-10-12T09:00:00Z';

type Fill = Partial<Record<AnswerField, string | number | Date>>;

/** Fills a form as a program that saves it anew does: shared strings, real dates, its own styles. */
async function fill(
  path: string,
  fills: (item: string) => Fill | undefined,
  change: (sheet: ExcelJS.Worksheet, keyColumn: number) => void = () => {},
): Promise<number> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(path) as unknown as ExcelJS.Buffer);
  const [sheet] = book.worksheets;
  const columns = new Map<string, number>();
  let head = 0;
  sheet!.eachRow((row, at) => {
    if (head > 0) return;
    row.eachCell((cell, column) => {
      const text = String(cell.value ?? '');
      if (text === KEY_HEADING) head = at;
      columns.set(text, column);
    });
  });
  const key = columns.get(KEY_HEADING)!;
  let filled = 0;
  for (let at = head + 1; at <= sheet!.rowCount; at++) {
    const [item, line] = sheet!.getRow(at).getCell(key).text.split('~');
    const answers = line === 'x' ? fills(item!) : undefined;
    if (!answers) continue;
    filled++;
    for (const { key: field, heading } of ANSWER_FIELDS) {
      const answer = answers[field];
      if (answer !== undefined) sheet!.getRow(at).getCell(columns.get(heading)!).value = answer;
    }
  }
  change(sheet!, key);
  writeFileSync(path, Buffer.from(await book.xlsx.writeBuffer()));
  return filled;
}

it('forms go out, come back filled, and are collected once', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'story-'));
  cpSync(EXAMPLES, cwd, { recursive: true });
  // Nobody was asked before.
  rmSync(join(cwd, 'requests.yaml'));
  const run = (spec: Parameters<typeof runHere>[0], ...line: string[]) =>
    runHere(spec, line, { cwd, now: NOW });
  const json = async (spec: Parameters<typeof runHere>[0], ...line: string[]) =>
    JSON.parse((await run(spec, ...line, '--format', 'json')).stdout);

  // Kamensky keeps no facts: everything that is due is asked of its territory.
  const sent = await run(
    render,
    'form',
    'kamensky-2022',
    '--for',
    'Каменский городской округ',
    '--as-of',
    '2022-10-01',
    '--answer-by',
    '2022-10-10',
    '--record',
    '-o',
    'forms',
  );
  expect(sent.code).toBe(0);
  const [file] = readdirSync(join(cwd, 'forms'));
  const form = join(cwd, 'forms', file!);
  const before = await json(status, 'kamensky-2022', '--as-of', '2022-10-12');
  const open = new Set<string>(before.plans[0].items.map(({ number }: { number: string }) => number));
  expect(open.size).toBeGreaterThan(10);
  expect((await json(status, 'kamensky-2022', '--answers', '--as-of', '2022-10-12')).requests).toMatchObject([
    { territory: 'Каменский городской округ', state: 'overdue', daysOverdue: 2, answered: 0 },
  ]);

  // Two answers, one of them with a date that is no date; a column was added, a row hidden, a sheet written beside.
  const done: string[] = [];
  const filled = await fill(
    form,
    (item) => {
      if (done.length === 3) return undefined;
      done.push(item);
      return done.length === 3
        ? { done: 'да', date: '31.04.2022' }
        : {
            done: 'да',
            date: done.length === 1 ? new Date(Date.UTC(2022, 2, 10)) : '11.03.2022',
            result: `Сделано ${done.length}`,
          };
    },
    (sheet, key) => {
      sheet.getCell(sheet.rowCount - 1, key + 1).value = 'Исп. Иванова';
      sheet.workbook.addWorksheet('Лист2').getCell('A1').value = 'Просим учесть';
    },
  );
  expect(filled).toBe(3);
  const written = await json(collect, 'forms', '--write');
  expect(written.summary).toMatchObject({ answers: 1, new: 2, unread: 1 });
  expect(written.answers[0].lines.map(({ state }: { state: string }) => state)).toEqual([
    'new',
    'new',
    'unread',
  ]);
  expect(written.answers[0].findings.map(({ code }: { code: string }) => code).sort()).toEqual([
    'other-table',
    'unknown-column',
  ]);
  const facts = readFileSync(join(cwd, 'kamensky-2022.facts.yaml'), 'utf8');
  expect(facts.match(/by: Каменский городской округ/g)).toHaveLength(2);
  expect(facts).toContain('date: 2022-03-10');
  expect(facts).toContain('date: 2022-03-11');
  const answered = await json(status, 'kamensky-2022', '--answers', '--as-of', '2022-10-12');
  expect(answered.requests).toMatchObject([{ state: 'overdue', received: '2022-10-12' }]);

  // Once more: nothing changes.
  const requests = readFileSync(join(cwd, 'requests.yaml'), 'utf8');
  expect((await json(collect, 'forms', '--write')).summary).toMatchObject({ new: 0, recorded: 2, unread: 1 });
  expect(readFileSync(join(cwd, 'kamensky-2022.facts.yaml'), 'utf8')).toBe(facts);
  expect(readFileSync(join(cwd, 'requests.yaml'), 'utf8')).toBe(requests);
});
