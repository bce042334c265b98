import { expect, test } from 'vitest';
import { riskTable } from '../../src/view/risk-profile.ts';
import { settingsOf } from '../../src/view/settings.ts';
import { plainText, typesetter } from '../../src/view/texts.ts';

const set = typesetter(settingsOf());

test('the row of a risk has as many cells shaded as the risk is grave, and the last of them says so', () => {
  const table = riskTable({ low: ['В'], high: ['А'], medium: ['Б'] }, 'Профиль', set)!;
  const rows = [...table.rows].flatMap((row) =>
    row.kind === 'row'
      ? [row.cells.map(({ paragraphs: [text], mark }) => [text ? plainText(text.runs) : '', mark])]
      : [],
  );
  expect(table.columns.map(({ heading }) => heading)).toEqual(['Риск', 'Низкая', 'Средняя', 'Высокая']);
  expect(rows).toEqual([
    [['А', undefined], ['', 'high'], ['', 'high'], ['Высокая', 'high']],
    [['Б', undefined], ['', 'medium'], ['Средняя', 'medium'], ['', undefined]],
    [['В', undefined], ['Низкая', 'low'], ['', undefined], ['', undefined]],
  ]); // biome-ignore format: a table
  expect(table.description.split('\n')).toEqual([
    'Высокая значимость: А',
    'Средняя значимость: Б',
    'Низкая значимость: В',
  ]);
});

test('a profile without risks has no table', () => {
  expect(riskTable({ high: [], low: [] }, undefined, set)).toBeUndefined();
  expect(riskTable(undefined, undefined, set)).toBeUndefined();
});
