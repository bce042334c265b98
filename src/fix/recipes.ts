import { judgedIn, unitsOf } from '../check/units.ts';
import { viewer } from '../check/view.ts';
import { editText, isEditable } from '../edit/splice.ts';
import type { Edit } from '../finding/cure.ts';
import type { Finding } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';
import { toIso } from '../meaning/day.ts';
import { findItem } from '../model/find-item.ts';
import type { Item, Plan } from '../model/plan.ts';
import { referenceTo as nameOf } from '../model/section-identity.ts';
import type { Workspace } from '../model/workspace.ts';
import { confirmedOf } from '../trace/confirmed.ts';
import { suspectLinks } from '../trace/suspect.ts';
import { parentPlansOf, type TracedChild, traceChild } from '../trace/trace.ts';
import { editBetween } from './edits.ts';
import type { Fix, FixContext } from './fix.ts';
import { linkEdits, type NewLink } from './link-edits.ts';
import { short } from './titles.ts';

/** What no cure of the finding itself can say, since it needs the rest of the workspace: something to choose from. */
type Recipe = (finding: Finding, context: FixContext) => readonly Fix[];

/** By rule. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  'uncovered-obligation': suggestedItems,
  'unlinked-item': suggestedObligations,
  'suspect-link': acceptance,
};

/** The workspace as the rules see it that judge the unit of a plan. */
function workspaceOf(file: string, { documents }: FixContext): Workspace | undefined {
  const unit = unitsOf(documents).find(({ files }) => files.has(file));
  return unit && viewer(documents)(judgedIn(unit, documents)).workspace;
}

function fixOf(file: string, edits: readonly Edit[], title: Bilingual, { text }: FixContext): readonly Fix[] {
  const before = text(file);
  if (before === undefined || !isEditable(before)) return [];
  const made = editBetween(before, editText(before, edits));
  return [{ title, edits: made.map((edit) => ({ file, ...edit })), safe: false }];
}

/** The plan of a finding against each of its parents, with the likeliest links. */
function pairsOf(finding: Finding, context: FixContext): readonly { parent: Plan; traced: TracedChild }[] {
  const workspace = workspaceOf(finding.file, context);
  const child = workspace && finding.plan !== undefined ? workspace.planOf(finding.plan) : undefined;
  if (!workspace || !child) return [];
  return parentPlansOf(child, workspace).map((parent) => ({
    parent,
    traced: traceChild(parent, child, workspace, { asOf: context.asOf, suggest: true }),
  }));
}

/** None where the parent has several items of the number: a link to it would be nobody's. */
function linkFix(link: NewLink, title: Bilingual, context: FixContext): readonly Fix[] {
  if (findItem(link.parent, link.target.id).state === 'ambiguous') return [];
  return fixOf(link.plan.file, linkEdits([link]), title, context);
}

function suggestedItems(finding: Finding, context: FixContext): readonly Fix[] {
  return pairsOf(finding, context).flatMap(({ parent, traced: { plan, obligations } }) =>
    obligations
      .filter(({ obligation: { item } }) => finding.parentItem === `${parent.id}#${item.id}`)
      .flatMap(({ obligation, suggestions }) =>
        suggestions.flatMap(({ item }) =>
          linkFix({ plan, item, parent, target: obligation.item }, itemTitle(item, obligation.item), context),
        ),
      ),
  );
}

function suggestedObligations(finding: Finding, context: FixContext): readonly Fix[] {
  return pairsOf(finding, context).flatMap(({ parent, traced: { plan, unlinked } }) =>
    unlinked
      .filter(({ item }) => item.id === finding.item)
      .flatMap(({ item, suggestions }) =>
        suggestions.flatMap(({ obligation }) =>
          linkFix({ plan, item, parent, target: obligation.item }, itemTitle(item, obligation.item), context),
        ),
      ),
  );
}

const itemTitle = (item: Item, target: Item): Bilingual => ({
  ru: `Пункт ${nameOf(item)} («${short(item.action)}») исполняет поручение ${nameOf(target)}`,
  en: `Item ${nameOf(item)} (“${short(item.action)}”) implements obligation ${nameOf(target)}`,
});

/** The record of the link as the parent's item is today; the other records stay as they are. */
function acceptance(finding: Finding, context: FixContext): readonly Fix[] {
  const workspace = workspaceOf(finding.file, context);
  if (!workspace) return [];
  const suspects = [...suspectLinks(workspace)].filter(
    ({ plan, item, parent, target }) =>
      plan.id === finding.plan &&
      item.id === finding.item &&
      finding.parentItem === `${parent.id}#${target.id}`,
  );
  return suspects.flatMap(({ record, parent, target }) => {
    // The commit of then is not that of the text compared now.
    const { revision: _then, ...kept } = record.value;
    const value = { ...kept, ...confirmedOf(target, parent, workspace), accepted: toIso(context.today) };
    const title = {
      ru: `Сверено: поручение ${nameOf(target)} учтено как теперь`,
      en: `Compared: obligation ${nameOf(target)} as it is now`,
    };
    return fixOf(record.file, [{ op: 'set', route: record.route, value }], title, context);
  });
}
