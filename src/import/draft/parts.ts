import { MONTH_STEM } from '../../russian/index.ts';
import type { PartFields } from '../../schema/generated/types.ts';

const period = new RegExp(
  `${MONTH_STEM}|\\d\\.\\d{2}(\\.\\d{2,4})?|квартал|полугоди|в течени|ежемесяч|еженедел|ежекварт|ежегод|постоянн|по мере|по отдельн|весь период|учебн\\S* год`,
  'iu',
);

const isPeriod = (line: string): boolean => period.test(line) && line.length <= 80;

/**
 * Sub-events of a row that have dates of their own: the action is an introduction («…:») with lines under it, and there
 * is a line of dates for each of them. Undefined when the counts do not say so beyond doubt.
 */
export function splitParts(
  action: string,
  when: string,
): { action: string; when?: string; parts: PartFields[] } | undefined {
  const actions = action.split('\n');
  const dates = when.split('\n');
  const [head, ...events] = actions;
  if (events.length < 2 || !head!.endsWith(':') || !dates.every(isPeriod)) return undefined;
  const own = dates.length === events.length ? 0 : dates.length === events.length + 1 ? 1 : -1;
  if (own < 0) return undefined;
  return {
    action: head!,
    ...(own === 1 && { when: dates[0]! }),
    parts: events.map((event, index) => ({ action: event, when: dates[index + own]! })),
  };
}

/** Several lines of dates in a cell that could not be told apart: worth a look. */
export const hasSeveralPeriods = (when: string): boolean => {
  const lines = when.split('\n');
  return lines.length > 1 && lines.filter(isPeriod).length > 1;
};
