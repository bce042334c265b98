import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../usage-error.ts';

const MOST_MS = 180_000;

/**
 * A .docx as .pdf by LibreOffice, which works in a folder and a profile of its own: a copy that a person has open
 * neither disturbs it nor is disturbed. What the clock and chance put into the file is settled.
 */
export function pdfOf(docx: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-pdf-'));
  try {
    const source = join(folder, 'document.docx');
    writeFileSync(source, docx);
    const { error, status } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        source,
      ],
      { stdio: 'ignore', timeout: MOST_MS },
    );
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') throw notInstalled;
    const pdf = status === 0 ? read(join(folder, 'document.pdf')) : undefined;
    if (!pdf) throw failed;
    return settled(pdf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
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
