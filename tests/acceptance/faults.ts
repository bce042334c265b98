import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { BIN } from '../cli/run-roadmap.ts';
import { sharedPath } from './shared.ts';

/** What the output of a fault's steps must hold, and what it must not. */
interface Answer {
  readonly has?: readonly string[];
  readonly not?: readonly string[];
}

/** The right answer to each fault by its number: what its README expects, as far as the output of its steps shows it. */
export const ANSWERS: Readonly<Record<string, Answer>> = {
  '01': { has: ['30¹', '1²', '6¹'], not: ['301', 'до 12 мая'] },
  '02': { has: ['1/2 школ', '10^2'], not: ['12 школ', '102'] },
  '03': { has: ['≥ 40 % школ', '"id":"private-sign"'] },
  '04': { has: ['строка зачёркнута', 'зачёркнутые слова не прочитаны'] },
  '05': { has: ['number: i\n', 'number: ii\n', 'number: iii\n', 'number: iv\n'] },
  '06': { has: ['name: Образцова А.А., зам. директора', 'name: Примеров Б.Б., учитель математики'] },
  '07': { has: ['- 40 %', '- 30 участников', '- не менее 30', 'number: "007"'] },
  '08': { has: ['when: 20.10.2022'] },
  '09': { has: ['формула без значения (C4)', 'формула без значения (B5)', 'ошибка #N/A (E6)'] },
  '10': { has: ['правки с записью исправлений', 'ячейка удалена с записью исправлений'] },
  '11': { has: ['executors: [методист, центр]', 'executors: [директора, отдел]'], not: ['+  методист'] },
  '12': {
    has: ['до 10 июня', 'indicators: [Отчёт и приказ]'],
    not: ['when: до 20 мая, executors: [центр], indicators: [Отчёт]'],
  },
  '13': { has: ['Комментарий (Юрист, 02.02.2022): Уточнить срок!', 'Расхождений нет'] },
  '14': { has: ['Расхождений нет', 'exit 0'] },
  '15': { has: ['к приказу ГАУ «Заозёрный методический центр»', '[stamp-mismatch]'] },
  '16': { has: ['нет приказа (order)', 'exit 2'] },
  '17': { has: ['dotted borders: 0'] },
  '18': { has: ['Текст обрезан', 'текст обрезан'] },
  '19': { has: ['[iso-date-in-text]'] },
  '20': { has: ['не забыть'], not: ['\n<       # ', '\n<     # '] },
  '21': { has: ['{item: "2", done: true, date: 2022-02-01}, # проверено юристом\n'] },
  '22': { has: ['lost 0'] },
  '23': { has: ['Записано', 'exit 0'] },
  '24': { not: [': 0\n'] },
  '25': { has: ['empty.plan.yaml', 'пункты стоят в комментарии', 'exit 1'] },
  '26': { has: ['Плана «kray» нет', 'имели в виду krai', 'Плана «К» нет'] },
  '27': { has: ['ссылка ведёт за пределы рабочей папки'], not: ['duplicate-id'] },
  '28': { not: ['2 документа', '3 документа'] },
  '29': { has: ['https://'], not: ['Файла подтверждения «docs/Районный приказ.pdf»'] },
  '30': { has: ['исполнение не учитывается'], not: ['росроченных нет', 'Просрочено нет'] },
  '31': { has: ['2022-05-08', '2022-05-11'] },
  '32': { has: ['p.plan.yaml:11', 'order.plan.yaml:11'] },
  '33': { has: ['за январь – март 2022 г. не спрашивается'] },
  '34': { has: ['не отмечен исполненным'] },
  '35': { has: ['согласовано'], not: ['не учтено: '] },
  '36': { has: ['Исполнено по всему плану'] },
  '37': {
    has: [
      'json: edu/plans/p',
      'sarif: edu/plans/p',
      'gitlab: edu/plans/p',
      'junit: edu/plans/p',
      'github: edu/plans/p',
    ],
  },
  '38': { has: ['failures="0"', 'exit 0'] },
  // `cat -v` draws a «ч» with ^G, so only ^[ can be told apart there.
  '39': { not: ['^[', 'not well-formed'] },
  '40': { not: ['[', 'exit 1'] },
  '41': { has: ['BYMONTHDAY=-1'] },
  '42': { not: ['"understood":true'] },
  '43': { not: ['explain 2', 'check 1', 'init 2', 'check of init 1'] },
  '44': { has: ['roadmap check "Мои планы 2022/план (испр. 2).plan.yaml"'] },
  '45': { has: ['Ничего не записано', 'exit 2'], not: ['.links.yaml'] },
  '46': { not: ['exit 3', 'Сбой'] },
  '47': { not: ['нет.\n'] },
  '48': { has: ['[unknown-executor]'] },
  '49': { not: ['out of memory'] },
  '50': { not: ['exit 124', 'exit 3'] },
  '51': { has: ['600 p.facts.yaml', '664 p.plan.yaml'] },
  '52': { not: [': 1 runs', ': 2 runs'] },
  '53': { has: ['[empty-fact]', '[swallowed-line]'] },
};

export interface FaultResult {
  readonly number: string;
  readonly name: string;
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

/** Runs the steps of every fault in a copy of its folder, with the built command as `roadmap`. */
export function triedFaults(): FaultResult[] {
  const bin = mkdtempSync(join(tmpdir(), 'roadmap-bin-'));
  symlinkSync(BIN, join(bin, 'roadmap'));
  const folder = sharedPath('faults');
  const results = readdirSync(folder)
    .filter((name) => /^\d\d-/.test(name))
    .sort()
    .map((name) => triedFault(name, join(folder, name), bin));
  rmSync(bin, { recursive: true });
  return results;
}

function triedFault(name: string, source: string, bin: string): FaultResult {
  const work = mkdtempSync(join(tmpdir(), 'roadmap-fault-'));
  mkdirSync(work, { recursive: true, mode: 0o755 });
  cpSync(source, work, { recursive: true, mode: 0 });
  spawnSync('chmod', ['-R', 'u+w,a+rX', work]);
  const run = spawnSync('bash', ['-c', 'bash steps.sh 2>&1'], {
    cwd: work,
    encoding: 'utf8',
    timeout: 120_000,
    env: { PATH: `${bin}${delimiter}${process.env.PATH}`, HOME: work, LANG: 'C.UTF-8' },
  });
  rmSync(work, { recursive: true, force: true });
  // Documents keep names and figures together by no-break blanks.
  const output = run.stdout.replaceAll('\u00a0', ' ');
  const number = name.slice(0, 2);
  const { has = [], not = [] } = ANSWERS[number] ?? { has: ['an answer in tests/acceptance/faults.ts'] };
  return {
    number,
    name,
    missing: has.filter((text) => !output.includes(text)),
    wrong: not.filter((text) => output.includes(text)),
  };
}
