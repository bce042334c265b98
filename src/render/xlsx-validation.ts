import { escaped } from '../ooxml/xml.ts';
import type { Control } from '../view/document.ts';
import { printable } from './printable.ts';

/** A place to fill, with the cell it is in: row and column from 1. */
interface PlacedControl {
  readonly control: Control;
  readonly row: number;
  readonly column: number;
}

/** Excel counts days from the end of 1899. */
const EXCEL_EPOCH = 25_569;
/** What Excel holds of a title and of a text. */
const MOST = { title: 32, text: 255 };

/**
 * The checks of what is typed, one for each kind of place; empty without places. A text is only explained.
 *
 * @param nameOf the letters of a column
 */
export function validationsXml(
  controls: readonly PlacedControl[],
  nameOf: (column: number) => string,
): string {
  const byControl = new Map<string, { control: Control; places: PlacedControl[] }>();
  for (const placed of controls) {
    const key = JSON.stringify(placed.control);
    const known = byControl.get(key);
    if (known) known.places.push(placed);
    else byControl.set(key, { control: placed.control, places: [placed] });
  }
  if (byControl.size === 0) return '';
  const checks = [...byControl.values()].map(({ control, places }) =>
    validationXml(control, rangesOf(places, nameOf)),
  );
  return `<dataValidations count="${checks.length}">${checks.join('')}</dataValidations>`;
}

function validationXml({ title, prompt, error, ...control }: Control, ranges: string): string {
  const [type, formulas] = checkOf(control);
  const texts = [
    ['errorTitle', title, MOST.title],
    ['error', error, MOST.text],
    ['promptTitle', title, MOST.title],
    ['prompt', prompt, MOST.text],
  ] as const;
  const attributes = texts.map(
    ([name, text, most]) => ` ${name}="${escaped(printable(text).slice(0, most))}"`,
  );
  return `<dataValidation ${type} allowBlank="1" showInputMessage="1" showErrorMessage="1"${attributes.join('')} sqref="${ranges}">${formulas}</dataValidation>`;
}

function checkOf({
  kind,
  choices = [],
  days,
}: Omit<Control, 'title' | 'prompt' | 'error'>): readonly [string, string] {
  switch (kind) {
    case 'choice':
      return ['type="list"', `<formula1>"${escaped(choices.join(','))}"</formula1>`];
    case 'date': {
      const [from, to] = days ? [days.from, days.to] : [0, 73_000];
      return [
        'type="date" operator="between"',
        `<formula1>${from + EXCEL_EPOCH}</formula1><formula2>${to + EXCEL_EPOCH}</formula2>`,
      ];
    }
    case 'number':
      return ['type="decimal" operator="greaterThanOrEqual"', '<formula1>0</formula1>'];
    default:
      return ['type="none"', ''];
  }
}

/** Cells below each other as one range. */
function rangesOf(places: readonly PlacedControl[], nameOf: (column: number) => string): string {
  const sorted = [...places].sort((a, b) => a.column - b.column || a.row - b.row);
  const ranges: { column: number; from: number; to: number }[] = [];
  for (const { row, column } of sorted) {
    const last = ranges.at(-1);
    if (last?.column === column && last.to === row - 1) last.to = row;
    else ranges.push({ column, from: row, to: row });
  }
  return ranges
    .map(({ column, from, to }) => {
      const name = nameOf(column);
      return from === to ? `${name}${from}` : `${name}${from}:${name}${to}`;
    })
    .join(' ');
}
