import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/cli/check/formats.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { periodForms } from '../../src/cli/date.ts';
import { schemaKinds } from '../../src/cli/schema-kinds.ts';
import { ROOT, runRoadmap } from './run-roadmap.ts';

const version = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('help', () => {
  test('the program, in both languages, in 80 columns', async () => {
    const russian = await runRoadmap([]);
    expect(russian).toEqual(await runRoadmap(['--help']));
    expect(russian).toEqual(await runRoadmap(['help']));
    expect(russian).toMatchObject({ code: 0, stderr: '' });
    const english = await runRoadmap(['--help'], { env: { ROADMAP_LANG: 'en' } });
    expect(widest(russian.stdout)).toBeLessThanOrEqual(80);
    expect(widest(english.stdout)).toBeLessThanOrEqual(80);
    for (const { name, hidden } of COMMANDS) {
      expect(russian.stdout.includes(`\n  ${name} `)).toBe(!hidden);
      expect(english.stdout.includes(`\n  ${name} `)).toBe(!hidden);
    }
    expect(russian.stdout).toContain('\nКоманды\n');
    expect(english.stdout).toContain('\nCommands\n');
  });

  test('every command tells its options, in both languages, and is not run', async () => {
    const shown = COMMANDS.filter(({ hidden }) => !hidden);
    const pages = await Promise.all(
      shown.flatMap(({ name }) => [
        runRoadmap([name, '--help']),
        runRoadmap(['help', name, '--lang', 'en'], { env: { COLUMNS: '100' } }),
      ]),
    );
    for (const [at, spec] of shown.entries()) {
      const [russian, english] = [pages[2 * at]!, pages[2 * at + 1]!];
      expect(russian).toMatchObject({ code: 0, stderr: '' });
      expect(russian.stdout.startsWith(`roadmap ${spec.name} — `)).toBe(true);
      expect(english.stdout.startsWith(`roadmap ${spec.name} — ${spec.summary.en}`)).toBe(true);
      for (const option of spec.options) {
        expect(russian.stdout).toContain(`\n  ${option.flag} `);
        expect(english.stdout).toContain(`\n  ${option.flag} `);
      }
    }
  });

  test('the page of a command is what a newcomer reads first', async () => {
    const { stdout } = await runRoadmap(['schema', '--help']);
    await expect(stdout).toMatchFileSnapshot('golden/schema-help.txt');
  });

  test('the version', async () => {
    expect(await runRoadmap(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect(await runRoadmap(['-V'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

test.each([
  [['chek'], 'Команды «chek» нет.\nВозможно, вы имели в виду roadmap check.\n'],
  [['сруслnnnn'], 'Команды «сруслnnnn» нет.\nСписок команд: roadmap --help\n'],
  [['срусл'], 'Команды «срусл» нет.\nВозможно, вы имели в виду roadmap check.\n'],
  [
    ['check', '--fromat', 'json'],
    'У команды check нет параметра --fromat.\nВозможно, вы имели в виду --format.\n',
  ],
  [['schema', '-x'], 'У команды schema нет параметра -x.\nСправка: roadmap schema --help\n'],
  [
    ['check', '--format', 'jsn'],
    `--format: значения «jsn» нет.\nВозможно, вы имели в виду json. Есть: ${FORMATS.join(', ')}.\n`,
  ],
  [['check', '--format', 'json='], '--format json=: после знака «=» нужно имя файла.\n'],
  [
    ['check', '--fail-on', 'erorr'],
    '--fail-on: значения «erorr» нет.\nВозможно, вы имели в виду error. Есть: error, warning, info.\n',
  ],
  [['check', '--as-of'], 'После --as-of нужно значение.\nСправка: roadmap check --help\n'],
  [
    ['check', '--as-of', '31.04.2021'],
    '--as-of: «31.04.2021» — не дата.\nНапишите дату как ГГГГ-ММ-ДД или ДД.ММ.ГГГГ; такой день должен быть в календаре.\n',
  ],
  [
    ['schema', 'plna'],
    `roadmap schema: значения «plna» нет.\nВозможно, вы имели в виду plan. Есть: ${schemaKinds().join(', ')}.\n`,
  ],
  [['schema', 'plan', 'facts'], 'Лишний аргумент команды schema: «facts».\nСправка: roadmap schema --help\n'],
  [
    ['completion'],
    'Команде completion не хватает аргумента: оболочка.\nСправка: roadmap completion --help\n',
  ],
  [['--lang', 'de', 'schema'], '--lang: языка «de» нет.\nЕсть ru и en.\n'],
  [['--versoin'], 'Параметра --versoin нет.\nВозможно, вы имели в виду --version.\n'],
  [
    ['explain', 'duplicate-nubmer'],
    'Правила «duplicate-nubmer» нет.\nВозможно, вы имели в виду duplicate-number.\n',
  ],
  [
    ['explain', 'period', 'май', '--period', '22'],
    `--period: «22» — не период плана.\nНапишите ${periodForms(new Date().getFullYear()).ru}.\n`,
  ],
])('wrong usage: %j', async (args, stderr) => {
  expect(await runRoadmap(args)).toEqual({ code: 2, stdout: '', stderr });
});

test('wrong usage in English, by flag and by variable', async () => {
  const expected = {
    code: 2,
    stdout: '',
    stderr: 'There is no command “chek”.\nDid you mean roadmap check?\n',
  };
  expect(await runRoadmap(['chek', '--lang=en'])).toEqual(expected);
  expect(await runRoadmap(['chek'], { env: { ROADMAP_LANG: 'en_US.UTF-8' } })).toEqual(expected);
});

test('what follows -- is no option', async () => {
  const { code, stderr } = await runRoadmap(['check', '--', '--lang']);
  expect(code).toBe(2);
  expect(stderr.split('\n')[0]).toBe('Пути «--lang» нет.');
});
