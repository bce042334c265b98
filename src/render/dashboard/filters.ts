import type { Pen } from './marks.ts';

/** The controls over the items; the script fills and shows them, without it they stay away. */
export function filtersHtml({ words }: Pen): string {
  const { texts } = words;
  const select = (id: string, label: string) =>
    `<label>${label} <select id="${id}"><option value="">${texts.any}</option></select></label>`;
  return [
    `<form id="filters" role="search" aria-label="${texts.filters}" hidden>`,
    `<label class="search">${texts.search} <input id="q" type="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>`,
    select('f-s', texts.state),
    select('f-p', texts.plan),
    select('f-e', texts.executor),
    select('f-c', texts.section),
    `<button type="reset" id="reset">${texts.reset}</button>`,
    '<p id="found" role="status" aria-live="polite"></p>',
    '</form>',
  ].join('\n');
}
