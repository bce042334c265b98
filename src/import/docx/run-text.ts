import { childOf, elementsOf, type XmlElement } from '../../ooxml/xml.ts';
import { addRun, plainSetting, type RunSum } from '../run.ts';
import { hasPrivateSign, shownSigns } from '../signs.ts';
import { equationText, fieldEquation } from './equation.ts';
import { fontOf, heightOf, isOn, type SourceStyle, strikeOf } from './styles.ts';

export type Changes = 'accept' | 'reject';

/** What the runs of one paragraph say, gathered in order. */
interface RunText extends RunSum {
  bold: boolean | undefined;
  italic: boolean | undefined;
  hidden: boolean;
  /** Runs that a tracked change strikes out, raises or lowers, or sets back. */
  reset: number;
  readonly links: { text: string; url: string }[];
  readonly remarks: string[];
  readonly marks: string[];
  readonly pictures: string[];
  /** Contents of text boxes, still as elements. */
  readonly boxes: XmlElement[];
}

export interface RunContext {
  readonly changes: Changes;
  readonly styles: ReadonlyMap<string, SourceStyle>;
  /** Addresses of external links by relationship id. */
  readonly links: ReadonlyMap<string, string>;
}

function symbolOf(attributes: Readonly<Record<string, string>>, isBullet: boolean): string {
  const point = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (Number.isNaN(point) || point > 0x10ffff) return '';
  const shown = shownSigns(String.fromCodePoint(point), attributes['w:font']);
  // Before the words of a paragraph an unknown sign is the bullet of a list.
  return isBullet && hasPrivateSign(shown) ? '•' : shown;
}

/** Whether a tracked wrapper's content belongs to the text, given what is done with the changes. */
export function isLeftOut(name: string, changes: Changes): boolean {
  if (name === 'w:del' || name === 'w:moveFrom') return changes === 'accept';
  if (name === 'w:ins' || name === 'w:moveTo') return changes === 'reject';
  return false;
}

/** The properties of a run, or those it had before a tracked change that is not taken. */
const takenProperties = (properties: XmlElement | undefined, changes: Changes): XmlElement | undefined => {
  const change = changes === 'reject' ? childOf(properties, 'w:rPrChange') : undefined;
  return change ? childOf(change, 'w:rPr') : properties;
};

/** Whether a tracked change of how a run is set changes what it says. */
function isReset(properties: XmlElement | undefined): boolean {
  const change = childOf(properties, 'w:rPrChange');
  if (!change) return false;
  const before = childOf(change, 'w:rPr');
  const isStruck = (of: XmlElement | undefined): boolean => strikeOf(of) ?? false;
  return isStruck(properties) !== isStruck(before) || heightOf(properties) !== heightOf(before);
}

/** Field codes: what is between `begin` and `separate` is an instruction, the rest is the result. */
interface Field {
  instruction: boolean;
  code: string;
  from: number;
}

