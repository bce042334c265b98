import { writeDocument } from '../../edit/write.ts';
import type { Draft } from '../../import/draft/plan.ts';
import type { PlanDocument } from '../../schema/generated/types.ts';

interface DraftTexts {
  readonly plan: string;
  readonly facts?: string;
}

/** What the user states about the plan himself. */
interface StatedByUser {
  readonly id: string | undefined;
  readonly level: string | undefined;
}

/** The draft under the name and level the user gave it. */
export function withStated(draft: Draft, { id, level }: StatedByUser): Draft {
  const plan: PlanDocument = {
    ...draft.plan,
    ...(id !== undefined && { id }),
    ...(level !== undefined && { level: level as NonNullable<PlanDocument['level']> }),
  };
  return {
    ...draft,
    plan,
    ...(draft.facts && { facts: { ...draft.facts, plan: plan.id } }),
  };
}

/** A draft as YAML in the canonical layout, comments of the document above what they speak of. */
export function textsOf(draft: Draft, schemaOf: (kind: 'plan' | 'facts') => string): DraftTexts {
  const text = (kind: 'plan' | 'facts', value: object): string =>
    writeDocument(value as Readonly<Record<string, unknown>>, {
      schema: schemaOf(kind),
      comments: draft.comments.filter(({ document }) => document === kind),
    });
  return {
    plan: text('plan', draft.plan),
    ...(draft.facts && { facts: text('facts', draft.facts) }),
  };
}

/** `план.plan.yaml` → `план.facts.yaml`, `plan.yaml` → `plan.facts.yaml`. */
export const factsPath = (planPath: string): string =>
  `${planPath.replace(/\.ya?ml$/i, '').replace(/\.plan$/i, '')}.facts.yaml`;
