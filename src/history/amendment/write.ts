import type { Clause, ClauseTable, ItemName, Place } from './clause.ts';
import { isSectionNumber, numbersInWords } from './numbers.ts';

/** `list`: one of several («пункт 7 изложить …»); `alone`: the only one («изменение, изложив пункт 7 …»). */
type Mood = 'list' | 'alone';

/** A clause as an order prints it: its words, and the rows it quotes behind them. */
export interface WrittenClause {
  readonly words: string;
  readonly table?: ClauseTable;
}

/** What the order calls the annex that it amends, and itself, in the dative. */
interface Called {
  readonly annex: string;
  readonly order: string;
}

const CALLED: Called = { annex: 'приложение', order: 'приказу' };

/** How many structural units a clause changes: more than one asks for the plural. */
export function unitsOf(clause: Clause): number {
  if (clause.kind === 'exclude-items' || clause.kind === 'renumber') return clause.items.length;
  return clause.kind === 'add-items' ? clause.numbers.length : 1;
}

/** Whether a clause has a verbal adverb: «изменение, исключив …», and no «изменение, считая …». */
export const hasAdverb = ({ kind }: Clause): boolean => kind !== 'renumber';

/** The words of a clause, in the form of ГОСТ and usage: no full stop, quotes as «ёлочки». */
export function writeClause(clause: Clause, mood: Mood, called: Called = CALLED): WrittenClause {
  /** The verb stands before what it changes in the one mood and behind it in the other. */
  const said = (list: string, adverb: string, target: string, rest = ''): string =>
    (mood === 'list' ? [target, list, rest] : [adverb, target, rest]).filter((part) => part !== '').join(' ');
  switch (clause.kind) {
    case 'replace-words':
      return {
        words: said(
          'заменить',
          'заменив',
          `${within(clause.at)} ${what(clause.was).some} ${quoted(clause.was)}`,
          `${what(clause.is).by} ${quoted(clause.is)}`,
        ),
      };
    case 'add-words': {
      const behind =
        clause.after === undefined ? '' : ` после ${what(clause.after).of} ${quoted(clause.after)}`;
      const target = `${whole(clause.at)}${behind}`;
      return {
        words: said('дополнить', 'дополнив', target, `${what(clause.words).by} ${quoted(clause.words)}`),
      };
    }
    case 'remove-words': {
      const target = `${within(clause.at)} ${what(clause.words).some} ${quoted(clause.words)}`;
      return { words: said('исключить', 'исключив', target) };
    }
    case 'restate-cell':
      return {
        words: said(
          'изложить',
          'изложив',
          whole({ in: 'item', ...clause.at }),
          `${EDITION}: ${quoted(clause.text)}`,
        ),
      };
    case 'restate-item':
      return {
        words: said('изложить', 'изложив', `пункт ${itemInWords(clause.item)}`, `${EDITION}:`),
        table: clause.table,
      };
    case 'add-items': {
      const { numbers, place } = clause;
      const target = [
        place.section === undefined ? '' : sectionInWords('раздел', place.section),
        place.after === undefined ? '' : `после пункта ${place.after}`,
        place.before === undefined ? '' : `перед пунктом ${place.before}`,
      ].filter((part) => part !== '');
      const noun = numbers.length === 1 ? 'пунктом' : 'пунктами';
      return {
        words: said(
          'дополнить',
          'дополнив',
          target.join(' '),
          `${noun} ${numbersInWords(numbers)} ${CONTENT}:`,
        ),
        table: clause.table,
      };
    }
    case 'exclude-items':
      return { words: said('исключить', 'исключив', itemsInWords(clause.items)) };
    case 'renumber': {
      const numbers = clause.items.map(({ number }) => number);
      const isOne = numbers.length === 1;
      const target = itemsInWords(clause.items.map(({ item }) => item));
      return {
        words: `${target} считать ${isOne ? 'пунктом' : 'соответственно пунктами'} ${numbersInWords(numbers)}`,
      };
    }
    case 'restate-section':
      return {
        words: said(
          'изложить',
          'изложив',
          `наименование ${sectionInWords('раздела', clause.section)}`,
          `${EDITION}: ${quoted(clause.text)}`,
        ),
      };
    case 'add-section': {
      const behind = clause.after === undefined ? '' : `после ${sectionInWords('раздела', clause.after)}`;
      return {
        words: said(
          'дополнить',
          'дополнив',
          behind,
          `${sectionInWords('разделом', clause.section)} ${CONTENT}:`,
        ),
        table: clause.table,
      };
    }
    case 'exclude-section':
      return { words: said('исключить', 'исключив', sectionInWords('раздел', clause.section)) };
    case 'restate-title':
      return { words: said('изложить', 'изложив', 'наименование', `${EDITION}: ${quoted(clause.text)}`) };
    case 'restate-all':
      return {
        words: said(
          'изложить',
          'изложив',
          called.annex,
          `в новой редакции согласно приложению к настоящему ${called.order}`,
        ),
      };
  }
}

const EDITION = 'в следующей редакции';
const CONTENT = 'следующего содержания';

/** «слова … словами», «слово … словом», «цифры … цифрами»: what a quoted text is called. */
function what(text: string): { some: string; of: string; by: string } {
  if (/^[\d.,]+$/.test(text)) return { some: 'цифры', of: 'цифр', by: 'цифрами' };
  return /^\S+$/.test(text)
    ? { some: 'слово', of: 'слова', by: 'словом' }
    : { some: 'слова', of: 'слов', by: 'словами' };
}

const quoted = (text: string): string => `«${text}»`;

/** «в пункте 12 в графе «Срок»», where words are changed. */
function within(at: Place): string {
  switch (at.in) {
    case 'item': {
      const column = at.column === undefined ? '' : ` в графе ${columnInWords(at.column)}`;
      return `в пункте ${itemInWords(at.item)}${column}`;
    }
    case 'section':
      return `в наименовании ${sectionInWords('раздела', at.section)}`;
    case 'title':
      return 'в наименовании';
    case 'context':
      return 'в тексте перед таблицей';
  }
}

/** «графу «Срок» пункта 12», which gets a text or more words. */
function whole(at: Place): string {
  switch (at.in) {
    case 'item':
      return at.column === undefined
        ? `пункт ${itemInWords(at.item)}`
        : `графу ${columnInWords(at.column)} пункта ${itemInWords(at.item)}`;
    case 'section':
      return `наименование ${sectionInWords('раздела', at.section)}`;
    case 'title':
      return 'наименование';
    case 'context':
      return 'текст перед таблицей';
  }
}

const columnInWords = (column: string | number): string =>
  typeof column === 'number' ? String(column) : quoted(column);

const sectionInWords = (noun: string, section: string): string =>
  `${noun} ${isSectionNumber(section) ? section : quoted(section)}`;

const itemInWords = ({ number, section }: ItemName): string =>
  section === undefined ? number : `${number} ${sectionInWords('раздела', section)}`;

/** Items of one section, or named without one. */
function itemsInWords(items: readonly ItemName[]): string {
  const section = items[0]?.section;
  const behind = section === undefined ? '' : ` ${sectionInWords('раздела', section)}`;
  const noun = items.length === 1 ? 'пункт' : 'пункты';
  return `${noun} ${numbersInWords(items.map(({ number }) => number))}${behind}`;
}
