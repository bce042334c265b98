import { childOf, type XmlElement } from '../../ooxml/xml.ts';
import { type Block, type Paragraph, tidy } from '../blocks.ts';
import { isLeftOut, type RunContext, readRuns } from './run-text.ts';
import { alignOf, indentOf, isOn, type SourceStyle, settingBelow, wordListOf } from './styles.ts';

/** A paragraph whose automatic number is still to be counted. */
export interface DraftParagraph extends Paragraph {
  readonly numbering?: { readonly id: string; readonly level: number };
  /** Its end was deleted (or, when changes are rejected, inserted): the next paragraph goes on in it. */
  readonly runsOn?: boolean;
}

function listOf(
  properties: XmlElement | undefined,
  style: SourceStyle | undefined,
): DraftParagraph['numbering'] {
  const own = wordListOf(properties);
  const id = own?.id ?? style?.numbering?.id;
  if (id === undefined || id === '0') return undefined;
  return { id, level: own?.level ?? style?.numbering?.level ?? 0 };
}

/** A paragraph, in a table of that style, and the contents of the text boxes anchored in it, which follow it. */
export function readParagraph(
  element: XmlElement,
  context: RunContext,
  tableStyle?: string,
): { paragraph: DraftParagraph; boxes: readonly XmlElement[]; hidden: boolean; reset: number } {
  const properties = childOf(element, 'w:pPr');
  const styleId = childOf(properties, 'w:pStyle')?.attributes['w:val'];
  const style = styleId === undefined ? undefined : context.styles.get(styleId);
  const runs = readRuns(element, context, settingBelow(context.styles, styleId, tableStyle));
  const numbering = listOf(properties, style);
  const align = alignOf(properties) ?? style?.align;
  const indent = indentOf(properties) ?? style?.indent;
  const end = childOf(properties, 'w:rPr');
  const runsOn = ['w:del', 'w:moveFrom', 'w:ins', 'w:moveTo'].some(
    (name) => childOf(end, name) !== undefined && isLeftOut(name, context.changes),
  );
  const bold = (runs.bold ?? isOn(end, 'w:b') ?? false) || (runs.text !== '' && style?.bold === true);
  const italic = runs.italic ?? false;
  const paragraph: DraftParagraph = {
    kind: 'paragraph',
    text: runs.text,
    ...(style && { style: style.name }),
    ...(align && { align }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(indent !== undefined && { indent }),
    ...(runs.links.length > 0 && { links: runs.links }),
    ...(runs.remarks.length > 0 && { remarks: runs.remarks }),
    ...(runs.marks.length > 0 && { marks: runs.marks }),
    ...(runs.pictures.length > 0 && runs.boxes.length === 0 && { pictures: runs.pictures }),
    ...(runs.struck.trim() !== '' && { struck: tidy(runs.struck) }),
    ...(runs.oddities.length > 0 && { oddities: runs.oddities }),
    ...(numbering && { numbering }),
    ...(runsOn && { runsOn }),
  };
  return { paragraph, boxes: runs.boxes, hidden: runs.hidden, reset: runs.reset };
}

const joined = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): readonly T[] => [
  ...(a ?? []),
  ...(b ?? []),
];

/** Joins paragraphs whose boundary was deleted; the last one's properties hold for the whole, as in Word. */
export function joinRunOn(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let open: DraftParagraph | undefined;
  for (const block of blocks) {
    if (block.kind !== 'paragraph') {
      if (open?.text.trim()) out.push(open);
      open = undefined;
      out.push(block);
      continue;
    }
    const here: DraftParagraph = block;
    const merged: DraftParagraph = open
      ? {
          ...here,
          text: open.text + here.text,
          links: joined(open.links, here.links),
          remarks: joined(open.remarks, here.remarks),
          marks: joined(open.marks, here.marks),
          oddities: joined(open.oddities, here.oddities),
        }
      : here;
    open = here.runsOn ? merged : undefined;
    if (!open) out.push(merged);
  }
  if (open?.text.trim()) out.push(open);
  return out;
}
