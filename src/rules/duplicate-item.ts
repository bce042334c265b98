import { periodOf } from '../model/meanings.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { firstWordOf, likeness, stemsOf } from '../russian/likeness.ts';
import { stem } from '../russian/stem.ts';
import type { Rule } from './rule.ts';

/**
 * Measured on real road maps: true repeats share at least two thirds of their stems; one row that lists what the
 * other says shares nearly all of the shorter one's.
 */
const ALIKE = 0.66;
const CONTAINED = 0.85;
/** A short text is contained in many: containment speaks only from this many stems on. */
const ENOUGH = 6;

/** The same thing to do laid twice on the same body: it will be reported twice, or once for both. */
export const rule: Rule = {
  id: 'duplicate-item',
  severity: 'warning',
  summary: { ru: 'Пункт повторяет другой пункт', en: 'The item repeats another item' },
  on: 'plan',
  *check(plan, { workspace }) {
    for (const group of byAct(plan).values()) {
      for (const [index, item] of group.entries()) {
        const twin = group.slice(0, index).find((other) => repeats(other, item, plan, workspace));
        if (!twin) continue;
        yield {
          item: item.id,
          message: {
            ru: `Пункт ${item.number} повторяет пункт ${twin.number}: то же действие того же исполнителя`,
            en: `Item ${item.number} repeats item ${twin.number}: the same act of the same executor`,
          },
          help: {
            ru: 'Объедините пункты или напишите, чем они различаются (этап, адресат, срок)',
            en: 'Join the items, or write what tells them apart (stage, audience, date)',
          },
          at: { file: plan.file, route: [...item.route, 'action'] },
          related: [
            {
              at: { file: plan.file, route: [...twin.route, 'action'] },
              message: { ru: `пункт ${twin.number}`, en: `item ${twin.number}` },
            },
          ],
        };
      }
    }
  },
};

/** Only rows of one act are compared: «утвердить …» and «разработать …» of one subject are two duties. */
function byAct(plan: Plan): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of plan.items) {
    if (item.excluded !== undefined) continue;
    const act = actOf(item.action);
    if (act === '') continue;
    const group = groups.get(act);
    if (group) group.push(item);
    else groups.set(act, [item]);
  }
  return groups;
}

/** «Оказать» and «Оказание», «Провести» and «Проведение»: an act is known by the beginning of its first word. */
function actOf(action: string): string {
  return stem(firstWordOf(action)).slice(0, 5);
}

function repeats(a: Item, b: Item, plan: Plan, workspace: Workspace): boolean {
  if (!shareExecutor(a, b) || apart(a, b, plan, workspace)) return false;
  const sameMarks = marksOf(a.action) === marksOf(b.action);
  if (sameMarks && likeness(a.action, b.action) >= ALIKE) return sameSubject(a.action, b.action);
  const [left, right] = [stemsOf(a.action), stemsOf(b.action)];
  const [short, long] = left.size <= right.size ? [left, right] : [right, left];
  // A row that lists what the other says may number its list; a row of another stage may not.
  if (short.size < ENOUGH || (!sameMarks && left.size === right.size)) return false;
  const [brief, full] = left.size <= right.size ? [a, b] : [b, a];
  if (
    !marksOf(brief.action)
      .split(' ')
      .every((mark) => marksOf(full.action).split(' ').includes(mark) || mark === '')
  ) {
    return false;
  }
  let common = 0;
  for (const word of short) if (long.has(word)) common += 1;
  return common / short.size >= CONTAINED;
}

/** «Работа координаторов …» and «Работа кураторов …»: what follows the act at once tells two duties apart. */
function sameSubject(a: string, b: string): boolean {
  const [one, other] = [a, b].map((action) => new Set([...stemsOf(action)].slice(1, 3)));
  return [...(one ?? [])].some((word) => other?.has(word));
}

function shareExecutor(a: Item, b: Item): boolean {
  return a.executors.some((one) => b.executors.some((other) => one.key === other.key));
}

/** Numbers in the text («2 этап», «9 класс») tell stages and audiences apart. */
function marksOf(action: string): string {
  return (action.match(/\d+/g) ?? []).join(' ');
}

/** Windows without a common day: two runs of one thing, not a repeat. */
function apart(a: Item, b: Item, plan: Plan, workspace: Workspace): boolean {
  const [one, other] = [periodOf(a.when, plan, workspace), periodOf(b.when, plan, workspace)];
  if (!one || !other || one.from === null || one.to === null || other.from === null || other.to === null)
    return false;
  return one.to < other.from || other.to < one.from;
}
