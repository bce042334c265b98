import { remembered } from '../finding/remembered.ts';
import { periodOf } from '../model/meanings.ts';
import type { Item, Plan } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Workspace } from '../model/workspace.ts';
import { firstWordOf, likeness, wordsOf } from '../russian/index.ts';
import type { Rule } from './rule.ts';

const APPROVE = /^утвер/;
const DRAFT = /^(разраб|подгот|состав)/;
/** How alike the subjects of the two rows must be, their verbs left out. */
const SAME_SUBJECT = 0.6;

/** A document approved while its drafting goes on for months more. */
export const rule: Rule = {
  id: 'approval-before-draft',
  severity: 'warning',
  summary: {
    ru: 'Документ утверждают раньше, чем разработают',
    en: 'A document is approved before it is drafted',
  },
  on: 'plan',
  check(plan, report, { workspace }) {
    const rows = plan.items.filter((item) => item.excluded === undefined && item.when);
    const drafts = rows.filter((item) => DRAFT.test(firstWordOf(item.action)) && !alsoApproves(item.action));
    for (const item of rows) {
      if (!APPROVE.test(firstWordOf(item.action))) continue;
      const approved = endOf(item, plan, workspace);
      if (approved === null) continue;
      const late = drafts.find((draft) => {
        const drafted = endOf(draft, plan, workspace);
        if (drafted === null || drafted <= approved) return false;
        return likeness(subjectOf(item.action), subjectOf(draft.action)) >= SAME_SUBJECT;
      });
      if (!late) continue;
      report({
        item: item.id,
        message: {
          ru: `Пункт ${referenceTo(item)}: утвердить намечено «${item.when?.text ?? ''}», а разработка (пункт ${referenceTo(late)}) идёт «${late.when?.text ?? ''}»`,
          en: `Item ${referenceTo(item)}: approval is due “${item.when?.text ?? ''}”, while drafting (item ${referenceTo(late)}) runs “${late.when?.text ?? ''}”`,
        },
        help: { ru: 'Поставьте утверждение не раньше разработки', en: 'Put the approval after the drafting' },
        at: { file: plan.file, route: item.when?.route ?? item.route },
        related: [
          {
            at: { file: plan.file, route: late.when?.route ?? late.route },
            message: {
              ru: `разработка, пункт ${referenceTo(late)}`,
              en: `drafting, item ${referenceTo(late)}`,
            },
          },
        ],
      });
    }
  },
};

/** «Разработать и утвердить …» is one duty. */
const alsoApproves = remembered((action) =>
  wordsOf(action)
    .slice(0, 4)
    .some((word) => APPROVE.test(word)),
);

/** The first line without its verb: a long row goes on to what is done with the document. */
const subjectOf = remembered((action) =>
  wordsOf(action.split('\n')[0] ?? '')
    .slice(1)
    .join(' '),
);

const endOf = (item: Item, plan: Plan, workspace: Workspace): number | null =>
  periodOf(item.when, plan, workspace)?.to ?? null;
