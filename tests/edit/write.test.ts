import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commentsOf } from '../../src/edit/comments.ts';
import { formatText } from '../../src/edit/format.ts';
import { writeDocument } from '../../src/edit/write.ts';
import { runs } from '../lane.ts';
import { data } from './documents.ts';

test('a plan as a colleague would have written it', () => {
  const plan = {
    kind: 'plan',
    title: 'План мероприятий',
    id: 'ozersk-2021',
    period: 2021,
    order: {
      number: '127',
      type: 'приказ',
      date: '2021-04-22',
      signatory: { name: 'И.О. Фамилия', position: 'Глава' },
    },
    columns: [{ field: 'when', heading: 'Срок' }],
    sections: [
      {
        title: 'Кадры',
        items: [
          {
            number: '1.10',
            when: undefined,
            action: 'Утвердить: план',
            executors: ['ко', { key: 'цо', note: '(контроль)' }],
            indicators: ['Приказ', { text: 'Не менее 40 %', kind: 'percent', op: '>=', value: 40 }],
            implements: ['1.6', '1.7'],
          },
          { number: '1.11', excluded: 'приказ № 80' },
        ],
      },
      { title: 'Итоги', items: [] },
    ],
  };
  const comments = [
    { route: ['sections', 0, 'items', 0], text: 'Иванова: уточнить\nсрок' },
    { route: ['sections', 0, 'items', 0, 'executors'], text: 'кто?' },
  ];
  expect(
    writeDocument(plan, { schema: '../schemas/plan.schema.json', comments }),
  ).toBe(`# yaml-language-server: $schema=../schemas/plan.schema.json
kind: plan
id: ozersk-2021
title: План мероприятий
period: 2021

order:
  type: приказ
  number: "127"
  date: 2021-04-22
  signatory: {position: Глава, name: И.О. Фамилия}

columns:
  - {field: when, heading: Срок}

sections:
  - title: Кадры
    items:
      # Иванова: уточнить
      # срок
      - number: "1.10"
        action: "Утвердить: план"
        # кто?
        executors: [ко, {key: цо, note: (контроль)}]
        indicators:
          - Приказ
          - {text: Не менее 40 %, kind: percent, op: ">=", value: 40}
        implements: ["1.6", "1.7"]
      - {number: "1.11", excluded: приказ № 80}

  - title: Итоги
    items: []
`);
});

test('what is written reads as the same data and is laid out already, comments included', () => {
  fc.assert(
    fc.property(data, fc.string({ unit: 'binary', maxLength: 20 }), (value, text) => {
      const written = writeDocument(value, {
        comments: [
          { route: ['title'], text },
          { route: ['items', 0], text: 'пункт' },
        ],
      });
      expect(parse(written)).toEqual(value);
      expect(formatText(written, 'a.yaml')).toEqual({ text: written, changed: false });
      const lines = 'title' in value ? text.split(/\r\n|[\r\n\u2028\u2029]/).length : 0;
      const first = (value as { items?: unknown[] }).items?.length ? 1 : 0;
      expect(commentsOf(written)).toHaveLength(lines + first);
    }),
    { numRuns: runs(100) },
  );
});

const real = new URL('../../../shared/real/', import.meta.url);

test.skipIf(!existsSync(real))('the real documents keep their data', () => {
  for (const file of readdirSync(real).filter((name) => name.endsWith('.yaml'))) {
    const text = readFileSync(new URL(file, real), 'utf8');
    const written = writeDocument(parse(text));
    expect(parse(written)).toEqual(parse(text));
    expect(formatText(written, file)).toEqual({ text: written, changed: false });
    expect(formatText(text, file)).toMatchObject({ changed: true });
  }
});
