import type { Indicator } from '../../meaning/indicator.ts';
import type { Per } from '../../meaning/period.ts';

export type Amount = 'same' | 'stronger' | 'weaker' | 'unknown';

/** Spans that fit into one another exactly: months make quarters, halves, years; days make weeks. */
const FAMILIES: readonly Readonly<Partial<Record<Per, number>>>[] = [
  { month: 1, quarter: 3, 'half-year': 6, year: 12 },
  { day: 1, week: 7 },
  { 'school-quarter': 1, 'school-year': 4 },
];

/** Which way a target is good, and the least (or greatest) value it allows. An exact number is a least one. */
function boundOf({
  op,
  value,
  max,
  kind,
}: Indicator): { readonly up: boolean; readonly value: number } | undefined {
  if (value === null) return undefined;
  if (max !== null) return { up: true, value };
  const step = kind === 'count' && Number.isInteger(value) ? 1 : 0.000_001;
  if (op === '>=' || op === '=') return { up: true, value };
  if (op === '>') return { up: true, value: value + step };
  if (op === '<=') return { up: false, value };
  return op === '<' ? { up: false, value: value - step } : undefined;
}

const order = (parent: number, child: number, up: boolean): Amount => {
  if (parent === child) return 'same';
  return child > parent === up ? 'stronger' : 'weaker';
};

const lengthOf = (indicator: Indicator, family: (typeof FAMILIES)[number]): number | undefined => {
  const unit = indicator.per === undefined ? undefined : family[indicator.per];
  return unit === undefined ? undefined : unit * (indicator.every ?? 1);
};

/** The child's value against the parent's, the rhythms of both brought to one span where that is exact. */
export function compareAmounts(parent: Indicator, child: Indicator): Amount {
  if (parent.change !== child.change) return 'unknown';
  const asked = boundOf(parent);
  const given = boundOf(child);
  if (!asked || !given || asked.up !== given.up) return 'unknown';
  if (parent.per === undefined && child.per === undefined) return order(asked.value, given.value, asked.up);
  if (!asked.up) {
    return parent.per === child.per && (parent.every ?? 1) === (child.every ?? 1)
      ? order(asked.value, given.value, false)
      : 'unknown';
  }
  if (parent.per === undefined) return given.value >= asked.value ? 'stronger' : 'unknown';
  // Once in the whole plan instead of every month: less, unless the number itself is larger.
  if (child.per === undefined) return given.value <= asked.value ? 'weaker' : 'unknown';
  for (const family of FAMILIES) {
    const mine = lengthOf(parent, family);
    const other = lengthOf(child, family);
    if (mine === undefined || other === undefined) continue;
    if (mine === other) return order(asked.value, given.value, true);
    if (mine % other === 0)
      return order(asked.value, given.value * (mine / other), true) === 'weaker' ? 'weaker' : 'stronger';
    return given.value / other < asked.value / mine ? 'weaker' : 'unknown';
  }
  return 'unknown';
}
