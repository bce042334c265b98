import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { collect } from '../../src/cli/collect/spec.ts';
import { status } from '../../src/cli/status/spec.ts';
import { formNumber } from '../../src/collect/identity.ts';
import { date, FORMATS, formFor, formSheet, number, RAION, workspaceOf } from '../collect/answer-file.ts';
import { xlsx } from '../import/excel-file.ts';
import { newAjv, published } from '../schema/published.ts';
import { runHere } from './in-process.ts';

const PLAN = `${RAION}items:
  - {number: "1", action: Утвердить план работы, when: до 31 марта 2022 г., executors: [отдел], indicators: [Приказ]}
  - {number: "2", action: Провести семинары для учителей, when: май 2022 г., executors: [отдел], indicators: [Не менее двух семинаров]}
`;

const form = formFor(workspaceOf({ 'raion.plan.yaml': PLAN }), 'raion', 'отдел', '2022-06-01');
let cwd = '';
const run = (...line: string[]) => runHere(collect, line, { cwd, now: '2022-06-10T09:00:00Z' });
const facts = (): string => readFileSync(join(cwd, 'raion.facts.yaml'), 'utf8');
const answer = (name: string, fills: Parameters<typeof formSheet>[1]): void =>
  writeFileSync(join(cwd, 'ответы', name), xlsx([formSheet(form, fills)], FORMATS));

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'collect-'));
  mkdirSync(join(cwd, 'ответы'));
  writeFileSync(join(cwd, 'raion.plan.yaml'), PLAN);
});

