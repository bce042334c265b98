import type { Route } from '../finding/finding.ts';
import type { Plan } from './plan.ts';
import { asMap, type RawMap } from './raw.ts';

/** The map at a route of a plan as its author wrote it: fields that the model does not know by name. */
export function rawOf(plan: Plan, route: Route): RawMap | undefined {
  let node: unknown = plan.source;
  for (const step of route) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = (node as Record<string | number, unknown>)[step];
  }
  return asMap(node);
}
