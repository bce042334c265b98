import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../src/cli/check/spec.ts';
import { collect } from '../../src/cli/collect/spec.ts';
import { render } from '../../src/cli/render/spec.ts';
import { status } from '../../src/cli/status/spec.ts';
import { ANSWER_FIELDS, type AnswerField } from '../../src/collect/answer-fields.ts';
import { runHere } from '../cli/in-process.ts';
import { has } from '../needs.ts';
import {
  type Answers,
  addColumn,
  addressOf,
  addSheet,
  asExcel,
  asGoogle,
  asInline,
  asWps,
  escaped,
  type FormFile,
  fill,
  hide,
  merge,
  openForm,
  sortBy,
  typings,
} from './form-file.ts';
import { basicText, runBasic } from './libreoffice-basic.ts';

/**
 * The whole way of a form over the invented region: forms for all its municipalities and bodies, filled as Excel, Google
 * Sheets, WPS, Word and LibreOffice leave them, collected, and what is then recorded, fact by fact and state by state.
 */
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const NOW = '2022-10-12T09:00:00Z';
const TODAY = '2022-10-12';
const day = (month: number, date: number): Date => new Date(Date.UTC(2022, month - 1, date));

/** Filled in LibreOffice: real dates, dates as text, a hidden row, a second sheet. */
const KAMENSKY: Answers = {
  '1.1~x': { done: 'да', date: day(2, 24), evidence: 'приказ от 24.02.2022 № 40' },
  '1.1~i2': { date: day(2, 24), value: 1 },
  '1.3~x': { done: 'да', date: '05.04.2022', evidence: 'соглашение от 05.04.2022 № 11' },
  '1.5~i1t20220301-20220331': { done: 'да', date: day(3, 16), value: 1 },
  '1.5~i1t20220401-20220430': { done: 'нет', reason: 'Совещание не проводилось' },
  '2.1~x': { done: 'да', date: day(3, 31) },
  '2.1~i1': { date: day(3, 31), value: 3, of: 3 },
  '2.2~x': { done: 'нет', reason: 'Не завершена диагностика' },
  '4.1~x': { done: 'да', date: '9 июня 2022 г.', evidence: 'отчёт от 09.06.2022 № 3' },
  '4.1~i2': { date: day(6, 9), value: 3, of: 3 },
  '4.3~x': { done: 'да', date: day(9, 16), evidence: 'аналитическая справка от 16.09.2022' },
};

/** In Excel: rows sorted, a column and a sheet added, activities joined, a formula; and two answers joined into one. */
const LESNOGORSK: Answers = {
  '12~i1t20220801-20220831': { date: day(8, 17), value: { formula: '3-2', value: 1 } },
  '15~i1t20220401-20220630': { date: day(6, 14), value: 1, result: 'ММО учителей биологии' },
  '22~x': { done: 'да', date: day(8, 31), evidence: 'справка от 31.08.2022' },
  '22~i1': { date: day(8, 31), value: { formula: '40+3', value: 43 }, of: 121 },
  '28~i1t20220701-20220930': {
    date: day(9, 29),
    value: 1,
    evidence: 'https://lesnogorsk.example/opora/itogi-leta',
  },
  '29~x': { result: 'Описание готовится' },
};

/** In Google Sheets; one answer says what is recorded already. */
const ZARECHNY: Answers = {
  '15~i1t20220401-20220430': { reason: 'Встреча совпала с выездом' },
  '18~i1t20220701-20220930': { date: day(9, 20), value: 1, result: 'ММО учителей физики' },
  '19~x': { done: 'да', date: day(9, 28) },
  '19~i1': { date: day(9, 28), value: '1' },
  '34~x': { done: 'да', date: day(10, 3), evidence: 'приказ от 03.10.2022 № 88-од' },
};

/** In WPS: percents, a date in words. */
const INSTITUTE: Answers = {
  '1.1.2~x': { done: 'да', date: day(2, 10), evidence: 'проект положения от 10.02.2022' },
  '1.2.5~x': { done: 'да', date: '25 марта 2022 г.', evidence: 'программа семинара от 21.03.2022' },
  '1.2.5~i1': { date: day(3, 25), value: { percent: 96 } },
};

