import type { Indicator } from '../../meaning/indicator.ts';
import { compareRhythms } from '../../meaning/rhythm.ts';

type Amount = 'same' | 'stronger' | 'weaker' | 'unknown';

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
  // «0 нарушений»: nothing of the kind is a «not more than».
  if (op === '=' && value === 0) return { up: false, value };
  if (op === '>=' || op === '=') return { up: true, value };
  if (op === '>') return { up: true, value: value + step };
  if (op === '<=') return { up: false, value };
  return op === '<' ? { up: false, value: value - step } : undefined;
}

const order = (parent: number, child: number, up: boolean): Amount => {
  if (parent === child) return 'same';
  return child > parent === up ? 'stronger' : 'weaker';
};

const isSeveralYears = ({ per, every = 1 }: Indicator): boolean =>
  (per === 'year' || per === 'school-year') && every > 1;

/** The child's value against the parent's, the rhythms of both brought to one span where that is exact. */
export function compareAmounts(parent: Indicator, child: Indicator): Amount {
  if (parent.change !== child.change || (parent.each ?? 1) !== (child.each ?? 1)) return 'unknown';
  const asked = boundOf(parent);
  const given = boundOf(child);
  // «До 5 вебинаров» promises none.
  if (asked?.up && given && !given.up && parent.value !== 0)
    return parent.per === child.per ? 'weaker' : 'unknown';
  if (!asked || !given || asked.up !== given.up) return 'unknown';
  if (parent.per === undefined && child.per === undefined) return order(asked.value, given.value, asked.up);
  if (!asked.up) {
    return parent.per === child.per && (parent.every ?? 1) === (child.every ?? 1)
      ? order(asked.value, given.value, false)
      : 'unknown';
  }
  if (parent.per === undefined) {
    // «12 за два года»: how many of them fall to the obligation's time, nobody knows.
    if (isSeveralYears(child)) return 'unknown';
    return given.value >= asked.value ? 'stronger' : 'unknown';
  }
  // Once in the whole plan instead of every month: less, unless the number itself is larger.
  if (child.per === undefined) return given.value <= asked.value ? 'weaker' : 'unknown';
  const relation = compareRhythms(
    { times: asked.value, per: parent.per, every: parent.every ?? 1 },
    { times: given.value, per: child.per, every: child.every ?? 1 },
  );
  return AMOUNT[relation];
}

const AMOUNT = { same: 'same', more: 'stronger', fewer: 'weaker', unknown: 'unknown' } as const;
