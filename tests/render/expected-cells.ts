import type { Plan } from '../../src/model/plan.ts';

type Raw = Record<string, unknown>;

/** What stands in each cell of a plan's table, taken from the YAML itself: item after item, column by column. */
export function expectedRows(
  plan: Plan,
): readonly { readonly number: string; readonly cells: readonly string[] }[] {
  const source = plan.source as unknown as Raw;
  const columns = (source.columns as { field: string }[] | undefined)?.map(({ field }) => field) ?? [
    'number',
    'action',
    'when',
    'executors',
    'indicators',
  ];
  const suffix = String((source.numbering as Raw | undefined)?.suffix ?? '');
  const rows: { number: string; cells: string[] }[] = [];
  const visit = (holder: Raw) => {
    for (const item of (holder.items ?? []) as Raw[]) {
      const number = `${item.number}${suffix}`;
      rows.push({ number, cells: columns.map((field) => cellOf(item, field, number, plan)) });
    }
    for (const section of (holder.sections ?? []) as Raw[]) visit(section);
  };
  visit(source);
  return rows;
}

function cellOf(item: Raw, field: string, number: string, plan: Plan): string {
  if (field === 'number') return number;
  return [item, ...((item.parts ?? []) as Raw[])]
    .flatMap((holder) => valuesOf(holder, field, plan))
    .join(' ');
}

function valuesOf(holder: Raw, field: string, plan: Plan): string[] {
  const value = field.startsWith('extra.')
    ? (holder.extra as Raw | undefined)?.[field.slice(6)]
    : holder[field];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((entry) => {
    const map = typeof entry === 'object' && entry !== null ? (entry as Raw) : undefined;
    if (field !== 'executors') return String(map ? map.text : entry);
    const key = String(map ? map.key : entry);
    const name = plan.executors.get(key)?.name ?? key;
    return map?.note === undefined ? name : `${name} ${map.note}`;
  });
}
