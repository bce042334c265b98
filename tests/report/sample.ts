import type { Finding } from '../../src/finding/finding.ts';
import type { CheckReport } from '../../src/finding/report.ts';
import type { ReportOptions } from '../../src/report/options.ts';

/** A plain finding, one with a neighbour in another file, and everything a stranger could put into a text. */
export const findings: readonly Finding[] = [
  {
    rule: 'deadline-after-parent',
    severity: 'error',
    message: {
      ru: 'Пункт 7: срок 20 октября позже срока пункта 1.6 регионального плана (30 апреля).',
      en: 'Item 7: the deadline 20 October is later than that of item 1.6 of the regional plan (30 April).',
    },
    help: { ru: 'Назначьте срок не позже 30 апреля.', en: 'Set a deadline not later than 30 April.' },
    file: 'plans/zarechny.plan.yaml',
    line: 12,
    column: 13,
    endLine: 12,
    endColumn: 26,
    frame: {
      first: 11,
      lines: ['    - number: "7"', '      when: до 20 октября', '      executors: [комитет]'],
    },
    plan: 'zarechny-2021',
    item: '7',
    related: [
      {
        file: 'plans/kray.plan.yaml',
        line: 144,
        column: 17,
        endLine: 144,
        endColumn: 29,
        frame: { first: 144, lines: ['          when: "март–апрель"'] },
        message: { ru: 'срок пункта 1.6', en: 'the deadline of item 1.6' },
      },
    ],
    fingerprint: 'a1b2c3d4e5f60718',
  },
  {
    rule: 'repeated-words',
    severity: 'warning',
    message: { ru: 'Пункт 8: слово «школ» повторено.', en: 'Item 8: the word “школ” is repeated.' },
    file: 'plans/zarechny.plan.yaml',
    line: 20,
    column: 124,
    endLine: 20,
    endColumn: 133,
    frame: {
      first: 20,
      lines: [
        `      action: ${'Провести совещание с руководителями '.repeat(3).trim()}, школ школ и ${'иных организаций '.repeat(6)}`,
      ],
    },
    plan: 'zarechny-2021',
    item: '8',
    related: [],
    fingerprint: 'b2c3d4e5f6071829',
  },
  {
    rule: 'mixed-alphabet',
    severity: 'info',
    message: {
      ru: 'Пункт 9: «\u001b[31mкрасный\u001b[0m»\n::error file=x::подделка, 100% \u202eтекст\u2066 & <b>"\'|`*_[x](y)]]>.',
      en: 'Item 9: “\u001b[31mred\u001b[0m”\n::error file=x::forged, 100% \u202etext\u2066 & <b>"\'|`*_[x](y)]]>.',
    },
    help: { ru: 'Уберите\r\n::set-output name=a::b', en: 'Remove\r\n::set-output name=a::b' },
    file: 'plans/со скобкой, (2):\u001b[2J%0A.yaml',
    line: 3,
    column: 9,
    endLine: 5,
    endColumn: 3,
    frame: {
      first: 2,
      lines: [
        '\ttext: >',
        '\t\t日本 и\u0306 👩‍👩‍👧 \u001b[31m',
        '',
        '\t\tвторая\u202e строка',
        'конец\u0000',
      ],
    },
    related: [],
    fingerprint: 'c3d4e5f60718293a',
  },
];

export const report: CheckReport = {
  version: 1,
  asOf: '2021-06-01',
  documents: 11,
  items: 520,
  findings,
  summary: { error: 1, warning: 1, info: 1, waived: 2 },
};

export const clean: CheckReport = {
  ...report,
  findings: [],
  summary: { error: 0, warning: 0, info: 0, waived: 0 },
};

export const look: ReportOptions = {
  language: 'ru',
  width: 80,
  color: false,
  ascii: false,
  toolVersion: '0.1.0',
  rules: [
    {
      id: 'deadline-after-parent',
      severity: 'error',
      summary: { ru: 'Срок позже, чем у вышестоящего плана', en: 'The deadline is later than the parent’s' },
      page: '# deadline-after-parent\n\nСрок пункта не может быть позже.\n',
    },
    {
      id: 'repeated-words',
      severity: 'warning',
      summary: { ru: 'Слово повторено подряд', en: 'A word is repeated' },
    },
    {
      id: 'mixed-alphabet',
      severity: 'info',
      summary: { ru: 'В слове смешаны кириллица и латиница', en: 'Cyrillic and Latin in one word' },
    },
  ],
};
