import type { ExecutorEntry, PlanDocument } from '../../schema/generated/types.ts';

/** A plan in which the second of two executors is the first under another name. */
export function joinExecutors(plan: PlanDocument, kept: string, other: string): PlanDocument {
  const { [other]: gone, ...rest } = plan.executors ?? {};
  const entry = rest[kept];
  if (!gone || !entry) return plan;
  const names = [...(entry.aliases ?? []), gone.name, ...(gone.aliases ?? [])];
  const aliases = [...new Set(names)].filter((name) => name !== entry.name);
  const swapped = (entries: readonly ExecutorEntry[]): ExecutorEntry[] => {
    const seen = new Set<string>();
    return entries.flatMap((each): ExecutorEntry[] => {
      const { key, ...more } = typeof each === 'string' ? { key: each } : each;
      const now = key === other ? kept : key;
      const said = JSON.stringify({ key: now, ...more });
      if (seen.has(said)) return [];
      seen.add(said);
      return [typeof each === 'string' ? now : { ...each, key: now }];
    });
  };
  return {
    ...inLists(plan, swapped),
    executors: { ...rest, [kept]: { ...entry, ...(aliases.length > 0 && { aliases }) } },
  };
}

/** Items and their parts lie in sections that nest: every list of executors below is changed. */
function inLists<Holder extends object>(
  holder: Holder,
  change: (entries: readonly ExecutorEntry[]) => ExecutorEntry[],
): Holder {
  return Object.fromEntries(
    Object.entries(holder).map(([field, value]) => {
      if (field === 'executors' && Array.isArray(value)) return [field, change(value)];
      if (!Array.isArray(value) || !/^(?:sections|items|parts)$/.test(field)) return [field, value];
      return [field, value.map((each: object) => inLists(each, change))];
    }),
  ) as Holder;
}
