import { childOf, elementsOf, type XmlElement } from '../../ooxml/xml.ts';

/** Built-in formats that show a date (ECMA-376, part 1, 18.8.30). */
const builtInDates: Readonly<Record<number, string>> = {
  14: 'dd.mm.yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'dd.mm.yyyy h:mm',
  27: 'yyyy mm',
  30: 'mm-dd-yy',
  36: 'yyyy mm',
  57: 'yyyy mm',
};
const builtInPercents: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%' };

/** The number format of every cell style, by its index. */
export function readFormats(styles: XmlElement | undefined): readonly string[] {
  const own = new Map<number, string>();
  for (const format of elementsOf(childOf(styles, 'x:numFmts'), 'x:numFmt')) {
    own.set(Number(format.attributes.numFmtId), format.attributes.formatCode ?? '');
  }
  return [...elementsOf(childOf(styles, 'x:cellXfs'), 'x:xf')].map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return own.get(id) ?? builtInDates[id] ?? builtInPercents[id] ?? 'General';
  });
}

/** Quoted words of a format out of the way, only its first section. */
const bare = (format: string): string =>
  (format.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '');

export const isDateFormat = (format: string): boolean =>
  !/^(general|@|основной)$/i.test(format) &&
  /[dy]|mmm|[дг]{2,}/i.test(bare(format)) &&
  !/[#0?]/.test(bare(format));

const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const bareMonths = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(
  ' ',
);
const two = (n: number): string => String(n).padStart(2, '0');

/**
 * A serial day shown by its format, with Russian months: «14.03.2022 г.», «14 марта 2022 г.», «март 2022».
 * `from1904` is the workbook's other way of counting.
 */
export function showDate(serial: number, format: string, from1904: boolean): string {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  // The 29 February 1900 that Excel counts never was.
  const date = new Date((days - (days < 60 ? 25568 : 25569)) * 86_400_000);
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
  const section = (format.split(';')[0] ?? '').replace(/\[[^\]]*\]/g, '');
  const hasDay = /d|Д/i.test(bare(format));
  const tokens = /"([^"]*)"|\\(.)|(d+|Д+)|(m+|М+)|(y+|Г{2,})|(h+|ч+)|(s+)|(AM\/PM)|([\s\S])/gi;
  let afterHours = false;
  const out = section.replace(tokens, (whole, quoted, escaped, d, m, y, h, s, ampm, other) => {
    if (quoted !== undefined) return quoted;
    if (escaped !== undefined) return escaped;
    if (d) return d.length === 1 ? String(day) : two(day);
    if (m && afterHours && m.length <= 2) return two(minutes % 60);
    if (m)
      return m.length === 1
        ? String(month + 1)
        : m.length === 2
          ? two(month + 1)
          : (hasDay ? months : bareMonths)[month]!;
    if (y) return y.length <= 2 ? two(year % 100) : String(year);
    if (h) {
      afterHours = true;
      return two(Math.floor(minutes / 60) % 24);
    }
    if (s) return '00';
    if (ampm) return '';
    return other === '_' || other === '*' || other === '@' ? '' : (other ?? whole);
  });
  return out.trim();
}

/** A number as a cell shows it, in Russian habits: a decimal comma, a blank before nothing. */
export function showNumber(value: number, format: string): string {
  const plain = bare(format);
  const decimals = /[.,](0+)/.exec(plain)?.[1]?.length;
  if (plain.includes('%')) return `${(value * 100).toFixed(decimals ?? 0).replace('.', ',')}%`;
  if (decimals !== undefined && /^[#0 ,.]*$/.test(plain.trim()))
    return value.toFixed(decimals).replace('.', ',');
  return String(Number(value.toPrecision(15))).replace('.', ',');
}
