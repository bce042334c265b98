import { LETTERS } from '../words/letters.ts';
import { does, wordRole } from '../words/lexicon.ts';
import { isShortParticiple } from '../words/statement.ts';
import { wordSet } from '../words/word-set.ts';
import type { Node } from './node.ts';

/** Numbers that name or describe and count nothing: references, classes, ages, lengths, places in a row. */

const REFERENCE =
  /^(?:п|пп|пункт[а-я]{0,3}|ст|стать[яиейю]|част[ьи]|приложени[еюия]|раздел[аеу]?|глав[аеыу]|таблиц[аеыу]|вариант|протокол)$/u;
const CLASS = /^(?:класс[а-я]{0,3}|кл)$/u;
const AGE = wordSet('лет года год');
const WORD_OR_PERCENT = new RegExp(`^[${LETTERS}%]`, 'u');

/** No honest list of classes is longer, and a hostile one stays cheap. */
const LONGEST = 24;

const counting = (node: Node | undefined): boolean => node?.kind === 'number' || node?.kind === 'ordinal';

/** Where a list of numbers joined by commas, dashes, «и», «до» ends. */
function listEnd(nodes: readonly Node[], at: number): number {
  let end = at + 1;
  while (end - at < LONGEST) {
    const joint = nodes[end];
    const joins =
      joint?.kind === 'comma' || joint?.kind === 'dash' || joint?.text === 'и' || joint?.text === 'до';
    if (!joins || !counting(nodes[end + 1])) return end;
    end += 2;
  }
  return end;
}

/** «9-х и 11-х классов», «5–9 классов», «обучающихся 9 классов»: which classes, not how many. */
function classesEnd(nodes: readonly Node[], at: number): number | undefined {
  const counted = listEnd(nodes, at);
  const end = isParallel(nodes[counted]) ? counted + 1 : counted;
  if (!CLASS.test(nodes[end]?.text ?? '')) return undefined;
  if (end > counted) return end + 1;
  const several = end > at + 1;
  const named = nodes[at]!.kind === 'ordinal' || nodes[at]!.suffixed === true;
  const before = nodes[at - 1];
  if (before && does(before.text, 'bound') && !several) return undefined;
  const word = nodes[end]!.text;
  const genitive = word === 'классов' || word === 'класса';
  const first = before?.kind !== 'word' || isShortParticiple(before.text);
  return several || named || !genitive || !first ? end + 1 : undefined;
}

/** The letter of one of several classes of a year: «9 А», «9 «А»». */
const isParallel = (node: Node | undefined): boolean =>
  node !== undefined &&
  node.raw.length <= 3 &&
  /^[«"“]?[А-Я][»"”]?$/u.test(node.raw) &&
  node.raw !== 'В' &&
  node.raw !== 'С';

/** «№ 01-15/123», «№ 12/1-П»: everything glued to the number belongs to it. */
function numberedEnd(nodes: readonly Node[], at: number): number {
  let end = listEnd(nodes, at);
  while (end - at < LONGEST && nodes[end]?.at[0] === nodes[end - 1]!.at[1] && isOfNumber(nodes[end]!))
    end += 1;
  return end;
}

const isOfNumber = ({ kind, text }: Node): boolean =>
  ['number', 'ordinal', 'name', 'dash', 'word', 'abbreviation', 'date', 'odd'].includes(kind) || text === '/';

const DAYS_OF_SPAN = /^(?:дн(?:я|ей)|день|недел[юияь]|недель|месяц(?:а|ев)?|час(?:а|ов)?)$/u;

