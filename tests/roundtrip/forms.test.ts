import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

/** Columns of a form, from 0. */
const [ACTION, DATE, RESULT] = [1, 6, 9];

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
      const key = /<w:t[^>]*>([^<~]+~[a-z0-9-]+)~[0-9A-Z~]+<\/w:t>/.exec(row)?.[1];
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

interface Told {
  readonly findings: readonly { readonly code: string; readonly place: Record<string, string> }[];
}
interface Line extends Told {
  readonly item: string;
  readonly line: string;
}

describe.skipIf(!has('libreoffice'))('the forms of a region, there and back', () => {
  let cwd = '';
  let work = '';
  const run = (spec: Parameters<typeof runHere>[0], line: string) =>
    runHere(spec, line.split(' '), { cwd, now: NOW });
  const json = async (spec: Parameters<typeof runHere>[0], line: string) =>
    JSON.parse((await run(spec, `${line} --format json`)).stdout);
  /** Each as its rule, its file, its item and its words. */
  const findings = async (): Promise<readonly string[]> =>
    (await json(check, `--as-of ${TODAY}`)).findings.map(({ rule, file, message }: Record<string, string>) =>
      [rule, file, /Пункт ([\d.]+)/.exec(message!)?.[1] ?? '', message].join('|'),
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

    // Sorted by the days of the answers, the last first: lines without one stay in their order at the end.
    const lesnogorsk = sortBy(fill(opened('lesnogorsk'), LESNOGORSK, 'А.Б. Сосновский'), DATE);
    addColumn(lesnogorsk, DATE - 1, 'Примечание', 'уточнить у директора');
    merge(merge(lesnogorsk, ACTION, '16~x', 3), RESULT + 1, '29~x', 2);
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

  test('each answer is read, whatever it came through; the one cell that cannot be is named', () => {
    expect(collected.summary).toMatchObject({
      answers: 7,
      new: 31,
      recorded: 1,
      contradicts: 0,
      conflict: 0,
      unread: 2,
      nothing: 0,
    });
    const told = Object.fromEntries(
      collected.answers.map(({ file, findings: ofFile, lines }: Told & { file: string; lines: Line[] }) => [
        file.replace('answers/', ''),
        [
          ...ofFile.map(({ code, place }) => `${place.cell ?? place.sheet} ${code}`),
          ...lines.flatMap(({ item, line, findings: own }) =>
            own.map(({ code, place }) => `${item} ${line} ${place.cell ?? place.row} ${code}`),
          ),
        ],
      ]),
    );
    expect(told).toEqual({
      'Каменский.xlsx': ['Лист2 other-table', '4.3 x 82 hidden-row'],
      // Two answers in one joined cell: neither is taken.
      'Лесногорск.xlsx': ['F6 unknown-column', 'Лист1 other-table', '29 x K41 merged', '29 i1 K42 merged'],
      'Заречный — ответ.xlsx': [],
      'копия institut (3).xlsx': [],
      'centr.xlsx': ['2.1.1 i2 7 hidden-row'],
      'колледж.ods': ['Лист2 other-table'],
      'министерство.docx': [],
    });
  });

  /** The facts that the answers have added to a file. */
  const added = (file: string): readonly object[] => {
    const facts = (folder: string): readonly object[] =>
      existsSync(join(folder, file)) ? parse(readFileSync(join(folder, file), 'utf8')).facts : [];
    const known = new Set(facts(EXAMPLES).map((fact) => JSON.stringify(fact)));
    return facts(cwd).filter((fact) => !known.has(JSON.stringify(fact)));
  };

  test('what was answered is recorded, fact by fact, in the order of the sheet', () => {
    const recorded = '2022-10-12';
    const kamensky = { recorded, by: 'Каменский городской округ' };
    expect(added('kamensky-2022.facts.yaml')).toEqual([
      { item: '1.1', date: '2022-02-24', done: true, evidence: ['приказ от 24.02.2022 № 40'], ...kamensky },
      { item: '1.1', indicator: 2, date: '2022-02-24', count: 1, ...kamensky },
      {
        item: '1.3',
        date: '2022-04-05',
        done: true,
        evidence: ['соглашение от 05.04.2022 № 11'],
        ...kamensky,
      },
      // One of the meetings, so not the whole item.
      { item: '1.5', indicator: 1, date: '2022-03-16', done: true, whole: false, count: 1, ...kamensky },
      // «Нет» is no fact, its reason is: of the days that were asked about.
      {
        item: '1.5',
        indicator: 1,
        date: { from: '2022-04-01', to: '2022-04-30' },
        reason: 'Совещание не проводилось',
        ...kamensky,
      },
      { item: '2.1', date: '2022-03-31', done: true, ...kamensky },
      { item: '2.1', indicator: 1, date: '2022-03-31', value: 3, of: 3, ...kamensky },
      { item: '2.2', reason: 'Не завершена диагностика', ...kamensky },
      { item: '4.1', date: '2022-06-09', done: true, evidence: ['отчёт от 09.06.2022 № 3'], ...kamensky },
      { item: '4.1', indicator: 2, date: '2022-06-09', value: 3, of: 3, ...kamensky },
      {
        item: '4.3',
        date: '2022-09-16',
        done: true,
        evidence: ['аналитическая справка от 16.09.2022'],
        ...kamensky,
      },
    ]);
    const lesnogorsk = { recorded, by: 'Лесногорский муниципальный округ' };
    expect(added('lesnogorsk-2022.facts.yaml')).toEqual([
      {
        item: '28',
        indicator: 1,
        date: '2022-09-29',
        count: 1,
        evidence: ['https://lesnogorsk.example/opora/itogi-leta'],
        ...lesnogorsk,
      },
      { item: '22', date: '2022-08-31', done: true, evidence: ['справка от 31.08.2022'], ...lesnogorsk },
      { item: '22', indicator: 1, date: '2022-08-31', value: 43, of: 121, ...lesnogorsk },
      { item: '12', indicator: 1, date: '2022-08-17', count: 1, ...lesnogorsk },
      {
        item: '15',
        indicator: 1,
        date: '2022-06-14',
        count: 1,
        result: 'ММО учителей биологии',
        ...lesnogorsk,
      },
    ]);
    // What is said of 34 was recorded before.
    const zarechny = { recorded, by: 'Заречный район' };
    expect(added('zarechny-2022-1.facts.yaml')).toEqual([]);
    expect(added('zarechny-2022-2.facts.yaml')).toEqual([
      {
        item: '15',
        indicator: 1,
        date: { from: '2022-04-01', to: '2022-04-30' },
        reason: 'Встреча совпала с выездом',
        ...zarechny,
      },
      { item: '18', indicator: 1, date: '2022-09-20', count: 1, result: 'ММО учителей физики', ...zarechny },
      { item: '19', date: '2022-09-28', done: true, ...zarechny },
      { item: '19', indicator: 1, date: '2022-09-28', count: 1, ...zarechny },
    ]);
    const centre = { recorded, by: 'ГБУ «Озёрский центр оценки качества образования»' };
    const college = { recorded, by: 'ГБПОУ «Лесногорский педагогический колледж»' };
    const institute = { recorded, by: 'ГАУ ДПО «Озёрский институт развития образования»' };
    const ministry = { recorded, by: 'Министерство образования и науки Озёрского края' };
    expect(added('ozersky-krai-2022.facts.yaml')).toEqual([
      {
        item: '2.1.1',
        date: '2022-02-28',
        done: true,
        evidence: ['программа комплексной диагностики от 28.02.2022'],
        ...centre,
      },
      { item: '2.1.1', indicator: 2, date: '2022-02-28', count: 4, ...centre },
      {
        item: '4.5',
        rescheduled: { to: '2022-10-31', basis: 'приказ от 25.08.2022 № 210' },
        reason: 'Результаты ОГЭ получены позднее',
        ...centre,
      },
      // «Частично» leaves no `done`.
      { item: '3.2.7', date: '2022-10-07', result: 'Студенты распределены по школам', ...college },
      { item: '3.2.7', indicator: 1, date: '2022-10-07', count: 9, ...college },
      {
        item: '1.1.2',
        date: '2022-02-10',
        done: true,
        evidence: ['проект положения от 10.02.2022'],
        ...institute,
      },
      {
        item: '1.2.5',
        date: '2022-03-25',
        done: true,
        evidence: ['программа семинара от 21.03.2022'],
        ...institute,
      },
      { item: '1.2.5', indicator: 1, date: '2022-03-25', value: 96, ...institute },
      {
        item: '1.1.1',
        date: '2022-01-28',
        done: true,
        evidence: ['приказ министерства от 28.01.2022 № 15'],
        ...ministry,
      },
      {
        item: '1.2.1',
        date: '2022-02-18',
        done: true,
        evidence: ['приказ министерства от 18.02.2022 № 40'],
        ...ministry,
      },
      { item: '1.2.1', indicator: 2, date: '2022-02-18', count: 11, ...ministry },
    ]);
  });

  test('the states are those that follow from it', async () => {
    const { plans } = await json(status, `--as-of ${TODAY}`);
    const states = (file: string): Record<string, string> =>
      Object.fromEntries(
        plans
          .find((plan: { file: string }) => plan.file === file)
          .items.map(({ number, state }: Record<string, string>) => [number, state]),
      );
    expect(states('kamensky-2022.plan.yaml')).toMatchObject({
      '1.1': 'done', // by 25 February, with its order and its coordinator
      '1.2': 'overdue', // 31 March, nothing said
      '1.3': 'done-late', // 31 March, done on 5 April
      '1.4': 'overdue',
      '1.5': 'behind', // March held, the next six months not
      '2.1': 'done', // on its last day
      '2.2': 'overdue', // «нет»
      '4.1': 'done', // 10 June
      '4.2': 'not-started', // 18 November
      '4.3': 'done', // on its last day, in a hidden row
      '4.6': 'not-started',
    });
    expect(states('lesnogorsk-2022.plan.yaml')).toMatchObject({
      '12': 'behind', // August has its two meetings now, April has one
      '15': 'in-progress', // the second quarter has two; until the end of the year
      '18': 'overdue', // 30 September, 11 of 15
      '22': 'done', // 43 of 121 are 35.5 %
      '28': 'in-progress', // each quarter has two
      '29': 'not-started', // what was said could not be read
    });
    expect(states('zarechny-2022.plan.yaml')).toMatchObject({
      '15': 'behind', // a reason is no meeting
      '18': 'in-progress', // a meeting in each quarter so far
      '19': 'done', // the fourth of four
      '34': 'done-late', // 30 September, on 3 October
    });
    expect(states('ozersky-krai-2022.plan.yaml')).toMatchObject({
      '1.1.1': 'done',
      '1.1.2': 'done', // by 11 February
      '1.1.3': 'overdue', // nobody answered
      '1.2.1': 'done', // 11 members of at least nine
      '1.2.5': 'done', // 96 % of at least 95
      '2.1.1': 'done',
      '3.2.7': 'in-progress', // 9 of 15, until the end of the year
      '4.5': 'in-progress', // moved to 31 October by an order
    });
  });

  test('check finds nothing wrong with what was recorded', async () => {
    const after = await findings();
    const parts = (all: readonly string[], others: readonly string[]): readonly string[][] =>
      all.filter((one) => !others.includes(one)).map((one) => one.split('|'));
    // Plans that had no facts are followed now, so what is late in them is told; of 12 the figure has changed.
    const fresh = parts(after, before);
    const followed = ['kamensky-2022.plan.yaml', 'ozersky-krai-2022.plan.yaml'];
    const late = new Set(['overdue-item', 'unmet-indicator']);
    expect(fresh.filter(([rule]) => !late.has(rule!))).toEqual([]);
    expect(
      fresh.filter(([, file]) => !followed.includes(file!)).map(([, file, item]) => [file, item]),
    ).toEqual([['lesnogorsk-2022.plan.yaml', '12']]);
    // And what was answered is late no longer.
    expect(parts(before, after).map(([rule, file, item]) => [rule, file, item])).toEqual([
      ['unmet-indicator', 'lesnogorsk-2022.plan.yaml', '12'],
      ['unmet-indicator', 'lesnogorsk-2022.plan.yaml', '15'],
      ['overdue-item', 'lesnogorsk-2022.plan.yaml', '22'],
      ['unmet-indicator', 'lesnogorsk-2022.plan.yaml', '28'],
      ['unmet-indicator', 'zarechny-2022.plan.yaml', '18'],
    ]);
  });

  test('who has answered: overdue first, how completely', async () => {
    const { requests } = await json(status, `--answers --as-of ${TODAY}`);
    const rows = requests
      .filter(({ due }: { due: string }) => due === '2022-10-10')
      .map((one: Record<string, string | number>) => [
        one.territory ?? one.executor,
        one.state,
        one.daysOverdue,
        one.received,
        one.asked,
        one.answered,
        one.partly,
      ]);
    expect(rows).toEqual([
      // 1.1, 1.3, 2.1, 2.2, 4.1, 4.3 in full; of 1.5 two months.
      ['Каменский городской округ', 'overdue', 2, TODAY, 29, 6, 1],
      // 22; of 12, 15, 28 and 29 not all or not readable.
      ['Лесногорский муниципальный округ', 'overdue', 2, TODAY, 17, 1, 4],
      // 19 and 34; of 15 and 18 not all.
      ['Заречный район', 'overdue', 2, TODAY, 23, 2, 2],
      ['министерство', 'overdue', 2, TODAY, 14, 2, 0],
      ['институт', 'overdue', 2, TODAY, 19, 2, 0],
      ['центр-качества', 'overdue', 2, TODAY, 10, 2, 0],
      ['школы', 'overdue', 2, undefined, 4, 0, 0],
      ['кураторы', 'overdue', 2, undefined, 2, 0, 0],
      ['координатор', 'overdue', 2, undefined, 2, 0, 0],
      ['колледж', 'answered', undefined, TODAY, 1, 1, 0],
    ]);
  });

  test('collected again, nothing changes: not a byte', async () => {
    const files = readdirSync(cwd).filter((name) => name.endsWith('.yaml'));
    const texts = files.map((file) => readFileSync(join(cwd, file), 'utf8'));
    const again = await json(collect, 'answers --write');
    expect(again.summary).toMatchObject({ new: 0, recorded: 32, unread: 2 });
    expect(files.map((file) => readFileSync(join(cwd, file), 'utf8'))).toEqual(texts);
  });
});
