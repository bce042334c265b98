/** Numbers of items, and of what is in their place. */

/**
 * The number of an item, without what people write around it: «п. 3» and «№ 3» are 3, «.1» is 1; a closing dot or
 * bracket stays, since it may be the style of the whole plan. «1.», «2.10», «4а», «IV», «iv)», «II.iii», «(б)».
 * Undefined for anything else.
 */
export function itemNumber(text: string): string | undefined {
  // «6 7» are two numbers, not 67.
  if (/\d\s+\d/.test(text)) return undefined;
  const bare = text
    .replace(/[\u2160-\u217f]/g, (sign) => sign.normalize('NFKC'))
    .replace(/\s+/g, '')
    .replace(/^(?:№|пункт|п\.?(?=\d))/iu, '')
    .replace(/^\.(?=\d)/, '')
    .replace(/^\((.{1,12}\))$/u, '$1');
  if (
    /^\d{1,4}(?:[.-]\d{1,4}){0,6}(?:\.[ivxІХіх]{1,7}|[⁰¹²³⁴-⁹]*)[.)]?(?:[а-яa-z][.)]?)?(?:<?\*+>?)?$/iu.test(
      bare,
    )
  )
    return bare;
  if (
    /^(?:[IVXLCХІ]{1,7}|[ivxlcхі]{1,7}|[А-ЯA-Zа-яa-z])(?:\.(?:\d{1,4}|[IVXХІ]{1,7}|[ivxхі]{1,7}))*[.)]?$/u.test(
      bare,
    )
  )
    return bare;
  return undefined;
}

/** A number cell that only keeps the place of a number: «.», «–». */
export const isNotANumber = (text: string): boolean => /^[.…–—-]*$/.test(text.trim());

const numberInAction = /^(\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|\(?[ivx]{1,5}[.)](?=\s))\s*(?=[\p{L}«"(])/u;

/** A number typed before the words of a deed, and the words. */
export function numberBefore(text: string): { number: string; rest: string } | undefined {
  const match = numberInAction.exec(text);
  return match ? { number: match[1]!, rest: text.slice(match[0].length) } : undefined;
}

const months = 'янв фев мар апр мая июн июл авг сен окт ноя дек'.split(' ');

/** The number of an item that Excel shows as a decimal fraction or a day, and whether that was surely meant. */
interface SheetNumber {
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
