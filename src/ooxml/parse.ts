import { SaxesParser } from 'saxes';
import { type PackageLimits, packageLimits } from './limits.ts';
import type { OfficePackage } from './open.ts';
import { type FileProblem, failure, type Result, refusal, success } from './problem.ts';
import { element, type XmlElement } from './xml.ts';

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
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

const named = (uri: string, local: string): string => {
  const prefix = prefixes[uri];
  return prefix === undefined ? (uri === '' ? local : `other:${local}`) : `${prefix}:${local}`;
};

interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** Why a part is no XML that is read here. */
interface Refusal {
  readonly code: 'broken-xml' | 'xml-entities' | 'xml-depth' | 'xml-size';
  readonly ru: string;
  readonly en: string;
}

class Stop extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.en);
    this.refusal = refusal;
  }
}

/**
 * Goes through a text event by event. A document type declaration, and with it every entity but the five of XML itself,
 * is refused; depth and number of elements are bounded. `fixed`: names bear the prefixes above, whatever the file calls
 * its namespaces; `written`: names are as they stand, for parts that are written back.
 */
function parse(
  text: string,
  names: 'fixed' | 'written',
  limits: PackageLimits,
  on: XmlHandlers,
): Refusal | undefined {
  const fixed = names === 'fixed';
  const parser = new SaxesParser({ xmlns: fixed, position: false });
  let depth = 0;
  let count = 0;
  const stop = (code: Refusal['code'], ru: string, en: string): never => {
    throw new Stop({ code, ru, en });
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
    for (const [key, value] of Object.entries(tag.attributes)) {
      if (typeof value === 'string') attributes[key] = value;
      else if (value.prefix !== 'xmlns' && value.local !== 'xmlns')
        attributes[named(value.uri, value.local)] = value.value;
    }
    on.open(fixed ? named(tag.uri ?? '', tag.local ?? '') : tag.name, attributes);
  });
  parser.on('text', (words) => on.text(words));
  parser.on('cdata', (words) => on.text(words));
  parser.on('closetag', (tag) => {
    depth--;
    on.close(fixed ? named(tag.uri ?? '', tag.local ?? '') : tag.name);
  });
  try {
    const size = 1 << 20;
    for (let at = 0; at < text.length; at += size) parser.write(text.slice(at, at + size));
    parser.close();
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error.refusal;
    throw error;
  }
}

/** Handlers that build a tree. */
function treeBuilder(): XmlHandlers & { root(): XmlElement | undefined } {
  const top = element('');
  const open: XmlElement[] = [top];
  return {
    open(name, attributes) {
      const child = element(name, attributes as Record<string, string>);
      open.at(-1)!.children.push(child);
      open.push(child);
    },
    text: (text) => void open.at(-1)!.children.push(text),
    close: () => void open.pop(),
    root: () => top.children.find((child) => typeof child !== 'string') as XmlElement | undefined,
  };
}

/** The tree of a part that is to be written back, with names as they stand; undefined for what is no sound XML. */
export function parseXml(text: string, limits: PackageLimits = packageLimits): XmlElement | undefined {
  const tree = treeBuilder();
  return parse(text, 'written', limits, tree) ? undefined : tree.root();
}

/** Reads a part of an opened package event by event; names bear the fixed prefixes. */
export function readXml(
  { name, limits }: OfficePackage,
  part: string,
  bytes: Uint8Array,
  on: XmlHandlers,
): FileProblem | undefined {
  const stopped = parse(decode(bytes), 'fixed', limits, on);
  return (
    stopped &&
    refusal(stopped.code, {
      ru: `«${name}», часть «${part}»: ${stopped.ru}.`,
      en: `${name}, part “${part}”: ${stopped.en}.`,
    })
  );
}

/** Reads a part whole; undefined when the package has no such part. */
export function readTree(source: OfficePackage, part: string): Result<XmlElement> | undefined {
  const bytes = source.read(part);
  if (bytes === undefined || !bytes.ok) return bytes;
  const tree = treeBuilder();
  const problem = readXml(source, part, bytes.value, tree);
  if (problem) return failure(problem);
  return success(tree.root()!);
}
