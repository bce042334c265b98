import type { Plan } from './plan.ts';
import { asMap, asText } from './raw.ts';
import type { Workspace } from './workspace.ts';

/** What the keys in `for` are called: schools of the plan's registry, and plans by their territory. */
export function territoryNames(plan: Plan, workspace: Workspace): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const other of workspace.plans)
    if (other.territory !== undefined) names.set(other.id, other.territory);
  const wanted = asText(plan.source.registry);
  for (const registry of workspace.registries) {
    if (registry.id !== wanted) continue;
    for (const [key, school] of Object.entries(asMap(registry.source.schools) ?? {})) {
      const name = asText(asMap(school)?.name) ?? asText(school);
      if (name !== undefined) names.set(key, name);
    }
  }
  return names;
}
