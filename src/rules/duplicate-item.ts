import { periodOf } from '../model/meanings.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { containment, firstWordOf, likeness, remembered, stem, stemsOf } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/**
 * Measured on real road maps: true repeats share at least two thirds of their stems; one row that lists what the
 * other says shares nearly all of the shorter one's.
 */
const ALIKE = 0.66;
const CONTAINED = 0.85;
/** A short text is contained in many: containment speaks only from this many stems on. */
const ENOUGH = 6;

/** No plan of people has more rows of one act; a hostile one must not be compared row by row. */
const FARTHEST = 300;

/** The same thing to do laid twice on the same body: it will be reported twice, or once for both. */
export const rule: Rule = {
  id: 'duplicate-item',
  severity: 'warning',
  summary: { ru: 'Пункт повторяет другой пункт', en: 'The item repeats another item' },
  on: 'plan',
  check(plan, report, { workspace }) {
    for (const group of byAct(plan).values()) {
      if (group.length === 1) continue;
      for (const [index, item] of group.entries()) {
        const twin = group
          .slice(Math.max(0, index - FARTHEST), index)
          .find((other) => repeats(other, item, plan, workspace));
        if (!twin) continue;
        report({
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
        });
      }
    }
  },
};

/** Only rows of one act are compared: «утвердить …» and «разработать …» of one subject are two duties. */
function byAct(plan: Plan): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  plan.items.forEach((item) => {
    const act = item.excluded === undefined ? actOf(item.action) : '';
    const group = groups.get(act);
    if (group) group.push(item);
    else if (act !== '') groups.set(act, [item]);
  });
  return groups;
}

/** «Оказать» and «Оказание», «Провести» and «Проведение»: an act is known by the beginning of its first word. */
const actOf = remembered((action) => stem(firstWordOf(action)).slice(0, 5));

function repeats(a: Item, b: Item, plan: Plan, workspace: Workspace): boolean {
  return shareExecutor(a, b) && sayTheSame(a.action)(b.action) && !apart(a, b, plan, workspace);
}

/** How many wordings of one act one wording is compared with at a time: a plan of a thousand rows must not keep a million pairs. */
const PAIRS = 64;

/** Whether two rows of one act name one thing to do; plans take pairs of wordings over from one another. */
const sayTheSame = remembered((one) => remembered((other) => areAlike(one, other), PAIRS));

function areAlike(one: string, other: string): boolean {
  const sameMarks = marksOf(one).join(' ') === marksOf(other).join(' ');
  if (sameMarks && likeness(one, other) >= ALIKE) return sameSubject(one, other);
  const [brief, full] = stemsOf(one).size <= stemsOf(other).size ? [one, other] : [other, one];
  const [short, long] = [stemsOf(brief), stemsOf(full)];
  // A row that lists what the other says may number its list; a row of another stage may not.
  if (short.size < ENOUGH || (!sameMarks && short.size === long.size)) return false;
  if (!marksOf(brief).every((mark) => marksOf(full).includes(mark))) return false;
  return containment(brief, full) >= CONTAINED;
}

/** «Работа координаторов …» and «Работа кураторов …»: what follows the act at once tells two duties apart. */
function sameSubject(a: string, b: string): boolean {
  const [one, other] = [a, b].map((action) => [...stemsOf(action)].slice(1, 3));
  return (one ?? []).some((word) => other?.includes(word));
}

function shareExecutor(a: Item, b: Item): boolean {
  for (const { key } of a.executors) for (const other of b.executors) if (other.key === key) return true;
  return false;
}

/** Numbers in the text («2 этап», «9 класс») tell stages and audiences apart. */
function marksOf(action: string): readonly string[] {
  return action.match(/\d+/g) ?? [];
}

/** Windows without a common day: two runs of one thing, not a repeat. */
function apart(a: Item, b: Item, plan: Plan, workspace: Workspace): boolean {
  const [one, other] = [periodOf(a.when, plan, workspace), periodOf(b.when, plan, workspace)];
  if (!one || !other || one.from === null || one.to === null || other.from === null || other.to === null)
    return false;
  return one.to < other.from || other.to < one.from;
}
