import { matchRows } from '../history/match-rows.ts';
import { listAt } from '../model/outline.ts';
import type { Item, Plan } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Workspace } from '../model/workspace.ts';
import { likeness } from '../russian/index.ts';
import { wordsAlone } from '../status/known-facts.ts';
import type { AnswerRow } from './answer-document.ts';
import { type AnswerSheet, isIdentityRow, textIn } from './answer-sheet.ts';
import type { Form, FormIdentity, LineAim } from './form.ts';
import { isKeyOf, parseRowKey, type RowKey } from './identity.ts';
import { everyAddressee } from './respondents.ts';

/** Whose form it is; the rest is not known where only keys are left. */
export type FormOwner = Pick<FormIdentity, 'plan' | 'who'> & Partial<FormIdentity>;

/** The key of a row; undefined where there is none, or its cell holds something else. */
export const keyIn = (sheet: AnswerSheet, row: AnswerRow): RowKey | undefined =>
  parseRowKey(textIn(sheet, row, 'key'));

/** Identities, each once. */
export function distinct(identities: readonly FormIdentity[]): readonly FormIdentity[] {
  const seen = new Set<string>();
  return identities.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
}

/** Finds whose a key is among all who could be asked: for files of which nothing else says what they are. */
export function ownersByKeys(workspace: Workspace): (keys: readonly RowKey[]) => FormOwner | undefined {
  let owners: readonly FormOwner[] | undefined;
  return (keys) => {
    if (keys.length === 0) return undefined;
    owners ??= everyAddressee(workspace.plans, workspace).map(({ plan, who }) => ({ plan: plan.id, who }));
    const scored = owners.map((owner) => ({
      owner,
      fits: keys.filter((key) => isKeyOf(owner, key)).length,
    }));
    const most = Math.max(0, ...scored.map(({ fits }) => fits));
    const [best, ...others] = scored.filter(({ fits }) => fits === most);
    // One key is four signs: among thousands of owners some other may fit it by chance.
    return best && others.length === 0 && most > 0 && most * 2 > keys.length ? best.owner : undefined;
  };
}

/** Rows of an answer paired with items by number and words; a number alone, with other words beside it, is no match. */
export function itemsByWords(
  sheet: AnswerSheet,
  rows: readonly AnswerRow[],
  plan: Plan,
): ReadonlyMap<AnswerRow, Item> {
  const items = plan.items.filter(({ excluded }) => excluded === undefined);
  // Several lines of one item bear one number, and only the first of them the words.
  const groups = new Map<string, AnswerRow[]>();
  const lone = (row: AnswerRow): boolean => sheet.kind === 'plan' || textIn(sheet, row, 'number') === '';
  for (const row of sheet.rows) {
    if (isIdentityRow(row)) continue;
    listAt(groups, lone(row) ? `row ${row.number}` : textIn(sheet, row, 'number'), row);
  }
  const wanted = new Set(rows);
  const theirs = [...groups.values()].flatMap((group) => {
    const actions = new Set(group.map((row) => textIn(sheet, row, 'action')).filter((text) => text !== ''));
    const [first] = group;
    const own = group.filter((row) => wanted.has(row));
    const [action] = actions;
    // Two texts under one number are two items.
    if (!first || own.length === 0 || actions.size > 1 || action === undefined) return [];
    return [{ group: own, number: textIn(sheet, first, 'number'), action, item: undefined }];
  });
  const ours = items.map((item) => ({ group: [], number: item.number, action: item.action, item }));
  const { pairs } = matchRows<{
    group: readonly AnswerRow[];
    number: string;
    action: string;
    item?: Item | undefined;
  }>(ours, theirs, { mark: () => undefined, number: ({ number }) => number, action: ({ action }) => action });
  return new Map(
    pairs.flatMap(({ ours: { item }, theirs }) =>
      item && isSurely(item, theirs) ? theirs.group.map((row) => [row, item] as const) : [],
    ),
  );
}

/** The words of the item, or most of them under its number. */
const isSurely = (
  item: Item,
  { number, action }: { readonly number: string; readonly action: string },
): boolean =>
  wordsAlone(item.action) === wordsAlone(action) ||
  ([item.number, referenceTo(item)].some((own) => wordsAlone(own) === wordsAlone(number)) &&
    likeness(item.action, action) >= 0.5);

/** The line of a form that has a label, where only one has it. */
export function aimByLabel(form: Form, item: Item, label: string): LineAim | undefined {
  const lines = form.items.find(({ status }) => status.item === item)?.lines ?? [];
  const words = wordsAlone(label);
  const [only, ...others] = lines.filter((line) => wordsAlone(line.label) === words);
  if (only && others.length === 0) return only.aim;
  const [first, ...more] = lines;
  return words === '' && first && more.length === 0 ? first.aim : undefined;
}

/** The plan whose items the rows of a table are about, where no other fits as well; else those that fit best. */
export function planByRows(
  sheet: AnswerSheet,
  workspace: Workspace,
): { readonly plan: Plan } | { readonly plans: readonly Plan[] } {
  // The further lines of an item have its number alone.
  const rows = sheet.rows.filter(
    (row) => textIn(sheet, row, 'number') !== '' && textIn(sheet, row, 'action') !== '',
  );
  const texts = new Set(
    rows.map((row) => `${textIn(sheet, row, 'number')} ${textIn(sheet, row, 'action')}`).map(wordsAlone),
  );
  const scored = workspace.plans
    .map((plan) => ({
      plan,
      fits: plan.items.filter(({ number, action }) => texts.has(wordsAlone(`${number} ${action}`))).length,
    }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits);
  const [best, second] = scored;
  if (best && (!second || second.fits < best.fits) && best.fits * 2 >= rows.length)
    return { plan: best.plan };
  return { plans: scored.filter(({ fits }) => fits === best?.fits).map(({ plan }) => plan) };
}
