import { element, writeXml, type XmlElement } from '../ooxml/xml.ts';

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
  /** A day, or text that Excel must never take for a formula. */
  readonly format?: 'day' | 'text' | undefined;
}

/** The styles of a workbook: each is kept once, cells name it by its number. */
export interface StyleBook {
  numberOf(style: CellStyle): number;
  /** The part `xl/styles.xml`. */
  xml(): string;
}

/** Excel's own number of the format «text», and the first that is free for ours. */
const TEXT_FORMAT = 49;
const DAY_FORMAT = 164;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The widths of columns count figures of this type. */
const FIRST_FONT = element('font', {}, [
  element('sz', { val: '11' }),
  element('name', { val: 'Calibri' }),
  element('family', { val: '2' }),
]);

const NO_LINES = element(
  'border',
  {},
  ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side)),
);

/** Entries of a list of the part by what they consist of; the first ones are there before any cell needs them. */
function numbered(first: readonly XmlElement[]) {
  const entries = [...first];
  const numbers = new Map<string, number>();
  return {
    entries,
    numberOf(key: string, make: () => XmlElement): number {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, entries.length);
      return entries.push(make()) - 1;
    },
  };
}

const keyOf = ({ size, bold, horizontal, vertical, wraps, lines, fill, format }: CellStyle): string =>
  [size, bold, horizontal, vertical, wraps, lines, fill, format].join('|');

/** `font`: the name of the type of all cells. */
export function styleBook(font: string): StyleBook {
  const fonts = numbered([FIRST_FONT]);
  const fills = numbered(
    ['none', 'gray125'].map((patternType) => element('fill', {}, [element('patternFill', { patternType })])),
  );
  const borders = numbered([NO_LINES]);
  const formats = numbered([
    element('xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0', xfId: '0' }),
  ]);

  const fontOf = ({ size, bold = false }: CellStyle): number =>
    fonts.numberOf(`${size} ${bold}`, () =>
      element('font', {}, [
        ...(bold ? [element('b')] : []),
        element('sz', { val: String(size) }),
        element('name', { val: font }),
      ]),
    );
  const fillOf = ({ fill }: CellStyle): number =>
    fill === undefined
      ? 0
      : fills.numberOf(fill, () =>
          element('fill', {}, [
            element('patternFill', { patternType: 'solid' }, [element('fgColor', { rgb: `FF${fill}` })]),
          ]),
        );
  const borderOf = ({ lines }: CellStyle): number =>
    lines === undefined
      ? 0
      : borders.numberOf(lines, () => {
          const side = (name: string, drawn: boolean) => element(name, drawn ? { style: 'thin' } : {});
          const round = lines === 'round';
          return element('border', {}, [
            side('left', round),
            side('right', round),
            side('top', true),
            side('bottom', true),
            element('diagonal'),
          ]);
        });

  function formatOf(style: CellStyle): XmlElement {
    const format = style.format === 'day' ? DAY_FORMAT : style.format === 'text' ? TEXT_FORMAT : 0;
    const [fill, border] = [fillOf(style), borderOf(style)];
    const attributes = {
      numFmtId: String(format),
      fontId: String(fontOf(style)),
      fillId: String(fill),
      borderId: String(border),
      xfId: '0',
      ...(format === 0 ? {} : { applyNumberFormat: '1' }),
      applyFont: '1',
      ...(fill === 0 ? {} : { applyFill: '1' }),
      ...(border === 0 ? {} : { applyBorder: '1' }),
      applyAlignment: '1',
    };
    const alignment = element('alignment', {
      ...(style.horizontal === undefined ? {} : { horizontal: style.horizontal }),
      vertical: style.vertical,
      ...(style.wraps ? { wrapText: '1' } : {}),
    });
    return element('xf', attributes, [alignment]);
  }

  const list = (name: string, children: XmlElement[]): XmlElement =>
    element(name, { count: String(children.length) }, children);

  return {
    numberOf: (style) => formats.numberOf(keyOf(style), () => formatOf(style)),
    xml: () =>
      writeXml(
        element('styleSheet', { xmlns: MAIN }, [
          list('numFmts', [element('numFmt', { numFmtId: String(DAY_FORMAT), formatCode: 'dd.mm.yyyy' })]),
          list('fonts', fonts.entries),
          list('fills', fills.entries),
          list('borders', borders.entries),
          list('cellStyleXfs', [element('xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' })]),
          list('cellXfs', formats.entries),
          list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: '0', builtinId: '0' })]),
        ]),
      ),
  };
}
