import type { Indicator } from '../meaning/indicator.ts';
import { indicatorOf } from '../model/meanings.ts';
import { eachRow, type Item, type Stated } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import { isPredicate, knownNounsOf, remembered, wordsOf } from '../russian/index.ts';
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
    const vague: { indicator: Stated<Indicator>; item: Item }[] = [];
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
    const [first, ...others] = vague;
    if (!first) return;
    const shown = vague.slice(0, SHOWN).map(({ indicator }) => indicator.text.replace(/\s+/g, ' ').trim());
    const left = vague.length - shown.length;
    report({
      ...(others.length === 0 && { item: first.item.id }),
      message:
        others.length === 0
          ? {
              ru: `Пункт ${referenceTo(first.item)}: показатель «${shown[0]}» нельзя измерить: в нём нет ни числа, ни документа`,
              en: `Item ${referenceTo(first.item)}: the indicator “${shown[0]}” cannot be measured: it has neither a number nor a document`,
            }
          : {
              ru: `Показатели нельзя измерить, в них нет ни числа, ни документа: ${shown.map((text) => `«${text}»`).join(', ')}${left > 0 ? ` и ещё ${left}` : ''}`,
              en: `Indicators cannot be measured, having neither a number nor a document: ${shown.map((text) => `“${text}”`).join(', ')}${left > 0 ? ` and ${left} more` : ''}`,
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
    });
  },
};

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
