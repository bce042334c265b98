import type { Edit } from '../finding/cure.ts';
import type { Route } from '../finding/finding.ts';

export type { Edit } from '../finding/cure.ts';

/** What the data of a document is after an edit: the measure that the edited text is held to. */
export function applied(value: unknown, edit: Edit): unknown {
  const { route } = edit;
  switch (edit.op) {
    case 'set':
      return changed(value, route, () => plain(edit.value));
    case 'insert':
      return changed(value, route, (old) => {
        const list = Array.isArray(old) ? old : [];
        return list.toSpliced(edit.index ?? list.length, 0, plain(edit.value));
      });
    case 'move':
      return stepsOf(edit, value).reduce(applied, value);
    case 'remove': {
      const last = route.at(-1) as string | number;
      return changed(value, route.slice(0, -1), (holder) =>
        Array.isArray(holder) ? holder.filter((_, index) => index !== last) : without(holder, String(last)),
      );
    }
  }
}

/** A move as the removal and the insertion it comes to. */
export function stepsOf(move: Edit & { readonly op: 'move' }, value: unknown): readonly Edit[] {
  const { route, to, index } = move;
  return [
    { op: 'remove', route },
    { op: 'insert', route: to, ...(index === undefined ? {} : { index }), value: valueAtRoute(value, route) },
  ];
}

/** As it would be read: without what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const without = (holder: unknown, key: string): unknown =>
  Object.fromEntries(Object.entries(holder as object).filter(([name]) => name !== key));

function changed(value: unknown, route: Route, change: (old: unknown) => unknown): unknown {
  const [step, ...rest] = route;
  if (step === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((inner, index) => (index === step ? changed(inner, rest, change) : inner));
  const map = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const old = Object.hasOwn(map, step) ? map[step] : undefined;
  return { ...map, [step]: changed(old, rest, change) };
}

/** The value at a route; undefined where it leads nowhere. */
export function valueAtRoute(value: unknown, route: Route): unknown {
  return route.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}
