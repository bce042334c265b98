import type { PlanPeriod } from '../../meaning/period.ts';
import { isReading, parse } from './parse.ts';
import { areStages } from './stages.ts';
import { readStatement } from './statement.ts';
import type { Token } from './tokens.ts';

/** «2022 год – 3 школы; 2023 год – 5 школ»: how many statements from `at` on are stages of one target, each dated. */
export function stageRun(statements: readonly (readonly Token[])[], at: number, period: PlanPeriod): number {
  if (statements.length - at < 2) return 0;
  let end = at;
  for (; end < statements.length; end++) {
    const parsed = parse(statements[end]!, period);
    if (isReading(parsed) || parsed.quantities.length !== 1 || parsed.times.length !== 1) break;
  }
  if (end - at < 2 || !countOneThing(statements.slice(at, end), period)) return 0;
  const together = parse(statements.slice(at, end).flat(), period);
  return !isReading(together) && areStages(together.quantities, together.times) ? end - at : 0;
}

/** «5 семинаров; 10 консультаций» of one year are two targets: stages count one thing, and name it at least once. */
function countOneThing(statements: readonly (readonly Token[])[], period: PlanPeriod): boolean {
  const meanings = statements.flatMap((statement) => {
    const read = readStatement(statement, period);
    return read.understood ? [read.meaning] : [];
  });
  const named = new Set(meanings.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  // «Количество участников: 2022 г. – 50 чел.; 2023 г. – 70 чел.»
  const units = named.size > 1 ? new Set([...named].filter((unit) => unit !== 'человек')) : named;
  // «2022 – 50 %; 2023 – 70 %»: shares of what the item is about.
  const shares = meanings.length === statements.length && meanings.every(({ kind }) => kind === 'percent');
  return units.size === 1 || (units.size === 0 && shares);
}
