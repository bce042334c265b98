import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { PageSection, View } from '../view/document.ts';
import { type DocumentSettings, PAPER } from '../view/settings.ts';
import { customProperties } from './custom-properties.ts';
import { docxBlocks, type LaterTable } from './docx-blocks.ts';
import { docxLists } from './docx-lists.ts';
import { settledDocx } from './docx-package.ts';
import { docxStyles, styleId } from './docx-styles.ts';
import { highestOrdinal } from './docx-table.ts';
import { twips } from './docx-units.ts';
import { printable } from './printable.ts';

/** A document as .docx: the same view gives the same bytes. */
export async function renderDocx(view: View): Promise<Uint8Array> {
  const tables: LaterTable[] = [];
  const { meta, settings } = view;
  const sections = view.sections.map((section, at) =>
    sectionOf(section, settings, tables, at === view.sections.length - 1),
  );
  const highest = tables.reduce((most, { block }) => Math.max(most, highestOrdinal(block)), 0);
  const document = new Document({
    title: printable(meta.title),
    subject: printable(meta.subject ?? ''),
    creator: printable(meta.author ?? ''),
    lastModifiedBy: printable(meta.author ?? ''),
    styles: docxStyles(
      settings,
      meta.language,
      view.sections.some(({ isForm }) => isForm),
    ),
    numbering: docxLists(settings, highest),
    customProperties: Object.entries(customProperties(meta)).map(([name, value]) => ({ name, value })),
    sections,
  });
  return settledDocx(new Uint8Array(await Packer.toArrayBuffer(document)), meta.language, tables);
}

function sectionOf(
  section: PageSection,
  settings: DocumentSettings,
  tables: LaterTable[],
  last: boolean,
): ISectionOptions {
  const margins = settings[section.orientation];
  const distance = twips(settings.pageNumberDistance);
  const count = new Paragraph({
    style: styleId('page-number'),
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  const empty = () => [new Paragraph({ style: styleId('page-number') })];
  const first = section.codePlace ? [new Paragraph({ style: styleId('code-place') })] : empty();
  const at = settings.pageNumbers;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: section.ownNumbering,
      page: {
        // The library turns the sheet itself.
        size: {
          width: twips(PAPER.width),
          height: twips(PAPER.height),
          orientation:
            section.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: twips(margins.left),
          right: twips(margins.right),
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          header: distance,
          footer: distance,
        },
        ...(section.ownNumbering ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: {
      default: new Header({ children: at === 'top' ? [count] : empty() }),
      ...(section.ownNumbering ? { first: new Header({ children: empty() }) } : {}),
    },
    footers: {
      default: new Footer({ children: at === 'bottom' ? [count] : empty() }),
      ...(section.ownNumbering ? { first: new Footer({ children: first }) } : {}),
    },
    // A document never ends with a table: Word puts an empty paragraph there, LibreOffice loses the page.
    children: [
      ...docxBlocks(section, settings, tables),
      ...(last ? [new Paragraph({ style: styleId('section-end') })] : []),
    ],
  };
}