/** «в течение 10 дней», «не позднее 5 рабочих дней», «за 2 недели до»: how long it takes, not how many are wanted. */
function durationEnd(nodes: readonly Node[], at: number): number | undefined {
  const [far, near] = [nodes[at - 2]?.text, nodes[at - 1]?.text];
  const within = far === 'в' && (near === 'течение' || near === 'течении');
  const ahead = near === 'за';
  if (!within && !ahead && near !== 'позднее' && near !== 'позже') return undefined;
  const end = /^(?:рабоч|календарн|учебн)/u.test(nodes[at + 1]?.text ?? '') ? at + 2 : at + 1;
  if (!DAYS_OF_SPAN.test(nodes[end]?.text ?? '')) return undefined;
  return ahead && nodes[end + 1]?.text !== 'до' ? undefined : end + 1;
}

const TAUGHT = /^(?:программ|курс|кпк|дпп|модул|удостоверени|стажировк)/u;

/** «Программа повышения квалификации, 36 часов»: how long what is taught takes. */
function isLength(nodes: readonly Node[], at: number): boolean {
  const before = nodes[at - 1];
  if (
    !before ||
    does(before.text, 'bound') ||
    before.text === 'не' ||
    ['dash', 'colon', 'sign'].includes(before.kind)
  )
    return false;
  if (/^(?:объем|количеств|проведен|реализован|пройден)/u.test(before.text))
    return /^объем/u.test(before.text);
  return nodes.slice(Math.max(0, at - 8), at).some(({ text }) => TAUGHT.test(text));
}

/** Where the label that begins at `at` ends; undefined when none does. */
function labelEnd(nodes: readonly Node[], at: number): number | undefined {
  const node = nodes[at]!;
  const next = nodes[at + 1];
  // «Приказ № ____ о …»: a number still to be filled in.
  const blank = next?.kind === 'word' && next.at[0] > node.at[1];
  if (node.text === '№' && next) return blank ? at + 1 : numberedEnd(nodes, at + 1);
  const times = /^раза?$/u.test(nodes[at + 2]?.text ?? '');
  if (node.kind === 'word' && REFERENCE.test(node.text) && next?.kind === 'number' && !times)
    return listEnd(nodes, at + 1);
  if (
    node.kind === 'abbreviation' &&
    next?.kind === 'number' &&
    !WORD_OR_PERCENT.test(nodes[at + 2]?.text ?? '') &&
    classesEnd(nodes, at + 1) === undefined
  ) {
    return at + 2;
  }
  if (!counting(node)) return undefined;
  const known = classesEnd(nodes, at) ?? durationEnd(nodes, at);
  if (known !== undefined) return known;
  const end = listEnd(nodes, at);
  const word = nodes[end]?.text ?? '';
  // «до 5 числа», «не позднее 10-го числа»: days of a month.
  if (/^числ[оау]?$/u.test(word) || AGE.has(word)) return end + 1;
  if (
    /^(?:квалификационн|категори|ступен[ьи]$|экземпляр)/u.test(word) &&
    !does(nodes[at - 1]?.text ?? '', 'bound')
  )
    return end + 1;
  if (
    node.suffixed &&
    /^(?:дневн|летн|часов(?:ой|ая|ого|ую|ых)$|этапн|месячн|сторонн|уровнев|разов)/u.test(word)
  )
    return end + 1;
  if (wordRole(word)?.role === 'hour' && isLength(nodes, at)) return end + 1;
  // «учатся в 1 смену»: which of the shifts.
  if (word === 'смену' && nodes[at - 1]?.text === 'в') return end + 1;
  return node.kind === 'ordinal' && !/^мест/u.test(word) ? at + 1 : undefined;
}

const AGE_LEADS = wordSet('от до с старше младше не более менее возрасте на');

/** Where the numbers stand that name or describe, in order. */
export function labelsOf(
  nodes: readonly Node[],
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const end = labelEnd(nodes, at);
    if (end === undefined) continue;
    let start = at;
    if (AGE.has(nodes[end - 1]!.text)) {
      while (start > (found.at(-1)?.end ?? 0) && AGE_LEADS.has(nodes[start - 1]!.text)) start -= 1;
    }
    found.push({ start, end });
    at = end - 1;
  }
  return found;
}
