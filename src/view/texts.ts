import type { Paragraph, ParagraphStyle, Run, RunStyle } from './document.ts';
import type { DocumentSettings } from './settings.ts';
import { typeset } from './typography.ts';

/** How the texts of one document are written. */
export interface Typesetter {
  /** An author's text: its blanks may become no-break ones, nothing else changes. */
  words(text: string, style?: RunStyle): readonly Run[];
  paragraph(style: ParagraphStyle, text: string): Paragraph;
}

export function typesetter(settings: DocumentSettings): Typesetter {
  const words = (text: string, style?: RunStyle): readonly Run[] => {
    const written = settings.typography === 'full' ? typeset(text) : text;
    return [style ? { text: written, style } : { text: written }];
  };
  return {
    words,
    paragraph: (style, text) => ({ kind: 'paragraph', style, runs: words(text) }),
  };
}

/** The texts of runs put together, as plain text. */
export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
