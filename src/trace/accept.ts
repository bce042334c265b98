import type { DigestField, Digests } from '../history/digest.ts';
import { type Day, toIso } from '../meaning/day.ts';
import { findItem } from '../model/find-item.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Confirmed, changedSince, confirmedOf } from './confirmed.ts';
import { linkOf } from './links.ts';

/** One record of a `links` document. */
interface LinkRecord extends Confirmed {
  readonly item: string;
  readonly parent: string;
  readonly number: string;
  readonly accepted?: string;
  readonly by?: string;
  readonly revision?: string;
}

/** A link that is confirmed, and what that changes. */
export interface AcceptedLink {
  readonly item: Item;
  readonly parent: Plan;
  readonly target: Item;
  /** `new`: confirmed for the first time; `changed`: the upper item had changed; `same`: confirmed before, as it is. */
  readonly state: 'new' | 'changed' | 'same';
  readonly changed: readonly DigestField[];
}

export interface Acceptances {
  readonly records: readonly LinkRecord[];
  readonly links: readonly AcceptedLink[];
  /** Records of links that are no longer there. */
  readonly dropped: number;
}

/**
 * The confirmation of every link of a plan at a day, against the records made before. A record whose upper item has
 * not changed since stays as it was, its date included. `revisionOf` names the git commit that has a file as it is now.
 */
export function acceptLinks(
  plan: Plan,
  workspace: Workspace,
  day: Day,
  revisionOf: (file: string) => string | undefined,
): Acceptances {
  const before = recordsOf(plan, workspace);
  const records: LinkRecord[] = [];
  const links: AcceptedLink[] = [];
  for (const item of plan.items) {
    if (item.excluded !== undefined) continue;
    for (const reference of item.implements ?? []) {
      const link = linkOf(reference, plan, workspace);
      if (link.state !== 'found') continue;
      const { parent, target } = link;
      const same = (record: LinkRecord): boolean =>
        names(plan, record.item, item) && record.parent === parent.id && names(parent, record.number, target);
      if (records.some(same)) continue;
      const old = before.find(same);
      const changed = old ? changedSince(old, target, parent, workspace) : [];
      const state = !old ? 'new' : changed.length > 0 ? 'changed' : 'same';
      links.push({ item, parent, target, state, changed });
      const revision = revisionOf(parent.file);
      const fresh = {
        item: item.id,
        parent: parent.id,
        number: target.id,
        ...confirmedOf(target, parent, workspace),
        accepted: toIso(day),
        ...(revision === undefined ? {} : { revision }),
      };
      records.push(old && state === 'same' ? old : fresh);
    }
  }
  return {
    records,
    links,
    dropped: before.filter((record) => !records.some((one) => isSame(one, record))).length,
  };
}

const isSame = (a: LinkRecord, b: LinkRecord): boolean =>
  a.item === b.item && a.parent === b.parent && a.number === b.number;

function names(plan: Plan, number: string, item: Item): boolean {
  const found = findItem(plan, number);
  return found.state === 'found' && found.item === item;
}

function recordsOf(plan: Plan, workspace: Workspace): LinkRecord[] {
  return workspace.links
    .filter(({ source }) => String(source.plan) === plan.id)
    .flatMap(({ source }) => (Array.isArray(source.links) ? source.links : []))
    .map((record) => ({
      ...record,
      item: String(record?.item ?? ''),
      parent: String(record?.parent ?? ''),
      number: String(record?.number ?? ''),
      digests: (record?.digests ?? {}) as Digests,
    }));
}
