import type { PersonFields, StampFields } from '../../schema/generated/types.ts';
import { datesOf } from './dates.ts';
import type { Line, Node } from './lines.ts';
import { personOfMark } from './person.ts';

/** The marks above a plan: the approval mark of an order, «УТВЕРЖДАЮ», «СОГЛАСОВАНО». */
export interface Marks {
  stamp?: StampFields;
  /** The words of that mark. */
  stampLines?: string;
  approvedBy?: PersonFields;
  readonly agreed: PersonFields[];
  /** Words of a mark that none of its fields holds. */
  readonly unread: string[];
}

const markWord = /^(утвержд[её]н[аоы]?|утверждаю|согласован[оаы]?|приложение)(?=[\s:№.]|$)/iu;

export const opensMark = (text: string): boolean =>
  markWord.test(text) &&
  (text.split('\n')[0]!.length < 60 || /приказ|распоряжени|постановлени/i.test(text)) &&
  !/^приложение к (плану|дорожн)/i.test(text);

type OrderType = NonNullable<StampFields['type']>;
const types: readonly (readonly [RegExp, OrderType])[] = [
  [/приказ/i, 'приказ'],
  [/распоряжени/i, 'распоряжение'],
  [/постановлени/i, 'постановление'],
];

/** Number after «№» and a date, wherever they stand in a text. */
export function numberAndDate(text: string): { number?: string; date?: string } {
  const number = /(?:№|\bN)\s*([\p{L}\d][\p{L}\d./\\-]*)/u.exec(
    text.replace(/^приложение\s*№\s*\d+/iu, ''),
  )?.[1];
  const date = datesOf(text)[0]?.iso;
  return {
    ...(number !== undefined && { number: number.replace(/[.,]$/, '') }),
    ...(date !== undefined && { date }),
  };
}

function stampOf(lines: readonly string[]): StampFields {
  const text = lines.join(' ');
  const word = markWord.exec(text)?.[1]?.toLowerCase() ?? 'утверждено';
  const type = types.find(([pattern]) => pattern.test(text))?.[1];
  const issuer =
    /(?:приказ(?:ом|у)|распоряжени(?:ем|ю)|постановлени(?:ем|ю))\s+(.*?)\s*(?:от\s|[«"]?\d{1,2}[»"]?\s+[а-я]+\s+\d{4}|\d{2}\.\d{2}\.\d{4}|№|_{2,}|$)/iu
      .exec(text)?.[1]
      ?.trim();
  return {
    form: word,
    ...(type && { type }),
    ...(issuer && { issuer }),
    ...numberAndDate(text),
  };
}

/** Takes the lines of one mark into the marks. */
export function readMark(lines: readonly string[], into: Marks): void {
  const word = markWord.exec(lines[0] ?? '')?.[1]?.toLowerCase() ?? '';
  if (word === 'утверждаю' || word.startsWith('соглас')) {
    const first = lines[0]!.replace(markWord, '').replace(/^[:\s]+/, '');
    const person = personOfMark(first === '' ? lines.slice(1) : [first, ...lines.slice(1)]);
    if (person.name === undefined && person.position === undefined) return;
    // «Приказ № 44 от …» below the name: the person's mark has no place for it but its day.
    into.unread.push(
      ...lines
        .slice(1)
        .filter((line) => line.length < 200 && /(?:приказ|распоряжени|протокол)[^№]*№\s*\S/iu.test(line)),
    );
    const { approvedBy: old } = into;
    if (word === 'утверждаю' && old !== undefined) {
      // Two of them: the one with a name stays.
      const [kept, other] = old.name === undefined ? [person, old] : [old, person];
      into.approvedBy = kept;
      into.unread.push([other.position, other.name].filter((text) => text !== undefined).join(' '));
    } else if (word === 'утверждаю') into.approvedBy = person;
    else into.agreed.push(person);
    return;
  }
  const stamp = stampOf(lines);
  const isBare = stamp.number === undefined && stamp.date === undefined;
  // «Приложение № 1» above «УТВЕРЖДЕНА приказом …»: the second says more. What a mark says of no order is kept as words.
  if (
    isBare &&
    lines
      .join(' ')
      .replace(markWord, '')
      .replace(/^\s*(№\s*\d+)?\s*$/u, '') !== ''
  )
    into.unread.push(lines.join(' '));
  if (into.stamp && isBare) return;
  const { stamp: old } = into;
  if (old && (old.number !== stamp.number || old.date !== stamp.date) && into.stampLines)
    into.unread.push(into.stampLines);
  into.stamp = stamp;
  into.stampLines = isBare ? '' : lines.join(' ');
}

const closes = /№\s*[\p{L}\d_]|\d{4}\s*(г\.|года)?$/u;

/** How many nodes from `at` belong to the mark that opens there, and their texts. */
export function markLines(nodes: readonly Node[], at: number): { texts: string[]; taken: number } {
  const first = nodes[at] as Line;
  const texts = first.text.split('\n');
  let taken = 1;
  const isPerson = /^(утверждаю|согласован)/iu.test(first.text);
  while (at + taken < nodes.length && texts.length < 14) {
    const next = nodes[at + taken]!;
    if (next.kind !== 'line' || opensMark(next.text)) break;
    if (next.align === 'center' && first.align !== 'center') break;
    if (next.bold && !first.bold && isTitleLike(next.text)) break;
    if (isTitleLike(next.text) && texts.length > 1) break;
    const whole = texts.join(' ');
    const { number, date } = numberAndDate(whole);
    if (!isPerson && number !== undefined && date !== undefined) break;
    if (isPerson && /\d{4}|_{2,}.*20/.test(texts.at(-1) ?? '')) break;
    if (!isPerson && next.align !== first.align && closes.test(whole) && !/№|^от\s/.test(next.text)) break;
    texts.push(...next.text.split('\n'));
    taken++;
  }
  return { texts, taken };
}

export const isTitleLike = (text: string): boolean =>
  /дорожн\S* карт|план(?:-график)? (?:\p{L}+ )?мероприятий|^план(?!\p{L})|^(?:\p{L}+(?:ый|ий|ой) ){1,2}план(?!\p{L})|^комплекс\p{L}* мер|^(?:циклограмма|график|перечень мероприятий|мероприятия по )|^отч[её]т(?!\p{L})/iu.test(
    text,
  );