/** `base` is how runs are set that do not say so themselves. */
export function readRuns(
  paragraph: XmlElement,
  context: RunContext,
  base?: Pick<SourceStyle, 'struck' | 'height' | 'font'>,
): RunText {
  const out: RunText = {
    text: '',
    bold: undefined,
    italic: undefined,
    hidden: false,
    reset: 0,
    links: [],
    remarks: [],
    marks: [],
    pictures: [],
    boxes: [],
    struck: '',
    oddities: [],
  };
  const fields: Field[] = [];
  let setting = plainSetting;

  const add = (text: string): void => {
    if (!fields.some((field) => field.instruction)) addRun(out, text, setting);
  };
  const noteLink = (from: number, url: string | undefined): void => {
    const text = out.text.slice(from).trim();
    if (url && text) out.links.push({ text, url });
  };

  function equation(text: string): void {
    const before = /\S*$/.exec(out.text)![0];
    // «2» before «1/2» is two and a half, and no twenty-one.
    add(/[\p{L}\d]$/u.test(before) && /^\d/.test(text) ? ` ${text}` : text);
    out.oddities.push({ kind: 'equation', text });
  }

  function field(type: string | undefined): void {
    if (type === 'begin') fields.push({ instruction: true, code: '', from: out.text.length });
    const last = fields.at(-1);
    if (!last) return;
    if (type === 'separate') {
      last.instruction = false;
      last.from = out.text.length;
    } else if (type === 'end') {
      fields.pop();
      if (last.instruction && /^\s*EQ\s/i.test(last.code)) equation(fieldEquation(last.code));
      noteLink(last.from, /^\s*HYPERLINK\s+"([^"]+)"/.exec(last.code)?.[1]);
    }
  }

  function run(element: XmlElement): void {
    const properties = takenProperties(childOf(element, 'w:rPr'), context.changes);
    if (isReset(childOf(element, 'w:rPr'))) out.reset++;
    if (isOn(properties, 'w:vanish')) {
      out.hidden = true;
      return;
    }
    const style = context.styles.get(childOf(properties, 'w:rStyle')?.attributes['w:val'] ?? '');
    const before = out.text.length;
    setting = {
      struck: strikeOf(properties) ?? style?.struck ?? base?.struck ?? false,
      height: heightOf(properties) ?? style?.height ?? base?.height ?? 'line',
      font: fontOf(properties) ?? style?.font ?? base?.font,
    };
    walk(element);
    setting = plainSetting;
    if (/\S/.test(out.text.slice(before))) {
      out.bold = (out.bold ?? true) && (isOn(properties, 'w:b') ?? style?.bold ?? false);
      out.italic = (out.italic ?? true) && (isOn(properties, 'w:i') ?? style?.italic ?? false);
    }
  }

  function child(element: XmlElement): void {
    const { name, attributes } = element;
    if (isLeftOut(name, context.changes)) return;
    switch (name) {
      case 'w:r':
        run(element);
        return;
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        add(element.children.filter((text) => typeof text === 'string').join(''));
        return;
      case 'w:tab':
      case 'w:ptab':
        add('\t');
        return;
      case 'w:br':
      case 'w:cr':
        add('\n');
        return;
      case 'w:noBreakHyphen':
        add('-');
        return;
      case 'w:sym':
        add(symbolOf(attributes, out.text.trim() === ''));
        return;
      case 'm:oMath':
        equation(equationText(element));
        return;
      case 'w:fldChar':
        field(attributes['w:fldCharType']);
        return;
      case 'w:instrText': {
        const last = fields.at(-1);
        if (last) last.code += element.children.filter((text) => typeof text === 'string').join('');
        return;
      }
      case 'w:hyperlink': {
        const from = out.text.length;
        walk(element);
        noteLink(from, context.links.get(attributes['r:id'] ?? ''));
        return;
      }
      case 'w:commentRangeStart':
      case 'w:commentReference':
        out.remarks.push(`comment-${attributes['w:id']}`);
        return;
      case 'w:footnoteReference':
        out.remarks.push(`footnote-${attributes['w:id']}`);
        return;
      case 'w:bookmarkStart':
        if (attributes['w:name'] !== undefined) out.marks.push(attributes['w:name']);
        return;
      case 'mc:AlternateContent':
        child(
          childOf(element, 'mc:Choice') ??
            childOf(element, 'mc:Fallback') ?? { name: '', attributes: {}, children: [] },
        );
        return;
      case 'w:object':
        out.oddities.push({ kind: 'object', text: '' });
        walk(element);
        return;
      case 'wp:inline':
        out.oddities.push({ kind: 'picture', text: '' });
        walk(element);
        return;
      case 'wp:docPr':
        out.pictures.push(attributes.descr ?? '');
        return;
      case 'w:txbxContent':
        out.boxes.push(element);
        return;
      case 'w:sdt':
        if (childOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr')) return;
        walk(childOf(element, 'w:sdtContent') ?? element);
        return;
      case 'w:pPr':
      case 'w:rPr':
      case 'w:instrDel':
      case 'w:delInstrText':
        return;
      default:
        walk(element);
        return;
    }
  }

  function walk(element: XmlElement): void {
    for (const next of elementsOf(element)) child(next);
  }

  walk(paragraph);
  return out;
}
