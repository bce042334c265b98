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

interface ParagraphExtras {
  /** A fresh list for a paragraph with this ordinal. */
  readonly listOf?: (ordinal: number) => number;
  readonly keepNext?: boolean;
}

export function textParagraph(
  block: ParagraphBlock,
  extras: ParagraphExtras = {},
  name: StyleName = block.style,
): Paragraph {
  const children = textRuns(block.runs);
  const keepNext = block.keepNext || extras.keepNext;
  return new Paragraph({
    style: styleId(name),
    ...(keepNext ? { keepNext: true } : {}),
    ...(block.ordinal !== undefined && extras.listOf
      ? {
          numbering: {
            reference: partsList(block.ordinal),
            level: 0,
            instance: extras.listOf(block.ordinal),
          },
        }
      : {}),
    ...(block.style === 'context-item' || block.style === 'table-item'
      ? { numbering: { reference: DASH_LIST, level: block.style === 'table-item' ? 1 : 0 } }
      : {}),
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
