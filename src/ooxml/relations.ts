import type { OfficePackage } from './open.ts';
import { readTree } from './parse.ts';
import { elementsOf } from './xml.ts';

interface Relation {
  readonly id: string;
  /** The last word of the relationship's type: `styles`, `comments`, `hyperlink` … */
  readonly type: string;
  /** Path of the part from the top of the package, or the address when it lies outside. */
  readonly target: string;
  readonly external: boolean;
}

function resolve(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = base.includes('/') ? base.slice(0, base.lastIndexOf('/')).split('/') : [];
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The relationships of a part ('' is the package itself); a broken or missing list is an empty one. */
export function relationsOf(source: OfficePackage, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/');
  const tree = readTree(source, `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`);
  if (!tree?.ok) return [];
  return elementsOf(tree.value, 'rel:Relationship').map(({ attributes }) => {
    const external = attributes.TargetMode === 'External';
    const target = attributes.Target ?? '';
    return {
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1)!,
      target: external ? target : resolve(part, target),
      external,
    };
  });
}

/** The main part of the package: `word/document.xml`, `xl/workbook.xml` or whatever it is called. */
export function mainPart(source: OfficePackage): string | undefined {
  const stated = relationsOf(source, '').find((relation) => relation.type === 'officeDocument')?.target;
  return [stated, 'word/document.xml', 'xl/workbook.xml'].find(
    (part) => part !== undefined && source.has(part),
  );
}
