import { strToU8, zlibSync } from 'fflate';
import { DASHBOARD_STATES } from '../../view/dashboard-states.ts';
import { printable } from '../printable.ts';
import type { Pen } from './marks.ts';
import { registerData } from './register.ts';

/**
 * What the script works with, as data blocks. Of a page with very many items the greater part, the rows of the list
 * among it, is packed (zlib, then Base64): 14,000 items take 0.8 MB instead of 13, and the page stands before they are
 * unpacked.
 */
export function dataHtml(pen: Pen): string {
  const [head, items] = [headData(pen), itemsData(pen)];
  if (!pen.short) return block('application/json', 'data', asJson({ ...head, ...items }));
  const packed = zlibSync(strToU8(asText({ ...items, ...registerData(pen) })), { level: 9 });
  return [
    block('application/json', 'data', asJson(head)),
    block('text/plain', 'packed', Buffer.from(packed).toString('base64')),
  ].join('\n');
}

const block = (type: string, id: string, text: string): string =>
  `<script type="${type}" id="${id}">${text}</script>`;

function headData({ view, words }: Pen) {
  const { texts } = words;
  let items = 0;
  const firsts = view.plans.map((plan) => {
    items += plan.items.length;
    return items - plan.items.length;
  });
  return {
    states: DASHBOARD_STATES.filter((state) => view.counts[state] > 0).map((state) => [
      state,
      words.states[state],
    ]),
    plans: view.plans.map(({ label }, at) => [label, firsts[at]]),
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
}

/** Short arrays, since there may be twelve thousand items. */
function itemsData({ view }: Pen) {
  const offsets: number[] = [];
  let sections = 0;
  for (const plan of view.plans) {
    offsets.push(sections);
    sections += plan.sections.length;
  }
  const states = DASHBOARD_STATES.filter((state) => view.counts[state] > 0);
  return {
    items: view.plans.flatMap((plan, at) =>
      plan.items.map(({ state, section }) => [
        at,
        states.indexOf(state),
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
  };
}

const asText = (data: object): string =>
  JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value));

const asJson = (data: object): string => asText(data).replace(/</g, '\\u003c');
