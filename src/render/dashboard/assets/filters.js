import { fillChoices, fillSelect } from './choices.js';
import { matcher } from './match.js';
import { itemsOf, registerOf } from './register.js';
import { counted } from './words.js';

/** So many found items are all unfolded. */
const FEW = 400;

/** Joins the controls, the figures and the rows: what is chosen decides which rows stand. */
export function startFilters(data) {
  const form = document.getElementById('filters');
  const controls = Object.fromEntries(
    ['s', 'p', 'e', 'c'].map((key) => [key, document.getElementById(`f-${key}`)]),
  );
  const search = document.getElementById('q');
  const register = registerOf(data);
  const folds = [...document.querySelectorAll('details')].map((fold) => ({ fold, open: fold.open }));
  const match = matcher(data, register.textOf);
  let only;
  let shown = [];

  fillSelect(
    controls.s,
    data.states.map(([value, label]) => ({ value, label })),
    data.words.any,
  );
  fillSelect(
    controls.p,
    data.plans.map(([label], at) => ({ value: String(at), label })),
    data.words.any,
  );
  fillChoices(data, controls);

  function show() {
    const wanted = {
      state: controls.s.value,
      plan: controls.p.value,
      executor: controls.e.value,
      section: controls.c.value,
      query: search.value,
      only,
    };
    shown = match(wanted);
    const active = Object.values(wanted).some((value) => value !== '' && value !== undefined);
    const n = shown.filter(Boolean).length;
    const plans = new Set(shown.flatMap((is, at) => (is ? register.planOf(at) : [])));
    if (active && n <= FEW) for (const plan of plans) register.place(plan);
    hideRows();
    hideEmpty(active, plans);
    for (const { fold, open } of folds) {
      const wanted = active ? fold.open || (n <= FEW && !fold.hidden) : open;
      if (fold.open !== wanted) fold.open = wanted;
    }
    document.body.classList.toggle('filtered', active);
    document.getElementById('found').textContent = found(n, wanted);
  }

  function hideRows() {
    register.views.forEach((views, at) => {
      for (const view of views) if (view.hidden === shown[at]) view.hidden = !shown[at];
    });
  }

  /** A fold that somebody opens shows what is wanted of its plan. */
  for (const { fold } of folds) {
    const table = fold.querySelector('table.register');
    if (!table) continue;
    const place = () => {
      if (!fold.open || !register.place(planOf(table))) return;
      hideRows();
      hideSections(table, document.body.classList.contains('filtered'));
    };
    fold.addEventListener('toggle', place);
    place();
  }

  function found(n, { only: some }) {
    if (n === 0) return data.words.nothing;
    const named = [controls.s, controls.p, controls.e, controls.c]
      .filter((control) => control.value !== '')
      .map((control) => control.selectedOptions[0].textContent.trim());
    if (some) named.push(some.label ?? data.words.chosen);
    if (search.value.trim() !== '') named.push(`«${search.value.trim()}»`);
    const list = named.length === 0 ? '' : ` (${named.join('; ')})`;
    return `${data.words.shown} ${n} ${data.words.of} ${counted(data.items.length, data)}${list}`;
  }

  function reset() {
    only = undefined;
    search.value = '';
    for (const control of Object.values(controls)) control.value = '';
    fillChoices(data, controls);
  }

  /** What a figure says it stands for. */
  function choose(filter) {
    const wanted = new URLSearchParams(filter);
    reset();
    const states = (wanted.get('s') ?? '').split(',');
    controls.p.value = wanted.get('p') ?? '';
    fillChoices(data, controls);
    if (states.length === 1) controls.s.value = states[0];
    controls.e.value = wanted.get('e') ?? '';
    const items = listed(wanted, states, data);
    if (items) only = { items: new Set(items) };
    show();
  }

  let waiting;
  search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      show();
      if (search.value.trim() !== '') scrollTo(document.getElementById('h-items'));
    }, 120);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    reset();
    show();
  });
  form.addEventListener('change', ({ target }) => {
    only = undefined;
    if (target === controls.p) fillChoices(data, controls);
    show();
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.matches('input, select, textarea');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && document.body.classList.contains('filtered')) {
      reset();
      show();
    }
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.f !== undefined) {
      event.preventDefault();
      choose(link.dataset.f);
      goTo(document.getElementById('h-items'));
      return;
    }
    const id = decodeURIComponent(link.getAttribute('href').slice(1));
    if (/^i\d+$/.test(id)) register.place(register.planOf(Number(id.slice(1))));
    const target = document.getElementById(id);
    if (!target) return;
    if (target.closest('[hidden]')) {
      reset();
      show();
    }
    const fold = target.closest('details');
    if (fold) fold.open = true;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  });

  const asked = /^#s-([a-z-]+)$/.exec(location.hash);
  if (asked) choose(`s=${asked[1]}`);
  else show();
}

/** The plan whose list a table is. */
const planOf = (table) => Number(table.id.slice(1));

function listed(wanted, states, data) {
  if (wanted.has('i')) return wanted.get('i').split(',').map(Number);
  if (wanted.has('o')) {
    const [matrix, obligation] = wanted.get('o').split('.').map(Number);
    return data.obligations[matrix][obligation];
  }
  // Plans whose execution nobody records.
  if (wanted.has('u'))
    return wanted
      .get('u')
      .split(',')
      .map(Number)
      .flatMap((at) => itemsOf(at, data));
  const plan = Number(wanted.get('p'));
  if (wanted.has('n'))
    return wanted
      .get('n')
      .split(',')
      .map((at) => Number(at) + data.plans[plan][1]);
  if (states.length < 2) return undefined;
  const codes = states.map((state) => data.states.findIndex(([name]) => name === state));
  return [...data.items.keys()].filter((at) => codes.includes(data.items[at][1]));
}

/** A heading over nothing, and a list with nothing in it, go as well. */
function hideEmpty(active, plans) {
  hideSections(document, active);
  for (const fold of document.querySelectorAll('details')) {
    const list = fold.querySelector('table.register');
    const some = list ? plans.has(planOf(list)) : fold.querySelector('tbody tr:not([hidden])');
    fold.hidden = active && !some;
  }
}

function hideSections(within, active) {
  for (const heading of within.querySelectorAll('tr.section')) {
    let next = heading.nextElementSibling;
    while (next?.hidden && !next.matches('.section')) next = next.nextElementSibling;
    heading.hidden = active && (next?.matches('.section') ?? true);
  }
}

function goTo(heading) {
  heading.focus({ preventScroll: true });
  scrollTo(heading);
}

/**
 * The one who types goes on typing. At once, and again when the rows that come into view have taken their heights: a
 * smooth way of many screens ends where the place was when it set out.
 */
function scrollTo(heading) {
  const go = () => heading.scrollIntoView({ behavior: 'instant', block: 'start' });
  go();
  requestAnimationFrame(() => {
    go();
    requestAnimationFrame(go);
  });
}
