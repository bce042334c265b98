import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { collect } from '../../src/cli/collect/spec.ts';
import { render } from '../../src/cli/render/spec.ts';
import { status } from '../../src/cli/status/spec.ts';
import { ANSWER_FIELDS, type AnswerField, KEY_HEADING } from '../../src/collect/answer-fields.ts';
import { runHere } from '../cli/in-process.ts';
import { has } from '../needs.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const day = (month: number, date: number): Date => new Date(Date.UTC(2022, month - 1, date));

/** By item and line: real dates and dates as text, figures, documents. */
const ANSWERS: Readonly<Record<string, Partial<Record<AnswerField, string | number | Date>>>> = {
  '1.1~x': { done: 'да', date: day(2, 24), evidence: 'приказ от 24.02.2022 № 40' },
  '1.1~i2': { date: day(2, 24), value: 1 },
  '1.3~x': { done: 'да', date: '05.04.2022', evidence: 'соглашение от 05.04.2022 № 11' },
  '4.1~x': { done: 'да', date: '9 июня 2022 г.', evidence: 'отчёт от 09.06.2022 № 3' },
  '4.1~i2': { date: day(6, 9), value: 3, of: 3 },
  '4.3~x': { done: 'да', date: day(9, 16), evidence: 'аналитическая справка от 16.09.2022' },
  '2.2~x': { done: 'нет', reason: 'Не завершена диагностика' },
};

/**
 * By hand: 1.1 and 4.1 have document and figure in time; 1.3 was due on 31 March; 4.3 was reported on its last day; 2.2 was
 * not done; of 1.4 (4 March) nothing was said.
 */
const STATES = {
  '1.1': 'done',
  '1.3': 'done-late',
  '1.4': 'overdue',
  '2.2': 'overdue',
  '4.1': 'done',
  '4.3': 'done',
  '4.6': 'not-started',
};

async function filled(bytes: Uint8Array): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const sheet = book.worksheets[0]!;
  const columns = new Map<string, number>();
  let head = 0;
  sheet.eachRow((row, at) => {
    if (head > 0) return;
    columns.clear();
    row.eachCell((cell, column) => {
      if (cell.value === KEY_HEADING) head = at;
      columns.set(String(cell.value), column);
    });
  });
  let used = 0;
  for (let at = head + 1; at <= sheet.rowCount; at++) {
    const row = sheet.getRow(at);
    const [item, line] = String(row.getCell(columns.get(KEY_HEADING)!).value ?? '').split('~');
    const answer = ANSWERS[`${item}~${line}`];
    if (!answer) continue;
    used++;
    for (const { key, heading } of ANSWER_FIELDS)
      if (answer[key] !== undefined) row.getCell(columns.get(heading)!).value = answer[key];
    if (item === '4.3') row.hidden = true;
  }
  expect(used).toBe(Object.keys(ANSWERS).length);
  book.addWorksheet('Лист2').getCell('A1').value = 'Просим учесть';
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** As an online editor exports: texts within their cells, no table of strings, no properties of the document. */
function inline(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const strings = strFromU8(parts['xl/sharedStrings.xml']!).match(/<si>.*?<\/si>/gs) ?? [];
  const kept = Object.entries(parts).filter(([name]) => !/sharedStrings|custom\.xml/.test(name));
  return zipSync(
    Object.fromEntries(
      kept.map(([name, part]) => {
        const text = strFromU8(part)
          .replace(/<(?:Relationship|Override)\b[^>]*(?:sharedStrings|custom)\.xml[^>]*>/g, '')
          .replace(
            /t="s"><v>(\d+)<\/v>/g,
            (_, at) => `t="inlineStr"><is>${strings[Number(at)]!.slice(4, -5)}</is>`,
          );
        return [name, strToU8(text)];
      }),
    ),
  );
}

function converted(bytes: Uint8Array, through: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-forms-'));
  try {
    let file = join(folder, 'form.xlsx');
    writeFileSync(file, bytes);
    for (const [at, format] of through.entries()) {
      const out = join(folder, String(at));
      mkdirSync(out);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      spawnSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', out, file]);
      file = join(out, `form.${format}`);
    }
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SHAPES: readonly (readonly [string, boolean, (bytes: Uint8Array) => Uint8Array])[] = [
  ['shared strings', false, (bytes) => bytes],
  ['strings within the cells', false, inline],
  ['saved by LibreOffice', true, (bytes) => converted(bytes, ['xlsx'])],
  ['through an .ods', true, (bytes) => converted(bytes, ['ods', 'xlsx'])],
];

for (const [name, needsOffice, shape] of SHAPES) {
  test.skipIf(needsOffice && !has('libreoffice'))(`a filled form is collected: ${name}`, async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'roadmap-forms-'));
    try {
      cpSync(EXAMPLES, cwd, { recursive: true });
      const run = (spec: Parameters<typeof runHere>[0], line: string) =>
        runHere(spec, line.split(' '), { cwd, now: '2022-10-12T09:00:00Z' });
      const json = async (spec: Parameters<typeof runHere>[0], line: string) =>
        JSON.parse((await run(spec, `${line} --format json`)).stdout);

      await run(render, 'form ozersky-krai-2022 --as-of 2022-10-01 --answer-by 2022-10-10 --record -o forms');
      expect(readdirSync(join(cwd, 'forms'))).toHaveLength(10);
      const form = readdirSync(join(cwd, 'forms')).find((file) => file.startsWith('kamensky'))!;
      const back = shape(await filled(readFileSync(join(cwd, 'forms', form))));
      mkdirSync(join(cwd, 'answers'));
      writeFileSync(join(cwd, 'answers', 'ответ (2).xlsx'), back);

      const written = await json(collect, 'answers --write');
      expect(written.summary).toMatchObject({ answers: 1, new: 7, unread: 0 });
      const { plans } = await json(status, 'kamensky-2022 --as-of 2022-10-12');
      const states = plans[0].items.map(({ number, state }: Record<string, string>) => [number, state]);
      expect(Object.fromEntries(states)).toMatchObject(STATES);

      const files = ['kamensky-2022.facts.yaml', 'requests.yaml'];
      const before = files.map((file) => readFileSync(join(cwd, file), 'utf8'));
      expect((await json(collect, 'answers --write')).summary).toMatchObject({ new: 0, recorded: 7 });
      expect(files.map((file) => readFileSync(join(cwd, file), 'utf8'))).toEqual(before);
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });
}
