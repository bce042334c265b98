import { asMap, asTexts } from '../model/raw.ts';
import type { Cell, CellMark, Table } from './document.ts';
import type { Typesetter } from './texts.ts';

interface Degree {
  readonly key: CellMark & ('high' | 'medium' | 'low');
  readonly label: string;
  readonly of: string;
}

/** From the lowest to the highest, in the order of the columns. */
const DEGREES: readonly Degree[] = [
  { key: 'low', label: 'Низкая', of: 'Низкая значимость' },
  { key: 'medium', label: 'Средняя', of: 'Средняя значимость' },
  { key: 'high', label: 'Высокая', of: 'Высокая значимость' },
];
const GRAVEST_FIRST = [...DEGREES].reverse();

const RISK_WIDTH = 93;
const DEGREE_WIDTH = 24;

/**
 * The risk profile of a school as a table: the gravest risks first, and in the row of each as many cells shaded as it is
 * grave, the last of which names the degree. Undefined when the profile names no risk.
 */
export function riskTable(stated: unknown, heading: string | undefined, set: Typesetter): Table | undefined {
  const raw = asMap(stated);
  const risks = GRAVEST_FIRST.map((degree) => ({ degree, titles: asTexts(raw?.[degree.key]) }));
  const rows = risks.flatMap(({ degree, titles }) =>
    titles.map((title) => ({ kind: 'row' as const, cells: cellsOf(title, degree, set) })),
  );
  if (rows.length === 0) return undefined;
  return {
    kind: 'table',
    caption: heading ?? 'Рисковый профиль',
    description: risks
      .filter(({ titles }) => titles.length > 0)
      .map(({ degree, titles }) => `${degree.of}: ${titles.join('; ')}`)
      .join('\n'),
    columns: [
      { key: 'risk', heading: 'Риск', width: RISK_WIDTH },
      ...DEGREES.map(({ key, label }) => ({
        key,
        heading: label,
        width: DEGREE_WIDTH,
        align: 'center' as const,
      })),
    ],
    rows,
  };
}

function cellsOf(title: string, degree: Degree, set: Typesetter): readonly Cell[] {
  const reached = DEGREES.indexOf(degree);
  return [
    { paragraphs: [set.paragraph('table-text', title)] },
    ...DEGREES.map(
      ({ label }, at): Cell => ({
        paragraphs: at === reached ? [set.paragraph('table-text', label)] : [],
        ...(at <= reached ? { mark: degree.key } : {}),
      }),
    ),
  ];
}
