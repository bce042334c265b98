import type { Route } from '../finding/finding.ts';
import type { DigestField } from '../history/digest.ts';
import { findItem } from '../model/find-item.ts';
import { loadWorkspace } from '../model/load.ts';
import type { Item, Plan, Reference } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Files } from '../source/files.ts';
import { changedSince } from './confirmed.ts';
import { linkOf } from './links.ts';

/** A link whose upper item changed after a person last compared the two. */
export interface SuspectLink {
  readonly plan: Plan;
  readonly item: Item;
  readonly reference: Reference;
  readonly parent: Plan;
  readonly target: Item;
  readonly changed: readonly DigestField[];
  /** What was recorded of it, and where. */
  readonly record: {
    readonly file: string;
    readonly route: Route;
    readonly value: Readonly<Record<string, unknown>>;
  };
  /** The upper item as it was compared, where git still has it. */
  readonly before?: { readonly plan: Plan; readonly item: Item; readonly workspace: Workspace };
}

/** Links recorded as compared whose upper item has changed since. Links that were never confirmed are not judged. */
export function* suspectLinks(workspace: Workspace): Iterable<SuspectLink> {
  const earlier = new Map<string, Workspace | undefined>();
  for (const { file, source } of workspace.links) {
    const plan = workspace.planOf(String(source.plan));
    if (!plan) continue;
    for (const [at, record] of (Array.isArray(source.links) ? source.links : []).entries()) {
      const own = findItem(plan, String(record?.item ?? ''));
      if (own.state !== 'found') continue;
      for (const reference of own.item.implements ?? []) {
        const link = linkOf(reference, plan, workspace);
        if (link.state !== 'found' || link.parent.id !== record.parent) continue;
        const confirmed = findItem(link.parent, String(record.number));
        if (confirmed.state !== 'found' || confirmed.item !== link.target) continue;
        const confirmedAs = {
          digests: record.digests ?? {},
          ...(record.due ? { due: String(record.due) } : {}),
        };
        const { parent, target } = link;
        if (changedSince(confirmedAs, target, parent, workspace).length === 0) continue;
        const before = asCompared(
          workspace.files,
          record.revision,
          link.parent.id,
          String(record.number),
          earlier,
        );
        const changed = changedSince(confirmedAs, target, parent, workspace, before?.item);
        if (changed.length === 0) continue;
        yield {
          plan,
          item: own.item,
          reference,
          parent: link.parent,
          target: link.target,
          changed,
          record: { file, route: ['links', at], value: { ...record } },
          ...(before ? { before } : {}),
        };
      }
    }
  }
}

function asCompared(
  files: Files,
  revision: string | undefined,
  parent: string,
  number: string,
  known: Map<string, Workspace | undefined>,
): SuspectLink['before'] {
  if (revision === undefined) return undefined;
  if (!known.has(revision)) {
    const then = files.at(revision);
    known.set(revision, then ? loadWorkspace(then).workspace : undefined);
  }
  const workspace = known.get(revision);
  const plan = workspace?.planOf(parent);
  const found = plan && findItem(plan, number);
  return workspace && plan && found?.state === 'found' ? { plan, item: found.item, workspace } : undefined;
}
