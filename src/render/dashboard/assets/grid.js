/** Thousands of cells are one stop of the Tab key; inside, the arrow keys lead from link to link. */
export function startGrids() {
  for (const table of document.querySelectorAll('table.matrix')) {
    for (const link of table.querySelectorAll('a')) link.tabIndex = -1;
    const first = table.querySelector('tbody a') ?? table.querySelector('a');
    if (first) first.tabIndex = 0;
    table.addEventListener('keydown', (event) => onKey(event, table));
    table.addEventListener('focusin', ({ target }) => keep(target, table));
  }
}

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function onKey(event, table) {
  const cell = event.target.closest('td, th');
  if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
  const row = cell.parentElement;
  const step = STEPS[event.key];
  let next;
  if (step) next = nextLink(table, row.rowIndex, cell.cellIndex, step);
  else if (event.key === 'Home') next = nextLink(table, row.rowIndex, -1, [0, 1]);
  else if (event.key === 'End') next = nextLink(table, row.rowIndex, row.cells.length, [0, -1]);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The first link in a direction; cells without one are passed over. */
function nextLink(table, row, column, [down, right]) {
  for (let r = row + down, c = column + right; ; r += down, c += right) {
    const cell = table.rows[r]?.cells[c];
    if (!cell) return undefined;
    const link = cell.querySelector('a');
    if (link) return link;
  }
}

function keep(link, table) {
  if (!link.matches('a')) return;
  for (const other of table.querySelectorAll('a[tabindex="0"]')) other.tabIndex = -1;
  link.tabIndex = 0;
}
