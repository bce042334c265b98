import { indicatorOf } from '../model/meanings.ts';
import { isPredicate, knownNounsOf, wordsOf } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** A state of things can be answered with yes or no: «без замечаний», «наличие …». */
const STATEMENT = /^(?:без|отсутствие|наличие)\s/iu;

/** No number, no document, nothing that can be done or not done: nobody can say when it is reached. */
export const rule: Rule = {
  id: 'unmeasurable-indicator',
  severity: 'info',
  summary: { ru: 'Показатель нельзя измерить', en: 'The indicator cannot be measured' },
  on: 'indicator',
  find(indicator, plan, { workspace }) {
    if (indicator.structured || indicatorOf(indicator, plan, workspace)?.kind !== 'qualitative') return [];
    if (STATEMENT.test(indicator.text) || claimsDone(indicator.text) || isOneEvent(indicator.text)) return [];
    const shown = indicator.text.replace(/\s+/g, ' ').trim();
    return [
      {
        message: {
          ru: `показатель «${shown}» нельзя измерить: в нём нет ни числа, ни документа`,
          en: `the indicator “${shown}” cannot be measured: it has neither a number nor a document`,
        },
        help: {
          ru: 'Назовите число («Не менее трёх мероприятий») или документ («Справка о …»)',
          en: 'Name a number (“Не менее трёх мероприятий”) or a document (“Справка о …”)',
        },
      },
    ];
  },
};

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
