import { plural } from '../finding/plural.ts';
import { type Day, toIso } from '../meaning/day.ts';
import type { Fact } from '../model/workspace.ts';
import type { PlanStage } from '../status/choose-items.ts';
import type { IndicatorStatus, ItemStatus } from '../status/evaluate-item.ts';
import { figureWords, hasPercents } from '../status/figures.ts';
import { ITEM_STATE_WORDS } from '../status/state-words.ts';

/** «15.06.2022». */
export const dotted = (day: Day): string => toIso(day).split('-').reverse().join('.');

interface ResultContext {
  readonly asOf: Day;
  /** Facts of earlier stages are left to their own reports. */
  readonly stage: PlanStage | undefined;
}

const DONE: ReadonlySet<ItemStatus['state']> = new Set(['done', 'done-late']);

/** What came of an item, line by line: what people wrote, else the figures and documents; then what is still open. */
export function resultLines(status: ItemStatus, { stage }: ResultContext): readonly string[] {
  const works = status.facts.filter((fact) => fact.rescheduled === undefined);
  const own = works.filter((fact) => stage?.from == null || fact.to === undefined || fact.to >= stage.from);
  const facts = own.length > 0 ? own : works;
  const written = facts.flatMap((fact) => (fact.result === undefined ? [] : fact.result.split(/\n+/)));
  const lines =
    written.length > 0 ? written : facts.flatMap((fact) => factLine(fact, DONE.has(status.state)));
  return [...lines, ...openLines(status, written.length > 0)];
}

/** A file by the name that its author gave it, without folders and extension; a link or a reference as it is. */
function titleOf(evidence: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(evidence) || /№|\sот\s/.test(evidence)) return evidence;
  const name = /([^/\\]+)\.[a-zа-я0-9]{2,5}$/i.exec(evidence)?.[1];
  return name === undefined ? evidence : name.replaceAll('_', ' ');
}

/** That the item is done comes once, at its end. */
function factLine(fact: Fact, isDone: boolean): string[] {
  const when = fact.to === undefined ? '' : dotted(fact.to);
  const what = [
    fact.count === undefined ? '' : `${fact.count}`,
    fact.value === undefined ? '' : fact.of === undefined ? `${fact.value}` : `${fact.value} из ${fact.of}`,
    fact.done && !isDone ? 'исполнено' : '',
    fact.evidence.length > 0 ? `подтверждение: ${fact.evidence.map(titleOf).join('; ')}` : '',
  ].filter((part) => part !== '');
  if (what.length === 0) return isDone || when === '' ? [] : [when];
  return [when === '' ? what.join(', ') : `${when} — ${what.join(', ')}`];
}

/** «Done» needs no words where a result is written; every other state is printed. */
function openLines(status: ItemStatus, hasResult: boolean): readonly string[] {
  const lines: string[] = [];
  const moved = status.rescheduled;
  if (moved) {
    const basis = moved.basis === undefined ? 'основание не указано' : moved.basis;
    lines.push(`Срок перенесён на ${dotted(moved.to)} (${basis}).`);
  }
  if (DONE.has(status.state)) {
    const when = status.doneOn === undefined ? '' : ` ${dotted(status.doneOn)}`;
    const late = status.state === 'done-late' ? ', с нарушением срока' : '';
    if (late !== '' || !hasResult) lines.push(`Исполнено${when}${late}.`);
    return lines;
  }
  lines.push(...status.indicators.flatMap(unmetLine), `${capital(stateText(status))}.`);
  return lines;
}

/** «просрочено на 5 дней (срок 31.05.2022)». */
export function stateText({ state, daysOverdue, deadline }: ItemStatus): string {
  const word = ITEM_STATE_WORDS[state].ru;
  if (state !== 'overdue' || daysOverdue === undefined || deadline === null) return word;
  return `${word} на ${daysOverdue} ${plural(daysOverdue, ['день', 'дня', 'дней'])} (срок ${dotted(deadline)})`;
}

function unmetLine(indicator: IndicatorStatus): string[] {
  const { state, stated, actual, expected } = indicator;
  if (state !== 'unmet' && state !== 'partly') return [];
  const words = (figure: number): string => figureWords(figure, hasPercents(indicator)).ru;
  const figures =
    actual === undefined || expected === undefined ? '' : `: ${words(actual)} при нужных ${words(expected)}`;
  return [`Показатель «${stated.text}» не достигнут${figures}.`];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
