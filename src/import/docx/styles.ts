import type { OfficePackage } from '../../ooxml/open.ts';
import { readTree } from '../../ooxml/parse.ts';
import { childOf, elementsOf, type XmlElement } from '../../ooxml/xml.ts';
import type { Height } from '../run.ts';

type Align = 'left' | 'center' | 'right' | 'both';

/** What a paragraph style says, its ancestors included. */
export interface SourceStyle {
  readonly name: string;
  readonly numbering?: { readonly id: string; readonly level: number | undefined };
  readonly align?: Align;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly indent?: number;
  readonly struck?: boolean;
  readonly height?: Height;
  readonly font?: string;
}

/** A switch property such as `<w:b/>`: on unless its value says no. */
export function isOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(parent, name);
  return element && !/^(0|false|off|none)$/.test(element.attributes['w:val'] ?? '');
}

export function strikeOf(run: XmlElement | undefined): boolean | undefined {
  const [single, double] = [isOn(run, 'w:strike'), isOn(run, 'w:dstrike')];
  return single === undefined && double === undefined ? undefined : single === true || double === true;
}

/** Half-points by which a run must be moved off its line to be read as raised or lowered. */
const OFF_LINE = 4;

export function heightOf(run: XmlElement | undefined): Height | undefined {
  const align = childOf(run, 'w:vertAlign')?.attributes['w:val'];
  if (align === 'superscript') return 'raised';
  if (align === 'subscript') return 'lowered';
  const position = Number(childOf(run, 'w:position')?.attributes['w:val'] ?? Number.NaN);
  if (position >= OFF_LINE) return 'raised';
  if (position <= -OFF_LINE) return 'lowered';
  return align === 'baseline' ? 'line' : undefined;
}

export function fontOf(run: XmlElement | undefined): string | undefined {
  const fonts = childOf(run, 'w:rFonts')?.attributes;
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
}

export function alignOf(properties: XmlElement | undefined): Align | undefined {
  const value = childOf(properties, 'w:jc')?.attributes['w:val'];
  if (value === undefined) return undefined;
  if (value === 'center' || value === 'right' || value === 'both') return value;
  return value === 'end' ? 'right' : value === 'distribute' ? 'both' : 'left';
}

export function indentOf(properties: XmlElement | undefined): number | undefined {
  const indent = childOf(properties, 'w:ind')?.attributes;
  if (!indent) return undefined;
  return (
    Number(indent['w:left'] ?? indent['w:start'] ?? 0) +
    Number(indent['w:firstLine'] ?? 0) -
    Number(indent['w:hanging'] ?? 0)
  );
}

export function wordListOf(properties: XmlElement | undefined): SourceStyle['numbering'] {
  const numbering = childOf(properties, 'w:numPr');
  const id = childOf(numbering, 'w:numId')?.attributes['w:val'];
  const level = childOf(numbering, 'w:ilvl')?.attributes['w:val'];
  return id === undefined ? undefined : { id, level: level === undefined ? undefined : Number(level) };
}

const compact = <T extends object>(value: T): T => {
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] === undefined) delete value[key];
  return value;
};

/** The style of a paragraph that names none. */
const USUAL_STYLE = '';
/** What holds of the runs of a document where nothing else says otherwise. */
const DEFAULTS = '*';

/** How the runs of a paragraph are set where they do not say so: by its style, that of its table, the document's own. */
export function settingBelow(
  styles: ReadonlyMap<string, SourceStyle>,
  paragraph: string | undefined,
  table: string | undefined,
): Pick<SourceStyle, 'struck' | 'height' | 'font'> {
  const [own, around, defaults] = [
    styles.get(paragraph ?? USUAL_STYLE),
    table === undefined ? undefined : styles.get(table),
    styles.get(DEFAULTS),
  ];
  return compact({
    struck: own?.struck ?? around?.struck ?? defaults?.struck,
    height: own?.height ?? around?.height ?? defaults?.height,
    font: own?.font ?? around?.font ?? defaults?.font,
  }) as Pick<SourceStyle, 'struck' | 'height' | 'font'>;
}

/** Styles of paragraphs, runs and tables by id; none when the part is missing or broken. */
export function readStyles(
  source: OfficePackage,
  part: string | undefined,
): ReadonlyMap<string, SourceStyle> {
  const tree = part === undefined ? undefined : readTree(source, part);
  if (!tree?.ok) return new Map();
  const elements = new Map<string, XmlElement>();
  for (const element of elementsOf(tree.value, 'w:style'))
    elements.set(element.attributes['w:styleId'] ?? '', element);
  const done = new Map<string, SourceStyle>();
  function resolve(id: string, above: number): SourceStyle {
    const known = done.get(id);
    if (known) return known;
    const element = elements.get(id);
    const base = childOf(element, 'w:basedOn')?.attributes['w:val'];
    const inherited = base === undefined || above > 20 ? undefined : resolve(base, above + 1);
    const paragraph = childOf(element, 'w:pPr');
    const run = childOf(element, 'w:rPr');
    const style = compact({
      ...inherited,
      name: (childOf(element, 'w:name')?.attributes['w:val'] ?? id).toLowerCase(),
      numbering: wordListOf(paragraph) ?? inherited?.numbering,
      align: alignOf(paragraph) ?? inherited?.align,
      bold: isOn(run, 'w:b') ?? inherited?.bold,
      italic: isOn(run, 'w:i') ?? inherited?.italic,
      struck: strikeOf(run) ?? inherited?.struck,
      height: heightOf(run) ?? inherited?.height,
      font: fontOf(run) ?? inherited?.font,
      indent: indentOf(paragraph) ?? inherited?.indent,
    }) as SourceStyle;
    done.set(id, style);
    return style;
  }
  for (const [id, { attributes }] of elements) {
    const style = resolve(id, 0);
    const isUsual =
      attributes['w:type'] === 'paragraph' && /^(1|true|on)$/.test(attributes['w:default'] ?? '');
    if (isUsual) done.set(USUAL_STYLE, style);
  }
  const defaults = childOf(childOf(childOf(tree.value, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const setting = { struck: strikeOf(defaults), height: heightOf(defaults), font: fontOf(defaults) };
  done.set(DEFAULTS, compact({ name: DEFAULTS, ...setting }) as SourceStyle);
  return done;
}
