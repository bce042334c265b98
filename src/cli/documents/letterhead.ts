import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { kindOfPath } from '../../io/paths.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { SealedFormat } from '../../render/seal.ts';
import type { View } from '../../view/document.ts';
import { UsageError } from '../usage-error.ts';
import { pdfOf } from './pdf.ts';
import { type Rendered, writeView } from './write.ts';

/** What decides which blank is used. */
interface LetterheadRequest {
  /** Absolute folder of the workspace. */
  readonly root: string;
  readonly cwd: string;
  readonly workspace: Workspace;
  readonly format: SealedFormat;
  /** What the command line names; the config's blank without it. */
  readonly letterhead: string | undefined;
}

/**
 * An order on the organisation's own blank: the one the command line names, else that of the config (relative to the
 * workspace), else none. HTML and Markdown have no blank.
 */
export async function onLetterhead(view: View, request: LetterheadRequest): Promise<Rendered> {
  const { format, workspace } = request;
  const configured = workspace.config.documents?.letterhead;
  const named = request.letterhead ?? configured;
  const plain = async (): Promise<Rendered> => ({ bytes: await writeView(view, format), notes: [] });
  if (named === undefined) return plain();
  if (format !== 'docx' && format !== 'pdf') {
    if (request.letterhead === undefined) return plain();
    throw new UsageError({
      ru: `--letterhead: на бланке печатают .docx и .pdf, а не .${format}.`,
      en: `--letterhead: .docx and .pdf are put on a blank, not .${format}.`,
    });
  }
  const path = resolve(request.letterhead === undefined ? request.root : request.cwd, named);
  if (kindOfPath(path) !== 'file') {
    throw new UsageError(
      { ru: `Бланка «${named}» нет.`, en: `There is no blank “${named}”.` },
      request.letterhead === undefined
        ? {
            ru: 'Его называет documents.letterhead в roadmap.config.yaml.',
            en: 'It is named by documents.letterhead in roadmap.config.yaml.',
          }
        : undefined,
    );
  }
  const { renderOnLetterhead } = await import('../../render/letterhead.ts');
  const { bytes, notes } = await renderOnLetterhead(view, readFileSync(path));
  if (!bytes) {
    const [first, ...others] = notes;
    throw new UsageError(
      { ru: `«${named}»: ${first?.ru ?? ''}`, en: `“${named}”: ${first?.en ?? ''}` },
      others[0],
    );
  }
  return { bytes: format === 'pdf' ? await pdfOf(bytes) : bytes, notes };
}
