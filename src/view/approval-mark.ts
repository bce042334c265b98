import type { Plan } from '../model/plan.ts';
import { asList, asMap, asText } from '../model/raw.ts';
import { BLANK_DATE, writtenDate, writtenNumber } from './date-words.ts';
import type { Block, Paragraph } from './document.ts';
import { issuerOf } from './issuer.ts';
import { orderType, orderTypeName } from './order-type.ts';
import { approvedForm } from './participle.ts';
import type { DocumentSettings } from './settings.ts';
import { isDraft, orderOf, type Person, personOf } from './stated-order.ts';
import type { Typesetter } from './texts.ts';

/** What the marks say of the act that approved an annex; one source for all marks of a document. */
interface Act {
  readonly instrumental: string;
  readonly dative: string;
  readonly genitive?: string;
  readonly requisites: string;
}

/**
 * The marks above a plan: «УТВЕРЖДАЮ» where a person approves it, else the mark of the order, with «СОГЛАСОВАНО»
 * beside it. Date and number are the order's own; those of an imported stamp serve only where there is no order.
 */
export function planMarks(plan: Plan, settings: DocumentSettings, set: Typesetter): readonly Block[] {
  const agreed = asList(plan.source.agreed).flatMap((value) => personOf(value) ?? []);
  const left = agreed.flatMap((person) => personMark('СОГЛАСОВАНО', person, settings, set));
  const right = approval(plan, settings, set);
  const draft: Block[] = isDraft(plan) && !orderOf(plan) ? [set.paragraph('draft', 'ПРОЕКТ')] : [];
  return [...draft, { kind: 'marks', left, right }];
}

function approval(plan: Plan, settings: DocumentSettings, set: Typesetter): readonly Paragraph[] {
  const order = orderOf(plan);
  const approver = personOf(plan.source['approved-by']);
  if (approver && !order) return personMark('УТВЕРЖДАЮ', approver, settings, set);
  const act = actOf(plan, settings);
  const numbered = (order?.annexes.length ?? 0) > 0 ? '1' : undefined;
  const form = approvedForm(plan.title);
  const stated = asText(asMap(plan.source.stamp)?.form)?.toLowerCase().startsWith('прилож');
  // Where the participle is not certain, the other mark says the same without one.
  if (settings.annexMark === 'annex' || stated || form === undefined) return annexMark(act, numbered, set);
  const body = act.genitive === undefined ? act.instrumental : `${act.instrumental} ${act.genitive}`;
  return [
    ...(numbered ? [mark(`Приложение № ${numbered}`, set)] : []),
    ...[form, body, act.requisites].map((line) => mark(line, set)),
  ];
}

/** «Приложение № 2 / к приказу … / от … № …» for a further annex of the plan's order. */
export function furtherMark(plan: Plan, number: number, settings: DocumentSettings, set: Typesetter): Block {
  return { kind: 'marks', left: [], right: annexMark(actOf(plan, settings), String(number), set) };
}

function annexMark(act: Act, number: string | undefined, set: Typesetter): readonly Paragraph[] {
  const body = act.genitive === undefined ? act.dative : `${act.dative} ${act.genitive}`;
  const first = number === undefined ? 'Приложение' : `Приложение № ${number}`;
  return [first, `к ${body}`, act.requisites].map((line) => mark(line, set));
}

function actOf(plan: Plan, settings: DocumentSettings): Act {
  const order = orderOf(plan);
  const stamp = order ? undefined : asMap(plan.source.stamp);
  const type = orderType(order?.type ?? orderTypeName(asText(stamp?.type)));
  const genitive = (order?.issuer ?? issuerOf(stamp?.issuer))?.genitive;
  const date = order ? order.date : asText(stamp?.date);
  const number = order ? order.number : asText(stamp?.number);
  const written = date === undefined ? BLANK_DATE : writtenDate(date, settings);
  return {
    instrumental: type.instrumental,
    dative: type.dative,
    ...(genitive === undefined ? {} : { genitive }),
    requisites: `от ${written} ${writtenNumber(number)}`,
  };
}

function personMark(
  word: string,
  person: Person,
  settings: DocumentSettings,
  set: Typesetter,
): readonly Paragraph[] {
  const lines = [
    word,
    ...(person.position === undefined ? [] : [person.position]),
    `______________ ${person.name}`,
    person.date === undefined ? BLANK_DATE : writtenDate(person.date, settings),
  ];
  return lines.map((line) => mark(line, set));
}

function mark(line: string, set: Typesetter): Paragraph {
  return set.paragraph('approval-mark', line);
}
