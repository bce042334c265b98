import {
  addContentType,
  addDefaultType,
  addRelation,
  type Parts,
  putTree,
  relationElements,
  treeOf,
} from '../ooxml/parts.ts';
import { descendantsOf, element, elementsOf, type XmlElement } from '../ooxml/xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const DOCUMENT = 'word/document.xml';

/** Attributes of later versions of Word, which any reader may ignore: the blank may not declare their namespaces. */
export function withoutExtensions(root: XmlElement): void {
  for (const node of [root, ...descendantsOf(root)]) {
    for (const key of Object.keys(node.attributes))
      if (/^(?:w1\d\w*|wp14):/.test(key)) delete node.attributes[key];
  }
}

/** Adds our styles to those of the blank; a style that the blank has under our id is the clerk's own and stays. */
export function mergeStyles(blank: Parts, ours: Parts): void {
  const own = treeOf(ours, 'word/styles.xml')!;
  const target =
    treeOf(blank, 'word/styles.xml') ?? element('w:styles', { 'xmlns:w': own.attributes['xmlns:w']! });
  const taken = new Set(elementsOf(target, 'w:style').map((style) => style.attributes['w:styleId']));
  // Word calls its base styles by the language it runs in («a», «a1» in Russian): ours are based on the blank's own.
  const base: Record<string, string | undefined> = {
    Normal: defaultStyle(target, 'paragraph'),
    TableNormal: defaultStyle(target, 'table'),
  };
  for (const style of elementsOf(own, 'w:style')) {
    const id = style.attributes['w:styleId'] ?? '';
    const needed = id.startsWith('Rm') || (id in base && base[id] === undefined);
    if (!needed || taken.has(id)) continue;
    for (const child of elementsOf(style, 'w:basedOn')) {
      child.attributes['w:val'] = base[child.attributes['w:val'] ?? ''] ?? child.attributes['w:val'] ?? '';
    }
    target.children.push(style);
  }
  putTree(blank, 'word/styles.xml', target);
  if (!hasRelation(blank, 'styles')) addPart(blank, 'word/styles.xml', 'styles', `${WORD}.styles+xml`);
}

function defaultStyle(styles: XmlElement, type: string): string | undefined {
  const isDefault = (value: string | undefined) => value === '1' || value === 'true' || value === 'on';
  return elementsOf(styles, 'w:style').find(
    ({ attributes }) => attributes['w:type'] === type && isDefault(attributes['w:default']),
  )?.attributes['w:styleId'];
}

/** Adds our lists behind those of the blank and moves the numbers by which our paragraphs know them. */
export function mergeNumbering(blank: Parts, ours: Parts, content: readonly XmlElement[]): void {
  const own = treeOf(ours, 'word/numbering.xml');
  if (!own) return;
  const name = 'word/numbering.xml';
  const target = treeOf(blank, name) ?? element('w:numbering', { 'xmlns:w': own.attributes['xmlns:w']! });
  const ids = (list: readonly XmlElement[], key: string) =>
    list.map(({ attributes }) => Number(attributes[key] ?? 0));
  const abstracts = elementsOf(target, 'w:abstractNum');
  const abstractShift = Math.max(-1, ...ids(abstracts, 'w:abstractNumId')) + 1;
  const shift = Math.max(0, ...ids(elementsOf(target, 'w:num'), 'w:numId'));
  const moved = (node: XmlElement, key: string, by: number) => {
    node.attributes[key] = String(Number(node.attributes[key] ?? 0) + by);
  };
  withoutExtensions(own);
  const lists = elementsOf(own, 'w:abstractNum');
  for (const list of lists) moved(list, 'w:abstractNumId', abstractShift);
  const numbers = elementsOf(own, 'w:num');
  for (const number of numbers) {
    moved(number, 'w:numId', shift);
    for (const child of elementsOf(number, 'w:abstractNumId')) moved(child, 'w:val', abstractShift);
  }
  const ends = target.children.filter(
    (child) => typeof child !== 'string' && child.name === 'w:numIdMacAtCleanup',
  );
  const nums = elementsOf(target, 'w:num');
  const rest = target.children.filter(
    (child) => !ends.includes(child) && !nums.includes(child as XmlElement),
  );
  target.children = [...rest, ...lists, ...nums, ...numbers, ...ends];
  putTree(blank, name, target);
  if (!hasRelation(blank, 'numbering')) addPart(blank, name, 'numbering', `${WORD}.numbering+xml`);
  for (const root of content) {
    for (const node of descendantsOf(root)) if (node.name === 'w:numId') moved(node, 'w:val', shift);
  }
}