/** By a program that writes texts into the cells: a moved deadline. */
const CENTRE: Answers = {
  '2.1.1~x': { done: 'да', date: day(2, 28), evidence: 'программа комплексной диагностики от 28.02.2022' },
  '2.1.1~i2': { date: day(2, 28), value: 4 },
  '4.5~x': {
    reason: 'Результаты ОГЭ получены позднее',
    newDate: day(10, 31),
    basis: 'приказ от 25.08.2022 № 210',
  },
};

/** In LibreOffice, kept as .ods; everything is answered. */
const COLLEGE: Answers = {
  '3.2.7~x': { done: 'частично', date: day(10, 7), result: 'Студенты распределены по школам' },
  '3.2.7~i1': { date: day(10, 7), value: 9 },
};

/** In Word. */
const MINISTRY: Answers = {
  '1.1.1~x': { done: 'да', date: day(1, 28), evidence: 'приказ министерства от 28.01.2022 № 15' },
  '1.2.1~x': { done: 'да', date: day(2, 18), evidence: 'приказ министерства от 18.02.2022 № 40' },
  '1.2.1~i2': { date: day(2, 18), value: 11 },
};

/** Does to a form what a person at LibreOffice does, and saves it by the filter named. */
function basicFor(
  form: FormFile,
  answers: Answers,
  hidden: readonly string[],
  paths: readonly [string, string],
  filter: string,
): string {
  const [from, to] = paths.map((path) => basicText(pathToFileURL(path).href));
  const typed = typings(form, answers).map(([row, column, what]) => {
    const cell = `sheet.getCellRangeByName("${addressOf(form, row, column)}")`;
    if (what instanceof Date)
      return `${cell}.Value = DateSerial(${what.toISOString().slice(0, 10).split('-').map(Number).join(', ')})`;
    return typeof what === 'number'
      ? `${cell}.Value = ${what}`
      : `${cell}.String = ${basicText(String(what))}`;
  });
  const rows = form.rows.flatMap(({ line }, at) =>
    hidden.includes(line ?? '') ? [`sheet.Rows.getByIndex(${at}).IsVisible = False`] : [],
  );
  return [
    'Dim asHidden(0) As New com.sun.star.beans.PropertyValue, asFilter(0) As New com.sun.star.beans.PropertyValue',
    'asHidden(0).Name = "Hidden" : asHidden(0).Value = True',
    `asFilter(0).Name = "FilterName" : asFilter(0).Value = "${filter}"`,
    `doc = StarDesktop.loadComponentFromURL(${from}, "_blank", 0, asHidden())`,
    'sheet = doc.Sheets.getByIndex(0)',
    ...typed,
    ...rows,
    'doc.Sheets.insertNewByName("Лист2", 1)',
    'doc.Sheets.getByIndex(1).getCellRangeByName("A1").String = "Просим учесть"',
    `doc.storeToURL(${to}, asFilter())`,
    'doc.close(True)',
  ].join('\n');
}

/** Fills the content controls of a form of Word, as Word leaves them: no placeholder any more, the day beside its text. */
function filledDocx(bytes: Uint8Array, answers: Answers): Uint8Array {
  const parts = unzipSync(bytes);
  const used = new Set<string>();
  const body = strFromU8(parts['word/document.xml']!).replace(
    /<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs,
    (row) => {
      const key = /<w:t[^>]*>([^<~]+~[a-z0-9-]+)~[0-9A-Z]+<\/w:t>/.exec(row)?.[1];
      const fields = answers[key ?? ''];
      if (!fields) return row;
      used.add(key!);
      return row.replace(/<w:sdt>.*?<\/w:sdt>/gs, (control) => {
        const field = ANSWER_FIELDS.find(({ key: name }) => control.includes(`w:val="roadmap.${name}"`))
          ?.key as AnswerField;
        const typed = fields[field];
        if (typed === undefined) return control;
        const iso = typed instanceof Date ? typed.toISOString().slice(0, 10) : '';
        const text = iso === '' ? String(typed) : iso.split('-').reverse().join('.');
        return control
          .replace('<w:showingPlcHdr/>', '')
          .replace('<w:date>', `<w:date w:fullDate="${iso}T00:00:00Z">`)
          .replace(/<w:r>.*<\/w:r>/s, `<w:r><w:t>${escaped(text)}</w:t></w:r>`);
      });
    },
  );
  expect([...used].sort()).toEqual(Object.keys(answers).sort());
  parts['word/document.xml'] = strToU8(body);
  return zipSync(parts);
}

