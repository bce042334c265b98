import type { Route } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';
import { actInWords, fieldChangeInWords, renumberingInWords, renumberings } from '../history/change-words.ts';
import { diffPlans, type FieldChange, type ItemChange, type PlanDifference } from '../history/diff.ts';
import { digestOfItem } from '../history/digest.ts';
import { type Edition, editionsOf } from '../history/editions.ts';
import { type SignedRow, signedTextOf } from '../history/signed-text.ts';
import { findItem } from '../model/find-item.ts';
import type { Plan } from '../model/plan.ts';
import { asMap } from '../model/raw.ts';
import { rawOf } from '../model/raw-node.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { ReportRemark, Rule } from './rule.ts';

/** An approved plan changes only by an order: what the plan says now is not what was signed last. */
export const rule: Rule = {
  id: 'changed-after-approval',
  severity: 'error',
  summary: { ru: 'Пункт изменён после утверждения', en: 'The item was changed after the approval' },
  on: 'plan',
  check(plan, report, { workspace }) {
    if (workspace.locks.length === 0) return;
    const edition = editionsOf(plan, workspace).at(-1);
    if (!edition) return;
    if (!edition.signed) return againstDigests(edition, plan, report);
    const difference = diffPlans(signedTextOf(edition.signed), signedTextOf({ plan, workspace }));
    for (const change of changesOf(difference, plan, edition)) {
      report({
        plan: plan.id,
        ...(change.item && { item: change.item }),
        message: change.message,
        help: HELP,
        at: { file: plan.file, route: change.route },
        related: [
          {
            at: { file: edition.file, route: [...edition.route, 'order', 'date'] },
            message: { ru: 'Утверждённый текст', en: 'The approved text' },
          },
        ],
      });
    }
  },
};

const HELP: Bilingual = {
  ru: 'Верните утверждённый текст или внесите изменение приказом: roadmap render amendment, а когда он подписан — roadmap approve',
  en: 'Bring the approved text back, or change it by an order: `roadmap render amendment`, and once that is signed `roadmap approve`',
};

interface Change {
  readonly message: Bilingual;
  readonly route: Route;
  readonly item?: string;
}

function changesOf(difference: PlanDifference, plan: Plan, edition: Edition): readonly Change[] {
  const act = actInWords(edition.act);
  const by: Bilingual = { ru: `(утверждено: ${act.ru})`, en: `(approved: ${act.en})` };
  const { items, sections, title, context, columns } = difference;
  const has = (key: 'title' | 'context' | 'columns'): Route => (key in plan.source ? [key] : ['id']);
  return [
    ...(title
      ? [
          of(
            `Название плана изменено после утверждения`,
            'The title was changed after the approval',
            by,
            has('title'),
          ),
        ]
      : []),
    ...(context.length > 0
      ? [
          of(
            'Текст перед таблицей изменён после утверждения',
            'The text before the table was changed after the approval',
            by,
            has('context'),
          ),
        ]
      : []),
    ...(columns.length > 0
      ? [
          of(
            'Графы таблицы изменены после утверждения',
            'The columns were changed after the approval',
            by,
            has('columns'),
          ),
        ]
      : []),
    ...sections.map(({ kind, before, after }) => {
      const [was, is] = [before, after].map((one) => `«${one?.title ?? ''}»`);
      const route: Route = after ? [...after.section.route, 'title'] : has('title');
      if (kind === 'added')
        return of(
          `Раздел ${is} добавлен после утверждения`,
          `Section ${is} was added after the approval`,
          by,
          route,
        );
      if (kind === 'removed')
        return of(
          `Раздел ${was} удалён после утверждения`,
          `Section ${was} was removed after the approval`,
          by,
          route,
        );
      return of(
        `Раздел изменён после утверждения: ${was} → ${is}`,
        `A section was changed after the approval: ${was} → ${is}`,
        by,
        route,
      );
    }),
    ...renumberings(items).map((run) => {
      const row = run.first.after as SignedRow;
      const words = renumberingInWords(run);
      return {
        ...of(
          `Нумерация изменена после утверждения: ${words}`,
          `Items were renumbered after the approval: ${words}`,
          by,
          [...row.item.route, 'number'],
        ),
        item: row.item.id,
      };
    }),
    ...items.flatMap((change, at) => itemChanges(change, items.slice(0, at), plan, by)),
  ];
}

