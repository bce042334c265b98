import type { Bilingual } from '../finding/text.ts';

/** What is too much for a document that people write: the file is not read further. */
export type Excess = 'aliases' | 'unknown-alias' | 'depth' | 'size';

/** How deep collections may nest, whoever reads them. */
export const MAX_DEPTH = 64;

/** The largest file, in bytes. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** The longest text, in UTF-16 units, that is read by the package when our own reader does not take it. */
export const MAX_REFERENCE_UNITS = 4 * 1024 * 1024;

export const EXCESS: Readonly<Record<Excess, { readonly message: Bilingual; readonly help: Bilingual }>> = {
  aliases: {
    message: {
      ru: 'Ссылок на якоря YAML слишком много: документ разросся бы сверх меры',
      en: 'There are too many YAML aliases: the document would grow beyond measure',
    },
    help: {
      ru: 'Замените ссылки (*имя) самим текстом',
      en: 'Replace the aliases (*name) by the text itself',
    },
  },
  'unknown-alias': {
    message: {
      ru: 'Ссылка YAML (*имя) ведёт на якорь, которого выше нет',
      en: 'A YAML alias (*name) points to an anchor that does not stand above it',
    },
    help: {
      ru: 'Поставьте якорь (&имя) выше или возьмите текст в кавычки',
      en: 'Put the anchor (&name) above it, or put the text in quotes',
    },
  },
  depth: {
    message: {
      ru: `Вложенность больше ${MAX_DEPTH}: документ не прочитан`,
      en: `The nesting is deeper than ${MAX_DEPTH}: the document was not read`,
    },
    help: {
      ru: 'Проверьте скобки и отступы: разделы плана не бывают так глубоки',
      en: 'Look at the brackets and indents: sections of a plan are never that deep',
    },
  },
  size: {
    message: {
      ru: 'Файл слишком велик: документ не прочитан',
      en: 'The file is too large: the document was not read',
    },
    help: {
      ru: 'Разделите его: план на сотни пунктов занимает меньше одного мегабайта',
      en: 'Split it: a plan of hundreds of items takes less than a megabyte',
    },
  },
};
