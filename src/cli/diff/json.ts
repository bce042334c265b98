import type { FieldChange, ItemChange } from '../../history/diff.ts';
import type { MeaningChange } from '../../history/meaning-change.ts';
import { toIso } from '../../meaning/day.ts';
import { referenceTo } from '../../model/section-identity.ts';
import type { Shift } from '../../trace/against.ts';
import type { ComparedPlan } from './compared.ts';
import type { Comparisons } from './sides.ts';

/** `roadmap diff --format json`, version 1 (schemas/output/diff.schema.json). */
export function diffJson(plans: readonly ComparedPlan[], absent: Comparisons['absent']): unknown {
  return {
    version: 1,
    plans: plans.map(({ before, after, labels, difference, touched }) => ({
      plan: after.plan.id,
      ...(before.plan.id === after.plan.id ? {} : { comparedWith: before.plan.id }),
      from: labels[0].ru,
      to: labels[1].ru,
      ...(difference.title && {
        title: { was: difference.title.was ?? null, is: difference.title.is ?? null },
      }),
      context: difference.context.map(textJson),
      columns: difference.columns.map(textJson),
      sections: difference.sections.map(({ kind, before: was, after: is }) => ({
        kind,
        number: (is ?? was)?.number ?? '',
        was: was?.title ?? null,
        is: is?.title ?? null,
      })),
      items: difference.items.map(itemJson),
      touched: {
        obligations: touched.obligations.map(shiftJson),
        children: touched.children.map(shiftJson),
        links: touched.links.map(({ child, items, obligation }) => ({
          plan: child.id,
          items: items.map(referenceTo),
          obligation: referenceTo(obligation),
        })),
      },
    })),
    absent: absent.map(({ plan, side }) => ({ plan, side: side.ru })),
  };
}

const textJson = ({ was, is }: { was?: string; is?: string }) => ({ was: was ?? null, is: is ?? null });

const itemJson = ({ kind, before, after, renumbered, moved, fields }: ItemChange) => ({
  kind,
  was: before ? referenceTo(before.item) : null,
  is: after ? referenceTo(after.item) : null,
  action: (after?.cells.get('action') ?? before?.cells.get('action') ?? []).join('\n'),
  renumbered,
  moved,
  fields: fields.map(fieldJson),
});

const fieldJson = ({ field, heading, part, was, is, meaning }: FieldChange) => ({
  field,
  heading,
  ...(part === undefined ? {} : { part }),
  was,
  is,
  ...(meaning && { meaning: meaningJson(meaning) }),
});

const meaningJson = (meaning: MeaningChange) =>
  meaning.kind === 'deadline' || meaning.kind === 'start'
    ? { ...meaning, was: toIso(meaning.was), is: toIso(meaning.is) }
    : meaning;

const shiftJson = ({ child, obligation, atRevision, now, worse }: Shift) => ({
  plan: child.id,
  obligation: referenceTo(obligation),
  was: atRevision.state,
  is: now.state,
  days: now.days,
  worse,
});
