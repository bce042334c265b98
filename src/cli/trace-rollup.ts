import type { Language } from '../finding/text.ts';
import { oneLine } from '../report/safe-text.ts';
import type { RollUp } from '../trace/rollup.ts';
import { shortened, shortNameOf } from './trace-words.ts';

/** Sums that fall short of what the region lays on its municipalities, and by how much. */
export function shortfalls(sums: readonly RollUp[]): RollUp[] {
  return sums.filter(({ pledges, enough }) => pledges.length > 1 && enough < pledges.length);
}

/** «3.1.3 «Не менее двух встреч в месяц»: обещано 5 из 6, недостаёт 1 — Заречный» */
export function rollUpLine(sum: RollUp, language: Language, width: number): string {
  const { pledges, enough } = sum;
  const short = pledges.filter((pledge) => pledge.enough === false).map(({ plan }) => shortNameOf(plan));
  const unknown = pledges.filter((pledge) => pledge.enough === null).length;
  const head = `${oneLine(sum.obligation.number)} «${shortened(sum.indicator.text, 50)}»: `;
  const said = language === 'ru' ? inRussian(sum) : inEnglish(sum);
  const cannot =
    unknown === 0 ? [] : [language === 'ru' ? `не сравнить у ${unknown}` : `incomparable: ${unknown}`];
  const whose = short.length === 0 ? '' : ` — ${short.join(', ')}`;
  const all = language === 'ru' ? `${enough} из ${pledges.length}` : `${enough} of ${pledges.length}`;
  const kept = language === 'ru' ? `не меньше порученного у ${all}` : `enough: ${all}`;
  return shortened(`${head}${[...said, kept, ...cannot].join(', ')}${whose}`, width);
}

function inRussian({ kind, promised, total, shortfall }: RollUp): string[] {
  if (kind !== 'sum') return [];
  const lack = shortfall ? [`недостаёт ${shortfall}`] : [];
  return [`обещано ${promised} при порученных ${total}`, ...lack];
}

function inEnglish({ kind, promised, total, shortfall }: RollUp): string[] {
  if (kind !== 'sum') return [];
  return [`promised ${promised}, asked ${total}`, ...(shortfall ? [`short by ${shortfall}`] : [])];
}
