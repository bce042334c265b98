import type { Alignment, Borders, Style } from 'exceljs';

/** How a cell looks. Sizes in points; `fill` is a colour (RRGGBB). */
export interface CellStyle {
  readonly size: number;
  readonly bold?: boolean | undefined;
  readonly horizontal?: 'left' | 'center' | 'centerContinuous' | undefined;
  readonly vertical: 'top' | 'center';
  readonly wraps?: boolean | undefined;
  /** Lines all round, or above and below alone. */
  readonly lines?: 'round' | 'ends' | undefined;
  readonly fill?: string | undefined;
  /** Of the text; RRGGBB. */
  readonly color?: string | undefined;
  /** Can be changed on a protected sheet. */
  readonly isOpen?: boolean | undefined;
  /** A day, or text that Excel must never take for a formula. */
  readonly format?: 'day' | 'text' | undefined;
}

/** The styles of a workbook: each is kept once, cells name it by its number. */
export interface StyleBook {
  /** Counted from 1: the number 0 is that of a cell without a style. */
  numberOf(style: CellStyle): number;
  /** All of them as the library takes them, in the order of their numbers. */
  styles(): readonly Partial<Style>[];
}

const FORMATS = { day: 'dd.mm.yyyy', text: '@' } as const;

const keyOf = (style: CellStyle): string => {
  const { size, bold, horizontal, vertical, wraps, lines, fill, color, isOpen, format } = style;
  return [size, bold, horizontal, vertical, wraps, lines, fill, color, isOpen, format].join('|');
};

/** `font`: the name of the type of all cells. */
export function styleBook(font: string): StyleBook {
  const numbers = new Map<string, number>();
  const styles: Partial<Style>[] = [];
  return {
    numberOf(style) {
      const key = keyOf(style);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = styles.push(libraryStyle(style, font));
      numbers.set(key, number);
      return number;
    },
    styles: () => styles,
  };
}

function libraryStyle(style: CellStyle, font: string): Partial<Style> {
  const { size, bold = false, horizontal, vertical, wraps = false, lines, fill, color, format } = style;
  const alignment: Partial<Alignment> = {
    vertical: vertical === 'center' ? 'middle' : vertical,
    wrapText: wraps,
    ...(horizontal === undefined ? {} : { horizontal }),
  };
  return {
    font: { name: font, size, bold, ...(color === undefined ? {} : { color: { argb: `FF${color}` } }) },
    alignment,
    ...(lines === undefined ? {} : { border: bordersOf(lines) }),
    ...(fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${fill}` } } }),
    ...(format === undefined ? {} : { numFmt: FORMATS[format] }),
    ...(style.isOpen ? { protection: { locked: false } } : {}),
  };
}

function bordersOf(lines: 'round' | 'ends'): Partial<Borders> {
  const line = { style: 'thin' } as const;
  const ends = { top: line, bottom: line };
  return lines === 'ends' ? ends : { ...ends, left: line, right: line };
}
