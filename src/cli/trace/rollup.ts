import type { Language } from '../../finding/text.ts';
import { referenceTo } from '../../model/section-identity.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { RollUp } from '../../trace/rollup.ts';
import { shortened, shortNameOf } from '../terminal/trace-words.ts';

/** Municipalities named in one line. */
const NAMED = 5;

/** What falls short of what the region lays on its municipalities together. */
export function shortfalls(sums: readonly RollUp[]): RollUp[] {
  return sums.filter(({ pledges }) => pledges.length > 1 && pledges.some(({ enough }) => enough === false));
}

/** «3.1.3 «Не менее двух встреч в месяц»: обещано 5 при порученных 6, недостаёт 1 — Заречный» */
export function rollUpLine(sum: RollUp, language: Language): string {
  const { pledges, kind, promised, total, shortfall } = sum;
  const ru = language === 'ru';
  const short = pledges.filter(({ enough }) => enough === false).map(({ plan }) => shortNameOf(plan));
  const unknown = pledges.filter(({ enough }) => enough === null).length;
  const figures = [
    ...(kind === 'sum'
      ? [ru ? `обещано ${promised} при порученных ${total}` : `promised ${promised}, asked ${total}`]
      : []),
    ...(shortfall ? [ru ? `недостаёт ${shortfall}` : `short by ${shortfall}`] : []),
    ...(unknown > 0 ? [ru ? `не сравнить у ${unknown}` : `incomparable: ${unknown}`] : []),
    ru
      ? `меньше порученного у ${short.length} из ${pledges.length}`
      : `too little: ${short.length} of ${pledges.length}`,
  ];
  const more = short.length - NAMED;
  const others = more > 0 ? (ru ? ` и ещё ${more}` : ` and ${more} more`) : '';
  return `${oneLine(referenceTo(sum.obligation))} «${shortened(sum.indicator.text, 60)}»: ${figures.join(', ')} — ${short.slice(0, NAMED).join(', ')}${others}`;
}