describe.skipIf(!has('libreoffice'))('the forms of a region, there and back', () => {
  let cwd = '';
  let work = '';
  const run = (spec: Parameters<typeof runHere>[0], line: string) =>
    runHere(spec, line.split(' '), { cwd, now: NOW });
  const json = async (spec: Parameters<typeof runHere>[0], line: string) =>
    JSON.parse((await run(spec, `${line} --format json`)).stdout);
  const findings = async (): Promise<readonly string[]> =>
    (await json(check, `--as-of ${TODAY}`)).findings.map(({ code, file, message }: Record<string, string>) =>
      [file, code, message].join(' '),
    );
  let before: readonly string[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: the JSON of a command
  let collected: any;

  const formOf = (name: string): string =>
    join(cwd, 'forms', readdirSync(join(cwd, 'forms')).find((file) => file.startsWith(name))!);
  const opened = (name: string): FormFile => openForm(readFileSync(formOf(name)));
  const send = (name: string, bytes: Uint8Array): void => writeFileSync(join(cwd, 'answers', name), bytes);

  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'roadmap-forms-'));
    work = mkdtempSync(join(tmpdir(), 'roadmap-office-'));
    cpSync(EXAMPLES, cwd, { recursive: true });
    before = await findings();
    const asked = '--as-of 2022-10-01 --answer-by 2022-10-10';
    await run(render, `form ozersky-krai-2022 ${asked} --record -o forms`);
    await run(render, `form ozersky-krai-2022 --for министерство ${asked} -o ministry.docx`);
    mkdirSync(join(cwd, 'answers'));

    const lesnogorsk = merge(fill(opened('lesnogorsk'), LESNOGORSK, 'А.Б. Сосновский'), 9, '29~x', 2);
    // Sorted by the days of the answers, the last first; the joined rows stay together at the end.
    addColumn(sortBy(lesnogorsk, 6), 5, 'Примечание', 'уточнить у директора');
    send('Лесногорск.xlsx', asExcel(addSheet(lesnogorsk, 'Лист1', ['Черновик', '12'])));
    send('Заречный — ответ.xlsx', asGoogle(fill(opened('zarechny'), ZARECHNY, 'М.В. Ольховская')));
    send('копия institut (3).xlsx', asWps(fill(opened('ozersky-krai-2022 институт'), INSTITUTE)));
    send('centr.xlsx', asInline(hide(fill(opened('ozersky-krai-2022 центр'), CENTRE), '2.1.1~i2')));
    send('министерство.docx', filledDocx(readFileSync(join(cwd, 'ministry.docx')), MINISTRY));
    rmSync(join(cwd, 'ministry.docx'));
    const answers = join(cwd, 'answers');
    runBasic(
      [
        basicFor(
          opened('kamensky'),
          KAMENSKY,
          ['4.3~x'],
          [formOf('kamensky'), join(answers, 'Каменский.xlsx')],
          'Calc MS Excel 2007 XML',
        ),
        basicFor(
          opened('ozersky-krai-2022 колледж'),
          COLLEGE,
          [],
          [formOf('ozersky-krai-2022 колледж'), join(answers, 'колледж.ods')],
          'calc8',
        ).replace(/^Dim.*$/m, ''),
        'StarDesktop.terminate()',
      ].join('\n'),
      work,
    );
    collected = await json(collect, 'answers --write');
  });

  afterAll(() => {
    for (const folder of [cwd, work]) rmSync(folder, { recursive: true, force: true });
  });

  test('a form went to each municipality and each body of the region', () => {
    expect(readdirSync(join(cwd, 'forms'))).toHaveLength(10);
    expect(readdirSync(join(cwd, 'answers'))).toHaveLength(7);
  });

  test('debug', async () => {
    console.log(JSON.stringify(collected.summary));
    for (const answer of collected.answers) console.log(JSON.stringify(answer, null, 1).slice(0, 6000));
  });
});