/** Takes over headers, footers, pictures and links that our content needs, under names of their own. */
export function mergeRelations(blank: Parts, ours: Parts, content: readonly XmlElement[]): void {
  const relations = relationElements(ours, DOCUMENT);
  const renamed = new Map<string, string>();
  for (const root of content) {
    for (const node of descendantsOf(root)) {
      for (const key of ['r:id', 'r:embed']) {
        const id = node.attributes[key];
        const relation = relations.find(({ attributes }) => attributes.Id === id);
        if (id === undefined || !relation) continue;
        const name = renamed.get(id) ?? takeOver(blank, ours, relation, renamed.size + 1);
        renamed.set(id, name);
        node.attributes[key] = name;
      }
    }
  }
}

function takeOver(blank: Parts, ours: Parts, relation: XmlElement, count: number): string {
  const { Type = '', Target = '', TargetMode } = relation.attributes;
  const kind = Type.slice(Type.lastIndexOf('/') + 1);
  const id = `rIdRoadmap${count}`;
  if (TargetMode === 'External') {
    addRelation(blank, DOCUMENT, { Id: id, Type, Target, TargetMode });
    return id;
  }
  const name = Target.replace(/^(.*\/)?/, (folder) => `${folder}roadmap-`);
  blank[`word/${name}`] = ours[`word/${Target}`]!;
  addRelation(blank, DOCUMENT, { Id: id, Type, Target: name });
  if (kind === 'header' || kind === 'footer') addContentType(blank, `word/${name}`, `${WORD}.${kind}+xml`);
  else addDefaultType(blank, name.slice(name.lastIndexOf('.') + 1), 'image/png');
  return id;
}

const hasRelation = (parts: Parts, kind: string): boolean =>
  relationElements(parts, DOCUMENT).some(({ attributes }) => attributes.Type?.endsWith(`/${kind}`));

function addPart(parts: Parts, name: string, kind: string, type: string): void {
  addRelation(parts, DOCUMENT, {
    Id: `rIdRoadmap-${kind}`,
    Type: `${OFFICE}/relationships/${kind}`,
    Target: name.replace('word/', ''),
  });
  addContentType(parts, name, type);
}

const PROPERTIES: Readonly<Record<string, readonly [relation: string, type: string]>> = {
  'docProps/core.xml': [
    `${PACKAGE}/relationships/metadata/core-properties`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  ],
  'docProps/custom.xml': [
    `${OFFICE}/relationships/custom-properties`,
    'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  ],
};

/** Title, author and the marks of the plan are those of our document, not of the blank. */
export function mergeProperties(blank: Parts, ours: Parts): void {
  const relations = relationElements(blank, '');
  for (const [name, [relation, type]] of Object.entries(PROPERTIES)) {
    blank[name] = ours[name]!;
    addContentType(blank, name, type);
    const known = relations.find(({ attributes }) => attributes.Type === relation);
    if (known) {
      const old = (known.attributes.Target ?? '').replace(/^\//, '');
      if (old !== name) blank[old] = ours[name]!;
    } else {
      addRelation(blank, '', { Id: `rIdRoadmap-${name.slice(9, -4)}`, Type: relation, Target: name });
    }
  }
}
