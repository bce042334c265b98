import { SaxesParser } from 'saxes';
import { failure, type ImportProblem, type Outcome, refusal, success } from '../problem.ts';
import type { OfficePackage } from './open.ts';

/** An element of a part. Names carry the prefix fixed below, whatever prefix the file itself uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Namespaces of ECMA-376 (transitional and strict) and of markup compatibility, by the prefix used here. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

const named = (uri: string, local: string): string => {
  const prefix = prefixes[uri];
  return prefix === undefined ? (uri === '' ? local : `other:${local}`) : `${prefix}:${local}`;
};

export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

class Stop extends Error {
  readonly problem: ImportProblem;
  constructor(problem: ImportProblem) {
    super('stop');
    this.problem = problem;
  }
}

/**
 * Reads a part of the package event by event. A document type declaration, and with it every entity but the five of
 * XML itself, is refused; depth and number of elements are bounded.
 */
export function readXml(
  source: OfficePackage,
  part: string,
  bytes: Uint8Array,
  on: XmlHandlers,
): ImportProblem | undefined {
  const { name, limits } = source;
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  let count = 0;
  const stop = (code: string, ru: string, en: string): never => {
    throw new Stop(
      refusal(code, { ru: `«${name}», часть «${part}»: ${ru}.`, en: `${name}, part “${part}”: ${en}.` }),
    );
  };
  parser.on('error', () => stop('broken-xml', 'разметка XML нарушена', 'the XML is not well-formed'));
  parser.on('doctype', () =>
    stop(
      'xml-entities',
      'объявление типа документа (DTD) недопустимо',
      'a document type declaration is not allowed',
    ),
  );
  parser.on('opentag', (tag) => {
    if (++depth > limits.depth)
      stop('xml-depth', 'слишком глубокая вложенность', 'the elements nest too deep');
    if (++count > limits.elements) stop('xml-size', 'слишком много элементов', 'there are too many elements');
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix !== 'xmlns' && attribute.local !== 'xmlns') {
        attributes[named(attribute.uri, attribute.local)] = attribute.value;
      }
    }
    on.open(named(tag.uri, tag.local), attributes);
  });
  parser.on('text', (text) => on.text(text));
  parser.on('cdata', (text) => on.text(text));
  parser.on('closetag', (tag) => {
    depth--;
    on.close(named(tag.uri, tag.local));
  });
  try {
    const text = decode(bytes);
    const size = 1 << 20;
    for (let at = 0; at < text.length; at += size) parser.write(text.slice(at, at + size));
    parser.close();
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error.problem;
    throw error;
  }
}

/** Reads a small part whole; undefined when the package has no such part. */
export function readTree(source: OfficePackage, part: string): Outcome<XmlElement> | undefined {
  const bytes = source.read(part);
  if (bytes === undefined || !bytes.ok) return bytes;
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [top];
  const problem = readXml(source, part, bytes.value, {
    open(name, attributes) {
      const element: XmlElement = { name, attributes, children: [] };
      open.at(-1)!.children.push(element);
      open.push(element);
    },
    text: (text) => void open.at(-1)!.children.push(text),
    close: () => void open.pop(),
  });
  if (problem) return failure(problem);
  return success(top.children.find((child) => typeof child !== 'string') as XmlElement);
}

export function* elementsOf(parent: XmlElement | undefined, name?: string): Generator<XmlElement> {
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) yield child;
  }
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of elementsOf(parent, name)) return child;
  return undefined;
}

/** All text below an element, in order. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}
