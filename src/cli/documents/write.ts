import type { Bilingual } from '../../finding/text.ts';
import type { SealedFormat } from '../../render/seal.ts';
import type { View } from '../../view/document.ts';
import { pdfOf } from './pdf.ts';

export interface Rendered {
  readonly bytes: Uint8Array;
  readonly notes: readonly Bilingual[];
}

/** A view in a format. The writers are loaded here, one at a time: two of them cost a quarter of a second. */
export async function writeView(view: View, format: SealedFormat): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return (await import('../../render/xlsx.ts')).renderXlsx(view);
    case 'html':
      return encoded((await import('../../render/html.ts')).renderHtml(view));
    case 'md':
      return encoded((await import('../../render/md.ts')).renderMarkdown(view));
    case 'pdf':
      return pdfOf(await (await import('../../render/docx.ts')).renderDocx(view));
    default:
      return (await import('../../render/docx.ts')).renderDocx(view);
  }
}

export const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
