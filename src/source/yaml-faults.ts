import type { YAMLError } from 'yaml';
import type { SourceEdit } from '../finding/cure.ts';
import type { Range } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';

/** What the package says against a text, in the author's words. */
interface YamlFault {
  readonly at: Range;
  readonly message: Bilingual;
  readonly help?: Bilingual;
  readonly cure?: { readonly source: readonly SourceEdit[] };
  /** What was read is still what was meant. */
  readonly harmless: boolean;
}

const EXPLANATIONS: Readonly<Partial<Record<YAMLError['code'], Bilingual>>> = {
  BAD_INDENT: { ru: 'Неверный отступ: строка стоит не вровень с соседними', en: 'Wrong indent: the line does not stand level with its neighbours' },
  TAB_AS_INDENT: { ru: 'Отступ сделан табуляцией: в YAML отступают только пробелами', en: 'The line is indented with a tab: YAML is indented with blanks only' },
  MISSING_CHAR: { ru: 'Здесь чего-то не хватает: двоеточия после ключа, кавычки или скобки', en: 'Something is missing here: a colon after a key, a quote or a bracket' },
  UNEXPECTED_TOKEN: { ru: 'Это не может стоять здесь: проверьте кавычки, скобки и отступ', en: 'This cannot stand here: look at the quotes, the brackets and the indent' },
  BLOCK_AS_IMPLICIT_KEY: { ru: 'В тексте без кавычек стоит двоеточие, или отступ строки неверен', en: 'A text without quotes holds a colon, or the indent is wrong' },
  MULTILINE_IMPLICIT_KEY: { ru: 'Ключ не может занимать несколько строк: возможно, пропущено двоеточие или неверен отступ', en: 'A key cannot take several lines: perhaps a colon is missing or the indent is wrong' },
  BAD_ALIAS: { ru: 'Неверная ссылка на якорь YAML', en: 'Wrong YAML alias' },
  BAD_DIRECTIVE: { ru: 'Неверная директива YAML', en: 'Wrong YAML directive' },
  TAG_RESOLVE_FAILED: { ru: 'Метки типов YAML (начинаются с «!») здесь не используются', en: 'YAML tags (beginning with “!”) are not used here' },
  MULTIPLE_DOCS: { ru: 'В файле больше одного документа', en: 'There is more than one document in the file' },
  KEY_OVER_1024_CHARS: { ru: 'Ключ длиннее 1024 знаков', en: 'The key is longer than 1024 characters' },
}; // biome-ignore format: a table

/** The faults of a text that the traps have not explained: the first one alone, for the others may follow from it. */
export function faultsOf(text: string, errors: readonly YAMLError[]): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  for (const error of errors) {
    const at: Range = [error.pos[0], Math.min(text.length, Math.max(error.pos[1], error.pos[0]))];
    if (error.code === 'BAD_DQ_ESCAPE') faults.push(badEscape(text, at));
    else {
      const message = EXPLANATIONS[error.code] ?? {
        ru: 'Ошибка YAML: файл здесь не читается',
        en: 'YAML cannot be read here',
      };
      faults.push({
        at: at[1] === at[0] ? at : shortened(text, at),
        message: { ru: message.ru, en: `${message.en} (${firstSentence(error.message)})` },
        harmless: false,
      });
      break;
    }
  }
  return faults;
}

/** A range over several lines is reported by its first line. */
function shortened(text: string, [start, end]: Range): Range {
  const stop = text.slice(start, end).search(/\r?\n/);
  return stop > 0 ? [start, start + stop] : [start, end];
}

function firstSentence(message: string): string {
  return message.split('\n')[0] as string;
}

function badEscape(text: string, at: Range): YamlFault {
  const sequence = text.slice(at[0], at[0] + 2);
  return {
    at: [at[0], at[0] + 2],
    message: {
      ru: `В двойных кавычках обратная косая черта начинает особый знак, а «${sequence}» такого нет`,
      en: `Between double quotes a backslash begins a special character, and there is no “${sequence}”`,
    },
    help: {
      ru: 'Удвойте черту (\\\\) или возьмите текст в одинарные кавычки',
      en: 'Double the backslash (\\\\) or put the text in single quotes',
    },
    cure: { source: [{ at: at[0], length: 0, text: '\\' }] },
    harmless: true,
  };
}
