import type { Item } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import { wordsAlone } from '../status/known-facts.ts';
import { type AnswerRow, placeIn } from './answer-document.ts';
import { FORM_COLUMNS } from './answer-fields.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import { type AnswerSheet, cellAt } from './answer-sheet.ts';
import { type ColumnKey, headingOf } from './headings.ts';
import { isPrinted } from './identity.ts';
import { keyIn } from './recognise.ts';

/**
 * What was typed over the words of a form. The key of a row tells what each column said when the form was made; where it is
 * gone, or of a form that is older than that, number, activity and term are compared with the item, and what was known then
 * is not judged.
 */
export function lockedFindings(sheet: AnswerSheet, row: AnswerRow, item: Item): readonly AnswerFinding[] {
  if (sheet.kind === 'plan') return [];
  const key = keyIn(sheet, row);
  return sheet.columns.flatMap(({ key: name, column }) => {
    const cell = cellAt(row, column);
    if (!cell || cell.text === '' || cell.column !== column) return [];
    const at = FORM_COLUMNS.findIndex((one) => one.key === name);
    if (at < 0 && (name !== 'key' || key)) return [];
    const words = stated(item, name);
    const isKept = key && at >= 0 ? isPrinted(cell.text, key, at) : undefined;
    if (isKept || (at >= 0 && isTextOf(item, name, cell.text, isKept === undefined))) return [];
    const details = { heading: headingOf(name), ...(words === undefined ? {} : { was: words }) };
    const place = placeIn(sheet.table, row.number, column);
    return [finding('locked-changed', place, details, { text: cell.text })];
  });
}

/** What the item has in a column, where it is the item that says it. */
function stated({ number, action, when }: Item, key: ColumnKey): string | undefined {
  if (key === 'number') return number;
  if (key === 'action') return action;
  return key === 'when' ? when?.text : undefined;
}

/** Whether a cell repeats the item; `isGuess`: nothing tells what else the form may have said. */
function isTextOf(item: Item, key: ColumnKey, text: string, isGuess: boolean): boolean {
  const printed = stated(item, key);
  if (printed === undefined) return isGuess;
  const words = wordsAlone(text);
  if ([printed, referenceTo(item)].some((one) => words === wordsAlone(one))) return true;
  return isGuess && key === 'when' && words.replace(MOVED, '') === wordsAlone(printed);
}

/** Below the term a form says where it was moved to. */
const MOVED = / перенесен на \d{1,2} [а-я]+ \d{4} г$/;
