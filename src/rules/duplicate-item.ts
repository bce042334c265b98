import { remembered } from '../finding/remembered.ts';
import { periodOf } from '../model/meanings.ts';
import type { Item, Plan } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Workspace } from '../model/workspace.ts';
import { firstWordOf, stem, stemsOf } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** One row that lists what the other says shares nearly all of the shorter one's stems. */
const CONTAINED = 0.85;
/** A short text is contained in many: containment speaks only from this many stems on. */
const ENOUGH = 6;
/** Words that tell two rows apart stand nearly alone. */
const FEW = 3;

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
            ru: `Пункт ${referenceTo(item)} повторяет пункт ${referenceTo(twin)}: то же действие того же исполнителя`,
            en: `Item ${referenceTo(item)} repeats item ${referenceTo(twin)}: the same act of the same executor`,
          },
          help: {
            ru: 'Объедините пункты или напишите, чем они различаются (этап, адресат, срок)',
            en: 'Join the items, or write what tells them apart (stage, audience, date)',
          },
          at: { file: plan.file, route: [...item.route, 'action'] },
          related: [
            {
              at: { file: plan.file, route: [...twin.route, 'action'] },
              message: { ru: `пункт ${referenceTo(twin)}`, en: `item ${referenceTo(twin)}` },
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
  return shareExecutor(a, b) && areAlike(a.action, b.action) && !apart(a, b, plan, workspace);
}

/**
 * Whether two wordings of one act name one thing. A word of one that stands against a word of the other tells two duties
 * apart («школьный этап», «муниципальный этап»; «родителей», «педагогов»); words that one only adds may not.
 */
function areAlike(one: string, other: string): boolean {
  const [a, b] = [subjectOf(one), subjectOf(other)];
  if (a.size === 0 || b.size === 0) return false;
  const [brief, full] = a.size <= b.size ? [a, b] : [b, a];
  // Told first, of nearly every pair.
  if (lackOf(brief, full) > brief.size * (1 - CONTAINED)) return false;
  const [briefText, fullText] = brief === a ? [one, other] : [other, one];
  const sameMarks = marksOf(one).join(' ') === marksOf(other).join(' ');
  // A row that lists what the other says may number its list; a row of another stage may not.
  if (!sameMarks && (brief.size < ENOUGH || brief.size === full.size)) return false;
  if (!marksOf(briefText).every((mark) => marksOf(fullText).includes(mark))) return false;
  const missing = [...brief].filter((word) => !full.has(word));
  const added = [...full].filter((word) => !brief.has(word));
  // In a list of many more things such a word is one of them.
  if ([...missing, ...added].length <= FEW && [...missing, ...added].some((word) => DISTINGUISHES.test(word)))
    return false;
  if (missing.length === 0) return added.length === 0 || brief.size >= ENOUGH;
  const near = [...brief].slice(0, 2).some((word) => [...full].slice(0, 2).includes(word));
  return (
    near &&
    brief.size >= ENOUGH &&
    added.length > missing.length &&
    missing.length <= brief.size * (1 - CONTAINED)
  );
}

/** How many words of one set another has not. */
function lackOf(words: ReadonlySet<string>, among: ReadonlySet<string>): number {
  let lack = 0;
  for (const word of words) if (!among.has(word)) lack++;
  return lack;
}

/** Who or which of several: a word that is never put in for clearness only. */
const DISTINGUISHES =
  /^(?:заместит|молод|начальн|старш|младш|перв|втор|трет|четверт|повторн|промежут|итогов|входн|стартов|заключит|родител|законн|дошкол|юнош|девуш|мальчик|девоч|мужск|женск|осенн|зимн|весенн|летн)/;

/** Stems of what the act is about, without the act itself. */
const subjectOf = remembered((action): ReadonlySet<string> => {
  const act = stem(firstWordOf(action));
  return new Set([...stemsOf(action)].filter((word) => word !== act));
});

function shareExecutor(a: Item, b: Item): boolean {
  for (const { key } of a.executors) for (const other of b.executors) if (other.key === key) return true;
  return false;
}

/** Numbers in the text («2 этап», «II квартал», «9 класс») tell stages and audiences apart. */
const marksOf = remembered(
  (action): readonly string[] =>
    action.match(/\d+|(?<![A-Za-zА-Яа-яЁё])[IVXІХ]+(?![A-Za-zА-Яа-яЁё])/gu) ?? [],
);

/** Windows without a common day, or deadlines that differ: two runs of one thing, not a repeat. What is not read may be either. */
function apart(a: Item, b: Item, plan: Plan, workspace: Workspace): boolean {
  if (plan.numbering === 'by-section' && a.section !== b.section) return true;
  const [one, other] = [periodOf(a.when, plan, workspace), periodOf(b.when, plan, workspace)];
  if ((a.when && !one) || (b.when && !other)) return true;
  if (!one || !other || one.to === null || other.to === null) return false;
  if (one.from === null || other.from === null) return one.to !== other.to;
  return one.to < other.from || other.to < one.from;
}
