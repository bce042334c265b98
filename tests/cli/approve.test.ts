import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { approve as spec } from '../../src/cli/approve/spec.ts';
import { check } from '../../src/cli/check/spec.ts';
import { runHere } from './in-process.ts';
import { folderWith } from './run-roadmap.ts';

const PLAN = `kind: plan
id: ozero-2022
level: municipal
title: План мероприятий на 2022 год
territory: Озёрный район
period: 2022   # календарный
order:
  type: приказ
  issuer: Отдел образования администрации Озёрного района
  place: п. Озёрный
  subject: Об утверждении плана мероприятий
  clauses: [Утвердить план мероприятий]
  signatory: {position: Начальник отдела, name: А.Б. Ветрова}
executors: {отдел: {name: Отдел образования}}
items:
  # первое
  - {number: "1", action: Провести семинар для кураторов, when: до 30 мая 2022 г., executors: [отдел], indicators: [Протокол]}
  - {number: "2", action: Составить перечень школ, when: июнь 2022 г., executors: [отдел], indicators: [Перечень школ]}
`;

const MARKED = PLAN.replace(
  /order:[\s\S]*?executors:/,
  'approved-by: {position: Директор, name: В.Г. Лесной}\nexecutors:',
);

const workspace = (plan = PLAN): string =>
  folderWith({ 'roadmap.config.yaml': 'language: ru\n', 'ozero.plan.yaml': plan });

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const edit = (folder: string, from: string, to: string): void =>
  writeFileSync(join(folder, 'ozero.plan.yaml'), read(folder, 'ozero.plan.yaml').replace(from, to));

const approve = (folder: string, ...args: string[]) =>
  runHere(spec, ['ozero-2022', ...args], { cwd: folder });
const changed = async (folder: string): Promise<string[]> => {
  const { stdout } = await runHere(
    check,
    ['--format', 'compact', '--rule', 'changed-after-approval', '--rule', 'edited-edition'],
    {
      cwd: folder,
    },
  );
  return stdout.split('\n').filter((line) => line.startsWith('ozero.'));
};

describe('roadmap approve', () => {
  test('writes the requisites by splicing, locks the text, and check then names what differs from it', async () => {
    const folder = workspace();
    const { code, stdout, stderr } = await approve(folder, '--number', '12', '--date', '20.01.2022');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      'Редакция 1 плана ozero-2022 закреплена: приказ от 20.01.2022 № 12.\n' +
        '  ozero.plan.yaml: записано order.number, order.date\n' +
        '  ozero.lock.yaml: текст 2 пунктов; храните его вместе с планом\n',
    );
    const plan = read(folder, 'ozero.plan.yaml');
    expect(plan.replace(/\n {2}(?:number: "12"|date: 2022-01-20)/g, '')).toBe(PLAN);
    expect(await changed(folder)).toEqual([]);
    edit(folder, 'до 30 мая 2022 г.', 'до 30 июня 2022 г.');
    expect(await changed(folder)).toEqual([
      'ozero.plan.yaml:19:65: error: Пункт 1 изменён после утверждения: срок реализации «до 30 мая 2022 г.» → «до 30 июня 2022 г.», на 31 день позже (утверждено: приказ от 20.01.2022 № 12) [changed-after-approval]',
    ]);
  });

  test('appends the next edition, and keeps the former one byte for byte', async () => {
    const folder = workspace();
    await approve(folder, '--number', '12', '--date', '20.01.2022');
    const first = read(folder, 'ozero.lock.yaml');
    expect(await approve(folder, '--number', '40', '--date', '01.06.2022')).toMatchObject({ code: 2 });
    edit(folder, 'до 30 мая 2022 г.', 'до 30 июня 2022 г.');
    expect(await approve(folder)).toMatchObject({ code: 2 });
    expect(await approve(folder, '--number', '40', '--date', '01.01.2022')).toMatchObject({ code: 2 });
    expect(await approve(folder, '--number', '40', '--date', '01.06.2022')).toMatchObject({ code: 0 });
    expect(read(folder, 'ozero.lock.yaml').startsWith(first)).toBe(true);
    expect(read(folder, 'ozero.plan.yaml')).toContain('amendments:');
    expect(await changed(folder)).toEqual([]);
  });

  test('asks a mark for its date alone', async () => {
    const folder = workspace(MARKED);
    expect(await approve(folder, '--number', '12', '--date', '20.01.2022')).toMatchObject({ code: 2 });
    expect(await approve(folder)).toMatchObject({ code: 2 });
    const { stdout, code } = await approve(folder, '--date', '20.01.2022');
    expect(code).toBe(0);
    expect(stdout).toContain('утверждение от 20.01.2022');
    expect(read(folder, 'ozero.plan.yaml')).toContain('date: 2022-01-20');
  });

  test('locks neither a plan with errors nor one with an incomplete order, unless told to; nothing is written then', async () => {
    for (const broken of [
      PLAN.replace('number: "2"', 'number: "1"'),
      PLAN.replace(/ {2}signatory.*\n/, ''),
    ]) {
      const folder = workspace(broken);
      const refused = await approve(folder, '--number', '12', '--date', '20.01.2022');
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(/\[(?:duplicate-number|incomplete-order)\]/);
      expect(read(folder, 'ozero.plan.yaml')).toBe(broken);
      expect(await approve(folder, '--number', '12', '--date', '20.01.2022', '--force')).toMatchObject({
        code: 0,
      });
    }
  });

  test('finds an edited lock, and believes nothing of it', async () => {
    const folder = workspace();
    await approve(folder, '--number', '12', '--date', '20.01.2022');
    const lock = read(folder, 'ozero.lock.yaml');
    writeFileSync(join(folder, 'ozero.lock.yaml'), lock.replace('до 30 мая', 'до 31 мая'));
    expect((await changed(folder)).map((line) => line.replace(/^.*\[/, '['))).toEqual(['[edited-edition]']);
    writeFileSync(join(folder, 'ozero.lock.yaml'), lock.replaceAll('\n', '\r\n'));
    expect(await changed(folder)).toEqual([]);
  });
});
