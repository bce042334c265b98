import { Bookmark, ExternalHyperlink, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Paragraph as ParagraphBlock, Run } from '../view/document.ts';
import { type StyleName, styleId } from './docx-styles.ts';
import { printable, safeLink } from './printable.ts';

/** Runs of a paragraph; a line feed in a text is a line break. */
export function textRuns(runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const children = printable(run.text)
      .split('\n')
      .map(
        (text, index) =>
          new TextRun({
            text,
            ...(index > 0 ? { break: 1 } : {}),
            ...(run.style ? { style: styleId(run.style) } : {}),
          }),
      );
    const link = safeLink(run.link);
    return link === undefined ? children : [new ExternalHyperlink({ link, children })];
  });
}

/** A paragraph outside the tables of a document. */
export function textParagraph(block: ParagraphBlock, name: StyleName = block.style): Paragraph {
  const children = textRuns(block.runs);
  return new Paragraph({
    style: styleId(name),
    ...(block.keepNext ? { keepNext: true } : {}),
    ...(block.style === 'context-item' ? { numbering: { reference: DASH_LIST, level: 0 } } : {}),
    children: block.bookmark === undefined ? children : [new Bookmark({ id: block.bookmark, children })],
  });
}

export const CLAUSE_LIST = 'clauses';

export const DASH_LIST = 'dashes';

/**
 * The list that begins with a number: a part that has nothing in a column leaves a gap there, so every label starts a
 * list of its own.
 */
export function partsList(ordinal: number): string {
  return `parts-${ordinal}`;
}
