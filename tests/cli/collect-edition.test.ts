import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { approve } from '../../src/cli/approve/spec.ts';
import { collect } from '../../src/cli/collect/spec.ts';
import { render } from '../../src/cli/render/spec.ts';
import { ANSWER_FIELDS, type AnswerField, FORM_COLUMNS } from '../../src/collect/answer-fields.ts';
import { runHere } from './in-process.ts';

const PLAN = `kind: plan
id: ozero-2022
level: municipal
title: План мероприятий на 2022 год
territory: Озёрный район
period: 2022
order:
  type: приказ
  issuer: Отдел образования администрации Озёрного района
  place: п. Озёрный
  subject: Об утверждении плана мероприятий
  clauses: [Утвердить план мероприятий]
  signatory: {position: Начальник отдела, name: А.Б. Ветрова}
executors: {отдел: {name: Отдел образования}}
items:
  - {number: "1", action: Провести семинар для кураторов, when: до 30 мая 2022 г., executors: [отдел], indicators: [Протокол]}
  - {number: "2", action: Составить перечень школ, when: июнь 2022 г., executors: [отдел], indicators: [Перечень школ, Не менее 5 школ]}
  - {number: "3", action: Открыть музей, when: июнь 2022 г., executors: [отдел]}
  - {number: "4", action: Провести ярмарку, when: июнь 2022 г., executors: [отдел], indicators: [Не менее 3 ярмарок]}
`;

/** The second edition: 1 is 2 and has another term, 2 is 3, 3 is gone, 4 has another indicator, a new item is before all. */
const NEXT = `items:
  - {number: "1", action: Создать рабочую группу, when: до 1 июня 2022 г., executors: [отдел]}
  - {number: "2", action: Провести семинар для кураторов, when: до 30 июня 2022 г., executors: [отдел], indicators: [Протокол]}
  - {number: "3", action: Составить перечень школ, when: июнь 2022 г., executors: [отдел], indicators: [Перечень школ, Не менее 5 школ]}
  - {number: "4", action: Провести ярмарку, when: июнь 2022 г., executors: [отдел], indicators: [Отчёт о ярмарке]}
`;

const cwd = mkdtempSync(join(tmpdir(), 'collect-edition-'));
const run = (spec: Parameters<typeof runHere>[0], now: string, ...line: string[]) =>
  runHere(spec, line, { cwd, now: `${now}T09:00:00Z` });
const lineIn = (json: { answers: [{ lines: Record<string, unknown>[] }] }, row: number) =>
  json.answers[0].lines.find(({ place }) => (place as { row: number }).row === row) as Record<
    string,
    unknown
  > & {
    findings: { code: string; message: string }[];
  };

describe('an answer to a form of the edition before', () => {
  const rows = new Map<string, number>();
  let json: Parameters<typeof lineIn>[0];

  beforeAll(async () => {
    writeFileSync(join(cwd, 'ozero.plan.yaml'), PLAN);
    await run(approve, '2022-01-20', 'ozero-2022', '--number', '12', '--date', '20.01.2022');
    await run(render, '2022-06-01', 'form', 'ozero-2022', '--for', 'отдел', '-o', 'форма.xlsx');
    const first = readFileSync(join(cwd, 'ozero.plan.yaml'), 'utf8');
    writeFileSync(
      join(cwd, 'ozero.plan.yaml'),
      first.replace(/items:[\s\S]*/, () => NEXT),
    );
    const second = await run(approve, '2022-06-05', 'ozero-2022', '--number', '40', '--date', '05.06.2022');
    expect(second).toMatchObject({ code: 0 });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(readFileSync(join(cwd, 'форма.xlsx')) as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0]!;
    const key = FORM_COLUMNS.length + ANSWER_FIELDS.length + 1;
    const answers: Record<string, Partial<Record<AnswerField, string | number>>> = {
      '1~x': { done: 'да', date: '28.05.2022' },
      '2~x': { done: 'да', date: '09.06.2022' },
      '2~i2': { value: 6, date: '09.06.2022' },
      '3~x': { done: 'да', date: '09.06.2022' },
      '4~i1': { value: 3, date: '08.06.2022' },
    };
    sheet.eachRow((row, at) => {
      const name = row.getCell(key).text.split('~').slice(0, 2).join('~');
      const answer = answers[name];
      if (!answer) return;
      rows.set(name, at);
      for (const [index, { key: field }] of ANSWER_FIELDS.entries())
        if (answer[field] !== undefined) row.getCell(FORM_COLUMNS.length + index + 1).value = answer[field];
    });
    expect(rows.size).toBe(Object.keys(answers).length);
    writeFileSync(join(cwd, 'форма.xlsx'), Buffer.from(await book.xlsx.writeBuffer()));
    json = JSON.parse((await run(collect, '2022-06-10', 'форма.xlsx', '--write', '--format', 'json')).stdout);
  });
  const at = (name: string) => lineIn(json, rows.get(name)!);
  const told = (name: string) => at(name).findings.map(({ code }) => code);

  it('is read by that edition, and it is said', () => {
    expect(json.answers[0]).toMatchObject({
      forms: [{ plan: 'ozero-2022', edition: 1 }],
      findings: [{ code: 'older-edition' }],
    });
  });

  it('records an item under the number it has now, and says what has changed', () => {
    expect(at('1~x')).toMatchObject({
      state: 'new',
      item: '2',
      fact: { item: '2', date: '2022-05-28', done: true },
    });
    expect(at('1~x').findings.map(({ message }) => message)).toEqual([
      'Пункт 1 с тех пор изменён: теперь пункт 2',
      'Пункт 1 с тех пор изменён: срок реализации «до 30 мая 2022 г.» → «до 30 июня 2022 г.», на 31 день позже',
    ]);
    expect(at('2~x')).toMatchObject({ state: 'new', fact: { item: '3', done: true } });
    expect(at('2~i2')).toMatchObject({ state: 'new', fact: { item: '3', indicator: 2, count: 6 } });
  });

  it('records nothing of an item that is gone, nor of an indicator that is', () => {
    expect(at('3~x')).toMatchObject({ state: 'unread' });
    expect(told('3~x')).toEqual(['item-gone']);
    expect(at('4~i1')).toMatchObject({ state: 'unread' });
    expect(told('4~i1')).toEqual(['aim-changed']);
    const facts = readFileSync(join(cwd, 'ozero.facts.yaml'), 'utf8');
    expect([...facts.matchAll(/item: "(\d)"/g)].map(([, item]) => item)).toEqual(['2', '3', '3']);
  });
});
