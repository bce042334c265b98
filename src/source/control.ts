import type { SourceEdit } from '../finding/cure.ts';
import type { TextProblem } from './text-problem.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]/g;

const sourceEdits = (text: string, signs: RegExp, put: string): readonly SourceEdit[] =>
  Array.from(text.matchAll(signs), ({ index }) => ({ at: index, length: 1, text: put }));

/** A line break of old Macs, which YAML knows and nothing else does: lines would be counted otherwise everywhere. */
export function loneReturn(text: string): TextProblem | undefined {
  const at = text.search(/\r(?!\n)/);
  if (at === -1) return undefined;
  return {
    rule: 'syntax',
    message: {
      ru: 'Строка кончается одиноким символом CR (возврат каретки): такие переводы строк не читаются',
      en: 'A line ends with a lone carriage return: such line breaks are not read',
    },
    help: {
      ru: 'В VS Code выберите внизу справа «LF» (или «CRLF») и сохраните файл',
      en: 'In VS Code choose “LF” (or “CRLF”) at the bottom right and save the file',
    },
    cure: { source: sourceEdits(text, /\r(?!\n)/g, text.includes('\r\n') ? '\r\n' : '\n') },
    at: [at, at + 1],
  };
}

/** The first character that can't be printed, and how many there are: usually left by copying from another program. */
export function controlCharacters(text: string): TextProblem | undefined {
  const all = text.match(CONTROL);
  if (!all) return undefined;
  const at = text.search(CONTROL);
  const code = `U+${(all[0] as string).charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const more = all.length > 1;
  return {
    rule: 'syntax',
    message: {
      ru: `В тексте стоит непечатаемый символ ${code}${more ? ` (всего таких: ${all.length})` : ''}`,
      en: `There is an unprintable character ${code} in the text${more ? ` (${all.length} in all)` : ''}`,
    },
    help: {
      ru: 'Удалите его: обычно он попадает в файл при копировании из другой программы',
      en: 'Delete it: copying from another program usually brings it',
    },
    cure: { source: sourceEdits(text, CONTROL, '') },
    at: [at, at + 1],
  };
}
