import type { Plan } from '../model/plan.ts';
import { asList, asMap, asText } from '../model/raw.ts';
import { BLANK_DATE, writtenDate, writtenNumber } from './date-words.ts';
import type { Block, Paragraph } from './document.ts';
import { issuerOf } from './issuer.ts';
import { actTypeName, orderType } from './order-type.ts';
import { approvedForm } from './participle.ts';
import type { DocumentSettings } from './settings.ts';
import {
  type Acceptance,
  type Approver,
  acceptancesOf,
  approverOf,
  isDraft,
  orderOf,
  type StatedOrder,
} from './stated-order.ts';
import type { Typesetter } from './texts.ts';

/** What the marks say of the act that approved an annex; one source for all marks of a document. */
interface Act {
  readonly instrumental: string;
  readonly dative: string;
  readonly genitive?: string;
  readonly requisites: string;
}

/**
 * The marks above a plan: «УТВЕРЖДАЮ» where a person approves it, else the mark of the order, with «ПРИНЯТО» and
 * «СОГЛАСОВАНО» beside it. A stamp that the plan states is printed as stated; what it leaves out is the order's.
 */
export function planMarks(plan: Plan, settings: DocumentSettings, set: Typesetter): readonly Block[] {
  const accepted = acceptancesOf(plan).flatMap((one) => acceptanceMark(one, settings, set));
  const agreed = asList(plan.source.agreed).flatMap((value) => {
    const person = approverOf(value);
    return person ? personMark('СОГЛАСОВАНО', person, settings, set) : [];
  });
  const right = [...approval(plan, settings, set), ...amended(plan, settings, set)];
  const draft: Block[] = isDraft(plan) && !orderOf(plan) ? [set.paragraph('draft', 'ПРОЕКТ')] : [];
  return [...draft, { kind: 'marks', left: [...accepted, ...agreed], right }];
}

function approval(plan: Plan, settings: DocumentSettings, set: Typesetter): readonly Paragraph[] {
  const order = orderOf(plan);
  const approver = approverOf(plan.source['approved-by']);
  if (approver && !order) return personMark('УТВЕРЖДАЮ', approver, settings, set);
  const act = actOf(plan, settings);
  const numbered = (order?.annexes.length ?? 0) > 0 ? '1' : undefined;
  const stated = asText(asMap(plan.source.stamp)?.form)?.toLowerCase();
  const form = stated?.startsWith('утвержд') ? stated.toUpperCase() : approvedForm(plan.title);
  // Where the participle is not certain, the other mark says the same without one.
  if (settings.annexMark === 'annex' || stated?.startsWith('прилож') || form === undefined)
    return annexMark(act, numbered, set);
  const body = act.genitive === undefined ? act.instrumental : `${act.instrumental} ${act.genitive}`;
  return [
    ...(numbered ? [mark(`Приложение № ${numbered}`, set)] : []),
    ...[form, body, act.requisites].map((line) => mark(line, set)),
  ];
}

/**
 * «(в редакции приказа от 2 июня 2022 г. № 77)»: the acts that made the text what it is, those of a kind together. A
 * plan approved by a mark may have been amended by marks, which have no number.
 */
function amended(plan: Plan, settings: DocumentSettings, set: Typesetter): readonly Paragraph[] {
  const own = actTypeName(orderOf(plan)?.type);
  const runs: { type: ReturnType<typeof actTypeName>; acts: string[] }[] = [];
  for (const value of asList(plan.source.amendments)) {
    const raw = asMap(value);
    const [date, number] = [asText(raw?.date), asText(raw?.number)];
    if (date === undefined) continue;
    const stated = asText(raw?.type);
    const type = stated === undefined ? own : actTypeName(stated);
    const written = `от ${writtenDate(date, settings)}`;
    const act = number === undefined ? written : `${written} ${writtenNumber(number)}`;
    const last = runs.at(-1);
    if (last?.type === type) last.acts.push(act);
    else runs.push({ type, acts: [act] });
  }
  if (runs.length === 0) return [];
  const words = runs.map(({ type, acts }) => {
    const { genitive, genitivePlural } = orderType(type);
    return `${acts.length === 1 ? genitive : genitivePlural} ${acts.join(', ')}`;
  });
  return [mark(`(в редакции ${words.join(', ')})`, set)];
}

