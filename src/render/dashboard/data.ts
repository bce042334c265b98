import { DASHBOARD_STATES } from '../../view/dashboard-states.ts';
import { printable } from '../printable.ts';
import type { Pen } from './marks.ts';

/**
 * What the script filters by, as JSON for a data block: short arrays, since there may be twelve thousand items. The
 * texts themselves are read from the page.
 */
export function dataJson({ view, words }: Pen): string {
  const offsets: number[] = [];
  let sections = 0;
  for (const plan of view.plans) {
    offsets.push(sections);
    sections += plan.sections.length;
  }
  const { texts } = words;
  const data = {
    states: DASHBOARD_STATES.filter((state) => view.counts[state] > 0).map((state) => [
      state,
      words.states[state],
    ]),
    plans: view.plans.map(({ label, items }) => [label, items[0]?.index ?? 0]),
    items: view.plans.flatMap((plan, at) =>
      plan.items.map(({ state, section }) => [
        at,
        DASHBOARD_STATES.filter((one) => view.counts[one] > 0).indexOf(state),
        section === undefined ? -1 : (offsets[at] as number) + section,
      ]),
    ),
    sections: view.plans.flatMap((plan, at) =>
      plan.sections.map(({ title, parent }) => [
        at,
        title,
        parent === undefined ? -1 : (offsets[at] as number) + parent,
      ]),
    ),
    executors: view.executors.map(({ name, plans, items }) => [name, plans, items]),
    obligations: view.matrices.map(({ obligations }) =>
      obligations.map(({ cells }) => cells.flatMap((cell) => cell?.items ?? [])),
    ),
    words: {
      any: texts.any,
      shown: texts.shown,
      of: texts.of,
      nothing: texts.nothing,
      chosen: texts.chosen,
      items: words.ofItems,
    },
    language: view.language,
  };
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  ).replace(/</g, '\\u003c');
}
