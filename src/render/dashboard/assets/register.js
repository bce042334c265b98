/**
 * Every place an item stands at: its row of the list, its bar, its lines under executors. Of a page with very many items
 * the rows of the list come packed: those of a plan are put into the page when they are to be seen.
 */
export function registerOf(data) {
  const views = data.items.map(() => []);
  const texts = [];
  const placed = new Set();
  for (const row of document.querySelectorAll('tr[data-i]')) views[Number(row.dataset.i)].push(row);
  for (const link of document.querySelectorAll('.pressing th a'))
    views[Number(link.hash.slice(2))].push(link.closest('tr'));
  const found = (row) => views[Number(row.id.slice(1))].push(row);
  if (!data.cells) for (const row of document.querySelectorAll('.register tr[id]')) found(row);

  const headings = new Map(data.headings);
  const planOf = (at) => data.items[at]?.[0];
  const tableOf = (plan) => document.getElementById(`p${plan}`);

  /** The rows of a plan are in the page from now on. True: they were not before. */
  function place(plan) {
    if (!data.cells || plan === undefined || placed.has(plan)) return false;
    placed.add(plan);
    const table = tableOf(plan);
    table.innerHTML = listOf(plan);
    for (const row of table.querySelectorAll('tr[id]')) found(row);
    return true;
  }

  /** The inside of the list of a plan, as src/render/dashboard/register.ts writes it into a page with fewer items. */
  function listOf(plan) {
    let html = data.captions[plan] + data.columns;
    for (const at of itemsOf(plan, data)) {
      const [state] = data.states[data.items[at][1]];
      const cells = data.cells.map((column) => column[at]).join('<td>');
      html += `${headings.get(at) ?? ''}<tr id="i${at}" class="${state}"><th scope="row">${cells}`;
    }
    return html;
  }

  /** The words of an item, as they are searched; each is read once. */
  function textOf(at) {
    texts[at] ??= folded(
      data.cells ? data.cells.map((column) => plain(column[at])).join(' ') : views[at].at(-1).textContent,
    );
    return texts[at];
  }

  return { views, place, planOf, tableOf, textOf };
}

/** The indexes of the items of a plan. */
export function itemsOf(plan, data) {
  const [, first] = data.plans[plan];
  const next = data.plans[plan + 1]?.[1] ?? data.items.length;
  return Array.from({ length: next - first }, (_, at) => first + at);
}

const SIGNS = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What our own markup shows: fourteen thousand rows are searched before the browser would have parsed them. */
const plain = (html) =>
  html.replace(/<[^>]*>/g, ' ').replace(/&([a-z]+);/g, (all, name) => SIGNS[name] ?? all);

export const folded = (text) => text.toLowerCase().replaceAll('ё', 'е');
