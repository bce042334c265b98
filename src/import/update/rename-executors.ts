import { type Edit, valueAtRoute } from '../../edit/edit.ts';
import type { Plan } from '../../model/plan.ts';
import { asMap, asText } from '../../model/raw.ts';
import { likeness } from '../../russian/index.ts';
import type { ExecutorEntry } from '../../schema/generated/types.ts';

/** An entry of the executors that got another name, and the edits of rows this makes needless. */
interface Renaming {
  readonly key: string;
  readonly was: string;
  readonly is: string;
  readonly edit: Edit;
  readonly instead: ReadonlySet<Edit>;
}

/** Names less alike are two bodies, one of which took over from the other. */
const ALIKE = 0.5;

/**
 * A body that every row of the document calls by another, similar name has been renamed: that is one change of its
 * entry, not a new body in each row.
 */
export function renamings(
  added: ReadonlyMap<string, string>,
  edits: readonly Edit[],
  plan: Plan,
): readonly Renaming[] {
  return [...added].flatMap(([fresh, is]) => {
    const uses = edits.filter(
      (edit) => edit.op !== 'remove' && JSON.stringify(edit).includes(JSON.stringify(fresh)),
    );
    const old = new Set(uses.map((edit) => replacedKey(edit, fresh, plan)));
    const [key] = old;
    if (old.size !== 1 || key === undefined || usesOf(key, plan) !== uses.length) return [];
    const route = ['executors', key];
    const raw = valueAtRoute(plan.source, route);
    const was = plan.executors.get(key)?.name ?? key;
    if (raw === undefined || likeness(was, is) < ALIKE) return [];
    const edit: Edit = { op: 'set', route: asMap(raw) ? [...route, 'name'] : route, value: is };
    return [{ key, was, is, edit, instead: new Set(uses) }];
  });
}

/** The key that an edit puts the new one in place of, everything else in the entry as it was. */
function replacedKey(edit: Edit, fresh: string, plan: Plan): string | undefined {
  if (edit.op !== 'set' || edit.route.at(-2) !== 'executors') return undefined;
  const [before, after] = [entryAt(valueAtRoute(plan.source, edit.route)), entryAt(edit.value)];
  return after?.key === fresh && before?.note === after.note ? before?.key : undefined;
}

function entryAt(value: unknown): Exclude<ExecutorEntry, string> | undefined {
  const key = asText(value) ?? asText(asMap(value)?.key);
  const note = asText(asMap(value)?.note);
  return key === undefined ? undefined : { key, ...(note === undefined ? {} : { note }) };
}

const usesOf = (key: string, plan: Plan): number =>
  plan.items
    .flatMap((item) => [item, ...item.parts])
    .reduce((sum, { executors }) => sum + executors.filter((one) => one.key === key).length, 0);
