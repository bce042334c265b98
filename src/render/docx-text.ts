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

export interface ParagraphExtras {
  /** Instance of the list that counts the ordinals of one cell. */
  readonly list?: number;
  readonly keepNext?: boolean;
}

export function textParagraph(
  block: ParagraphBlock,
  extras: ParagraphExtras = {},
  name: StyleName = block.style,
): Paragraph {
  const children = textRuns(block.runs);
  const ordinal = block.ordinal !== undefined && extras.list !== undefined;
  const keepNext = block.keepNext || extras.keepNext;
  return new Paragraph({
    style: styleId(name),
    ...(keepNext ? { keepNext: true } : {}),
    ...(ordinal ? { numbering: { reference: PARTS_LIST, level: 0, instance: extras.list! } } : {}),
    ...(block.style === 'context-item' || block.style === 'table-item'
      ? { numbering: { reference: DASH_LIST, level: block.style === 'table-item' ? 1 : 0 } }
      : {}),
    children: block.bookmark === undefined ? children : [new Bookmark({ id: block.bookmark, children })],
  });
}

export const CLAUSE_LIST = 'clauses';
export const PARTS_LIST = 'parts';
export const DASH_LIST = 'dashes';
