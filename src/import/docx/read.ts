import { plural } from '../../finding/plural.ts';
import { damaged } from '../../ooxml/directory.ts';
import type { OfficePackage } from '../../ooxml/open.ts';
import { readXml } from '../../ooxml/parse.ts';
import { readProperties } from '../../ooxml/properties.ts';
import { relationsOf } from '../../ooxml/relations.ts';
import { childOf, type XmlElement } from '../../ooxml/xml.ts';
import type { Annotation, Block, Row, SourceDocument } from '../blocks.ts';
import { caution, failure, type ImportProblem, type Result, success } from '../problem.ts';
import { countNumbers, readNumbering } from './numbering.ts';
import { joinRunOn, readParagraph } from './paragraph.ts';
import { readPageHeaders, readRemarks } from './remarks.ts';
import type { Changes, RunContext } from './run-text.ts';
import { readStyles } from './styles.ts';
import { isDeletedCell, type LooseCell, readCell, readRow, readTable } from './table.ts';

/** An element while its part is read: what is below it is turned into blocks, rows and cells as it closes. */
interface Open {
  readonly element: XmlElement;
  blocks: Block[];
  readonly cells: LooseCell[];
  readonly rows: Row[];
  readonly marks: string[];
  /** Rows seen, those left out included. */
  seen: number;
}

const opened = (element: XmlElement): Open => ({
  element,
  blocks: [],
  cells: [],
  rows: [],
  marks: [],
  seen: 0,
});

interface Body {
  readonly blocks: readonly Block[];
  readonly hidden: boolean;
  readonly embedded: boolean;
  /** Insertions, deletions, moves and strokes with tracking, those of cells and rows included. */
  readonly tracked: number;
}

/** Marks of tracked changes; a move is counted where it goes. */
const TRACKED = new Set(['w:ins', 'w:del', 'w:moveTo', 'w:cellIns', 'w:cellDel', 'w:cellMerge']);