/** «Приложение № 2 / к приказу … / от … № …» for a further annex of the plan's order. */
export function furtherMark(plan: Plan, number: number, settings: DocumentSettings, set: Typesetter): Block {
  return { kind: 'marks', left: [], right: annexMark(actOf(plan, settings), String(number), set) };
}

/** «Приложение / к приказу … / от … № …» for the annex of an order that has neither number nor date yet. */
export function draftMark(order: StatedOrder, set: Typesetter): Block {
  const { instrumental, dative } = orderType(order.type);
  const genitive = order.issuer?.genitive;
  const requisites = `от ${BLANK_DATE} ${writtenNumber(undefined)}`;
  const act: Act = { instrumental, dative, ...(genitive === undefined ? {} : { genitive }), requisites };
  // The mark of the act that approved the plan follows below.
  return { kind: 'marks', left: [], right: [...annexMark(act, undefined, set), mark('', set)] };
}

function annexMark(act: Act, number: string | undefined, set: Typesetter): readonly Paragraph[] {
  const body = act.genitive === undefined ? act.dative : `${act.dative} ${act.genitive}`;
  const first = number === undefined ? 'Приложение' : `Приложение № ${number}`;
  return [first, `к ${body}`, act.requisites].map((line) => mark(line, set));
}

/**
 * The act that a mark names. An imported stamp may name another act than the order (see `stamp-mismatch`): then
 * nothing of the order is lent to it, its body least of all.
 */
function actOf(plan: Plan, settings: DocumentSettings): Act {
  const order = orderOf(plan);
  const stamp = asMap(plan.source.stamp);
  const stated = {
    issuer: asText(stamp?.issuer),
    number: asText(stamp?.number),
    date: asText(stamp?.date),
  };
  const agrees = (key: 'number' | 'date'): boolean =>
    stated[key] === undefined || order?.[key] === undefined || stated[key] === order[key];
  const lender = agrees('number') && agrees('date') ? order : undefined;
  const type = orderType(actTypeName(asText(stamp?.type) ?? order?.type));
  const genitive = stated.issuer === undefined ? lender?.issuer?.genitive : inGenitive(stated.issuer);
  const date = stated.date ?? lender?.date;
  const number = stated.number ?? lender?.number;
  const written = date === undefined ? BLANK_DATE : writtenDate(date, settings);
  return {
    instrumental: type.instrumental,
    dative: type.dative,
    ...(genitive === undefined ? {} : { genitive }),
    requisites: `от ${written} ${writtenNumber(number)}`,
  };
}

/** The body of a stamp is in the genitive, as on the mark; one stated in the nominative is declined. */
const inGenitive = (issuer: string): string => issuerOf(issuer)?.genitive ?? issuer;

function personMark(
  word: string,
  { position, name, date, document }: Approver,
  settings: DocumentSettings,
  set: Typesetter,
): readonly Paragraph[] {
  const written = date === undefined ? BLANK_DATE : writtenDate(date, settings);
  const lines = [
    word,
    ...(position === undefined ? [] : [position]),
    name === undefined ? '______________' : `______________ ${name}`,
    ...(document === undefined ? [written] : [`${document} от ${written}`]),
  ];
  return lines.map((line) => mark(line, set));
}

/** «ПРИНЯТО / педагогический совет / протокол № 1 от 30.08.2021». */
function acceptanceMark(
  { form = 'принято', body, position, name, document, date }: Acceptance,
  settings: DocumentSettings,
  set: Typesetter,
): readonly Paragraph[] {
  const written = date === undefined ? BLANK_DATE : writtenDate(date, settings);
  const lines = [
    form.toUpperCase(),
    ...(body === undefined ? [] : [body]),
    ...(position === undefined ? [] : [position]),
    ...(name === undefined ? [] : [`______________ ${name}`]),
    document === undefined ? written : `${document} от ${written}`,
  ];
  return lines.map((line) => mark(line, set));
}

function mark(line: string, set: Typesetter): Paragraph {
  return set.paragraph('approval-mark', line);
}
