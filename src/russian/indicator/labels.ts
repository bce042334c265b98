import type { Cursor } from '../grammar/cursor.ts';
import { patternOf, startingWith, tableOf } from '../grammar/engine.ts';
import { does } from '../words/lexicon.ts';
import { isShortParticiple } from '../words/statement.ts';
import type { Node } from './node.ts';

/** Numbers in a row; no honest list of classes is longer, and a hostile one stays cheap. */
const MORE = '((comma / dash / and / "до") (number / ordinal))';
const takeList = patternOf(`(number / ordinal) ${MORE}{0,12}`);

const GLUED: ReadonlySet<Node['kind']> = new Set([
  'number',
  'ordinal',
  'name',
  'dash',
  'word',
  'abbreviation',
  'date',
  'odd',
] as const);

/** «№» with everything that is glued to its number: «№ 01-15/123», «№ 12/1-П». Offsets say what is glued. */
function takeNumbered(c: Cursor): true | undefined {
  const { tokens } = c;
  const first = tokens[c.pos + 1];
  if (tokens[c.pos]!.text !== '№' || !first) return undefined;
  c.pos += 1;
  // «Приказ № ____ о …»: a number still to be filled in.
  if (first.kind === 'word' && first.at[0] > tokens[c.pos - 1]!.at[1]) return true;
  if (!takeList(c)) c.pos += 1;
  const isOfNumber = ({ kind, text }: Node) => GLUED.has(kind) || text === '/';
  for (let last = tokens[c.pos - 1]!; ; last = tokens[c.pos++]!) {
    const next = tokens[c.pos];
    if (next?.at[0] !== last.at[1] || !isOfNumber(next)) return true;
  }
}

/** The letter of one of several classes of a year. Its capital tells it. */
function takeParallel(c: Cursor): true | undefined {
  const raw = c.tokens[c.pos]?.raw ?? '';
  if (raw.length > 3 || !/^[«"“]?[А-Я][»"”]?$/u.test(raw) || raw === 'В' || raw === 'С') return undefined;
  c.pos += 1;
  return true;
}

/** Numbers that name or describe and count nothing: references, classes, ages, lengths, places in a row. */
const LABEL = tableOf<true>({
  names: {
    NUMBER: '(number / ordinal)',
    LENGTH: 'NUMBER (working|civil|school)? (day|week|monthWord|hour)',
    CLASS:
      '(<list> <parallel> class / <several> class / !@bound (ordinal / <suffixed> / number !"классов" !"класса") class)',
    UNBOUND: '!@bound|not !@dash !@colon !@sign',
  },
  parts: {
    list: takeList,
    numbered: startingWith('sign', takeNumbered),
    several: patternOf(`(number / ordinal) ${MORE}{1,12}`),
    parallel: takeParallel,
    suffixed: (c) => (c.tokens[c.pos]?.suffixed && c.pos++ >= 0) || undefined,
    participle: (c) => isShortParticiple(c.tokens[c.pos]!.text) || undefined,
    taught: ({ tokens, pos }) =>
      tokens.slice(Math.max(0, pos - 8), pos).some(({ text }) => does(text, 'taught')) || undefined,
  },
  rows: [
    ['<numbered>', true, '№ 12/1-П'],
    ['reference &(number !times) <list>', true, 'приложения 1 и 2'],
    ['abbreviation !CLASS number !(word / abbreviation / percent)', true, 'СОШ 5'],
    ['<list> <parallel> class', true, '9 «А» класса'],
    ['<several> class', true, '5–9 классов'],
    ['!@bound (ordinal / <suffixed>) class', true, '9-х классов'],
    ['!@bound number !("классов" / "класса") class', true, '9 класс'],
    ['!@bound|on|every @word !@<participle> number class', true, 'обучающихся |9 классов'],
    ['@course LENGTH', true, 'в течение |10 рабочих дней'],
    ['@later LENGTH', true, 'не позднее |5 дней'],
    ['@for LENGTH &"до"', true, 'за |2 недели| до'],
    ['<list> date', true, '5 числа'],
    ['ageLead{0,9} <list> age', true, 'в возрасте |от 5 до 7 лет'],
    ['!@bound <list> grade', true, '1 квалификационной'],
    ['&<suffixed> <list> lasting', true, '3-х дневный'],
    ['UNBOUND @scope <list> hour', true, 'объёмом |36 часов'],
    ['UNBOUND !@~количеств|проведен|реализован|пройден~ &<taught> <list> hour', true, 'программа, |36 часов'],
    // «в 1 смену»: which of the shifts.
    ['@in <list> division.a', true, 'в |1 смену'],
    ['&(<list> !~мест~) ordinal', true, '3-й'],
  ],
});

/** Where the labels stand, in order. */
export function labelsOf(c: Cursor): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < c.tokens.length; at = Math.max(at + 1, c.pos)) {
    c.pos = at;
    if (LABEL(c)) found.push({ start: at, end: c.pos });
  }
  return found;
}

/** For the test that every row is reached by its example. */
export const LABEL_TABLES = { LABEL };
