import type { ArgumentSpec, OptionSpec } from './command.ts';

/**
 * Options and arguments of several commands: the flag, its value and what it may be. A spec spreads the entry and adds
 * `about`, what the option does in that command; where it does the same in all of them, `about` is here.
 */

export const PATHS = {
  name: { ru: 'пути', en: 'paths' },
  optional: true,
  repeated: true,
} as const satisfies Partial<ArgumentSpec>;

export const PLAN = {
  name: { ru: 'план', en: 'plan' },
  complete: 'plan',
} as const satisfies Partial<ArgumentSpec>;

export const AS_OF = { flag: '--as-of', value: { ru: 'дата', en: 'date' } } as const;
/** Of commands that look at approved editions. */
export const EDITION: OptionSpec = {
  flag: '--edition',
  value: { ru: 'номер|дата', en: 'number|date' },
  about: {
    ru: 'по тексту утверждённой редакции: её номер или день, когда она была в силе',
    en: 'by the text of an approved edition: its number, or a day it was in force',
  },
};
export const EXECUTOR = { flag: '--executor', value: { ru: 'кто', en: 'who' } } as const;
export const STAGE = { flag: '--stage', value: { ru: 'этап', en: 'stage' } } as const;
export const OUTPUT = { flag: '-o, --output', value: { ru: 'файл', en: 'file' } } as const;
export const LETTERHEAD = { flag: '--letterhead', value: { ru: 'бланк.docx', en: 'blank.docx' } } as const;

export const LEVEL = {
  flag: '--level',
  value: { ru: 'уровень', en: 'level' },
  choices: ['federal', 'regional', 'municipal', 'school'],
} as const satisfies Partial<OptionSpec>;

/** Of commands that show tables. */
export const TABLE_FORMAT = {
  flag: '--format',
  value: { ru: 'вид', en: 'format' },
  choices: ['pretty', 'json', 'markdown', 'csv'],
} as const satisfies Partial<OptionSpec>;

/** Of commands that answer in words. */
export const WORDS_FORMAT: OptionSpec = {
  flag: '--format',
  value: { ru: 'вид', en: 'format' },
  about: { ru: 'словами или для программ', en: 'in words or for programs' },
  choices: ['pretty', 'json'],
};

/** Of commands that read Word documents. */
export const CHANGES: OptionSpec = {
  flag: '--changes',
  value: { ru: 'accept|reject', en: 'accept|reject' },
  about: {
    ru: 'исправления Word (рецензирование): принять (так без параметра) или отклонить',
    en: 'tracked changes of Word: accept (the default) or reject',
  },
  choices: ['accept', 'reject'],
};
