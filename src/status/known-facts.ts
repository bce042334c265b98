import type { Day } from '../meaning/day.ts';
import { duePeriodOf } from '../model/events.ts';
import { findItem } from '../model/find-item.ts';
import { eachRow, type Item, type Plan } from '../model/plan.ts';
import type { Fact, FactsFile, Workspace } from '../model/workspace.ts';
import { LETTERS } from '../russian/index.ts';

/** The two clocks of an evaluation: the day that is judged, and the day up to which records are known. */
export interface Clock {
  readonly asOf: Day;
  /** Facts recorded later are not known; without it dated facts are known by their own date. */
  readonly knownAt?: Day;
}

interface KnownFact {
  readonly file: FactsFile;
  readonly fact: Fact;
}

/**
 * The facts of a plan that are known at a moment, by item, in the order of their dates (undated ones last). A dated
 * fact is known from its last day on, an undated one from the day it was recorded. Facts of unknown or ambiguous
 * items belong to no item, a fact recorded twice counts once, and what lies before the plan does not count: rules report each.
 */
export function knownFacts(
  plan: Plan,
  workspace: Workspace,
  clock: Clock,
): ReadonlyMap<Item, readonly KnownFact[]> {
  const byItem = new Map<Item, KnownFact[]>();
  const reported = new Set<string>();
  for (const file of workspace.factsOf(plan.id)) {
    for (const fact of file.facts) {
      if (!isKnown(fact, clock)) continue;
      const key = wordingOf(fact);
      if (reported.has(key)) continue;
      reported.add(key);
      const found = findItem(plan, fact.item);
      if (found.state !== 'found' || isBeforePlan(fact, found.item, plan, workspace)) continue;
      const facts = byItem.get(found.item);
      if (facts) facts.push({ file, fact });
      else byItem.set(found.item, [{ file, fact }]);
    }
  }
  for (const facts of byItem.values()) {
    facts.sort(
      (a, b) => (a.fact.to ?? Number.POSITIVE_INFINITY) - (b.fact.to ?? Number.POSITIVE_INFINITY) || 0,
    );
  }
  return byItem;
}

/** Known on the day judged (by its own date, else by the day of its record), and recorded by the other clock. */
function isKnown({ to, recorded }: Fact, { asOf, knownAt }: Clock): boolean {
  const happened = to ?? recorded;
  if (happened !== undefined && happened > asOf) return false;
  const written = recorded ?? to;
  return knownAt === undefined || written === undefined || written <= knownAt;
}

/**
 * All a fact says, except when it was recorded: two facts of one wording are one fact recorded twice. Case, blanks and
 * marks tell no two texts apart («Протокол №1», «протокол № 1»), nor does the dot after a number.
 */
export function wordingOf(fact: Fact): string {
  const { recorded: _recorded, route: _route, evidenceIsList: _list, item, ...content } = fact;
  const words = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([item.replace(/\.$/, ''), words], (_, value: unknown) =>
    typeof value === 'string' ? wordsAlone(value) : value,
  );
}

const BETWEEN = new RegExp(`[^${LETTERS}0-9]+`, 'gu');

/** A text as its words and numbers alone. */
export const wordsAlone = (text: string): string =>
  text.replaceAll('№', ' ').normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(BETWEEN, ' ').trim();

/** Dated before the plan begins, and before the item does, where that is earlier («август – сентябрь» of a school year). */
export function isBeforePlan(fact: Fact, item: Item, plan: Plan, workspace: Workspace): boolean {
  if (plan.period === undefined || fact.to === undefined || fact.to >= plan.period.from) return false;
  let first = plan.period.from;
  eachRow(item, (row) => {
    const from = duePeriodOf(row.when, plan, workspace)?.from;
    if (from !== undefined && from !== null) first = Math.min(first, from);
  });
  return fact.to < first && fact.rescheduled === undefined;
}
