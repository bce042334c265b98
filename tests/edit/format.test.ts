import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commentsOf } from '../../src/edit/comments.ts';
import { formatText } from '../../src/edit/format.ts';
import { runs } from '../lane.ts';
import { written } from './documents.ts';

function formatted(text: string): string {
  const result = formatText(text, 'plan.yaml');
  if (!('text' in result)) throw new Error(JSON.stringify(result.problems));
  expect(result.kept).toBeUndefined();
  expect(result.changed).toBe(result.text !== text);
  return result.text;
}

test('any layout becomes one: same data, every comment, and its own layout', () => {
  fc.assert(
    fc.property(written, ({ value, text }) => {
      expect(parse(text)).toEqual(value);
      const once = formatted(text);
      expect(parse(once)).toEqual(value);
      expect(commentsOf(once).toSorted()).toEqual(commentsOf(text).toSorted());
      expect(formatted(once)).toBe(once);
    }),
    { numRuns: runs(60) },
  );
});

const SCHEMA = '# yaml-language-server: $schema=../schemas/plan.schema.json\n';

test('keys in the order of the schema, quotes where needed, comments and blank lines kept', () => {
  const crooked = `${SCHEMA}# Черновик

title: "План" # рабочее название
kind: plan
id: a
executors: { ко: {name: "Комитет: по образованию", aliases: [КО]} }
items:
# первый
- action: Утвердить
  number: '1.10'

  executors:
    - ко
    - {key: цо, note: "(контроль)"}   # по согласованию
  indicators: [Приказ, 'Не менее "двух" встреч # в месяц']

# второй
- excluded: "приказ от 12.05.2021 № 80"
  number: 2
`;
  expect(formatted(crooked)).toBe(`${SCHEMA}# Черновик

kind: plan
id: a
title: План # рабочее название
executors:
  ко:
    name: "Комитет: по образованию"
    aliases: [КО]
items:
  # первый
  - number: "1.10"
    action: Утвердить

    executors:
      - ко
      - {key: цо, note: (контроль)} # по согласованию
    indicators:
      - Приказ
      - 'Не менее "двух" встреч # в месяц'

  # второй
  - {number: 2, excluded: приказ от 12.05.2021 № 80}
`);
});

test('a comment stays with what it stands before, whatever stands deeper above it', () => {
  const laid = `kind: plan
id: a
title: b

# Разделы
sections:
  # первый
  - title: A
    items:
      # раз
      - number: 1
        action: x

      # два
      - number: 2
        action: x
        # к концу второго
      # три
      - number: 3
        action: z

  # второй раздел
  - title: B
    items: []

# Отступления
waivers: []
# Конец
`;
  expect(formatted(laid)).toBe(laid);
});

test('a comment that closes the file stands apart from the rest if it did', () => {
  const text = 'kind: plan\nid: a\ntitle: План\nitems: []\n\n# образец\n\n# пункта\n';
  expect(formatted(text)).toBe(text);
  const close = 'kind: plan\nid: a\ntitle: План\nitems: []\n# образец\n';
  expect(formatted(close)).toBe(close);
  const deep =
    'kind: plan\nid: a\ntitle: План\nitems:\n  - number: "1"\n    action: Сделать\n\n# образец\n# 2\n';
  expect(formatted(deep).endsWith('\n\n# образец\n# 2\n')).toBe(true);
});

test('long texts fold, several lines stay several lines', () => {
  const long =
    'Разработать и утвердить нормативную базу: положения, порядки, приказы; довести их до сведения учреждений.';
  const text = `kind: plan\nid: a\ntitle: ${JSON.stringify(long)}\nprogramme: "Первая\\nвторая"\n`;
  expect(formatted(text)).toBe(`kind: plan
id: a
programme: |-
  Первая
  вторая
title: >-
  Разработать и утвердить нормативную базу: положения, порядки, приказы; довести их до сведения
  учреждений.
`);
});

test('the order of the file’s own line ends stays', () => {
  expect(formatted('kind: plan\r\nid:   a\r\n')).toBe('kind: plan\r\nid: a\r\n');
  expect(formatted('\uFEFFkind: plan\nid: a')).toBe('kind: plan\nid: a\n');
});

test('anchors keep their places', () => {
  const text = 'title: &t План\nkind: plan\nid: a\nprogramme: *t\n';
  expect(formatted(text)).toBe(text);
});

test('a file that can’t be read or laid out without loss is left as it is', () => {
  const broken = formatText('kind: plan\nid: "a\n', 'a.yaml');
  expect('problems' in broken && broken.problems.map(({ rule }) => rule)).toContain('syntax');
  for (const odd of ['kind: plan\nid: !!str 5\n', '? [a, b]\n: c\n', 'kind: plan\n---\nkind: facts\n']) {
    expect(formatText(odd, 'a.yaml')).toMatchObject({ text: odd, changed: false, kept: {} });
  }
  expect(formatText('# только слова\n', 'a.yaml')).toEqual({ text: '# только слова\n', changed: false });
});
