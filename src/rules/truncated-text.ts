import { CAPITALS, hangingWord, LETTERS } from '../russian/index.ts';
import type { Rule, TextRemark } from './rule.ts';

/** Words after which a single letter is a name: «класс А», «корпус Б», «витамин С», «приложение В». */
const LETTERED =
  /(?:класс|групп|корпус|литер|част|вариант|категори|витамин|приложен|ступен|подъезд|букв|секци|блок|поток|команд|форм|гепатит|зон|зал|пункт|раздел|тип|уров|модул)[а-яё]*$/iu;
const CUT_LETTER = new RegExp(`([${LETTERS}]{4,})\\s+([${CAPITALS}])$`, 'u');
const CUT_HYPHEN = /[а-яё]{2,}-$/u;
/** «5 в» is a class, «не менее 3 из» an unread number: what is before the word must be a word itself. */
const AFTER_WORD = new RegExp(`[${LETTERS}]{2,}[»)]?,?\\s+[${LETTERS}]+$`, 'u');

const NONE: readonly TextRemark[] = [];

/** A cell whose end was lost in copying: «Руководители О», «заместитель директора по», «учебно-». */
export const rule: Rule = {
  id: 'truncated-text',
  severity: 'info',
  summary: { ru: 'Текст обрывается', en: 'A text breaks off' },
  on: 'text',
  find(text) {
    const end = text.trimEnd();
    const word = hangingWord(end);
    if (word !== undefined && AFTER_WORD.test(end)) return [cut(end, word.length)];
    // Looked at first: a search for what ends a text goes through all of it.
    if (end.endsWith('-') && CUT_HYPHEN.test(end)) return [cut(end, 1)];
    if (end.charAt(end.length - 2).trim() !== '') return NONE;
    const [, before = '', letter] = CUT_LETTER.exec(end) ?? [];
    if (letter !== undefined && !LETTERED.test(before) && before !== before.toUpperCase())
      return [cut(end, 1)];
    return [];
  },
};

function cut(text: string, length: number): TextRemark {
  const last = text.slice(text.length - length);
  const shown = text.slice(-40).replace(/\s+/g, ' ').trimStart();
  return {
    within: [text.length - length, text.length],
    message: {
      ru: `текст обрывается на «${last}»: «${shown.length < text.length ? '…' : ''}${shown}»`,
      en: `the text breaks off at “${last}”: “${shown.length < text.length ? '…' : ''}${shown}”`,
    },
    help: { ru: 'Допишите то, что потерялось при копировании', en: 'Add what was lost in copying' },
  };
}
