import { expect, test } from 'vitest';
import { parseDay } from '../../src/meaning/day.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import { matrixView } from '../../src/view/matrix-view.ts';
import { loadTexts } from '../render/loaded.ts';
import { rereadXlsx } from '../render/reread-xlsx.ts';

const asOf = parseDay('2022-06-15')!;

test('three hundred municipalities stay usable in a spreadsheet: panes frozen, rows filtered, every state there', async () => {
  const parent = `kind: plan
id: region
level: regional
title: План края
period: 2022
executors: {моуо: {name: МОУО, level: municipal}}
items:\n${Array.from({ length: 12 }, (_, at) => `  - {number: "${at + 1}", action: Дело ${at + 1}, when: до 1 июня 2022 г., executors: [моуо]}`).join('\n')}`;
  const child = (n: number) => `kind: plan
id: d${n}
level: municipal
title: План района ${n}
territory: Район ${n}
period: 2022
implements: region
executors: {к: {name: Комитет, acts-as: моуо}}
items:\n${Array.from({ length: 12 - (n % 3) }, (_, at) => `  - {number: "${at + 1}", action: Дело, when: до 1 июня 2022 г., executors: [к], implements: ["${at + 1}"]}`).join('\n')}`;
  const large = loadTexts(
    Object.fromEntries([
      ['r.plan.yaml', parent],
      ...Array.from({ length: 300 }, (_, n) => [`d${n}.plan.yaml`, child(n)]),
    ]),
  );
  const view = matrixView(large, [large.planOf('region')!], { asOf, form: 'sheets' })!;
  const { sheets } = rereadXlsx(await renderXlsx(view));
  const [matrix, gaps] = sheets;
  expect(matrix?.xml).toMatch(/<pane xSplit="3" ySplit="3" topLeftCell="D4"/);
  expect(matrix?.xml).toContain('<autoFilter ref="A3:KQ15"');
  const states = matrix!.rows
    .slice(3)
    .flatMap((row) => [...row].filter(([column]) => !/^[ABC]$/.test(column)));
  expect(states).toHaveLength(3600);
  expect(states.filter(([, word]) => word === 'не учтено')).toHaveLength(300);
  expect(gaps?.rows.slice(2)).toHaveLength(300);
});
