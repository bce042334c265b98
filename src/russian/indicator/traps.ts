import { LETTERS } from '../words/letters.ts';
import { wordSet } from '../words/word-set.ts';
import { duration, isLength } from './lengths.ts';
import type { Token } from './tokens.ts';

const REFERENCE =
  /^(?:п|пп|пункт[а-я]{0,3}|ст|стать[яиейю]|част[ьи]|приложени[еюия]|раздел[аеу]?|глав[аеыу]|таблиц[аеыу]|вариант|протокол)$/u;
const CLASS = /^(?:класс[а-я]{0,3}|кл)$/u;
const BOUND = wordSet('менее более меньше больше минимум свыше максимум');
const AGE = wordSet('лет года год');
const WORD_OR_PERCENT = new RegExp(`^[${LETTERS}%]`, 'u');

/** No honest list of classes is longer, and a hostile one stays cheap. */
const LONGEST = 24;

const counting = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'number' || token.kind === 'ordinal');

/** Where a list of numbers joined by commas, dashes, «и», «до» ends. */
function listEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  while (end - at < LONGEST) {
    const joint = tokens[end];
    const joined =
      joint?.kind === 'comma' || joint?.kind === 'dash' || joint?.text === 'и' || joint?.text === 'до';
    if (!joined || !counting(tokens[end + 1])) return end;
    end += 2;
  }
  return end;
}

/** «9-х и 11-х классов», «5–9 классов», «обучающихся 9 классов»: which classes, not how many. */
function classes(tokens: readonly Token[], at: number): number | undefined {
  const counted = listEnd(tokens, at);
  const end = isParallel(tokens[counted]) ? counted + 1 : counted;
  if (!CLASS.test(tokens[end]?.text ?? '')) return undefined;
  if (end > counted) return end + 1;
  const several = end > at + 1;
  const named = tokens[at]!.kind === 'ordinal' || tokens[at]!.suffixed === true;
  const before = tokens[at - 1];
  if (before && BOUND.has(before.text) && !several) return undefined;
  const word = tokens[end]!.text;
  const genitive = word === 'классов' || word === 'класса';
  const first = before?.kind !== 'word' || /(?:[аеяё]н|крыт)[аоы]?$/u.test(before.text);
  return several || named || !genitive || !first ? end + 1 : undefined;
}

/** The letter of one of several classes of a year: «9 А», «9 «А»». */
const isParallel = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.raw.length <= 3 &&
  /^[«"“]?[А-Я][»"”]?$/u.test(token.raw) &&
  token.raw !== 'В' &&
  token.raw !== 'С';

/** «№ 01-15/123», «№ 12/1-П»: everything glued to the number belongs to it. */
function numberedEnd(tokens: readonly Token[], at: number): number {
  let end = listEnd(tokens, at);
  while (end - at < LONGEST && tokens[end]?.start === tokens[end - 1]!.end && isOfNumber(tokens[end]!))
    end += 1;
  return end;
}

const isOfNumber = ({ kind, text }: Token): boolean =>
  ['number', 'ordinal', 'name', 'dash', 'word', 'abbreviation', 'date', 'odd'].includes(kind) || text === '/';

const HOURS = wordSet('час часа часов ч');

/** The last tokens (exclusive) of what begins at `at` and holds digits that count nothing; undefined when none does. */
function trapAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (token.text === '№' && next) return numberedEnd(tokens, at + 1);
  if (token.kind === 'word' && REFERENCE.test(token.text) && next?.kind === 'number')
    return listEnd(tokens, at + 1);
  if (
    token.kind === 'abbreviation' &&
    next?.kind === 'number' &&
    !WORD_OR_PERCENT.test(tokens[at + 2]?.text ?? '') &&
    classes(tokens, at + 1) === undefined
  ) {
    return at + 2;
  }
  if (!counting(token)) return undefined;
  const school = classes(tokens, at);
  if (school !== undefined) return school;
  const spent = duration(tokens, at);
  if (spent !== undefined) return spent;
  const end = listEnd(tokens, at);
  const word = tokens[end]?.text ?? '';
  // «до 5 числа», «не позднее 10-го числа»: days of a month.
  if (/^числ[оау]?$/u.test(word)) return end + 1;
  if (AGE.has(word)) return end + 1;
  if (
    /^(?:квалификационн|категори|ступен[ьи]$|экземпляр)/u.test(word) &&
    !BOUND.has(tokens[at - 1]?.text ?? '')
  ) {
    return end + 1;
  }
  if (
    token.suffixed &&
    /^(?:дневн|летн|часов(?:ой|ая|ого|ую|ых)$|этапн|месячн|сторонн|уровнев|разов)/u.test(word)
  )
    return end + 1;
  if (HOURS.has(word) && isLength(tokens, at)) return end + 1;
  // «учатся в 1 смену»: which of the shifts.
  if (word === 'смену' && tokens[at - 1]?.text === 'в') return end + 1;
  return token.kind === 'ordinal' && !/^мест/u.test(word) ? at + 1 : undefined;
}

/** Stands for a token that something else has claimed. */
const BLANK: Token = { kind: 'stop', text: '', raw: '', start: 0, end: 0 };

const AGE_LEADS = wordSet('от до с старше младше не более менее возрасте на');

/** Token indexes that hold numbers which are no quantities: names, ages, classes, references. */
export function trapsOf(all: readonly Token[], taken: ReadonlySet<number>): ReadonlySet<number> {
  const traps = new Set<number>();
  const tokens = all.map((token, at) => (taken.has(at) ? BLANK : token));
  for (let at = 0; at < tokens.length; at++) {
    const end = trapAt(tokens, at);
    if (end === undefined) continue;
    let start = at;
    if (AGE.has(tokens[end - 1]!.text)) {
      while (start > 0 && AGE_LEADS.has(tokens[start - 1]!.text)) start -= 1;
    }
    for (let inside = start; inside < end; inside++) traps.add(inside);
    at = end - 1;
  }
  return traps;
}
