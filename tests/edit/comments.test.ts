import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commentsOf } from '../../src/edit/comments.ts';
import { formatText } from '../../src/edit/format.ts';
import { type Edit, editText } from '../../src/edit/splice.ts';
import { runs } from '../lane.ts';

function formatted(text: string): string {
  const result = formatText(text, 'plan.yaml');
  if (!('text' in result)) throw new Error(JSON.stringify(result.problems));
  expect(result.kept).toBeUndefined();
  return result.text;
}

/** A document in the canonical layout. No line is a text of several, so that a comment may be put before and behind any. */
const LAID = `kind: plan
id: gornyi
title: План района
territory: Горный район
approved-by: {position: Глава, name: В.В. Ключ}
executors:
  кабинет:
    name: Методический кабинет
    aliases: [МК, метод.кабинет]
  сад:
    name: Детский сад № 4
sections:
  - title: Кадры
    items:
      - number: "1"
        action: Провести обход
        executors: [кабинет, сад]
        indicators:
          - Акт
          - Не менее 3 садов
        implements: [край#1]
      - {number: "2", excluded: решение от 01.02.2022}
  - title: Итоги
    items:
      - number: "3"
        action: Собрать отчёты
        clauses:
          - Собрать
          - Свести
waivers:
  - {rule: no-facts, reason: план ещё не начат}
`;

const lines = LAID.trimEnd().split('\n');
const trimmed = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());

const remark = fc.record({
  line: fc.nat({ max: lines.length }),
  column: fc.constantFrom(0, 1, 2, 3, 4, 6, 8, 10, 12, 20),
  blank: fc.boolean(),
});

test('on a line of its own, however deep, a comment stays between the lines it is between', () => {
  expect(formatted(LAID)).toBe(LAID);
  fc.assert(
    fc.property(
      fc.array(remark, { maxLength: 8 }),
      fc.uniqueArray(fc.nat({ max: lines.length - 1 }), { maxLength: 5 }),
      (above, beside) => {
        const out: string[] = [];
        for (let at = 0; at <= lines.length; at++) {
          for (const [index, { line, column, blank }] of above.entries()) {
            if (line !== at) continue;
            if (blank && out.length > 0 && !/:( #.*)?$/.test(out.at(-1)!)) out.push('');
            out.push(`${' '.repeat(column)}# над ${index}`);
          }
          if (at < lines.length) out.push(lines[at]! + (beside.includes(at) ? ` # за ${at}` : ''));
        }
        const text = `${out.join('\n')}\n`;
        const once = formatted(text);
        expect(trimmed(once)).toEqual(trimmed(text));
        expect(parse(once)).toEqual(parse(LAID));
        expect(formatted(once)).toBe(once);
      },
    ),
    { numRuns: runs(120) },
  );
});

const facts = (list: string): string => `kind: facts\nplan: a\nfacts:${list}`;
const NEW = { item: '9', date: '2022-05-01' };
const PUT = '{item: "9", date: 2022-05-01}';
const insert: Edit = { op: 'insert', route: ['facts'], value: NEW };

test.each<[string, string, string]>([
  [
    'a comment behind the last comma',
    ' [\n  {item: "1"}, # проверено\n]\n',
    ` [\n  {item: "1"}, # проверено\n  ${PUT},\n]\n`,
  ],
  [
    'a comment behind the last entry, without a comma',
    ' [\n  {item: "1"}, # раз\n  {item: "2"} # два\n  ]\n',
    ` [\n  {item: "1"}, # раз\n  {item: "2"}, # два\n  ${PUT}\n  ]\n`,
  ],
  [
    'a comment before the closing bracket',
    ' [\n    {item: "1"}\n  # следующие – в июне\n  ]\n',
    ` [\n    {item: "1"},\n    ${PUT}\n  # следующие – в июне\n  ]\n`,
  ],
  ['a list on one line', ' [{item: "1"}] # раз\n', ` [{item: "1"}, ${PUT}] # раз\n`],
  [
    'a comment inside the braces of a fact',
    ' [\n  {item: "1", # раз\n   done: true},\n]\n',
    ` [\n  {item: "1", # раз\n   done: true},\n  ${PUT},\n]\n`,
  ],
  ['an entry beside the bracket', ' [{item: "1"}, # раз\n]\n', ` [{item: "1"}, # раз\n  ${PUT},\n]\n`],
  ['brackets that hold only a comment', ' [ # пока пусто\n]\n', ` # пока пусто\n  - ${PUT}\n`],
  ['a key that holds only a comment', ' # пока пусто\n', ` # пока пусто\n  - ${PUT}\n`],
  [
    'a comment behind the last entry of a block',
    '\n  - {item: "1"} # раз\n  # конец\n',
    `\n  - {item: "1"} # раз\n  - ${PUT}\n  # конец\n`,
  ],
])('a new fact leaves %s where it was', (_, before, after) => {
  expect(editText(facts(before), [insert])).toBe(facts(after));
  const crlf = (text: string): string => facts(text).replaceAll('\n', '\r\n');
  expect(editText(crlf(before), [insert])).toBe(crlf(after));
});

test('a new key in brackets leaves the comment behind the key before it', () => {
  const text = facts(' [\n  {item: "1", # раз\n   note: x}, # два\n]\n');
  const edited = editText(text, [{ op: 'set', route: ['facts', 0, 'date'], value: '2022-05-01' }]);
  expect(edited).toBe(facts(' [\n  {item: "1", # раз\n   date: 2022-05-01,\n   note: x}, # два\n]\n'));
});

test('comments in and behind brackets survive the canonical layout, beside what they were beside', () => {
  const text = `kind: plan
id: a
title: План
executors: # кто
  # первый
  ко: {name: Комитет, # главный
    aliases: [ # как пишут
      КО, # кратко
      # - Ком.
      комитет # полно
    ] } # конец
items:
  - number: "1" # один
    executors: # кому
      - ко # ему
    indicators: [Акт] # чем
    clauses: [] # пока нет
    implements: # откуда
      [край#1]
`;
  const once = formatted(text);
  expect(once).toBe(`kind: plan
id: a
title: План
executors: # кто
  # первый
  ко: # конец
    name: Комитет # главный
    aliases: # как пишут
      - КО # кратко
      # - Ком.
      - комитет # полно
items:
  - number: "1" # один
    executors: # кому
      - ко # ему
    indicators: # чем
      - Акт
    implements: [край#1] # откуда
    clauses: [] # пока нет
`);
  expect(formatted(once)).toBe(once);
  expect(commentsOf(once).toSorted()).toEqual(commentsOf(text).toSorted());
});
