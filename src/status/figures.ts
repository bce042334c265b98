import type { Bilingual } from '../finding/text.ts';
import type { IndicatorStatus } from './evaluate-item.ts';

/** Whether the figures of an indicator are percents. */
export function hasPercents({ meaning }: IndicatorStatus): boolean {
  if (meaning?.kind === 'staged') return meaning.of !== null || meaning.unit === null;
  return meaning?.kind === 'percent';
}

/** A figure of an indicator as people of the language write it: «56,9 %». */
export function figureWords(figure: number, share: boolean): Bilingual {
  const sign = share ? '\u00a0%' : '';
  const text = String(figure);
  return { ru: `${text.replace('.', ',')}${sign}`, en: `${text}${sign}` };
}
