import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentsOf } from '../../src/edit/comments.ts';
import { applied, valueAtRoute } from '../../src/edit/edit.ts';
import { type Edit, editText, isEditable } from '../../src/edit/splice.ts';
import type { Route } from '../../src/finding/finding.ts';
import { runs } from '../lane.ts';
import { anyValue, written } from './documents.ts';

function routesOf(value: unknown, route: Route = []): Route[] {
  if (typeof value !== 'object' || value === null) return [route];
  const inside = Object.entries(value).map(([key, inner]) =>
    routesOf(inner, [...route, Array.isArray(value) ? Number(key) : key]),
  );
  return [route, ...inside.flat()];
}

/** An edit that makes sense for some place of a document, chosen by numbers. */
function editOf(value: unknown, where: number, how: number, put: unknown): Edit | undefined {
  const routes = routesOf(value);
  const route = routes[where % routes.length] as Route;
  const here = valueAtRoute(value, route);
  const key = ['executors', 'number', 'новый ключ'][how % 3] as string;
  if (Array.isArray(here)) {
    const index = how % (here.length + 1);
    return how % 2 === 0 ? { op: 'insert', route, value: put } : { op: 'insert', route, index, value: put };
  }
  if (typeof here === 'object' && here !== null && how < 6)
    return { op: 'set', route: [...route, key], value: put };
  if (route.length === 0 || route[0] === 'kind') return undefined;
  return how % 3 === 0 ? { op: 'remove', route } : { op: 'set', route, value: put };
}

