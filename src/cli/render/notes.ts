import type { Bilingual } from '../../finding/text.ts';
import type { Plan } from '../../model/plan.ts';
import { asMap } from '../../model/raw.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Problem } from '../../source/document.ts';
import { orderOf } from '../../view/stated-order.ts';
import type { Kind } from './kinds.ts';
import type { RenderRequest } from './request.ts';

/** What a person should know of a document before it goes to be signed. */
export function documentNotes(
  kind: Kind,
  { plans, workspace, region }: RenderRequest,
  problems: readonly Problem[],
): readonly Bilingual[] {
  return [
    ...plans.filter(({ file }) => problems.some(({ at }) => at.file === file)).map(hasProblems),
    ...(kind === 'report' && !region
      ? plans.filter((plan) => !isFollowed(plan, workspace)).map(notFollowed)
      : []),
    ...(kind === 'order' || kind === 'plan' || kind === 'amendment' ? plans.flatMap(orderNotes) : []),
    ...(kind === 'order' ? plans.flatMap(lacking) : []),
  ];
}

const hasProblems = ({ file }: Plan): Bilingual => ({
  ru: `${file}: план читается не целиком, и в документе может чего-то не хватать. Что не так: roadmap check`,
  en: `${file}: the plan is not read in full, and the document may lack something. What is wrong: roadmap check`,
});

const isFollowed = (plan: Plan, workspace: Workspace): boolean => workspace.factsOf(plan.id).length > 0;

const notFollowed = ({ id }: Plan): Bilingual => ({
  ru: `У плана «${id}» нет файла фактов: в отчёте только сам план.`,
  en: `The plan “${id}” has no file of facts: the report holds the plan alone.`,
});

/** An order is printed as far as it is stated: what a signature would wait for is named. */
function lacking({ id, source }: Plan): Bilingual[] {
  const order = asMap(source.order);
  const parts = ORDER_PARTS.filter(([key]) => order?.[key] === undefined);
  if (!order || parts.length === 0) return [];
  return [
    {
      ru: `В приказе плана «${id}» не указано: ${parts.map(([key, words]) => `${words.ru} (${key})`).join(', ')}.`,
      en: `The order of the plan “${id}” does not state: ${parts.map(([key, words]) => `${words.en} (${key})`).join(', ')}.`,
    },
  ];
}

const ORDER_PARTS: readonly (readonly [string, Bilingual])[] = [
  ['issuer', { ru: 'кто издаёт', en: 'who issues it' }],
  ['subject', { ru: 'о чём', en: 'its subject' }],
  ['clauses', { ru: 'пункты', en: 'its clauses' }],
  ['signatory', { ru: 'кто подписывает', en: 'who signs it' }],
];

function orderNotes(plan: Plan): Bilingual[] {
  const order = orderOf(plan);
  const issuer = order?.issuer;
  return [
    ...(issuer && issuer.genitive === undefined
      ? [
          {
            ru: `В грифе нет названия органа: родительный падеж от «${issuer.name}» неясен. Напишите в плане order.issuer: {name: …, genitive: …}.`,
            en: `The approval mark leaves the body out: the genitive of “${issuer.name}” is not certain. State order.issuer: {name: …, genitive: …} in the plan.`,
          },
        ]
      : []),
    ...(order?.annexes ?? [])
      .filter(({ file }) => file !== undefined)
      .map(({ title, file }) => ({
        ru: `Приложение «${title}» (${file}) в документ не вложено: для него оставлен лист с грифом и заголовком.`,
        en: `The annex “${title}” (${file}) is not put in: a sheet with its mark and title is left for it.`,
      })),
  ];
}
