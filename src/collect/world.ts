import { editionsOf, workspaceWith } from '../history/editions.ts';
import type { PlanInPlace } from '../history/kept.ts';
import type { Day } from '../meaning/day.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { type PlanStatus, planStatus } from '../status/status.ts';
import { changesSince, type ItemSince } from './aim.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import type { Form } from './form.ts';
import { formOf } from './form-of.ts';
import { type PlanWords, wordsOfPlan } from './plan-words.ts';
import { type FormOwner, ownersByKeys } from './recognise.ts';

export interface CollectOptions {
  readonly today: Day;
  /** The plan of tables that do not say it. */
  readonly plan?: Plan;
  /** Who answers, where no form says it. */
  readonly by?: string;
  /** What a fact names where an answer names a file that lies beside it; without it evidence is kept as it is written. */
  readonly evidenceFor?: (file: string, entry: string) => string;
}

/** What answers are read against, made once for all of them. */
export interface World {
  readonly workspace: Workspace;
  readonly options: CollectOptions;
  readonly ownerByKeys: ReturnType<typeof ownersByKeys>;
  /** Evidence as a fact is to name it. */
  evidence(entry: string): string;
  status(plan: Plan): PlanStatus;
  text(owner: FormOwner, plan: Plan): PlanText;
  words(plan: Plan): PlanWords;
}

/** The text that a form was made of, and what has become of its items. */
export interface PlanText extends PlanInPlace {
  readonly findings: readonly AnswerFinding[];
  readonly isMissing: boolean;
  since(item: Item): ItemSince;
}

export function worldOf(workspace: Workspace, options: CollectOptions): World {
  const statuses = new Map<Plan, PlanStatus>();
  const texts = new Map<string, PlanText>();
  const words = new Map<Plan, PlanWords>();
  const remembered = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const value = make();
    map.set(key, value);
    return value;
  };
  return {
    workspace,
    options,
    ownerByKeys: ownersByKeys(workspace),
    evidence: (entry) => entry,
    status: (plan) => remembered(statuses, plan, () => planStatus(plan, workspace, { asOf: options.today })),
    words: (plan) => remembered(words, plan, () => wordsOfPlan(plan, workspace)),
    text: (owner, plan) =>
      remembered(texts, `${plan.id} ${owner.edition ?? ''}`, () => textOf(owner, plan, workspace)),
  };
}

function textOf({ edition }: FormOwner, plan: Plan, workspace: Workspace): PlanText {
  const now = { plan, workspace };
  const asItIs = { ...now, findings: [], isMissing: false, since: changesSince(now, now) };
  if (edition === undefined) return asItIs;
  const editions = editionsOf(plan, workspace);
  const signed = editions[edition - 1]?.signed;
  if (!signed) {
    if (edition === editions.length) return asItIs;
    const missing = finding('unknown-edition', {}, { edition: String(edition), plan: plan.id });
    return { ...asItIs, findings: [missing], isMissing: true };
  }
  const details = { edition: String(edition), now: String(editions.length) };
  return {
    plan: signed.plan,
    workspace: workspaceWith(workspace, signed.plan, signed.workspace),
    findings: edition < editions.length ? [finding('older-edition', {}, details)] : [],
    isMissing: false,
    since: changesSince(signed, now),
  };
}

/** The form as it was, without what became known since; where nothing says whose it was, with every line of the plan. */
export function formAgain(owner: FormOwner | undefined, { plan, workspace }: PlanText, today: Day): Form {
  const { madeOn, range, who = { kind: 'territory' as const, key: plan.territory ?? plan.id } } = owner ?? {};
  const factsOf: Workspace['factsOf'] = (id) =>
    workspace.factsOf(id).map((file) => ({
      ...file,
      facts: file.facts.filter(
        ({ recorded }) => madeOn !== undefined && (recorded === undefined || recorded < madeOn),
      ),
    }));
  const before = { ...workspace, factsOf };
  return formOf({ plan, who, name: who.key }, before, {
    asOf: madeOn ?? today,
    ...(range === undefined ? {} : { range }),
  });
}
