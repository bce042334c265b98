import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const plan = (waivers: string): string => `kind: plan
id: raion-2022
title: План
period: 2022
items:
${['Положительная динамика', 'Сетевое взаимодействие', 'Повышение мотивации']
  .map((text, at) => `  - {number: "${at + 1}", action: Дело ${at + 1}, when: май, indicators: [${text}]}`)
  .join('\n')}
waivers: [${waivers}]
`;

const messages = (waivers: string): readonly string[] => {
  const files = memoryFiles({ 'a.plan.yaml': plan(waivers) });
  const { findings } = check(loadWorkspace(files), { asOf: 19_000, today: 19_000 });
  return findings
    .filter(({ rule }) => rule === 'unmeasurable-indicator' || rule === 'unused-waiver')
    .map(({ rule, message }) => `${rule}: ${message.ru}`);
};

test('a waiver takes its item out of the finding that speaks of several', () => {
  expect(messages('{rule: unmeasurable-indicator, item: "2", reason: так решено}')).toEqual([
    'unmeasurable-indicator: Показатели нельзя измерить, в них нет ни числа, ни документа: «Положительная динамика», «Повышение мотивации»',
  ]);
  expect(messages('')[0]).toContain('«Сетевое взаимодействие»');
});
