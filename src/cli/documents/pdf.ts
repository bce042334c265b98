import { convertByOffice } from '../../io/office.ts';
import { UsageError } from '../usage-error.ts';

/**
 * A .docx as .pdf, by LibreOffice. What the clock and chance put into the file is settled. Throws a UsageError where
 * LibreOffice is not installed or fails.
 */
export async function pdfOf(docx: Uint8Array): Promise<Uint8Array> {
  const pdf = await convertByOffice(docx, 'docx', 'pdf');
  if (pdf === 'not-installed') throw notInstalled;
  if (pdf === 'failed') throw failed;
  return settled(pdf);
}

/** Times and ids are overwritten by others of the same length, so that no offset in the file moves. */
function settled(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const even = text
    .replace(/\/(CreationDate|ModDate)\(D:[^)]*\)/g, (found) => found.replace(/\d/g, '0'))
    .replace(
      /(\/ID\s*\[\s*)(<[0-9A-F]+>\s*<[0-9A-F]+>)/g,
      (_, head: string, ids: string) => head + ids.replace(/[0-9A-F]/g, '0'),
    )
    .replace(/\/DocChecksum\s*\/[0-9A-F]+/g, (found) => found.replace(/[0-9A-F]{32}/, '0'.repeat(32)))
    .replace(/<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*/g, (found) => found.replace(/\d/g, '0'));
  return Buffer.from(even, 'latin1');
}

const notInstalled = new UsageError(
  {
    ru: 'PDF делает LibreOffice, а он не установлен (команда soffice не найдена).',
    en: 'A PDF is made by LibreOffice, which is not installed (the command soffice is not found).',
  },
  {
    ru: 'Установите LibreOffice — или выведите .docx и сохраните его в PDF из Word.',
    en: 'Install LibreOffice, or render a .docx and save it as a PDF from Word.',
  },
);

const failed = new UsageError(
  { ru: 'LibreOffice не смог сделать PDF.', en: 'LibreOffice could not make the PDF.' },
  {
    ru: 'Выведите .docx и сохраните его в PDF из Word.',
    en: 'Render a .docx and save it as a PDF from Word.',
  },
);
