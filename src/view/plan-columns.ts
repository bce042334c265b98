import type { Plan } from '../model/plan.ts';
import { printedColumns } from '../model/printed.ts';
import type { Column } from './document.ts';
import { type DocumentSettings, textWidth } from './settings.ts';

/** Narrowest column for actions, in millimetres: below it the others give way. */
const LEAST = 60;
const OWN_WIDTH = 40;

/** The columns of a plan's table with their widths: what the others leave of the page is for the actions. */
export function planColumns(plan: Plan, settings: DocumentSettings): readonly Column[] {
  const columns = printedColumns(plan);
  const others = columns
    .filter(({ field }) => field !== 'action')
    .reduce((sum, { field, width }) => sum + (width ?? settings.columnWidths[field] ?? OWN_WIDTH), 0);
  const remaining = Math.max(LEAST, textWidth(settings, 'landscape') - others);
  return columns.map(({ field, heading, width }) => ({
    key: field,
    heading,
    width: width ?? (field === 'action' ? remaining : (settings.columnWidths[field] ?? OWN_WIDTH)),
    ...(field === 'number' ? { align: 'center' as const } : {}),
  }));
}
