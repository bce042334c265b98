import type { Remark } from '../finding/finding.ts';
import { remembered } from '../finding/remembered.ts';
import type { Indicator } from '../meaning/indicator.ts';
import { findItem } from '../model/find-item.ts';
import { indicatorOf } from '../model/meanings.ts';
import { eachRow, type Item, type Plan, type Stated } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import { isPredicate, knownNounsOf, wordsOf } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** A state of things can be answered with yes or no: «без замечаний», «наличие …». */
const STATEMENT = /^(?:без|отсутствие|наличие)\s/iu;

/** No number, no document, nothing that can be done or not done: nobody can say when it is reached. Told once of a plan. */
export const rule: Rule = {
  id: 'unmeasurable-indicator',
  severity: 'info',
  summary: { ru: 'Показатель нельзя измерить', en: 'The indicator cannot be measured' },
  on: 'plan',
  check(plan, report, { workspace }) {
    const vague: Vague[] = [];
    for (const item of plan.items) {
      if (item.excluded !== undefined) continue;
      eachRow(item, ({ indicators }) => {
        for (const indicator of indicators) {
          if (indicator.structured || isAnswerable(indicator.text)) continue;
          if (indicatorOf(indicator, plan, workspace)?.kind === 'qualitative')
            vague.push({ indicator, item });
        }
      });
    }
    // One that a waiver names is told by itself, so that the waiver meets it.
    const named = new Set(
      plan.waivers.flatMap(({ rule: waived, item }) => {
        const found = waived === rule.id && item !== undefined ? findItem(plan, item) : undefined;
        return found?.state === 'found' ? [found.item] : [];
      }),
    );
    const alone = vague.filter(({ item }) => named.has(item));
    const rest = vague.filter(({ item }) => !named.has(item));
    for (const group of [...alone.map((one) => [one]), rest]) {
      if (group.length > 0) report(remarkOn(group, plan));
    }
  },
};

interface Vague {
  readonly indicator: Stated<Indicator>;
  readonly item: Item;
}

function remarkOn(vague: readonly Vague[], plan: Plan): Remark {
  const [first, ...others] = vague as [Vague, ...Vague[]];
  const shown = vague.slice(0, SHOWN).map(({ indicator }) => indicator.text.replace(/\s+/g, ' ').trim());
  const left = vague.length - shown.length;
  const list = shown.map((text) => `«${text}»`).join(', ');
  const number = referenceTo(first.item);
  return {
    ...(others.length === 0 && { item: first.item.id }),
    message:
      others.length === 0
        ? {
            ru: `Пункт ${number}: показатель «${shown[0]}» нельзя измерить: в нём нет ни числа, ни документа`,
            en: `Item ${number}: the indicator “${shown[0]}” cannot be measured: it has neither a number nor a document`,
          }
        : {
            ru: `Показатели нельзя измерить, в них нет ни числа, ни документа: ${list}${left > 0 ? ` и ещё ${left}` : ''}`,
            en: `Indicators cannot be measured, having neither a number nor a document: ${list}${left > 0 ? ` and ${left} more` : ''}`,
          },
    help: {
      ru: 'Назовите число («Не менее трёх мероприятий») или документ («Справка о …»)',
      en: 'Name a number (“Не менее трёх мероприятий”) or a document (“Справка о …”)',
    },
    at: { file: plan.file, route: first.indicator.route },
    related: others.slice(0, MOST).map(({ indicator, item }) => ({
      at: { file: plan.file, route: indicator.route },
      message: { ru: `пункт ${referenceTo(item)}`, en: `item ${referenceTo(item)}` },
    })),
  };
}

/** So many are quoted, and so many pointed to: a plan may hold a hundred. */
const SHOWN = 5;
const MOST = 20;

/** One that a yes or a no answers. */
const isAnswerable = remembered(
  (text: string): boolean => STATEMENT.test(text) || claimsDone(text) || isOneEvent(text),
);

/** «Проведён анализ», «технологии освоены»: a completed action can be answered with yes or no; a bare activity cannot. */
function claimsDone(text: string): boolean {
  return wordsOf(text).some((word) => isPredicate(word) && knownNounsOf(word).length === 0);
}

/** «Заседание ШМО», «Совещание при директоре»: one event was held or was not; of «мероприятия» nobody knows how many. */
function isOneEvent(text: string): boolean {
  const [first = ''] = wordsOf(text);
  return knownNounsOf(first).some(
    ({ lemma, kind, cases }) =>
      kind === 'event' && lemma === first && cases.includes('n') && SITTINGS.has(lemma),
  );
}

/** What a body sits for: it has a day and a record. */
const SITTINGS: ReadonlySet<string> = new Set([
  'заседание',
  'совещание',
  'собрание',
  'педсовет',
  'планерка',
  'коллегия',
  'консилиум',
  'педконсилиум',
]);
