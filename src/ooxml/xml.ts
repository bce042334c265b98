/**
 * An element of a part with everything in it; texts are strings. Comments and processing instructions are not kept.
 * Whether names bear the prefixes of the file or those fixed for its namespaces is settled when it is parsed (parse.ts).
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

export const element = (
  name: string,
  attributes: Record<string, string> = {},
  children: XmlNode[] = [],
): XmlElement => ({ name, attributes, children });

/** Direct children that are elements, all or those of one name. Nothing below an absent parent. */
export function elementsOf(parent: XmlElement | undefined, name?: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** The first direct child of a name. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && child.name === name) return child;
  }
  return undefined;
}

/** Every element below, in the order of the document, the outer before the inner. */
export function* descendantsOf(parent: XmlElement): Iterable<XmlElement> {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* descendantsOf(child);
  }
}

/** All text below, in order. */
export function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node;
  let text = '';
  for (const child of node.children) text += textOf(child);
  return text;
}

/** A text for XML or HTML, between tags or in quotes. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const attribute = (value: string): string =>
  escaped(value).replace(/\n/g, '&#10;').replace(/\r/g, '&#13;').replace(/\t/g, '&#9;');

/** An element as it is in a part. */
export function writeNode(node: XmlNode): string {
  if (typeof node === 'string') return escaped(node);
  let head = `<${node.name}`;
  for (const key of Object.keys(node.attributes)) head += ` ${key}="${attribute(node.attributes[key]!)}"`;
  if (node.children.length === 0) return `${head}/>`;
  let text = `${head}>`;
  for (const child of node.children) text += writeNode(child);
  return `${text}</${node.name}>`;
}

/** A part of a package out of its root element. */
export const writeXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeNode(root)}`;
