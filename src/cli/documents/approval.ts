import { type Edit, editText } from '../../edit/splice.ts';
import type { Edition, EditionAct } from '../../history/editions.ts';
import { parseDay, toIso } from '../../meaning/day.ts';
import type { Plan } from '../../model/plan.ts';
import { asMap, asText } from '../../model/raw.ts';
import { UsageError } from '../usage-error.ts';

/** What the command line says of the act that was signed. */
export interface StatedAct {
  readonly number: string | undefined;
  /** ISO. */
  readonly date: string | undefined;
  readonly type: string | undefined;
}

export interface Approval {
  readonly act: Omit<EditionAct, 'day'>;
  /** What goes into the plan, as its keys are called. */
  readonly written: readonly string[];
  /** The text of the plan with it. */
  textOf(text: string): string;
}

/**
 * The act that approves a plan: the first time its own order or mark, later an order that amends it. Throws `UsageError`
 * for what the plan and the command line do not say, or say differently.
 */
export function approvalOf(plan: Plan, editions: readonly Edition[], stated: StatedAct): Approval {
  const raw = asMap(plan.source.order);
  if (editions.length > 0) return amendment(plan, editions, stated);
  const mark = asMap(plan.source['approved-by']);
  if (!raw && (mark || plan.source.stamp !== undefined)) return byMark(plan, stated);
  const number = agreed('--number', asText(raw?.number), stated.number);
  const date = agreed('--date', isoOf(asText(raw?.date)), stated.date);
  const type = agreed('--type', asText(raw?.type), stated.type) ?? 'приказ';
  if (number === undefined) throw missing('--number', 'номер приказа', 'the number of the order');
  if (date === undefined) throw missing('--date', 'дата приказа', 'the date of the order');
  const subject = asText(raw?.subject);
  const edits: Edit[] = raw
    ? [
        ...(asText(raw.type) === undefined && stated.type !== undefined ? [set('type', type)] : []),
        ...(asText(raw.number) === undefined ? [set('number', number)] : []),
        ...(asText(raw.date) === undefined ? [set('date', date)] : []),
      ]
    : [{ op: 'set', route: ['order'], value: { type, number, date } }];
  return approval({ type, number, date, ...(subject === undefined ? {} : { subject }) }, edits);
}

const set = (key: string, value: string): Edit => ({ op: 'set', route: ['order', key], value });

const approval = (act: Omit<EditionAct, 'day'>, edits: readonly Edit[]): Approval => ({
  act,
  written: edits.map(({ route }) => route.join('.')),
  textOf: (text) => (edits.length === 0 ? text : editText(text, edits)),
});

/** «УТВЕРЖДАЮ», or the stamp of an imported document: its date, no order of the plan. */
function byMark(plan: Plan, stated: StatedAct): Approval {
  const key = plan.source['approved-by'] === undefined ? 'stamp' : 'approved-by';
  const mark = asMap(plan.source[key]);
  if (stated.number !== undefined && key === 'approved-by') {
    throw new UsageError(
      {
        ru: '--number: план утверждён грифом (approved-by), номера у него нет.',
        en: '--number: a mark approves the plan (`approved-by`), it has no number.',
      },
      { ru: 'Достаточно даты: --date 01.09.2022', en: 'The date is enough: --date 2022-09-01' },
    );
  }
  const number = key === 'stamp' ? agreed('--number', asText(mark?.number), stated.number) : undefined;
  const date = agreed('--date', isoOf(asText(mark?.date)), stated.date);
  if (date === undefined) throw missing('--date', 'дата утверждения', 'the date of the approval');
  const edits: Edit[] = [
    ...(number !== undefined && asText(mark?.number) === undefined
      ? [{ op: 'set', route: [key, 'number'], value: number } as Edit]
      : []),
    ...(asText(mark?.date) === undefined ? [{ op: 'set', route: [key, 'date'], value: date } as Edit] : []),
  ];
  return approval({ ...(number === undefined ? {} : { number }), date }, edits);
}

/** An order that amends an approved plan; its number and date are stated each time. */
function amendment(plan: Plan, editions: readonly Edition[], stated: StatedAct): Approval {
  const { number, date } = stated;
  const last = editions.at(-1) as Edition;
  const isByMark = last.act.number === undefined;
  if (number === undefined && !isByMark)
    throw missing('--number', 'номер приказа о внесении изменений', 'the number of the amending order');
  if (date === undefined)
    throw missing('--date', 'дата приказа о внесении изменений', 'the date of the amending order');
  const day = parseDay(date);
  if (last.act.day !== undefined && day !== undefined && day < last.act.day) {
    throw new UsageError({
      ru: `--date: ${date} раньше последней редакции (${toIso(last.act.day)}).`,
      en: `--date: ${date} is before the last edition (${toIso(last.act.day)}).`,
    });
  }
  const own = asText(asMap(plan.source.order)?.type);
  const type = stated.type ?? own;
  const act = { ...(type === undefined ? {} : { type }), ...(number === undefined ? {} : { number }), date };
  const isWritten = (plan.source.amendments ?? []).some(
    (one) => asText(one.number) === number && isoOf(asText(one.date)) === date,
  );
  const edits: Edit[] = isWritten ? [] : [{ op: 'insert', route: ['amendments'], value: act }];
  return approval(act, edits);
}

const isoOf = (text: string | undefined): string | undefined => {
  const day = text === undefined ? undefined : parseDay(text);
  return day === undefined ? text : toIso(day);
};

/** What the plan and the command line say of one thing; they may not differ. */
function agreed(flag: string, inPlan: string | undefined, stated: string | undefined): string | undefined {
  if (inPlan !== undefined && stated !== undefined && inPlan !== stated) {
    throw new UsageError(
      {
        ru: `${flag}: «${stated}», а в плане стоит «${inPlan}».`,
        en: `${flag}: “${stated}”, and the plan says “${inPlan}”.`,
      },
      { ru: 'Исправьте то, что неверно.', en: 'Correct the one that is wrong.' },
    );
  }
  return stated ?? inPlan;
}

const missing = (flag: string, ru: string, en: string): UsageError =>
  new UsageError({ ru: `Не указано: ${ru} (${flag}).`, en: `Not stated: ${en} (${flag}).` });
