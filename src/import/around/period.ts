import type { PlanDocument } from '../../schema/generated/types.ts';
import { withoutDates } from './dates.ts';

const century = (first: string, second: string): number =>
  second.length === 2 ? Number(first.slice(0, 2) + second) : Number(second);

/** The period that a title (or an order) states: «в 2021 году», «на 2021-2022 учебный год», «на 2021–2023 годы». */
export function readPlanPeriod(stated: string): PlanDocument['period'] | undefined {
  // «приказа от 31 мая 2021 г. № 287»: the day of a document says nothing of the plan.
  const text = withoutDates(stated);
  const span = /(20\d\d)\s*(?:год[аы]?\s*)?[-–—/]\s*(20\d\d|\d\d)(?!\d)/u.exec(text);
  if (span) {
    const from = Number(span[1]);
    const to = century(span[1]!, span[2]!);
    const after = text.slice(span.index + span[0].length, span.index + span[0].length + 20);
    if (/^\s*(учеб|уч\.)/iu.test(after) && to === from + 1) return `${from}/${String(to).slice(2)}`;
    if (to > from && to - from <= 15) return { from: `${from}-01-01`, to: `${to}-12-31` };
    if (to === from) return from;
  }
  const years = new Set(
    [...text.matchAll(/(?<![\d.])(20\d\d)\s*(?:г(?:од[ау]?|оды?)?\.?)(?!\p{L})/gu)].map((match) =>
      Number(match[1]),
    ),
  );
  return years.size === 1 ? [...years][0] : undefined;
}
