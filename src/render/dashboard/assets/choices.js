/** Executors and sections of the chosen plan, or of all. What was chosen stays, if it is still there. */
export function fillChoices(data, controls) {
  const plan = controls.p.value === '' ? undefined : Number(controls.p.value);
  const order = new Intl.Collator(data.language).compare;
  const executors = data.executors
    .map(([name, plans], at) => ({ value: String(at), label: named(name, plans, plan, data), plans }))
    .filter(({ plans }) => plan === undefined || plans.includes(plan))
    .sort((a, b) => order(a.label, b.label));
  fillSelect(controls.e, executors, data.words.any);
  const titles = new Map();
  for (const [ofPlan, title, parent] of data.sections) {
    if (plan !== undefined && ofPlan !== plan) continue;
    if (!titles.has(title)) titles.set(title, `${parent >= 0 ? '\u2003' : ''}${title}`);
  }
  const sections = [...titles].map(([value, label]) => ({ value, label }));
  fillSelect(controls.c, sections, data.words.any);
}

/** Bodies of one name in two territories are told apart. */
function named(name, plans, plan, data) {
  return plan !== undefined || plans.length > 1 || data.plans.length === 1
    ? name
    : `${name} (${data.plans[plans[0]][0]})`;
}

export function fillSelect(select, options, any) {
  const before = select.value;
  const all = [{ value: '', label: any }, ...options];
  select.replaceChildren(...all.map(({ value, label }) => new Option(label, value)));
  select.value = all.some(({ value }) => value === before) ? before : '';
}