const of = (ru: string, en: string, by: Bilingual, route: Route): Change => ({
  message: { ru: `${ru} ${by.ru}`, en: `${en} ${by.en}` },
  route,
});

function itemChanges(
  change: ItemChange,
  earlier: readonly ItemChange[],
  plan: Plan,
  by: Bilingual,
): readonly Change[] {
  const { kind, before, after, fields, moved } = change;
  if (!after) {
    const number = before ? referenceTo(before.item) : '';
    const neighbour = earlier.findLast((one) => one.after)?.after ?? undefined;
    const route: Route = neighbour
      ? [...neighbour.item.route, 'number']
      : 'title' in plan.source
        ? ['title']
        : ['id'];
    return [
      of(
        `Пункт ${number} удалён после утверждения`,
        `Item ${number} was removed after the approval`,
        by,
        route,
      ),
    ];
  }
  const number = referenceTo(after.item);
  const told = (ru: string, en: string, route: Route): Change => ({
    ...of(ru, en, by, route),
    item: after.item.id,
  });
  const atNumber: Route = [...after.item.route, 'number'];
  if (kind === 'added')
    return [
      told(
        `Пункт ${number} добавлен после утверждения`,
        `Item ${number} was added after the approval`,
        atNumber,
      ),
    ];
  if (kind === 'excluded')
    return [
      told(`Пункт ${number} исключён после утверждения`, `Item ${number} was taken out after the approval`, [
        ...after.item.route,
        'excluded',
      ]),
    ];
  return [
    ...(moved
      ? [
          told(
            `Пункт ${number} переставлен после утверждения`,
            `Item ${number} was moved after the approval`,
            atNumber,
          ),
        ]
      : []),
    ...fields.map((field) => {
      const words = fieldChangeInWords(field);
      return told(
        `Пункт ${number} изменён после утверждения: ${words.ru}`,
        `Item ${number} was changed after the approval: ${words.en}`,
        routeOf(field, after, plan),
      );
    }),
  ];
}

/** The cell in the plan as it is now; the number of the item where the plan has no such cell any more. */
function routeOf({ field, part }: FieldChange, { item }: SignedRow, plan: Plan): Route {
  const row: Route = part === undefined ? item.route : [...item.route, 'parts', part - 1];
  const cell: Route = field.startsWith('extra.')
    ? [...row, 'extra', field.slice('extra.'.length)]
    : [...row, field];
  const holder = asMap(rawOf(plan, cell.slice(0, -1)));
  return holder && Object.hasOwn(holder, cell.at(-1) as string) ? cell : [...item.route, 'number'];
}

/** Locks of former versions keep a digest of each item and no text: what was changed there can't be shown. */
function againstDigests({ digests, act }: Edition, plan: Plan, report: ReportRemark): void {
  const order = actInWords(act);
  for (const [id, digest] of digests) {
    const found = findItem(plan, id);
    if (found.state !== 'found' || found.item.excluded !== undefined) continue;
    if (digestOfItem(found.item) === digest) continue;
    report({
      plan: plan.id,
      item: found.item.id,
      message: {
        ru: `Пункт ${referenceTo(found.item)} изменён после утверждения (утверждено: ${order.ru})`,
        en: `Item ${referenceTo(found.item)} was changed after the approval (approved: ${order.en})`,
      },
      help: HELP,
      at: { file: plan.file, route: [...found.item.route, 'number'] },
    });
  }
}
