import { columnFields } from '../fields/item-fields.ts';
import type { ConfigDocument } from '../schema/generated/types.ts';

/** Millimetres. */
interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Every measure of a document. The standard is voluntary and the organisation's own instruction decides, so each
 * can be set under `documents:` of the config. Lengths are millimetres, type sizes points.
 */
export interface DocumentSettings {
  readonly profile: Profile;
  readonly font: string;
  readonly fontSize: number;
  readonly tableFontSize: number;
  /** Multiples of a single line, in the text of the order. */
  readonly lineSpacing: number;
  readonly firstLineIndent: number;
  readonly portrait: Margins;
  readonly landscape: Margins;
  /** From the edge of the sheet to the page number. */
  readonly pageNumberDistance: number;
  /** Requisites in the middle of the sheet, or in its left corner. */
  readonly layout: 'longitudinal' | 'corner';
  /** Longest line of a requisite in the corner: the organisation, the heading, the post in the signature. */
  readonly requisiteWidth: number;
  readonly approvalMarkWidth: number;
  readonly pageNumbers: 'top' | 'bottom' | 'none';
  /** «22 апреля 2021 г.» or «22.04.2021». */
  readonly dates: 'words' | 'digits';
  /** «п р и к а з ы в а ю:» at the end of the preamble, or «ПРИКАЗЫВАЮ:» on a line of its own. */
  readonly formula: 'spaced' | 'capitals';
  /** «УТВЕРЖДЁН приказом …» or «Приложение к приказу …». */
  readonly annexMark: 'approval' | 'annex';
  /** The empty frame for the mark of the electronic signature. */
  readonly signaturePlace: boolean;
  /** Side of the empty frame for the QR code; 0: none. */
  readonly codePlace: number;
  /** Pages of the context part before a landscape table. */
  readonly contextPages: 'portrait' | 'landscape';
  /** Width of a column by its field; the one for `action` is what remains of the page. */
  readonly columnWidths: Readonly<Record<string, number>>;
  /** No-break blanks in the author's texts; `none` leaves every blank as it was typed. */
  readonly typography: 'full' | 'none';
  /** The author in the properties of the file; else the body that issued the order. */
  readonly author?: string;
}

type Profile = 'gost-2025' | 'gost-2016';

/** ГОСТ Р 7.0.97-2025, in force since 18.08.2025, with the left margin for papers kept over ten years. */
const gost2025: DocumentSettings = {
  profile: 'gost-2025',
  font: 'Times New Roman',
  fontSize: 14,
  tableFontSize: 11,
  lineSpacing: 1.15,
  firstLineIndent: 12.5,
  portrait: { left: 30, right: 10, top: 20, bottom: 20 },
  // A landscape sheet is bound by its upper edge: the margins turn with the sheet.
  landscape: { left: 20, right: 20, top: 30, bottom: 10 },
  pageNumberDistance: 10,
  layout: 'longitudinal',
  requisiteWidth: 80,
  approvalMarkWidth: 90,
  pageNumbers: 'top',
  dates: 'words',
  formula: 'spaced',
  annexMark: 'approval',
  // Places to be filled on a screen: on paper an empty frame is only a frame, so they are put where asked for.
  signaturePlace: false,
  codePlace: 0,
  contextPages: 'portrait',
  columnWidths: Object.fromEntries(
    columnFields.flatMap(({ key, column }) => (column.width === undefined ? [] : [[key, column.width]])),
  ),
  typography: 'full',
};

/** Side of the QR code's place. */
const CODE_PLACE = 22;

/** ГОСТ Р 7.0.97-2016: a narrower corner requisite. */
const gost2016: DocumentSettings = { ...gost2025, profile: 'gost-2016', requisiteWidth: 75 };

/** A4, portrait. */
export const PAPER = { width: 210, height: 297 };

/**
 * The settings a config states under `documents:`, over those of its profile. Column widths are stated in the plan
 * itself, the letterhead is a file: both are not looked at here.
 */
export function settingsOf(stated: ConfigDocument['documents'] = {}): DocumentSettings {
  const base = stated.profile === 'gost-2016' ? gost2016 : gost2025;
  return {
    ...base,
    font: stated.font ?? base.font,
    fontSize: stated.size ?? base.fontSize,
    tableFontSize: stated['table-size'] ?? base.tableFontSize,
    lineSpacing: stated['line-spacing'] ?? base.lineSpacing,
    firstLineIndent: stated.indent ?? base.firstLineIndent,
    portrait: { ...base.portrait, ...stated.margins },
    landscape: { ...base.landscape, ...stated['annex-margins'] },
    layout: stated.layout ?? base.layout,
    requisiteWidth: stated['requisite-width'] ?? base.requisiteWidth,
    annexMark: stated['annex-mark'] ?? base.annexMark,
    formula: stated.formula ?? base.formula,
    dates: stated['date-format'] ?? base.dates,
    pageNumbers: stated['page-numbers'] ?? base.pageNumbers,
    signaturePlace: stated['signature-mark'] ?? base.signaturePlace,
    codePlace: stated['qr-code'] ? CODE_PLACE : 0,
    typography: stated.typography === false ? 'none' : base.typography,
    ...(stated.author === undefined ? {} : { author: stated.author }),
  };
}

/** Width of the text on a page, in millimetres. */
export function textWidth(settings: DocumentSettings, orientation: 'portrait' | 'landscape'): number {
  const margins = settings[orientation];
  const sheet = orientation === 'portrait' ? PAPER.width : PAPER.height;
  return sheet - margins.left - margins.right;
}