describe('roadmap collect', () => {
  it('writes nothing unasked', async () => {
    answer('а.xlsx', { '1': { done: 'да', date: date('2022-03-30') } });
    const { code, stdout } = await run('ответы', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { answers: 1, new: 1, unread: 0 } });
    expect(facts).toThrow();
  });

  it('names the files of a folder that it cannot read', async () => {
    answer('а.xlsx', { '1': { done: 'да', date: date('2022-03-30') } });
    for (const name of ['скан.pdf', 'фото.JPG', '~$а.xlsx', '.DS_Store', 'заметки.md'])
      writeFileSync(join(cwd, 'ответы', name), 'x');
    const { code, stderr } = await run('ответы');
    expect([code, stderr]).toEqual([
      0,
      'Не прочитано, это не .xlsx и не .docx: ответы/скан.pdf, ответы/фото.JPG\n',
    ]);
  });

  it('records what is new, once', async () => {
    answer('а.xlsx', {
      '1': { done: 'да', date: date('2022-03-30'), evidence: 'приказ от 30.03.2022 № 12' },
      '2 i1': { value: number(2), date: '12.05.2022', result: 'Два семинара' },
    });
    expect(await run('ответы', '--write')).toMatchObject({ code: 0, stderr: '' });
    const written = facts();
    expect(written).toBe(`kind: facts
plan: raion

facts:
  - item: "1"
    date: 2022-03-30
    recorded: 2022-06-10
    done: true
    evidence: [приказ от 30.03.2022 № 12]
    by: Отдел образования
  - item: "2"
    indicator: 1
    date: 2022-05-12
    recorded: 2022-06-10
    count: 2
    result: Два семинара
    by: Отдел образования
`);
    const again = await run('ответы', '--write', '--format', 'json');
    expect(JSON.parse(again.stdout)).toMatchObject({ summary: { new: 0, recorded: 2 }, written: [] });
    expect(facts()).toBe(written);
  });

  it('records nothing of two answers that say different things, and exits with 1', async () => {
    answer('а.xlsx', { '1': { done: 'да', date: date('2022-03-30') } });
    answer('б.xlsx', { '1': { done: 'да', date: date('2022-03-29') }, '2 i1': { value: number(2) } });
    const { code, stdout } = await run('ответы', '--write', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { conflict: 2, new: 1 } });
    const validate = newAjv().compile(published('output/collect'));
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
    expect(facts()).not.toContain('item: "1"');
  });

  it('speaks the language that was chosen, in JSON too', async () => {
    answer('а.xlsx', { '1': { done: 'ок' } });
    const messages = async (language: 'ru' | 'en') => {
      const { stdout } = await runHere(collect, ['ответы', '--format', 'json'], { cwd, language });
      return JSON.parse(stdout).answers[0].lines[0].findings.map(
        ({ message }: { message: string }) => message,
      );
    };
    expect(await messages('ru')).toEqual(['Не понять, выполнено ли: ответьте «да», «частично» или «нет»']);
    expect(await messages('en')).toEqual([
      'It is not clear whether it is done: answer «да», «частично» or «нет»',
    ]);
  });

  it('tells what contradicts the record', async () => {
    answer('а.xlsx', { '2 i1': { value: number(2), date: date('2022-05-12') } });
    await run('ответы', '--write');
    answer('а.xlsx', { '2 i1': { value: number(3), date: date('2022-05-13') } });
    const written = facts();
    const { code, stdout } = await run('ответы', '--write', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      answers: [{ lines: [{ state: 'contradicts', recorded: { count: 2, date: '2022-05-12' } }] }],
    });
    expect(facts()).toBe(written);
  });

  it('reads the others where one file is broken', async () => {
    answer('а.xlsx', { '1': { done: 'да', date: date('2022-03-30') } });
    writeFileSync(join(cwd, 'ответы', 'б.xlsx'), 'no workbook');
    const { code, stdout } = await run('ответы', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { answers: 2, new: 1 } });
  });

  it('notes the answers with the requests, once, and shows who has not answered', async () => {
    writeFileSync(
      join(cwd, 'requests.yaml'),
      `kind: requests
requests:
  - form: ${formNumber(form.identity)}
    plan: raion
    to: {executor: отдел}
    sent: 2022-06-01
    due: 2022-06-05
    items: ["1", "2"]
`,
    );
    const asked = async () => {
      const { stdout } = await runHere(status, ['--answers', '--format', 'json', '--as-of', '2022-06-10'], {
        cwd,
      });
      const validate = newAjv().compile(published('output/answers'));
      expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
      return JSON.parse(stdout).requests;
    };
    expect(await asked()).toMatchObject([{ state: 'overdue', daysOverdue: 5, answered: 0, asked: 2 }]);
    answer('а.xlsx', { '1': { done: 'да', date: date('2022-03-30') }, '2 i1': { value: number(2) } });
    await run('ответы', '--write');
    const noted = readFileSync(join(cwd, 'requests.yaml'), 'utf8');
    expect(await asked()).toMatchObject([
      { state: 'overdue', answered: 1, partly: 1, asked: 2, received: '2022-06-10' },
    ]);
    await run('ответы', '--write');
    expect(readFileSync(join(cwd, 'requests.yaml'), 'utf8')).toBe(noted);
    answer('б.xlsx', { '2': { done: 'да', date: date('2022-05-30') }, '2 i1': { value: number(2) } });
    await run('ответы', '--write');
    expect(await asked()).toMatchObject([{ state: 'answered', answered: 2 }]);
  });

  it('copies evidence that lies beside an answer, once', async () => {
    writeFileSync(join(cwd, 'ответы', 'Протокол № 1.pdf'), 'протокол');
    writeFileSync(join(cwd, 'secret.txt'), 'secret');
    symlinkSync(join(cwd, 'secret.txt'), join(cwd, 'ответы', 'link.txt'));
    answer('а.xlsx', {
      '1': {
        done: 'да',
        date: date('2022-03-30'),
        evidence: 'Протокол № 1.pdf\n../secret.txt\nlink.txt\nнет.pdf',
      },
    });
    const line = ['ответы', '--write', '--evidence-dir', 'evidence'];
    expect(await run(...line)).toMatchObject({ code: 0 });
    const [copy, ...others] = readdirSync(join(cwd, 'evidence'));
    expect(copy).toMatch(/^[0-9a-f]{8}-Протокол-1\.pdf$/);
    expect(others).toEqual([]);
    const {
      facts: [fact],
    } = parse(facts());
    expect(fact.evidence).toEqual([`evidence/${copy}`, '../secret.txt', 'link.txt', 'нет.pdf']);
    const written = facts();
    await run(...line);
    expect(facts()).toBe(written);
    expect(await run('ответы', '--evidence-dir', '..')).toMatchObject({ code: 2 });
  });

  it('copies no evidence above 20 MB, says so, and keeps what was written', async () => {
    const sized = (name: string, bytes: number): void => {
      writeFileSync(join(cwd, 'ответы', name), '');
      truncateSync(join(cwd, 'ответы', name), bytes);
    };
    sized('видео.mp4', 20 * 1024 * 1024 + 1);
    sized('альбом.zip', 20 * 1024 * 1024);
    answer('а.xlsx', { '1': { done: 'да', date: date('2022-03-30'), evidence: 'видео.mp4\nальбом.zip' } });
    const { code, stderr } = await run('ответы', '--write', '--evidence-dir', 'evidence');
    expect(code).toBe(0);
    expect(stderr).toContain('«видео.mp4» больше 20 МБ, не скопирован.\n');
    const [copy, ...others] = readdirSync(join(cwd, 'evidence'));
    expect(copy).toMatch(/^[0-9a-f]{8}-альбом\.zip$/);
    expect(others).toEqual([]);
    expect(parse(facts()).facts[0].evidence).toEqual(['видео.mp4', `evidence/${copy}`]);
  });
});
