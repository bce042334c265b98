import type { CommandSpec } from '../command.ts';
import { AS_OF, PATHS } from '../shared-options.ts';
import { FORMATS } from './formats.ts';

export const check: CommandSpec = {
  name: 'check',
  summary: {
    ru: 'проверить планы: всё, что может быть не так',
    en: 'check plans: everything that can be wrong',
  },
  description: {
    ru: 'Читает планы, сведения об исполнении и справочники и за один раз сообщает обо всём, что в них не так: где это, почему и как исправить. Без --fix ничего не записывает. Код возврата: 0 — чисто, 1 — есть замечания, 2 — команда задана неверно или проверять нечего.',
    en: 'Reads plans, facts and registries and tells everything wrong with them in one run: where it is, why, and the way out. Writes nothing without --fix. Exit code: 0 clean, 1 findings, 2 wrong usage or nothing to check.',
  },
  arguments: [
    {
      ...PATHS,
      about: {
        ru: 'файлы и папки, о которых сообщать; без них — текущая папка',
        en: 'files and folders to report on; the current folder without them',
      },
    },
  ],
  options: [
    {
      ...AS_OF,
      about: {
        ru: 'на какой день судить, 2021-06-01 или 01.06.2021; без него — сегодня',
        en: 'the day to judge at, 2021-06-01 or 01.06.2021; today without it',
      },
    },
    {
      flag: '--format',
      value: { ru: 'вид[=файл]', en: 'format[=file]' },
      about: {
        ru: `вид отчёта: ${FORMATS.join(', ')}; с «=файл» — в файл`,
        en: `form of the report: ${FORMATS.join(', ')}; to a file with “=file”`,
      },
      repeated: true,
      suggested: FORMATS,
    },
    {
      flag: '--fail-on',
      value: { ru: 'важность', en: 'severity' },
      about: {
        ru: 'с какой важности код возврата 1; без него — error',
        en: 'exit code 1 from this severity; error without it',
      },
      choices: ['error', 'warning', 'info'],
    },
    {
      flag: '--since',
      value: { ru: 'ревизия', en: 'revision' },
      about: {
        ru: 'сообщать только о том, что появилось после этой ревизии git',
        en: 'tell only what came after this git revision',
      },
    },
    {
      flag: '--rule',
      value: { ru: 'правило', en: 'rule' },
      about: {
        ru: 'сообщать только о замечаниях этого правила, обо всех',
        en: 'tell only the findings of this rule, all of them',
      },
      repeated: true,
      complete: 'rule',
    },
    {
      flag: '--stats',
      about: {
        ru: 'людям – не сами замечания, а сколько их по правилам и планам',
        en: 'show people how many findings there are by rule and plan instead',
      },
    },
    {
      flag: '--quiet',
      about: {
        ru: 'людям – только то, из-за чего код возврата 1; чисто – ни слова',
        en: 'show people only what makes the exit code 1; nothing when clean',
      },
    },
    {
      flag: '--max',
      value: { ru: 'число', en: 'number' },
      about: {
        ru: 'показать людям не больше стольких замечаний, самые важные',
        en: 'show people at most so many findings, the gravest',
      },
    },
    {
      flag: '--fix',
      about: {
        ru: 'исправить то, где верный ответ один, показать как и сообщить, что осталось',
        en: 'put right what has one right answer, show how, and tell what stays',
      },
    },
    {
      flag: '--dry-run',
      about: {
        ru: 'с --fix: только показать, ничего не записывать',
        en: 'with --fix: only show it, write nothing',
      },
    },
    {
      flag: '--watch',
      about: {
        ru: 'проверять снова после каждого сохранения; закончить – Ctrl-C',
        en: 'check again after every save; Ctrl-C ends it',
      },
    },
    {
      flag: '--no-cache',
      about: {
        ru: 'проверить заново, даже если файлы и день те же',
        en: 'check anew, even if the files and the day are the same',
      },
    },
  ],
  examples: [
    {
      line: 'roadmap check',
      about: { ru: 'проверить всё в этой папке', en: 'check everything in this folder' },
    },
    {
      line: 'roadmap check plans --as-of 01.06.2021',
      about: {
        ru: 'сообщить о папке plans, как было бы 1 июня',
        en: 'report on the folder plans as on 1 June',
      },
    },
    {
      line: 'roadmap check --since origin/main',
      about: { ru: 'только то, что добавила ваша ветка', en: 'only what your branch brings' },
    },
    {
      line: 'roadmap check --fix --dry-run',
      about: { ru: 'показать, что исправится само', en: 'show what can be put right by itself' },
    },
    {
      line: 'roadmap check --format json=report.json --format pretty',
      about: { ru: 'и в файл для программ, и на экран', en: 'to a file for programs and to the screen' },
    },
  ],
  load: () => import('./run.ts'),
};
