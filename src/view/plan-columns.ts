import { COLUMN_HEADINGS, columnFields } from '../fields/item-fields.ts';
import type { Plan } from '../model/plan.ts';
import { asList, asMap, asNumber, asText } from '../model/raw.ts';
import type { Column } from './document.ts';
import { rawOf } from './raw-node.ts';
import { type DocumentSettings, textWidth } from './settings.ts';

const keys = (areUsual: boolean) =>
  columnFields.filter(({ column }) => column.isUsual === areUsual).map(({ key }) => key);
const USUAL = keys(true);
const OCCASIONAL = keys(false);

/** Narrowest column for actions, in millimetres: below it the others give way. */
const LEAST = 60;
const OWN_WIDTH = 40;

/**
 * The columns of a plan's table: as the plan orders them, else the five usual ones and those of the others that some
 * item fills. What the plan fills but its own columns leave out is not printed, as the author wants it.
 */
export function planColumns(plan: Plan, settings: DocumentSettings): readonly Column[] {
  const stated = asList(plan.source.columns).flatMap((value) => {
    const raw = asMap(value);
    const field = asText(raw?.field);
    if (!raw || field === undefined) return [];
    return [{ field, heading: asText(raw.heading), width: asNumber(raw.width) }];
  });
  const columns =
    stated.length > 0
      ? stated
      : filledFields(plan).map((field) => ({ field, heading: undefined, width: undefined }));
  const others = columns
    .filter(({ field }) => field !== 'action')
    .reduce((sum, { field, width }) => sum + (width ?? settings.columnWidths[field] ?? OWN_WIDTH), 0);
  const remaining = Math.max(LEAST, textWidth(settings, 'landscape') - others);
  return columns.map(({ field, heading, width }) => ({
    key: field,
    heading: heading ?? COLUMN_HEADINGS[field] ?? field.replace(/^extra\./, ''),
    width: width ?? (field === 'action' ? remaining : (settings.columnWidths[field] ?? OWN_WIDTH)),
    ...(field === 'number' ? { align: 'center' as const } : {}),
  }));
}

function filledFields(plan: Plan): readonly string[] {
  const filled = new Set<string>();
  for (const item of plan.items) {
    for (const holder of [item, ...item.parts]) {
      const raw = rawOf(plan, holder.route);
      for (const field of OCCASIONAL) if (raw?.[field] !== undefined) filled.add(field);
      for (const name of Object.keys(asMap(raw?.extra) ?? {})) filled.add(`extra.${name}`);
    }
  }
  const own = [...filled].filter((field) => field.startsWith('extra.'));
  return [...USUAL, ...OCCASIONAL.filter((field) => filled.has(field)), ...own];
}
