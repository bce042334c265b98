import { expect, it } from 'vitest';
import { situationAt } from '../../src/lsp/situation.ts';

/** The situation at the bar in a text. */
function at(marked: string) {
  const offset = marked.indexOf('¦');
  const found = situationAt(marked.replace('¦', ''), offset);
  return found && [found.at, found.route.join('/'), found.written];
}

const PLAN = `kind: plan
id: raion-2022
executors:
  комитет: {name: Комитет, acts-as: моуо}
sections:
  - title: "Раздел: первый"
    items:
    - number: "1"
      action: >-
        Провести
        совещание: ежемесячное
      executors: [комитет]
`;

it.each([
  ['ki¦', ['key', '', 'ki']],
  ['¦', ['key', '', '']],
  ['kind: ¦', ['value', 'kind', '']],
  ['kind: plan\nlevel: mu¦', ['value', 'level', 'mu']],
  [`${PLAN}      wh¦`, ['key', 'sections/0/items/0', 'wh']],
  [`${PLAN}      ¦`, ['key', 'sections/0/items/0', '']],
  [`${PLAN}    - ¦`, ['entry', 'sections/0/items/1', '']],
  [`${PLAN}    - num¦`, ['entry', 'sections/0/items/1', 'num']],
  [`${PLAN}    ti¦`, ['key', 'sections/0', 'ti']],
  [`${PLAN}  - ti¦`, ['entry', 'sections/1', 'ti']],
  [`${PLAN}wai¦`, ['key', '', 'wai']],
  [`${PLAN}      implements: ["1.¦`, ['entry', 'sections/0/items/0/implements/0', '1.']],
  [`${PLAN}      executors: [комитет, ¦]`, ['entry', 'sections/0/items/0/executors/1', '']],
  [`${PLAN}      executors:\n        - ко¦`, ['entry', 'sections/0/items/0/executors/0', 'ко']],
  [`${PLAN}      executors:\n      - ко¦`, ['entry', 'sections/0/items/0/executors/0', 'ко']],
  [`${PLAN}      executors:\n        - {key: ко¦`, ['value', 'sections/0/items/0/executors/0/key', 'ко']],
  [`${PLAN}      executors:\n        - key: ко¦`, ['value', 'sections/0/items/0/executors/0/key', 'ко']],
  [`${PLAN}      when: {text: май, ¦}`, ['key', 'sections/0/items/0/when', '']],
  [`${PLAN}      when: {text: "май, июнь", fr¦`, ['key', 'sections/0/items/0/when', 'fr']],
  ['facts:\n  - {item: "7", date: 2022-¦', ['value', 'facts/0/date', '2022-']],
  ['facts:\n  - {item: "7",\n     ¦', ['key', 'facts/0', '']],
  ['facts:\n  - {item: "7"}\n  - {item: ¦}', ['value', 'facts/1/item', '']],
  ['facts:\n- item: "7"\n- ¦', ['entry', 'facts/1', '']],
  ['executors:\n  комитет:\n    ¦', ['key', 'executors/комитет', '']],
  ['executors:\n  комитет:\n  ¦', ['key', 'executors', '']],
  ['a: "не закрыто\nb: ¦', ['value', 'a', 'не закрыто\nb: ']],
] as const)('%j', (text, wanted) => {
  expect(at(text)).toEqual(wanted);
});

it.each([`# заметка ¦`, `${PLAN}      note: слово # и ¦`, 'note: >-\n  Провести ¦', 'note: |\n  а\n\n  б ¦'])(
  'has nothing to offer in %j',
  (text) => {
    expect(at(text)).toBeUndefined();
  },
);

it('knows the keys that are there', () => {
  const text = `${PLAN}      `;
  expect(situationAt(text, text.length)?.keys).toEqual(['number', 'action', 'executors']);
});
