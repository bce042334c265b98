const months = 'янв фев мар апр мая июн июл авг сен окт ноя дек'.split(' ');

/** The number of an item that Excel shows as a decimal fraction or a day, and whether that was surely meant. */
export interface SheetNumber {
  readonly number: string;
  readonly sure: boolean;
}

/** «01.10.2025», «1-октября»: 1.10 typed into a cell that Excel took for a day. */
function numberOfDay(text: string): string | undefined {
  const full = /^(\d{1,2})\.(\d{1,2})\.(?:19|20)\d\d$/.exec(text);
  if (full) return `${Number(full[1])}.${Number(full[2])}`;
  const named = /^(\d{1,2})[-.\s]+([а-я]{3,})\.?$/iu.exec(text);
  const month = named ? months.indexOf(named[2]!.slice(0, 3).toLowerCase().replace('май', 'мая')) : -1;
  return named && month >= 0 ? `${Number(named[1])}.${month + 1}` : undefined;
}

/**
 * Reads the number cell of a sheet: «1,1» is 1.1, and 2.1 that follows 2.9 is 2.10, whose nought Excel drops.
 * Undefined when the cell says nothing of the kind.
 */
export function sheetNumber(text: string, before: string): SheetNumber | undefined {
  const day = numberOfDay(text);
  if (day !== undefined) return { number: day, sure: false };
  const fraction = /^(\d{1,3}),(\d{1,4})$/.exec(text);
  if (!fraction) return undefined;
  const last = /^(\d{1,3})\.(\d{1,3})\.?$/.exec(before);
  const next = last && last[1] === fraction[1] ? String(Number(last[2]) + 1) : '';
  if (next.endsWith('0') && next.replace(/0+$/, '') === fraction[2])
    return { number: `${fraction[1]}.${next}`, sure: false };
  return { number: `${fraction[1]}.${fraction[2]}`, sure: true };
}
