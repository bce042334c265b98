import type { Item } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import { wordsAlone } from '../status/known-facts.ts';
import { type AnswerRow, placeIn } from './answer-document.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import { type AnswerSheet, cellAt } from './answer-sheet.ts';
import { headingOf } from './headings.ts';

/** What was typed over the columns that say what is asked. */
export function lockedFindings(sheet: AnswerSheet, row: AnswerRow, item: Item): readonly AnswerFinding[] {
  if (sheet.kind === 'plan') return [];
  return sheet.columns.flatMap(({ key, column }) => {
    const cell = cellAt(row, column);
    const printed =
      key === 'number'
        ? item.number
        : key === 'action'
          ? item.action
          : key === 'when'
            ? item.when?.text
            : undefined;
    // Only the first line of an item has its action and its срок.
    if (printed === undefined || !cell || cell.text === '') return [];
    const words = wordsAlone(cell.text);
    if ([printed, referenceTo(item)].some((text) => words === wordsAlone(text))) return [];
    // Below the срок stands where it was moved to.
    if (key === 'when' && words.startsWith(wordsAlone(printed))) return [];
    const place = placeIn(sheet.table, row.number, cell.column);
    const details = { heading: headingOf(key), was: printed };
    return [finding('locked-changed', place, details, { text: cell.text })];
  });
}
