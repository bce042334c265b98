import type { Bilingual } from '../finding/text.ts';
import { fieldChangeInWords } from '../history/change-words.ts';
import { diffPlans, type ItemChange } from '../history/diff.ts';
import type { PlanInPlace } from '../history/kept.ts';
import { signedTextOf } from '../history/signed-text.ts';
import { type Item, type Plan, rowsOf } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { isShare } from '../status/evaluate-figures.ts';
import { placedIndicators } from '../status/evaluate-item.ts';
import { type Measure, measuresOf } from '../status/measures.ts';
import type { AnswerField } from './answer-fields.ts';
import type { LineAim } from './form.ts';

/** What a line of an answer speaks of. */
export interface AimedLine {
  readonly aim: LineAim;
  /** Of a line that wants a figure. */
  readonly measure?: Measure;
  readonly figure?: 'count' | 'share';
}

/** An aim that the item has; undefined where it names a sub-event, an indicator or a measure that is not there. */
export function aimedLine(item: Item, aim: LineAim, plan: Plan, workspace: Workspace): AimedLine | undefined {
  if (aim.part !== undefined && item.parts[aim.part - 1] === undefined) return undefined;
  if (aim.indicator === undefined) return aim.measure === undefined ? { aim } : undefined;
  const measures = measuresOf(placedIndicators(item, plan, workspace)).filter(
    ({ at, part }) => at + 1 === aim.indicator && (aim.part === undefined || part === aim.part),
  );
  const measure =
    aim.measure === undefined ? measures[0] : measures.find((one) => one.measure === aim.measure);
  if (!measure || (aim.measure === undefined && measures.length > 1)) return undefined;
  return { aim, measure, figure: measure.meaning && isShare(measure.meaning) ? 'share' : 'count' };
}

/** The fields that a form lets fill in a line of this kind. */
export function askedFields({ aim, figure }: AimedLine, hasTurns: boolean): readonly AnswerField[] {
  if (figure !== undefined) {
    const value = figure === 'share' ? (['value', 'of'] as const) : (['value'] as const);
    const done = aim.turn === undefined ? [] : (['done'] as const);
    return [...done, 'date', ...value, 'result', 'evidence', 'reason'];
  }
  if (aim.turn !== undefined) return ['done', 'date', 'result', 'evidence', 'reason'];
  if (hasTurns && aim.part === undefined) return ['reason', 'newDate', 'basis'];
  return ['done', 'date', 'result', 'evidence', 'reason', 'newDate', 'basis'];
}

/** What has become of an item since a text was made: the item of today, and in words what changed. */
export interface ItemSince {
  readonly item: Item | undefined;
  readonly changes: readonly Bilingual[];
}

/** What has changed between the text that a form was made of and the plan as it is. */
export function changesSince(before: PlanInPlace, after: PlanInPlace): (item: Item) => ItemSince {
  if (before.plan === after.plan) return (item) => ({ item, changes: [] });
  const { items } = diffPlans(signedTextOf(before), signedTextOf(after));
  const changeOf = new Map<Item, ItemChange>(
    items.flatMap((change) => (change.before ? [[change.before.item, change] as const] : [])),
  );
  const byId = new Map(after.plan.items.map((item) => [item.id, item]));
  return (item) => {
    const change = changeOf.get(item);
    if (!change) return { item: byId.get(item.id), changes: [] };
    const now = change.kind === 'removed' || change.kind === 'excluded' ? undefined : change.after?.item;
    const renumbered: readonly Bilingual[] =
      change.renumbered && now ? [{ ru: `теперь пункт ${now.number}`, en: `now item ${now.number}` }] : [];
    return { item: now, changes: [...renumbered, ...change.fields.map(fieldChangeInWords)] };
  };
}

/** The same aim in the item as it is now; undefined where what it named is not there any more. */
export function aimSince(aim: LineAim, before: Item, now: Item): LineAim | undefined {
  if (before === now) return aim;
  const part = placeSince(
    aim.part,
    before.parts.map(({ action }) => action),
    now.parts.map(({ action }) => action),
  );
  const texts = (item: Item): readonly string[] =>
    rowsOf(item).flatMap(({ indicators }) => indicators.map(({ text }) => text));
  const indicator = placeSince(aim.indicator, texts(before), texts(now));
  if (part === 'gone' || indicator === 'gone') return undefined;
  return {
    ...aim,
    ...(part === undefined ? {} : { part }),
    ...(indicator === undefined ? {} : { indicator }),
  };
}

/** Where a text is now, from 1: in its place, or in the only other one. */
function placeSince(
  at: number | undefined,
  before: readonly string[],
  now: readonly string[],
): number | 'gone' | undefined {
  if (at === undefined) return undefined;
  const text = before[at - 1];
  if (text !== undefined && now[at - 1] === text) return at;
  const places = now.flatMap((one, index) => (one === text ? [index + 1] : []));
  const [only, ...others] = places;
  return only === undefined || others.length > 0 ? 'gone' : only;
}

/** What an aim names, in the words of the item. */
export function aimText({ part, indicator }: LineAim, item: Item): string {
  if (indicator !== undefined)
    return rowsOf(item).flatMap(({ indicators }) => indicators.map(({ text }) => text))[indicator - 1] ?? '';
  return part === undefined ? item.action : (item.parts[part - 1]?.action ?? '');
}