/** A comment may come to stand beside another one. */
const wordsOfComments = (text: string): readonly string[] =>
  commentsOf(text)
    .flatMap((comment) => comment.split(/ (?=#)/))
    .toSorted();

test('any edit of any layout reads back as it says', () => {
  fc.assert(
    fc.property(
      written,
      fc.array(fc.tuple(fc.nat(), fc.nat(9), anyValue), { minLength: 1, maxLength: 3 }),
      ({ value, text }, dice) => {
        let data: unknown = value;
        const edits: Edit[] = [];
        for (const [where, how, put] of dice) {
          const edit = editOf(data, where, how, put);
          if (!edit) continue;
          edits.push(edit);
          data = applied(data, edit);
        }
        // editText reads its result and compares: a difference would throw.
        const result = editText(text, edits);
        const [only] = edits;
        if (
          edits.length !== 1 ||
          !only ||
          only.op === 'remove' ||
          typeof valueAtRoute(value, only.route) === 'object'
        )
          return;
        expect(wordsOfComments(result)).toEqual(wordsOfComments(text));
      },
    ),
    { numRuns: runs(60) },
  );
});

const PLAN = `# Черновик
kind: plan
id: a   # имя
title: 'План'
executors:
    ко:
        name: "Комитет"   # главный
items:
  # первый
  - number: "1"
    action: Утвердить план # важно
    executors: [ко,  цо]
    indicators:
        - Приказ
        # конец показателей

  - {number: 2, action: Провести, implements: []}   # второй
  - number: 3
    note: >- # сложено
      Длинный
      текст
# Конец
`;

const after = (edit: Edit): string => editText(PLAN, [edit]);

test.each<[string, Edit, string, string]>([
  [
    'a text keeps its single quotes',
    { op: 'set', route: ['title'], value: "План 'А'" },
    "title: 'План'",
    "title: 'План ''А'''",
  ],
  [
    'a text keeps its double quotes',
    { op: 'set', route: ['executors', 'ко', 'name'], value: 'Комитет «1»' },
    '"Комитет"',
    '"Комитет «1»"',
  ],
  [
    'a plain text stays plain, its comment beside it',
    { op: 'set', route: ['items', 0, 'action'], value: 'Разработать план' },
    'Утвердить план #',
    'Разработать план #',
  ],
  [
    'a plain text that needs quotes gets them',
    { op: 'set', route: ['items', 0, 'action'], value: 'План: утвердить' },
    'Утвердить план #',
    '"План: утвердить" #',
  ],
  [
    'the comment of a block text stays on its line',
    { op: 'set', route: ['items', 2, 'note'], value: 'Коротко' },
    '>- # сложено\n      Длинный\n      текст',
    'Коротко # сложено',
  ],
  [
    'a text of several lines takes the comment along',
    { op: 'set', route: ['items', 0, 'action'], value: 'Первое\nвторое' },
    'action: Утвердить план # важно',
    'action: |- # важно\n        Первое\n        второе',
  ],
  [
    'a number in brackets',
    { op: 'set', route: ['items', 1, 'number'], value: '2.10' },
    '{number: 2,',
    '{number: "2.10",',
  ],
  [
    'a key goes where the schema has it',
    { op: 'set', route: ['items', 0, 'when'], value: 'март' },
    'план # важно\n',
    'план # важно\n    when: март\n',
  ],
  [
    'a key at the end, after the comments of the last one',
    { op: 'set', route: ['items', 0, 'implements'], value: ['1.6'] },
    '        # конец показателей\n',
    '        # конец показателей\n    implements: ["1.6"]\n',
  ],
  [
    'a key in brackets',
    { op: 'set', route: ['items', 1, 'when'], value: 'март, апрель' },
    'action: Провести,',
    'action: Провести, when: "март, апрель",',
  ],
  [
    'a first key',
    { op: 'set', route: ['items', 2, 'id'], value: 'x' },
    '- number: 3\n',
    '- number: 3\n    id: x\n',
  ],
  [
    'an entry after the last, like its neighbours',
    { op: 'insert', route: ['items', 0, 'indicators'], value: 'Справка' },
    '- Приказ\n        # конец показателей\n',
    '- Приказ\n        - Справка\n        # конец показателей\n',
  ],
  [
    'an entry in brackets',
    { op: 'insert', route: ['items', 0, 'executors'], index: 1, value: 'х, у' },
    '[ко,  цо]',
    '[ко, "х, у",  цо]',
  ],
  [
    'an entry into empty brackets',
    { op: 'insert', route: ['items', 1, 'implements'], value: '1.6' },
    'implements: []',
    'implements: ["1.6"]',
  ],
  [
    'a list that was not there',
    { op: 'insert', route: ['waivers'], value: { rule: 'a', reason: 'b' } },
    '      текст\n',
    '      текст\nwaivers:\n    - {rule: a, reason: b}\n',
  ],
  [
    'a key leaves with its line',
    { op: 'remove', route: ['items', 0, 'executors'] },
    '    executors: [ко,  цо]\n',
    '',
  ],
  [
    'the first key leaves the dash to the next',
    { op: 'remove', route: ['items', 2, 'number'] },
    '- number: 3\n    note',
    '- note',
  ],
  [
    'the only entry leaves empty brackets',
    { op: 'remove', route: ['items', 0, 'indicators', 0] },
    '\n        - Приказ\n',
    ' []\n',
  ],
  [
    'an entry in brackets leaves with its comma',
    { op: 'remove', route: ['items', 0, 'executors', 0] },
    '[ко,  цо]',
    '[цо]',
  ],
  [
    'a last entry in brackets too',
    { op: 'remove', route: ['items', 0, 'executors', 1] },
    '[ко,  цо]',
    '[ко]',
  ],
  [
    'an item leaves, comments of others stay',
    { op: 'remove', route: ['items', 1] },
    '  - {number: 2, action: Провести, implements: []}   # второй\n',
    '',
  ],
])('%s', (_, edit, old, put) => {
  expect(PLAN.split(old)).toHaveLength(2);
  expect(after(edit)).toBe(PLAN.replace(old, () => put));
  const crlf = PLAN.replaceAll('\n', '\r\n');
  expect(editText(`\uFEFF${crlf}`, [edit])).toBe(`\uFEFF${after(edit).replaceAll('\n', '\r\n')}`);
});

test('a text without a final line break', () => {
  expect(
    editText('kind: facts\nplan: a', [{ op: 'insert', route: ['facts'], value: { item: '1', done: true } }]),
  ).toBe('kind: facts\nplan: a\nfacts:\n  - {item: "1", done: true}');
  expect(
    editText('kind: facts\nplan: a\nrecorded: 2021-01-01', [{ op: 'remove', route: ['recorded'] }]),
  ).toBe('kind: facts\nplan: a');
});

test('blank lines that a text keeps stay its own', () => {
  const text = 'kind: plan\nid: a\ntitle: |+\n  a\n\n\nitems: []\n';
  const edited = editText(text, [{ op: 'set', route: ['territory'], value: 'Край' }]);
  expect(edited).toBe('kind: plan\nid: a\ntitle: |+\n  a\n\n\nterritory: Край\nitems: []\n');
});

test('an anchor stays on what it names', () => {
  const text = 'executors: &e\n  a: {name: x}\nmore: *e\n';
  expect(editText(text, [{ op: 'set', route: ['executors'], value: { b: { name: 'z' } } }])).toBe(
    'executors: &e\n  b:\n    name: z\nmore: *e\n',
  );
});

test('what can’t be edited says so before', () => {
  expect(isEditable('a: "b')).toBe(false);
  expect(isEditable('a: b')).toBe(true);
  expect(() => editText('a: "b', [])).toThrow('only a readable document');
  expect(() => editText('a: b', [{ op: 'set', route: ['c', 'd'], value: 1 }])).toThrow();
});