/** Turns elements into blocks as they close, so that a long document is never held as a tree. */
function bodyReader(context: RunContext): {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text: (text: string) => void;
  close: () => void;
  result: () => Body;
} {
  const top = opened({ name: '', attributes: {}, children: [] });
  const stack: Open[] = [top];
  let inParagraph = 0;
  let tables = 0;
  let hidden = false;
  let embedded = false;
  let tracked = 0;
  let trackedEnd = false;
  let trackedBefore = 0;

  function paragraph(element: XmlElement, into: Open): void {
    const cell = stack.findLast((open) => open.element.name === 'w:tc')?.element;
    const table = stack.findLast((open) => open.element.name === 'w:tbl')?.element;
    const read = readParagraph(
      element,
      isDeletedCell(cell, context.changes) ? { ...context, changes: 'reject' } : context,
      childOf(childOf(table, 'w:tblPr'), 'w:tblStyle')?.attributes['w:val'],
    );
    hidden ||= read.hidden;
    tracked += read.reset;
    into.blocks.push(read.paragraph);
    for (const box of read.boxes) into.blocks.push(...boxBlocks(box));
  }

  function boxBlocks(box: XmlElement): readonly Block[] {
    const inner = opened(box);
    const walk = (element: XmlElement, into: Open): void => {
      for (const child of element.children) {
        if (typeof child === 'string') continue;
        if (child.name === 'w:p') paragraph(child, into);
        else {
          const below = opened(child);
          walk(child, below);
          settle(below, into);
        }
      }
    };
    walk(box, inner);
    return inner.blocks;
  }

  /** Hands what a closed element became to the one around it. */
  function settle(closed: Open, into: Open): void {
    const { element } = closed;
    switch (element.name) {
      case 'w:tbl':
        into.blocks.push(readTable(element, closed.rows, String(++tables)));
        return;
      case 'w:tr': {
        const table = stack.findLast((open) => open.element.name === 'w:tbl') ?? into;
        const row = readRow(element, closed.cells, ++table.seen, closed.marks, context.changes);
        if (row) into.rows.push(row);
        return;
      }
      case 'w:tc': {
        into.cells.push(readCell(element, joinRunOn(closed.blocks), context.changes));
        return;
      }
      case 'w:bookmarkStart':
        if (element.attributes['w:name'] !== undefined) into.marks.push(element.attributes['w:name']);
        return;
      case 'w:altChunk':
        embedded = true;
        return;
      case 'w:sdt':
        if (childOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr') && closed.rows.length === 0) return;
        into.blocks.push(...closed.blocks);
        into.rows.push(...closed.rows);
        into.cells.push(...closed.cells);
        return;
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:smartTag':
      case 'w:document':
      case 'w:body':
      case 'mc:AlternateContent':
      case 'mc:Choice':
        into.blocks.push(...closed.blocks);
        into.rows.push(...closed.rows);
        into.cells.push(...closed.cells);
        into.marks.push(...closed.marks);
        return;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:del':
      case 'w:moveFrom':
        // Around blocks a wrapper, among the properties of a row a mark on the row itself.
        into.blocks.push(...closed.blocks);
        into.element.children.push(element);
        return;
      default:
        into.element.children.push(element);
    }
  }

  return {
    open(name, attributes) {
      const element: XmlElement = { name, attributes, children: [] };
      if (TRACKED.has(name)) {
        // The end of a paragraph goes with its words; where none of them was changed, it was parted or joined.
        if (stack.at(-1)!.element.name === 'w:rPr') trackedEnd = true;
        else tracked++;
      }
      if (name === 'w:p' && inParagraph === 0) {
        trackedEnd = false;
        trackedBefore = tracked;
      }
      if (inParagraph > 0) stack.at(-1)!.element.children.push(element);
      stack.push(opened(element));
      if (name === 'w:p') inParagraph++;
    },
    text(text) {
      if (inParagraph > 0) stack.at(-1)!.element.children.push(text);
    },
    close() {
      const closed = stack.pop()!;
      const into = stack.at(-1)!;
      if (closed.element.name === 'w:p' && --inParagraph === 0) {
        if (trackedEnd && tracked === trackedBefore) tracked++;
        paragraph(closed.element, into);
      } else if (inParagraph === 0) settle(closed, into);
    },
    result: () => ({ blocks: joinRunOn(top.blocks), hidden, embedded, tracked }),
  };
}

function trackedChanges(name: string, count: number, changes: Changes): ImportProblem {
  const forms = ['правка', 'правки', 'правок'] as const;
  const taken = changes === 'accept';
  return caution(
    'tracked-changes',
    {
      ru: `В «${name}» ${count} ${plural(count, forms)} с записью исправлений: ${taken ? 'прочитано так, будто они приняты' : 'прочитано так, будто они отклонены'}.`,
      en: `${name} has ${count} tracked changes: it was read as if they were ${taken ? 'accepted' : 'rejected'}.`,
    },
    {
      ru: `Прочитать иначе: --changes ${taken ? 'reject' : 'accept'}.`,
      en: `To read it the other way: --changes ${taken ? 'reject' : 'accept'}.`,
    },
  );
}

/** Reads a Word document (ECMA-376 WordprocessingML); headers of pages are kept apart, footers left out. */
export function readDocx(
  source: OfficePackage,
  part: string,
  changes: Changes,
): Result<{ document: SourceDocument; problems: readonly ImportProblem[] }> {
  const relations = relationsOf(source, part);
  const partOf = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type)?.target;
  const styles = readStyles(source, partOf('styles'));
  const numbering = readNumbering(source, partOf('numbering'), styles);
  const links = new Map(relations.filter(({ external }) => external).map(({ id, target }) => [id, target]));
  const context: RunContext = { changes, styles, links };
  const bytes = source.read(part);
  if (!bytes) return failure(damaged(source.name));
  if (!bytes.ok) return bytes;
  const reader = bodyReader(context);
  const problem = readXml(source, part, bytes.value, reader);
  if (problem) return failure(problem);
  const body = reader.result();
  const remarks = new Map<string, Annotation>();
  for (const remark of [
    ...readRemarks(source, partOf('comments'), 'comment', context),
    ...readRemarks(source, partOf('footnotes'), 'footnote', context),
  ]) {
    remarks.set(remark.id, remark);
  }
  const problems: ImportProblem[] = [];
  if (body.hidden) {
    problems.push(
      caution('hidden-text', {
        ru: `В «${source.name}» есть скрытый текст; он не перенесён.`,
        en: `${source.name} has hidden text; it was not carried over.`,
      }),
    );
  }
  if (body.tracked > 0) problems.push(trackedChanges(source.name, body.tracked, changes));
  if (body.embedded) {
    problems.push(
      caution('embedded-part', {
        ru: `В «${source.name}» вставлен фрагмент другого файла; его текст не прочитан.`,
        en: `${source.name} embeds a piece of another file; its text was not read.`,
      }),
    );
  }
  return success({
    document: {
      format: 'docx',
      blocks: countNumbers(body.blocks, numbering),
      remarks,
      properties: readProperties(source),
      pageHeaders: readPageHeaders(source, part, context),
    },
    problems,
  });
}
