import { asMap, asTexts } from '../model/raw.ts';
import type { Chart, Tone } from './document.ts';

const DEGREES: readonly { readonly tone: Tone; readonly label: string; readonly of: string }[] = [
  { tone: 'high', label: 'Высокая', of: 'Высокая значимость' },
  { tone: 'medium', label: 'Средняя', of: 'Средняя значимость' },
  { tone: 'low', label: 'Низкая', of: 'Низкая значимость' },
];

/** The risk profile of a school as a chart: a bar for each risk, as long as the risk is grave. Undefined when it names none. */
export function riskChart(stated: unknown, heading: string | undefined): Chart | undefined {
  const raw = asMap(stated);
  const risks = DEGREES.map((degree) => ({ ...degree, titles: asTexts(raw?.[degree.tone]) }));
  const bars = risks.flatMap(({ tone, titles }) => titles.map((label) => ({ label, tone })));
  if (bars.length === 0) return undefined;
  const said = risks
    .filter(({ titles }) => titles.length > 0)
    .map(({ of, titles }) => `${of}: ${titles.join('; ')}`)
    .join('. ');
  return {
    kind: 'chart',
    alt: `Диаграмма «${heading ?? 'Рисковый профиль'}». ${said}.`,
    scale: DEGREES.map(({ tone, label }) => ({ tone, label })).reverse(),
    bars,
  };
}
