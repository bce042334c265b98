import { expect, it } from 'vitest';
import { foldsOf } from '../../src/lsp/folding.ts';
import { lensesOf, lensSettings, type Tally } from '../../src/lsp/lens.ts';
import { type Entry, outlineOf } from '../../src/lsp/outline.ts';
import { REGION, regionWith } from './region.ts';

const region = regionWith();

const names = (entries: readonly Entry[]): unknown[] =>
  entries.map(({ kind, name, detail, children }) =>
    children.length === 0 ? [kind, name, detail] : [kind, name, detail, names(children)],
  );

it('outlines sections and items', () => {
  expect(names(outlineOf(region.page('krai.plan.yaml'), region.context()))).toEqual([
    [
      'section',
      'I Подготовка',
      '',
      [
        ['item', '1 Утвердить муниципальные планы', 'до 1 марта 2022 г.'],
        ['item', '2 Провести вебинар', 'май 2022 г.'],
      ],
    ],
    ['section', 'II Проведение', '', [['item', '1 Организовать консультации школ', 'ежемесячно']]],
  ]);
  expect(names(outlineOf(region.page('raion.facts.yaml'), region.context()))).toEqual([
    ['fact', '1.1', '2022-02-10'],
    ['fact', '1.2', '2022-05-12'],
  ]);
  expect(names(outlineOf(region.page('registry.yaml'), region.context()))).toEqual([
    ['executor', 'центр', 'Методический центр'],
  ]);
});

it('keeps every name of the outline within its entry, and every entry within the one above', () => {
  const within = (entries: readonly Entry[], [from, to]: readonly [number, number]): boolean =>
    entries.every(
      ({ range, selection, children }) =>
        from <= range[0] &&
        range[1] <= to &&
        range[0] <= selection[0] &&
        selection[1] <= range[1] &&
        within(children, range),
    );
  for (const file of Object.keys(REGION)) {
    const page = region.page(file);
    expect(within(outlineOf(page, region.context()), [0, page.text.length]), file).toBe(true);
  }
});

it('folds what lies deeper than a line', () => {
  const text =
    '# Заметка\n# в две строки\nkind: plan\nitems:\n- number: "1"\n  action: >-\n    Провести\n\n    встречу\n- number: "2"\n';
  expect(foldsOf(text)).toEqual([
    { from: 0, to: 1, comment: true },
    { from: 3, to: 9 },
    { from: 4, to: 8 },
    { from: 5, to: 8 },
  ]);
  expect(foldsOf('')).toEqual([]);
});

const tallyOf = (file: string): Tally | undefined => {
  const steps = region.live.tally(file, undefined);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

it('shows above items their state today, and how the plans below have taken them up', () => {
  const titles = (file: string, settings: unknown): string[] =>
    lensesOf(region.page(file), region.context(), lensSettings(settings), tallyOf(file)).map(
      ({ title }) => title,
    );
  expect(titles('raion.plan.yaml', undefined)).toEqual(['исполнено · 1 факт', 'срок истекает · 1 факт']);
  expect(titles('krai.plan.yaml', { state: false })).toEqual([
    'поручение 2 планам: учтено 1, не учтено 1',
    'поручение 2 планам: согласовано 1, частично 1',
  ]);
  expect(titles('krai.plan.yaml', { coverage: false })).toHaveLength(3);
  expect(titles('krai.plan.yaml', false)).toEqual([]);
});

it('counts a plan below again only where it or its parent has changed', () => {
  const { live } = regionWith();
  const steps = (): number => {
    const counting = live.tally('krai.plan.yaml', undefined);
    for (let n = 0; ; n++) if (counting.next().done) return n;
  };
  expect(steps()).toBe(2);
  expect(steps()).toBe(0);
  live.edit(
    'raion.plan.yaml',
    (REGION['raion.plan.yaml'] as string).replace('implements: []', 'implements: [II/1]'),
  );
  expect(steps()).toBe(1);
});
